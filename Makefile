# The two commands that a newcomer needs: make run, make test.

UV := uv
export UV_PROJECT_ENVIRONMENT ?= .venv

.PHONY: run test check bench build build-check screenshots catalogue setup setup-dev system

setup: ## everything the app needs, into .venv
	@.ci/install-uv
	@PATH="$$HOME/.local/bin:$$PATH" $(UV) sync --quiet --frozen --no-dev

setup-dev:
	@.ci/install-uv
	@PATH="$$HOME/.local/bin:$$PATH" $(UV) sync --quiet --frozen

system: ## Debian packages for the window and for the tests
	@.ci/system-packages

run: setup ## open the app; without a display write the samples to out/
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then \
		{ command -v apt-get >/dev/null && .ci/system-packages window || true; } && .venv/bin/ttcs-desktop; \
	else \
		echo "Không có màn hình: ghi bộ văn bản mẫu vào out/ (no display: writing the samples to out/)"; \
		.venv/bin/ttcs demo -o out; \
	fi

test: system setup-dev ## all tests
	@.venv/bin/ruff check
	@.venv/bin/ruff format --check
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@.venv/bin/pytest

check: setup-dev ## style, types, floors
	.venv/bin/ruff check
	.venv/bin/ruff format --check
	.venv/bin/mypy
	.venv/bin/lint-imports

bench: setup-dev ## claims about speed, as ratios measured in one run
	PYTHONPATH=tests .venv/bin/python -m tests.bench

screenshots: setup-dev ## every screen from a real window, into docs/pictures
	.venv/bin/python tests/ui/take_screenshots.py

catalogue: setup-dev ## take new sentences of the interface into the English catalogue
	@mkdir -p build
	.venv/bin/pybabel -q extract -F resources/locale/babel.cfg -k _ --no-location --sort-output -o build/ttcs.pot ttcs_desktop
	.venv/bin/pybabel -q update -i build/ttcs.pot -D ttcs -l en -d resources/locale --no-fuzzy-matching --ignore-obsolete --omit-header

build: setup-dev ## a one-folder app in dist/
	.venv/bin/pyinstaller --noconfirm --log-level WARN build.spec

build-check: system build ## the packaged app starts in a real window and renders the seed
	.ci/check-build
