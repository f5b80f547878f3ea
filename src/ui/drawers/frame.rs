//! What every drawer has: a heading the focus moves to, a way to close it, and a body that scrolls.

use leptos::ev::{FocusEvent, KeyboardEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::{Element, Node};

use super::{Drawer, OpenDrawer};
use crate::ui::browser;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::AppState;

const TITLE_ID: &str = "drawer-title";

/// Moves the focus to the heading: what had it is gone.
pub fn focus_title() {
    browser::focus(TITLE_ID);
}

/// A drawer around what it shows.
#[component]
pub fn Frame(drawer: Drawer, children: Children) -> impl IntoView {
    let state = expect_context::<AppState>();
    let open: OpenDrawer = expect_context();
    Effect::new(|_| focus_title());
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() && !event.default_prevented() {
            event.prevent_default();
            open.close();
        }
    };
    let leave = move |event: FocusEvent| {
        if goes_elsewhere(&event) {
            open.make_way();
        }
    };
    view! {
        <aside class="drawer" aria-labelledby=TITLE_ID on:keydown=escape on:focusout=leave>
            <div class="drawer__head">
                <h2 class="drawer__title" id=TITLE_ID tabindex="-1">{move || drawer.title(state)}</h2>
                <button
                    type="button"
                    class="icon-button drawer__close"
                    aria-label=move || state.text().close
                    on:click=move |_| open.close()
                >
                    <Icon shape=Shape::Close />
                </button>
            </div>
            <div class="drawer__body">{children()}</div>
        </aside>
    }
}

/// The focus moves to something outside the drawer: not within it, not to nowhere, not to a drawer's button.
fn goes_elsewhere(event: &FocusEvent) -> bool {
    let to = event.related_target().and_then(|target| target.dyn_into::<Element>().ok());
    let drawer = event.current_target().and_then(|target| target.dyn_into::<Node>().ok());
    let (Some(to), Some(drawer)) = (to, drawer) else { return false };
    !drawer.contains(Some(&to)) && !to.class_list().contains("drawer-button")
}
