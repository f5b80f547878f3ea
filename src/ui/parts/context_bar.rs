//! The context: which indicator and year, over how many units, and where the figures come from.

use leptos::prelude::*;

use super::SlotMenu;
use crate::model::Slot;
use crate::text;
use crate::ui::compare::Against;
use crate::ui::state::AppState;

/// The context bar.
#[component]
pub fn ContextBar() -> impl IntoView {
    let state = expect_context::<AppState>();
    let place = state.follow_words(|node, scenario, language| {
        let text = text::text(language);
        let kind = node.units.first().and_then(|line| scenario.unit(line.unit)).map(|unit| unit.kind);
        let name = text::unit_name(scenario, node.node, language);
        (name, kind.map(|kind| (text.units_of_kind)(node.units.len(), kind)).unwrap_or_default())
    });
    let example = state.follow_words(|_, scenario, language| text::example_line(scenario, language));
    view! {
        <div class="context">
            <SlotFields />
            <SlotMenu />
            <span class="context__place">
                <span lang="vi">{move || place.get().0}</span>
                {move || place.with(|(_, units)| (!units.is_empty()).then(|| format!(" · {units}")))}
            </span>
            <Against />
            <span class="context__example">{example}</span>
            <Sources />
        </div>
    }
}

/// Indicator and year: a choice where there is one, else plain words.
#[component]
fn SlotFields() -> impl IntoView {
    let state = expect_context::<AppState>();
    let slots = state.follow(|scenario| scenario.slots().collect::<Vec<_>>());
    let now = state.follow_plan(|node| node.slot);
    let choose = move |place: usize| {
        if let Some(slot) = slots.get_untracked().get(place) {
            state.show(*slot);
        }
    };
    let name = move |slot: Slot| {
        let text = state.text();
        format!("{} {}", (text.indicator)(slot.indicator), slot.year)
    };
    view! {
        {move || if slots.with(Vec::len) > 1 {
            view! {
                <label class="field field--inline">
                    <span class="field__label">{state.text().indicator_label}</span>
                    <select on:change:target=move |event| {
                        if let Ok(place) = event.target().value().parse() { choose(place) }
                    }>
                        {slots.get().into_iter().enumerate().map(|(place, slot)| view! {
                            <option value=place.to_string() prop:selected=move || now.get() == slot>
                                {name(slot)}
                            </option>
                        }).collect_view()}
                    </select>
                </label>
            }.into_any()
        } else {
            view! { <strong class="context__indicator">{name(now.get())}</strong> }.into_any()
        }}
    }
}

/// Every column with its provenance and source.
#[component]
fn Sources() -> impl IntoView {
    let state = expect_context::<AppState>();
    let lines = state.follow_words(|_, scenario, language| {
        let columns = (scenario.facts.iter()).map(|column| text::column_line(column, scenario, language));
        let targets = (scenario.targets.iter()).map(|target| text::target_line(target, language));
        let note = (!scenario.note.is_empty()).then(|| scenario.note.clone());
        columns.chain(targets).chain(note).collect::<Vec<_>>()
    });
    view! {
        <details class="sources">
            <summary>{move || state.text().sources}</summary>
            <ul class="sources__list">
                {move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </details>
    }
}
