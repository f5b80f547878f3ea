#!/usr/bin/env bash
# Formatting, lints and docs; every warning is an error.
set -euo pipefail
source "$(dirname "$0")/common.sh"

# With the release profile, so that `trunk build --release` finds the build scripts and macros of
# the page's crates compiled already; lints do not depend on the profile.
page=(--release --locked --target wasm32-unknown-unknown)

say "Formatting"
cargo fmt --check
say "Lints: everything but the page, with the tests"
cargo clippy --locked --no-default-features --all-targets -- -D warnings
say "Lints: the page"
cargo clippy "${page[@]}" -- -D warnings
say "Docs"
RUSTDOCFLAGS='-D warnings' cargo doc "${page[@]}" --no-deps --lib
