//! Signposts: where a rounding rule turns from one whole number to the next.

use super::amount::{Amount, Fraction};
use super::field::Field;
use crate::model::Rate;

/// A rounding rule, as the sequence of its signposts `s(1) < s(2) < …`: a value from `s(k)` on, and below
/// `s(k + 1)`, becomes `k`. Source: Pukelsheim (2017), chapter 3.
#[derive(Clone, Copy)]
pub(super) enum Signposts {
    /// `s(k) = k − ½`: ordinary rounding, halves upwards (Webster, Sainte-Laguë).
    Half,
}

impl Signposts {
    /// Where a row of `weight` turns to `steps`, on this rule's own scale (see [`Self::level`]).
    pub fn threshold<A: Amount>(self, steps: &A, weight: &A) -> Fraction<A> {
        match self {
            Self::Half => Fraction { numer: steps.doubled() - A::one(), denom: weight.clone() },
        }
    }

    /// `weight` times `level` (over the whole weights), rounded.
    pub fn round<A: Amount>(self, level: &Fraction<A>, weight: &A) -> A {
        match self {
            Self::Half => {
                let twice = level.numer.times(weight).doubled();
                (twice + level.denom.clone()).div_floor(&level.denom.doubled())
            }
        }
    }

    /// The level that a threshold stands for, over the weights as they were given.
    pub fn level<A: Amount>(self, field: &Field<A>, threshold: &Fraction<A>) -> Rate {
        match self {
            // Thresholds are kept doubled, so that they are whole numbers over whole weights.
            Self::Half => field.level(threshold) / num_bigint::BigInt::from(2),
        }
    }
}
