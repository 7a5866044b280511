# Two commands matter: `make demo` shows the whole thing at work, `make test` proves it.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
KB := $(BIN)/evidencekb

.PHONY: demo test browser lint bench clean

demo: $(VENV)/.installed
	@echo; echo "1. Is the claim base itself sound?"
	@$(KB) validate
	@echo; echo "2. What does it say of a draft with planted errors?"
	@$(KB) check tests/drafts/sample-article.md || test $$? -eq 1
	@echo; echo "3. The site"
	@$(KB) build
	@echo; echo "Open site/_build/index.html in a browser."

test: $(VENV)/.installed-dev browser
	$(BIN)/pytest -n auto --dist loadgroup

# The pages are tested in Chromium; where it cannot be had, those tests say so and are skipped.
browser:
	@sh tests/site/get-browser.sh

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry src

bench: $(VENV)/.installed-dev
	$(BIN)/python benchmarks/run.py
	$(BIN)/python benchmarks/drafts.py
	$(BIN)/python benchmarks/coherence.py
	$(BIN)/python benchmarks/building.py

clean:
	rm -rf $(VENV) site/_build site/._build.evidencekb

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[search]'
	@touch $@

$(VENV)/.installed-dev: pyproject.toml | $(VENV)/bin/python
	$(BIN)/pip install --quiet --disable-pip-version-check --editable '.[dev]'
	@touch $@ $(VENV)/.installed
