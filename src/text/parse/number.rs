//! The digits of a typed number: grouped people, rates with a decimal mark.

use num_bigint::BigInt;

use super::{ReadError, excerpt};
use crate::model::{Decimal, Form};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sign {
    None,
    Plus,
    Minus,
}

/// A sign and digits with their separators, spaces as `' '`.
pub(super) struct Number {
    pub(super) sign: Sign,
    pub(super) digits: String,
}

impl Number {
    /// The number in a form; `text` is what was typed, for the error.
    pub(super) fn value(&self, form: Form, text: &str) -> Result<Decimal, ReadError> {
        let found = || excerpt(text);
        let value = match form {
            Form::People | Form::Increase | Form::Open => self.whole(text)?,
            Form::Rate | Form::Growth => {
                self.fraction().ok_or_else(|| ReadError::NotNumber { found: found() })?
            }
        };
        if value.to_rate() > BigInt::from(u64::MAX).into() {
            return Err(ReadError::TooLarge { found: found() });
        }
        let negative = self.sign == Sign::Minus;
        Ok(if negative { Decimal::new(-value.digits(), value.places()) } else { value })
    }

    /// A number of people: digits, groups of three, or groups with decimals that are all zero.
    fn whole(&self, text: &str) -> Result<Decimal, ReadError> {
        let not_whole = || ReadError::NotWhole { found: excerpt(text) };
        if !self.digits.contains(is_separator) || self.is_grouped() {
            return number(&self.digits, "").ok_or_else(not_whole);
        }
        let decimals = match self.fraction() {
            Some(decimals) => decimals,
            None => return Err(ReadError::NotNumber { found: excerpt(text) }),
        };
        // “4.549,00” is whole; “4,00” may be “4.000” half typed, and “4.549,000” can be read two ways.
        let kinds = self.kinds().len();
        let ten = BigInt::from(10).pow(decimals.places());
        let nothing_behind = (decimals.digits() % &ten) == BigInt::ZERO;
        if kinds < 2 || decimals.places() == 3 || !nothing_behind {
            return Err(not_whole());
        }
        Ok(Decimal::new(decimals.digits() / ten, 0))
    }

    /// A number with a decimal mark: the last `.` or `,`, unless it repeats and so groups.
    fn fraction(&self) -> Option<Decimal> {
        let marks: Vec<char> = self.digits.chars().filter(|c| matches!(c, '.' | ',')).collect();
        let last = marks.last().copied();
        let repeated = marks.len() > 1 && marks.iter().all(|&mark| Some(mark) == last);
        let (whole, behind) = match last {
            Some(mark) if !repeated => self.digits.rsplit_once(mark)?,
            _ => (self.digits.as_str(), ""),
        };
        let tidy = !whole.contains(is_separator) || in_threes(whole);
        let behind_is_digits = behind.bytes().all(|byte| byte.is_ascii_digit());
        if tidy && behind_is_digits { number(whole, behind) } else { None }
    }

    /// In groups of three: `35.002`.
    pub(super) fn is_grouped(&self) -> bool {
        in_threes(&self.digits)
    }

    fn kinds(&self) -> Vec<char> {
        let mut kinds: Vec<char> = self.digits.chars().filter(|&c| is_separator(c)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

/// Groups of three digits behind one kind of separator; the first has one to three and no leading zero.
fn in_threes(digits: &str) -> bool {
    let Some(separator) = digits.chars().find(|&c| is_separator(c)) else { return false };
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let all_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && all_digits(first)
        && groups.all(|group| group.len() == 3 && all_digits(group))
}

fn number(whole: &str, behind: &str) -> Option<Decimal> {
    let digits: String = whole.chars().chain(behind.chars()).filter(char::is_ascii_digit).collect();
    Some(Decimal::new(digits.parse::<BigInt>().ok()?, u32::try_from(behind.len()).ok()?))
}

pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_three_do_not_start_with_zero() {
        for (digits, grouped) in
            [("35.002", true), ("1.234.567", true), ("0.123", false), ("35.02", false), ("3500", false)]
        {
            assert_eq!(in_threes(digits), grouped, "{digits}");
        }
        assert!(!in_threes("1.234,567"));
    }
}
