#!/usr/bin/env bash
# Measures the split natively, then the page in a real Chromium, against the goals of the project.
set -euo pipefail
browser=$("$(dirname "$0")/browser.sh")
source "$(dirname "$0")/common.sh"

say "Native"
if compgen -G 'benches/*.rs' >/dev/null; then
    cargo bench --locked --no-default-features --bench '*'
else
    echo "benches/ holds no benchmark."
fi
say "Browser"
cargo build --locked --release --target wasm32-unknown-unknown --features measure --bin measure_in_page
wasm-bindgen --target web --no-typescript --out-dir target/measure \
    target/wasm32-unknown-unknown/release/measure_in_page.wasm
cd tests/web
CHROMIUM=$browser node bench.mjs
