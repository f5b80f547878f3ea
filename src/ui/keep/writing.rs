//! Writes what is unsaved, reads it back and says what came of it.

use leptos::prelude::*;

use super::list::write_entry;
use super::opening::set_aside;
use super::room::Room;
use super::{Saved, history, scenario_key, snapshots};
use crate::edit::Draft;
use crate::model::Scenario;
use crate::save::{self, SaveError};
use crate::text::{MadeRoom, StorageTrouble, Why};
use crate::ui::access::Access;
use crate::ui::state::AppState;
use crate::ui::{browser, storage};

/// At most this long after the first unsaved edit it is written.
const DELAY: std::time::Duration = std::time::Duration::from_millis(300);

/// Keeps the draft and the settings from now on: at most [`DELAY`] after the first unsaved edit, and at once
/// when the page is hidden.
pub fn keep_from_now_on(state: AppState) {
    let waiting = StoredValue::new(false);
    let write_now = move || {
        waiting.set_value(false);
        write_unsaved(state);
    };
    let version = state.follow_draft(Draft::clone);
    Effect::new(move |_| {
        // Read, not only tracked: a memo that nobody has read yet follows nothing.
        version.with(|_| ());
        if !state.is_unsaved() {
            // Undone, or made again, before it was written: what is stored is what is on screen.
            if state.saved.get_untracked() == Saved::Soon {
                let (hour, minute) = browser::clock();
                state.saved.set(Saved::At(hour, minute));
            }
            return;
        }
        if !matches!(state.saved.get_untracked(), Saved::Not(_)) {
            state.saved.set(Saved::Soon);
        }
        if !waiting.get_value() {
            waiting.set_value(true);
            set_timeout(write_now, DELAY);
        }
    });
    Effect::new(move |first: Option<()>| {
        let settings = state.settings();
        if first.is_some()
            && let Ok(text) = serde_json::to_string(&settings)
        {
            // A refusal is said where the scenario is written: settings alone are no work of the reader's.
            let _ = storage::write(storage::SETTINGS, &text);
        }
    });
    for event in ["pagehide", "visibilitychange"] {
        let handle = window_event_listener_untyped(event, move |_| write_now());
        on_cleanup(move || handle.remove());
    }
}

/// Why nothing was written.
enum Unwritten {
    /// The browser refused.
    Storage(StorageTrouble),
    /// Something else has been stored there in the meantime, which must not be written over.
    Other(Why),
}

impl From<StorageTrouble> for Unwritten {
    fn from(trouble: StorageTrouble) -> Self {
        Self::Storage(trouble)
    }
}

/// Writes the scenario, its history and its line in the list where they are not kept yet, and says what came
/// of it. What could not be written is tried again at the next edit, and when the page is hidden.
///
/// Whether everything of the reader's own is kept now.
pub fn write_unsaved(state: AppState) -> bool {
    if !state.has_unkept_work() {
        return true;
    }
    if !state.is_unsaved() {
        // Only to be looked at: the banner has the ways on.
        return state.may_change();
    }
    match state.with_draft(|draft| write_checked(draft, state)) {
        Ok(made) => {
            state.set_kept();
            // Once the steps fit again there is nothing left to say; snapshots that went stay gone.
            if made.is_some() || state.made_room.get_untracked() == Some(MadeRoom::History) {
                state.made_room.set(made);
            }
            let (hour, minute) = browser::clock();
            state.saved.set(Saved::At(hour, minute));
            browser::ask_to_persist();
            true
        }
        Err(Unwritten::Storage(trouble)) => {
            state.saved.set(Saved::Not(trouble));
            false
        }
        Err(Unwritten::Other(why)) => {
            keep_apart(state);
            state.access.set(Access::ReadOnly(why));
            false
        }
    }
}

/// Puts what cannot be written away as a snapshot, so that no way on loses it.
pub fn keep_apart(state: AppState) {
    state.with_draft(|draft| {
        if let Ok(text) = save::save(draft.scenario()) {
            snapshots::take(&draft.scenario().id, &text);
        }
    });
}

/// A scenario is opened to be changed: its last good version is put away.
pub fn put_away(state: AppState) {
    state.stored.with_value(|stored| {
        if let Some(text) = stored {
            state.with_draft(|draft| snapshots::take(&draft.scenario().id, text));
        }
    });
}

/// The scenario on screen, where nothing else has been stored in its place.
fn write_checked(draft: &Draft, state: AppState) -> Result<Option<MadeRoom>, Unwritten> {
    let scenario = draft.scenario();
    let text = text_of(scenario)?;
    check_unchanged(&scenario_key(&scenario.id), &text, state)?;
    let mut room = Room::of(&scenario.id);
    let is_written = |text: &str| state.stored.set_value(Some(text.to_owned()));
    write_all(draft, &text, &mut room, is_written)?;
    state.put_away.update_value(|last| snapshots::take_in_time(&scenario.id, &text, last));
    Ok(room.made)
}

/// Writes a scenario that is not on screen, with its history and its line in the list.
pub fn write_draft(draft: &Draft) -> Result<(), StorageTrouble> {
    let text = text_of(draft.scenario())?;
    write_all(draft, &text, &mut Room::of(&draft.scenario().id), |_| {})
}

fn text_of(scenario: &Scenario) -> Result<String, StorageTrouble> {
    // Plain data: serialising it cannot fail.
    save::save(scenario).map_err(|_| StorageTrouble::Blocked)
}

fn write_all(
    draft: &Draft,
    text: &str,
    room: &mut Room<'_>,
    is_written: impl FnOnce(&str),
) -> Result<(), StorageTrouble> {
    room.write(&scenario_key(&draft.scenario().id), text, true)?;
    is_written(text);
    write_history(draft, text, room)?;
    write_entry(draft.scenario(), room)
}

/// What is stored must be what this tab has read or written last. Where nothing is there any more, nothing can be
/// written over; what cannot be read is set aside first.
fn check_unchanged(key: &str, text: &str, state: AppState) -> Result<(), Unwritten> {
    let Some(stored) = storage::read(key)? else { return Ok(()) };
    if stored == text || state.stored.with_value(|own| own.as_ref() == Some(&stored)) {
        return Ok(());
    }
    match save::load(&stored) {
        Ok(_) => Err(Unwritten::Other(Why::Changed)),
        Err(SaveError::TooNew { .. }) => Err(Unwritten::Other(Why::NewerChanged)),
        Err(_) => {
            let moved = set_aside(key, &stored);
            state.aside.set(super::aside());
            if moved { Ok(()) } else { Err(StorageTrouble::Full.into()) }
        }
    }
}

/// The history of the scenario just written. Where it does not fit, an older one must go: its steps would take
/// back what is no longer there. The document is kept all the same.
fn write_history(draft: &Draft, scenario: &str, room: &mut Room<'_>) -> Result<(), StorageTrouble> {
    let key = history::key(&draft.scenario().id);
    let text = history::text(draft.history(), scenario)?;
    match room.write(&key, &text, false) {
        Err(StorageTrouble::Full) => {
            let _ = storage::remove(&key);
            room.made = Some(MadeRoom::History);
            Ok(())
        }
        outcome => outcome,
    }
}
