//! Says that what is on screen can only be looked at, why, and the way on.

use leptos::prelude::*;

use super::{Icon, Shape};
use crate::text::{self, Why};
use crate::ui::access::Access;
use crate::ui::offline::Offline;
use crate::ui::state::AppState;
use crate::ui::{browser, grid, storage};

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

/// What can be done about it, the likeliest first.
#[component]
fn WayOn(why: Why) -> impl IntoView {
    let state = expect_context::<AppState>();
    let offline = expect_context::<Offline>();
    // Where work is not kept yet, no way on may lose it.
    let ways: &[Way] = match why {
        Why::OtherTab | Why::OtherTabUnsaved => &[Way::EditHere],
        Why::Changed => &[Way::LoadStored, Way::KeepAsNew],
        Why::NewerChanged => &[Way::KeepAsNew, Way::Download],
        Why::Newer => &[Way::Reload, Way::Download],
        Why::Link => &[Way::OwnCopy],
    };
    ways.iter()
        .enumerate()
        .map(|(place, &way)| {
            let class = if place == 0 { "button button--main" } else { "button" };
            view! {
                <button type="button" class=class on:click=move |_| way.go(state, offline)>
                    {move || way.words(state)}
                </button>
            }
        })
        .collect_view()
}

/// A way on from a scenario that can only be looked at.
#[derive(Clone, Copy)]
enum Way {
    EditHere,
    LoadStored,
    KeepAsNew,
    OwnCopy,
    Reload,
    Download,
}

impl Way {
    fn words(self, state: AppState) -> &'static str {
        let text = state.text();
        match self {
            Self::EditHere => text.access.edit_here,
            Self::LoadStored => text.access.load_stored,
            Self::KeepAsNew => text.access.keep_as_new,
            Self::OwnCopy => text.access.own_copy,
            Self::Reload => text.access.reload,
            Self::Download => text.download,
        }
    }

    fn go(self, state: AppState, offline: Offline) {
        match self {
            Self::EditHere => state.edit_here(),
            Self::LoadStored => state.load_stored(),
            Self::KeepAsNew | Self::OwnCopy => state.own_copy(),
            // A newer build that waits is the one that can read it.
            Self::Reload => offline.use_update(state),
            Self::Download => download_kept(state),
        }
        // The button is gone once the way is gone.
        if !state.is_looking() {
            grid::focus_selected(state);
        }
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
