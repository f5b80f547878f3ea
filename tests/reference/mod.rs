//! Slow, obvious solutions to hold the fast ones against, and random problems to try both on.
//!
//! Each kind of problem has a file with a strategy for random problems, infeasible ones included, and a `check` that
//! fails where the answer is not that of the reference. `tests/it` runs a few of them, `make fuzz` very many.

pub mod cascade;
pub mod matrix;
pub mod split;
pub mod terms;
