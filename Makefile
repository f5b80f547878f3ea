# What a newcomer types. Anything longer than a line lives in scripts/.
.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help serve test build bench fuzz tools browser check test-native test-web

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

serve: tools ## Install what is missing, build the page and serve it (PORT=8080)
	@scripts/serve.sh

test: tools browser check test-native test-web ## Formatting, lints, native tests, browser tests

build: tools ## Build dist/, static files for any path of any host
	@scripts/build.sh

bench: build ## Measure the split, the page and its size against the goals
	@scripts/bench.sh

fuzz: ## Hold the core against slow references on random problems (FUZZ_SEED=, FUZZ_CASES=)
	@scripts/fuzz.sh

tools: ## Install Rust's wasm target, Trunk and wasm-bindgen if missing
	@scripts/tools.sh

browser: ## Install Chromium and the browser tests' packages if missing
	@scripts/browser.sh >/dev/null

check: ## Formatting, lints and docs; warnings are errors
	@scripts/check.sh

test-native: ## Tests of everything that knows no browser
	cargo test --locked --no-default-features

test-web: build ## Browser tests of dist/ in a real Chromium
	@scripts/test-web.sh
