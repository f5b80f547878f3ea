//! One unit's terms in a split.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::Zero as _;

use crate::model::Rate;

/// One unit's terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Share {
    /// What the unit has before anything is shared out (people).
    pub start: u64,
    /// Its part of what is shared out; only the ratios of weights matter.
    pub weight: Weight,
    /// The least it may get (people).
    pub floor: u64,
    /// The most it may get (people); `None` is no limit.
    pub ceiling: Option<u64>,
    /// The limits that remain once everything the user set on the unit is released.
    pub released: Bounds,
}

/// The least and the most a unit may get (people).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Bounds {
    /// The least.
    pub floor: u64,
    /// The most; `None` is no limit.
    pub ceiling: Option<u64>,
}

/// A weight: exact and not negative.
#[derive(Clone, Debug)]
pub enum Weight {
    /// A whole number, such as people of a base.
    Whole(u64),
    /// Any ratio, such as a mix of several bases. A negative one counts as zero.
    Ratio(Rate),
}

impl Share {
    /// What the unit gets at level zero, the least it can get: its start, moved between its limits (people).
    /// Where the floor is above the ceiling the floor holds.
    #[must_use]
    pub fn least(&self) -> u64 {
        self.bounds().least(self.start)
    }

    /// The most the unit can get at any level (people): its ceiling, or its least where it has no weight.
    #[must_use]
    pub fn most(&self) -> Option<u64> {
        self.most_in(self.bounds())
    }

    pub(super) fn bounds(&self) -> Bounds {
        Bounds { floor: self.floor, ceiling: self.ceiling }
    }

    /// The most it could get with other limits.
    pub(super) fn most_in(&self, bounds: Bounds) -> Option<u64> {
        let least = bounds.least(self.start);
        if self.weight.is_zero() { Some(least) } else { bounds.ceiling.map(|ceiling| ceiling.max(least)) }
    }
}

impl Bounds {
    /// `start`, moved between the limits; the floor holds where it is above the ceiling.
    pub(super) fn least(self, start: u64) -> u64 {
        self.ceiling.map_or(start, |ceiling| start.min(ceiling)).max(self.floor)
    }
}

impl Weight {
    /// Has no part in what is shared out.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        match self {
            Self::Whole(weight) => *weight == 0,
            Self::Ratio(weight) => *weight <= Rate::zero(),
        }
    }

    /// The weight as a ratio.
    #[must_use]
    pub fn to_rate(&self) -> Rate {
        match self {
            Self::Whole(weight) => Rate::from_integer(BigInt::from(*weight)),
            Self::Ratio(weight) => weight.clone(),
        }
    }

    /// The least common multiple of `common` and the weight's denominator.
    pub(crate) fn common_denominator(&self, common: BigInt) -> BigInt {
        match self {
            Self::Whole(_) => common,
            Self::Ratio(weight) => {
                // With many different denominators `common` is long and the weight's is short, so divide first.
                let shared = (&common % weight.denom()).gcd(weight.denom());
                common * (weight.denom() / shared)
            }
        }
    }
}

impl Ord for Weight {
    fn cmp(&self, other: &Self) -> Ordering {
        match (self, other) {
            (Self::Whole(one), Self::Whole(two)) => one.cmp(two),
            (Self::Ratio(one), Self::Ratio(two)) => one.cmp(two),
            _ => self.to_rate().cmp(&other.to_rate()),
        }
    }
}

impl PartialOrd for Weight {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Weight {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Weight {}
