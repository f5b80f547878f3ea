//! The library from top to bottom.

use leptos::prelude::*;
use web_sys::DragEvent;

use super::TITLE_ID;
use super::card::Card;
use super::deleted::DeletedList;
use super::examples::Examples;
use super::files::open_files;
use super::said::SaidLines;
use super::shelf::{Shelf, follow_other_tabs};
use crate::library::Order;
use crate::text;
use crate::ui::browser;
use crate::ui::data::FIRST_NAMES;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::AppState;

/// So many stored characters a browser gives a page, about.
const SPACE: usize = 5_000_000;
/// The id of the field that takes files.
const FILES: &str = "library-files";

/// The library.
#[component]
pub fn Library() -> impl IntoView {
    let state = expect_context::<AppState>();
    let shelf = Shelf::new(state);
    provide_context(shelf);
    follow_other_tabs(state);
    // Counts, because the pointer enters a part before it leaves the one around it.
    let over = RwSignal::new(0_i32);
    let takes = |event: &DragEvent| {
        let types = event.data_transfer().map(|data| data.types());
        types.is_some_and(|types| types.includes(&"Files".into(), 0))
    };
    let drop = move |event: DragEvent| {
        over.set(0);
        if let Some(files) = event.data_transfer().and_then(|data| data.files())
            && files.length() > 0
        {
            event.prevent_default();
            open_files(shelf, files);
        }
    };
    view! {
        <main
            class="library"
            data-drop=move || (over.get() > 0).then_some("")
            on:dragenter=move |event| if takes(&event) { over.update(|over| *over += 1) }
            on:dragleave=move |event| if takes(&event) { over.update(|over| *over -= 1) }
            on:dragover=move |event| if takes(&event) { event.prevent_default() }
            on:drop=drop
        >
            <h2 class="library__title" id=TITLE_ID tabindex="-1">{move || state.text().library.title}</h2>
            <Beginnings />
            <SaidLines />
            <Own />
            <DeletedList />
            <Examples />
        </main>
    }
}

/// The skip link of this part of the page.
#[component]
pub fn SkipToList() -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <a
            class="skip"
            href=format!("#{TITLE_ID}")
            on:click=move |event| {
                // The address bar says which part of the page this is.
                event.prevent_default();
                browser::focus(TITLE_ID);
            }
        >
            {move || state.text().library.skip}
        </a>
    }
}

/// The ways to another scenario.
#[component]
fn Beginnings() -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let begin = move |_| {
        if state.begin() {
            request_animation_frame(|| browser::focus(FIRST_NAMES));
        }
    };
    view! {
        <div class="library__begin">
            <button type="button" class="button" on:click=begin>
                <Icon shape=Shape::Plus />
                {move || state.text().data.new_scenario}
            </button>
            // A button that opens the field: a field of files alone cannot be dressed in both languages.
            <button type="button" class="button" on:click=move |_| browser::press(FILES)>
                {move || state.text().library.open_file}
            </button>
            <input
                id=FILES
                type="file"
                accept=".json,application/json"
                multiple
                hidden
                on:change:target=move |event| {
                    if let Some(files) = event.target().files() {
                        open_files(shelf, files);
                    }
                    // The same file can be chosen again.
                    event.target().set_value("");
                }
            />
            <p class="library__hint library__hint--drop">{move || state.text().library.drop_files}</p>
        </div>
    }
}

/// The reader's own scenarios.
#[component]
fn Own() -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let found = shelf.found();
    let words = move || state.text().library;
    let nothing = move || {
        if shelf.is_empty() {
            Some(words().nothing)
        } else {
            found.with(Vec::is_empty).then(|| words().none_found)
        }
    };
    let space = move || {
        let language = state.language.get();
        let size = |characters| text::kilobytes(characters, language);
        (words().space)(&size(shelf.characters.get()), &size(SPACE))
    };
    view! {
        <section class="library__own" aria-labelledby="library-own">
            <div class="library__head">
                <h3 class="library__heading" id="library-own">{move || state.text().my_scenarios}</h3>
                <Show when=move || !shelf.is_empty()>
                    <ListTools />
                </Show>
            </div>
            <ul class="scenarios">
                <For each=move || found.get() key=Clone::clone let:id>
                    <Card id />
                </For>
            </ul>
            {move || nothing().map(|words| view! { <p class="library__nothing">{words}</p> })}
            <p class="library__space">
                {move || (words().count)(found.with(Vec::len))} " · " {space}
            </p>
        </section>
    }
}

/// Search and order.
#[component]
fn ListTools() -> impl IntoView {
    let shelf: Shelf = expect_context();
    let words = move || shelf.state.text().library;
    let option = move |order: Order| {
        view! {
            <option value=format!("{order:?}") prop:selected=move || shelf.order.get() == order>
                {move || (words().order_name)(order)}
            </option>
        }
    };
    let choose = move |chosen: String| {
        let order = Order::ALL.into_iter().find(|order| format!("{order:?}") == chosen);
        shelf.order.set(order.unwrap_or_default());
    };
    view! {
        <label class="field--inline library__search">
            <span class="field__label">{move || words().search}</span>
            <input
                type="search"
                autocomplete="off"
                data-unfinished=move || shelf.searched.with(|searched| !searched.is_empty()).then_some("")
                prop:value=move || shelf.searched.get()
                on:input:target=move |event| shelf.searched.set(event.target().value())
            />
        </label>
        <label class="field--inline">
            <span class="field__label">{move || words().order}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                {Order::ALL.map(option).collect_view()}
            </select>
        </label>
    }
}
