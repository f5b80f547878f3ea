//! Notices what else writes the scenario on screen: another tab, or something older than tabs that know of each other.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use web_sys::StorageEvent;

use super::opening::open_scenario;
use super::writing::keep_apart;
use super::{history, scenario_key};
use crate::model::{Origin, ScenarioId};
use crate::save::{self, SaveError};
use crate::text::Why;
use crate::ui::access::Access;
use crate::ui::state::AppState;
use crate::ui::storage;

/// A tab writes scenario and history one after the other: so long after the first of them, both are there.
const BOTH: std::time::Duration = std::time::Duration::from_millis(30);

/// Follows the storage from now on. A page that was frozen or hidden may have missed what happened meanwhile.
pub fn watch(state: AppState) {
    let waiting = StoredValue::new(false);
    let soon = move || {
        if !waiting.get_value() {
            waiting.set_value(true);
            let look = move || {
                waiting.set_value(false);
                catch_up(state);
            };
            set_timeout(look, BOTH);
        }
    };
    let stored = window_event_listener_untyped("storage", move |event| {
        let key = event.dyn_ref::<StorageEvent>().and_then(StorageEvent::key);
        let own = own_id(state);
        if let (Some(key), Some(id)) = (key, own)
            && (key == scenario_key(&id) || key == history::key(&id))
        {
            soon();
        }
    });
    on_cleanup(move || stored.remove());
    for event in ["pageshow", "visibilitychange"] {
        let handle = window_event_listener_untyped(event, move |_| soon());
        on_cleanup(move || handle.remove());
    }
}

fn own_id(state: AppState) -> Option<ScenarioId> {
    state.with_draft(|draft| {
        let scenario = draft.scenario();
        (scenario.origin == Origin::Own).then(|| scenario.id.clone())
    })
}

/// Shows what is stored now, where that is something else than this tab has read or written last. Nothing of the
/// reader's own is lost over it: work that is not kept yet stays on screen, with the choice what to go on with.
pub fn catch_up(state: AppState) {
    let Some(id) = own_id(state) else { return };
    let follows =
        matches!(state.access.get_untracked(), Access::ReadOnly(Why::OtherTab | Why::OtherTabUnsaved));
    if !follows && state.is_looking() {
        return;
    }
    // Gone: what is on screen is all there is, and the next edit writes it.
    let Ok(Some(stored)) = storage::read(&scenario_key(&id)) else { return };
    let is_known = state.stored.with_value(|own| own.as_ref() == Some(&stored));
    // Its history may have come later than the text it belongs to.
    if is_known && !follows {
        return;
    }
    match save::load(&stored) {
        Err(SaveError::TooNew { .. }) => {
            let unkept = state.has_unkept_work();
            if unkept {
                keep_apart(state);
            }
            state.access.set(Access::ReadOnly(if unkept { Why::NewerChanged } else { Why::Newer }));
        }
        Err(_) => {}
        Ok(_) if state.has_unkept_work() => {
            keep_apart(state);
            state.access.set(Access::ReadOnly(Why::Changed));
        }
        Ok(_) => {
            let access = state.access.get_untracked();
            reload(state, &id);
            state.access.set(access);
        }
    }
}

/// Shows the stored version of the scenario on screen; place and selection stay.
pub fn reload(state: AppState, id: &ScenarioId) {
    state.show_stored(open_scenario(id));
}
