//! What a reader is told of an example, and of figures that are made up.

use super::{Language, text};
use crate::model::{Origin, Provenance, Scenario};

/// How many of the figures are made up.
#[derive(Clone, Copy, PartialEq, Eq)]
enum MadeUp {
    None,
    Some,
    All,
}

fn made_up(scenario: &Scenario) -> MadeUp {
    let all = || scenario.facts.iter().all(|column| column.provenance == Provenance::Illustrative);
    match scenario.is_illustrative() {
        false => MadeUp::None,
        true if all() => MadeUp::All,
        true => MadeUp::Some,
    }
}

fn has_derived(scenario: &Scenario) -> bool {
    scenario.facts.iter().any(|column| column.provenance == Provenance::Derived)
}

/// Introduces an example: what it is, and whose figures these are; `None` for the reader's own scenario.
#[must_use]
pub fn example_line(scenario: &Scenario, language: Language) -> Option<String> {
    if scenario.origin != Origin::Example {
        return None;
    }
    let text = text(language);
    Some(match made_up(scenario) {
        MadeUp::None if has_derived(scenario) => (text.grid.example_derived)(&scenario.name),
        MadeUp::None => (text.example_real)(&scenario.name),
        MadeUp::Some => (text.example)(&scenario.name),
        MadeUp::All => (text.grid.example_made_up)(&scenario.name),
    })
}

/// The note under a table that shows figures that are made up.
#[must_use]
pub fn illustrative_note(scenario: &Scenario, language: Language) -> Option<&'static str> {
    match made_up(scenario) {
        MadeUp::None => None,
        MadeUp::Some => Some(text(language).illustrative_note),
        MadeUp::All => Some(text(language).grid.all_made_up),
    }
}
