//! What every method would come to, worked out a moment after the plan: typing does not wait for it.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::calc::{self, Prospects};
use crate::model::Driver;
use crate::text;
use crate::ui::state::AppState;

/// How long after the last change.
const LATER: Duration = Duration::from_millis(150);

/// Follows what the methods would come to at the node on screen.
pub fn follow_prospects(state: AppState) -> RwSignal<Prospects> {
    let now = move || {
        let (slot, node) = (state.slot_now(), state.node_now());
        state.with_draft(|draft| calc::prospects(draft.scenario(), slot, node))
    };
    let prospects = RwSignal::new(now());
    let place = state.follow_plan(|node| (node.slot, node.node));
    // Every change of a document is a step more, a step less, or another last step.
    let document = state.follow_draft(|draft| {
        let history = draft.history();
        (draft.scenario().id.clone(), history.done.len(), history.undone.len(), history.done.last().cloned())
    });
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    let stop_waiting = move || {
        if let Some(handle) = waiting.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    };
    Effect::new(move |before: Option<()>| {
        place.with(|_| ());
        document.with(|_| ());
        stop_waiting();
        if before.is_some() {
            let handle = set_timeout_with_handle(move || prospects.set(now()), LATER);
            waiting.set_value(handle.ok());
        }
    });
    on_cleanup(stop_waiting);
    prospects
}

/// What a driver lacks, in a word beside it.
pub fn follow_lacking(
    state: AppState,
    prospects: RwSignal<Prospects>,
    driver: Driver,
) -> Memo<Option<String>> {
    state.follow_words(move |_, scenario, language| {
        prospects.with(|prospects| {
            let lack = prospects.lack_of_driver(driver)?;
            text::lacking(&lack.measures, scenario, language)
        })
    })
}
