//! The buttons at the end of the target strip, and what they unfold below it.

use leptos::prelude::*;

use super::plans::Plans;
use super::road_map::RoadMapPanel;
use crate::text;
use crate::ui::state::AppState;

/// What is unfolded below the target strip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfolded {
    /// Every issuer's plan.
    Plans,
    /// The years to a goal.
    RoadMap,
}

/// The id of what is unfolded.
const ID: &str = "target-details";

/// The buttons.
#[component]
pub fn DetailsButtons(unfolded: RwSignal<Option<Unfolded>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let plans = state.follow_province_words(|node, scenario, _| {
        scenario.targets.iter().filter(|target| target.slot == node.slot).count()
    });
    let road_map = state.follow_province_words(|node, scenario, language| {
        let words = text::text(language).targets.road_map;
        match scenario.road_map(node.slot.indicator) {
            Some(road_map) => (words.between)(road_map.from, road_map.to),
            None => words.none.to_owned(),
        }
    });
    let button = move |which: Unfolded, words: Signal<String>| {
        let is_open = move || unfolded.get() == Some(which);
        view! {
            <button
                type="button"
                class="button target__unfold"
                aria-expanded=move || is_open().to_string()
                aria-controls=move || is_open().then_some(ID)
                on:click=move |_| unfolded.update(|now| *now = (*now != Some(which)).then_some(which))
            >
                {words}
            </button>
        }
    };
    view! {
        <div class="target__buttons">
            {button(Unfolded::Plans, Signal::derive(move || (state.text().targets.plans)(plans.get())))}
            {button(Unfolded::RoadMap, road_map.into())}
        </div>
    }
}

/// What is unfolded, if anything is.
#[component]
pub fn Details(unfolded: RwSignal<Option<Unfolded>>) -> impl IntoView {
    view! {
        {move || unfolded.get().map(|which| view! {
            <div class="target-details" id=ID>
                {match which {
                    Unfolded::Plans => view! { <Plans /> }.into_any(),
                    Unfolded::RoadMap => view! { <RoadMapPanel /> }.into_any(),
                }}
            </div>
        })}
    }
}
