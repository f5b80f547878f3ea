//! The form that is open above the table: named, closed by its button or Escape, focused when it opens.

use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::column_forms::{AddColumn, ColumnForm};
use super::names_form::NamesForm;
use super::unit_forms::{Describe, Group, MoveBelow};
use crate::model::UnitId;
use crate::text;
use crate::ui::grid::focus_selected;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Panel};

/// The form.
///
/// - `units`: the units chosen.
#[component]
pub fn OpenPanel(units: Memo<Vec<UnitId>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    move || {
        let panel = state.view.panel.get()?;
        let form = match panel {
            Panel::AddUnits => view! { <NamesForm /> }.into_any(),
            Panel::Describe => view! { <Describe units /> }.into_any(),
            Panel::Move => view! { <MoveBelow units /> }.into_any(),
            Panel::Group => view! { <Group units /> }.into_any(),
            Panel::AddColumn => view! { <AddColumn /> }.into_any(),
            Panel::Column => view! { <ColumnForm /> }.into_any(),
        };
        Some(view! { <Frame panel units>{form}</Frame> })
    }
}

/// Puts the form away; the focus goes back to the table.
pub fn close(state: AppState) {
    state.view.panel.set(None);
    focus_selected(state);
}

#[component]
fn Frame(panel: Panel, units: Memo<Vec<UnitId>>, children: Children) -> impl IntoView {
    let state = expect_context::<AppState>();
    let label = move || {
        let text = state.text().data;
        match panel {
            Panel::AddUnits => text.add_units,
            Panel::Describe => text.describe,
            Panel::Move => text.move_below,
            Panel::Group => text.group,
            Panel::AddColumn => text.add_column,
            Panel::Column => text.column_source,
        }
    };
    let is_about_units = matches!(panel, Panel::Describe | Panel::Move | Panel::Group);
    let about = move || {
        let language = state.language.get();
        let names = state.read_scenario(|scenario| text::unit_list(scenario, &units.get(), language));
        is_about_units.then(|| (text::text(language).data.about_units)(&names))
    };
    let place = NodeRef::<html::Section>::new();
    Effect::new(move || {
        let first =
            place.get().and_then(|place| place.query_selector("textarea, input, select").ok().flatten());
        if let Some(first) = first.and_then(|first| first.dyn_into::<web_sys::HtmlElement>().ok()) {
            // A field that cannot take the focus is still there to be clicked.
            let _ = first.focus();
        }
    });
    let keydown = move |event: KeyboardEvent| {
        if event.key() == "Escape"
            && !event.is_composing()
            && event.key_code() != 229
            && !event.default_prevented()
        {
            close(state);
        }
    };
    view! {
        <section class="form" node_ref=place aria-label=label on:keydown=keydown>
            <p class="form__about">{about}</p>
            {children()}
            <button
                type="button"
                class="icon-button form__close"
                aria-label=move || state.text().close
                on:click=move |_| close(state)
            >
                <Icon shape=Shape::Close />
            </button>
        </section>
    }
}
