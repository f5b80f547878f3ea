#!/usr/bin/env bash
# Builds dist/: static files that work under any path of any static host.
set -euo pipefail
source "$(dirname "$0")/common.sh"

TRUNK_SKIP_VERSION_CHECK=true trunk build --release
say "dist/ is ready: copy it to any static host."
