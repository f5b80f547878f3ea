//! How numbers are printed: 35.002 and 4,83% in Vietnamese, 35,002 and 4.83% in English.

use num_bigint::BigInt;
use num_traits::Signed as _;

use super::Language;
use crate::model::{Date, Decimal, Rate};

/// Stands where there is no number, in every language.
pub const BLANK: &str = "–";

/// The true minus sign; a hyphen is too short beside digits.
const MINUS: char = '−';

impl Language {
    /// Stands between groups of three digits.
    #[must_use]
    pub fn group_mark(self) -> char {
        match self {
            Self::Vi => '.',
            Self::En => ',',
        }
    }

    /// Stands before the decimals.
    #[must_use]
    pub fn decimal_mark(self) -> char {
        match self {
            Self::Vi => ',',
            Self::En => '.',
        }
    }

    /// Whole people, or any count: `35.002`; a negative one with a true minus.
    #[must_use]
    pub fn people(self, count: impl Into<BigInt>) -> String {
        self.decimal(&Decimal::new(count, 0))
    }

    /// A difference in whole people: `+6.499`, `−300`, `0`.
    #[must_use]
    pub fn signed(self, count: impl Into<BigInt>) -> String {
        self.signed_decimal(&Decimal::new(count, 0))
    }

    /// A decimal with all the places it has: `4.549,00`.
    #[must_use]
    pub fn decimal(self, value: &Decimal) -> String {
        let (group, mark) = (self.group_mark(), self.decimal_mark());
        let plain = value.to_string();
        let plain = plain.trim_start_matches('-');
        let (whole, fraction) = plain.split_once('.').unwrap_or((plain, ""));
        let mut printed = String::new();
        if value.is_negative() {
            printed.push(MINUS);
        }
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place) % 3 == 0 {
                printed.push(group);
            }
            printed.push(digit);
        }
        if !fraction.is_empty() {
            printed.push(mark);
            printed.push_str(fraction);
        }
        printed
    }

    /// A decimal difference: explicit plus, true minus, nothing before zero.
    #[must_use]
    pub fn signed_decimal(self, value: &Decimal) -> String {
        let plus = if value.digits().is_positive() { "+" } else { "" };
        format!("{plus}{}", self.decimal(value))
    }

    /// A number that already is in per cent: `4,83%`.
    #[must_use]
    pub fn percent(self, value: &Decimal) -> String {
        format!("{}%", self.decimal(value))
    }

    /// A ratio in per cent, rounded to `places`: 0,0483 as `4,83%`.
    #[must_use]
    pub fn percent_of(self, ratio: &Rate, places: u32) -> String {
        self.percent(&in_percent(ratio, places))
    }

    /// A ratio above 1 in per cent, with two places or as many as show that it is above 100%.
    #[must_use]
    pub(super) fn percent_over_hundred(self, ratio: &Rate) -> String {
        let hundred = Rate::from_integer(BigInt::from(100));
        let shown = (2..=12).map(|places| in_percent(ratio, places)).find(|shown| shown.to_rate() > hundred);
        self.percent(&shown.unwrap_or_else(|| in_percent(ratio, 2)))
    }

    /// A relative change in per cent, rounded to `places`: `+22,8%`.
    #[must_use]
    pub fn signed_percent_of(self, ratio: &Rate, places: u32) -> String {
        format!("{}%", self.signed_decimal(&in_percent(ratio, places)))
    }

    /// A day: `22/03/2023`, `22 Mar 2023`.
    #[must_use]
    pub fn date(self, date: Date) -> String {
        const MONTHS: [&str; 12] =
            ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let (year, month, day) = (date.year(), date.month(), date.day());
        match self {
            Self::Vi => format!("{day:02}/{month:02}/{year}"),
            Self::En => {
                let name = MONTHS.get(usize::from(month.saturating_sub(1))).unwrap_or(&"");
                format!("{day} {name} {year}")
            }
        }
    }

    /// A time of day: `14:02`, the same in both languages.
    #[must_use]
    pub fn clock(self, hour: u8, minute: u8) -> String {
        match self {
            Self::Vi | Self::En => format!("{hour:02}:{minute:02}"),
        }
    }
}

/// A ratio as per cent, rounded to `places`.
pub(super) fn in_percent(ratio: &Rate, places: u32) -> Decimal {
    Decimal::rounded(&(ratio * BigInt::from(100)), places)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_are_grouped_from_four_digits_up() {
        for (count, vi, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_544, "1.544", "1,544"),
            (35_002, "35.002", "35,002"),
            (-1_234_567, "−1.234.567", "−1,234,567"),
        ] {
            assert_eq!((Language::Vi.people(count), Language::En.people(count)), (vi.into(), en.into()));
        }
    }

    #[test]
    fn differences_carry_their_sign_and_zero_none() {
        let vi = Language::Vi;
        assert_eq!([vi.signed(6_499), vi.signed(-300), vi.signed(0)], ["+6.499", "−300", "0"]);
        let tiny = Rate::new(BigInt::from(-1), BigInt::from(100_000));
        assert_eq!(vi.signed_percent_of(&tiny, 1), "0,0%");
    }

    #[test]
    fn rates_have_the_places_asked_for() {
        let rate = Rate::new(BigInt::from(35_002), BigInt::from(724_640));
        assert_eq!(Language::Vi.percent_of(&rate, 2), "4,83%");
        assert_eq!(Language::En.percent_of(&rate, 2), "4.83%");
        let growth = Rate::new(BigInt::from(6_499), BigInt::from(28_503));
        assert_eq!(Language::Vi.signed_percent_of(&growth, 1), "+22,8%");
        assert_eq!(Language::Vi.decimal(&Decimal::new(454_900, 2)), "4.549,00");
        assert_eq!(Language::Vi.clock(14, 2), "14:02");
    }

    #[test]
    fn a_rate_above_its_base_never_reads_100_percent() {
        let just_above = Rate::new(BigInt::from(724_641), BigInt::from(724_640));
        assert_eq!(Language::Vi.percent_over_hundred(&just_above), "100,0001%");
        let far_above = Rate::new(BigInt::from(107), BigInt::from(100));
        assert_eq!(Language::Vi.percent_over_hundred(&far_above), "107,00%");
    }
}
