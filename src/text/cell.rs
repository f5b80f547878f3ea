//! What the cells of the table show.

use super::{Language, status, text};
use crate::calc::{Cell, NodePlan, UnitPlan};

/// The words of a unit's cell; `None` where there is no figure.
#[must_use]
pub fn unit_cell(line: &UnitPlan, cell: Cell, language: Language) -> Option<String> {
    let text = text(language);
    match cell {
        Cell::Last => line.last.map(|figure| language.people(figure.people)),
        Cell::Given => line.given.map(|given| language.people(given)),
        Cell::Change => line.change.map(|change| language.signed(change)),
        Cell::Before => line.before.as_ref().map(|rate| language.percent_of(rate, 2)),
        Cell::After => line.after.as_ref().map(|rate| language.percent_of(rate, 2)),
        Cell::Difficulty => line.given.map(|_| match line.difficulty {
            Some(difficulty) => (text.difficulty)(difficulty).to_owned(),
            None => text.difficulty_unknown.to_owned(),
        }),
    }
}

/// The words of the province's own line.
#[must_use]
pub fn total_cell(node: &NodePlan, cell: Cell, language: Language) -> Option<String> {
    let total = &node.total;
    match cell {
        Cell::Last => total.last.map(|figure| language.people(figure.people)),
        Cell::Given => node.target.map(|target| language.people(target)),
        Cell::Change => total.change.map(|change| language.signed(change)),
        Cell::Before => total.before.as_ref().map(|rate| language.percent_of(rate, 2)),
        Cell::After => total.after.as_ref().map(|rate| language.percent_of(rate, 2)),
        Cell::Difficulty => Some(status(node, language)),
    }
}
