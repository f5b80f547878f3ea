//! The drawers over the right side: the checks and the list of steps. At most one is open; the page behind stays in use.

mod checks;
mod frame;
mod history;
mod snapshots;

use leptos::prelude::*;

use self::checks::{Checked, Checks};
use self::history::History;
use crate::ui::browser;
use crate::ui::state::AppState;

/// One of the drawers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drawer {
    Checks,
    History,
}

impl Drawer {
    /// The id of the button that opens it, to which the focus goes back.
    fn button(self) -> &'static str {
        match self {
            Self::Checks => "open-checks",
            Self::History => "open-history",
        }
    }

    fn title(self, state: AppState) -> String {
        match self {
            Self::Checks => (state.text().checks.title)(expect_context::<Checked>().count()),
            Self::History => state.text().history.title.to_owned(),
        }
    }
}

/// Which drawer is open.
#[derive(Clone, Copy)]
struct OpenDrawer(RwSignal<Option<Drawer>>);

/// What buttons and drawers share, for the whole page: the buttons stand in the header, the drawers below it.
pub fn provide(state: AppState) {
    provide_context(OpenDrawer(RwSignal::new(None)));
    provide_context(Checked::follow(state));
}

impl OpenDrawer {
    /// Closes the drawer; the focus goes back to its button.
    fn close(self) {
        if let Some(drawer) = self.0.get_untracked() {
            self.0.set(None);
            browser::focus(drawer.button());
        }
    }

    /// Closes the drawer where it covers what the reader goes to.
    fn make_way(self) {
        if browser::inspector_covers() {
            self.0.set(None);
        }
    }
}

/// The buttons that open and close the drawers.
#[component]
pub fn DrawerButtons() -> impl IntoView {
    view! {
        <DrawerButton drawer=Drawer::Checks />
        <DrawerButton drawer=Drawer::History />
    }
}

#[component]
fn DrawerButton(drawer: Drawer) -> impl IntoView {
    let state = expect_context::<AppState>();
    let OpenDrawer(open) = expect_context();
    let is_open = move || open.get() == Some(drawer);
    let toggle = move |_| open.update(|open| *open = (*open != Some(drawer)).then_some(drawer));
    view! {
        <button
            type="button"
            id=drawer.button()
            class="button drawer-button"
            aria-expanded=move || is_open().to_string()
            on:click=toggle
        >
            {move || drawer.title(state)}
        </button>
    }
}

/// The drawer that is open.
#[component]
pub fn Drawers() -> impl IntoView {
    let OpenDrawer(open) = expect_context();
    move || {
        open.get().map(|drawer| match drawer {
            Drawer::Checks => view! { <Checks /> }.into_any(),
            Drawer::History => view! { <History /> }.into_any(),
        })
    }
}
