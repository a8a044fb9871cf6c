# Two commands do everything on a fresh machine: `make site` and `make test`.
# Both install the C library that parses Markdown where it is missing.

.PHONY: site test setup setup-test check lint format score bench-templates fuzz-templates clean

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

# Precision and recall of the readers against verified answers beside the checkout.
score: setup
	swift build -c release
	python3 Tests/Scoring/score.py .build/release/sitegen

# The template engine beside a hand-written floor, Jinja2 and MiniJinja, as ratios of one run.
bench-templates: setup
	sh Tests/Benchmarks/run-templates.sh

# Random templates from the grammar, compared with Jinja2.
fuzz-templates: setup
	python3 Tests/Fuzz/differential.py

clean:
	rm -rf .build .build-* .build_*
