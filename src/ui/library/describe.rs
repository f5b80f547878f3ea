//! Name and remark of a scenario, changed in its place in the list.

use leptos::ev::{KeyboardEvent, SubmitEvent};
use leptos::prelude::*;

use super::acts::{self, focus_soon};
use super::card::describe_button;
use super::shelf::Shelf;
use crate::library::{NameFault, name_fault};
use crate::model::ScenarioId;
use crate::text;
use crate::ui::browser;

const NAME: &str = "scenario-name";
const NOTE: &str = "scenario-note";
const FAULT: &str = "scenario-name-error";
/// So long names and remarks may be typed, in characters.
const MOST_NAME: &str = "120";
const MOST_NOTE: &str = "2000";

/// The form. Enter in the name and the button *Xong* make the change, Escape leaves it.
#[component]
pub fn Describe(id: ScenarioId) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let words = move || state.text().library;
    let before = shelf.line(id.clone()).get_untracked();
    let (old_name, old_note) = before.map(|line| (line.name, line.note)).unwrap_or_default();
    let name = RwSignal::new(old_name.clone());
    let note = RwSignal::new(old_note);
    let fault = RwSignal::new(None::<NameFault>);
    let others: Vec<String> = shelf.other_names(&id).into_iter().filter(|other| *other != old_name).collect();
    let id = StoredValue::new(id);
    let leave = move || {
        shelf.described.set(None);
        focus_soon(id.with_value(describe_button));
    };
    let finish = move |event: SubmitEvent| {
        event.prevent_default();
        let typed = name.get_untracked();
        fault.set(name_fault(&typed, &others));
        if fault.get_untracked().is_some() {
            browser::focus(NAME);
            return;
        }
        let (typed, noted) = (typed.trim().to_owned(), note.get_untracked().trim().to_owned());
        acts::describe(shelf, id.get_value(), typed, noted, leave);
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            leave();
        }
    };
    let fault_words = move || {
        fault.get().map(|fault| {
            let message = text::name_fault(fault, &name.get(), state.language.get());
            format!("{} {}", message.what, message.fix)
        })
    };
    Effect::new(|_| browser::focus(NAME));
    view! {
        <form class="describe" on:submit=finish on:keydown=escape>
            <div class="field">
                <label class="field__label" for=NAME>{move || words().name}</label>
                <input
                    id=NAME
                    autocomplete="off"
                    maxlength=MOST_NAME
                    data-unfinished=""
                    aria-invalid=move || fault.with(Option::is_some).then_some("true")
                    aria-describedby=FAULT
                    prop:value=move || name.get()
                    on:input:target=move |event| {
                        fault.set(None);
                        name.set(event.target().value());
                    }
                />
                <p class="field-error" id=FAULT role="alert">{fault_words}</p>
            </div>
            <div class="field">
                <label class="field__label" for=NOTE>{move || words().note}</label>
                <textarea
                    id=NOTE
                    rows="2"
                    maxlength=MOST_NOTE
                    data-unfinished=""
                    prop:value=move || note.get()
                    on:input:target=move |event| note.set(event.target().value())
                ></textarea>
            </div>
            <div class="describe__buttons">
                <button type="submit" class="button button--main">{move || words().done}</button>
                <button type="button" class="button" on:click=move |_| leave()>
                    {move || words().cancel}
                </button>
            </div>
        </form>
    }
}
