//! Exact decimals: what a person types and what a ledger prints. Never floating point.

use std::fmt;
use std::str::FromStr;

use num_bigint::{BigInt, Sign};
use num_integer::Integer as _;
use num_rational::Ratio;
use num_traits::{Signed as _, Zero as _};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact ratio, such as people over a base. Rounded only when shown.
pub type Rate = Ratio<BigInt>;

/// `digits / 10^places`, with the number of places kept: `4.50` is not shown as `4.5`.
///
/// Read from and written to plain text with a full stop (`"-4.50"`), in files too.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    digits: BigInt,
    places: u32,
}

/// The text is not a decimal number with a full stop.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a decimal number")]
pub struct DecimalError(pub String);

/// More places than any ledger needs; keeps damaged files from asking for gigabytes of digits.
const MOST_PLACES: u32 = 400;

impl Decimal {
    /// `digits / 10^places`.
    #[must_use]
    pub fn new(digits: impl Into<BigInt>, places: u32) -> Self {
        Self { digits: digits.into(), places }
    }

    /// The digits without the decimal mark: 450 for `4.50`.
    #[must_use]
    pub fn digits(&self) -> &BigInt {
        &self.digits
    }

    /// How many digits stand behind the decimal mark.
    #[must_use]
    pub fn places(&self) -> u32 {
        self.places
    }

    /// The exact value.
    #[must_use]
    pub fn to_rate(&self) -> Rate {
        Rate::new(self.digits.clone(), BigInt::from(10).pow(self.places))
    }

    /// `value` to `places` decimals, halves away from zero.
    #[must_use]
    pub fn rounded(value: &Rate, places: u32) -> Self {
        let scaled = value.abs() * BigInt::from(10).pow(places);
        let digits = round_half_up(&scaled);
        Self { digits: if value.is_negative() { -digits } else { digits }, places }
    }

    /// `value` to `places` decimals, downwards.
    #[must_use]
    pub fn floored(value: &Rate, places: u32) -> Self {
        let scaled = value * BigInt::from(10).pow(places);
        Self { digits: scaled.numer().div_floor(scaled.denom()), places }
    }

    /// `value` to `places` decimals, upwards.
    #[must_use]
    pub fn ceiled(value: &Rate, places: u32) -> Self {
        let scaled = value * BigInt::from(10).pow(places);
        Self { digits: -((-scaled.numer()).div_floor(scaled.denom())), places }
    }

    /// Below zero.
    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.digits.sign() == Sign::Minus
    }

    /// Exactly zero.
    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.digits.is_zero()
    }
}

/// The whole number nearest to `value`, which must not be negative; halves upwards.
#[must_use]
pub(crate) fn round_half_up(value: &Rate) -> BigInt {
    let two = BigInt::from(2);
    (value.numer() * &two + value.denom()).div_floor(&(value.denom() * two))
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let places = self.places as usize;
        let digits = format!("{:0>width$}", self.digits.magnitude().to_string(), width = places + 1);
        let (whole, fraction) = digits.split_at(digits.len() - places);
        let sign = if self.is_negative() { "-" } else { "" };
        let mark = if places == 0 { "" } else { "." };
        write!(f, "{sign}{whole}{mark}{fraction}")
    }
}

impl FromStr for Decimal {
    type Err = DecimalError;

    fn from_str(text: &str) -> Result<Self, DecimalError> {
        let wrong = || DecimalError(text.chars().take(60).collect());
        let (sign, rest) = match text.strip_prefix('-') {
            Some(rest) => (-1, rest),
            None => (1, text),
        };
        let (whole, fraction) = rest.split_once('.').unwrap_or((rest, ""));
        let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        let mark_without_digits = rest.contains('.') && fraction.is_empty();
        if whole.is_empty() || mark_without_digits || !all_digits(whole) || !all_digits(fraction) {
            return Err(wrong());
        }
        let places = u32::try_from(fraction.len()).map_err(|_| wrong())?;
        if places > MOST_PLACES || whole.len() > MOST_PLACES as usize {
            return Err(wrong());
        }
        let digits: BigInt = format!("{whole}{fraction}").parse().map_err(|_| wrong())?;
        Ok(Self { digits: digits * sign, places })
    }
}

impl Serialize for Decimal {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Decimal {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_and_decimal_are_the_same_both_ways() {
        for text in ["0", "-0.50", "4.83", "35002", "0.0007", "-12.3450"] {
            assert_eq!(text.parse::<Decimal>().expect("a decimal").to_string(), text);
        }
    }

    #[test]
    fn what_is_no_decimal_is_refused() {
        for text in ["", "-", ".5", "5.", "1.2.3", "1,5", "NaN", "+3", "1e9", " 1"] {
            assert_eq!(text.parse::<Decimal>(), Err(DecimalError(text.into())));
        }
    }

    #[test]
    fn rounding_goes_half_away_from_zero_and_the_ends_outwards() {
        let half = Rate::new(BigInt::from(-1), BigInt::from(200));
        assert_eq!(Decimal::rounded(&half, 2).to_string(), "-0.01");
        assert_eq!(Decimal::floored(&half, 2).to_string(), "-0.01");
        assert_eq!(Decimal::ceiled(&half, 2).to_string(), "0.00");
    }
}
