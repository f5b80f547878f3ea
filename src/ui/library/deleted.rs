//! What was deleted and is still here.

use leptos::prelude::*;

use super::acts;
use super::shelf::Shelf;
use crate::text;
use crate::ui::keep_list::Deleted;

/// The list; nothing where nothing was deleted.
#[component]
pub fn DeletedList() -> impl IntoView {
    let shelf: Shelf = expect_context();
    let words = move || shelf.state.text().library;
    view! {
        <Show when=move || shelf.deleted.with(|deleted| !deleted.is_empty())>
            <section class="library__deleted" aria-labelledby="library-deleted">
                <h3 class="library__heading" id="library-deleted">{move || words().deleted_title}</h3>
                <p class="library__hint">{move || words().deleted_kept}</p>
                <ul class="scenarios">
                    <For
                        each=move || shelf.deleted.get()
                        key=|(note, characters)| (note.entry.id.clone(), note.deleted, *characters)
                        let:item
                    >
                        <DeletedLine note=item.0 characters=item.1 />
                    </For>
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn DeletedLine(note: Deleted, characters: usize) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let words = move || state.text().library;
    let name = StoredValue::new(note.entry.name.clone());
    let id = StoredValue::new(note.entry.id);
    let act = move |what: &'static str| name.with_value(|name| (words().act_on)(what, name));
    let size = move || text::kilobytes(characters, state.language.get());
    view! {
        <li class="scenario">
            <p class="scenario__about">{note.entry.name}</p>
            <p class="scenario__size">{size}</p>
            <div class="scenario__acts">
                <button
                    type="button"
                    class="button"
                    aria-label=move || act(words().restore)
                    on:click=move |_| id.with_value(|id| acts::restore(shelf, id))
                >
                    {move || words().restore}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=move || act(words().purge)
                    on:click=move |_| id.with_value(|id| acts::purge(shelf, id, name.get_value()))
                >
                    {move || words().purge}
                </button>
            </div>
        </li>
    }
}
