//! The grid's keys and clicks: moving, editing, locking, and the way to the inspector and back.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::cell::{cell_id, columns, from_id};
use super::editor::{Editing, release};
use crate::calc::{NodePlan, Row};
use crate::model::{Limit, UnitId};
use crate::ui::browser;
use crate::ui::state::{AppState, Column, Selected};

/// How far PgUp and PgDn go.
const PAGE: usize = 10;

/// Selects a cell and moves the focus there.
pub fn go_to(state: AppState, unit: UnitId, column: Column) {
    select(state, Selected { row: Row::Unit(unit), column });
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
    browser::focus(&cell_id(state.selected.get_untracked()));
}

pub fn select(state: AppState, selected: Selected) {
    state.selected.set(selected);
    browser::focus(&cell_id(selected));
}

/// The cell an event happened in.
pub fn cell_of(event: &web_sys::Event) -> Option<Selected> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    from_id(&target.closest("[data-cell]").ok().flatten()?.id())
}

/// A key in the grid while no cell is being edited.
pub fn keydown(state: AppState, editing: RwSignal<Option<Editing>>, event: &KeyboardEvent) {
    if event.is_composing() || event.key_code() == 229 || event.default_prevented() {
        return;
    }
    let selected = state.selected.get_untracked();
    let control = event.ctrl_key() || event.meta_key();
    let key = event.key();
    let handled = match (key.as_str(), control) {
        ("l" | "L", true) if event.shift_key() => toggle_lock(state, selected),
        ("Enter", _) if event.alt_key() => {
            state.sheet_open.set(true);
            focus_inspector(state);
            true
        }
        ("Escape", false) if state.sheet_open.get_untracked() => {
            close_sheet(state);
            true
        }
        ("Enter" | "F2", false) => edit(state, editing, selected, None),
        ("Delete" | "Backspace", false) => clear(state, selected),
        (key, false) if !event.alt_key() && begins_number(key) => {
            edit(state, editing, selected, Some(key.to_owned()))
        }
        // Alt with an arrow is the browser's way back.
        (key, _) if !event.alt_key() => match state.with_plan(|node| moved(node, selected, key, control)) {
            Some(selected) => {
                select(state, selected);
                true
            }
            None => false,
        },
        _ => false,
    };
    if handled {
        event.prevent_default();
    }
}

/// Where a key leads; `None` for a key that does not move.
fn moved(node: &NodePlan, from: Selected, key: &str, control: bool) -> Option<Selected> {
    let columns = columns(node.has_rates());
    let last_row = node.units.len();
    let row = match from.row {
        Row::Total => last_row,
        Row::Unit(unit) => node.units.iter().position(|line| line.unit == unit)?,
    };
    let column = columns.iter().position(|&column| column == from.column).unwrap_or(0);
    let last_column = columns.len() - 1;
    let (row, column) = match (key, control) {
        ("ArrowUp", false) => (row.saturating_sub(1), column),
        ("ArrowDown", false) => (row + 1, column),
        ("ArrowLeft", false) => (row, column.saturating_sub(1)),
        ("ArrowRight", false) => (row, column + 1),
        ("PageUp", false) => (row.saturating_sub(PAGE), column),
        ("PageDown", false) => (row + PAGE, column),
        ("Home", false) | ("ArrowLeft", true) => (row, 0),
        ("End", false) | ("ArrowRight", true) => (row, last_column),
        ("Home", true) => (0, 0),
        ("End", true) => (last_row, last_column),
        ("ArrowUp", true) => (0, column),
        ("ArrowDown", true) => (last_row, column),
        _ => return None,
    };
    let row = match node.units.get(row) {
        Some(line) => Row::Unit(line.unit),
        None => Row::Total,
    };
    Some(Selected { row, column: columns[column.min(last_column)] })
}

/// Whether what the key writes can begin a number. Signs and marks, too, open the cell, so that the field reads
/// all that was typed; letters alone do nothing.
fn begins_number(key: &str) -> bool {
    let mut characters = key.chars();
    characters.next().is_some_and(|first| !first.is_alphabetic() && !first.is_whitespace())
        && characters.next().is_none()
}

/// Opens the given cell of a unit; the province's own line leads to the target.
pub fn edit(
    state: AppState,
    editing: RwSignal<Option<Editing>>,
    selected: Selected,
    typed: Option<String>,
) -> bool {
    match (selected.row, selected.column) {
        (Row::Unit(unit), Column::Given) => {
            let (locked_out, given) = state
                .with_plan(|node| node.unit(unit).map_or((true, None), |line| (line.left_out, line.given)));
            if locked_out {
                return false;
            }
            let language = state.language.get_untracked();
            let by_typing = typed.is_some();
            let text = typed.or_else(|| given.map(|given| language.people(given))).unwrap_or_default();
            editing.set(Some(Editing { unit, text, by_typing }));
            true
        }
        (Row::Total, Column::Given) => {
            browser::focus("target-people");
            true
        }
        _ => false,
    }
}

/// Delete: the cell goes back to what is computed.
fn clear(state: AppState, selected: Selected) -> bool {
    match (selected.row, selected.column) {
        (Row::Unit(unit), Column::Given) => {
            release(state, unit);
            true
        }
        _ => false,
    }
}

/// Ctrl+Shift+L: fixes the cell at what it shows, or lets it go.
fn toggle_lock(state: AppState, selected: Selected) -> bool {
    let Row::Unit(unit) = selected.row else { return false };
    let line = state.with_plan(|node| node.unit(unit).map(|line| (line.locked, line.given)));
    let Some((locked, Some(given))) = line else { return false };
    let lock = if locked { None } else { Some(given) };
    state.change_limit(unit, |limit| Limit { lock, reason: String::new(), ..limit });
    true
}
