#!/usr/bin/env bash
# Browser tests of dist/ in a real Chromium. Arguments go to Playwright: scripts/test-web.sh -g smoke
set -euo pipefail
browser=$("$(dirname "$0")/browser.sh")
source "$(dirname "$0")/common.sh"

[ -f dist/index.html ] || stop "dist/ is missing." "make build"
cd tests/web
say "Browser tests: types"
npx --no-install tsc --noEmit
say "Browser tests in $browser"
CHROMIUM=$browser npx --no-install playwright test "$@"
