//! The fewest limits to release, so that a split becomes feasible.

use std::cmp::Reverse;
use std::collections::HashSet;

use super::share::{Bounds, Share};

/// The units to release, `first` (in document order) in any case: the fewest that make `total` fit; of equally few the first set in the order
/// of larger gain, then larger weight, then document order. Empty where no release helps.
///
/// Taking the units in that order is enough wherever a release moves only one end. A unit without weight, or one held
/// below its start, moves both; where such a one overshoots, other sets are tried, as long as they are small and few.
/// Only beyond that may a set be larger than the fewest.
pub(super) fn release(total: u128, shares: &[Share], first: &[usize]) -> Vec<usize> {
    let mut room = Room::of(shares);
    for &unit in first {
        room.release(&shares[unit]);
    }
    if room.fits(total) {
        return first.to_vec();
    }
    let set = Candidates::new(total, shares, room, first).fewest();
    set.map(|others| [first, &others].concat()).unwrap_or_default()
}

/// The units whose release changes something, the better first.
struct Candidates<'a> {
    total: u128,
    shares: &'a [Share],
    /// What the units can take while none of them is released.
    room: Room,
    /// Too many people are asked for by floors; else too few are allowed by ceilings.
    too_much: bool,
    units: Vec<usize>,
}

/// Units in a set that is tried out of order, at most.
const LARGEST_SET: usize = 16;

/// How often a unit is added to such a set, at most.
const MOST_TRIALS: usize = 10_000;

impl<'a> Candidates<'a> {
    fn new(total: u128, shares: &'a [Share], room: Room, first: &[usize]) -> Self {
        let mut candidates = Self { total, shares, room, too_much: room.least > total, units: Vec::new() };
        let is_other = |unit: &usize| {
            first.binary_search(unit).is_err() && shares[*unit].bounds() != shares[*unit].released
        };
        candidates.units = (0..shares.len()).filter(is_other).collect();
        // Stable, so units with the same gain and weight stay in order.
        let rank = |&unit: &usize| Reverse((candidates.gain(unit), &shares[unit].weight));
        let mut units = candidates.units.clone();
        units.sort_by_key(rank);
        Self { units, ..candidates }
    }

    fn fewest(&self) -> Option<Vec<usize>> {
        // Fewer than these cannot gain enough, whatever happens at the other end.
        let enough = self.shortest_start(self.units.iter().copied(), |room| !self.is_missing(room))?;
        let all = self.shortest_start(self.units.iter().copied(), |room| room.fits(self.total));
        if let Some(all) = all.as_ref().filter(|all| all.len() == enough.len()) {
            return Some(all.clone());
        }
        let has_weight = |unit: &usize| !self.shares[*unit].weight.is_zero();
        let weighty = self.units.iter().copied().filter(has_weight);
        let lifted = weighty.clone().next().and_then(|lifts| {
            let others = self.units.iter().copied().filter(|&unit| unit != lifts);
            self.shortest_start([lifts].into_iter().chain(others), |room| room.fits(self.total))
        });
        let weighty = self.shortest_start(weighty, |room| room.fits(self.total));
        let best = [all, weighty, lifted].into_iter().flatten().min_by_key(Vec::len);
        let largest = best.as_ref().map_or(self.units.len(), Vec::len).min(LARGEST_SET);
        let mut trials = MOST_TRIALS;
        let first = (enough.len()..=largest).find_map(|size| self.first_set(self.room, 0, size, &mut trials));
        first.or_else(|| best.map(|best| self.in_order(&best)))
    }

    /// The first set of `size` of the units from position `from` on that makes the total fit.
    fn first_set(&self, room: Room, from: usize, size: usize, trials: &mut usize) -> Option<Vec<usize>> {
        if size == 0 {
            return room.fits(self.total).then(Vec::new);
        }
        for (at, &unit) in self.units.iter().enumerate().skip(from) {
            // What follows gains no more than this unit does.
            if *trials == 0 || u128::from(self.gain(unit)) * (size as u128) < self.missing(&room) {
                return None;
            }
            *trials -= 1;
            let mut room = room;
            room.release(&self.shares[unit]);
            if let Some(others) = self.first_set(room, at + 1, size - 1, trials) {
                return Some([&[unit], &others[..]].concat());
            }
        }
        None
    }

    /// The same units, the better first.
    fn in_order(&self, units: &[usize]) -> Vec<usize> {
        let units: HashSet<usize> = units.iter().copied().collect();
        self.units.iter().copied().filter(|unit| units.contains(unit)).collect()
    }

    /// The fewest units from the start of `units` after whose release `is_enough`.
    fn shortest_start(
        &self,
        units: impl Iterator<Item = usize>,
        is_enough: impl Fn(&Room) -> bool,
    ) -> Option<Vec<usize>> {
        let mut room = self.room;
        let mut released = Vec::new();
        for unit in units {
            room.release(&self.shares[unit]);
            released.push(unit);
            if is_enough(&room) {
                return Some(released);
            }
        }
        None
    }

    /// How many people the releases must still gain.
    fn missing(&self, room: &Room) -> u128 {
        match self.too_much {
            true => room.least.saturating_sub(self.total),
            false if room.is_short_of(self.total) => self.total - room.most,
            false => 0,
        }
    }

    fn is_missing(&self, room: &Room) -> bool {
        self.missing(room) > 0
    }

    /// What the release of a unit gains (people).
    fn gain(&self, unit: usize) -> u64 {
        let share = &self.shares[unit];
        if self.too_much { fall(share) } else { rise(share) }
    }
}

/// What all units can take together.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub least: u128,
    /// The mosts of those that have one.
    pub most: u128,
    /// How many have none.
    boundless: usize,
}

impl Room {
    pub fn of(shares: &[Share]) -> Self {
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

    pub fn is_short_of(&self, total: u128) -> bool {
        self.boundless == 0 && self.most < total
    }

    fn fits(&self, total: u128) -> bool {
        self.least <= total && !self.is_short_of(total)
    }
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
