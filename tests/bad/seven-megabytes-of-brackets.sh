# Within the size of a file: refused by its depth.
head -c 7000000 /dev/zero | tr '\0' '[' >seven-megabytes-of-brackets.yaml
