# Dateline. `make` lists the targets; `make run` and `make test` install what they need into .venv.
PYTHON ?= python3
BIN := .venv/bin
UV ?= uv
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PIP_NO_INPUT := 1
export OMP_NUM_THREADS ?= 1

.DEFAULT_GOAL := help
.PHONY: help run test lint gold docs bless benchmark speed gazetteer models lock wheel clean

help: ## lists the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

# Stamps keep a second run offline: pip is asked again only when a lock or the project file changes.
.venv/base.stamp: requirements.txt requirements-build.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo 'Dateline needs Python 3.11 or newer: make run PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install -q --require-hashes -r requirements.txt
	$(BIN)/pip install -q --require-hashes -r requirements-build.txt
	$(BIN)/pip install -q --no-build-isolation --no-deps --no-index --editable .
	@touch $@

.venv/dev.stamp: .venv/base.stamp requirements-dev.txt
	$(BIN)/pip install -q --require-hashes -r requirements-dev.txt
	@touch $@

.venv/train.stamp: .venv/dev.stamp requirements-train.txt
	$(BIN)/pip install -q --require-hashes -r requirements-train.txt
	@touch $@

run: .venv/base.stamp ## installs Dateline into .venv, codes examples/, shows one report
	@mkdir -p build
	$(BIN)/dateline code examples --published 2025-06-16 --out build/examples.jsonl
	$(BIN)/dateline read examples/protest.txt --published 2025-06-16

test: lint ## ruff, mypy, then all tests (the manual and the layers too)
	$(BIN)/pytest -n 2

lint: .venv/dev.stamp ## ruff and mypy --strict
	$(BIN)/ruff check .
	$(BIN)/mypy

gold: .venv/dev.stamp ## the golden articles alone
	$(BIN)/pytest tests/gold

docs: .venv/dev.stamp ## writes help texts, schema and examples into the manual, then runs its tests
	$(BIN)/dateline schema > docs/schema.json
	$(BIN)/cog -I . -r README.md docs/*.md
	$(BIN)/pytest tests/docs

bless: .venv/dev.stamp ## takes over what Dateline says now: make bless GOLD=<folder of tests/gold>
	@test -n "$(GOLD)" || { echo 'which one? make bless GOLD=<folder>'; exit 2; }
	$(BIN)/python -m tests.gold.bless $(GOLD)

benchmark: .venv/dev.stamp ## scores on gold, side by side with peers: make benchmark GOLD=../shared/gold
	$(BIN)/python -m benchmarks.quality all --gold $(or $(GOLD),../shared/gold)

speed: .venv/dev.stamp ## words a second and memory
	$(BIN)/python -m benchmarks.speed

gazetteer: .venv/train.stamp ## makes src/dateline/gazetteers
	$(BIN)/python training/gazetteer.py

models: .venv/train.stamp ## trains src/dateline/models: make models GOLD=../shared/gold
	$(BIN)/python -m training.statements --gold $(or $(GOLD),../shared/gold)/statements
	$(BIN)/python -m training.places $(or $(GOLD),../shared/gold)/places

lock: ## makes the hash-pinned locks from pyproject.toml (needs uv)
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -o requirements.txt
	printf 'editables\nhatchling\n' | $(UV) pip compile -q - --universal --python-version 3.11 --generate-hashes --no-header -o requirements-build.txt
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 --extra dev --generate-hashes --no-header -o requirements-dev.txt
	$(UV) pip compile -q pyproject.toml --universal --python-version 3.11 --extra dev --extra train --generate-hashes --no-header -o requirements-train.txt

wheel: .venv/dev.stamp ## builds dist/*.whl and tries it in an empty environment
	$(BIN)/python -m hatchling build -t wheel
	DATELINE_SLOW=1 $(BIN)/pytest tests/test_wheel.py

clean: ## removes what was built, .venv too
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
