# Measures functions (from the name's line to the closing brace, both at column 0) and files, and prints what is too long.
#   own=1: also judges the median and the ninth decile and prints the figures (on standard error)
function finish(    limit) {
    limit = file ~ /\/cli\/(run|validate|check|[a-z]*_command)\.c$/ ? 150 : 700
    if (lines > limit)
        print file ": " lines " lines, more than " limit
}
FNR == 1 { if (file) finish(); file = FILENAME; name = "" }
{ lines = FNR }
/\t/ && file !~ /Makefile/ { print FILENAME ":" FNR ": a tab" }
/[ \t]$/ { print FILENAME ":" FNR ": a space at the end" }
{ text = $0; gsub(/[\200-\277]/, "", text) }
length(text) > 130 && !/^ *\{ .*\},$/ { # a row of a table stays one line
    print FILENAME ":" FNR ": longer than 130 columns"
}
/^[A-Za-z_].*\(/ && !/;$/ { name = $0; first = FNR }
/^\{$/ { if (!name) { print FILENAME ":" FNR ": a brace at column 0 without a function's name"; name = "?"; first = FNR } inside = 1 }
/^\}$/ && inside {
    size[++functions] = FNR - first + 1
    if (size[functions] > 60)
        print FILENAME ":" first ": " size[functions] " lines, more than 60: " name
    inside = 0; name = ""
}
/^\};?$/ && !inside { name = "" }
END {
    if (file) finish()
    if (!own || !functions) exit
    for (i = 2; i <= functions; i++) {
        value = size[i]
        for (j = i - 1; j > 0 && size[j] > value; j--) size[j + 1] = size[j]
        size[j + 1] = value
    }
    median = size[int((functions + 1) / 2)]; ninth = size[int(functions * 0.9 + 0.999)]
    printf "%d functions: median %d lines, nine in ten %d, longest %d\n", functions, median, ninth, size[functions] > "/dev/stderr"
    if (median > 12) print "the median function has " median " lines, more than 12"
    if (ninth > 30) print "one function in ten has more than 30 lines: " ninth
}
