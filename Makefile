# seatsim: `make help` lists the targets.
VARIANT ?= release
ifeq ($(VARIANT),release)
BUILD ?= build
else
BUILD ?= build/$(VARIANT)
endif
PREFIX ?= /usr/local
CC ?= cc
PACKAGES = gsl yaml-0.1 libutf8proc

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes
CFLAGS_release = -O2 -g -DNDEBUG
CFLAGS_debug = -O0 -g
CFLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all
CFLAGS_tsan = -O1 -g -fsanitize=thread
CFLAGS_coverage = -O0 -g --coverage
CFLAGS ?= $(CFLAGS_$(VARIANT))
ALL_CFLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 $(WARNINGS) -ffp-contract=off -fPIC -fvisibility=hidden -MMD -MP \
	-Iinclude -Isim $(shell pkg-config --cflags $(PACKAGES)) $(CFLAGS)
LIBS = $(shell pkg-config --libs $(PACKAGES)) -lm -lpthread

LIBRARY_SOURCES = $(filter-out $(wildcard sim/cli/*.c),$(wildcard sim/*/*.c))
LIBRARY_OBJECTS = $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard sim/cli/*.c))
UNIT_TESTS = $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*_test.c))

all: $(BUILD)/seatsim ## build the program and the libraries

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -c $< -o $@

$(BUILD)/objects.a: $(LIBRARY_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

$(BUILD)/seatsim: $(CLI_OBJECTS) $(BUILD)/objects.a
	$(CC) $(ALL_CFLAGS) $^ $(LIBS) -o $@

$(BUILD)/tests/unit/%_test: tests/unit/%_test.c tests/test_main.c $(BUILD)/objects.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Itests $< tests/test_main.c $(BUILD)/objects.a -lcmocka $(LIBS) -o $@

unit: $(UNIT_TESTS) ## build and run the unit tests
	@for t in $(UNIT_TESTS); do $$t || exit 1; done

clean: ## remove what was built
	rm -rf $(BUILD)

-include $(LIBRARY_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(UNIT_TESTS:%=%.d)
.PHONY: all unit clean
