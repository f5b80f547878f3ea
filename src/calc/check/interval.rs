//! What a printed number can stand for: an interval of exact ratios.

use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};

use crate::model::{Hedge, Rate, Scale, Stated};

/// All numbers from `low` to `high`, both included. Shares are ratios: 96% is 0.96.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The lower end.
    pub low: Rate,
    /// The upper end, not below the lower.
    pub high: Rate,
}

impl Interval {
    /// Just this number.
    #[must_use]
    pub fn point(value: Rate) -> Self {
        Self { low: value.clone(), high: value }
    }

    /// Just so many people.
    #[must_use]
    pub fn people(count: u64) -> Self {
        Self::point(Rate::from_integer(BigInt::from(count)))
    }

    /// What the rounding and the qualifier of a printed number allow.
    ///
    /// Its *unit* is one in the last place that was printed: 0,01% for `91,01%`, ten thousand for `1,45`
    /// million; for a plain count that is qualified, one in its last digit that is not zero: a thousand for
    /// “nearly 359,000”. Unqualified, a rounded number may be half a unit more or less, and a plain count is
    /// what it is. “About” allows one unit either way, “nearly” up to one less, “more than” up to one more.
    #[must_use]
    pub fn of(stated: &Stated) -> Self {
        let factor = match stated.scale {
            Scale::Ones => Rate::from_integer(BigInt::from(1)),
            Scale::Thousands => Rate::from_integer(BigInt::from(1_000)),
            Scale::Millions => Rate::from_integer(BigInt::from(1_000_000)),
            Scale::Percent => Rate::new(BigInt::from(1), BigInt::from(100)),
        };
        let value = stated.value.to_rate() * &factor;
        let unit = last_place(stated) * factor;
        let half = &unit / BigInt::from(2);
        let is_count = stated.scale == Scale::Ones && stated.value.places() == 0;
        match stated.hedge {
            Hedge::Exact if is_count => Self::point(value),
            Hedge::Exact => Self { low: &value - &half, high: value + half },
            Hedge::About => Self { low: &value - &unit, high: value + unit },
            Hedge::Nearly => Self { low: &value - unit, high: value },
            Hedge::MoreThan => Self { low: value.clone(), high: value + unit },
        }
    }

    /// One number is all it allows.
    #[must_use]
    pub fn is_point(&self) -> bool {
        self.low == self.high
    }

    /// Some number is in both.
    #[must_use]
    pub fn meets(&self, other: &Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// What all of `self` plus all of `other` can come to.
    #[must_use]
    pub fn plus(&self, other: &Self) -> Self {
        Self { low: &self.low + &other.low, high: &self.high + &other.high }
    }

    /// What all of `self` less all of `other` can come to.
    #[must_use]
    pub fn minus(&self, other: &Self) -> Self {
        Self { low: &self.low - &other.high, high: &self.high - &other.low }
    }

    /// What `self` over `other` can come to; `None` unless `self` is not negative and `other` is above zero.
    #[must_use]
    pub fn over(&self, other: &Self) -> Option<Self> {
        let fits = !self.low.is_negative() && other.low.is_positive();
        fits.then(|| Self { low: &self.low / &other.high, high: &self.high / &other.low })
    }

    /// What `self` times `other` can come to; both must not be negative.
    #[must_use]
    pub fn times(&self, other: &Self) -> Option<Self> {
        let fits = !self.low.is_negative() && !other.low.is_negative();
        fits.then(|| Self { low: &self.low * &other.low, high: &self.high * &other.high })
    }
}

/// One in the last place that counts, in the number's own scale.
fn last_place(stated: &Stated) -> Rate {
    let ten = BigInt::from(10);
    let places = stated.value.places();
    if places > 0 {
        return Rate::new(BigInt::from(1), ten.pow(places));
    }
    let mut unit = BigInt::from(1);
    let digits = stated.value.digits();
    if stated.scale == Scale::Ones && !digits.is_zero() {
        while (digits % (&unit * &ten)).is_zero() {
            unit *= &ten;
        }
    }
    Rate::from_integer(unit)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(value: &str, scale: Scale, hedge: Hedge) -> [String; 2] {
        let stated = Stated { value: value.parse().expect("a decimal"), scale, hedge };
        let Interval { low, high } = Interval::of(&stated);
        [low, high].map(|end| end.to_string())
    }

    #[test]
    fn a_printed_number_allows_what_its_rounding_and_its_qualifier_do() {
        use Hedge::{About, Exact, MoreThan, Nearly};
        use Scale::{Millions, Ones, Percent};
        assert_eq!(of("96", Percent, Exact), ["191/200", "193/200"]);
        assert_eq!(of("118014", Ones, Exact), ["118014", "118014"]);
        assert_eq!(of("1.45", Millions, Exact), ["1445000", "1455000"]);
        assert_eq!(of("31", Percent, About), ["3/10", "8/25"]);
        assert_eq!(of("359000", Ones, Nearly), ["358000", "359000"]);
        assert_eq!(of("81000", Ones, MoreThan), ["81000", "82000"]);
        assert_eq!(of("0", Ones, MoreThan), ["0", "1"]);
    }
}
