//! The page from top to bottom.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::drawers::{self, Drawers};
use super::keep;
use super::lens::Workspace;
use super::library::{FileLine, Library, SkipToList};
use super::offline;
use super::parts::{Header, ReadOnlyBanner, SkipLinks, StorageNotices, UpdateRefused};
use super::state::AppState;
use super::{back, browser, grid, place, tabs};
use crate::address::Lens;

/// The page.
#[component]
pub fn App() -> impl IntoView {
    let state = AppState::start();
    provide_context(state);
    drawers::provide(state);
    keep::keep_from_now_on(state);
    let back = back::follow_back(state);
    place::follow_address(state, back);
    offline::provide();
    keep::watch(state);
    tabs::follow(state);
    Effect::new(move || browser::set_root_attribute("lang", state.language.get().code()));
    Effect::new(move || {
        if let Some(theme) = state.theme.get() {
            browser::set_root_attribute("data-theme", theme.name());
        }
    });
    Effect::new(move || document().set_title(state.text().app_title));
    let keys = window_event_listener(leptos::ev::keydown, move |event| page_keys(state, &event));
    on_cleanup(move || keys.remove());
    let in_library = Memo::new(move |_| state.lens.get() == Lens::Library);
    view! {
        <Show when=move || in_library.get() fallback=|| view! { <SkipLinks /> }>
            <SkipToList />
        </Show>
        <Header />
        <ReadOnlyBanner />
        <StorageNotices />
        <UpdateRefused />
        <Show when=move || in_library.get() fallback=|| view! { <Workspace /> }>
            <Library />
        </Show>
        <Drawers />
        <footer class="page-foot">
            <p>{move || state.text().privacy}</p>
            <FileLine />
        </footer>
        <div class="spoken" aria-live="polite">{move || state.spoken.get()}</div>
    }
}

/// F8 where there is a table; Ctrl+Z, Ctrl+Y and Ctrl+Shift+Z but where text is being typed that is not yet a change.
fn page_keys(state: AppState, event: &KeyboardEvent) {
    let control = event.ctrl_key() || event.meta_key();
    let has_table = state.lens.get_untracked().has_table();
    if event.key() == "F8" && has_table && !event.is_composing() && !control && !event.alt_key() {
        grid::next_mismatch(state, event.shift_key());
        event.prevent_default();
        return;
    }
    if !control
        || event.alt_key()
        || event.is_composing()
        || event.key_code() == 229
        || is_unfinished_text(event)
    {
        return;
    }
    match (event.key().to_lowercase().as_str(), event.shift_key()) {
        ("z", false) => state.undo(),
        ("y", false) | ("z", true) => state.redo(),
        _ => return,
    }
    event.prevent_default();
}

/// The field says so itself: its text has not become a change, so the browser's own undo is meant.
fn is_unfinished_text(event: &KeyboardEvent) -> bool {
    use wasm_bindgen::JsCast as _;
    let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    target.is_some_and(|target| target.has_attribute("data-unfinished"))
}
