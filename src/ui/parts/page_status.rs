//! What the page says about the network and about newer builds of itself, in the line of its header that says
//! what is saved: nothing on the page moves for it.

use leptos::prelude::*;

use super::{Icon, Shape};
use crate::ui::keep::Saved;
use crate::ui::offline::{Offline, Update};
use crate::ui::state::AppState;

/// There is no network, and nothing depends on it; or a newer build waits until the reader takes it.
#[component]
pub fn PageStatus() -> impl IntoView {
    let state = expect_context::<AppState>();
    let offline = expect_context::<Offline>();
    let words = move || {
        let text = state.text().offline;
        match offline.update.get() {
            _ if offline.is_offline.get() => text.offline,
            Update::Waiting => text.update,
            Update::Elsewhere => text.update_elsewhere,
            Update::None => "",
        }
    };
    let is_update = move || !offline.is_offline.get() && offline.update.get() != Update::None;
    view! {
        <span class="page-status" role="status" data-empty=move || words().is_empty().then_some("")>
            <span class="page-status__words" title=move || Some(words()).filter(|words| !words.is_empty())>{words}</span>
            <Show when=is_update>
                <button type="button" class="link" on:click=move |_| offline.use_update(state)>
                    {move || state.text().offline.use_update}
                </button>
            </Show>
        </span>
    }
}

/// The newer build was asked for while something could not be kept: it has to wait.
#[component]
pub fn UpdateRefused() -> impl IntoView {
    let state = expect_context::<AppState>();
    let offline = expect_context::<Offline>();
    let is_refused = move || offline.is_refused.get() && matches!(state.saved.get(), Saved::Not(_));
    view! {
        <div class="notices" role="status">
            <Show when=is_refused>
                <div class="notice" data-severity="warning">
                    <Icon shape=Shape::Warning />
                    <p>{move || state.text().offline.update_unsaved}</p>
                </div>
            </Show>
        </div>
    }
}
