#!/usr/bin/env bash
# Makes sure that Node, a Chromium and the packages of tests/web are here.
# Last line on stdout: the path of the browser.
set -euo pipefail
source "$(dirname "$0")/common.sh"

node_is_right() { have npm && have node && [ "$(node --version | sed 's/^v\([0-9]*\).*/\1/')" -ge 20 ]; }
apt_has_node() { apt-cache policy nodejs | grep -Eq 'Candidate: (2[0-9]|[3-9][0-9])\.'; }

if ! node_is_right; then
    if can_apt && apt-get update -q >&2 && apt_has_node; then apt_install nodejs npm >&2; fi
    if ! node_is_right; then
        stop "the browser tests need Node 20 or newer with npm; found: $(node --version 2>/dev/null || echo none)" \
            "Get it from https://nodejs.org or your system's package manager."
    fi
fi

find_browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        command -v "$CHROMIUM" || stop "CHROMIUM=$CHROMIUM is no program." "Name a Chromium or Chrome, or unset it."
        return
    fi
    for name in chromium chromium-browser google-chrome; do
        if command -v "$name"; then return; fi
    done
}

browser=$(find_browser)
if [ -z "$browser" ]; then
    if can_apt; then apt_install chromium >&2; fi
    browser=$(find_browser)
    [ -n "$browser" ] || stop "the browser tests need Chromium." \
        "Debian: sudo apt-get install chromium    Fedora: sudo dnf install chromium" \
        "macOS: brew install --cask chromium" \
        "Or name one: CHROMIUM=/path/to/chrome make test"
fi

# npm leaves a copy of the lock file behind; it is older than ours when packages have changed.
cd tests/web
if [ ! node_modules/.package-lock.json -nt package-lock.json ]; then
    say "Installing the packages of tests/web"
    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 npm ci --no-audit --no-fund >&2 ||
        stop "the packages of tests/web could not be installed." "By hand: cd tests/web && npm ci"
    touch node_modules/.package-lock.json
fi
echo "$browser"
