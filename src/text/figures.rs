//! A figure of Số liệu explained: where it comes from, or what it is the sum of.

use super::{Language, LedgerLine, figures_heading, source_line, text, unit_name};
use crate::calc::Known;
use crate::model::{Measure, Scenario, Scope, UnitId};

/// What is said of a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureTold {
    /// Which figure it is, with its number.
    pub title: String,
    /// Where it comes from in one line.
    pub why: String,
    /// Of a sum: what is added up, and the sum.
    pub lines: Vec<LedgerLine>,
    /// Every column that has a figure for the unit, the one that counts first.
    pub sources: Vec<String>,
}

impl FigureTold {
    /// All of it as text.
    #[must_use]
    pub fn as_text(&self) -> String {
        let line =
            |line: &LedgerLine| format!("{} {} {}", line.sign, line.label, line.amount).trim().to_owned();
        let lines = self.lines.iter().map(line).chain(self.sources.iter().cloned());
        [self.title.clone(), self.why.clone()].into_iter().chain(lines).collect::<Vec<_>>().join("\n")
    }
}

/// Explains a unit's figure.
#[must_use]
pub fn figure_told(
    known: &Known,
    (measure, year, scope): (Measure, u16, Scope),
    unit: UnitId,
    scenario: &Scenario,
    language: Language,
) -> FigureTold {
    let words = text(language);
    let figure = known.figure(unit);
    let heading = figures_heading(measure, scope, scenario, language);
    let shown = figure.map_or(words.missing.to_owned(), |figure| language.people(figure.people));
    let title = format!("{}, {heading} {year}: {shown}", unit_name(scenario, unit, language));
    let sources: Vec<String> = (scenario.columns(measure, year, scope))
        .filter(|column| column.figure(unit).is_some())
        .map(|column| super::column_line(column, scenario, language))
        .collect();
    let why = match figure {
        Some(figure) => source_line(&figure, measure, scenario, language),
        None => words.grid.type_it.to_owned(),
    };
    let is_sum = figure.is_some_and(|figure| figure.column.is_none());
    let line = |sign, label: String, people: u64| LedgerLine {
        sign,
        label,
        amount: language.people(people),
        is_range: false,
    };
    let mut lines = Vec::new();
    if let Some(sum) = figure.filter(|_| is_sum) {
        let children = scenario.children(unit).filter_map(|child| Some((child, known.figure(child.id)?)));
        lines.extend(children.enumerate().map(|(place, (child, figure))| {
            line(if place == 0 { "" } else { "+" }, child.name.clone(), figure.people)
        }));
        lines.push(line("=", words.grid.sum.to_owned(), sum.people));
    }
    FigureTold { title, why, lines, sources }
}
