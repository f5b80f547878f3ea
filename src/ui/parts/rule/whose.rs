//! Below the province: whose rule is in force, and the way to another.

use leptos::prelude::*;

use crate::edit::Edit;
use crate::text;
use crate::ui::state::AppState;

/// The line; nothing at the province, whose rule is always its own.
#[component]
pub fn WhoseRule() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_below = state
        .follow_words(|node, scenario, _| scenario.unit(node.node).is_some_and(|unit| unit.parent.is_some()));
    view! {
        <Show when=move || is_below.get()>
            <Whose />
        </Show>
    }
}

/// One button for both ways, so that it keeps the focus when it is pressed.
#[component]
fn Whose() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_own = state.follow_plan(|node| node.rule_of == node.node);
    let words = state.follow_words(|node, scenario, language| {
        let text = text::text(language).rule;
        let name = |unit| text::unit_name(scenario, unit, language);
        if node.rule_of == node.node {
            ((text.own)(&name(node.node)), text.inherit.to_owned())
        } else {
            ((text.inherited)(&name(node.rule_of)), (text.give_own)(&name(node.node)))
        }
    });
    let change = move |_| {
        let (slot, node) = (state.slot_now(), state.node_now());
        if is_own.get_untracked() {
            state.dispatch(Edit::Inherit { slot, node });
            return;
        }
        let inherited = state.with_draft(|draft| draft.scenario().rule_in_force(slot, node));
        if let Some(rule) = inherited {
            state.dispatch(Edit::GiveOwnRule { rule: Box::new(rule), place: None });
        }
    };
    view! {
        <p class="rule__whose">
            <span>{move || words.get().0}</span>
            <button type="button" class="button" on:click=change>{move || words.get().1}</button>
        </p>
    }
}
