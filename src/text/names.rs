//! Unit names in sentences: looked up, joined, cut where the list is long.

use super::{Language, text};
use crate::model::{Scenario, UnitId};

/// Lists longer than this are cut.
const MOST_NAMES: usize = 5;
/// How many names a cut list shows.
const SHOWN_NAMES: usize = 3;

/// The unit's name as printed; its number where the scenario does not know it.
#[must_use]
pub fn unit_name(scenario: &Scenario, unit: UnitId, language: Language) -> String {
    match scenario.unit(unit) {
        Some(unit) => unit.name.clone(),
        None => (text(language).unnamed_unit)(unit.0),
    }
}

/// Unit names joined as a sentence has them: “A, B và C”; long lists end in “và 5 đơn vị nữa”.
#[must_use]
pub fn unit_list(scenario: &Scenario, units: &[UnitId], language: Language) -> String {
    let shown = if units.len() > MOST_NAMES { SHOWN_NAMES } else { units.len() };
    let mut names: Vec<String> =
        units[..shown].iter().map(|&unit| unit_name(scenario, unit, language)).collect();
    if units.len() > shown {
        names.push((text(language).more_units)(units.len() - shown));
    }
    join(&names, language)
}

/// Words joined as a sentence has them: “A, B và C”.
pub(super) fn join(words: &[String], language: Language) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., last] => format!("{} {} {last}", most.join(", "), text(language).and),
    }
}

/// With its first letter in upper case: names of figures at the start of a sentence.
pub(super) fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// With its first letter in lower case: labels in the middle of a sentence.
pub(super) fn in_sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
