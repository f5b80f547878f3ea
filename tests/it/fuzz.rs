//! Very many random problems against the slow references: `make fuzz`. What it finds becomes a named test.
//!
//! `FUZZ_SEED` repeats a run, `FUZZ_CASES` says how many problems of each kind.

use std::env;
use std::fmt::Debug;
use std::time::{SystemTime, UNIX_EPOCH};

use proptest::prelude::*;
use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};

use crate::reference;

const CASES: u32 = 100_000;

/// Checks random problems, prints the seed, and stops at the first that fails, made as small as it can be.
fn fuzz<T: Debug>(
    kind: &str,
    problem: impl Strategy<Value = T>,
    check: impl Fn(&T) -> Result<(), TestCaseError>,
) {
    let seed: u64 = number("FUZZ_SEED").unwrap_or_else(seed_of_now);
    let cases = number("FUZZ_CASES").unwrap_or(CASES);
    println!("{kind}: {cases} random problems; FUZZ_SEED={seed} repeats them");
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(cases) };
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&seed.to_le_bytes());
    let mut runner = TestRunner::new_with_rng(config, TestRng::from_seed(RngAlgorithm::ChaCha, &bytes));
    let outcome = runner.run(&problem, |problem| check(&problem));
    assert!(outcome.is_ok(), "{kind}, FUZZ_SEED={seed}: {}", outcome.expect_err("a failure"));
}

fn number<N: std::str::FromStr>(variable: &str) -> Option<N> {
    let text = env::var(variable).ok()?;
    Some(text.parse().ok().unwrap_or_else(|| unreachable!("{variable}={text} is not a whole number")))
}

fn seed_of_now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |time| time.as_micros() as u64)
}

#[test]
#[ignore = "long: make fuzz"]
fn splits() {
    fuzz("split", reference::split::problem(), reference::split::check);
}

#[test]
#[ignore = "long: make fuzz"]
fn cascades() {
    fuzz("cascade", reference::cascade::problem(), reference::cascade::check);
}

#[test]
#[ignore = "long: make fuzz"]
fn tables() {
    fuzz("matrix", reference::matrix::problem(), reference::matrix::check);
}

#[test]
#[ignore = "long: make fuzz"]
fn larger_tables() {
    fuzz("larger matrix", reference::matrix::feasible_problem(), reference::matrix::check_proof);
}

#[test]
#[ignore = "long: make fuzz"]
fn tables_of_very_many_people() {
    fuzz("wide matrix", reference::matrix::wide_problem(), reference::matrix::check_proof);
}
