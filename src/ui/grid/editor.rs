//! Typing in a cell: what is typed becomes the cell's, and the unlocked rest is shared out again.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;

use super::cell::{cell_id, column_name};
use super::keys::select;
use super::sheet::{Changes, unit_of};
use super::table::GridState;
use crate::edit::Purpose;
use crate::table::Motion;
use crate::text::{self, ReadError};
use crate::ui::browser;
use crate::ui::state::{AppState, Column, Selected};

/// The cell being edited and the text it opened with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editing {
    pub cell: Selected,
    pub text: String,
    /// Opened by typing, so `text` is not what the cell shows but what was typed first.
    pub by_typing: bool,
}

/// Where the selection goes when an edit ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Then {
    Stay,
    Go(Motion),
    /// The focus has gone elsewhere already.
    Leave,
}

/// The field inside the cell.
#[component]
pub fn Editor(cell: Selected) -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let editing = grid.editing;
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
        match then {
            Then::Go(motion) => select(state, grid.moved(cell, motion)),
            Then::Stay => browser::focus(&cell_id(cell)),
            Then::Leave => {}
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
        let mut changes = Changes::new(state);
        match changes.write(state, cell, &typed.get_untracked()) {
            Ok(()) => {
                if let Some(edit) = changes.into_edit(Purpose::Paste) {
                    state.dispatch(edit);
                }
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
            ("Enter", false) => commit(Then::Go(Motion::Down)),
            ("Enter", true) => commit(Then::Go(Motion::Up)),
            ("Tab", false) => commit(Then::Go(Motion::Right)),
            ("Tab", true) => commit(Then::Go(Motion::Left)),
            ("Escape", _) => end(Then::Stay),
            _ => return,
        }
        event.prevent_default();
    };
    // The value that stays while what was typed is refused.
    let old = super::sheet::opening(state, grid, cell).filter(|old| !old.is_empty());
    let refusal = move |wrong: &ReadError| {
        let message = text::read_error(wrong, old.as_deref(), state.language.get());
        format!("{} {}", message.what, message.fix)
    };
    let name = state.follow_words(move |_, scenario, language| {
        let text = text::text(language);
        let unit = text::unit_name(scenario, unit_of(state, cell.row), language);
        match cell.column {
            Column::Given => (text.edit_cell)(&unit),
            column => (text.grid.edit_other)(&unit, &super::heading::name(state, column, language)),
        }
    });
    // A floor or ceiling may be a rate or a growth, with its sign.
    let keyboard = match cell.column {
        Column::Floor | Column::Ceiling | Column::Unit => "text",
        _ => "decimal",
    };
    view! {
        <span class="editor">
            <input
                node_ref=field
                class="editor__field"
                inputmode=keyboard
                autocomplete="off"
                data-unfinished=""
                data-editor=column_name(cell.column)
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
                on:mousedown=|event| event.stop_propagation()
                on:blur=move |_| commit(Then::Leave)
            />
            <span class="pop-error" id="editor-error" role="alert">
                {move || error.get().map(|wrong| refusal(&wrong))}
            </span>
        </span>
    }
}
