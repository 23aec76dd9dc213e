# Two commands set everything up on a fresh machine: `make run` and `make test`.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
PORT   ?= 8501

.PHONY: env native run demo test golden check format bench lock screenshots clean

env: $(VENV)/ready

$(VENV)/ready: requirements-dev.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Henkaku needs Python 3.11 or newer; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

native: env
	@$(BIN)/python scripts/install_native.py

run: env native
	$(BIN)/henkaku serve --port $(PORT)

demo: env native
	$(BIN)/henkaku demo examples/company_b.yaml --port $(PORT)

test: env
	@$(BIN)/python scripts/install_native.py --with-browser
	$(BIN)/pytest -n auto --dist loadfile

golden: env
	$(BIN)/python -m tests.golden.reports

check: env
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/henkaku check
	$(BIN)/python -m assessments.schema --check

format: env
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: env native
	$(BIN)/python -m benchmarks

screenshots: env
	@$(BIN)/python scripts/install_native.py --with-browser
	$(BIN)/python scripts/screenshots.py

# uv resolves; its own lock file names download hosts, so only the hashed requirements are kept.
lock:
	uv pip compile pyproject.toml --group build --all-extras --generate-hashes --universal --python-version 3.11 --no-header --upgrade -q -o requirements.txt
	uv pip compile pyproject.toml --group build --group dev --all-extras --generate-hashes --universal --python-version 3.11 --no-header -c requirements.txt -q -o requirements-dev.txt

clean:
	rm -rf $(VENV) build dist *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
