# Evenkeel's commands. `make help` lists them; what takes more than three lines stands in tools/.

.DEFAULT_GOAL := help
.PHONY: help run test test-machines test-data test-calendar test-raters test-network test-print test-wayland test-orca attack attack-short screens release-check licences bench torture fuzz lint fmt clippy doc scripts
.PHONY: package check-package test-package
.PHONY: package-windows test-windows check-macos

ARGS ?=
ATTACKS ?=
MACHINES ?=
QUICK ?=
SECONDS_OF_FUZZING ?= 60

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "make %-15s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

run: ## install what the window needs, build, start the app (ARGS="FILE" opens one)
	@tools/run.sh $(ARGS)

test: ## install what the tests need, run every test
	@tools/rust.sh
	@tools/need.sh build pictures report bus torture || echo "Going on without: tests of pictures, of the report and of printing may fail."
	@rm -rf target/screens target/screens-differ
	cargo test --locked
	@tools/check-screens.sh

test-machines: ## run every test on Debian 12 and 13, as root and not, in other zones, languages, with other fonts (as root)
	@tools/test-machines.sh $(MACHINES)

test-print: ## print for real through the system's dialog, and make it fail (Debian, as root)
	@tests/print/run.sh

test-wayland: ## drive the window under sway and Weston, without X11 (Debian)
	@tools/need.sh build window wayland
	@tests/wayland/run.sh

test-orca: ## drive the window by keyboard while Debian's Orca reads it, and look at what it says
	@tools/need.sh build window orca
	@tests/orca/run.sh

test-data: ## read exports in DuckDB, pandas and Spark as docs/DATA.md says
	@tools/need.sh build data
	@tests/data/run.sh

test-calendar: ## read the calendar files of plans with Python's icalendar and with khal
	@tools/need.sh build data
	@tests/calendar/run.sh

test-raters: ## build the raters' form again and use it in Chromium and Firefox (QUICK=quick: without browsers)
	@tools/need.sh form $(if $(QUICK),,browsers)
	@tests/raters/run.sh $(QUICK)

test-network: ## trace the command line and the window: no socket leads outside
	@tools/need.sh build window display torture
	@tests/network/run.sh

attack: ## kill, stall and starve the running window, at length (ATTACKS="kill stall" makes only those)
	@tools/need.sh build window display torture attack
	@tests/attack/run.sh long $(ATTACKS)

attack-short: ## the same in a few minutes
	@tools/need.sh build window display torture attack
	@tests/attack/run.sh short $(ATTACKS)

release-check: ## is everything ready for a release?
	@tools/need.sh build pictures report display
	@tools/release-check.sh

screens: ## draw those docs/screens/*.png again that look otherwise now
	@tools/need.sh build pictures report
	@rm -rf target/screens target/screens-differ
	UPDATE_SCREENS=1 cargo test --locked --test it -- screens pictures
	@tools/check-screens.sh

bench: ## time the core, the report, and the window against an empty one
	cargo bench --locked --manifest-path benches/Cargo.toml --target-dir "$${CARGO_TARGET_DIR:-target}"
	@tools/bench-report.sh
	@tools/bench-window.sh
	@tools/bench-mouse.sh
	@tools/bench-size.sh

licences: ## collect the licences of everything that is built in (after a change of Cargo.lock)
	@tools/licences.sh

torture: ## make every write, sync and rename of a save fail in turn, for real
	@tools/need.sh build torture
	cargo test --locked --test it torture -- --nocapture

fuzz: ## feed the readers of files, journals and tables mangled ones (SECONDS_OF_FUZZING=60)
	@tools/fuzz.sh $(SECONDS_OF_FUZZING)

package: ## the .deb and the .tar.gz for Linux, in target/packages/
	@tools/need.sh build package
	@packaging/linux/build.sh
	@packaging/linux/check.sh

check-package: ## are the packages as Debian and the desktops want them?
	@tools/need.sh package flatpak
	@packaging/linux/check.sh

test-package: ## install, use and remove the packages in a Debian of their own (Debian, as root)
	@packaging/linux/test.sh

package-windows: ## the installer for Windows, in target/packages/ (on Debian; PROFILE=release builds quicker)
	@tools/need.sh build windows
	@packaging/windows/build.sh

test-windows: ## install, use and remove what package-windows made, under Wine
	@tools/need.sh build windows wine display report
	@packaging/windows/test.sh

check-macos: ## does it compile for macOS, and is its bundle in order?
	@tools/need.sh build macos
	@packaging/macos/check.sh

lint: fmt clippy doc scripts ## what CI checks besides the tests

fmt: ## is everything formatted?
	cargo fmt --check

clippy: ## clippy, warnings as errors
	@tools/need.sh build
	cargo clippy --locked --all-targets -- -D warnings
	cargo clippy --locked --no-default-features -- -D warnings

# `--examples` makes Cargo choose the same features for the dependencies as for the tests, so that nothing is built twice.
doc: ## the documentation of the code, warnings as errors
	RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --lib --examples

scripts: ## shellcheck over the scripts
	@tools/need.sh lint
	shellcheck .ci/run tools/*.sh tests/data/*.sh tests/calendar/*.sh tests/raters/*.sh raters-form/fonts/*.sh tests/attack/*.sh tests/network/*.sh tests/print/*.sh tests/wayland/*.sh tests/orca/*.sh assets/icon/*.sh packaging/*/*.sh
