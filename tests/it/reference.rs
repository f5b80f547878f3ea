//! Slow, obvious splits to hold the fast one against, and random terms to try both on.

use bao_phu::calc::split::{Bounds, Share, Weight};
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

/// Where a unit's value turns to `value`: the level at which `start + round(level · weight)` becomes it.
pub fn threshold(share: &Share, value: u64) -> Rate {
    (rate(2 * value) - rate(2 * share.start + 1)) / (share.weight.to_rate() * rate(2))
}

/// `clamp(start + round(level · weight), floor, ceiling)`, halves upwards.
pub fn at_level(share: &Share, level: &Rate) -> u64 {
    let steps = (level * share.weight.to_rate() + Rate::new(1.into(), 2.into())).floor().to_integer();
    // A huge weight can ask for more than there are numbers; a ceiling then holds it.
    let value = u64::try_from(steps).unwrap_or(u64::MAX).saturating_add(share.start);
    value.min(share.ceiling.unwrap_or(u64::MAX)).max(share.floor)
}

/// Gives one person at a time to the unit whose threshold is next.
pub fn person_by_person(total: u64, shares: &[Share]) -> Vec<u64> {
    let mut values: Vec<u64> = shares.iter().map(Share::least).collect();
    while values.iter().sum::<u64>() < total {
        let can_rise = |unit: &usize| shares[*unit].most().is_none_or(|most| values[*unit] < most);
        let next = (0..shares.len()).filter(can_rise).min_by(|&one, &two| {
            let thresholds = [one, two].map(|unit| threshold(&shares[unit], values[unit] + 1));
            let [one, two] = [&shares[one], &shares[two]];
            thresholds[0].cmp(&thresholds[1]).then_with(|| two.weight.cmp(&one.weight))
        });
        values[next.expect("a feasible total")] += 1;
    }
    values
}

/// A unit's part of a person more or less, at `level`.
pub fn part_at_level(share: &Share, level: &Rate) -> Rate {
    let free = rate(share.start) + level * share.weight.to_rate();
    let capped = share.ceiling.map_or(free.clone(), |ceiling| free.min(rate(ceiling)));
    capped.max(rate(share.floor))
}

/// The smallest level that solves the split in parts of people: tries every level at which a unit leaves its least or
/// reaches its most, and interpolates before the first that is enough.
pub fn real_level(total: u64, shares: &[Share]) -> Rate {
    let sum = |level: &Rate| shares.iter().map(|share| part_at_level(share, level)).sum::<Rate>();
    let mut levels = vec![rate(0)];
    for share in shares.iter().filter(|share| !share.weight.is_zero()) {
        // The last is beyond any level that is needed.
        for value in
            [Some(share.least()), share.most(), Some(share.least() + total + 1)].into_iter().flatten()
        {
            if value >= share.start {
                levels.push(rate(value - share.start) / share.weight.to_rate());
            }
        }
    }
    levels.sort();
    let reached = levels.iter().position(|level| sum(level) >= rate(total)).expect("a feasible total");
    if reached == 0 {
        return rate(0);
    }
    let [low, high] = [&levels[reached - 1], &levels[reached]];
    low + (rate(total) - sum(low)) * (high - low) / (sum(high) - sum(low))
}

/// Whole parts at the real level, then one each to the largest fractions.
pub fn largest_remainders(total: u64, shares: &[Share]) -> Vec<u64> {
    let level = real_level(total, shares);
    let parts: Vec<Rate> = shares.iter().map(|share| part_at_level(share, &level)).collect();
    let whole = |part: &Rate| u64::try_from(part.floor().to_integer()).expect("small numbers");
    let mut values: Vec<u64> = parts.iter().map(whole).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by(|&one, &two| {
        let weights = shares[two].weight.cmp(&shares[one].weight);
        parts[two].fract().cmp(&parts[one].fract()).then(weights)
    });
    let places = total - values.iter().sum::<u64>();
    for &unit in order.iter().take(places as usize) {
        values[unit] += 1;
    }
    values
}

/// Weights of every kind: none, small ones that tie often, ratios, and some that need unlimited arithmetic.
fn weights() -> impl Strategy<Value = Weight> {
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
fn share() -> impl Strategy<Value = Share> {
    (0..15u64, weights(), 0..12u64, proptest::option::of(0..25u64)).prop_map(
        |(start, weight, floor, room)| {
            let ceiling = room.map(|room| floor + room);
            Share { start, weight, floor, ceiling, released: Bounds::default() }
        },
    )
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
