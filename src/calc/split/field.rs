//! The units that have room, in whole numbers: what the roundings work on.

use num_bigint::BigInt;
use num_traits::One as _;

use super::amount::{Amount, Fraction};
use super::outcome::{Held, Interval, Remainders, Tie};
use super::share::{Share, Weight};
use crate::model::Rate;

/// A feasible split without the units that have no room, counted in steps: people above a unit's start.
pub(super) struct Layout {
    /// Steps to hand out, the least steps of every unit included.
    total: u64,
    rows: Vec<Room>,
    /// One per row, all multiplied by `denominator`.
    weights: Weights,
    denominator: BigInt,
}

/// Lengths in binary digits.
pub(super) struct Width {
    /// Of twice the steps a row can take, one more included.
    pub steps: u64,
    /// Of any sum of people.
    pub people: u64,
    /// Of the largest weight.
    pub weight: u64,
    /// Of the weights together.
    pub weights: u64,
}

/// A unit with room between its least and its most.
struct Room {
    unit: usize,
    least: u64,
    most: Option<u64>,
}

enum Weights {
    Small(Vec<u64>),
    Large(Vec<BigInt>),
}

/// The same in one width of arithmetic.
pub(super) struct Field<A> {
    /// In document order.
    pub rows: Vec<Row<A>>,
    /// Steps to hand out.
    pub total: A,
    denominator: BigInt,
}

/// `weight > 0`, `0 ≤ least < most`; `most` is `None` where it is out of reach.
pub(super) struct Row<A> {
    pub weight: A,
    pub least: A,
    pub most: Option<A>,
}

/// A rounded split of the rows: what [`super::Split`] is made of.
pub(super) struct Steps {
    pub steps: Vec<u64>,
    pub held: Vec<Held>,
    pub level: Interval,
    pub proof: Interval,
    /// In positions of rows.
    pub tie: Option<Tie>,
    pub remainders: Option<Remainders>,
}

impl Layout {
    /// `total` and `shares` of a feasible split.
    pub fn new(total: u64, shares: &[Share]) -> Self {
        let mut rows = Vec::with_capacity(shares.len());
        // Never below zero: a unit with room starts at or below its least, and the leasts fit in the total.
        let mut left = total;
        for (unit, share) in shares.iter().enumerate() {
            let (least, most) = (share.least(), share.most());
            if most == Some(least) {
                left -= least;
            } else {
                left -= share.start;
                let most = most.map(|most| most - share.start);
                rows.push(Room { unit, least: least - share.start, most });
            }
        }
        for row in &mut rows {
            // No unit can take more steps than there are, so a limit above is none. Keeps the numbers small.
            row.most = row.most.filter(|&most| most <= left);
        }
        let (weights, denominator) = whole_weights(rows.iter().map(|row| &shares[row.unit].weight));
        Self { total: left, rows, weights, denominator }
    }

    /// How large the numbers are that the split computes with.
    pub fn width(&self) -> Width {
        let bits = |number: u128| u64::from(u128::BITS - number.leading_zeros());
        let mosts: u128 = self.rows.iter().filter_map(|row| row.most).map(u128::from).sum();
        let total = u128::from(self.total);
        let (weight, weights) = match &self.weights {
            Weights::Small(weights) => {
                let largest = weights.iter().copied().max().unwrap_or(0);
                (bits(largest.into()), bits(weights.iter().copied().map(u128::from).sum()))
            }
            Weights::Large(weights) => {
                (weights.iter().map(BigInt::bits).max().unwrap_or(0), weights.iter().sum::<BigInt>().bits())
            }
        };
        Width { steps: bits(2 * total + 2), people: bits(total + mosts), weight, weights }
    }

    /// The position of each row's unit.
    pub fn units(&self) -> Vec<usize> {
        self.rows.iter().map(|row| row.unit).collect()
    }
}

/// The weights, all above zero, over one common denominator.
fn whole_weights<'a>(weights: impl Iterator<Item = &'a Weight> + Clone) -> (Weights, BigInt) {
    let whole = |weight: &Weight| match weight {
        Weight::Whole(weight) => Some(*weight),
        Weight::Ratio(weight) if weight.is_integer() => u64::try_from(weight.numer()).ok(),
        Weight::Ratio(_) => None,
    };
    if let Some(small) = weights.clone().map(whole).collect() {
        return (Weights::Small(small), BigInt::one());
    }
    let denominator = weights.clone().fold(BigInt::one(), |common, weight| weight.common_denominator(common));
    let large: Vec<BigInt> = weights
        .map(|weight| match weight {
            Weight::Whole(weight) => &denominator * weight,
            Weight::Ratio(weight) => &denominator / weight.denom() * weight.numer(),
        })
        .collect();
    (Weights::Large(large), denominator)
}

impl<A: Amount> Field<A> {
    pub fn new(layout: &Layout) -> Self {
        let weight = |row: usize| match &layout.weights {
            Weights::Small(weights) => A::of(weights[row]),
            Weights::Large(weights) => A::of_big(&weights[row]),
        };
        let rows = layout.rows.iter().enumerate();
        let rows = rows.map(|(at, row)| Row {
            weight: weight(at),
            least: A::of(row.least),
            most: row.most.map(A::of),
        });
        Self { rows: rows.collect(), total: A::of(layout.total), denominator: layout.denominator.clone() }
    }

    /// A level over the whole weights, as the level over the weights as they were given.
    pub fn level(&self, level: &Fraction<A>) -> Rate {
        Rate::new(level.numer.to_big() * &self.denominator, level.denom.to_big())
    }

    /// The square of a level over the whole weights, as that of the level over the weights as they were given.
    pub fn squared_level(&self, square: &Fraction<A>) -> Rate {
        Rate::new(square.numer.to_big() * &self.denominator * &self.denominator, square.denom.to_big())
    }
}

impl<A: Amount> Row<A> {
    /// `steps`, moved between the row's limits.
    pub fn clamp(&self, steps: A) -> A {
        match &self.most {
            Some(most) if steps > *most => most.clone(),
            _ if steps < self.least => self.least.clone(),
            _ => steps,
        }
    }

    /// Has a person to give.
    pub fn can_fall(&self, steps: &A) -> bool {
        *steps > self.least
    }

    /// Can take one more person.
    pub fn can_rise(&self, steps: &A) -> bool {
        self.most.as_ref().is_none_or(|most| steps < most)
    }
}
