//! One scenario of the reader's own: what it is, and what can be done to it.

use leptos::prelude::*;

use super::acts::{self, open_button};
use super::describe::Describe;
use super::files::take_file;
use super::shelf::Shelf;
use crate::library::{Content, Line};
use crate::model::ScenarioId;
use crate::text::{self, Language};
use crate::ui::browser;

/// The id of the button that changes name and remark.
pub fn describe_button(id: &ScenarioId) -> String {
    format!("describe-{}", id.0)
}

/// The card.
#[component]
pub fn Card(id: ScenarioId) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let line = shelf.line(id.clone());
    let is_described = {
        let id = id.clone();
        Memo::new(move |_| shelf.described.with(|described| described.as_ref() == Some(&id)))
    };
    let on_screen = acts::follow_on_screen(shelf.state, id.clone());
    let id = StoredValue::new(id);
    view! {
        <li class="scenario" data-present=move || on_screen.get().then_some("")>
            <Show
                when=move || is_described.get()
                fallback=move || view! { <Facts line id=id.get_value() on_screen /> }
            >
                <Describe id=id.get_value() />
            </Show>
        </li>
    }
}

#[component]
fn Facts(line: Memo<Option<Line>>, id: ScenarioId, on_screen: Memo<bool>) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let words = move || state.text().library;
    let name =
        Memo::new(move |_| line.with(|line| line.as_ref().map(|line| line.name.clone()).unwrap_or_default()));
    let can_open = Memo::new(move |_| {
        line.with(|line| line.as_ref().is_some_and(|line| matches!(line.content, Content::Known(_))))
    });
    let is_stored =
        Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(|line| line.characters > 0)));
    let told = move |tell: fn(&Line, Language) -> String| {
        let language = state.language.get();
        line.with(|line| line.as_ref().map(|line| tell(line, language)).unwrap_or_default())
    };
    let mark = move || {
        if !is_stored.get() { Some(words().not_stored) } else { on_screen.get().then(|| words().present) }
    };
    let open = {
        let id = id.clone();
        move |_| acts::open(state, &id)
    };
    view! {
        <div class="scenario__about">
            <h4 class="scenario__name">
                <button
                    type="button"
                    id=open_button(&id)
                    class="link"
                    aria-current=move || on_screen.get().then_some("true")
                    disabled=move || !can_open.get()
                    on:click=open
                >
                    {name}
                </button>
                {move || mark().map(|mark| view! { <span class="scenario__mark">{mark}</span> })}
            </h4>
            <p class="scenario__content">{move || told(content)}</p>
            <p class="scenario__note">{move || told(note)}</p>
        </div>
        <p class="scenario__times">
            <span>{move || told(written)}</span>
            <span>{move || told(file)}</span>
        </p>
        <p class="scenario__size">{move || told(size)}</p>
        <Acts id name can_open is_stored />
    }
}

fn content(line: &Line, language: Language) -> String {
    text::about(&line.content, language)
}

fn note(line: &Line, _: Language) -> String {
    line.note.clone()
}

fn written(line: &Line, language: Language) -> String {
    let at = (line.written > 0).then(|| browser::moment_of(line.written)).flatten();
    browser::today().map(|today| text::written(at, today, language)).unwrap_or_default()
}

fn file(line: &Line, language: Language) -> String {
    let taken = line.file.taken().and_then(browser::moment_of);
    browser::today().map(|today| text::file_copy(line.file, taken, today, language)).unwrap_or_default()
}

fn size(line: &Line, language: Language) -> String {
    text::kilobytes(line.characters, language)
}

/// What can be done to it; each button says to which scenario, for ears.
#[component]
fn Acts(id: ScenarioId, name: Memo<String>, can_open: Memo<bool>, is_stored: Memo<bool>) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let words = move || state.text().library;
    let act = move |what: &'static str| (words().act_on)(what, &name.get());
    let (describe_id, id) = (describe_button(&id), StoredValue::new(id));
    view! {
        <div class="scenario__acts">
            <Show when=move || can_open.get()>
                <button
                    type="button"
                    id=describe_id.clone()
                    class="button"
                    aria-label=move || act(words().describe)
                    on:click=move |_| shelf.described.set(Some(id.get_value()))
                >
                    {move || words().describe}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-label=move || act(words().duplicate)
                    on:click=move |_| id.with_value(|id| acts::duplicate(shelf, id))
                >
                    {move || words().duplicate}
                </button>
            </Show>
            <button
                type="button"
                class="button"
                aria-label=move || act(words().file)
                on:click=move |_| id.with_value(|id| take_file(state, id))
            >
                {move || words().file}
            </button>
            <Show when=move || is_stored.get()>
                <button
                    type="button"
                    class="button"
                    aria-label=move || act(words().delete)
                    on:click=move |_| acts::delete(shelf, id.get_value())
                >
                    {move || words().delete}
                </button>
            </Show>
        </div>
    }
}
