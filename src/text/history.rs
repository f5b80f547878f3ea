//! The list of steps: its labels, and when a step was made.

use super::Language;
use crate::model::Date;

/// The labels of the list of steps.
#[derive(Debug)]
pub struct HistoryText {
    /// Its heading, and the button that opens it.
    pub title: &'static str,
    /// Which steps are kept.
    pub kept: &'static str,
    /// Before the first step there is.
    pub start: &'static str,
    /// Marks the step the page is at.
    pub present: &'static str,
    /// Marks a step that is taken back.
    pub undone: &'static str,
    /// An abandoned branch, with its number of steps.
    pub branch: fn(usize) -> String,
    /// Button: takes an abandoned branch up again.
    pub return_to: &'static str,
    /// Spoken after a jump, with the step the page is at.
    pub at_step: fn(&str) -> String,
    /// Spoken after a jump to before the first step.
    pub at_start: &'static str,
}

/// A minute on a reader's calendar and clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day.
    pub date: Date,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
}

/// When something was, as short as it can be said on a day: `14:02`, `22/03/2023 14:02`.
#[must_use]
pub fn moment(moment: Moment, today: Date, language: Language) -> String {
    let clock = language.clock(moment.hour, moment.minute);
    if moment.date == today { clock } else { format!("{} {clock}", language.date(moment.date)) }
}
