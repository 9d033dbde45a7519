# Every target does its own set-up; stamp files make the second run quick.
#
#   make run                 the demo; make run ARGS="https://..." passes arguments instead
#   make test                format, lint, types, layers, tests
#   make lint | fix          all but the tests | repair what can be repaired
#   make coverage            shows that tests reach every line and branch of the scheduling core
#   make stress | bench      long loops that prove a bound | speed beside aria2c and curl
#   make dist | test-dist    what people install, into dist/ | installed, tried and removed in a clean root
#   make docs                the documentation as a site, into build/site
#   make translations        collect the window's words for Qt Linguist, pack what was translated
#   make test PYTHON=python3.13     with another Python, in a virtual environment of its own

ifdef PYTHON
  VENV := .venv-$(shell $(PYTHON) -c 'import sys; print("%d.%d" % sys.version_info[:2])')
else
  VENV := .venv
endif
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
JOBS ?= 2

.DEFAULT_GOAL := help
.PHONY: help run test lint fix coverage stress bench translations dist test-dist docs setup setup-dev clean

help:
	@sed -n 's/^# \{0,2\}//p' Makefile

run: setup
	$(BIN)/headwater $(or $(ARGS),--demo)

test: lint
	$(BIN)/pytest -n $(JOBS) --dist loadfile $(ARGS)

lint: setup-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fix: setup-dev
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

coverage: setup-dev
	$(BIN)/pytest --cov -n $(JOBS) --dist loadfile $(ARGS) tests/unit/model tests/unit/schedule \
		tests/property/test_schedule.py tests/property/test_sentence_values.py

stress: setup-dev
	$(BIN)/pytest -m stress --timeout 0 $(ARGS)
	$(BIN)/pytest --hypothesis-profile=search --timeout 0 tests/property

bench: setup-dev
	$(BIN)/python -m tests.bench $(ARGS)

dist: dist/.stamp

test-dist: dist/.stamp setup-dev
	@packaging/install_system_packages packaging/system_packages_dist.txt
	$(BIN)/pytest -m dist tests/dist $(ARGS)

translations: setup
	$(BIN)/python packaging/translations

# Material's announcement of its successor is no warning of ours.
docs: $(VENV)/.stamp-docs
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet --clean

setup: $(VENV)/.stamp-run
setup-dev: $(VENV)/.stamp-dev

$(VENV)/.stamp-venv: packaging/system_packages.txt
	@PYTHON="$(PYTHON)" packaging/install_system_packages $<
	@python="$$(packaging/find_python $(PYTHON))" && \
		{ $(BIN)/python -m pip --version >/dev/null 2>&1 || "$$python" -m venv --clear $(VENV); }
	@$(PIP) install --upgrade 'pip>=25.1'
	@touch $@

$(VENV)/.stamp-run: $(VENV)/.stamp-venv pyproject.toml
	@echo "Installing Headwater and what it needs into $(VENV)"
	@$(PIP) install --editable .
	@touch $@

$(VENV)/.stamp-dev: $(VENV)/.stamp-run
	@echo "Installing what its tests need"
	@$(PIP) install --group dev
	@touch $@

$(VENV)/.stamp-docs: $(VENV)/.stamp-run
	@echo "Installing what the documentation is made with"
	@$(PIP) install --group docs
	@touch $@

# Packages are made in an environment of their own: what only developers have must not get into them.
DIST_BIN := $(VENV)-dist/bin
DIST_SOURCES := $(shell find app ui resources packaging -type f -not -name '*.pyc') pyproject.toml README.md CHANGELOG.md

$(VENV)-dist/.stamp: pyproject.toml packaging/system_packages_dist.txt $(VENV)/.stamp-venv
	@packaging/install_system_packages packaging/system_packages_dist.txt
	@python="$$(packaging/find_python $(PYTHON))" && "$$python" -m venv --clear $(VENV)-dist
	@$(DIST_BIN)/python -m pip --disable-pip-version-check --quiet install --upgrade 'pip>=25.1'
	@$(DIST_BIN)/python -m pip --disable-pip-version-check --quiet install --group dist --no-binary pillow-avif-plugin
	@$(DIST_BIN)/python -m pip --disable-pip-version-check --quiet install backports.zstd --no-binary backports.zstd \
		--config-settings=--build-option=--system-zstd
	@touch $@

dist/.stamp: $(VENV)-dist/.stamp $(DIST_SOURCES)
	@rm -rf dist build/bundle build/share
	$(DIST_BIN)/python -m build --no-isolation --outdir dist .
	@$(DIST_BIN)/python -m pip --disable-pip-version-check --quiet install --force-reinstall --no-deps dist/headwater-*.whl
	@$(DIST_BIN)/python -m pip --disable-pip-version-check --quiet install dist/headwater-*.whl
	nice -n 19 $(DIST_BIN)/python packaging/steps/bundle.py
	$(DIST_BIN)/python packaging/steps/share.py build/share
	$(DIST_BIN)/python packaging/steps/deb.py
	$(DIST_BIN)/python packaging/steps/sizes.py
	nice -n 19 $(DIST_BIN)/python packaging/steps/appimage.py
	cd dist && sha256sum headwater* Headwater* > SHA256SUMS
	@touch $@

clean:
	rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache htmlcov .coverage
