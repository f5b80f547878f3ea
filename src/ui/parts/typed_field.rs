//! A field whose text becomes a change on Enter or when it is left.

use std::sync::Arc;

use leptos::prelude::*;

use super::select_text::SelectText;
use crate::text::{Language, Message, ReadError, read_error};
use crate::ui::state::AppState;

/// Why what was typed made no change, to be worded in the language on screen.
pub type Refusal = Arc<dyn Fn(Language) -> Message + Send + Sync>;

/// The field. Text that makes no change stays in it, with the reason below and the old value in force;
/// Escape brings the old value back, and so does any change from elsewhere.
///
/// - `value`: what the field shows while nobody types.
/// - `enter`: makes the change, or says why not.
/// - `disabled`: nothing can be typed now.
/// - `keyboard`: the `inputmode` for a phone: `decimal` where nothing but digits and their marks is typed.
#[component]
pub fn TypedField(
    #[prop(into)] id: String,
    #[prop(into)] label: Signal<String>,
    value: Memo<String>,
    enter: impl Fn(&str) -> Result<(), Refusal> + Copy + 'static,
    keyboard: &'static str,
    #[prop(optional, into)] disabled: Signal<bool>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<Refusal>);
    let selection = SelectText::new();
    let rest = move || {
        typed.set(None);
        error.set(None);
    };
    let commit = move || {
        let Some(words) = typed.get_untracked() else { return };
        match enter(&words) {
            Ok(()) => rest(),
            Err(refusal) => error.set(Some(refusal)),
        }
    };
    on_other_value(state, value, rest);
    let (error_id, field) = (format!("{id}-error"), id.clone());
    let refusal = move || {
        error.get().map(|refusal| {
            let message = refusal(state.language.get());
            format!("{} {}", message.what, message.fix)
        })
    };
    view! {
        <div class="typed-field" data-field=field>
            <label for=id.clone()>{label}</label>
            <input
                id=id
                inputmode=keyboard
                autocomplete="off"
                disabled=disabled
                readonly=move || state.is_read_only()
                prop:value=move || typed.get().unwrap_or_else(|| value.get())
                data-unfinished=move || typed.with(Option::is_some).then_some("")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=error_id.clone()
                on:input:target=move |event| {
                    error.set(None);
                    typed.set(Some(event.target().value()));
                }
                on:focus:target=move |event| selection.focused(&event.target())
                on:mousedown:target=move |event| selection.pressed(&event.target())
                on:click:target=move |event| selection.clicked(&event.target())
                on:keydown=move |event| match event.key().as_str() {
                    _ if event.is_composing() || event.key_code() == 229 => {}
                    "Enter" if !event.alt_key() => commit(),
                    "Escape" if typed.with_untracked(Option::is_some) => {
                        event.prevent_default();
                        rest();
                    }
                    _ => {}
                }
                on:blur=move |_| commit()
            />
            <p class="pop-error" id=error_id role="alert">{refusal}</p>
        </div>
    }
}

/// Calls `act` when the document gives the field another value; the same value in the other language is none,
/// so a switch of language loses nothing that was typed.
pub fn on_other_value(state: AppState, value: Memo<String>, act: impl Fn() + 'static) {
    Effect::new(move |before: Option<(Language, String)>| {
        let now = (state.language.get(), value.get());
        if before.is_some_and(|(language, value)| language == now.0 && value != now.1) {
            act();
        }
        now
    });
}

/// The refusal of text that could not be read; `old` is the value that stays, empty where there is none.
pub fn unreadable(wrong: ReadError, old: String) -> Refusal {
    Arc::new(move |language| read_error(&wrong, Some(old.as_str()).filter(|old| !old.is_empty()), language))
}
