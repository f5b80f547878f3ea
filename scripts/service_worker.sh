#!/usr/bin/env bash
# Gives a built page the worker that keeps it for days without a network: assets/sw.js with the exact list of
# the page's files and a digest of what they hold, which the page carries too.
# Trunk runs this at the end of every build; by hand: scripts/service_worker.sh dist
set -euo pipefail
folder=$(cd "${1:-${TRUNK_STAGING_DIR:-dist}}" && pwd)
source "$(dirname "$0")/common.sh"

template=$root/assets/sw.js
digest() { if have sha256sum; then sha256sum; else shasum -a 256; fi | cut -c 1-16; }

# What `make serve` builds is not kept; the unfilled worker takes away one that an earlier build left.
if [ "${TRUNK_PROFILE:-release}" = debug ]; then
    cp "$template" "$folder/sw.js"
    exit
fi

cd "$folder"
rm -f sw.js
files=$(find . -name '.?*' -prune -o -type f -print | sed 's|^\./||' | LC_ALL=C sort)
strange=$(grep -v '^[A-Za-z0-9._/-]*$' <<<"$files" || true)
[ -z "$strange" ] || stop "a file of the page has a name that an address would write differently: $strange"

# Writes the page with this digest in it.
stamp() {
    sed "s|<meta name=\"build\" content=\"[0-9a-f]*\">|<meta name=\"build\" content=\"$1\">|" index.html >index.html.new
    mv index.html.new index.html
    grep -q "<meta name=\"build\" content=\"$1\">" index.html || stop "index.html has no <meta name=\"build\">."
}
stamp ""
build=$({ cat "$template"; while read -r file; do echo "$file $(digest <"$file")"; done <<<"$files"; } | digest)
stamp "$build"

# The page itself is asked for by its folder: some hosts answer index.html with a detour.
list=$(sed -e 's|^index\.html$|./|' -e 's|.*|  "&",|' <<<"$files")
while IFS= read -r line; do
    case $line in
    'const BUILD = "";') echo "const BUILD = \"$build\";" ;;
    'const FILES = [];') printf 'const FILES = [\n%s\n];\n' "$list" ;;
    *) printf '%s\n' "$line" ;;
    esac
done <"$template" >sw.js
grep -q "^const BUILD = \"$build\";" sw.js && grep -q '^  "\./",$' sw.js || stop "assets/sw.js has lost its place for the list."
