//! What is shared out, the rounding, and whether units may fall.

use leptos::prelude::*;

use crate::edit::Edit;
use crate::model::Rounding;
use crate::ui::state::AppState;

/// The value of the option that shares out the whole.
const WHOLE: &str = "whole";

/// The increase or the whole, where the method lets the user choose.
#[component]
pub fn SharedOut() -> impl IntoView {
    let state = expect_context::<AppState>();
    let may_choose = state.follow_plan(|node| node.method.may_share_whole());
    view! {
        <Show when=move || may_choose.get()>
            <SharedOutChoice />
        </Show>
    }
}

#[component]
fn SharedOutChoice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let in_force = state.follow_words(|node, scenario, _| {
        scenario.rule_in_force(node.slot, node.node).is_some_and(|rule| rule.whole)
    });
    let choose = move |value: String| {
        let on = value == WHOLE;
        state.dispatch(Edit::SetWhole { slot: state.slot_now(), node: state.node_now(), on });
    };
    view! {
        <select
            aria-label=move || state.text().rule.shared_out
            disabled=move || state.is_read_only()
            on:change:target=move |event| choose(event.target().value())
        >
            <option value="increase" prop:selected=move || !in_force.get()>
                {move || state.text().split_increase}
            </option>
            <option value=WHOLE prop:selected=move || in_force.get()>{move || state.text().split_whole}</option>
        </select>
    }
}

/// How parts of a person become whole people.
#[component]
pub fn RoundingChoice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let in_force = state.follow_plan(|node| node.rounding);
    let options = [(Rounding::CommonLevel, "level"), (Rounding::LargestRemainder, "remainder")];
    let choose = move |value: String| {
        if let Some(&(rounding, _)) = options.iter().find(|(_, name)| *name == value) {
            let (slot, node) = (state.slot_now(), state.node_now());
            state.dispatch(Edit::SetRounding { slot, node, rounding });
        }
    };
    view! {
        <label class="field field--inline">
            <span class="field__label">{move || state.text().rounding_label}</span>
            <select disabled=move || state.is_read_only() on:change:target=move |event| choose(event.target().value())>
                {options.map(|(rounding, name)| view! {
                    <option value=name prop:selected=move || in_force.get() == rounding>
                        {move || (state.text().rounding)(rounding)}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}

/// Whether units may fall below last year.
#[component]
pub fn NoUnitBelowLast() -> impl IntoView {
    let state = expect_context::<AppState>();
    let on = state.follow_plan(|node| node.no_unit_below_last);
    let choose = move |on: bool| {
        let (slot, node) = (state.slot_now(), state.node_now());
        state.dispatch(Edit::SetNoUnitBelowLast { slot, node, on });
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=on
                disabled=move || state.is_read_only()
                on:change:target=move |event| choose(event.target().checked())
            />
            <span>{move || state.text().no_unit_below_last}</span>
        </label>
    }
}
