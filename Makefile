# Two commands do everything: `make site` and `make test`. `make help` lists the rest.
.DEFAULT_GOAL := help
.PHONY: help site serve check new new-guide bench explain list status due links translated translation-pack translation-import rules test test-quick lock clean

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
export PYTHONPATH := hooks
# Material prints an advertisement about MkDocs 2 on every build; it is not about this site.
export NO_MKDOCS_2_WARNING := 1
# The same commit gives the same bytes: files are dated by the commit, or where there is no git, by the guide's review.
EPOCH := $(shell git log -1 --format=%ct 2>/dev/null)
ifneq ($(EPOCH),)
export SOURCE_DATE_EPOCH := $(EPOCH)
endif

export CANLLAW_COMMIT := $(shell git rev-parse HEAD 2>/dev/null)

help: ## List the commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

site: $(VENV)/site.installed ## Install, check, build: site/ is the whole site, dist/ its offline editions; both or neither are new. CLEAN=1: use nothing kept
	@$(RUN) -m canllaw build $(if $(MINISIGN_KEY),--key "$(MINISIGN_KEY)") $(if $(CLEAN),--clean)

serve: $(VENV)/site.installed ## Preview at http://127.0.0.1:8000/, rebuilt as you write
	$(RUN) -m mkdocs serve

check: $(VENV)/site.installed ## Check the guide without building it
	@$(RUN) -m canllaw check

new: $(VENV)/site.installed ## Begin a page in both languages: make new PAGE=stay-calm TITLE_EN="Stay calm" TITLE_CY="Cadw'n dawel" SECTION=help
	@$(RUN) -m canllaw new "$(PAGE)" $(if $(SECTION),--section "$(SECTION)")

new-guide: $(VENV)/site.installed ## Begin a guide beside the others: make new-guide NAME=neglect TITLE_EN="Neglect" TITLE_CY="Esgeulustod" BASIS=wsp-definitions
	@$(RUN) -m canllaw new-guide "$(NAME)" $(if $(BASIS),--basis "$(BASIS)")

explain: $(VENV)/site.installed ## Say what a rule means: make explain RULE=PA001
	@$(RUN) -m canllaw explain $(RULE)

list: $(VENV)/site.installed ## List every rule
	@$(RUN) -m canllaw list

status: $(VENV)/site.installed ## Show what is written, translated, checked and confirmed
	@$(RUN) -m canllaw status

due: $(VENV)/site.installed ## List what is due for review, here and in build/due.json and build/due.ics: make due BY=2027-01-31
	@$(RUN) -m canllaw due --format ical --write build/due.ics $(if $(BY),--by $(BY))
	@$(RUN) -m canllaw due --format json --write build/due.json $(if $(BY),--by $(BY))
	@$(RUN) -m canllaw due $(if $(BY),--by $(BY))

links: $(VENV)/site.installed ## Visit every link to another site and tell which are dead or moved; build/links.json has it all
	@$(RUN) -m canllaw links --json build/links.json

translated: $(VENV)/site.installed ## Stamp a translation that you have looked at: make translated PAGE=grooming
	@$(RUN) -m canllaw translated $(PAGE)

translation-pack: $(VENV)/site.installed ## Write what translators are to translate into build/translation/: ALL=1 for everything
	@$(RUN) -m canllaw translation-pack $(if $(ALL),--all)

translation-import: $(VENV)/site.installed ## Bring back what they translated: make translation-import FILE=canllaw-cy.xlf
	@$(RUN) -m canllaw translation-import "$(FILE)"

rules: $(VENV)/site.installed ## Write hooks/RULES.md again after a change to a rule
	$(RUN) -m canllaw rules-page --write hooks/RULES.md

test: $(VENV)/test.installed ## Install what the tests need, browsers included, and run everything
	.ci/browsers
	.ci/checkers
	.ci/properdocs
	$(RUN) -m ruff format --no-cache --check .
	$(RUN) -m ruff check --no-cache .
	$(RUN) -m mypy
	$(RUN) -m pytest -n 2 --dist loadgroup

test-quick: $(VENV)/test.installed ## Run the tests that need neither a browser nor a whole build
	$(RUN) -m pytest tests/unit tests/rules

bench: $(VENV)/test.installed ## Measure, with the peer in the same run: ONLY="scale" SIZES="100 300" for a part; FORMS=table.tsv for Welsh word forms
	.ci/browsers
	.ci/checkers
	PYTHONPATH=hooks:tests FORMS="$(FORMS)" QUERIES="$(QUERIES)" ONLY="$(ONLY)" SIZES="$(SIZES)" $(RUN) -m bench

lock: $(VENV)/site.installed ## Write the lock files again after a change to pyproject.toml
	$(RUN) -m pip install --quiet uv
	$(VENV)/bin/uv pip compile pyproject.toml --universal --generate-hashes --python-version 3.11 --no-header --quiet -o requirements.lock
	echo properdocs==1.6.7 | $(VENV)/bin/uv pip compile - --no-deps --universal --generate-hashes --python-version 3.11 --no-header --no-annotate --quiet -o tests/properdocs/requirements.lock
	$(VENV)/bin/uv pip compile pyproject.toml --extra test -c requirements.lock --universal --generate-hashes --python-version 3.11 --no-header --quiet -o tests/requirements.lock

clean: ## Remove what the commands have made, but not the published site
	rm -rf build $(VENV)

$(VENV)/bin/pip:
	.ci/venv "$(PYTHON)" $(VENV)

$(VENV)/site.installed: requirements.lock | $(VENV)/bin/pip
	$(RUN) -m pip install --quiet --no-deps --require-hashes -r requirements.lock
	@touch $@

$(VENV)/test.installed: tests/requirements.lock $(VENV)/site.installed
	$(RUN) -m pip install --quiet --no-deps --require-hashes -r tests/requirements.lock
	@touch $@
