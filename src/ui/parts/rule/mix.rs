//! The drivers of a mix with their shares, which always total 100%.

use leptos::prelude::*;

use super::prospects::follow_lacking;
use super::refusal::Refusal;
use super::share::{ShareRow, Shares, driver_key};
use crate::calc::{self, Prospects};
use crate::edit::Edit;
use crate::model::{Driver, Method, MixPart};
use crate::text;
use crate::ui::browser;
use crate::ui::state::AppState;

/// The panel; nothing unless the method is the mix.
#[component]
pub fn MixPanel(prospects: RwSignal<Prospects>, refusal: Refusal) -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_mix = state.follow_plan(|node| node.method == Method::Mix);
    view! {
        <Show when=move || is_mix.get()>
            <Mix prospects refusal />
        </Show>
    }
}

#[component]
fn Mix(prospects: RwSignal<Prospects>, refusal: Refusal) -> impl IntoView {
    let state = expect_context::<AppState>();
    let shares = Shares::new(state);
    let drivers = Memo::new(move |_| shares.mix.with(|mix| drivers_of(mix)));
    let others = state.follow_words(move |node, scenario, _| {
        let mixed = drivers.get();
        calc::drivers(scenario, node.slot).filter(|driver| !mixed.contains(driver)).collect::<Vec<_>>()
    });
    let add = move |driver: Driver| {
        let (slot, node) = (state.slot_now(), state.node_now());
        let lack = state.with_draft(|draft| calc::lack_of_driver(draft.scenario(), slot, node, driver));
        if !lack.is_none() {
            refusal.say(Method::Mix, lack);
            return;
        }
        let mix = calc::with_driver(&shares.mix.get_untracked(), driver, &shares.fixed.get_untracked());
        state.dispatch(Edit::SetMix { slot, node, mix });
        // The button that was pressed is gone; what it made is where the work goes on.
        request_animation_frame(move || browser::focus(&format!("share-{}", driver_key(driver))));
    };
    view! {
        <section class="mix" aria-label=move || state.text().rule.mix>
            <ul class="mix__rows">
                <For each=move || drivers.get() key=|driver| *driver let:driver>
                    <ShareRow driver shares prospects />
                </For>
            </ul>
            <div class="mix__foot">
                <span class="mix__total">{move || state.text().rule.total}</span>
                <span class="mix__stuck">
                    {move || shares.is_stuck().then(|| state.text().rule.nothing_moves)}
                </span>
                <span class="mix__others" role="group" aria-label=move || state.text().rule.add_driver>
                    <span aria-hidden="true">{move || state.text().rule.add_driver}</span>
                    <For each=move || others.get() key=|driver| *driver let:driver>
                        <AddDriver driver add prospects />
                    </For>
                </span>
                <span class="mix__elsewhere">{move || state.text().rule.on_a_computer}</span>
            </div>
        </section>
    }
}

/// A driver that is not in the mix.
#[component]
fn AddDriver(
    driver: Driver,
    add: impl Fn(Driver) + Copy + 'static,
    prospects: RwSignal<Prospects>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let name = state.follow_words(move |node, scenario, language| {
        text::driver_name(driver, scenario, node.last_year(), language)
    });
    let lacks = follow_lacking(state, prospects, driver);
    view! {
        <button
            type="button"
            class="button mix__add"
            id=format!("add-{}", driver_key(driver))
            data-lacks=move || lacks.with(Option::is_some).then_some("")
            on:click=move |_| add(driver)
        >
            <span>{name}</span>
            {move || lacks.get().map(|lacks| view! { <span class="method__lacks">{lacks}</span> })}
        </button>
    }
}

fn drivers_of(mix: &[MixPart]) -> Vec<Driver> {
    mix.iter().map(|part| part.driver).collect()
}
