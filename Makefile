# The chores of Dateline. `make demo` shows what it does; `make test` says whether it is sound.
.POSIX:

PYTHON = .venv/bin/python

.PHONY: help demo test setup setup-dev lint format floors lock readme clean

help:
	@echo 'make demo    set up, and read the built-in sample into a chronicle'
	@echo 'make test    set up, and run the tests (PYTEST_ARGS="-k word" for some)'
	@echo 'make setup   set up only: leaves .venv/bin/dateline'
	@echo 'make lint    ruff and mypy'
	@echo 'make format  put the source into its form'
	@echo 'make floors  quality floors, where their data is present'
	@echo 'make lock    write the locks again (LOCK_ARGS=--upgrade for newer versions)'
	@echo 'make readme  put the real output of its example into the README'
	@echo 'make clean   remove .venv and what tools have left'

demo: setup
	@.venv/bin/dateline demo

test: setup-dev
	@$(PYTHON) -m pytest $(PYTEST_ARGS)

setup:
	@sh scripts/setup.sh

setup-dev:
	@sh scripts/setup.sh dev

lint: setup-dev
	@$(PYTHON) -m ruff check .
	@$(PYTHON) -m ruff format --check .
	@$(PYTHON) -m mypy

format: setup-dev
	@$(PYTHON) -m ruff check --fix-only .
	@$(PYTHON) -m ruff format .

floors: setup-dev
	@$(PYTHON) -m dateline.evaluation floors

lock: setup
	@sh scripts/lock.sh $(LOCK_ARGS)

readme: setup
	@$(PYTHON) scripts/readme.py

clean:
	rm -rf .venv .uv .pytest_cache .mypy_cache .ruff_cache .hypothesis build dist
