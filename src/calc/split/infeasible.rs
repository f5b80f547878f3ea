//! Why a split cannot keep to its limits.

use super::release::{Room, release};
use super::share::Share;

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
