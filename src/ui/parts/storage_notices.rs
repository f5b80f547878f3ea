//! What the storage did not do: said at once, with a way out that loses nothing.

use leptos::prelude::*;

use super::{Icon, Shape};
use crate::text::{self, Message};
use crate::ui::keep::{self, Saved};
use crate::ui::library::take_file;
use crate::ui::state::AppState;
use crate::ui::{browser, storage};

/// The notices about keeping: a refused save, texts set aside, a refused edit.
#[component]
pub fn StorageNotices() -> impl IntoView {
    let state = expect_context::<AppState>();
    let refused = move || match state.saved.get() {
        Saved::Not(trouble) => Some(text::storage_trouble(trouble, state.language.get())),
        Saved::Nothing | Saved::Soon | Saved::At(..) => None,
    };
    let file = move |_| {
        let id = state.with_draft(|draft| draft.scenario().id.clone());
        take_file(state, &id);
    };
    view! {
        <div class="notices" role="status">
            {move || refused().map(|message| view! {
                <Notice message>
                    <button type="button" class="button" on:click=file>{move || state.text().download_json}</button>
                </Notice>
            })}
            {move || state.made_room.get().map(|made| view! {
                <Notice message=text::made_room(made, state.language.get())>
                    <button type="button" class="button" on:click=file>{move || state.text().download_json}</button>
                </Notice>
            })}
            {move || state.trouble.get().map(|trouble| {
                let message = trouble.message(state.language.get());
                view! { <Notice message /> }
            })}
            <For each=move || state.aside.get() key=Clone::clone let:key>
                <AsideNotice key />
            </For>
        </div>
    }
}

/// A text that could not be read and was kept.
#[component]
fn AsideNotice(key: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    let key = StoredValue::new(key);
    let download = move |_| {
        let text = key.with_value(|key| storage::read(key)).ok().flatten();
        let name = key.with_value(|key| format!("{}.txt", key.replace('/', "-")));
        if let Some(text) = text {
            let _ = browser::download(&name, &text);
        }
    };
    let delete = move |_| {
        let _ = key.with_value(|key| storage::remove(key));
        state.aside.set(keep::aside());
        // The room this made may be what the last save lacked.
        keep::write_unsaved(state);
    };
    view! {
        {move || view! {
            <Notice message=text::kept_aside(state.language.get())>
                <button type="button" class="button" on:click=download>{state.text().download}</button>
                <button type="button" class="button" on:click=delete>{state.text().delete_aside}</button>
            </Notice>
        }}
    }
}

#[component]
fn Notice(message: Message, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    view! {
        <div class="notice" data-severity="warning">
            <Icon shape=Shape::Warning />
            <p>{message.what}" "{message.fix}</p>
            <span class="notice__buttons">{children.map(|children| children())}</span>
        </div>
    }
}
