//! What the cells hold: what they are opened with, what typed text changes, what is copied out.

use std::collections::BTreeMap;

use super::table::GridState;
use crate::calc::{Cell, Row, Standing};
use crate::edit::{Edit, Entries, Purpose, UnitChange};
use crate::exchange::Copied;
use crate::model::{Limit, Measure, Quantity, Scope, Slot, UnitId};
use crate::table::Block;
use crate::text::{self, ReadError, parse_count, parse_limit};
use crate::ui::compare::difference;
use crate::ui::state::{AppState, Column, Selected};
use leptos::prelude::*;

/// Figures by unit; `None` clears.
type Figures = Vec<(UnitId, Option<u64>)>;

/// Changes of several cells, gathered until they are made as one gesture.
pub struct Changes {
    slot: Slot,
    year: u16,
    limits: BTreeMap<UnitId, Limit>,
    figures: BTreeMap<(Measure, Scope), Figures>,
    names: Vec<UnitChange>,
    /// How many cells they are.
    pub cells: usize,
}

impl Changes {
    pub fn new(state: AppState) -> Self {
        Self {
            slot: state.slot_now(),
            year: state.figures_year.get_untracked(),
            limits: BTreeMap::new(),
            figures: BTreeMap::new(),
            names: Vec::new(),
            cells: 0,
        }
    }

    /// What typing `words` in a cell changes; nothing typed takes away what was entered there.
    pub fn write(&mut self, state: AppState, cell: Selected, words: &str) -> Result<(), ReadError> {
        let unit = unit_of(state, cell.row);
        match cell.column {
            Column::Given => {
                let lock = read_or_nothing(parse_count(words))?;
                self.limit(state, unit, |limit| Limit { lock, reason: String::new(), ..limit });
            }
            Column::Floor => {
                let floor = read_or_nothing(parse_limit(words))?;
                self.limit(state, unit, |limit| Limit { floor, ..limit });
            }
            Column::Ceiling => {
                let ceiling = read_or_nothing(parse_limit(words))?;
                self.limit(state, unit, |limit| Limit { ceiling, ..limit });
            }
            Column::Figures(measure, scope) => {
                let people = read_or_nothing(parse_count(words))?;
                self.figures.entry((measure, scope)).or_default().push((unit, people));
            }
            Column::Unit => match words.trim() {
                "" => return Err(ReadError::NoName),
                name => self.names.push(UnitChange::name(unit, name)),
            },
            _ => return Ok(()),
        }
        self.cells += 1;
        Ok(())
    }

    fn limit(&mut self, state: AppState, unit: UnitId, change: impl FnOnce(Limit) -> Limit) {
        let slot = self.slot;
        let now = self.limits.remove(&unit).unwrap_or_else(|| limit_now(state, slot, unit));
        self.limits.insert(unit, change(now));
    }

    /// All of it as one edit; `None` where there is nothing to change.
    pub fn into_edit(self, purpose: Purpose) -> Option<Edit> {
        let slot = self.slot;
        let mut edits: Vec<Edit> =
            self.limits.into_iter().map(|(unit, limit)| Edit::SetLimit { slot, unit, limit }).collect();
        if !self.figures.is_empty() {
            let entries = |((measure, scope), figures)| Entries { measure, year: self.year, scope, figures };
            edits.push(Edit::SetFigures(self.figures.into_iter().map(entries).collect()));
        }
        if !self.names.is_empty() {
            edits.push(Edit::DescribeUnits(self.names));
        }
        match edits.len() {
            0 => None,
            1 => edits.pop(),
            _ => Some(Edit::Several { purpose, edits }),
        }
    }
}

fn limit_now(state: AppState, slot: Slot, unit: UnitId) -> Limit {
    state.with_draft(|draft| draft.scenario().limits.get(slot, unit).cloned().unwrap_or_default())
}

/// The unit of a row; the province for the last one.
pub fn unit_of(state: AppState, row: Row) -> UnitId {
    match row {
        Row::Unit(unit) => unit,
        Row::Total => state.with_province(|node| node.node),
    }
}

/// An emptied cell takes away what was entered there.
fn read_or_nothing<T>(read: Result<T, ReadError>) -> Result<Option<T>, ReadError> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(ReadError::Empty) => Ok(None),
        Err(wrong) => Err(wrong),
    }
}

/// The text a cell is opened with; `None` where nothing can be typed.
pub fn opening(state: AppState, grid: GridState, cell: Selected) -> Option<String> {
    if !super::cell::can_open(state.lens.get_untracked(), cell) {
        return None;
    }
    let left_out = |unit| state.with_plans(|plan| plan.line(unit).is_none_or(|(_, line)| line.left_out));
    match (cell.column, cell.row) {
        (Column::Figures(..) | Column::Unit, _) => Some(shown(state, grid, cell).unwrap_or_default()),
        (_, Row::Unit(unit)) if !left_out(unit) => Some(shown(state, grid, cell).unwrap_or_default()),
        _ => None,
    }
}

/// What a cell that takes typing holds, as it would be typed.
fn shown(state: AppState, grid: GridState, cell: Selected) -> Option<String> {
    let language = state.language.get_untracked();
    let unit = unit_of(state, cell.row);
    let quantity = |chosen: fn(&Limit) -> Option<&Quantity>| {
        let limit = limit_now(state, state.slot_now(), unit);
        chosen(&limit).map(|quantity| text::typed(quantity, language))
    };
    match cell.column {
        Column::Given => state
            .with_plans(|plan| plan.line(unit).and_then(|(_, line)| line.given))
            .map(|given| language.people(given)),
        Column::Floor => quantity(|limit| limit.floor.as_ref()),
        Column::Ceiling => quantity(|limit| limit.ceiling.as_ref()),
        Column::Figures(measure, scope) => grid
            .figure_untracked(measure, scope, unit)
            .filter(|figure| figure.column.is_some())
            .map(|figure| language.people(figure.people)),
        Column::Unit => state.with_draft(|draft| draft.scenario().unit(unit).map(|unit| unit.name.clone())),
        _ => None,
    }
}

/// Takes away what was entered in a block: locks and limits go, figures are cleared.
pub fn clear(state: AppState, grid: GridState, block: &Block) -> bool {
    let cells = typed_cells(grid, block);
    write_all(state, cells.map(|cell| (cell, String::new())), Purpose::Clear)
}

/// The first row of the block in all the rows below it.
pub fn fill_down(state: AppState, grid: GridState, block: &Block) -> bool {
    let first = block.rows.start;
    // A single row is filled from the one above it, as in a spreadsheet.
    let (from, to) = if block.rows.len() > 1 {
        (first, first + 1..block.rows.end)
    } else {
        match first.checked_sub(1) {
            Some(above) => (above, first..first + 1),
            None => return false,
        }
    };
    let sources = Block { rows: from..from + 1, columns: block.columns.clone() };
    let texts: BTreeMap<Column, String> = typed_cells(grid, &sources)
        .map(|cell| (cell.column, shown(state, grid, cell).unwrap_or_default()))
        .collect();
    let targets = Block { rows: to, columns: block.columns.clone() };
    let cells = typed_cells(grid, &targets).filter_map(|cell| Some((cell, texts.get(&cell.column)?.clone())));
    write_all(state, cells, Purpose::Fill)
}

/// Writes texts the page itself has printed.
fn write_all(state: AppState, cells: impl Iterator<Item = (Selected, String)>, purpose: Purpose) -> bool {
    let mut changes = Changes::new(state);
    for (cell, words) in cells {
        // What the page prints it can read.
        let _ = changes.write(state, cell, &words);
    }
    let Some(edit) = changes.into_edit(purpose) else { return false };
    state.dispatch(edit);
    true
}

/// The cells of a block that take typing.
pub fn typed_cells(grid: GridState, block: &Block) -> impl Iterator<Item = Selected> + use<> {
    block.cells().filter_map(move |at| grid.cell_at(at)).filter(|cell| super::cell::is_typed(*cell))
}

/// Locks every unit of the block at what it gets, or, where all are locked, unlocks them.
pub fn toggle_locks(state: AppState, units: Vec<UnitId>) -> bool {
    let lines: Vec<(UnitId, u64, bool)> = state.with_plans(|plan| {
        let line = |unit| plan.line(unit).and_then(|(_, line)| Some((unit, line.given?, line.locked)));
        units.into_iter().filter_map(line).collect()
    });
    let unlocks = lines.iter().all(|&(_, _, locked)| locked);
    let mut changes = Changes::new(state);
    for (unit, given, locked) in lines {
        if unlocks || !locked {
            let lock = (!unlocks).then_some(given);
            changes.limit(state, unit, |limit| Limit { lock, reason: String::new(), ..limit });
        }
    }
    let purpose = if unlocks { Purpose::Unlock } else { Purpose::Lock };
    let Some(edit) = changes.into_edit(purpose) else { return false };
    state.dispatch(edit);
    true
}

/// A cell as it is copied: counts as numbers, everything else as it is shown.
pub fn copied(state: AppState, grid: GridState, cell: Selected) -> Copied {
    let language = state.language.get_untracked();
    let whole = |count: Option<i128>| count.map_or(Copied::Blank, Copied::Whole);
    let words = |words: Option<String>| words.map_or(Copied::Blank, Copied::Text);
    match cell.column {
        Column::Figures(measure, scope) => {
            let figure = grid.figure_untracked(measure, scope, unit_of(state, cell.row));
            whole(figure.map(|figure| figure.people.into()))
        }
        Column::Floor | Column::Ceiling => words(shown(state, grid, cell)),
        Column::Unit => words(Some(match cell.row {
            Row::Unit(unit) => state.with_draft(|draft| text::unit_name(draft.scenario(), unit, language)),
            Row::Total => state.with_draft(|draft| text::total_name(draft.scenario(), language)).to_owned(),
        })),
        Column::Last => whole(standing(state, cell.row).last.map(|figure| figure.people.into())),
        Column::Given => whole(standing(state, cell.row).given.map(Into::into)),
        Column::Change => whole(standing(state, cell.row).change()),
        Column::Beside => {
            let there = state.beside.standing_now(cell.row);
            whole(there.and_then(|there| difference(standing(state, cell.row), there)))
        }
        Column::Before | Column::Track | Column::After | Column::Difficulty => {
            let what = cell.column.cell().unwrap_or(Cell::Given);
            words(match cell.row {
                Row::Unit(unit) => state.with_plans(|plan| {
                    plan.line(unit).and_then(|(_, line)| text::unit_cell(line, what, language))
                }),
                Row::Total => state.with_province(|node| text::total_cell(node, what, language)),
            })
        }
    }
}

fn standing(state: AppState, row: Row) -> Standing {
    match row {
        Row::Unit(unit) => {
            state.with_plans(|plan| plan.line(unit).map(|(_, line)| line.standing())).unwrap_or_default()
        }
        Row::Total => state.with_province(|node| node.total),
    }
}
