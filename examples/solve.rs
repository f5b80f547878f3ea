//! Answers split problems without the page: reads JSON from standard input, writes JSON to standard output.
//!
//! `cargo run --release --no-default-features --example solve < problem.json > answer.json`

use std::io::{Read as _, Write as _};
use std::process::ExitCode;

fn main() -> std::io::Result<ExitCode> {
    let mut bytes = Vec::new();
    std::io::stdin().lock().read_to_end(&mut bytes)?;
    // Bytes that are not UTF-8 become a mark that no JSON has outside strings.
    let (answer, is_json) = bao_phu::solve::answer(&String::from_utf8_lossy(&bytes));
    writeln!(std::io::stdout().lock(), "{answer}")?;
    Ok(if is_json { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
