//! What the library's buttons do. Whatever takes the pressed button away puts the focus where it is of use next.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::TITLE_ID;
use super::elsewhere::is_changed_elsewhere;
use super::said::{Said, WayOn, focus_way_on};
use super::shelf::Shelf;
use crate::address::Lens;
use crate::edit::{Draft, Edit};
use crate::example;
use crate::library::free_name;
use crate::model::{Origin, Scenario, ScenarioId};
use crate::text::{self, text};
use crate::ui::keep::{self, Entry};
use crate::ui::keep_list::{self, Refused};
use crate::ui::state::AppState;
use crate::ui::{browser, grid};

/// The id of the button that opens a scenario.
pub fn open_button(id: &ScenarioId) -> String {
    format!("open-{}", id.0)
}

/// Shows a scenario in the workspace.
pub fn open(state: AppState, id: &ScenarioId) {
    if !is_on_screen(state, id) && !state.open(id) {
        return;
    }
    show_plan(state);
}

/// Leaves the library for the workspace, with the focus where keys work at once.
pub fn show_plan(state: AppState) {
    state.lens.set(Lens::Allocate);
    // The table is drawn first.
    request_animation_frame(move || {
        grid::focus_selected(state);
        request_animation_frame(browser::to_top);
    });
}

/// Whether it is the scenario on screen.
pub fn is_on_screen(state: AppState, id: &ScenarioId) -> bool {
    state.with_draft(|draft| draft.scenario().id == *id)
}

/// Whether it is the scenario on screen; follows it.
pub fn follow_on_screen(state: AppState, id: ScenarioId) -> Memo<bool> {
    state.follow(move |scenario| scenario.id == id)
}

/// Deletes a scenario so that it can come back, unless another tab is changing it. One on screen makes room for the
/// one written last, or for the first example.
pub fn delete(shelf: Shelf, id: ScenarioId) {
    spawn_local(async move {
        if is_changed_by_others(shelf, &id).await {
            say(shelf, elsewhere());
        } else {
            delete_now(shelf, &id);
        }
    });
}

/// Whether another tab is changing it; this tab may be itself, where it is on screen.
async fn is_changed_by_others(shelf: Shelf, id: &ScenarioId) -> bool {
    let is_here = is_on_screen(shelf.state, id) && !shelf.state.is_looking();
    !is_here && is_changed_elsewhere(id).await
}

fn elsewhere() -> Said {
    Said::refused(|language| text(language).library.elsewhere.to_owned())
}

fn delete_now(shelf: Shelf, id: &ScenarioId) {
    let state = shelf.state;
    let name = shelf.name(id);
    if is_on_screen(state, id) {
        let next = shelf.next_best(id).unwrap_or_else(|| example::first().id);
        if !state.open(&next) {
            return;
        }
    }
    // Only now: what was unsaved of it has just been written.
    let Some(entry) = keep::entries().into_iter().find(|entry| entry.id == *id) else { return };
    match keep_list::delete(Entry { name: name.clone(), ..entry }) {
        Ok(lost_copies) => {
            let said = Said::done(move |language| {
                let words = text(language).library;
                let copies = if lost_copies { format!(" {}", words.deleted_copies) } else { String::new() };
                format!("{}{copies}", (words.deleted)(&name))
            });
            say(shelf, said.and(WayOn::Restore(id.clone())));
            focus_way_on();
        }
        Err(trouble) => say(shelf, Said::storage(trouble)),
    }
    state.list_again();
}

/// Takes a deletion back.
pub fn restore(shelf: Shelf, id: &ScenarioId) {
    let outcome = keep_list::restore(id);
    shelf.state.list_again();
    match outcome {
        Ok(()) => {
            let name = shelf.name(id);
            say(shelf, Said::done(move |language| (text(language).library.restored)(&name)));
            shelf.searched.set(String::new());
            focus_soon(open_button(id));
        }
        Err(trouble) => say(shelf, Said::storage(trouble)),
    }
}

/// Deletes for good what was deleted before.
pub fn purge(shelf: Shelf, id: &ScenarioId, name: String) {
    let before = keep_list::characters_of_all();
    let outcome = keep_list::purge(id);
    shelf.state.list_again();
    match outcome {
        Ok(()) => {
            let less = before.saturating_sub(keep_list::characters_of_all());
            let words =
                move |language| (text(language).library.purged)(&name, &text::kilobytes(less, language));
            say(shelf, Said::done(words));
            browser::focus(TITLE_ID);
        }
        Err(trouble) => say(shelf, Said::storage(trouble)),
    }
}

/// Makes a copy of the reader's own, under a name of its own and without history.
pub fn duplicate(shelf: Shelf, id: &ScenarioId) {
    let state = shelf.state;
    let Some(scenario) = document(state, id) else { return };
    let words = text(state.language.get_untracked());
    let name = match scenario.origin {
        Origin::Example => (words.my_copy)(&scenario.name),
        Origin::Own => scenario.name.clone(),
    };
    let copy = ScenarioId(browser::new_id());
    let name = free_name(&name, &shelf.other_names(&copy));
    let outcome =
        keep_list::add(Scenario { id: copy.clone(), name: name.clone(), origin: Origin::Own, ..scenario });
    state.list_again();
    match outcome {
        Ok(()) => {
            say(shelf, Said::done(move |language| (text(language).library.duplicated)(&name)));
            shelf.searched.set(String::new());
            focus_soon(open_button(&copy));
        }
        Err(trouble) => say(shelf, Said::storage(trouble)),
    }
}

/// Gives a scenario another name and remark: one step of its own history, whether it is on screen or not. Then
/// `done` is called; where it was not done, the reason is said instead.
pub fn describe(shelf: Shelf, id: ScenarioId, name: String, note: String, done: impl FnOnce() + 'static) {
    let state = shelf.state;
    let edit = Edit::Describe { name: name.clone(), note };
    let finish = move || {
        state.list_again();
        say(shelf, Said::done(move |language| (text(language).library.described)(&name)));
        done();
    };
    if is_on_screen(state, &id) {
        if state.may_change() {
            state.dispatch(edit);
            finish();
        }
        return;
    }
    spawn_local(async move {
        let outcome = match is_changed_elsewhere(&id).await {
            true => Err(elsewhere()),
            false => keep_list::change(&id, edit).map_err(refusal),
        };
        match outcome {
            Ok(()) => finish(),
            Err(said) => say(shelf, said),
        }
    });
}

fn refusal(refused: Refused) -> Said {
    match refused {
        Refused::Storage(trouble) => Said::storage(trouble),
        Refused::Unusable => Said::refused(|language| text(language).library.unreadable.to_owned()),
    }
}

/// A scenario as it is now: on screen, an example, or kept.
pub fn document(state: AppState, id: &ScenarioId) -> Option<Scenario> {
    if is_on_screen(state, id) {
        state.close_step();
        return Some(state.with_draft(Draft::clone).scenario().clone());
    }
    let example = example::all().into_iter().find(|example| example.id == *id);
    example.or_else(|| keep_list::load(id)?.ok())
}

/// Says one thing in place of what was said before.
pub fn say(shelf: Shelf, said: Said) {
    shelf.said.set(vec![said]);
}

/// Moves the focus once the list is drawn anew.
pub fn focus_soon(id: String) {
    request_animation_frame(move || browser::focus(&id));
}
