//! What a cell shows, and how cells are named in the page.

use crate::calc::{Cell, NodePlan, Row, UnitPlan};
use crate::model::UnitId;
use crate::text::{self, Language};
use crate::ui::state::{Column, Selected};

/// The words of a unit's cell; `None` where there is no figure.
pub fn unit_cell(line: &UnitPlan, cell: Cell, language: Language) -> Option<String> {
    let text = text::text(language);
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
pub fn total_cell(node: &NodePlan, cell: Cell, language: Language) -> Option<String> {
    let total = &node.total;
    match cell {
        Cell::Last => total.last.map(|figure| language.people(figure.people)),
        Cell::Given => node.target.map(|target| language.people(target)),
        Cell::Change => total.change.map(|change| language.signed(change)),
        Cell::Before => total.before.as_ref().map(|rate| language.percent_of(rate, 2)),
        Cell::After => total.after.as_ref().map(|rate| language.percent_of(rate, 2)),
        Cell::Difficulty => Some(text::status(node, language)),
    }
}

/// The columns on screen, in order; those of rates only where there is a base.
pub fn columns(has_rates: bool) -> &'static [Column] {
    use Column::{After, Before, Change, Difficulty, Given, Last, Track, Unit};
    if has_rates {
        &[Unit, Last, Given, Change, Before, Track, After, Difficulty]
    } else {
        &[Unit, Last, Given, Change, Difficulty]
    }
}

/// A column's name in the page.
pub fn column_name(column: Column) -> &'static str {
    match column {
        Column::Unit => "unit",
        Column::Last => "last",
        Column::Given => "given",
        Column::Change => "change",
        Column::Before => "before",
        Column::Track => "track",
        Column::After => "after",
        Column::Difficulty => "difficulty",
    }
}

/// A cell's id: `cell-7-given`, `cell-total-given`.
pub fn cell_id(selected: Selected) -> String {
    let column = column_name(selected.column);
    match selected.row {
        Row::Unit(UnitId(unit)) => format!("cell-{unit}-{column}"),
        Row::Total => format!("cell-total-{column}"),
    }
}

/// The cell with this id.
pub fn from_id(id: &str) -> Option<Selected> {
    let (row, name) = id.strip_prefix("cell-")?.split_once('-')?;
    let row = match row {
        "total" => Row::Total,
        unit => Row::Unit(UnitId(unit.parse().ok()?)),
    };
    let column = columns(true).iter().copied().find(|&column| column_name(column) == name)?;
    Some(Selected { row, column })
}
