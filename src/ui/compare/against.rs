//! So với: another scenario laid beside the table, as a difference in each row and a second mark.

use leptos::prelude::*;

use super::beside::difference;
use super::others;
use crate::address::Lens;
use crate::calc::Row;
use crate::model::ScenarioId;
use crate::ui::state::AppState;

/// Chooses the scenario, or none.
#[component]
pub fn Against() -> impl IntoView {
    let state = expect_context::<AppState>();
    let current = state.follow(|scenario| scenario.id.clone());
    let offered = Memo::new(move |_| {
        // A save changes the list.
        state.saved.track();
        current.with(|id| others::offered(id, state.text()))
    });
    let files = move || {
        let files = state.beside.files.get().into_iter();
        files.map(|file| (file.id, file.name)).collect::<others::Named>()
    };
    let chosen = Memo::new(move |_| state.beside.now().against);
    let choose = move |id: String| {
        state.beside.change(|compared| compared.against = (!id.is_empty()).then_some(ScenarioId(id)));
    };
    let option = move |(id, name): (ScenarioId, String)| {
        let this = id.clone();
        let selected = move || chosen.with(|chosen| chosen.as_ref() == Some(&this));
        view! { <option value=id.0 prop:selected=selected>{name}</option> }
    };
    view! {
        <Show when=move || state.lens.get() == Lens::Allocate>
            <label class="field field--inline against">
                <span class="field__label">{move || state.text().compare.against}</span>
                <select on:change:target=move |event| choose(event.target().value())>
                    <option value="" prop:selected=move || chosen.with(Option::is_none)>
                        {move || state.text().compare.nobody}
                    </option>
                    <optgroup label=move || state.text().examples>
                        {move || offered.get().0.into_iter().map(option).collect_view()}
                    </optgroup>
                    <optgroup label=move || state.text().my_scenarios>
                        {move || offered.get().1.into_iter().chain(files()).map(option).collect_view()}
                    </optgroup>
                </select>
            </label>
        </Show>
    }
}

/// In the inspector: what the selected row is given in the other scenario.
#[component]
pub fn TheirNumber() -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = Memo::new(move |_| {
        let name = state.beside.name().filter(|_| state.lens.get() == Lens::Allocate)?;
        let row = state.selected.get().row;
        let here = state.read_plans(|plan| match row {
            Row::Unit(unit) => plan.line(unit).map(|(_, line)| line.standing()).unwrap_or_default(),
            Row::Total => plan.province().total,
        });
        let there = state.beside.standing(row);
        let (text, language) = (state.text().compare, state.language.get());
        Some(match there.and_then(|there| Some((there.given?, difference(here, there)?))) {
            Some((given, by)) => (text.there)(&name, &language.people(given), &language.signed(by)),
            None => (text.not_there)(&name),
        })
    });
    view! { {move || words.get().map(|words| view! { <p class="inspector__beside">{words}</p> })} }
}
