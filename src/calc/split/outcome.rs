//! What a split answers: the values, and the steps that prove them.

use num_bigint::BigInt;
use num_traits::Zero as _;

use super::field::Steps;
use super::share::Share;
use crate::model::Rate;

/// A split that adds up, with what it takes to explain each value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Split {
    /// What each unit gets (people), in the order of the units; sums to the total.
    pub values: Vec<u64>,
    /// The levels that give these values (people per unit of weight): each level strictly inside does. The ends
    /// are equal where units tie. Largest remainder: the smallest level that solves the split in parts of people, twice.
    /// Huntington–Hill: the squares of the levels.
    ///
    /// Where the first signpost is 0 and people are too few for one each, the level is zero, twice.
    pub level: Interval,
    /// The levels a ledger proves the values from.
    ///
    /// - Common level: `level`; where units tie, the interval just below it, where the tied units round down; a tie at
    ///   level zero has nothing below it.
    /// - Largest remainder: from the level, included, up to the first one that changes a whole part.
    pub proof: Interval,
    /// Units that stand on the same boundary; at most one tie per split.
    pub ties: Vec<Tie>,
    /// What held each unit, in the order of the units.
    pub held: Vec<Held>,
    /// Largest remainder only: how the fractional parts were ranked.
    pub remainders: Option<Remainders>,
}

/// An interval of levels (people per unit of weight), not negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Rate,
    /// The upper end; `None` where every higher level gives the same.
    pub high: Option<Rate>,
}

/// Units that deserve the same next person, and how many of them get it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Positions of the units, larger weight first, then in order: the first `places` of them get one more.
    pub units: Vec<usize>,
    /// How many get one more.
    pub places: usize,
}

/// What decided a unit's value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The level alone, rounded.
    Free,
    /// Its floor: the level alone would give fewer.
    AtFloor,
    /// Its ceiling: the level alone would give more.
    AtCeiling,
    /// Its limits leave it one value, such as a lock.
    Fixed,
    /// It has no weight, so it keeps its start.
    NoWeight,
}

/// How the fractional parts of a largest-remainder split were ranked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remainders {
    /// Per unit: the rank of its fractional part, 1 the largest; `None` where there is none.
    pub ranks: Vec<Option<usize>>,
    /// How many units, from rank 1 on, get one more.
    pub places: usize,
}

impl Interval {
    /// The interval of `factor` times the level, such as 100 for levels in per cent.
    #[must_use]
    pub fn times(&self, factor: u32) -> Self {
        let factor = BigInt::from(factor);
        Self { low: &self.low * &factor, high: self.high.as_ref().map(|high| high * factor) }
    }

    /// One level only.
    pub(super) fn point(level: Rate) -> Self {
        Self { high: Some(level.clone()), low: level }
    }

    /// Every level.
    pub(super) fn all() -> Self {
        Self { low: Rate::zero(), high: None }
    }
}

impl Steps {
    /// The answer for all units from the steps of those with room; `units[row]` is the position of a row's unit.
    pub(super) fn into_split(self, shares: &[Share], units: &[usize]) -> Split {
        let mut values: Vec<u64> = shares.iter().map(Share::least).collect();
        let mut held: Vec<Held> = shares.iter().map(without_room).collect();
        for (row, &unit) in units.iter().enumerate() {
            values[unit] = shares[unit].start + self.steps[row];
            held[unit] = self.held[row];
        }
        let ties =
            self.tie.map(|tie| Tie { units: tie.units.iter().map(|&row| units[row]).collect(), ..tie });
        let remainders = self.remainders.map(|remainders| {
            let mut ranks = vec![None; shares.len()];
            for (&unit, rank) in units.iter().zip(remainders.ranks) {
                ranks[unit] = rank;
            }
            Remainders { ranks, ..remainders }
        });
        Split {
            values,
            level: self.level,
            proof: self.proof,
            ties: ties.into_iter().collect(),
            held,
            remainders,
        }
    }
}

/// What holds a unit that has no room between its least and its most.
fn without_room(share: &Share) -> Held {
    let one_value = share.ceiling == Some(share.floor);
    if share.weight.is_zero() && !one_value { Held::NoWeight } else { Held::Fixed }
}
