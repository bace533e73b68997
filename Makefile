# Every target works in a fresh clone and installs what it needs first. `make` alone lists them.
# GNU make and a POSIX shell; SWIFT and ARGS may be given: `make demo ARGS=--keep`, `make test ARGS='--filter SpoolingTests'`.

SWIFT ?= swift
ARGS ?=
BENCHMARK ?= sluss-benchmark

export SWIFT

# The released program carries Swift's own libraries, so that it runs where no Swift is installed; where the toolchain has no static ones
# (not all packages of it do), it is linked against the toolchain's.
STATIC := $(shell test -d "$$(dirname "$$(readlink -f "$$(command -v $(SWIFT))" 2>/dev/null)" 2>/dev/null)/../lib/swift_static" && echo --static-swift-stdlib)
RELEASE := build -c release $(STATIC) -Xlinker -s

# Everything swift-format looks at; a folder that does not exist yet is left out.
FORMATTED := Package.swift $(wildcard Sources Tests Benchmarks Fuzzing)

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help demo build test test-faults test-stories test-roundtrip check lint format bench-quick bench-large bench-register fuzz fuzz-quick clean
.PHONY: build-dependencies test-dependencies

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))

demo: build ## Three gateways on this machine: send, stop, kill, tamper, and check every claim (ARGS=--keep leaves them running)
	.build/release/sluss demo $(ARGS)

build: build-dependencies ## Release build: .build/release/sluss
	$(SWIFT) $(RELEASE) --product sluss

test: test-dependencies ## Debug build and all tests, fault injection with reduced loops
	$(SWIFT) build --build-tests
	Scripts/run-tests.sh $(ARGS)

test-faults: test-dependencies ## Crash at every system call that changes something and 200 random kills, in full (up to 10 minutes)
	$(SWIFT) build --build-tests
	SLUSS_FULL_FAULTS=1 Scripts/run-tests.sh --filter '^(FaultTests|SpoolingTests)\.' --skip 'ForeignPeer|Hostile(File|Schema)' $(ARGS)

test-stories: test-dependencies ## The four stories between three gateways, each in 200 orders of arrival (up to 10 minutes)
	$(SWIFT) build --build-tests
	SLUSS_STORY_ORDERS=200 Scripts/run-tests.sh --filter '^StoryTests\.' $(ARGS)

test-roundtrip: test-dependencies ## Write and read back 10 000 messages of each type, xmllint as second judge
	$(SWIFT) build --build-tests
	SLUSS_FULL_ROUNDTRIP=1 Scripts/run-tests.sh --filter '^CareMessagesTests\.RoundTripTests' $(ARGS)

check: lint build test ## What a change must pass: format, release build with warnings as errors, tests

lint: build-dependencies
	@for script in Scripts/*.sh Certs/*.sh; do sh -n "$$script" || exit 1; done
	@bash -n .ci/run
	@if $(SWIFT) format --version >/dev/null 2>&1; then \
		$(SWIFT) format lint --strict --parallel --recursive $(FORMATTED); \
	else echo "make lint: this toolchain has no swift format; formatting is not checked" >&2; fi

format: build-dependencies ## Rewrite the sources in the project's format
	$(SWIFT) format --in-place --parallel --recursive $(FORMATTED)

bench-quick: build ## One minute of throughput, latency and memory against the limit of this machine
	$(SWIFT) $(RELEASE) --product $(BENCHMARK)
	.build/release/$(BENCHMARK) quick $(ARGS)

bench-large: build ## Attachments of 100 MB and 1 GB both ways: time, and how much memory both daemons take
	$(SWIFT) $(RELEASE) --product $(BENCHMARK)
	.build/release/$(BENCHMARK) large $(ARGS)

bench-register: build ## A register of 100 000 cases: where the time of a list goes
	$(SWIFT) $(RELEASE) --product $(BENCHMARK)
	.build/release/$(BENCHMARK) register $(ARGS)

fuzz: test-dependencies ## Fuzz every door with libFuzzer and AddressSanitizer, 10 minutes each (FUZZ_SECONDS, FUZZ_TARGETS, FUZZ_SEEDS)
	Scripts/fuzz.sh

fuzz-quick: test-dependencies ## The same, 30 seconds each
	FUZZ_SECONDS=30 Scripts/fuzz.sh

clean: ## Remove what was built and installed under .build; fetched packages stay
	$(SWIFT) package clean
	rm -rf .build/python .build/python.log .build/test.log

build-dependencies:
	@Scripts/install-dependencies.sh build

test-dependencies:
	@Scripts/install-dependencies.sh test
