//! The digits of a typed number: grouped people, rates with a decimal mark.

use num_bigint::BigInt;

use super::{ReadError, excerpt};
use crate::model::{Decimal, Form};
use crate::reading::{fraction, is_in_threes, is_separator, whole};

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
                fraction(&self.digits).ok_or_else(|| ReadError::NotNumber { found: found() })?
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
            return whole(&self.digits).ok_or_else(not_whole);
        }
        let decimals = match fraction(&self.digits) {
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

    /// In groups of three: `35.002`.
    pub(super) fn is_grouped(&self) -> bool {
        is_in_threes(&self.digits)
    }

    /// Four digits or more without any separator: `1000`.
    pub(super) fn is_thousands(&self) -> bool {
        self.digits.len() > 3 && self.digits.bytes().all(|digit| digit.is_ascii_digit())
    }

    fn kinds(&self) -> Vec<char> {
        let mut kinds: Vec<char> = self.digits.chars().filter(|&c| is_separator(c)).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}
