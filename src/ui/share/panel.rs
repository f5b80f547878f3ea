//! The panel: the link to copy, what it holds and where it goes; the file where the link is too long.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::address::Location;
use crate::save;
use crate::text;
use crate::ui::browser;
use crate::ui::library::take_file;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::AppState;

const TITLE_ID: &str = "share-title";
const LINK_ID: &str = "share-link";

/// What came of the last press of the button.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Copied {
    NotYet,
    Done,
    /// The browser keeps its clipboard to itself: the link is shown, to be copied by hand.
    Refused,
}

/// The panel below its button.
#[component]
pub fn SharePanel(id: &'static str, close: Callback<()>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = move || state.text().share;
    // Made while the panel is open only: it takes as long as a save.
    let link = state.follow(|scenario| {
        let document = save::to_link(scenario).unwrap_or_default();
        format!("{}{}", browser::page_address(), Location::shared(document))
    });
    let length = move || link.with(String::len);
    let copied = RwSignal::new(Copied::NotYet);
    Effect::new(move |_| {
        // Another document, another link: what was copied is not this one.
        link.track();
        copied.set(Copied::NotYet);
    });
    Effect::new(|_| browser::focus(TITLE_ID));
    let copy = move |_| {
        browser::copy_then(&link.get_untracked(), move |done| {
            copied.set(if done { Copied::Done } else { Copied::Refused });
            if done {
                state.spoken.set(text::text(state.language.get_untracked()).share.copied.to_owned());
            }
        });
    };
    let file = move |_| {
        let id = state.with_draft(|draft| draft.scenario().id.clone());
        take_file(state, &id);
    };
    let escape = move |event: KeyboardEvent| {
        if event.key() == "Escape" && !event.is_composing() {
            event.prevent_default();
            close.run(());
        }
    };
    view! {
        <section class="share__panel" id=id aria-labelledby=TITLE_ID on:keydown=escape>
            <div class="share__head">
                <h2 class="share__title" id=TITLE_ID tabindex="-1">{move || words().title}</h2>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || state.text().close
                    on:click=move |_| close.run(())
                >
                    <Icon shape=Shape::Close />
                </button>
            </div>
            <p>{move || words().holds}</p>
            {move || text::link_too_long(length(), state.language.get()).map(|warning| view! {
                <p class="share__warning"><Icon shape=Shape::Warning /><span>{warning}</span></p>
                <button type="button" class="button button--main" on:click=file>{words().file}</button>
            })}
            <button type="button" class="button" class:button--main=move || is_short(length()) on:click=copy>
                {move || (words().copy)(length())}
            </button>
            <p class="share__done" data-status="ok">
                {move || (copied.get() == Copied::Done).then(|| view! { <Icon shape=Shape::Check /> {words().copied} })}
            </p>
            <Show when=move || copied.get() == Copied::Refused>
                <p class="share__warning"><Icon shape=Shape::Warning /><span>{move || words().by_hand}</span></p>
                <input id=LINK_ID readonly aria-label=move || words().link prop:value=link />
            </Show>
            <p class="share__privacy"><Icon shape=Shape::Lock /><span>{move || words().privacy}</span></p>
        </section>
    }
}

fn is_short(characters: usize) -> bool {
    characters <= text::MOST_CHARACTERS
}
