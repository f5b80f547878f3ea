//! Giao chỉ tiêu: who gets how much, and why.

use leptos::prelude::*;

use crate::calc;
use crate::text;
use crate::ui::grid::Grid;
use crate::ui::parts::{ContextBar, Inspector, Problems, ReconciliationBar, Remarks, RuleBar, TargetStrip};
use crate::ui::state::AppState;

/// The lens.
#[component]
pub fn Allocate() -> impl IntoView {
    let state = expect_context::<AppState>();
    let verdict = state.follow_words(|node, scenario, language| {
        let level = calc::common_level(node);
        text::verdict(node, level.as_ref(), scenario, language)
    });
    // On a phone, target and method are folded away until asked for; wider pages always show them.
    let editing = RwSignal::new(false);
    let open = move || editing.get().then_some("");
    view! {
        <main class="allocate">
            <ContextBar />
            <p class="verdict">{verdict}</p>
            <div class="allocate__pinned" data-open=open>
                <TargetStrip />
                <ReconciliationBar />
            </div>
            <PhoneSummary editing />
            <Problems />
            <div class="workspace" data-open=open>
                <section class="workspace__table">
                    <RuleBar />
                    <Grid />
                    <Remarks />
                </section>
                <Inspector />
            </div>
        </main>
    }
}

/// On a phone: the method in force, and the button that unfolds target and method.
#[component]
fn PhoneSummary(editing: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let method = state.follow_plan(|node| node.method);
    view! {
        <div class="phone-summary">
            <span>{move || (state.text().method)(method.get())}</span>
            <button
                type="button"
                class="button"
                aria-expanded=move || editing.get().to_string()
                on:click=move |_| editing.update(|editing| *editing = !*editing)
            >
                {move || state.text().edit_plan}
            </button>
        </div>
    }
}
