//! One tab at a time changes a scenario; the others of the same browser look on and follow.
//!
//! The tab that changes it holds a Web Lock of the scenario's name, and every other waits for it in turn. Who wants to
//! change it asks: the holder writes what it has, turns to looking, and says so; only then is the lock taken from it.
//! Where nobody answers (a frozen tab), it is taken after two seconds. Where a browser has no locks, every write still
//! looks first whether something else has been stored meanwhile (`keep::writing`).

mod locks;
mod talk;

use std::time::Duration;

use leptos::prelude::*;

use self::locks::{Answer, Claim, How};
use self::talk::{Said, Talk};
use super::access::Access;
use super::keep::{self, Stamp};
use super::state::AppState;
use super::{browser, storage};
use crate::model::{Origin, ScenarioId};
use crate::text::Why;

/// So long an answer of the other tab is waited for, and then so long what it has written. A tab on a busy machine must
/// have time to hand over what is being typed in it.
const PATIENCE: Duration = Duration::from_millis(2_000);
/// So often it is looked whether that has arrived.
const LOOK: Duration = Duration::from_millis(20);

/// What this tab knows of the others.
#[derive(Clone, Copy)]
pub struct Tabs {
    claim: StoredValue<Option<Claim>, LocalStorage>,
    talk: StoredValue<Option<Talk>, LocalStorage>,
    /// This tab may write the scenario on screen, as far as the others are concerned.
    may_write: StoredValue<bool>,
    /// Counts what was asked of other tabs: an answer to an earlier question is none.
    asked: StoredValue<Option<u32>>,
    rounds: StoredValue<u32>,
}

impl Tabs {
    pub fn new() -> Self {
        Self {
            claim: StoredValue::new_local(None),
            talk: StoredValue::new_local(None),
            may_write: StoredValue::new(true),
            asked: StoredValue::new(None),
            rounds: StoredValue::new(0),
        }
    }

    /// What the other tabs leave to this one.
    pub fn access(self) -> Access {
        if self.may_write.get_value() { Access::Write } else { Access::ReadOnly(Why::OtherTab) }
    }
}

/// Keeps the lock of the scenario on screen, or its place in the queue, from now on.
pub fn follow(state: AppState) {
    state.tabs.talk.set_value(Talk::open(move |id, said| hear(state, &id, said)));
    // What came with a link may have the name of a scenario that is kept here, and is not that one.
    let own = Memo::new(move |_| {
        let came_with_link = state.access.get() == Access::ReadOnly(Why::Link);
        state.read_scenario(|scenario| {
            (scenario.origin == Origin::Own && !came_with_link).then(|| scenario.id.clone())
        })
    });
    Effect::new(move |before: Option<Option<ScenarioId>>| {
        let now = own.get();
        if before.as_ref() != Some(&now) {
            enter(state, now.as_ref());
        }
        now
    });
}

/// Another scenario is on screen.
fn enter(state: AppState, id: Option<&ScenarioId>) {
    let tabs = state.tabs;
    tabs.claim.set_value(None);
    tabs.asked.set_value(None);
    tabs.may_write.set_value(true);
    match (id, state.access.get_untracked()) {
        // Nobody else's and kept nowhere, or there to be looked at for another reason.
        (None, _) | (_, Access::ReadOnly(_)) => {}
        (Some(id), Access::Write) => claim(state, id, How::IfFree),
    }
}

fn claim(state: AppState, id: &ScenarioId, how: How) {
    let name = format!("{}{}", storage::SCENARIO, id.0);
    let id = id.clone();
    let claim = locks::ask(&name, how, move |answer| answered(state, &id, how, answer));
    state.tabs.claim.set_value(Some(claim));
}

fn answered(state: AppState, id: &ScenarioId, how: How, answer: Answer) {
    match answer {
        Answer::Held => {
            state.tabs.may_write.set_value(true);
            match how {
                // What the other has written last is on its way: `take_over` waits for it.
                How::Steal => {}
                How::IfFree | How::InTurn => begin(state),
            }
        }
        // Without locks every tab may write, each with a look at what is stored.
        Answer::Missing => begin(state),
        Answer::Taken | Answer::Lost => {
            look_on(state);
            claim(state, id, How::InTurn);
        }
    }
}

/// From now on this tab changes the scenario: with what is stored, and a version of that put away.
fn begin(state: AppState) {
    keep::catch_up(state);
    if let Access::ReadOnly(Why::OtherTab | Why::OtherTabUnsaved) = state.access.get_untracked() {
        state.access.set(Access::Write);
    }
    if !state.is_looking() {
        keep::put_away(state);
    }
}

/// Another tab changes the scenario. Work that could not be written before stays, with the choice what becomes of it.
fn look_on(state: AppState) {
    state.tabs.may_write.set_value(false);
    if state.has_unkept_work() {
        keep::keep_apart(state);
        state.access.set(Access::ReadOnly(Why::Changed));
    } else if !state.is_looking() {
        state.access.set(Access::ReadOnly(Why::OtherTab));
    }
}

/// Changes are made in this tab from now on, once the other has handed over what it has.
pub fn edit_here(state: AppState) {
    let tabs = state.tabs;
    let id = id_of(state);
    let round = tabs.rounds.get_value().wrapping_add(1);
    tabs.rounds.set_value(round);
    tabs.asked.set_value(Some(round));
    tabs.talk.with_value(|talk| {
        if let Some(talk) = talk {
            talk.say(&id, &Said::Ask);
        }
    });
    let unanswered = move || {
        if tabs.asked.get_value() == Some(round) {
            take_over(state, None);
        }
    };
    set_timeout(unanswered, PATIENCE);
}

fn hear(state: AppState, id: &ScenarioId, said: Said) {
    let tabs = state.tabs;
    if id_of(state) != *id || state.with_draft(|draft| draft.scenario().origin != Origin::Own) {
        return;
    }
    match said {
        Said::Ask => hand_over(state, id),
        Said::Given(stamp) if tabs.asked.get_value().is_some() => take_over(state, Some(stamp)),
        Said::Unsaved if tabs.asked.get_value().is_some() => {
            tabs.asked.set_value(None);
            state.access.set(Access::ReadOnly(Why::OtherTabUnsaved));
            state.may_change();
        }
        Said::Given(_) | Said::Unsaved => {}
    }
}

/// Another tab wants to change the scenario: this one writes what it has, and looks on.
fn hand_over(state: AppState, id: &ScenarioId) {
    if state.is_looking() {
        return;
    }
    // What is being typed becomes a change like any other.
    browser::leave_field();
    state.close_step();
    let said = if keep::write_unsaved(state) {
        look_on(state);
        let stamp = state.stored.with_value(|text| text.as_deref().map(Stamp::of));
        Said::Given(stamp.map(|stamp| stamp.to_string()).unwrap_or_default())
    } else {
        Said::Unsaved
    };
    state.tabs.talk.with_value(|talk| {
        if let Some(talk) = talk {
            talk.say(id, &said);
        }
    });
}

/// Takes the lock, and begins once what the other tab has written has arrived here.
fn take_over(state: AppState, stamp: Option<String>) {
    state.tabs.asked.set_value(None);
    let id = id_of(state);
    claim(state, &id, How::Steal);
    wait_for(state, id, stamp, PATIENCE);
}

fn wait_for(state: AppState, id: ScenarioId, stamp: Option<String>, left: Duration) {
    if id_of(state) != id {
        return;
    }
    let stored = storage::read(&format!("{}{}", storage::SCENARIO, id.0)).ok().flatten();
    let is_here = stamp.as_ref().is_none_or(|stamp| {
        stamp.is_empty() || stored.is_some_and(|text| Stamp::of(&text).to_string() == *stamp)
    });
    // The lock itself comes in any case.
    let has_lock = state.tabs.may_write.get_value();
    if has_lock && (is_here || left.is_zero()) {
        begin(state);
        let words = state.text().access;
        state.spoken.set(words.edited_here.to_owned());
        return;
    }
    let left = if has_lock { left.saturating_sub(LOOK) } else { left };
    set_timeout(move || wait_for(state, id, stamp, left), LOOK);
}

fn id_of(state: AppState) -> ScenarioId {
    state.with_draft(|draft| draft.scenario().id.clone())
}
