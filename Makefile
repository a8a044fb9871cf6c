# Two commands do everything on a fresh machine: `make site` and `make test`.
# Both install the C library that parses Markdown where it is missing.

.PHONY: site test setup setup-test format lint check bench-templates fuzz-templates score clean

site: setup
	swift run sitegen

test: setup setup-test
	swift test

# What the build needs.
setup:
	@sh Tests/Scripts/install-packages.sh libcmark-gfm-dev libcmark-gfm-extensions-dev

# What the tests compare with.
setup-test:
	@sh Tests/Scripts/install-packages.sh cmark-gfm

# The committed site equals a fresh build.
check: setup
	swift run sitegen build --check

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

clean:
	rm -rf .build .build-* .build_*
