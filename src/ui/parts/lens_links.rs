//! The lenses as links: each has an address of its own, so they open in a tab and Back works.

use leptos::prelude::*;

use crate::address::{Address, Lens, Location};
use crate::ui::state::AppState;

/// The links to the lenses; selection and indicator carry across.
#[component]
pub fn LensLinks() -> impl IntoView {
    let state = expect_context::<AppState>();
    let link = move |lens: Lens| {
        let address = move || {
            let here = state.location();
            Location { place: Address { lens, year: None, ..here.place }, ..here }.to_string()
        };
        view! {
            <a
                class="lenses__link"
                href=address
                aria-current=move || (state.lens.get() == lens).then_some("page")
            >
                {move || (state.text().grid.lens)(lens)}
            </a>
        }
    };
    view! {
        <nav class="lenses" aria-label=move || state.text().grid.lenses>
            {Lens::ALL.map(link).collect_view()}
        </nav>
    }
}
