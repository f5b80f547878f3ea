//! Random terms of units: weights, starts, limits and rounding rules.

use bao_phu::calc::split::{Bounds, RoundingRule, Share, Weight};
use bao_phu::model::Rate;
use num_bigint::BigInt;
use proptest::prelude::*;

/// A whole number as a ratio.
pub fn rate(number: u64) -> Rate {
    Rate::from_integer(BigInt::from(number))
}

/// Σ least, and Σ most; `None` where a unit has no most.
pub fn room(shares: &[Share]) -> (u64, Option<u64>) {
    (shares.iter().map(Share::least).sum(), shares.iter().map(Share::most).sum())
}

/// Weights of every kind: none, small ones that tie often, ratios, and some that need unlimited arithmetic.
pub fn weight() -> impl Strategy<Value = Weight> {
    let ratio = |numer: BigInt, denom: BigInt| Weight::Ratio(Rate::new(numer, denom));
    prop_oneof![
        1 => Just(Weight::Whole(0)),
        6 => (1..12u64).prop_map(Weight::Whole),
        3 => (1..40u64, 1..9u64).prop_map(move |(n, d)| ratio(n.into(), d.into())),
        1 => (1..u64::MAX, 1..u64::MAX).prop_map(move |(n, d)| ratio(n.into(), d.into())),
        1 => (1..u64::MAX, 1..9u64).prop_map(move |(n, d)| ratio(BigInt::from(n) << 90, d.into())),
    ]
}

/// Terms with small starts and limits.
pub fn share() -> impl Strategy<Value = Share> {
    (prop_oneof![Just(0), 0..15u64], weight(), prop_oneof![Just(0), 0..12u64], proptest::option::of(0..25u64))
        .prop_map(|(start, weight, floor, room)| {
            let ceiling = room.map(|room| floor + room);
            Share { start, weight, floor, ceiling, released: Bounds::default() }
        })
}

/// The rules with a common level.
pub fn divisor_rule() -> impl Strategy<Value = RoundingRule> {
    let first = (0..=20u64, 1..=10u64).prop_filter("at most 2", |(n, d)| *n <= 2 * d);
    let modified = first.prop_map(|(n, d)| RoundingRule::ModifiedWebster { first: rate(n) / rate(d) });
    prop_oneof![
        Just(RoundingRule::Webster),
        Just(RoundingRule::Jefferson),
        Just(RoundingRule::Adams),
        Just(RoundingRule::HuntingtonHill),
        Just(RoundingRule::Dean),
        modified,
    ]
}

/// Every rule.
pub fn rule() -> impl Strategy<Value = RoundingRule> {
    prop_oneof![1 => Just(RoundingRule::LargestRemainder), 6 => divisor_rule()]
}

/// A few units, and a total of any size.
pub fn any_problem() -> impl Strategy<Value = (u64, Vec<Share>)> {
    (0..120u64, proptest::collection::vec(share(), 1..7))
}

/// A few units, and a total they can take exactly.
pub fn feasible_problem() -> impl Strategy<Value = (u64, Vec<Share>)> {
    (0..=40u64, proptest::collection::vec(share(), 1..8)).prop_map(|(part, shares)| {
        let (least, most) = room(&shares);
        let most = most.unwrap_or(least + 90);
        (least + (most - least) * part / 40, shares)
    })
}
