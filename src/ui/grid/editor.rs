//! Typing in a given cell: it sets and locks the cell, and the unlocked rest is shared out again.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::cell::{cell_id, columns};
use super::keys::select;
use crate::calc::Row;
use crate::model::{Limit, UnitId};
use crate::text::{self, ReadError, parse_count};
use crate::ui::browser;
use crate::ui::state::{AppState, Column, Selected};

/// The cell being edited and the text it opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    pub unit: UnitId,
    pub text: String,
    /// Opened by typing, so `text` is not what the cell shows but what was typed first.
    pub by_typing: bool,
}

/// Where the selection goes when an edit ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Stay,
    Down,
    Up,
    Right,
    Left,
    /// The focus has gone elsewhere already.
    Leave,
}

/// The field inside the cell.
#[component]
pub fn Editor(unit: UnitId, editing: RwSignal<Option<Editing>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let opened = editing.get_untracked();
    let touched = StoredValue::new(opened.as_ref().is_some_and(|editing| editing.by_typing));
    let start = opened.map(|editing| editing.text).unwrap_or_default();
    let typed = RwSignal::new(start.clone());
    let error = RwSignal::new(None::<ReadError>);
    let field = NodeRef::<html::Input>::new();
    Effect::new(move || {
        if let Some(field) = field.get() {
            // A cell that cannot take the focus is still there to be clicked.
            let _ = field.focus();
            let _ = field.set_selection_range(u32::MAX, u32::MAX);
        }
    });
    let end = move |then: Then| {
        editing.set(None);
        let from = Selected { row: Row::Unit(unit), column: Column::Given };
        if let Some(selected) = state.with_plan(|node| {
            next(&node.units.iter().map(|line| line.unit).collect::<Vec<_>>(), unit, then, node.has_rates())
        }) {
            select(state, selected);
        } else if then != Then::Leave {
            browser::focus(&cell_id(from));
        }
    };
    let commit = move |then: Then| {
        if editing.get_untracked().is_none() {
            return;
        }
        if !touched.get_value() {
            end(then);
            return;
        }
        match parse_count(&typed.get_untracked()) {
            Ok(people) => {
                lock(state, unit, people);
                end(then);
            }
            Err(ReadError::Empty) => {
                release(state, unit);
                end(then);
            }
            // Also where the focus has gone elsewhere: the text and the reason stay in the cell.
            Err(wrong) => error.set(Some(wrong)),
        }
    };
    let keydown = move |event: KeyboardEvent| {
        event.stop_propagation();
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match (event.key().as_str(), event.shift_key()) {
            ("Enter", false) => commit(Then::Down),
            ("Enter", true) => commit(Then::Up),
            ("Tab", false) => commit(Then::Right),
            ("Tab", true) => commit(Then::Left),
            ("Escape", _) => end(Then::Stay),
            _ => return,
        }
        event.prevent_default();
    };
    let refusal = move |wrong: &ReadError| {
        let language = state.language.get();
        let old = state.with_plan(|node| node.unit(unit).and_then(|line| line.given));
        let old = old.map(|old| language.people(old));
        let message = text::read_error(wrong, old.as_deref(), language);
        format!("{} {}", message.what, message.fix)
    };
    let name = state.follow_words(move |_, scenario, language| {
        (text::text(language).edit_cell)(&text::unit_name(scenario, unit, language))
    });
    view! {
        <span class="editor">
            <input
                node_ref=field
                class="editor__field"
                inputmode="decimal"
                autocomplete="off"
                data-unfinished=""
                aria-label=name
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby="editor-error"
                prop:value=start
                on:input:target=move |event| {
                    error.set(None);
                    touched.set_value(true);
                    typed.set(event.target().value());
                }
                on:keydown=keydown
                on:click=|event| event.stop_propagation()
                on:blur=move |_| commit(Then::Leave)
            />
            <span class="pop-error" id="editor-error" role="alert">
                {move || error.get().map(|wrong| refusal(&wrong))}
            </span>
        </span>
    }
}

/// The cell after this one; `None` to stay (or, leaving, for nothing to do).
fn next(units: &[UnitId], unit: UnitId, then: Then, has_rates: bool) -> Option<Selected> {
    let row = units.iter().position(|&other| other == unit)?;
    let columns = columns(has_rates);
    let column = columns.iter().position(|&column| column == Column::Given)?;
    let at =
        |row: Option<usize>| row.and_then(|row| units.get(row)).map_or(Row::Total, |&unit| Row::Unit(unit));
    match then {
        Then::Stay | Then::Leave => None,
        Then::Down => Some(Selected { row: at(Some(row + 1)), column: Column::Given }),
        Then::Up => Some(Selected { row: at(Some(row.saturating_sub(1))), column: Column::Given }),
        Then::Right => Some(Selected { row: Row::Unit(unit), column: *columns.get(column + 1)? }),
        Then::Left => Some(Selected { row: Row::Unit(unit), column: *columns.get(column.checked_sub(1)?)? }),
    }
}

/// Fixes the unit at `people`.
fn lock(state: AppState, unit: UnitId, people: u64) {
    state.change_limit(unit, |limit| Limit { lock: Some(people), reason: String::new(), ..limit });
}

/// Takes the unit's lock away; nothing happens where there is none.
pub fn release(state: AppState, unit: UnitId) {
    state.change_limit(unit, |limit| Limit { lock: None, reason: String::new(), ..limit });
}
