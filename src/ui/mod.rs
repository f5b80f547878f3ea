//! The page: the only folder that knows the browser.
//!
//! `state` holds the one draft and what follows from it; `keep` writes it to storage and reads it back;
//! `offline` keeps the page itself for days without a network; `library` lists the scenarios;
//! `share` hands a scenario on by a link, and `state/link` opens one;
//! `lens` arranges `grid`, `data`, `chart` and `parts` into what the user sees, `drawers` lie over any lens. Nothing is computed here that `calc`,
//! `layout` or `text` could answer.

mod access;
mod app;
mod back;
mod browser;
mod chart;
mod compare;
mod data;
mod drawers;
mod grid;
mod keep;
mod keep_list;
mod lens;
mod library;
mod offline;
mod parts;
mod place;
mod settings;
mod share;
mod state;
mod storage;
mod tabs;

/// Replaces the static example in `#app` by the live page.
pub fn start() {
    console_error_panic_hook::set_once();
    let Some(place) = browser::element("app") else { return };
    place.set_inner_html("");
    leptos::mount::mount_to(place, app::App).forget();
}
