//! Quarters and months in words.

use super::{Language, Message, ReadError, en, parse_count, read_error, vi};
use crate::calc::period::PeriodError;
use crate::model::Periods;

/// The labels of the table by quarter or month.
#[derive(Debug)]
pub struct PeriodsText {
    /// Opens and closes the section.
    pub button: &'static str,
    /// Heading, with the year.
    pub title: fn(u16) -> String,
    /// What the numbers are.
    pub lead: &'static str,
    /// Choice of quarters or months.
    pub periods_label: &'static str,
    /// Quarters or months.
    pub periods: fn(Periods) -> &'static str,
    /// Choice of the pattern.
    pub shape_label: &'static str,
    /// Every period alike.
    pub equal: &'static str,
    /// By the user's weights.
    pub custom: &'static str,
    /// Name of the group of weights.
    pub weights: &'static str,
    /// What the weights total.
    pub weights_sum: fn(&str) -> String,
    /// Why last year's pattern is not offered, with last year.
    pub like_last_year: fn(u16) -> String,
    /// A period, from 0.
    pub period: fn(Periods, usize) -> String,
    /// The end of a period, from 0, in a sentence.
    pub period_end: fn(Periods, usize) -> String,
    /// Name of the table, with the year.
    pub table_label: fn(u16) -> String,
    /// The last row.
    pub total: &'static str,
    /// Both margins are exact.
    pub check: fn(Periods) -> &'static str,
    /// Units that cannot be planned: how many, and their names.
    pub without: fn(usize, &str) -> String,
    /// What is kept at the node stands outside of the table.
    pub kept: fn(&str) -> String,
    /// Heading of the reason: unit, end of a period, people.
    pub why_title: fn(&str, &str, &str) -> String,
    /// Closes the section.
    pub close: &'static str,
}

/// The largest weight of a period.
const MOST_WEIGHT: u32 = 1_000_000;

/// Why typed text is no weight of a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WeightError {
    /// Not a whole number.
    #[error(transparent)]
    Unreadable(#[from] ReadError),
    /// Larger than any weight.
    #[error("the weight is above {MOST_WEIGHT}")]
    TooLarge,
}

/// Reads the weight of a period; nothing typed is 0.
///
/// # Errors
/// [`WeightError`].
pub fn parse_weight(text: &str) -> Result<u32, WeightError> {
    let weight = match parse_count(text) {
        Err(ReadError::Empty) => 0,
        read => read?,
    };
    u32::try_from(weight).ok().filter(|&weight| weight <= MOST_WEIGHT).ok_or(WeightError::TooLarge)
}

/// Why a weight is refused.
#[must_use]
pub fn weight_error(error: &WeightError, language: Language) -> Message {
    let most = language.people(MOST_WEIGHT);
    match (error, language) {
        (WeightError::Unreadable(wrong), _) => read_error(wrong, None, language),
        (WeightError::TooLarge, Language::Vi) => vi::periods::weight_too_large(&most),
        (WeightError::TooLarge, Language::En) => en::periods::weight_too_large(&most),
    }
}

/// Why there is no table by quarter or month.
#[must_use]
pub fn period_error(error: PeriodError, language: Language) -> Message {
    match language {
        Language::Vi => vi::periods::error(error),
        Language::En => en::periods::error(error),
    }
}
