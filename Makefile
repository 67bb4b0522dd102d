# Everything starts here.  On a machine with Python 3.11 or newer, pip and make:
#
#   make run                 set up, then open the explorer on the articles in seeds/
#   make run FILES=a.txt     the same on files or folders of your own
#   make test                set up, then run the tests
#   make check               what CI runs: format, lint, types, layers, tests
#   make screenshots         draw the pictures in screenshots/ again
#   make bench               measure speed, as ratios within one run
#   make fuzz                read ten megabytes of mutated news, say what breaks a law
#   make accuracy            measure the reader against the gold documents in tests/
#   make clean               remove what the targets above have made
#
# The environment lives in .venv (or VENV=...).  `uv` makes it where it is installed, pip otherwise.

VENV ?= .venv
FILES ?= seeds
BIN := $(VENV)/bin
# The whole suite runs in as many processes as there are cores; tests/conftest.py says what runs where.
TOGETHER := -n auto --dist loadgroup --no-loadscope-reorder
DEVELOP := $(VENV)/.develop-stamp
PROGRAM := $(VENV)/.program-stamp

.DEFAULT_GOAL := help
.PHONY: help run test check format screenshots bench fuzz accuracy clean
# A recipe that fails half-way leaves no stamp behind.
.DELETE_ON_ERROR:

help:
	@sed -n '3,12s/^# *//p' Makefile

run: $(PROGRAM)
	@$(BIN)/figscope $(FILES)

test: $(DEVELOP)
	$(BIN)/pytest $(or $(ARGS),$(TOGETHER))

check: $(DEVELOP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/pytest $(TOGETHER)

format: $(DEVELOP)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

screenshots: $(DEVELOP)
	$(BIN)/python -m tests.screenshots

bench: $(DEVELOP)
	$(BIN)/python -m tests.bench $(ARGS)

# ARGS="--seed 2 --megabytes 1 --numerals 50000" reads less; the second line tries the tests' own strategies.
fuzz: $(DEVELOP)
	$(BIN)/python -m tests.fuzz $(ARGS)
	$(BIN)/pytest tests/test_fuzz.py tests/test_laws.py --hypothesis-profile=long --hypothesis-seed=random

accuracy: $(DEVELOP)
	$(BIN)/python -m tests.accuracy $(ARGS)

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# -- the environment ------------------------------------------------------------------------------
# Two steps, so that running the program does not wait for the tools that only its makers need.

$(PROGRAM): pyproject.toml | $(BIN)/python
	$(call install,.)
	@echo "Preparing the rules (once)" && $(BIN)/python -c 'from parsers.pipeline import engine; engine()'
	@$(BIN)/python -m compileall -q parsers tui
	@touch $@

$(DEVELOP): pyproject.toml | $(BIN)/python
	$(call install,.[dev])
	@touch $@ $(PROGRAM)

# Some systems ship Python without `venv`: virtualenv, fetched by pip, does the same there.
$(BIN)/python:
	@if command -v uv >/dev/null 2>&1; then \
	    uv venv --quiet --python '>=3.11' $(VENV); \
	else \
	    python=$$($(find_python)) || exit 1; \
	    $$python -m venv $(VENV) 2>/dev/null || { \
	        rm -rf $(VENV); \
	        $$python -m pip install --quiet --target build/virtualenv virtualenv && \
	        PYTHONPATH=build/virtualenv $$python -m virtualenv --quiet $(VENV); \
	    }; \
	fi

# The first of the usual names that is new enough.
define find_python
for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
    if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then echo $$name; exit 0; fi; \
done; \
echo "figscope needs Python 3.11 or newer; none was found (say which with PYTHON=...)" >&2; exit 1
endef

define install
@echo "Installing into $(VENV): $(1)"
@if command -v uv >/dev/null 2>&1; then \
    uv pip install --quiet --python $(BIN)/python --editable '$(1)'; \
else \
    $(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '$(1)'; \
fi
endef
