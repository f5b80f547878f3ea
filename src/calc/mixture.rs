//! The weighted mix: exact weights from several drivers.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{One as _, Zero as _};

use super::split::{Interval, Weight};
use crate::model::{Driver, MixPart, Rate};

/// One driver of the mix in force at a node.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MixTerm {
    /// What is weighed.
    pub driver: Driver,
    /// Its share, per mille of the mix as the user set it.
    pub per_mille: u16,
    /// What all units that take part come to; above zero.
    pub sum: u128,
}

/// The mix of one node: unit i weighs `Σ share · dᵢ / sum`, over the shares of the drivers in force.
pub(super) struct Mixture {
    /// The drivers in force.
    pub terms: Vec<MixTerm>,
    /// Drivers that are zero for everyone; the shares of the others are rescaled.
    pub dropped: Vec<Driver>,
    /// Places of `terms` among the drivers of the rule.
    places: Vec<usize>,
    /// By term: what one of the driver weighs, scaled.
    factors: Vec<BigInt>,
    /// How often a weight is contained in a scaled one.
    scale: BigInt,
}

impl Mixture {
    /// - `parts`: the drivers with their shares.
    /// - `values`: of every unit that takes part, one per driver; `None` is missing.
    pub fn of<'a>(parts: &[MixPart], values: impl Iterator<Item = &'a [Option<u64>]>) -> Self {
        let mut sums = vec![0u128; parts.len()];
        for unit in values {
            sums.iter_mut().zip(unit).for_each(|(sum, value)| *sum += u128::from(value.unwrap_or(0)));
        }
        let places: Vec<usize> = (0..parts.len()).filter(|&place| sums[place] > 0).collect();
        let term = |&place: &usize| MixTerm {
            driver: parts[place].driver,
            per_mille: parts[place].per_mille,
            sum: sums[place],
        };
        let terms: Vec<MixTerm> = places.iter().map(term).collect();
        let multiple = terms.iter().fold(BigInt::one(), |common, term| common.lcm(&BigInt::from(term.sum)));
        let dropped = parts.iter().zip(&sums).filter(|(_, sum)| **sum == 0).map(|(part, _)| part.driver);
        Self {
            dropped: dropped.collect(),
            factors: terms.iter().map(|term| (&multiple / term.sum) * term.per_mille).collect(),
            scale: &multiple * shares_in_force(&terms),
            places,
            terms,
        }
    }

    /// One unit's values of the drivers in force, in their order; `None` where one is missing.
    pub fn values(&self, unit: &[Option<u64>]) -> Option<Vec<u64>> {
        // A driver that is dropped is still one the user asked for.
        let all: Vec<u64> = unit.iter().copied().collect::<Option<_>>()?;
        Some(self.places.iter().map(|&place| all[place]).collect())
    }

    /// The weight of a unit with these values, times the scale: a whole number.
    pub fn scaled_weight(&self, values: &[u64]) -> Weight {
        let scaled = self
            .factors
            .iter()
            .zip(values)
            .fold(BigInt::zero(), |sum, (factor, &value)| sum + factor * value);
        match u64::try_from(&scaled) {
            Ok(weight) => Weight::Whole(weight),
            Err(_) => Weight::Ratio(Rate::from_integer(scaled)),
        }
    }

    /// The levels of a split by scaled weights, as levels of the weights themselves (people per weight of 1).
    pub fn unscaled(&self, levels: &Interval) -> Interval {
        Interval { low: &levels.low * &self.scale, high: levels.high.as_ref().map(|high| high * &self.scale) }
    }
}

/// What the shares of the drivers in force total (per mille).
pub(super) fn shares_in_force(terms: &[MixTerm]) -> u32 {
    terms.iter().map(|term| u32::from(term.per_mille)).sum()
}
