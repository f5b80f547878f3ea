//! Negotiation in words.

use super::{Language, Message, en, vi};
use crate::calc::NegotiateError;
use crate::model::Scenario;

/// The labels of a negotiation.
#[derive(Debug)]
pub struct NegotiationText {
    /// Opens it.
    pub title: &'static str,
    /// Choice of fewer or more.
    pub direction: &'static str,
    /// Fewer.
    pub fewer: &'static str,
    /// More.
    pub more: &'static str,
    /// Field: by how many people.
    pub amount: &'static str,
    /// Choice of who takes the difference.
    pub takers: &'static str,
    /// Every unit that is not locked, by the rule.
    pub everyone: &'static str,
    /// Chosen units, by the rule.
    pub only: &'static str,
    /// So many each.
    pub by_hand: &'static str,
    /// Name of the list of units to choose from.
    pub choose: &'static str,
    /// Name of the list of fields, one per unit.
    pub parts: &'static str,
    /// What was entered by hand, of what must be.
    pub entered: fn(&str, &str) -> String,
    /// Field: why.
    pub reason: &'static str,
    /// Name of the table of what would change.
    pub preview: &'static str,
    /// Column heading.
    pub now: &'static str,
    /// Column heading.
    pub then: &'static str,
    /// Column heading.
    pub difference: &'static str,
    /// The last row.
    pub total: &'static str,
    /// How many units keep their number.
    pub unchanged: fn(usize) -> String,
    /// How many units are locked by it.
    pub locks: fn(usize) -> String,
    /// Carries it out.
    pub apply: &'static str,
}

/// Why a negotiation cannot be carried out.
#[must_use]
pub fn negotiate_error(error: &NegotiateError, scenario: &Scenario, language: Language) -> Message {
    match language {
        Language::Vi => vi::negotiation::error(error, scenario),
        Language::En => en::negotiation::error(error, scenario),
    }
}
