//! Signposts: where a rounding rule turns from one whole number to the next.

use num_bigint::BigInt;
use num_traits::Zero as _;

use super::amount::{Amount, Fraction};
use super::field::{Field, Layout};
use super::rule::RoundingRule;
use crate::model::Rate;

/// A divisor rule, as the sequence of its signposts `s(1) < s(2) < …` with `k − 1 ≤ s(k) ≤ k`: a value beyond `s(k)`,
/// and below `s(k + 1)`, becomes `k`. Source: Pukelsheim (2017), chapter 3.
pub(super) enum Signposts<A> {
    /// `s(k) = k − ½` (Webster). The page's rule, kept short so that it stays quick.
    Half,
    /// Those for checking and for experts.
    Other(Others<A>),
}

/// The signposts of the rules that are not in the page.
pub(super) enum Others<A> {
    /// `s(k) = k` (Jefferson).
    Upper,
    /// `s(k) = k − 1` (Adams).
    Lower,
    /// `s(k) = √(k·(k − 1))` (Huntington–Hill). Its thresholds, and levels, are squares.
    Geometric,
    /// `s(k) = 2·k·(k − 1) / (2·k − 1)` (Dean).
    Harmonic,
    /// `s(1) = numer / (2·denom)`, then `s(k) = k − ½` (modified Webster).
    FirstThenHalf { numer: A, denom: A },
}

impl<A: Amount> Signposts<A> {
    /// The signposts of `rule`; `None` for largest remainder, which has none.
    pub fn of(rule: &RoundingRule) -> Option<Self> {
        let other = match rule {
            RoundingRule::LargestRemainder => return None,
            RoundingRule::Webster => return Some(Self::Half),
            RoundingRule::Jefferson => Others::Upper,
            RoundingRule::Adams => Others::Lower,
            RoundingRule::HuntingtonHill => Others::Geometric,
            RoundingRule::Dean => Others::Harmonic,
            RoundingRule::ModifiedWebster { first } => {
                let first = within_range(first);
                Others::FirstThenHalf { numer: A::of_big(first.numer()), denom: A::of_big(first.denom()) }
            }
        };
        Some(Self::Other(other))
    }

    /// Where a row of `weight` turns to `steps`, at least 1, on this rule's own scale (see [`Self::level`]).
    pub fn threshold(&self, steps: &A, weight: &A) -> Fraction<A> {
        match self {
            // Kept doubled, so that it is a whole number over a whole weight.
            Self::Half => Fraction { numer: steps.doubled() - A::one(), denom: weight.clone() },
            Self::Other(other) => other.threshold(steps, weight),
        }
    }

    /// The level that a threshold stands for, over the weights as they were given; its square for
    /// [`Others::Geometric`].
    pub fn level(&self, field: &Field<A>, threshold: &Fraction<A>) -> Rate {
        match self {
            Self::Half => field.level(threshold) / BigInt::from(2),
            Self::Other(Others::Upper | Others::Lower | Others::Harmonic) => field.level(threshold),
            Self::Other(Others::Geometric) => field.squared_level(threshold),
            Self::Other(Others::FirstThenHalf { denom, .. }) => {
                field.level(threshold) / denom.doubled().to_big()
            }
        }
    }

    /// `weight` times `level` (over the whole weights), rounded by this rule. A value on a signpost goes the same way
    /// for all rows, either up or down.
    pub fn round(&self, level: &Fraction<A>, weight: &A) -> A {
        let value = level.numer.times(weight);
        match self {
            Self::Half => nearest(&value, &level.denom),
            Self::Other(other) => other.round(&value, &level.denom),
        }
    }
}

impl<A: Amount> Others<A> {
    #[inline(never)]
    fn threshold(&self, steps: &A, weight: &A) -> Fraction<A> {
        let one = A::one;
        let (numer, denom) = match self {
            Self::Upper => (steps.clone(), weight.clone()),
            Self::Lower => (steps.clone() - one(), weight.clone()),
            Self::Geometric => (steps.times(&(steps.clone() - one())), weight.times(weight)),
            Self::Harmonic => {
                let twice = steps.doubled();
                (twice.times(&(steps.clone() - one())), (twice - one()).times(weight))
            }
            Self::FirstThenHalf { numer, .. } if steps.is_one() => (numer.clone(), weight.clone()),
            Self::FirstThenHalf { denom, .. } => (denom.times(&(steps.doubled() - one())), weight.clone()),
        };
        Fraction { numer, denom }
    }

    /// `value / denom`, rounded.
    #[inline(never)]
    fn round(&self, value: &A, denom: &A) -> A {
        match self {
            Self::Upper => value.div_floor(denom),
            Self::Lower => value.div_ceil(denom),
            Self::Geometric => round_up_if(value, denom, is_beyond_geometric),
            Self::Harmonic => round_up_if(value, denom, is_beyond_harmonic),
            Self::FirstThenHalf { .. } if value.doubled() >= denom.doubled() + denom.clone() => {
                nearest(value, denom)
            }
            Self::FirstThenHalf { numer: first, denom: halves } => {
                if value.times(&halves.doubled()) >= first.times(denom) { A::one() } else { A::zero() }
            }
        }
    }
}

/// `value / denom`, halves upwards.
fn nearest<A: Amount>(value: &A, denom: &A) -> A {
    (value.doubled() + denom.clone()).div_floor(&denom.doubled())
}

/// How many bits, sign included, hold every sum, and every product that comparing two thresholds of `rule` takes.
/// (Wider products are few, and compared by [`Amount::compare_products`].)
pub(super) fn bits(rule: &RoundingRule, layout: &Layout) -> u64 {
    let width = layout.width();
    let of_thresholds = match rule {
        RoundingRule::Webster
        | RoundingRule::LargestRemainder
        | RoundingRule::Jefferson
        | RoundingRule::Adams => width.steps + width.weight,
        RoundingRule::HuntingtonHill => 2 * (width.steps + width.weight),
        RoundingRule::Dean => 3 * width.steps + width.weight,
        RoundingRule::ModifiedWebster { first } => {
            let first = within_range(first);
            let (numer, denom) = (first.numer().bits(), first.denom().bits());
            (denom + width.steps + width.weight).max(numer + width.weight.max(width.weights))
        }
    };
    // Two more: one for adding two such numbers, one for the sign.
    of_thresholds.max(width.weights + 1).max(width.people) + 2
}

/// Twice the first signpost, moved into the range of [`RoundingRule::modified_webster`].
fn within_range(first: &Rate) -> Rate {
    first.clone().clamp(Rate::zero(), Rate::from_integer(BigInt::from(2)))
}

/// The whole part of `value / denom`, and one more where the rest is beyond the signpost.
fn round_up_if<A: Amount>(value: &A, denom: &A, is_beyond: fn(&A, &A, &A) -> bool) -> A {
    let (whole, rest) = value.div_mod_floor(denom);
    if is_beyond(&whole, &rest, denom) { whole + A::one() } else { whole }
}

/// Whether `whole + rest / denom` is beyond the geometric mean of `whole` and the next whole number.
fn is_beyond_geometric<A: Amount>(whole: &A, rest: &A, denom: &A) -> bool {
    if rest.doubled() >= *denom {
        return true;
    }
    // (whole + rest/denom)² > whole · (whole + 1), multiplied out; its right side is at most a quarter of denom².
    let missing = whole.times(&(denom.clone() - rest.doubled()));
    missing.doubled().doubled() < *denom && A::compare_products([&missing, denom], [rest, rest]).is_lt()
}

/// Whether `whole + rest / denom` is beyond the harmonic mean of `whole` and the next whole number.
fn is_beyond_harmonic<A: Amount>(whole: &A, rest: &A, denom: &A) -> bool {
    (whole.doubled() + A::one()).times(rest) > whole.times(denom)
}
