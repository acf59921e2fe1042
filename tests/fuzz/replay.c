/* Gives files to a fuzz target once, without a fuzzer, and prints TAP: what was found once must not come back. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { BYTES_MOST = 1 << 20 };

static int replay(const char *path, uint8_t *bytes)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return 1;
    size_t length = fread(bytes, 1, BYTES_MOST, file);
    fclose(file);
    return LLVMFuzzerTestOneInput(bytes, length);
}

int main(int argc, char **argv)
{
    uint8_t *bytes = malloc(BYTES_MOST);
    int status = !bytes;
    LLVMFuzzerInitialize(&argc, &argv);
    printf("1..%d\n", argc - 1);
    for (int i = 1; i < argc && bytes; i++) {
        int bad = replay(argv[i], bytes);
        printf("%s %d - fuzz: %s\n", bad ? "not ok" : "ok", i, argv[i]);
        fflush(stdout);
        status |= bad;
    }
    free(bytes);
    return status;
}
