//! The built-in examples: to look at, or to begin from.

use leptos::prelude::*;

use super::acts::{self, open_button};
use super::shelf::Shelf;
use crate::example;
use crate::library::{About, Content};
use crate::model::Scenario;
use crate::text;

/// The list of examples.
#[component]
pub fn Examples() -> impl IntoView {
    let shelf: Shelf = expect_context();
    view! {
        <section class="library__examples" aria-labelledby="library-examples">
            <h3 class="library__heading" id="library-examples">{move || shelf.state.text().examples}</h3>
            <ul class="scenarios">
                {example::all().into_iter().map(|example| view! { <Example example /> }).collect_view()}
            </ul>
        </section>
    }
}

#[component]
fn Example(example: Scenario) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let state = shelf.state;
    let words = move || state.text().library;
    let content = Content::Known(About::of(&example));
    let on_screen = acts::follow_on_screen(state, example.id.clone());
    let mark = move || on_screen.get().then(|| words().present);
    let button = open_button(&example.id);
    let id = StoredValue::new(example.id);
    let name = StoredValue::new(example.name.clone());
    let copy_name = move || name.with_value(|name| (words().act_on)(words().copy_example, name));
    view! {
        <li class="scenario" data-present=move || on_screen.get().then_some("")>
            <div class="scenario__about">
                <h4 class="scenario__name">
                    <button
                        type="button"
                        id=button
                        class="link"
                        aria-current=move || on_screen.get().then_some("true")
                        on:click=move |_| id.with_value(|id| acts::open(state, id))
                    >
                        {example.name}
                    </button>
                    {move || mark().map(|mark| view! { <span class="scenario__mark">{mark}</span> })}
                </h4>
                <p class="scenario__content">{move || text::about(&content, state.language.get())}</p>
            </div>
            <div class="scenario__acts">
                <button
                    type="button"
                    class="button"
                    aria-label=copy_name
                    on:click=move |_| id.with_value(|id| acts::duplicate(shelf, id))
                >
                    {move || words().copy_example}
                </button>
            </div>
        </li>
    }
}
