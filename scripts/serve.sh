#!/usr/bin/env bash
# Builds the page, serves it on this machine, and builds again whenever a file changes.
set -euo pipefail
source "$(dirname "$0")/common.sh"

port=${PORT:-8080}
say "Bao Phủ will be at http://127.0.0.1:$port/ after the first build. Ctrl+C ends it."
# A folder of its own: the tests serve dist/, which must not change under them.
TRUNK_SKIP_VERSION_CHECK=true exec trunk serve --port "$port" --dist target/serve
