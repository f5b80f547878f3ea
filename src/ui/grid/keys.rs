//! The grid's keys: moving, selecting, editing, locking, and the way to the inspector and back.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::cell::{cell_id, from_id};
use super::editor::Editing;
use super::sheet;
use super::table::GridState;
use crate::calc::Row;
use crate::model::UnitId;
use crate::table::Gesture;
use crate::ui::browser;
use crate::ui::state::{AppState, Column, Selected};

/// Selects a cell and moves the focus there; what it hangs below is opened.
pub fn go_to(state: AppState, unit: UnitId, column: Column) {
    let row = Row::Unit(unit);
    state.view.searched.set(String::new());
    state.open_way_to(row);
    select(state, Selected { row, column });
}

/// Closes the phone's sheet, or leaves the inspector: back to the cell it explains.
pub fn close_sheet(state: AppState) {
    state.sheet_open.set(false);
    focus_selected(state);
}

/// Shows why: where the sheet covers the table, the focus goes with it.
pub fn open_sheet(state: AppState) {
    state.sheet_open.set(true);
    if browser::inspector_covers() {
        focus_inspector(state);
    }
}

/// Into the inspector; where it covers the table it is only now being shown, and may be closed before it is.
fn focus_inspector(state: AppState) {
    if !browser::inspector_covers() {
        return browser::focus("inspector");
    }
    request_animation_frame(move || {
        if state.sheet_open.get_untracked() {
            browser::focus("inspector");
        }
    });
}

/// Puts the focus on the selected cell.
pub fn focus_selected(state: AppState) {
    focus_cell(state.selected.get_untracked());
}

/// A cell far away in a long table is only now being brought in.
fn focus_cell(cell: Selected) {
    let id = cell_id(cell);
    if browser::element(&id).is_some() {
        browser::focus(&id);
    } else {
        request_animation_frame(move || browser::focus(&id));
    }
}

/// Selects one cell.
pub fn select(state: AppState, selected: Selected) {
    state.anchor.set(None);
    state.selected.set(selected);
    focus_cell(selected);
}

/// Makes the selected block reach to a cell.
pub fn extend(state: AppState, to: Selected) {
    if state.anchor.get_untracked().is_none() {
        state.anchor.set(Some(state.selected.get_untracked()));
    }
    state.selected.set(to);
    focus_cell(to);
}

/// The cell an event happened in.
pub fn cell_of(grid: GridState, event: &web_sys::Event) -> Option<Selected> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let id = target.closest("[data-cell]").ok().flatten()?.id();
    grid.columns.with_untracked(|columns| from_id(&id, columns))
}

/// A key in the grid while no cell is being edited.
pub fn keydown(state: AppState, grid: GridState, event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || event.default_prevented() {
        return;
    }
    let control = event.ctrl_key() || event.meta_key();
    let handled = if event.alt_key() {
        // Alt with an arrow is the browser's way back.
        event.key() == "Enter" && explain(state)
    } else {
        command(state, grid, event, control)
            || tree(state, grid, event, control)
            || travel(state, grid, event, control)
            || leave_sheet(state, event)
            || type_in(state, grid, event, control)
    };
    if handled {
        event.prevent_default();
    }
}

fn explain(state: AppState) -> bool {
    state.sheet_open.set(true);
    focus_inspector(state);
    true
}

/// Keys that act on the selected block.
fn command(state: AppState, grid: GridState, event: &KeyboardEvent, control: bool) -> bool {
    let block = || grid.block_now();
    match (event.key().to_lowercase().as_str(), control, event.shift_key()) {
        ("l", true, true) => sheet::toggle_locks(state, grid.units_of(&block())),
        ("d", true, false) => {
            sheet::fill_down(state, grid, &block());
            true
        }
        ("delete" | "backspace", false, false) => sheet::clear(state, grid, &block()),
        _ => false,
    }
}

/// Escape with no block to give up closes the phone's sheet.
fn leave_sheet(state: AppState, event: &KeyboardEvent) -> bool {
    let leaves = event.key() == "Escape" && state.sheet_open.get_untracked();
    if leaves {
        close_sheet(state);
    }
    leaves
}

/// On a unit's name: opening and closing what is below it.
fn tree(state: AppState, grid: GridState, event: &KeyboardEvent, control: bool) -> bool {
    let selected = state.selected.get_untracked();
    let (Column::Unit, Row::Unit(unit), false, false) =
        (selected.column, selected.row, control, event.shift_key())
    else {
        return false;
    };
    let open = grid.row_of(unit).and_then(|row| row.open);
    match (event.key().as_str(), open) {
        ("ArrowRight", Some(false)) | ("Enter", Some(false)) => set_open(state, unit, true),
        ("ArrowLeft", Some(true)) | ("Enter", Some(true)) => set_open(state, unit, false),
        ("ArrowLeft", _) => match grid.parent_row(state, unit) {
            Some(row) => {
                select(state, Selected { row, column: Column::Unit });
                true
            }
            None => false,
        },
        _ => false,
    }
}

/// Opens or closes a unit's row.
pub fn set_open(state: AppState, unit: UnitId, is_open: bool) -> bool {
    state.view.open.update(|open| {
        if is_open {
            open.insert(unit);
        } else {
            open.remove(&unit);
        }
    });
    true
}

/// Keys that select, as in every table.
fn travel(state: AppState, grid: GridState, event: &KeyboardEvent, control: bool) -> bool {
    let Some(gesture) = Gesture::of_key(&event.key(), control, event.shift_key()) else { return false };
    let Some(cursor) = grid.cursor_after(gesture) else { return false };
    state.anchor.set(cursor.anchor.and_then(|at| grid.cell_at(at)));
    if let Some(selected) = grid.cell_at(cursor.at) {
        state.selected.set(selected);
        focus_cell(selected);
    }
    true
}

/// Enter and F2 open the cell; so does typing, which replaces what it holds.
fn type_in(state: AppState, grid: GridState, event: &KeyboardEvent, control: bool) -> bool {
    if control {
        return false;
    }
    let selected = state.selected.get_untracked();
    match event.key().as_str() {
        "Enter" | "F2" => edit(state, grid, selected, None),
        key if begins_number(key) && selected.column != Column::Unit => {
            edit(state, grid, selected, Some(key.to_owned()))
        }
        _ => false,
    }
}

/// Whether what the key writes can begin a number. Signs and marks, too, open the cell, so that the field reads
/// all that was typed; letters alone do nothing.
fn begins_number(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some_and(|first| !first.is_alphabetic() && !first.is_whitespace())
        && characters.next().is_none()
}

/// Opens a cell that takes typing; the province's own given cell leads to the target.
pub fn edit(state: AppState, grid: GridState, cell: Selected, typed: Option<String>) -> bool {
    if (cell.row, cell.column) == (Row::Total, Column::Given) {
        browser::focus("target-people");
        return true;
    }
    let Some(shown) = sheet::opening(state, grid, cell) else { return false };
    if !state.may_change() {
        return true;
    }
    let by_typing = typed.is_some();
    state.anchor.set(None);
    grid.editing.set(Some(Editing { cell, text: typed.unwrap_or(shown), by_typing }));
    true
}
