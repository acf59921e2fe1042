# Reads the table of layers, then source files; prints every include that the table does not allow.
FNR == NR {
    if ($1 != "" && $1 !~ /^#/) {
        known[$1] = 1
        for (field = 2; field <= NF; field++)
            may[$1, $field] = 1
    }
    next
}
FNR == 1 {
    n = split(FILENAME, part, "/")
    layer = part[n - 1]
    if (!(layer in known))
        print FILENAME ": the folder is not in the table of layers"
}
/^#include "/ {
    split($2, name, /["\/]/)
    if (name[2] != layer && !((layer, name[2]) in may))
        print FILENAME ":" FNR ": " layer " may not include " $2
}
