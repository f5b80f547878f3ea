//! So sánh: up to four scenarios, what differs in them, and what comes of it.

use leptos::prelude::*;

use super::chooser::{Chooser, MOST};
use super::differences::Differences;
use super::headlines::Headlines;
use super::others;
use super::units::Units;
use crate::calc::compare::{Comparison, side_by_side};
use crate::text;
use crate::ui::grid::TABLE_ID;
use crate::ui::state::AppState;

/// What the parts of the lens share: the comparison, where something is chosen.
pub type Compared = Memo<Option<Comparison>>;

/// The lens.
#[component]
pub fn CompareLens() -> impl IntoView {
    let state = expect_context::<AppState>();
    let chosen = Memo::new(move |_| state.beside.now().chosen);
    let others = Memo::new(move |_| {
        state.beside.files.with(|files| {
            chosen.with(|chosen| {
                chosen.iter().filter_map(|id| others::read(id, files).ok()).take(MOST).collect::<Vec<_>>()
            })
        })
    });
    let comparison: Compared = Memo::new(move |_| {
        let others = others.get();
        let base = || state.read_scenario(Clone::clone);
        (!others.is_empty()).then(|| Comparison::new(base(), others))
    });
    let name = state.follow(|scenario| scenario.name.clone());
    let is_chosen = move || comparison.with(Option::is_some);
    view! {
        <section class="compare" id=TABLE_ID tabindex="-1" aria-labelledby="compare-title">
            <h2 class="compare__title" id="compare-title">
                {move || name.with(|name| (state.text().compare.title)(name))}
            </h2>
            <Chooser comparison />
            <Show when=is_chosen fallback=Empty>
                <Verdicts comparison />
                <Differences comparison />
                <Headlines comparison />
                <Units comparison />
            </Show>
        </section>
    }
}

/// Nothing is chosen: what would be here, and the way to a second scenario.
#[component]
fn Empty() -> impl IntoView {
    let state = expect_context::<AppState>();
    let duplicate = move |_| {
        state.duplicate();
    };
    view! {
        <div class="compare__empty">
            <p>{move || state.text().compare.nothing_chosen}</p>
            <button type="button" class="button" on:click=duplicate>
                {move || state.text().compare.duplicate}
            </button>
        </div>
    }
}

/// What differs, a sentence for each of the others; and the units that only one of them has.
#[component]
fn Verdicts(comparison: Compared) -> impl IntoView {
    let state = expect_context::<AppState>();
    let sentences = Memo::new(move |_| {
        let language = state.language.get();
        let slot = state.read_plans(|plan| plan.province().slot);
        comparison.with(|comparison| {
            let Some(comparison) = comparison else { return Vec::new() };
            let (differences, rows) = (comparison.differences(), side_by_side(comparison, slot));
            (1..comparison.scenarios().len())
                .map(|place| text::compare_verdict(place, &differences, &rows, comparison, language))
                .collect::<Vec<_>>()
        })
    });
    view! {
        <div class="compare__verdicts">
            {move || sentences.get().into_iter().map(|sentence| view! { <p class="verdict">{sentence}</p> }).collect_view()}
        </div>
    }
}
