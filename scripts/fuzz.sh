#!/usr/bin/env bash
# Holds the core against slow, obvious references on very many random problems of each kind.
# FUZZ_SEED=n repeats a run, FUZZ_CASES=n sets how many (100000).
set -euo pipefail
source "$(dirname "$0")/common.sh"

FUZZ_SEED=${FUZZ_SEED:-$(date +%s%N)}
export FUZZ_SEED
say "FUZZ_SEED=$FUZZ_SEED make fuzz repeats this run"
cargo test --locked --profile fuzz --no-default-features --test it fuzz:: -- --ignored --nocapture
