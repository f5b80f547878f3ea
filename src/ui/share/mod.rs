//! Handing a scenario on: a button in the header, and the small panel it opens. The page behind stays in use.

mod panel;

use leptos::prelude::*;

use self::panel::SharePanel;
use crate::ui::browser;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::AppState;

const BUTTON_ID: &str = "open-share";
const PANEL_ID: &str = "share";

/// The button with its panel.
#[component]
pub fn Share() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_open = RwSignal::new(false);
    let close = move || {
        is_open.set(false);
        browser::focus(BUTTON_ID);
    };
    view! {
        <div class="share">
            <button
                type="button"
                id=BUTTON_ID
                class="button share__button"
                title=move || state.text().share.title
                aria-expanded=move || is_open.get().to_string()
                aria-controls=move || is_open.get().then_some(PANEL_ID)
                on:click=move |_| is_open.update(|open| *open = !*open)
            >
                <Icon shape=Shape::Share />
                <span>{move || state.text().share.title}</span>
            </button>
            <Show when=move || is_open.get()>
                <SharePanel id=PANEL_ID close=Callback::new(move |()| close()) />
            </Show>
        </div>
    }
}
