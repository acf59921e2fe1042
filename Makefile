# seatsim: `make help` lists the targets.
#
# VARIANT=release|debug|asan|tsan|coverage chooses the flags; BUILD=folder keeps everything that is made out of the tree.
# Nothing below is run while this file is read, so that it works on a machine that has only make: pkg-config is asked
# when the first file is compiled.
VARIANT ?= release
ifeq ($(VARIANT),release)
BUILD ?= build
else
BUILD ?= build/$(VARIANT)
endif
PREFIX ?= /usr/local
DESTDIR ?=
OUT ?= out/rizhao
SECONDS ?= 600
COUNT ?= 2000
REAL_DATA ?= ../shared/data# a folder of enrolment statistics, where there is one
export REAL_DATA
SCENARIO = scenarios/rizhao/rizhao.yaml

VERSION := $(shell sed -n 's/^.define SEATSIM_VERSION "\(.*\)"/\1/p' include/seatsim/seatsim.h)
SONAME = libseatsim.so.0
PACKAGES = gsl yaml-0.1 libutf8proc jansson
UNPACKAGED_LIBS = -lcsv# has no .pc file

WARNINGS = -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes
CFLAGS_release = -O2 -g -DNDEBUG
CFLAGS_debug = -O0 -g
CFLAGS_asan = -O1 -g -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=all
CFLAGS_tsan = -O1 -g -fsanitize=thread
CFLAGS_coverage = -O0 -g --coverage
CFLAGS_fuzz = -O2 -g -fno-omit-frame-pointer -fsanitize=fuzzer-no-link,address,undefined,float-cast-overflow -fno-sanitize-coverage=trace-cmp \
	-fno-sanitize-recover=all
CFLAGS ?= $(CFLAGS_$(VARIANT))
PACKAGE_CFLAGS = $(eval PACKAGE_CFLAGS := $$(shell pkg-config --cflags $(PACKAGES)))$(PACKAGE_CFLAGS)
PACKAGE_LIBS = $(eval PACKAGE_LIBS := $$(shell pkg-config --libs $(PACKAGES)))$(PACKAGE_LIBS)
ALL_CFLAGS = -std=c17 -D_POSIX_C_SOURCE=200809L -D_XOPEN_SOURCE=700 $(WARNINGS) -ffp-contract=off -fPIC -fvisibility=hidden \
	-MMD -MP -Iinclude $(PACKAGE_CFLAGS) $(CFLAGS)
INCLUDES = -Isim
LIBS = $(PACKAGE_LIBS) $(UNPACKAGED_LIBS) -lm -lpthread

# The program takes the archives of the packages where there are any: loading GSL's shared library would cost more than
# a run of a small scenario.
ARCHIVE = $(or $(filter /%,$(shell $(CC) -print-file-name=lib$(1).a)),-l$(1))
PROGRAM_LIBS = $(filter-out -l%,$(PACKAGE_LIBS)) \
	$(foreach name,$(filter-out m,$(patsubst -l%,%,$(filter -l%,$(PACKAGE_LIBS) $(UNPACKAGED_LIBS)))),$(call ARCHIVE,$(name))) -lm -lpthread

LIBRARY_SOURCES = $(filter-out $(wildcard sim/cli/*.c),$(wildcard sim/*/*.c))
LIBRARY_OBJECTS = $(LIBRARY_SOURCES:%.c=$(BUILD)/%.o)
CLI_OBJECTS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard sim/cli/*.c))
LIBRARIES = $(BUILD)/libseatsim.a $(BUILD)/$(SONAME) $(BUILD)/libseatsim.so
UNIT_TESTS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/unit/*_test.c))
PROPERTY_TESTS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/property/*_test.c))
ORACLE_PROGRAMS = $(patsubst %.c,$(BUILD)/%,$(wildcard tests/oracle/*.c))
TEST_PROGRAMS = $(UNIT_TESTS) $(PROPERTY_TESTS) $(ORACLE_PROGRAMS)
TEST_HELPERS = $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/*.c))
FUZZERS = $(patsubst %.c,$(BUILD)/%_fuzz,$(filter-out $(FUZZ_SHARED),$(wildcard tests/fuzz/*.c)))
REPLAYS = $(FUZZERS:_fuzz=_replay)
FUZZ_SHARED = tests/fuzz/input.c tests/fuzz/replay.c
BENCH_SHARED = bench/country.c
BENCHES = $(patsubst %.c,$(BUILD)/%,$(filter-out $(BENCH_SHARED),$(wildcard bench/*.c)))

all: $(BUILD)/seatsim $(LIBRARIES) ## build the program and the libraries

# --- building ------------------------------------------------------------------------------------------------------

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) $(INCLUDES) -c $< -o $@

# The command may only include public headers; `make lint` holds it to that, and the linker too.
$(BUILD)/sim/cli/%.o: INCLUDES = -Isim -DSEATSIM_INSTALLED='"$(PREFIX)/share/seatsim"'
$(BUILD)/sim/cli/environment.o: $(BUILD)/prefix

# What objects were made with, so that other flags make them again.
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@echo '$(CC) $(ALL_CFLAGS)' | cmp -s - $@ || echo '$(CC) $(ALL_CFLAGS)' > $@

$(BUILD)/prefix: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX)' | cmp -s - $@ || echo '$(PREFIX)' > $@

# All objects with their internal names, for the unit tests.
$(BUILD)/objects.a: $(LIBRARY_OBJECTS)
	@rm -f $@
	ar rcs $@ $^

# One object in which only the public names are global.
$(BUILD)/libseatsim.a: $(LIBRARY_OBJECTS)
	ld -r -o $(BUILD)/libseatsim.o $^
	objcopy --wildcard --keep-global-symbol='seatsim_*' $(BUILD)/libseatsim.o
	@rm -f $@
	ar rcs $@ $(BUILD)/libseatsim.o

$(BUILD)/$(SONAME): $(LIBRARY_OBJECTS)
	$(CC) $(CFLAGS) -shared -Wl,-soname,$(SONAME) -Wl,-z,defs -Wl,--as-needed $^ $(LIBS) -o $@

$(BUILD)/libseatsim.so: $(BUILD)/$(SONAME)
	ln -sf $(SONAME) $@

$(BUILD)/seatsim: $(CLI_OBJECTS) $(BUILD)/libseatsim.a | $(BUILD)/share/seatsim
	$(CC) $(CFLAGS) $^ -Wl,--as-needed $(PROGRAM_LIBS) -o $@

# A program in its build folder finds standards and chart templates where an installed one does: in share/seatsim.
$(BUILD)/share/seatsim:
	@mkdir -p $@
	@ln -sfn $(CURDIR)/scenarios/standards $@/standards
	@ln -sfn $(CURDIR)/plots $@/plots

# What tests share; a test takes from it what it needs.
$(BUILD)/tests/helpers.a: $(TEST_HELPERS)
	@rm -f $@
	ar rcs $@ $^

$(TEST_HELPERS): INCLUDES = -Isim -Itests

$(TEST_PROGRAMS): $(BUILD)/tests/%: tests/%.c $(BUILD)/tests/helpers.a $(BUILD)/objects.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Isim -Itests $< $(BUILD)/tests/helpers.a $(BUILD)/objects.a -lcmocka $(LIBS) -o $@

$(BENCHES): $(BUILD)/bench/%: bench/%.c $(BENCH_SHARED) $(BENCH_SHARED:.c=.h) $(BUILD)/objects.a
	@mkdir -p $(@D)
	$(CC) $(ALL_CFLAGS) -Ibench -Isim $< $(BENCH_SHARED) $(filter %.a,$^) -Wl,--as-needed $(PROGRAM_LIBS) -o $@

# A fuzz target reads its files from memory. It is built twice: with libFuzzer (clang, VARIANT=fuzz), and with a main that
# gives it files once.
FUZZ_OBJECTS = $(FUZZ_SHARED:%.c=$(BUILD)/%.o) $(patsubst $(BUILD)/%_fuzz,$(BUILD)/%.o,$(FUZZERS))
FUZZ_LINK = $(CC) $(CFLAGS) -Wl,--wrap=file_read,--wrap=file_exists
$(FUZZ_OBJECTS): INCLUDES = -Isim -Itests

$(FUZZERS): %_fuzz: %.o $(BUILD)/tests/fuzz/input.o $(BUILD)/tests/helpers.a $(BUILD)/objects.a
	$(FUZZ_LINK) -fsanitize=fuzzer $^ -lcmocka $(LIBS) -o $@

$(REPLAYS): %_replay: %.o $(BUILD)/tests/fuzz/input.o $(BUILD)/tests/fuzz/replay.o $(BUILD)/tests/helpers.a $(BUILD)/objects.a
	$(FUZZ_LINK) $^ -lcmocka $(LIBS) -o $@

# --- using ---------------------------------------------------------------------------------------------------------

demo: ## install what is missing, build, run the Rizhao scenario and name the files it wrote
	@.ci/setup build charts
	@$(MAKE) --no-print-directory $(JOBS) all
	@mkdir -p $(dir $(OUT))
	$(BUILD)/seatsim run $(SCENARIO) -o $(OUT)

install: all ## install program, libraries, headers and data below DESTDIR/PREFIX
	install -d $(INSTALLED)/bin $(INSTALLED)/include/seatsim $(INSTALLED)/lib/pkgconfig \
		$(INSTALLED)/share/seatsim/standards $(INSTALLED)/share/seatsim/plots
	install -m 755 $(BUILD)/seatsim $(INSTALLED)/bin/seatsim
	install -m 644 include/seatsim/*.h $(INSTALLED)/include/seatsim
	install -m 644 $(BUILD)/libseatsim.a $(INSTALLED)/lib/libseatsim.a
	install -m 755 $(BUILD)/$(SONAME) $(INSTALLED)/lib/$(SONAME)
	ln -sf $(SONAME) $(INSTALLED)/lib/libseatsim.so
	sed -e 's|@PREFIX@|$(PREFIX)|' -e 's|@VERSION@|$(VERSION)|' -e 's|@PACKAGES@|$(PACKAGES)|' \
		-e 's|@LIBS@|$(UNPACKAGED_LIBS)|' \
		seatsim.pc.in > $(INSTALLED)/lib/pkgconfig/seatsim.pc
	install -m 644 scenarios/standards/*.yaml $(INSTALLED)/share/seatsim/standards
	install -m 644 scenarios/seatsim.schema.json $(INSTALLED)/share/seatsim
	install -m 644 plots/*.gp $(INSTALLED)/share/seatsim/plots

uninstall: ## remove what `make install` put there
	rm -rf $(INSTALLED)/bin/seatsim $(INSTALLED)/include/seatsim $(INSTALLED)/share/seatsim \
		$(INSTALLED)/lib/libseatsim.a $(INSTALLED)/lib/$(SONAME) $(INSTALLED)/lib/libseatsim.so \
		$(INSTALLED)/lib/pkgconfig/seatsim.pc

clean: ## remove what was built
	rm -rf $(BUILD)

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

INSTALLED = $(DESTDIR)$(PREFIX)
JOBS = $(if $(findstring jobserver,$(MAKEFLAGS)),,-j$(shell nproc 2>/dev/null || echo 2))

# --- testing (docs/testing.md) --------------------------------------------------------------------------------------

check: ## install what is missing, build and test; the last line counts
	@.ci/setup build charts test
	@$(MAKE) --no-print-directory $(JOBS) all tests
	@tests/run $(BUILD) short

check-all: ## what takes longer: both compilers, sanitizers, valgrind, the second implementation; skips what is missing
	@.ci/setup build charts test
	@.ci/setup editor || true
	@$(MAKE) --no-print-directory $(JOBS) all tests benches
	@tests/run $(BUILD) long

check-fresh: ## prove `make demo` and `make check` in a bare Debian 12 (root, network, minutes)
	@tests/fresh $(BUILD)

fuzz: ## give the loader arbitrary input for SECONDS; needs clang
	@tests/fuzz/run $(BUILD)/fuzz $(SECONDS)

oracle: all ## hold COUNT random scenarios, in which every pair of features has its turn, against the second implementation
	@python3 tests/oracle/compare.py $(BUILD)/seatsim --level pairs --count $(COUNT) --jobs $(shell nproc 2>/dev/null || echo 2)

tests: $(TEST_PROGRAMS) $(REPLAYS) ## build the test programs

unit: $(UNIT_TESTS) ## build and run the unit tests
	@tests/run $(BUILD) unit

lint: all tests ## check layers, names, sizes, messages and keys
	@tests/run $(BUILD) lint

golden: all ## write the expected output of the command tests anew: read the difference
	@UPDATE=1 tests/cli/run $(BUILD)/seatsim tests/cli
	@UPDATE=1 tests/cli/run $(BUILD)/seatsim tests/golden

docs: all ## write the documents that follow from the tables anew
	$(BUILD)/seatsim schema --lang en > scenarios/seatsim.schema.json
	$(BUILD)/seatsim schema --lang en --format markdown > docs/keys.md
	$(BUILD)/seatsim schema --lang zh --format markdown > docs/keys.zh.md

benches: $(BENCHES)

bench: all benches ## measure how fast the program starts, runs and loads, and its classes against real ones in REAL_DATA
	@$(BUILD)/bench/startup $(BUILD)/seatsim $(SCENARIO)
	@bench/check $(BUILD)/seatsim $(SCENARIO)
	@$(BUILD)/bench/load $(BUILD)/seatsim $(BUILD)/bench/load-scenarios
	@$(BUILD)/bench/run $(BUILD)/bench/run-scenarios scenarios
	@$(BUILD)/bench/classes $(REAL_DATA)

-include $(FUZZ_OBJECTS:.o=.d) $(LIBRARY_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(TEST_HELPERS:.o=.d) $(TEST_PROGRAMS:%=%.d)
FORCE:
.PHONY: all demo install uninstall clean help check check-all check-fresh tests fuzz oracle unit lint golden docs bench benches FORCE
