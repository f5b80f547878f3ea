//! A number of people in the form it was given: people, a rate of a base, or growth on last year.

use num_bigint::BigInt;
use num_integer::Integer as _;
use num_traits::{Signed as _, ToPrimitive as _};
use serde::{Deserialize, Serialize};

use super::decimal::round_half_up;
use super::{Decimal, Rate};

/// What a quantity's number means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// A number of people.
    People,
    /// Per cent of the indicator's base.
    Rate,
    /// Per cent more (or, negative, fewer) than last year.
    Growth,
    /// People more (or, negative, fewer) than last year.
    Increase,
    /// No number yet: a target still to be set.
    Open,
}

/// How firmly the number was stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// Just so.
    #[default]
    Exact,
    /// "từ … trở lên": rates become people by rounding upwards.
    AtLeast,
    /// "khoảng …".
    About,
}

/// A target, floor or ceiling as it was given; the form typed last is the one that is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quantity {
    /// What the number means.
    pub form: Form,
    /// The number; the lower end where it is a range. People for the forms in people, per cent else.
    pub value: Decimal,
    /// The upper end of a range, in the same form.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub upper: Option<Decimal>,
    /// How firmly it was stated.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub qualifier: Qualifier,
}

/// Why a quantity is no number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NoPeople {
    /// It has no number yet.
    #[error("no number is set yet")]
    NotSet,
    /// It is a rate, and the base is not known.
    #[error("the base is not known")]
    NoBase,
    /// It is measured on last year's result, which is not known.
    #[error("last year's result is not known")]
    NoLast,
    /// It does not fit in 64 bits.
    #[error("the number does not fit in 64 bits")]
    TooLarge,
}

/// How a rate or a growth becomes whole people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WholePeople {
    /// To the nearest, halves upwards: targets.
    Nearest,
    /// Downwards: ceilings.
    Down,
    /// Upwards: floors, and targets "at least".
    Up,
}

impl Quantity {
    /// Just so many people.
    #[must_use]
    pub fn people(count: u64) -> Self {
        Self { form: Form::People, value: Decimal::new(count, 0), upper: None, qualifier: Qualifier::Exact }
    }

    /// Still to be set.
    #[must_use]
    pub fn open() -> Self {
        Self { form: Form::Open, ..Self::people(0) }
    }

    /// It has no number yet.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.form == Form::Open
    }

    /// The target in whole people, the number that is allocated.
    ///
    /// A rate or a growth becomes people by ordinary rounding, "at least" upwards. A range is the whole
    /// numbers that lie in it: its lower end, rounded up, is the target, so that the people allocated do
    /// reach the range. Less than no people is no people.
    ///
    /// - `base`: people of the indicator's base, `last`: people of last year's result; `None` where unknown.
    ///
    /// # Errors
    /// [`NoPeople`]: which figure is missing, or that the number is too large.
    pub fn people_of(&self, base: Option<u64>, last: Option<u64>) -> Result<u64, NoPeople> {
        let upwards = self.qualifier == Qualifier::AtLeast || self.upper.is_some();
        let way = if upwards { WholePeople::Up } else { WholePeople::Nearest };
        self.read(&self.value, way, base, last)?.to_u64().ok_or(NoPeople::TooLarge)
    }

    /// [`Quantity::people_of`], where why there is none does not matter.
    #[must_use]
    pub fn target(&self, base: Option<u64>, last: Option<u64>) -> Option<u64> {
        self.people_of(base, last).ok()
    }

    /// The upper end of the range in whole people, rounded down; `None` where there is none.
    ///
    /// Where no whole number lies in the range, it is the target itself.
    #[must_use]
    pub fn upper_target(&self, base: Option<u64>, last: Option<u64>) -> Option<u64> {
        let upper = self.read(self.upper.as_ref()?, WholePeople::Down, base, last).ok()?.to_u64()?;
        Some(upper.max(self.target(base, last)?))
    }

    /// The floor in whole people: a rate or growth rounds up. One that does not fit in 64 bits is the highest.
    #[must_use]
    pub fn floor(&self, base: Option<u64>, last: Option<u64>) -> Option<u64> {
        self.read(&self.value, WholePeople::Up, base, last).ok().map(highest)
    }

    /// The ceiling in whole people: a rate or growth rounds down. One that does not fit in 64 bits is the highest.
    #[must_use]
    pub fn ceiling(&self, base: Option<u64>, last: Option<u64>) -> Option<u64> {
        self.read(&self.value, WholePeople::Down, base, last).ok().map(highest)
    }

    fn read(
        &self,
        value: &Decimal,
        way: WholePeople,
        base: Option<u64>,
        last: Option<u64>,
    ) -> Result<BigInt, NoPeople> {
        let base = || base.ok_or(NoPeople::NoBase);
        let last = || last.ok_or(NoPeople::NoLast);
        let value = value.to_rate();
        let hundred = Rate::from_integer(BigInt::from(100));
        let whole = |count: u64| Rate::from_integer(BigInt::from(count));
        let exact = match self.form {
            Form::Open => return Err(NoPeople::NotSet),
            Form::People => value,
            Form::Rate => value / hundred * whole(base()?),
            Form::Growth => (value / &hundred + Rate::from_integer(BigInt::from(1))) * whole(last()?),
            Form::Increase => value + whole(last()?),
        };
        if exact.is_negative() {
            return Ok(BigInt::ZERO);
        }
        Ok(match way {
            WholePeople::Nearest => round_half_up(&exact),
            WholePeople::Down => exact.numer().div_floor(exact.denom()),
            WholePeople::Up => exact.ceil().to_integer(),
        })
    }
}

fn highest(people: BigInt) -> u64 {
    people.to_u64().unwrap_or(u64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quantity(form: Form, value: &str, qualifier: Qualifier) -> Quantity {
        Quantity { form, value: value.parse().expect("a decimal"), upper: None, qualifier }
    }

    #[test]
    fn a_rate_becomes_people_by_ordinary_rounding_and_at_least_upwards() {
        let base = Some(724_640);
        assert_eq!(quantity(Form::Rate, "4.83", Qualifier::Exact).target(base, None), Some(35_000));
        assert_eq!(quantity(Form::Rate, "4.83", Qualifier::AtLeast).target(base, None), Some(35_001));
        assert_eq!(quantity(Form::Rate, "4.83", Qualifier::Exact).target(None, None), None);
    }

    #[test]
    fn a_floor_rounds_up_and_a_ceiling_down() {
        let five_percent = quantity(Form::Growth, "5", Qualifier::Exact);
        assert_eq!(five_percent.floor(None, Some(1_001)), Some(1_052));
        assert_eq!(five_percent.ceiling(None, Some(1_001)), Some(1_051));
    }

    #[test]
    fn a_range_is_the_whole_numbers_in_it_and_its_lower_end_the_target() {
        let range = |value, upper: &str| Quantity {
            upper: Some(upper.parse().expect("a decimal")),
            ..quantity(Form::Rate, value, Qualifier::Exact)
        };
        // 37% and 38% of 1.003 are 371,11 and 381,14.
        let (target, upper) = (Some(372), Some(381));
        assert_eq!(
            (range("37", "38").target(Some(1_003), None), range("37", "38").upper_target(Some(1_003), None)),
            (target, upper)
        );
        // No whole number lies between 3,7 and 3,8.
        assert_eq!(range("37", "38").upper_target(Some(10), None), Some(4));
    }

    #[test]
    fn fewer_than_nobody_is_nobody_and_too_many_is_nothing() {
        assert_eq!(quantity(Form::Increase, "-30", Qualifier::Exact).target(None, Some(20)), Some(0));
        assert_eq!(
            quantity(Form::Growth, "999999999999999999999", Qualifier::Exact).people_of(None, Some(9)),
            Err(NoPeople::TooLarge)
        );
    }
}
