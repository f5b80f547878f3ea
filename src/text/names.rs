//! Unit names in sentences: looked up, joined, cut where the list is long.

use super::{Language, text};
use crate::model::{CustomId, Kind, Measure, Method, Scenario, UnitId};

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

/// The name of a series of the user's own; its number where the scenario does not know it.
#[must_use]
pub fn custom_name(scenario: &Scenario, series: CustomId, language: Language) -> String {
    match scenario.custom(series) {
        Some(series) => series.name.clone(),
        None => (text(language).unnamed_custom)(series.0),
    }
}

/// A method, with the name of the series it goes by.
#[must_use]
pub fn method_name(method: Method, scenario: &Scenario, language: Language) -> String {
    match method {
        Method::Custom(series) => (text(language).method_custom)(&custom_name(scenario, series, language)),
        _ => (text(language).method)(method).to_owned(),
    }
}

/// A figure in the middle of a sentence, with the name of the user's own series.
#[must_use]
pub fn measure_name(measure: Measure, scenario: &Scenario, language: Language) -> String {
    match measure {
        Measure::Custom(series) => {
            let name = custom_name(scenario, series, language);
            match language {
                Language::Vi => format!("cột “{name}”"),
                Language::En => format!("column “{name}”"),
            }
        }
        _ => (text(language).measure)(measure).to_owned(),
    }
}

/// Where people are kept: “ở tỉnh”, “ở Mai Sơn”.
pub(super) fn kept_at(scenario: &Scenario, node: UnitId, language: Language) -> String {
    let is_province = scenario.unit(node).is_none_or(|unit| unit.kind == Kind::Province);
    let name = || unit_name(scenario, node, language);
    match language {
        Language::Vi if is_province => "ở tỉnh".into(),
        Language::Vi => format!("ở {}", name()),
        Language::En if is_province => "at province".into(),
        Language::En => format!("at {}", name()),
    }
}

/// The name of the line for all units together: “Toàn tỉnh”, or “Toàn bộ” where the whole is no province.
#[must_use]
pub fn total_name(scenario: &Scenario, language: Language) -> &'static str {
    let is_province = scenario.root().is_none_or(|root| root.kind == Kind::Province);
    let text = text(language);
    if is_province { text.row_total } else { text.grid.row_all }
}

/// The same inside a sentence.
#[must_use]
pub fn total_in_sentence(scenario: &Scenario, language: Language) -> String {
    in_sentence(total_name(scenario, language))
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
