//! Says that what is on screen can only be looked at, why, and the way on.

use leptos::prelude::*;

use super::{Icon, Shape};
use crate::text::{self, Why};
use crate::ui::access::Access;
use crate::ui::offline::Offline;
use crate::ui::state::AppState;
use crate::ui::{browser, storage};

/// The banner; nothing while what is on screen may be changed.
#[component]
pub fn ReadOnlyBanner() -> impl IntoView {
    let state = expect_context::<AppState>();
    let why = Memo::new(move |_| match state.access.get() {
        Access::Write => None,
        Access::ReadOnly(why) => Some(why),
    });
    // Each change that is refused lights it up anew.
    let called = move || match state.refused.get() {
        0 => None,
        odd if odd % 2 == 1 => Some("a"),
        _ => Some("b"),
    };
    view! {
        <div class="read-only-place" role="status">
            {move || why.get().map(|why| {
                let message = move || text::view_only(why, state.language.get());
                view! {
                    <div class="read-only" data-called=called>
                        <Icon shape=Shape::Note />
                        <p><strong>{move || message().what}</strong>" "{move || message().fix}</p>
                        <span class="notice__buttons"><WayOn why /></span>
                    </div>
                }
            })}
        </div>
    }
}

/// What can be done about it.
#[component]
fn WayOn(why: Why) -> impl IntoView {
    let state = expect_context::<AppState>();
    let offline = expect_context::<Offline>();
    let act = move |_| match why {
        Why::OtherTab => state.edit_here(),
        // A newer build that waits is the one that can read it.
        Why::Newer => offline.use_update(state),
        Why::Link => state.own_copy(),
    };
    let words = move || {
        let text = state.text().access;
        match why {
            Why::OtherTab => text.edit_here,
            Why::Newer => text.reload,
            Why::Link => text.own_copy,
        }
    };
    view! {
        <button type="button" class="button button--main" on:click=act>{words}</button>
        {(why == Why::Newer).then(|| view! {
            <button type="button" class="button" on:click=move |_| download_kept(state)>
                {move || state.text().download}
            </button>
        })}
    }
}

/// The stored text as it is: this page does not understand all of it.
fn download_kept(state: AppState) {
    let id = state.with_draft(|draft| draft.scenario().id.0.clone());
    if let Ok(Some(text)) = storage::read(&format!("{}{id}", storage::SCENARIO)) {
        // Where even that is refused, the text is still where it was.
        let _ = browser::download(&format!("{id}.json"), &text);
    }
}
