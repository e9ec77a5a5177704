# `make` alone lists what can be done, from the comment after each target.
.DEFAULT_GOAL := help
SHELL := /bin/bash
PORT ?= 8000
PYTHON := .venv/bin/python
export PORT

.PHONY: help run test lint format messages messages-check e2e demo check up faults bench lock env-run env-dev html-checker

help: ## List these targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

env-run:
	@bin/environment run

env-dev:
	@bin/environment dev

html-checker:
	@bin/html-checker

run: env-run ## Start the portal on this machine: web, worker and beat (PORT=8000)
	@exec $(PYTHON) -m portal.supervise

test: env-dev html-checker ## Run the whole suite: SQLite, PostgreSQL with Redis, Chromium (STRICT=1, ARGS="tests/core -k mail")
	@$(PYTHON) bin/test $(ARGS)

e2e: env-dev html-checker ## Run the browser tests alone
	@$(PYTHON) -m pytest -m "e2e and not bench" $(ARGS)

faults: env-dev ## Kill, hang and flush things, and see that nothing is lost (needs PostgreSQL and Redis)
	@DATABASE_URL=$${DATABASE_URL:-postgres://postgres@127.0.0.1:5432/postgres} \
	 REDIS_URL=$${REDIS_URL:-redis://127.0.0.1:6379/15} \
	 $(PYTHON) -m pytest tests/faults $(ARGS)

bench: env-dev ## Measure: query budgets, bookings and mails per second (needs PostgreSQL and Redis)
	@DATABASE_URL=$${DATABASE_URL:-postgres://postgres@127.0.0.1:5432/postgres} \
	 REDIS_URL=$${REDIS_URL:-redis://127.0.0.1:6379/15} \
	 $(PYTHON) -m pytest tests/bench -s $(ARGS)

lint: env-dev ## Look for mistakes in Python, templates, imports, models and migrations
	@.venv/bin/ruff check .
	@.venv/bin/ruff format --check --quiet . || (.venv/bin/ruff format --check . ; exit 1)
	@.venv/bin/djlint --quiet --lint templates
	@.venv/bin/lint-imports --no-logo
	@$(PYTHON) manage.py check --fail-level WARNING
	@$(PYTHON) manage.py makemigrations --check --dry-run

format: env-dev ## Lay out the Python code
	@.venv/bin/ruff check --fix-only --quiet .
	@.venv/bin/ruff format .

messages: env-dev ## Gather the strings of the source into locale/cy, to be given their Welsh (needs gettext)
	@$(PYTHON) manage.py messages

messages-check: env-dev ## Fail where a string has no Welsh, or its Welsh is out of date (needs gettext)
	@$(PYTHON) manage.py messages --check
	@$(PYTHON) bin/vendor_messages.py check

check: lint messages-check ## Everything that is checked without running the suite
	@$(PYTHON) -m pytest -q -p no:randomly tests/test_compose.py

demo: env-run ## Load the demo network into the database of this machine (SCALE=100 for a large one)
	@$(PYTHON) manage.py prepare --without-demo
	@$(PYTHON) manage.py demo $(if $(SCALE),--scale $(SCALE))

up: ## Start everything in containers: PostgreSQL, Redis, mail catcher, web, worker, beat
	@docker compose up --build

lock: env-dev ## Choose the newest libraries that pyproject.toml allows, and lock them with their hashes
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  pyproject.toml -o requirements.txt
	@.venv/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.11 \
	  pyproject.toml --group dev -o requirements-dev.txt
