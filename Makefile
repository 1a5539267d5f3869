# Two commands are all that is needed on a fresh machine with Python 3.11 or newer:
#   make serve   sets everything up, builds the example and serves it
#   make check   sets everything up and runs all checks and tests
# The rest are parts of these, for whoever changes Telemaco. `make help` lists them.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
OUT := build/example
PORT := 8000

FORMS := $(filter-out %/config.yml,$(wildcard .github/ISSUE_TEMPLATE/*.yml))
WORKFLOWS := $(wildcard .github/workflows/*.yml generator/telemaco/builtin/community/dot-github/workflows/*.yml)

# The pure layers: every branch of them is run by a test.
PURE := messages findings yamltext records model forms review loading rules matching meetings progress reminders tables submissions intake render
EMPTY :=
SPACE := $(EMPTY) $(EMPTY)
COMMA := ,
PURE_FILES := $(subst $(SPACE),$(COMMA),$(foreach layer,$(PURE),generator/telemaco/$(layer).py generator/telemaco/$(layer)/*))

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

.PHONY: help
help: ## list the targets
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{ printf "  make %-20s %s\n", $$1, $$2 }'

# --- The two commands -----------------------------------------------------------------

.PHONY: serve
serve: $(VENV)/.run ## build the example and show it while files change
	$(BIN)/telemaco serve --port $(PORT)

# Two at a time: the longest in one hand, the quick ones first in the other. make stops at the first
# that fails and names it in its last lines.
.PHONY: check
check: $(VENV)/.dev ## all checks and tests
	@$(TWO_AT_A_TIME) pyright lint news workflows translations-check schema-check forms-check contracts mypy example
	@$(MAKE) --no-print-directory tests

TWO_AT_A_TIME := $(MAKE) --no-print-directory --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync)

# --- The environment ------------------------------------------------------------------

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo 'Telemaco needs Python 3.11 or newer. Name one: make $(MAKECMDGOALS) PYTHON=python3.12'; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(INSTALL) --require-hashes --requirement requirements-dev.txt
	$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $(VENV)/.run $@

.PHONY: install
install: $(VENV)/.dev ## the virtual environment with everything that the checks need

# --- The parts of `make check` --------------------------------------------------------

.PHONY: lint
lint: $(VENV)/.dev ## style and format
	$(BIN)/ruff check
	$(BIN)/ruff format --check

.PHONY: types
types: mypy pyright ## mypy and pyright

.PHONY: mypy
mypy: $(VENV)/.dev
	$(BIN)/mypy

.PHONY: pyright
pyright: $(VENV)/.dev
	$(BIN)/pyright --warnings

.PHONY: contracts
contracts: $(VENV)/.dev ## imports go downwards only, each library has one home
	$(BIN)/lint-imports

.PHONY: news
news: $(VENV)/.dev ## the news fragments make a changelog
	$(BIN)/towncrier build --draft --version next > /dev/null

.PHONY: workflows
workflows: $(VENV)/.dev ## GitHub's files are valid and safe, ours and those of a new community
	$(BIN)/zizmor --quiet --offline --no-progress --persona=auditor .github action.yml $(WORKFLOWS)
	$(BIN)/actionlint $(WORKFLOWS)
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-workflows $(WORKFLOWS)
	$(BIN)/check-jsonschema --quiet --builtin-schema custom.github-workflows-require-timeout $(WORKFLOWS)
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-actions action.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.dependabot .github/dependabot.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-config .github/ISSUE_TEMPLATE/config.yml
	$(BIN)/check-jsonschema --quiet --builtin-schema vendor.github-issue-forms $(FORMS)

.PHONY: schema-check
schema-check: $(VENV)/.dev ## docs/schema/ says what the records say
	$(BIN)/telemaco schema --check

.PHONY: forms-check
forms-check: $(VENV)/.dev ## the issue forms say what the files of the example say
	$(BIN)/telemaco forms --check

.PHONY: translations-check
translations-check: $(VENV)/.dev ## the catalogs hold every sentence, translated
	$(BIN)/python scripts/translations.py --check

.PHONY: example
example: $(VENV)/.dev ## the example builds, and every link of its site leads somewhere
	$(BIN)/telemaco check
	$(BIN)/telemaco build --strict --out $(OUT)
	$(BIN)/python scripts/links.py $(OUT)

.PHONY: tests
tests: $(VENV)/.dev ## the tests; every branch of the pure layers is run
	$(BIN)/pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal --cov --cov-report=
	$(BIN)/coverage report --include='$(PURE_FILES)' --fail-under=100

# --- What writes files ----------------------------------------------------------------

.PHONY: format
format: $(VENV)/.dev ## put the code into shape
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: bless
bless: $(VENV)/.dev ## take what the program puts out as what is expected; read the diff
	$(BIN)/pytest --bless -q

.PHONY: schema
schema: $(VENV)/.dev ## write docs/schema/
	$(BIN)/telemaco schema --apply

.PHONY: forms
forms: $(VENV)/.run ## write the issue forms of the example
	$(BIN)/telemaco forms --apply

.PHONY: translations
translations: $(VENV)/.dev ## bring the catalogs up to date; then translate what is new
	$(BIN)/python scripts/translations.py

.PHONY: lock
lock: $(VENV)/.dev ## resolve the dependencies anew, with hashes
	$(LOCK) --output-file requirements.txt pyproject.toml
	$(LOCK) --extra test --extra dev --output-file requirements-dev.txt pyproject.toml

LOCK := $(BIN)/pip-compile --quiet --upgrade --generate-hashes \
	--all-build-deps --allow-unsafe --no-strip-extras \
	--no-emit-find-links --no-emit-trusted-host --no-emit-index-url

.PHONY: heartbeat
heartbeat: $(VENV)/.run ## print when the reminders last ended well, for `make site`; needs a token
	$(BIN)/telemaco doctor --heartbeat

.PHONY: site
site: $(VENV)/.run ## build the example's site into public/
	$(BIN)/telemaco build --strict

.PHONY: second-builder
second-builder: site $(VENV)/.dev ## build the example with Zensical, too: are the addresses the same?
	$(BIN)/python scripts/second_builder.py .telemaco build/zensical

.PHONY: lighthouse
lighthouse: site $(VENV)/.dev ## full marks for accessibility, best practices and SEO; needs Node.js and Chromium
	npm install --no-save --no-package-lock --ignore-scripts lighthouse@13.5.0
	TELEMACO_BENCH_SITE=public $(BIN)/python -m bench lighthouse --strict

.PHONY: screenshots
screenshots: site $(VENV)/.dev ## take the pictures of docs/ and the handbook anew; needs Chromium
	$(BIN)/python docs/screenshots.py
	$(BIN)/python docs/forms_preview.py --handbook

.PHONY: bench
bench: $(VENV)/.dev ## measure
	$(BIN)/python -m bench

.PHONY: clean
clean: ## remove what was built, and the environment
	rm -rf $(VENV) build dist public .coverage
