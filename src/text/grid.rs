//! The words of the table beyond its columns: lenses, sorting, searching, levels, figures.

use super::names::capitalised;
use super::{Language, custom_name, text};
use crate::address::Lens;
use crate::model::{Measure, Provenance, Scenario, Scope};

/// Labels of the table.
#[derive(Debug)]
pub struct GridText {
    /// Name of the list of lenses.
    pub lenses: &'static str,
    /// A lens.
    pub lens: fn(Lens) -> &'static str,
    /// Name of the table of figures, with the year.
    pub data_label: fn(&str) -> String,
    /// Name of a cell's field: unit and column.
    pub edit_other: fn(&str, &str) -> String,
    /// Search field.
    pub search: &'static str,
    /// How many units were found.
    pub found: fn(usize) -> String,
    /// Sort field.
    pub sort: &'static str,
    /// The document's order.
    pub as_in_document: &'static str,
    /// A sorting: column, and whether the largest comes first.
    pub sorted_by: fn(&str, bool) -> String,
    /// A sorting by name.
    pub sorted_by_name: fn(bool) -> &'static str,
    /// Switch: columns of floors and ceilings.
    pub limits: &'static str,
    /// Opens every level.
    pub open_all: &'static str,
    /// Closes every level.
    pub close_all: &'static str,
    /// Spoken where no level is off.
    pub all_balanced: &'static str,
    /// Spoken at a level that is off: node and status.
    pub mismatch: fn(&str, &str) -> String,
    /// Button: the next level that is off.
    pub next_mismatch: &'static str,
    /// Name of the years of figures.
    pub years: &'static str,
    /// A year that has no figures yet.
    pub year_without_figures: fn(u16) -> String,
    /// An estimate.
    pub estimate: fn(&str) -> String,
    /// Behind a measure: counted elsewhere.
    pub other_provinces: &'static str,
    /// Behind a measure: counted here and elsewhere.
    pub both_scopes: &'static str,
    /// Several provenances in one column.
    pub mixed_origin: &'static str,
    /// What can be done about a figure that is not there.
    pub type_it: &'static str,
    /// The last line of a sum.
    pub sum: &'static str,
    /// Introduces an example in which everything is made up.
    pub example_made_up: fn(&str) -> String,
    /// Introduces an example whose figures are published, or follow from published ones.
    pub example_derived: fn(&str) -> String,
    /// Row of all units together, where the whole is no province.
    pub row_all: &'static str,
    /// Footnote where every figure is made up.
    pub all_made_up: &'static str,
    /// No unit is there yet.
    pub no_units: &'static str,
    /// Nothing on screen matches what is searched.
    pub none_found: &'static str,
}

/// The heading of a column of figures: `TN`, `LLLĐ`, `BHYT, ngoài tỉnh`.
#[must_use]
pub fn figures_heading(measure: Measure, scope: Scope, scenario: &Scenario, language: Language) -> String {
    let text = text(language);
    let name = capitalised(&match measure {
        Measure::Base(base) => (text.base_short)(base).to_owned(),
        Measure::Result(indicator) => (text.indicator_short)(indicator).to_owned(),
        Measure::Estimate(indicator) => (text.grid.estimate)((text.indicator_short)(indicator)),
        Measure::Custom(series) => custom_name(scenario, series, language),
    });
    match scope {
        Scope::InProvince => name,
        Scope::OtherProvinces => format!("{name}, {}", text.grid.other_provinces),
        Scope::Both => format!("{name}, {}", text.grid.both_scopes),
    }
}

/// How the figures of a column came to be here: in a word, and with every source in full.
#[must_use]
pub fn figures_origin(
    measure: Measure,
    year: u16,
    scope: Scope,
    scenario: &Scenario,
    language: Language,
) -> (String, String) {
    let columns: Vec<_> = scenario.columns(measure, year, scope).collect();
    let mut kinds: Vec<Provenance> = columns.iter().map(|column| column.provenance).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let word = match kinds.as_slice() {
        [] => String::new(),
        [one] => (text(language).provenance)(*one).to_owned(),
        _ => text(language).grid.mixed_origin.to_owned(),
    };
    let lines: Vec<String> =
        columns.into_iter().map(|column| super::column_line(column, scenario, language)).collect();
    (word, lines.join("\n"))
}
