//! Whether the work on screen is in a file, too: a fact, said quietly while it is not.

use leptos::prelude::*;

use super::files::take_file;
use crate::library::FileCopy;
use crate::model::{Origin, ScenarioId};
use crate::text;
use crate::ui::keep::Saved;
use crate::ui::state::AppState;
use crate::ui::{browser, keep_list};

/// The line; nothing while the last file has everything, or where nothing of the reader's own is kept.
#[component]
pub fn FileLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let own = state.follow(|scenario| (scenario.origin == Origin::Own).then(|| scenario.id.clone()));
    let copy = Memo::new(move |_| {
        state.listed.track();
        let is_kept = matches!(state.saved.get(), Saved::Soon | Saved::At(..)) && !state.is_read_only();
        own.get().filter(|_| is_kept).map(|id| copy_of(&id))
    });
    let words = move || {
        let (copy, today) = (copy.get()?, browser::today()?);
        let taken = copy.taken().and_then(browser::moment_of);
        text::file_line(copy, taken, today, state.language.get())
    };
    let take = move |_| {
        let id = state.with_draft(|draft| draft.scenario().id.clone());
        take_file(state, &id);
    };
    move || {
        words().map(|words| {
            view! {
                <p class="file-line">
                    {words}
                    " "
                    <button type="button" class="link" on:click=take>
                        {move || state.text().library.file}
                    </button>
                </p>
            }
        })
    }
}

fn copy_of(id: &ScenarioId) -> FileCopy {
    FileCopy::of(keep_list::files().get(&id.0).copied(), keep_list::written(id))
}
