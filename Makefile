# Two commands on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
VENV   ?= .venv
BIN     = $(VENV)/bin
PIP     = $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt

.PHONY: help demo test corpus lint format bench fuzz clean

help:
	@echo "make demo    install and build the sample documents into out/"
	@echo "make test    install what the tests need and run them"
	@echo "make fuzz    fuzz the way in for SECONDS_EACH (default 120) each"
	@echo "make lint    ruff and mypy --strict"
	@echo "make corpus  build and read back every document of PLAINLANG_CORPUS"
	@echo "make clean   remove the virtual environment and everything that was built"

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit("plainlang needs Python 3.11 or later, this is %s. Run: make PYTHON=python3.12 …" % sys.version.split()[0] if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable .
	@touch $@

$(VENV)/.installed-test: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable ".[test]"
	@touch $(VENV)/.installed $@

$(VENV)/.installed-lint: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable ".[test,lint]"
	@touch $(VENV)/.installed $(VENV)/.installed-test $@

demo: $(VENV)/.installed
	$(BIN)/plainlang build
	@echo "And the drafts of their translations (Chinese on paper needs a font of its own):"
	$(BIN)/plainlang build --quiet --language all --format html,epub
	$(BIN)/plainlang build --quiet --language es,ar,vi
	@echo
	@echo "Open out/index.html in a browser: it lists every edition."

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n 2 -m "not corpus"

corpus: $(VENV)/.installed-test
	$(BIN)/python -m pytest -n 2 -m corpus

lint: $(VENV)/.installed-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.installed-lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(VENV)/.installed
	$(BIN)/python benchmarks/run.py

$(VENV)/.installed-fuzz: pyproject.toml constraints.txt | $(BIN)/python
	$(PIP) --editable ".[fuzz]"
	@touch $(VENV)/.installed $@

fuzz: $(VENV)/.installed-fuzz
	@for name in decode front_matter html cleanup office; do \
	  mkdir -p fuzz/found/$$name && \
	  $(BIN)/python fuzz/fuzz_$$name.py fuzz/found/$$name seeds -max_len=2000 \
	    -timeout=30 -artifact_prefix=fuzz/found/ -max_total_time=$${SECONDS_EACH:-120} || exit 1; \
	done

clean:
	rm -rf $(VENV) build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find out -mindepth 1 ! -name .gitkeep -delete
