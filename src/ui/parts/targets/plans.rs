//! Every issuer's plan of the indicator and year, and what to do where they differ.

use leptos::prelude::*;

use super::add_plan::AddPlan;
use super::plan_row::PlanRow;
use super::{plan_name, slot_now};
use crate::calc::{self, Fulfilment, check};
use crate::edit::Edit;
use crate::model::{Scenario, Scope, Slot};
use crate::text::{self, Language};
use crate::ui::state::AppState;

/// The plans.
#[component]
pub fn Plans() -> impl IntoView {
    let state = expect_context::<AppState>();
    let rows = state
        .follow_province_words(|node, scenario, _| calc::fulfilments(scenario, std::slice::from_ref(node)));
    let slot = state.follow_province(|node| node.slot);
    let places = Memo::new(move |_| {
        let of_slot = |row: &&Fulfilment| row.slot == slot.get();
        rows.with(|rows| rows.iter().filter(of_slot).map(|row| row.place).collect::<Vec<_>>())
    });
    let title = move || {
        let (text, slot) = (state.text(), slot.get());
        (text.targets.plans_of)((text.indicator_short)(slot.indicator), slot.year)
    };
    view! {
        <section class="plans" aria-labelledby="plans-title">
            <h2 class="plans__title" id="plans-title">{title}</h2>
            <div class="plans__rows" role="radiogroup" aria-label=move || state.text().targets.use_label>
                <For
                    each=move || places.get()
                    key=|place| *place
                    children=move |place| view! { <PlanRow place rows /> }
                />
            </div>
            <AddPlan />
            <Higher />
            <Elsewhere />
            <OtherYears rows />
        </section>
    }
}

/// Where a plan asks for more than the one in use: meeting it would meet all that count the same people.
#[component]
fn Higher() -> impl IntoView {
    let state = expect_context::<AppState>();
    let offer = state.follow_province_words(|node, scenario, language| {
        let place = check::highest(scenario, node.slot)?;
        let target = scenario.targets.get(place).filter(|target| !target.used)?;
        let people = calc::fulfilments(scenario, &[]).get(place)?.people.ok()?;
        (people > node.target?).then(|| {
            let words =
                (text::text(language).targets.higher)(&plan_name(target, language), &language.people(people));
            (place, words)
        })
    });
    let use_it = move |place| state.dispatch(Edit::UseTarget { slot: slot_now(state), place: Some(place) });
    view! {
        {move || offer.get().map(|(place, words)| view! {
            <p class="plans__note">
                <span>{words}</span>
                <button type="button" class="button" on:click=move |_| use_it(place)>
                    {state.text().targets.use_label}
                </button>
            </p>
        })}
    }
}

/// Where the target counts people insured elsewhere: how many they are, and where they stand.
#[component]
fn Elsewhere() -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = state.follow_province_words(|node, scenario, language| {
        let counts = scenario.target(node.slot).is_some_and(|used| used.scope == Scope::Both);
        counts.then(|| elsewhere(scenario, node.slot, node.target, language))
    });
    view! { {move || words.get().map(|words| view! { <p class="plans__note">{words}</p> })} }
}

fn elsewhere(scenario: &Scenario, slot: Slot, target: Option<u64>, language: Language) -> String {
    let text = text::text(language).targets;
    let parts = target.zip(calc::elsewhere(scenario, slot));
    match parts.and_then(|(target, elsewhere)| Some((elsewhere, target.checked_sub(elsewhere)?))) {
        Some((elsewhere, rest)) => (text.elsewhere_kept)(&language.people(elsewhere), &language.people(rest)),
        None => (text.elsewhere_unknown)(slot.year.saturating_sub(1)),
    }
}

/// The plans of the indicator for other years.
#[component]
fn OtherYears(rows: Memo<Vec<Fulfilment>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let lines = state.follow_province_words(move |node, scenario, language| {
        rows.with(|rows| {
            rows.iter()
                .filter(|row| row.slot.indicator == node.slot.indicator && row.slot.year != node.slot.year)
                .filter_map(|row| Some(text::plan_line(scenario.targets.get(row.place)?, row, language)))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <h3 class="plans__subtitle">{move || state.text().targets.other_years}</h3>
            <ul class="plans__others">
                {move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </Show>
    }
}
