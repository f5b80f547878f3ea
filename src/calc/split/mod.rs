//! The exact split of one total over the units of one level.
//!
//! Every method of splitting is one equation: find the level `λ ≥ 0` with
//!
//! ```text
//! value = clamp(start + round(λ · weight), floor, ceiling)      the values sum to the total
//! ```
//!
//! so a method is only a choice of starts and weights, and a ledger that shows the level proves every row.
//! The code counts in *steps*, people above a unit's start, and in whole weights over one common
//! denominator; the arithmetic is 64 or 128 bits wide where that provably suffices, unlimited else.
//!
//! Sources: M. L. Balinski and H. P. Young, *Fair Representation*, 2nd ed. (2001), appendix A;
//! F. Pukelsheim, *Proportional Representation*, 2nd ed. (2017), chapters 4 (divisor methods), 5 (quota
//! methods) and 12 (minimum and maximum restrictions).

mod amount;
mod common_level;
mod droop;
mod field;
mod infeasible;
mod kept;
mod largest_remainder;
mod level;
mod outcome;
mod real_level;
mod release;
mod rule;
mod share;
mod signpost;

pub use droop::split_by_droop;
pub use infeasible::{Infeasible, Reason};
pub use kept::split_rest;
pub use level::{level_above, level_rounded_up, printed_ends, shortest_between};
pub use outcome::{Held, Interval, Remainders, Split, Tie};
pub use rule::RoundingRule;
pub use share::{Bounds, Share, Weight};

use num_bigint::BigInt;

use amount::Amount;
use field::{Field, Layout};
use signpost::Signposts;

/// Splits `total` people over `shares`, exactly.
///
/// - `total`: people the units get together.
/// - `shares`: one per unit, in document order; the answer keeps that order.
/// - `rule`: how parts of a person become whole people.
///
/// In `O(n log n)` for `n` units, whatever the total: people are not counted one by one.
///
/// Where several answers are equally right, units of larger weight come first, then those listed first,
/// and [`Split::ties`] names them all.
///
/// # Errors
/// [`Infeasible`] when no split keeps to the limits: why, by how many people, which units clash, which limits
/// to release, and what everyone gets meanwhile.
pub fn split(total: u64, shares: &[Share], rule: &RoundingRule) -> Result<Split, Infeasible> {
    infeasible::check(total, shares)?;
    let layout = Layout::new(total, shares);
    Ok(match signpost::bits(rule, &layout) {
        ..64 => split_in::<i64>(&layout, shares, rule),
        64..128 => split_in::<i128>(&layout, shares, rule),
        _ => split_in::<BigInt>(&layout, shares, rule),
    })
}

/// The split in arithmetic wide enough for it.
fn split_in<A: Amount>(layout: &Layout, shares: &[Share], rule: &RoundingRule) -> Split {
    let field = Field::<A>::new(layout);
    let steps = match Signposts::of(rule) {
        Some(signposts) => common_level::solve(&field, &signposts),
        None => largest_remainder::solve(&field),
    };
    steps.into_split(shares, &layout.units())
}
