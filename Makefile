# Everything that is done with this project. Each target sets up what it needs first; `make` alone lists them.

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help build test check ready-to-check style types layers problems bench pages constraints clean

python := .venv/bin/python

help: ## Show this list
	@sed -n 's/^\([a-z]*\):.*## /  make \1 ## /p' Makefile | awk -F ' ## ' '{ printf "%-20s%s\n", $$1, $$2 }'

build: ## Make the bundled campaign into output/  (ARGS="--language id --format story")
	@sh .ci/setup build
	@$(python) -m campaign build $(ARGS)

test: ## Run all tests  (ARGS="tests/layout -k flex")
	@sh .ci/setup test
	@$(python) -m pytest -n auto $(ARGS)

check: style types layers problems ## Check style, types, import layers, and the bundled campaign

ready-to-check:
	@sh .ci/setup check
style: ready-to-check
	$(python) -m ruff check .
	$(python) -m ruff format --check .
types: ready-to-check
	$(python) -m mypy
layers: ready-to-check
	.venv/bin/lint-imports --no-logo
problems: ready-to-check
	$(python) -m campaign check

bench: ## Measure ours beside other tools; never fails for being slow
	@sh .ci/setup check
	@$(python) tests/benchmarks/run.py $(ARGS)

pages: ready-to-check ## Write the page of rules, docs/checking.md, anew
	@PYTHONPATH=tests $(python) tests/docs/test_checking.py

constraints: ## Renew constraints.txt with the newest versions that pyproject.toml allows
	@sh .ci/setup check
	@sh .ci/renew-constraints

clean: ## Remove what was made: output/, caches, builds; what was released stays on record
	@find output -mindepth 1 ! -name .gitkeep ! -name .release.json -delete
	@rm -rf build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache tests/benchmarks/.peers
	@find campaign tests -name __pycache__ -type d -prune -exec rm -rf {} +
