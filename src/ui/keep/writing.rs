//! Writes what is unsaved, reads it back and says what came of it.

use leptos::prelude::*;

use super::Saved;
use super::list::write_entry;
use crate::edit::Draft;
use crate::save;
use crate::text::StorageTrouble;
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

/// Writes the scenario, its history and its line in the list where they are not kept yet, and says what came
/// of it. What could not be written is tried again at the next edit, and when the page is hidden.
///
/// Whether everything of the reader's own is kept now.
pub fn write_unsaved(state: AppState) -> bool {
    if !state.is_unsaved() {
        return true;
    }
    let outcome = state.with_draft(write_draft);
    state.saved.set(match outcome {
        Ok(()) => {
            state.set_kept();
            let (hour, minute) = browser::clock();
            Saved::At(hour, minute)
        }
        Err(trouble) => Saved::Not(trouble),
    });
    outcome.is_ok()
}

fn write_draft(draft: &Draft) -> Result<(), StorageTrouble> {
    let scenario = draft.scenario();
    // Plain data: serialising it cannot fail.
    let text = save::save(scenario).map_err(|_| StorageTrouble::Blocked)?;
    storage::write(&format!("{}{}", storage::SCENARIO, scenario.id.0), &text)?;
    write_history(draft)?;
    write_entry(scenario)
}

/// The history of the scenario just written. Where it does not fit, an older one must go: its steps would take
/// back what is no longer there.
fn write_history(draft: &Draft) -> Result<(), StorageTrouble> {
    let key = format!("{}{}", storage::HISTORY, draft.scenario().id.0);
    let history = save::save_beside(draft.history()).map_err(|_| StorageTrouble::Blocked)?;
    storage::write(&key, &history).inspect_err(|_| {
        let _ = storage::remove(&key);
    })
}
