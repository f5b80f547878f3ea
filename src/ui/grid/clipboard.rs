//! The clipboard: a block goes out as a spreadsheet takes it, and comes in cell by cell or by the names of units.

use leptos::prelude::*;
use web_sys::ClipboardEvent;

use super::cell::is_typed;
use super::sheet::{self, Changes};
use super::table::GridState;
use crate::calc::Row;
use crate::edit::{Edit, Entries, Purpose, usual_kind};
use crate::exchange::{
    Answers, BlockPaste, CellKind, Copied, Import, ImportError, PasteKind, Place, Series, Table, Where,
    paste_block, paste_into_empty, paste_kind, read_clipboard, to_html, to_tab_separated,
};
use crate::model::{Kind, Measure, Scope, Slot};
use crate::table::At;
use crate::text;
use crate::ui::state::{AppState, Column, How, Pasting, Selected};

/// Puts the selected block on the clipboard, as text and as a table.
pub fn copy(state: AppState, grid: GridState, event: &ClipboardEvent) {
    if grid.is_editing() {
        return;
    }
    let block = grid.block_now();
    let row = |row: usize| {
        let cells = block.columns.clone().filter_map(|column| grid.cell_at(At { row, column }));
        cells.map(|cell| sheet::copied(state, grid, cell)).collect::<Vec<_>>()
    };
    let rows: Vec<_> = block.rows.clone().map(row).collect();
    put_cells(state, event, &rows);
}

/// Puts cells on the clipboard, as text and as a table.
pub fn put_cells(state: AppState, event: &ClipboardEvent, rows: &[Vec<Copied>]) {
    let mark = state.language.get_untracked().decimal_mark();
    let Some(clipboard) = event.clipboard_data() else { return };
    let written = clipboard.set_data("text/plain", &to_tab_separated(rows, mark));
    if written.and_then(|()| clipboard.set_data("text/html", &to_html(rows, mark))).is_ok() {
        event.prevent_default();
    }
}

/// Copies the block and takes away what was entered in it.
pub fn cut(state: AppState, grid: GridState, event: &ClipboardEvent) {
    if grid.is_editing() {
        return;
    }
    copy(state, grid, event);
    if !state.may_change() {
        return;
    }
    sheet::clear(state, grid, &grid.block_now());
}

/// Takes what is on the clipboard: applied at once where nothing has to be asked, else shown first.
pub fn paste(state: AppState, grid: GridState, event: &ClipboardEvent) {
    if grid.is_editing() {
        return;
    }
    event.prevent_default();
    if !state.may_change() {
        return;
    }
    let Some(clipboard) = event.clipboard_data() else { return };
    let read = |kind: &str| clipboard.get_data(kind).unwrap_or_default();
    match read_clipboard(&read("text/html"), &read("text/plain")) {
        Ok(table) => begin(state, grid, table),
        Err(error) => state.pasting.set(Some(Pasting::Refused(error))),
    }
}

/// Takes a table of names and figures into a document without units, wherever its names were to be pasted, and shows
/// it first. Nothing is taken of any other text.
pub fn paste_beginning(state: AppState, event: &ClipboardEvent) {
    let Some(clipboard) = event.clipboard_data() else { return };
    let read = |kind: &str| clipboard.get_data(kind).unwrap_or_default();
    let Ok(table) = read_clipboard(&read("text/html"), &read("text/plain")) else { return };
    let (answers, columns) = (Answers::default(), [last_year(state.slot_now())]);
    let begins = state.with_draft(|draft| {
        let to = Where { scenario: draft.scenario(), columns: &columns, within: None };
        let import = paste_into_empty(&table, to, &answers, Kind::District);
        import.is_ok_and(|import| !import.newcomers.is_empty())
    });
    if begins {
        event.prevent_default();
        let from = Selected { row: Row::Total, column: Column::Unit };
        state.pasting.set(Some(Pasting::Asking { table, how: How::ByName, answers, from }));
    }
}

/// The results that next year's plan starts from.
fn last_year(slot: Slot) -> Series {
    let year = slot.year.saturating_sub(1);
    Series { measure: Measure::Result(slot.indicator), year, scope: Scope::InProvince }
}

fn begin(state: AppState, grid: GridState, table: Table) {
    let kind = state.with_draft(|draft| paste_kind(&table, draft.scenario()));
    let how = if kind == PasteKind::Block { How::Block } else { How::ByName };
    let from = state.selected.get_untracked();
    let pasting = Pasting::Asking { table, how, answers: Answers::default(), from };
    // Where nothing is asked, a block goes in at once, as in a spreadsheet.
    let is_plain = how == How::Block
        && block_of(state, grid, &pasting)
            .is_some_and(|block| block.asked.is_empty() && block.over.is_none());
    if is_plain {
        apply(state, grid, &pasting);
    } else {
        state.pasting.set(Some(pasting));
    }
}

/// What a table pasted by name would change, as it stands with the answers given.
pub fn import_of(state: AppState, grid: GridState, pasting: &Pasting) -> Option<Result<Import, ImportError>> {
    let Pasting::Asking { table, how: How::ByName, answers, from } = pasting else { return None };
    let columns = series_from(state, grid, *from);
    Some(state.with_draft(|draft| {
        let (scenario, node) = (draft.scenario(), state.node_now());
        let to = Where { scenario, columns: &columns, within: Some(node) };
        paste_into_empty(table, to, answers, usual_kind(scenario, node))
    }))
}

/// What a block would change, as it stands with the answers given.
pub fn block_of(state: AppState, grid: GridState, pasting: &Pasting) -> Option<BlockPaste> {
    let Pasting::Asking { table, how: How::Block, answers, .. } = pasting else { return None };
    let block = grid.block_now();
    let corner = At { row: block.rows.start, column: block.columns.start };
    let room = grid.size();
    let selected = (block.rows.len(), block.columns.len());
    let room = (room.row.saturating_sub(corner.row), room.column.saturating_sub(corner.column));
    let kind = |place: Place| cell_kind(state, grid, target(grid, corner, place));
    Some(
        state
            .with_draft(|draft| paste_block(table, draft.scenario(), (selected, room), kind, &answers.marks)),
    )
}

/// Makes the change and says what came of it.
pub fn apply(state: AppState, grid: GridState, pasting: &Pasting) {
    if !state.may_change() {
        return;
    }
    let language = state.language.get_untracked();
    let (edit, said) = match (import_of(state, grid, pasting), block_of(state, grid, pasting)) {
        (Some(Ok(import)), _) => (import_edit(&import), text::import_result(&import, language)),
        (_, Some(block)) => (block_edit(state, grid, &block), text::block_result(&block, language)),
        _ => return,
    };
    if let Some(edit) = edit {
        state.dispatch(edit);
    }
    state.spoken.set(said.clone());
    state.pasting.set(Some(Pasting::Done(said)));
    super::focus_selected(state);
}

fn import_edit(import: &Import) -> Option<Edit> {
    let mut entries: Vec<Entries> = Vec::new();
    for change in &import.changes {
        let Series { measure, year, scope } = change.series;
        let figure = (change.unit, change.new);
        match entries.iter_mut().find(|e| (e.measure, e.year, e.scope) == (measure, year, scope)) {
            Some(entries) => entries.figures.push(figure),
            None => entries.push(Entries { measure, year, scope, figures: vec![figure] }),
        }
    }
    let units = import.newcomers.clone();
    let add = (!units.is_empty()).then_some(Edit::AddUnits { units, before: None });
    let enter = (!entries.is_empty()).then_some(Edit::SetFigures(entries));
    let edits: Vec<Edit> = add.into_iter().chain(enter).collect();
    (!edits.is_empty()).then_some(Edit::Several { purpose: Purpose::Paste, edits })
}

fn block_edit(state: AppState, grid: GridState, block: &BlockPaste) -> Option<Edit> {
    let selected = grid.block_now();
    let corner = At { row: selected.rows.start, column: selected.columns.start };
    let mut changes = Changes::new(state);
    for (place, people) in &block.set {
        if let Some(cell) = target(grid, corner, *place) {
            let words = people.map(|people| people.to_string()).unwrap_or_default();
            // Plain digits are always read.
            let _ = changes.write(state, cell, &words);
        }
    }
    changes.into_edit(Purpose::Paste)
}

/// The cell of a place counted from the corner of the selected block.
fn target(grid: GridState, corner: At, place: Place) -> Option<Selected> {
    grid.cell_at(At { row: corner.row + place.row, column: corner.column + place.column })
}

fn cell_kind(state: AppState, grid: GridState, cell: Option<Selected>) -> CellKind {
    let Some(cell) = cell.filter(|&cell| is_typed(cell) && sheet::opening(state, grid, cell).is_some())
    else {
        return CellKind::Computed;
    };
    let locked = |unit| state.with_plans(|plan| plan.line(unit).is_some_and(|(_, line)| line.locked));
    match (cell.column, cell.row) {
        (Column::Given, Row::Unit(unit)) if locked(unit) => CellKind::Locked,
        _ => CellKind::People,
    }
}

/// The series of the columns from a cell to the right.
fn series_from(state: AppState, grid: GridState, from: Selected) -> Vec<Series> {
    let slot = state.slot_now();
    let series = |column: &Column| match *column {
        Column::Figures(measure, scope) => {
            Some(Series { measure, year: state.figures_year.get_untracked(), scope })
        }
        Column::Last => Some(last_year(slot)),
        _ => None,
    };
    let first = grid.place_of(from).column;
    grid.columns.with_untracked(|columns| columns.iter().skip(first).filter_map(series).collect())
}
