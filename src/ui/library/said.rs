//! What came of an act, worded in the language on screen, with the way on where there is one.

use std::sync::Arc;

use leptos::prelude::*;

use super::acts;
use super::shelf::Shelf;
use crate::model::ScenarioId;
use crate::text::{Language, StorageTrouble, storage_trouble};
use crate::ui::browser;
use crate::ui::parts::{Icon, Shape};

/// The id of the button that leads on.
const WAY_ON: &str = "library-way-on";

/// One sentence.
#[derive(Clone)]
pub struct Said {
    words: Arc<dyn Fn(Language) -> String + Send + Sync>,
    is_refusal: bool,
    way_on: Option<WayOn>,
}

/// What can be done about it.
#[derive(Clone)]
pub enum WayOn {
    /// The deletion is taken back.
    Restore(ScenarioId),
    /// The scenario is opened.
    Open(ScenarioId),
}

impl Said {
    /// Something was done.
    pub fn done(words: impl Fn(Language) -> String + Send + Sync + 'static) -> Self {
        Self { words: Arc::new(words), is_refusal: false, way_on: None }
    }

    /// Something was not done.
    pub fn refused(words: impl Fn(Language) -> String + Send + Sync + 'static) -> Self {
        Self { words: Arc::new(words), is_refusal: true, way_on: None }
    }

    /// Storage did not take it.
    pub fn storage(trouble: StorageTrouble) -> Self {
        Self::refused(move |language| {
            let message = storage_trouble(trouble, language);
            format!("{} {}", message.what, message.fix)
        })
    }

    /// Something was done, and this is the way on.
    pub fn and(self, way_on: WayOn) -> Self {
        Self { way_on: Some(way_on), ..self }
    }
}

/// The focus goes to the way on, once it is there.
pub fn focus_way_on() {
    request_animation_frame(|| browser::focus(WAY_ON));
}

/// What was said last.
#[component]
pub fn SaidLines() -> impl IntoView {
    let shelf: Shelf = expect_context();
    let line = move |said: Said| {
        let shape = if said.is_refusal { Shape::Warning } else { Shape::Check };
        let tone = if said.is_refusal { "refused" } else { "done" };
        let words = said.words;
        view! {
            <div class="said" data-tone=tone>
                <Icon shape />
                <p>{move || words(shelf.state.language.get())}</p>
                {said.way_on.map(|way_on| view! { <Button way_on /> })}
            </div>
        }
    };
    view! {
        <div class="library__said" role="status">
            {move || shelf.said.get().into_iter().map(line).collect_view()}
        </div>
    }
}

#[component]
fn Button(way_on: WayOn) -> impl IntoView {
    let shelf: Shelf = expect_context();
    let words = match way_on {
        WayOn::Restore(_) => |shelf: Shelf| shelf.state.text().library.restore,
        WayOn::Open(_) => |shelf: Shelf| shelf.state.text().library.open,
    };
    let act = move |_| match &way_on {
        WayOn::Restore(id) => acts::restore(shelf, id),
        WayOn::Open(id) => acts::open(shelf.state, id),
    };
    view! {
        <button type="button" class="button" id=WAY_ON on:click=act>{move || words(shelf)}</button>
    }
}
