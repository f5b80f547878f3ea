# Sourced by the other scripts: where the project is, where its tools are, how to speak.
# shellcheck shell=bash

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root" || exit 1

# Tools this project installed come first, so that a different version elsewhere does no harm.
export PATH="$root/.tools/bin:$PATH"

# Trunk reads NO_COLOR=1 as a malformed "true" and stops.
unset NO_COLOR

say() { printf '\n==> %s\n' "$*" >&2; }

# Ends with what is missing (first argument) and how to get it (the others, one per line).
stop() {
    printf '\nCannot go on: %s\n' "$1" >&2
    shift
    if [ $# -gt 0 ]; then printf '  %s\n' "$@" >&2; fi
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

can_apt() { [ "$(id -u)" = 0 ] && [ -f /etc/debian_version ] && have apt-get; }

# Debian packages, without questions. Output stays visible: a slow mirror should look slow, not dead.
apt_install() {
    say "Installing with apt-get: $*"
    apt-get update -q
    DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "$@"
}
