//! The shares of a mix, which always make up the whole: one moves, the others follow.

use std::ops::RangeInclusive;

use super::split::{self, Bounds, RoundingRule, Share, Weight};
use crate::model::{Driver, MixPart};

/// The shares a driver of the mix can have (per mille) while those of `fixed` stay as they are: where no other is
/// free to follow, only what the fixed ones leave.
#[must_use]
pub fn possible_shares(mix: &[MixPart], driver: Driver, fixed: &[Driver]) -> RangeInclusive<u16> {
    let others = || mix.iter().filter(|part| part.driver != driver);
    let is_fixed = |part: &&MixPart| fixed.contains(&part.driver);
    let taken: u64 = others().filter(is_fixed).map(|part| u64::from(part.per_mille)).sum();
    let most = u16::try_from(u64::from(MixPart::WHOLE).saturating_sub(taken)).unwrap_or(u16::MAX);
    let least = if others().all(|part| is_fixed(&part)) { most } else { 0 };
    least..=most
}

/// The mix once `driver` has this share (per mille), or the nearest that is possible. Those of `fixed` stay, the
/// others share out the rest in the proportions they had, by largest remainder; alike where they had nothing.
#[must_use]
pub fn with_share(mix: &[MixPart], driver: Driver, per_mille: u16, fixed: &[Driver]) -> Vec<MixPart> {
    let possible = possible_shares(mix, driver, fixed);
    let moved = per_mille.clamp(*possible.start(), *possible.end());
    let follows = |part: &MixPart| part.driver != driver && !fixed.contains(&part.driver);
    let rest = u64::from(possible.end() - moved);
    let mut followed = shared_out(rest, mix.iter().filter(|part| follows(part))).into_iter();
    mix.iter()
        .map(|part| match part {
            _ if part.driver == driver => MixPart { per_mille: moved, ..*part },
            _ if follows(part) => MixPart { per_mille: followed.next().unwrap_or(0), ..*part },
            _ => *part,
        })
        .collect()
}

/// The mix with one more driver, at the end: it gets an equal part in whole per cent, or what those of `fixed`
/// leave of that.
#[must_use]
pub fn with_driver(mix: &[MixPart], driver: Driver, fixed: &[Driver]) -> Vec<MixPart> {
    let all: Vec<MixPart> = mix.iter().copied().chain([MixPart { driver, per_mille: 0 }]).collect();
    let equal_percent = 100 / u16::try_from(all.len()).unwrap_or(u16::MAX);
    with_share(&all, driver, equal_percent * 10, fixed)
}

/// The mix without a driver; `None` where none of the others is free to take its share.
#[must_use]
pub fn without_driver(mix: &[MixPart], driver: Driver, fixed: &[Driver]) -> Option<Vec<MixPart>> {
    let possible = possible_shares(mix, driver, fixed);
    let nothing = with_share(mix, driver, 0, fixed);
    (mix.len() > 1 && *possible.start() == 0)
        .then(|| nothing.into_iter().filter(|part| part.driver != driver).collect())
}

/// Shares of `whole` (per mille) in the proportions the parts have, alike where all are nothing.
fn shared_out<'a>(whole: u64, parts: impl Iterator<Item = &'a MixPart>) -> Vec<u16> {
    let mut weights: Vec<u64> = parts.map(|part| u64::from(part.per_mille)).collect();
    if weights.iter().all(|&weight| weight == 0) {
        weights.fill(1);
    }
    let share = |weight: u64| Share {
        start: 0,
        weight: Weight::Whole(weight),
        floor: 0,
        ceiling: None,
        released: Bounds::default(),
    };
    let shares: Vec<Share> = weights.into_iter().map(share).collect();
    let values = split::split(whole, &shares, &RoundingRule::LargestRemainder).map(|split| split.values);
    values.unwrap_or_default().into_iter().map(|value| u16::try_from(value).unwrap_or(u16::MAX)).collect()
}
