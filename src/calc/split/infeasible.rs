//! Why a split cannot keep to its limits, and the fewest limits to release.

use std::cmp::Reverse;

use super::share::{Bounds, Share};

/// Why no split keeps to the limits, and what helps.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason:?}: {gap} people too many or too few")]
pub struct Infeasible {
    /// What is wrong; where several things are, the first in the order of [`Reason`].
    pub reason: Reason,
    /// By how many people the limits miss the total; where floors are above ceilings, by how many together.
    pub gap: u128,
    /// What each unit gets meanwhile (people): its least, or, where people are left over, its most.
    pub values: Vec<u64>,
    /// Positions of the units whose limits clash, in order: those raised above their start, those with a weight
    /// where people are left over, those whose floor is above their ceiling.
    pub clash: Vec<usize>,
    /// Positions of the fewest units whose limits, released, make the split feasible: larger gain first, then
    /// larger weight, then in order. Empty where no release helps.
    pub release: Vec<usize>,
}

/// What makes a split infeasible, in the order in which it is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reason {
    /// People, but no unit to give them to.
    NoUnits,
    /// A unit's floor is above its ceiling.
    FloorAboveCeiling,
    /// The units' leasts together are more than the total.
    FloorsExceedTotal,
    /// People are left over and every weight is zero.
    NoWeight,
    /// The units' mosts together are less than the total.
    CeilingsBelowTotal,
}

/// Whether some split of `total` keeps to all limits.
///
/// Feasible is `Σ least ≤ total ≤ Σ most` (Pukelsheim 2017, chapter 12).
pub(super) fn check(total: u64, shares: &[Share]) -> Result<(), Infeasible> {
    let total = u128::from(total);
    if shares.is_empty() && total > 0 {
        let nobody = (vec![], vec![], vec![]);
        return fail(Reason::NoUnits, total, nobody);
    }
    let least = || shares.iter().map(Share::least).collect();
    let crossed = |share: &Share| share.ceiling.map_or(0, |ceiling| share.floor.saturating_sub(ceiling));
    let crossing: u128 = shares.iter().map(|share| u128::from(crossed(share))).sum();
    if crossing > 0 {
        let clash = positions(shares, |share| crossed(share) > 0);
        let release = release(total, shares, &clash);
        return fail(Reason::FloorAboveCeiling, crossing, (least(), clash, release));
    }
    let room = Room::of(shares);
    if room.least > total {
        let clash = positions(shares, |share| share.least() > share.start);
        let release = release(total, shares, &[]);
        return fail(Reason::FloorsExceedTotal, room.least - total, (least(), clash, release));
    }
    if room.is_short_of(total) {
        let weighty = positions(shares, |share| !share.weight.is_zero());
        let reason = if weighty.is_empty() { Reason::NoWeight } else { Reason::CeilingsBelowTotal };
        // With a shortage every unit has a most.
        let most = shares.iter().map(|share| share.most().unwrap_or_else(|| share.least())).collect();
        return fail(reason, total - room.most, (most, weighty, release(total, shares, &[])));
    }
    Ok(())
}

type Units = (Vec<u64>, Vec<usize>, Vec<usize>);

fn fail(reason: Reason, gap: u128, (values, clash, release): Units) -> Result<(), Infeasible> {
    Err(Infeasible { reason, gap, values, clash, release })
}

fn positions(shares: &[Share], wanted: impl Fn(&Share) -> bool) -> Vec<usize> {
    shares.iter().enumerate().filter(|(_, share)| wanted(share)).map(|(unit, _)| unit).collect()
}

/// What all units can take together.
#[derive(Clone, Copy)]
struct Room {
    least: u128,
    /// The mosts of those that have one.
    most: u128,
    /// How many have none.
    boundless: usize,
}

impl Room {
    fn of(shares: &[Share]) -> Self {
        let mut room = Self { least: 0, most: 0, boundless: 0 };
        for share in shares {
            room.add(share, share.bounds());
        }
        room
    }

    fn add(&mut self, share: &Share, bounds: Bounds) {
        self.least += u128::from(bounds.least(share.start));
        match share.most_in(bounds) {
            Some(most) => self.most += u128::from(most),
            None => self.boundless += 1,
        }
    }

    fn release(&mut self, share: &Share) {
        self.least -= u128::from(share.least());
        match share.most() {
            Some(most) => self.most -= u128::from(most),
            None => self.boundless -= 1,
        }
        self.add(share, share.released);
    }

    fn is_short_of(&self, total: u128) -> bool {
        self.boundless == 0 && self.most < total
    }

    fn fits(&self, total: u128) -> bool {
        self.least <= total && !self.is_short_of(total)
    }
}

/// The units to release, `first` in any case: those that gain most until the total fits.
///
/// These are the fewest wherever a release moves only one end. A unit without weight, or one held below its start,
/// moves both; where such a one overshoots, those with a weight are tried alone, and every unit by itself.
fn release(total: u128, shares: &[Share], first: &[usize]) -> Vec<usize> {
    let mut room = Room::of(shares);
    for &unit in first {
        room.release(&shares[unit]);
    }
    if room.fits(total) {
        return first.to_vec();
    }
    let too_much = room.least > total;
    let gain = |unit: usize| if too_much { fall(&shares[unit]) } else { rise(&shares[unit]) };
    let mut others: Vec<usize> =
        (0..shares.len()).filter(|unit| !first.contains(unit) && gain(*unit) > 0).collect();
    // Stable, so units with the same gain and weight stay in order.
    others.sort_by_key(|&unit| Reverse((gain(unit), &shares[unit].weight)));
    let all = shortest_start(total, shares, room, others.iter().copied());
    let weighty = others.iter().copied().filter(|&unit| !shares[unit].weight.is_zero());
    let weighty = shortest_start(total, shares, room, weighty);
    let one = others.iter().find_map(|&unit| shortest_start(total, shares, room, [unit].into_iter()));
    let best = [all, weighty, one].into_iter().flatten().min_by_key(Vec::len);
    best.map(|others| [first, &others].concat()).unwrap_or_default()
}

/// The fewest units from the start of `units` whose release makes `total` fit.
fn shortest_start(
    total: u128,
    shares: &[Share],
    mut room: Room,
    units: impl Iterator<Item = usize>,
) -> Option<Vec<usize>> {
    let mut released = Vec::new();
    for unit in units {
        room.release(&shares[unit]);
        released.push(unit);
        if room.fits(total) {
            return Some(released);
        }
    }
    None
}

/// How much a unit's least falls when its limits are released (people).
fn fall(share: &Share) -> u64 {
    share.least().saturating_sub(share.released.least(share.start))
}

/// How much a unit's most rises when its limits are released (people); without bound is the largest.
fn rise(share: &Share) -> u64 {
    match (share.most(), share.most_in(share.released)) {
        (None, _) => 0,
        (Some(_), None) => u64::MAX,
        (Some(most), Some(released)) => released.saturating_sub(most),
    }
}
