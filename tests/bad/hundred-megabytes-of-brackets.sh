# Far more than a scenario may hold: refused by its size, before any of it is parsed.
head -c 100000000 /dev/zero | tr '\0' '[' >hundred-megabytes-of-brackets.yaml
