/* THE message table. Ranges: E0 files and YAML, E1 keys and values, E2 sense across the scenario, E3 the run,
 * E4 output, E5 the command line; W the same. Codes are never given to another meaning. */
#include "base/messages.h"

#include <string.h>

const struct message messages[] = {
    { "E001", SEATSIM_ERROR, { "out of memory", "内存不足" }, { NULL, NULL } },
    { "E002", SEATSIM_ERROR, { "there is no message '{code}'", "没有编号为“{code}”的信息" }, { NULL, NULL } },
    { "E003", SEATSIM_ERROR,
      { "there is no file '{path}'[[ (did you mean '{nearest}'?)]]", "找不到文件“{path}”[[(是否为“{nearest}”?)]]" },
      { NULL, NULL } },
    { "E004", SEATSIM_ERROR, { "'{path}' is a folder, not a file", "“{path}”是文件夹，不是文件" }, { NULL, NULL } },
    { "E005", SEATSIM_ERROR, { "no permission to read '{path}'", "没有读取“{path}”的权限" }, { NULL, NULL } },
    { "E006", SEATSIM_ERROR, { "'{path}' is larger than {most} bytes", "“{path}”超过 {most} 字节" },
      { "large data belong in tables beside the scenario", "大量数据应放在情景文件旁的表格中" } },
    { "E007", SEATSIM_ERROR, { "cannot read '{path}': {cause}", "无法读取“{path}”：{cause}" }, { NULL, NULL } },
    { "E008", SEATSIM_ERROR, { "cannot write '{path}': {cause}", "无法写入“{path}”：{cause}" },
      { "earlier results in the folder are as they were", "文件夹中原有的结果保持不变" } },
    { "E009", SEATSIM_ERROR, { "'{path}' is not a folder", "“{path}”不是文件夹" },
      { "results need a folder of their own", "结果需要单独的文件夹" } },
    { "E010", SEATSIM_ERROR, { "the folder that '{path}' would stand in does not exist", "“{path}”的上级文件夹不存在" },
      { "make it first, or choose another place", "请先建立上级文件夹，或另选位置" } },
    { "E011", SEATSIM_ERROR,
      { "another run is writing to '{path}'[[ (process {process})]]", "另一个运行正在写入“{path}”[[(进程 {process})]]" },
      { "wait for it, or choose another folder", "请等待其结束，或另选文件夹" } },

    { "E301", SEATSIM_ERROR,
      { "target '{target}' cannot be judged: {indicator} has no value for {stage} in {year}",
        "目标“{target}”无法判定：{year} 年 {stage} 没有 {indicator} 的值" },
      { "nobody is enrolled there then: ask for another stage or year", "当年该学段无人在读：请改用其他学段或年份" } },
    { "E302", SEATSIM_ERROR,
      { "target '{target}' cannot be judged: there is no limit of {indicator} for {stage}",
        "目标“{target}”无法判定：{stage} 没有 {indicator} 的上限" },
      { "give a number instead of the word limit, or the limit in the standard", "请用数字代替 limit，或在标准中给出上限" } },
    { "E303", SEATSIM_ERROR,
      { "the facilities of district '{district}' give {stage} grade {grade} {facilities} pupils, more than the district's {pupils}",
        "区域“{district}”各学校给出的{stage}{grade}年级人数为 {facilities}，多于该区域的 {pupils}" },
      { "give the district its pupils by grade, or leave the grades of some facilities to the district's profile",
        "请按年级给出区域人数，或让部分学校按区域的年级比例分配" } },
    { "E304", SEATSIM_ERROR,
      { "the result of {year} in district '{district}' breaks a rule of the model: {rule}",
        "{year} 年区域“{district}”的结果违反了模型规则：{rule}" },
      { "this is a fault of seatsim, not of the scenario: please report it with the scenario", "这是 seatsim 的错误，请连同情景文件一并报告" } },

    { "E501", SEATSIM_ERROR,
      { "there is no option '{option}'[[ (did you mean '{nearest}'?)]]", "没有选项“{option}”[[(是否为“{nearest}”?)]]" },
      { NULL, NULL } },
    { "E502", SEATSIM_ERROR, { "option {option} takes {choices}, not '{value}'", "选项 {option} 只接受 {choices}，而不是“{value}”" },
      { NULL, NULL } },
    { "E503", SEATSIM_ERROR,
      { "option {option} takes a whole number from {least} to {most}, not '{value}'",
        "选项 {option} 只接受 {least} 至 {most} 的整数，而不是“{value}”" },
      { NULL, NULL } },
    { "E504", SEATSIM_ERROR, { "option {option} needs {argument}", "选项 {option} 需要 {argument}" }, { NULL, NULL } },
    { "E510", SEATSIM_ERROR,
      { "there is no command '{command}'[[ (did you mean '{nearest}'?)]]", "没有命令“{command}”[[(是否为“{nearest}”?)]]" },
      { "usage: seatsim COMMAND [options] SCENARIO...; seatsim --help lists the commands",
        "用法：seatsim 命令 [选项] 情景文件...；seatsim --help 列出全部命令" } },
    { "E511", SEATSIM_ERROR, { "option {option} takes no value", "选项 {option} 不带值" }, { NULL, NULL } },
    { "E512", SEATSIM_ERROR, { "the command {command} has no option {option}", "命令 {command} 没有选项 {option}" }, { NULL, NULL } },
    { "E513", SEATSIM_ERROR, { "{command} needs a scenario", "{command} 需要一个情景文件" },
      { "name its file, or - for standard input", "请写明文件名，或用 - 表示标准输入" } },
    { "E514", SEATSIM_ERROR,
      { "'{path}' and '{other}' have the same name: their files would overwrite each other",
        "“{path}”与“{other}”同名：输出文件会互相覆盖" },
      { "run them one by one, each with an --output of its own", "请分别运行，各用自己的 --output" } },
    { "E515", SEATSIM_ERROR, { "cannot write standard output: {cause}", "无法写入标准输出：{cause}" }, { NULL, NULL } },
    { "E516", SEATSIM_ERROR, { "cannot read standard input: {cause}", "无法读取标准输入：{cause}" }, { NULL, NULL } },
    { "E517", SEATSIM_ERROR, { "cannot make a folder in '{path}': {cause}", "无法在“{path}”中建立文件夹：{cause}" }, { NULL, NULL } },

    { NULL, SEATSIM_ERROR, { NULL, NULL }, { NULL, NULL } },
};

const struct message *message_of(const char *code)
{
    for (const struct message *message = messages; message->code; message++)
        if (strcmp(message->code, code) == 0)
            return message;
    return NULL;
}
