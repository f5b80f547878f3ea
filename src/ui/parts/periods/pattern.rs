//! Quarters or months, and how the year's change is laid over them.

use std::sync::Arc;

use leptos::prelude::*;

use super::super::TypedField;
use super::super::typed_field::Refusal;
use super::rule;
use crate::calc::period::PeriodError;
use crate::edit::{Edit, at_own_rule};
use crate::model::{PeriodRule, Periods, Shape};
use crate::text;
use crate::ui::state::AppState;

/// The fields of the weights, one per period.
const WEIGHTS: [&str; 12] = [
    "period-weight-1",
    "period-weight-2",
    "period-weight-3",
    "period-weight-4",
    "period-weight-5",
    "period-weight-6",
    "period-weight-7",
    "period-weight-8",
    "period-weight-9",
    "period-weight-10",
    "period-weight-11",
    "period-weight-12",
];

/// What every period weighs when weights of one's own are first chosen.
const FIRST_WEIGHT: u32 = 10;

/// The choice of the pattern.
#[component]
pub fn Pattern() -> impl IntoView {
    let state = expect_context::<AppState>();
    let in_force = state.follow_words(|node, scenario, _| rule(node, scenario));
    let is_custom = Memo::new(move |_| in_force.with(|rule| matches!(rule.shape, Shape::Custom(_))));
    let last_year = state.follow_plan(crate::calc::NodePlan::last_year);
    let choose = move |custom: bool| {
        let periods = in_force.with_untracked(|rule| rule.periods);
        let shape = if custom { Shape::Custom(vec![FIRST_WEIGHT; periods.count()]) } else { Shape::Equal };
        set(state, &PeriodRule { periods, shape });
    };
    view! {
        <div class="periods__pattern">
            <fieldset class="periods__choice" disabled=move || state.is_read_only()>
                <legend>{move || state.text().periods.periods_label}</legend>
                {Periods::ALL.map(|periods| view! {
                    <label class="check">
                        <input
                            type="radio"
                            name="periods"
                            prop:checked=move || in_force.with(|rule| rule.periods == periods)
                            on:change=move |_| set(state, &in_force.get_untracked().divided_by(periods))
                        />
                        <span>{move || (state.text().periods.periods)(periods)}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <fieldset class="periods__choice" disabled=move || state.is_read_only() aria-describedby="periods-like-last-year">
                <legend>{move || state.text().periods.shape_label}</legend>
                {[false, true].map(|custom| view! {
                    <label class="check">
                        <input
                            type="radio"
                            name="period-shape"
                            prop:checked=move || is_custom.get() == custom
                            on:change=move |_| choose(custom)
                        />
                        <span>{move || {
                            let labels = state.text().periods;
                            if custom { labels.custom } else { labels.equal }
                        }}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <p class="periods__hint" id="periods-like-last-year">
                {move || (state.text().periods.like_last_year)(last_year.get())}
            </p>
            <Show when=move || is_custom.get()>
                <Weights in_force />
            </Show>
        </div>
    }
}

/// One field per period, and what they total.
#[component]
fn Weights(in_force: Memo<PeriodRule>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let periods = Memo::new(move |_| in_force.with(|rule| rule.periods));
    let sum = Memo::new(move |_| {
        let sum: u64 = in_force.with(|rule| rule.weights().into_iter().map(u64::from).sum());
        (state.text().periods.weights_sum)(&state.language.get().people(sum))
    });
    view! {
        <div class="periods__weights" role="group" aria-label=move || state.text().periods.weights>
            {move || {
                let periods = periods.get();
                WEIGHTS
                    .into_iter()
                    .take(periods.count())
                    .enumerate()
                    .map(|(place, id)| view! { <WeightField in_force periods place id /> })
                    .collect_view()
            }}
        </div>
        <p class="periods__hint">{sum}</p>
    }
}

#[component]
fn WeightField(
    in_force: Memo<PeriodRule>,
    periods: Periods,
    place: usize,
    id: &'static str,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = Memo::new(move |_| {
        let weight = in_force.with(|rule| rule.weights().get(place).copied().unwrap_or(0));
        state.language.get().people(weight)
    });
    let label = Signal::derive(move || (state.text().periods.period)(periods, place));
    let enter = move |words: &str| {
        let refuse = |wrong| Arc::new(move |language| text::weight_error(&wrong, language)) as Refusal;
        let weight = text::parse_weight(words).map_err(refuse)?;
        let mut weights = in_force.with_untracked(PeriodRule::weights);
        if let Some(own) = weights.get_mut(place) {
            *own = weight;
        }
        let rule = PeriodRule { periods, shape: Shape::Custom(weights) };
        if !rule.has_shape() {
            return Err(Arc::new(|language| text::period_error(PeriodError::NoShape, language)) as Refusal);
        }
        set(state, &rule);
        Ok(())
    };
    view! { <TypedField id label value enter keyboard="numeric" /> }
}

fn set(state: AppState, rule: &PeriodRule) {
    let edit = Edit::SetPeriods { slot: state.slot_now(), node: state.node_now(), periods: rule.clone() };
    state.dispatch(state.with_draft(|draft| at_own_rule(edit, draft.scenario())));
}
