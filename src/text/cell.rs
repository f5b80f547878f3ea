//! What the cells of the table show.

use super::{Language, status, text};
use crate::calc::{Cell, NodePlan, Standing, UnitPlan};

/// The words of a unit's cell; `None` where there is no figure.
#[must_use]
pub fn unit_cell(line: &UnitPlan, cell: Cell, language: Language) -> Option<String> {
    let text = text(language);
    match cell {
        Cell::Difficulty => line.given.map(|_| match line.difficulty {
            Some(difficulty) => (text.difficulty)(difficulty).to_owned(),
            None => text.difficulty_unknown.to_owned(),
        }),
        cell => figure(line.standing(), cell, language),
    }
}

/// The words of the province's own line.
#[must_use]
pub fn total_cell(node: &NodePlan, cell: Cell, language: Language) -> Option<String> {
    match cell {
        Cell::Difficulty => Some(status(node, language)),
        cell => figure(node.total, cell, language),
    }
}

fn figure(standing: Standing, cell: Cell, language: Language) -> Option<String> {
    match cell {
        Cell::Last => standing.last.map(|figure| language.people(figure.people)),
        Cell::Given => standing.given.map(|given| language.people(given)),
        Cell::Change => standing.change().map(|change| language.signed(change)),
        Cell::Before => standing.before().map(|rate| language.percent_of(&rate, 2)),
        Cell::After => standing.after().map(|rate| language.percent_of(&rate, 2)),
        Cell::Difficulty => None,
    }
}
