#!/usr/bin/env bash
# Makes sure that the Rust release of rust-toolchain.toml is here, with rustfmt, clippy and the
# wasm target. With RUSTUP_AUTO_INSTALL=0 that file alone installs nothing, so ask for each part.
set -euo pipefail
source "$(dirname "$0")/common.sh"

target=wasm32-unknown-unknown
channel=$(sed -n 's/^channel *= *"\(.*\)"/\1/p' rust-toolchain.toml)
install="rustup toolchain install $channel --profile minimal --component rustfmt,clippy --target $target"

have cargo || stop "Rust is missing." \
    "Install rustup from https://rustup.rs, open a new terminal, and run the command again."

rustc_is_right() { [[ "$(rustc --version 2>/dev/null)" == "rustc $channel "* ]]; }
has_parts() { cargo fmt --version && cargo clippy --version; } >/dev/null 2>&1
has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }

if ! rustc_is_right || ! has_parts; then
    have rustup || stop "this project needs Rust $channel with rustfmt and clippy; found: $(rustc --version 2>&1 | head -n 1)" \
        "Install rustup from https://rustup.rs, then: $install"
    say "Installing Rust $channel"
    $install || stop "Rust $channel could not be installed." "By hand: $install"
    rustc_is_right || stop "Rust $channel is installed, but $(command -v rustc) is $(rustc --version 2>&1 | head -n 1)." \
        "Unset RUSTUP_TOOLCHAIN, or put ~/.cargo/bin first on the PATH."
fi

if ! has_target; then
    have rustup || stop "the Rust target $target is missing." \
        "Install it with your system's package manager, or use rustup from https://rustup.rs."
    say "Installing the Rust target $target"
    rustup target add "$target" --toolchain "$channel" || stop "the Rust target $target could not be installed." \
        "By hand: rustup target add $target --toolchain $channel"
fi

have cc || { can_apt && apt_install gcc libc6-dev; } || stop "a C linker (cc) is missing." \
    "Debian and Ubuntu: sudo apt-get install build-essential"
