/* Those rows of THE message table that belong to the command line and to the questions asked there: E5 and W5. */
#ifndef BASE_MESSAGES_COMMAND_H
#define BASE_MESSAGES_COMMAND_H

#include "base/messages.h"

/* clang-format off */
#define COMMAND_MESSAGES \
    { "E501", SEATSIM_ERROR, \
      { "there is no option '{option}'[[ (did you mean '{nearest}'?)]]", "没有选项“{option}”[[(是否为“{nearest}”?)]]" }, \
      { NULL, NULL } }, \
    { "E502", SEATSIM_ERROR, { "option {option} takes {choices}, not '{value}'", "选项 {option} 只接受 {choices}，而不是“{value}”" }, \
      { NULL, NULL } }, \
    { "E503", SEATSIM_ERROR, \
      { "option {option} takes a whole number from {least} to {most}, not '{value}'", \
        "选项 {option} 只接受 {least} 至 {most} 的整数，而不是“{value}”" }, { NULL, NULL } }, \
    { "E504", SEATSIM_ERROR, { "option {option} needs {argument}", "选项 {option} 需要 {argument}" }, { NULL, NULL } }, \
    { "E510", SEATSIM_ERROR, \
      { "there is no command '{command}'[[ (did you mean '{nearest}'?)]]", "没有命令“{command}”[[(是否为“{nearest}”?)]]" }, \
      { "usage: seatsim COMMAND [options] SCENARIO...; seatsim --help lists the commands", \
        "用法：seatsim 命令 [选项] 情景文件...；seatsim --help 列出全部命令" } }, \
    { "E511", SEATSIM_ERROR, { "option {option} takes no value", "选项 {option} 不带值" }, { NULL, NULL } }, \
    { "E512", SEATSIM_ERROR, { "the command {command} has no option {option}", "命令 {command} 没有选项 {option}" }, { NULL, NULL } }, \
    { "E513", SEATSIM_ERROR, { "{command} needs a scenario", "{command} 需要一个情景文件" }, \
      { "name its file, or - for standard input", "请写明文件名，或用 - 表示标准输入" } }, \
    { "E514", SEATSIM_ERROR, \
      { "'{path}' and '{other}' have the same name: their files would overwrite each other", \
        "“{path}”与“{other}”同名：输出文件会互相覆盖" }, \
      { "run them one by one, each with an --output of its own", "请分别运行，各用自己的 --output" } }, \
    { "E515", SEATSIM_ERROR, { "cannot write standard output: {cause}", "无法写入标准输出：{cause}" }, { NULL, NULL } }, \
    { "E516", SEATSIM_ERROR, { "cannot read standard input: {cause}", "无法读取标准输入：{cause}" }, { NULL, NULL } }, \
    { "E517", SEATSIM_ERROR, { "cannot make a folder in '{path}': {cause}", "无法在“{path}”中建立文件夹：{cause}" }, { NULL, NULL } }, \
    { "E518", SEATSIM_ERROR, { "options {option} and {other} exclude each other", "选项 {option} 与 {other} 不能同时使用" }, \
      { NULL, NULL } }, \
    { "E519", SEATSIM_ERROR, \
      { "{command} takes no scenario, such as '{path}'", "{command} 不需要情景文件,如“{path}”" }, { NULL, NULL } }, \
    { "E520", SEATSIM_ERROR, { "{command} needs option --{option}", "{command} 需要选项 --{option}" }, { NULL, NULL } }, \
    { "E521", SEATSIM_ERROR, \
      { "option {option}: there is no '{name}'[[ (did you mean '{nearest}'?)]]", \
        "选项 {option}：没有“{name}”[[（是否为“{nearest}”？）]]" }, { NULL, NULL } }, \
    { "E522", SEATSIM_ERROR, \
      { "option year: {year} lies outside of the run, {first} to {last}", "选项 year：{year} 年不在推演范围 {first}—{last} 内" }, \
      { NULL, NULL } }, \
    { "E523", SEATSIM_ERROR, \
      { "facility '{facility}' has no part in {option} '{name}'", "学校“{facility}”不属于 {option}“{name}”" }, { NULL, NULL } }, \
    { "E524", SEATSIM_ERROR, \
      { "{indicator} is not counted by {option}", "{indicator} 不按 {option} 统计" }, \
      { "leave the option out, or ask for another indicator", "请去掉该选项，或改问其他指标" } }, \
    { "E525", SEATSIM_ERROR, { "facility '{facility}' is not open in {year}", "学校“{facility}”{year} 年未开办" }, { NULL, NULL } }, \
    { "E526", SEATSIM_ERROR, \
      { "{indicator} has no value in {year}: nobody is there to be counted", "{indicator} 在 {year} 年没有值：当年无人可计" }, \
      { "ask for another stage, district or year", "请改问其他学段、区域或年份" } }, \
    { "E527", SEATSIM_ERROR, \
      { "{indicator} has no value: the scenario does not give what it is counted from", \
        "{indicator} 没有值：情景未给出计算所需的内容" }, \
      { "its definition is in docs/model.md, section 7: it may need money, posts, staff, births, population or a sector", \
        "定义见 docs/model.md 第 7 节：可能需要 money、posts、staff、births、population 或办学类别" } }, \
    { "E530", SEATSIM_ERROR, { "there is no scenario in '{path}'", "“{path}”中没有情景文件" }, \
      { "scenarios are files *.yaml that begin with 'seatsim: 1'; standards and fragments do not count", \
        "情景文件为以“seatsim: 1”开头的 *.yaml；标准和片段不计" } }, \
    { "E531", SEATSIM_ERROR, { "compare needs something to compare with", "compare 需要比较的对象" }, \
      { "name a second scenario, or variants of this one: --variants NAME[,NAME]", \
        "请再写一个情景文件，或写本情景的变体：--variants 名称[,名称]" } }, \
    { "E532", SEATSIM_ERROR, { "'{label}' and '{other}' have no {kind} in common", "“{label}”与“{other}”没有共同的 {kind}" }, \
      { "what is compared has the same id in both, and the same years", "只有标识和年份都相同的内容才能比较" } }, \
    { "E533", SEATSIM_ERROR, { "compare takes at most {most} scenarios and variants", "compare 最多比较 {most} 个情景和变体" }, \
      { NULL, NULL } }, \
    { "W530", SEATSIM_WARNING, \
      { "not compared, since only '{label}' has it: {kind} {names}[[ and {more} more]]", \
        "只有“{label}”才有，不作比较：{kind} {names}[[ 等，另有 {more} 个]]" }, { NULL, NULL } }, \
    { "W520", SEATSIM_WARNING, \
      { "the explanation is cut after {count} numbers", "解释在 {count} 个数之后截断" }, \
      { "ask for fewer levels, or for one district or facility", "请减少层数，或只问一个区域或学校" } },

#endif
