#!/usr/bin/env bash
# Makes sure that Trunk and wasm-bindgen of exactly the right versions are on the PATH or in .tools/.
set -euo pipefail
"$(dirname "$0")/toolchain.sh"
source "$(dirname "$0")/common.sh"

trunk_version=0.21.14
# The page and the tool that writes its JavaScript must agree to the last digit.
bindgen_version=$(sed -n '/^name = "wasm-bindgen"$/{n;s/^version = "\(.*\)"$/\1/p}' Cargo.lock)
[ -n "$bindgen_version" ] || stop "Cargo.lock names no version of wasm-bindgen."

# Is the first program of this name on the PATH of this version?
is_version() { [[ "$("$1" --version 2>/dev/null)" == "$1 $2"* ]]; }

# Unoptimised and without debug information: both tools are quick enough so, and are built in half
# the time. They share a build folder, and so the crates they have in common.
install() {
    say "Installing $1 $2 into .tools/ (once; some minutes)"
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR="$root/.tools/build" \
        cargo install --root "$root/.tools" --debug --force --version "$2" "${@:3}" "$1" ||
        stop "$1 $2 could not be built." \
            "Put a $1 of this version on the PATH in another way, and run the command again."
}

# Trunk needs neither TLS nor a look for updates: here it never downloads anything.
is_version trunk "$trunk_version" ||
    install trunk "$trunk_version" --locked --no-default-features
is_version wasm-bindgen "$bindgen_version" ||
    install wasm-bindgen-cli "$bindgen_version" --bin wasm-bindgen
rm -rf "$root/.tools/build"

# Trunk asks Cargo to stay offline, so everything in Cargo.lock is fetched before.
cargo fetch --locked --quiet ||
    stop "the crates of Cargo.lock could not be fetched." "Is this machine online? By hand: cargo fetch --locked"
