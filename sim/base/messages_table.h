/* Those rows of THE message table that belong to tables: E06 to E08 and W06. */
#ifndef BASE_MESSAGES_TABLE_H
#define BASE_MESSAGES_TABLE_H

#include "base/messages.h"

/* clang-format off */
#define TABLE_MESSAGES \
    { "E060", SEATSIM_ERROR, { "byte {byte} is not UTF-8", "字节 {byte} 不是 UTF-8 编码" }, \
      { "say how the table was written, for example encoding: {encoding}; or save it as UTF-8 (a workbook as CSV)", \
        "请写明表格的编码，例如 encoding: {encoding}；或将表格另存为 UTF-8(工作簿另存为 CSV)" } }, \
    { "E061", SEATSIM_ERROR, { "byte {byte} in this line is not {encoding}", "本行的字节 {byte} 不是 {encoding} 编码" }, \
      { "is the table in another encoding? without encoding: it is read as UTF-8", \
        "表格是否采用其他编码？不写 encoding 时按 UTF-8 读取" } }, \
    { "E062", SEATSIM_ERROR, { "this machine cannot read the encoding {encoding}", "本机无法读取编码 {encoding}" }, \
      { "save the table as UTF-8", "请将表格另存为 UTF-8 编码" } }, \
    { "E063", SEATSIM_ERROR, { "a NUL byte: this is not the text of a table", "出现 NUL 字节：这不是表格文本" }, \
      { "save the workbook as CSV; 'Unicode text' needs encoding: utf-16", "请将工作簿另存为 CSV；“Unicode 文本”须写 encoding: utf-16" } }, \
    { "E064", SEATSIM_ERROR, { "this row has {cells} cells, and the header has {columns}", \
        "本行有 {cells} 个单元格，而表头有 {columns} 个" }, \
      { "put a cell that holds the separator or a line end in quotes", "含分隔符或换行的单元格须加引号" } }, \
    { "E065", SEATSIM_ERROR, { "column {column} has the name '{name}' already", "第 {column} 列已使用名称“{name}”" }, \
      { "give each column a name of its own", "各列名称不能相同" } }, \
    { "E066", SEATSIM_ERROR, { "column {column} has no name", "第 {column} 列没有名称" }, \
      { "name it in the first line, or take the column out; a heading above the names must go", \
        "请在首行写上名称，或删去该列；列名之上的标题行须删去" } }, \
    { "E067", SEATSIM_ERROR, { "this quote is never closed", "此引号没有闭合" }, { NULL, NULL } }, \
    { "E068", SEATSIM_ERROR, { "a quote inside a cell[[ that begins in line {line}]]", "单元格内有引号[[，该单元格起于第 {line} 行]]" }, \
      { "put the whole cell in quotes, and write each quote inside it twice: \"the \"\"first\"\" school\"", \
        "整个单元格加引号，其中的引号写两遍：\"第\"\"一\"\"小学\"" } }, \
    { "E069", SEATSIM_ERROR, { "the table has no rows", "表格没有数据行" }, \
      { "the first line names the columns, the rows follow", "首行为列名，其后为数据行" } }, \
    { "E070", SEATSIM_ERROR, \
      { "'{path}' has no column '{column}'[[ (did you mean '{nearest}'?)]]", "“{path}”没有“{column}”列[[(是否为“{nearest}”?)]]" }, \
      { "its columns are: {columns}", "各列为：{columns}" } }, \
    { "E071", SEATSIM_ERROR, \
      { "the column '{key}' is no key of '{list}'[[ (did you mean '{nearest}'?)]]", \
        "列“{key}”不是“{list}”的键[[(是否为“{nearest}”?)]]" }, \
      { "say what the columns are, and leave out the others: columns: {KEY: HEADER, ...}", \
        "请写明各列对应的键，未写明的列不读取：columns: {键: 列名, …}" } }, \
    { "E072", SEATSIM_ERROR, \
      { "no row of '{path}' has '{id}' in the column '{column}'", "“{path}”的“{column}”列中没有“{id}”" }, \
      { "'by' looks for the id of the district or facility; compare its spelling, and what where and skip leave out", \
        "by 按所在学区或学校的标识查找；请核对写法以及 where、skip 排除的行" } }, \
    { "E073", SEATSIM_ERROR, { "a second row for {name}; the first is in line {line}", "{name} 有第二行；首次出现于第 {line} 行" }, \
      { "take one of them out, or choose with where or skip", "请删去其一，或用 where、skip 选取" } }, \
    { "E074", SEATSIM_ERROR, \
      { "{rows} rows of '{path}' are left, and nothing tells them apart", "“{path}”剩下 {rows} 行，无法区分" }, \
      { "name the column that does (year, stage, grade), or choose one row with by or where", \
        "请写明区分各行的列(year、stage、grade)，或用 by、where 选出一行" } }, \
    { "E075", SEATSIM_ERROR, \
      { "nothing here has an id to look for in the column '{column}'", "此处没有可在“{column}”列中查找的标识" }, \
      { "'by' stands in a district or facility; elsewhere choose rows with where", \
        "by 用于学区或学校之内；其他地方请用 where 选行" } }, \
    { "E076", SEATSIM_ERROR, { "the number '{text}' has a comma", "数字“{text}”中有逗号" }, \
      { "if it groups thousands, say so: thousands: \",\"", "若为千位分隔符，请写明：thousands: \",\"" } }, \
    { "E077", SEATSIM_ERROR, { "'{text}' is no {axis}", "“{text}”不是 {axis}" }, \
      { "leave out totals and remarks with skip: {COLUMN: TEXT}", "合计行、说明行请用 skip: {列名: 文字} 排除" } }, \
    { "E078", SEATSIM_ERROR, { "which column holds the {name} is not said", "没有写明哪一列是 {name}" }, \
      { "write {name}: COLUMN, with one of: {columns}", "请写 {name}: 列名，可选：{columns}" } }, \
    { "E079", SEATSIM_ERROR, { "where and skip leave no row of '{path}'", "where 和 skip 没有给“{path}”留下任何行" }, \
      { "compare with what stands in the cells", "请对照单元格中的文字" } }, \
    { "E080", SEATSIM_ERROR, { "'{name}' has no meaning for a table of '{key}'", "“{name}”对“{key}”的表格没有意义" }, \
      { "leave it out", "请删去" } }, \
    { "E081", SEATSIM_ERROR, \
      { "'{key}' is no key of '{list}'[[ (did you mean '{nearest}'?)]]", "“{key}”不是“{list}”的键[[(是否为“{nearest}”?)]]" }, \
      { "under columns: the key, then the header of its column", "columns 之下先写键，再写列名" } }, \
    { "E082", SEATSIM_ERROR, { "two columns give '{key}' or a part of it", "有两列给出“{key}”或其中一部分" }, \
      { "leave one of the cells empty, or one of the columns out", "请留空其中一个单元格，或不读其中一列" } }, \
    { "E083", SEATSIM_ERROR, { "more than {most} columns of the table are keys", "表格中作为键的列超过 {most} 列" }, \
      { "give large maps as tables of their own, a row each", "大的映射请另列为表格，每项一行" } }, \
    { "E084", SEATSIM_ERROR, \
      { "the tables of the scenario come to more than {most} cells", "情景的表格合计超过 {most} 个单元格" }, \
      { "a table that many things name is read for each of them: let `by` find the rows of each", \
        "被多处引用的表格会逐处读取：请用 by 指明各自的行" } }, \
    { "W060", SEATSIM_WARNING, \
      { "the total of '{column}' is {total} here, and the rows sum to {sum}", "“{column}”的合计为 {total}，而各行之和为 {sum}" }, \
      { "the rows count, not the total", "以各行为准，不取合计" } }, \
    { "N060", SEATSIM_NOTE, \
      { "{kept} rows of '{path}' are read, and {rows} left out by where and skip", \
        "“{path}”读取 {kept} 行，where 和 skip 排除 {rows} 行" }, \
      { NULL, NULL } }, \
    { "N061", SEATSIM_NOTE, \
      { "{tried} of {all} variants were tried: each is the whole scenario again", "{all} 个方案中已试 {tried} 个：每个方案都须重算整个情景" }, \
      { "validate others by name: --variant NAME", "其余方案请用 --variant 逐个检查" } },

#endif
