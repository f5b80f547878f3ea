//! The integers a split computes with, and fractions of them that are compared, never rounded.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_integer::Integer;
use num_traits::ToPrimitive as _;

/// A signed whole number wide enough for one split; [`super::signpost::bits`] chooses which.
pub(super) trait Amount: Integer + Clone {
    /// A count of people or a whole weight.
    fn of(count: u64) -> Self;
    /// A scaled weight.
    fn of_big(weight: &BigInt) -> Self;
    /// A result that is a count of people.
    fn to_count(&self) -> u64;
    /// The number, in any width.
    fn to_big(&self) -> BigInt;
    /// The product, where it fits.
    fn times(&self, other: &Self) -> Self;
    /// `a · b` against `c · d`, also where these do not fit.
    fn compare_products(one: [&Self; 2], two: [&Self; 2]) -> Ordering;

    /// Twice the number.
    fn doubled(&self) -> Self {
        self.clone() + self.clone()
    }
}

impl Amount for i64 {
    fn of(count: u64) -> Self {
        Self::try_from(count).expect("64 bits hold every number of this split")
    }

    fn of_big(weight: &BigInt) -> Self {
        weight.to_i64().expect("64 bits hold every number of this split")
    }

    fn to_count(&self) -> u64 {
        u64::try_from(*self).expect("a unit's steps are not negative")
    }

    fn to_big(&self) -> BigInt {
        BigInt::from(*self)
    }

    fn times(&self, other: &Self) -> Self {
        self * other
    }

    fn compare_products([a, b]: [&Self; 2], [c, d]: [&Self; 2]) -> Ordering {
        (i128::from(*a) * i128::from(*b)).cmp(&(i128::from(*c) * i128::from(*d)))
    }
}

impl Amount for i128 {
    fn of(count: u64) -> Self {
        Self::from(count)
    }

    fn of_big(weight: &BigInt) -> Self {
        weight.to_i128().expect("128 bits hold every number of this split")
    }

    fn to_count(&self) -> u64 {
        u64::try_from(*self).expect("a unit's steps are at most the total")
    }

    fn to_big(&self) -> BigInt {
        BigInt::from(*self)
    }

    fn times(&self, other: &Self) -> Self {
        self * other
    }

    fn compare_products([a, b]: [&Self; 2], [c, d]: [&Self; 2]) -> Ordering {
        (a.to_big() * b.to_big()).cmp(&(c.to_big() * d.to_big()))
    }
}

impl Amount for BigInt {
    fn of(count: u64) -> Self {
        Self::from(count)
    }

    fn of_big(weight: &BigInt) -> Self {
        weight.clone()
    }

    fn to_count(&self) -> u64 {
        self.to_u64().expect("a unit's steps are at most the total")
    }

    fn to_big(&self) -> BigInt {
        self.clone()
    }

    fn times(&self, other: &Self) -> Self {
        self * other
    }

    fn compare_products([a, b]: [&Self; 2], [c, d]: [&Self; 2]) -> Ordering {
        (a * b).cmp(&(c * d))
    }
}

/// `numer / denom` with `denom > 0`, not reduced.
#[derive(Clone, Debug)]
pub(super) struct Fraction<A> {
    pub numer: A,
    pub denom: A,
}

impl<A: Amount> Ord for Fraction<A> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.numer.times(&other.denom).cmp(&other.numer.times(&self.denom))
    }
}

impl<A: Amount> PartialOrd for Fraction<A> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<A: Amount> PartialEq for Fraction<A> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<A: Amount> Eq for Fraction<A> {}
