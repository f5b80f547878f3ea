//! Bản cất: the last good versions of the scenario on screen, each a way to open it again.

use leptos::prelude::*;

use super::frame;
use crate::model::Origin;
use crate::ui::keep::snapshots::{Snapshot, of};
use crate::ui::keep::{Saved, moment_of};
use crate::ui::state::AppState;

/// The list.
#[component]
pub fn Snapshots() -> impl IntoView {
    let state = expect_context::<AppState>();
    let open = state.follow(|scenario| (scenario.id.clone(), scenario.origin));
    let saved = Memo::new(move |_| state.saved.get());
    // Only a save adds one.
    let kept = Memo::new(move |before: Option<&Vec<Snapshot>>| match (open.get(), saved.get()) {
        ((_, Origin::Example), _) => Vec::new(),
        (_, Saved::Soon) => before.cloned().unwrap_or_default(),
        ((id, Origin::Own), _) => of(&id),
    });
    view! {
        <section class="snapshots" aria-labelledby="snapshots-title">
            <h3 class="snapshots__title" id="snapshots-title">{move || state.text().keeping.snapshots}</h3>
            <p class="drawer__note">
                {move || {
                    let text = state.text().keeping;
                    if kept.with(Vec::is_empty) { text.no_snapshots } else { text.snapshots_note }
                }}
            </p>
            <ul class="steps">
                {move || kept.get().into_iter().map(|snapshot| view! { <Line snapshot /> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Line(snapshot: Snapshot) -> impl IntoView {
    let state = expect_context::<AppState>();
    let taken = snapshot.taken;
    let moment = move || moment_of(taken, state.language.get());
    let restore = move |_| {
        state.restore(&snapshot);
        frame::focus_title();
    };
    view! {
        <li class="snapshots__line">
            <span>{moment}</span>
            <button
                type="button"
                class="button"
                aria-label=move || (state.text().keeping.restore_of)(&moment())
                on:click=restore
            >
                {move || state.text().keeping.restore}
            </button>
        </li>
    }
}
