//! Largest remainder with the Droop quota: for checking elections, where it is in law.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, ToPrimitive as _};

use super::infeasible::{Infeasible, check};
use super::largest_remainder::tied_at;
use super::outcome::{Held, Interval, Remainders, Split, Tie};
use super::share::{Bounds, Share, Weight};
use crate::model::Rate;

/// Splits `total` people over units without starts and limits: one for every whole quota of
/// `⌊Σ weights / (total + 1)⌋ + 1`, the rest one each to the largest remainders.
///
/// - `weights`: one per unit, in document order; unlike elsewhere their size matters, not only their ratios.
///
/// Where weights are so small that more people are left than there are units, the remainders are gone through again and
/// again. The level of the answer is 1 over the quota, twice.
///
/// # Errors
/// [`Infeasible`] where there are people but no unit, or no weight.
///
/// Source: Pukelsheim (2017), chapter 5 (the quota method DrQgrR).
pub fn split_by_droop(total: u64, weights: &[Weight]) -> Result<Split, Infeasible> {
    check(total, &weights.iter().map(without_limits).collect::<Vec<_>>())?;
    let denominator = weights.iter().fold(BigInt::one(), |common, weight| weight.common_denominator(common));
    let whole_weight = |weight: &Weight| (weight.to_rate() * &denominator).to_integer();
    let sum: BigInt = weights.iter().map(whole_weight).sum();
    let quota = sum.div_floor(&(&denominator * (BigInt::from(total) + 1))) + 1;

    let scaled_quota = &quota * &denominator;
    let mut parts: Vec<Part<'_>> = Vec::with_capacity(weights.len());
    for (unit, weight) in weights.iter().enumerate().filter(|(_, weight)| !weight.is_zero()) {
        let (whole, rest) = whole_weight(weight).div_mod_floor(&scaled_quota);
        parts.push(Part { unit, weight, whole: whole.to_u64().expect("at most the total"), rest });
    }
    // Stable, so equal weights stay in document order.
    parts.sort_by(|one, two| two.rest.cmp(&one.rest).then_with(|| two.weight.cmp(one.weight)));

    let left = total - parts.iter().map(|part| part.whole).sum::<u64>();
    // Nobody has a weight only where the total is zero.
    let (rounds, places) = left.div_mod_floor(&(parts.len().max(1) as u64));
    let places = usize::try_from(places).expect("fewer than the units");
    let mut values = vec![0; weights.len()];
    let mut ranks = vec![None; weights.len()];
    for (rank, part) in parts.iter().enumerate() {
        values[part.unit] = part.whole + rounds + u64::from(rank < places);
        ranks[part.unit] = Some(rank + 1);
    }
    let tie = tied_at(&parts, places, |one, two| one.rest == two.rest).map(|(tied, places)| {
        let units = parts[tied].iter().map(|part| part.unit).collect();
        Tie { units, places }
    });
    let level = Rate::new(BigInt::one(), quota);
    let next =
        parts.iter().map(|part| Rate::from_integer((part.whole + 1).into()) / part.weight.to_rate()).min();
    Ok(Split {
        values,
        proof: Interval { low: level.clone(), high: next },
        level: Interval::point(level),
        ties: tie.into_iter().collect(),
        held: weights
            .iter()
            .map(|weight| if weight.is_zero() { Held::NoWeight } else { Held::Free })
            .collect(),
        remainders: Some(Remainders { ranks, places }),
    })
}

/// A unit's whole quotas, and the rest of its weight.
struct Part<'a> {
    unit: usize,
    weight: &'a Weight,
    whole: u64,
    rest: BigInt,
}

fn without_limits(weight: &Weight) -> Share {
    let none = Bounds::default();
    Share { start: 0, weight: weight.clone(), floor: 0, ceiling: None, released: none }
}
