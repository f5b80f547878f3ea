//! The workspace: what is said and decided above, the table and its reasons below.
//!
//! Giao chỉ tiêu has target, reconciliation and rule; Số liệu has the years. The table between them is one and the
//! same, so that going from one to the other keeps selection, levels and scroll. So sánh stands in its place.

use leptos::prelude::*;

use crate::address::Lens;
use crate::calc;
use crate::text;
use crate::ui::compare::CompareLens;
use crate::ui::data::Beginning;
use crate::ui::grid::{Grid, TableTools, Years};
use crate::ui::parts::{
    ContextBar, Inspector, Periods, PeriodsButton, Problems, ReconciliationBar, Remarks, RuleBar, TargetStrip,
};
use crate::ui::state::AppState;

/// All lenses.
#[component]
pub fn Workspace() -> impl IntoView {
    let state = expect_context::<AppState>();
    // On a phone, target and method are folded away until asked for; wider pages always show them.
    let editing = RwSignal::new(false);
    let periods = RwSignal::new(false);
    let open = move || editing.get().then_some("");
    let is_plan = move || state.lens.get() == Lens::Allocate;
    let is_table = move || state.lens.get().has_table();
    view! {
        <main class="allocate">
            <ContextBar />
            <Show when=is_plan>
                <Verdict />
                <div class="allocate__pinned" data-open=open>
                    <TargetStrip />
                    <ReconciliationBar />
                </div>
                <PhoneSummary editing />
                <Problems />
            </Show>
            <Show when=is_table fallback=CompareLens>
            <div class="workspace" data-open=open>
                <section class="workspace__table">
                    <Show when=is_plan fallback=|| view! { <div class="tools"><Years /><TableTools /></div> }>
                        <RuleBar>
                            <PeriodsButton open=periods />
                            <TableTools />
                        </RuleBar>
                    </Show>
                    <Beginning />
                    <Grid />
                    <Show when=is_plan>
                        <Periods open=periods />
                        <Remarks />
                    </Show>
                </section>
                <Inspector />
            </div>
            </Show>
        </main>
    }
}

/// The answer in one sentence.
#[component]
fn Verdict() -> impl IntoView {
    let state = expect_context::<AppState>();
    let verdict = state.follow_province_words(|node, scenario, language| {
        let level = calc::common_level(node);
        text::verdict(node, level.as_ref(), scenario, language)
    });
    view! { <p class="verdict">{verdict}</p> }
}

/// On a phone: the method in force, and the button that unfolds target and method.
#[component]
fn PhoneSummary(editing: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let method =
        state.follow_words(|node, scenario, language| text::method_name(node.method, scenario, language));
    view! {
        <div class="phone-summary">
            <span>{method}</span>
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
