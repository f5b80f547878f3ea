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
    view! {
        <main class="allocate">
            <ContextBar />
            <p class="verdict">{verdict}</p>
            <div class="allocate__pinned">
                <TargetStrip />
                <ReconciliationBar />
            </div>
            <Problems />
            <div class="workspace">
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
