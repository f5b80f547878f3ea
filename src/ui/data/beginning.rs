//! A scenario without units: what the table needs, and the ways to fill it.

use std::sync::Arc;

use leptos::prelude::*;

use super::names_form::NamesForm;
use crate::edit::{Edit, EditError, UnitChange};
use crate::example;
use crate::model::UnitId;
use crate::text::{self, edit_error};
use crate::ui::browser;
use crate::ui::parts::{Refusal, TypedField};
use crate::ui::state::AppState;

/// The id of the field that takes the first names.
pub const FIRST_NAMES: &str = "first-names";

/// The beginning, shown in both lenses while there are no units.
#[component]
pub fn Beginning() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_empty = state.follow(|scenario| scenario.units.len() < 2);
    view! {
        <Show when=move || is_empty.get()>
            <Fill />
        </Show>
    }
}

#[component]
fn Fill() -> impl IntoView {
    let state = expect_context::<AppState>();
    let province = state.follow(|scenario| {
        scenario.root().map(|root| (root.id, root.name.clone())).unwrap_or((UnitId(0), String::new()))
    });
    let name = Memo::new(move |_| province.get().1);
    let rename = move |typed: &str| {
        if typed.trim().is_empty() {
            let refusal: Refusal = Arc::new(|language| edit_error(&EditError::EmptyName, language));
            return Err(refusal);
        }
        let change = UnitChange::name(province.get_untracked().0, typed.trim());
        state.dispatch(Edit::DescribeUnits(vec![change]));
        Ok(())
    };
    let needed = state.follow_province_words(|node, _, language| {
        let text = text::text(language);
        let indicator = (text.indicator)(node.slot.indicator);
        (text.data.needed)(indicator, (text.base_short)(node.base), node.last_year())
    });
    let waits = RwSignal::new(false);
    let words = move || state.text().data;
    view! {
        <section class="form beginning" aria-label=move || state.text().grid.no_units>
            <p class="form__title">{move || state.text().grid.no_units}</p>
            <p>{needed}</p>
            <TypedField
                id="province-name"
                label=Signal::derive(move || words().province_name.to_owned())
                value=name
                enter=rename
                keyboard="text"
            />
            <NamesForm id=FIRST_NAMES />
            <div class="form__row">
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        waits.set(true);
                        browser::focus(FIRST_NAMES);
                    }
                >
                    {move || words().paste}
                </button>
                <button type="button" class="button" on:click=move |_| { state.open(&example::first().id); }>
                    {move || words().use_example}
                </button>
                <span role="status">{move || waits.get().then(|| words().paste_now)}</span>
            </div>
            <div class="beginning__rows" aria-hidden="true"></div>
        </section>
    }
}
