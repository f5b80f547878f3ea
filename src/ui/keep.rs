//! Keeping: the scenario, its history and the view settings, written to storage and read back.
//!
//! The page never says "saved" before what was written has been read back and compared; text that cannot be
//! read is set aside under a key of its own, never overwritten.

use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::access::Access;
use super::settings::{Place, Settings};
use super::state::AppState;
use super::{browser, storage};
use crate::edit::EditError;
use crate::edit::{Draft, History};
use crate::example;
use crate::model::{Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::save::{self, SaveError};
use crate::text::{self, Language, Message, StorageTrouble};

/// At most this long after the first unsaved edit it is written.
const DELAY: std::time::Duration = std::time::Duration::from_millis(300);

/// Whether what is on screen is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing of the reader's own is there yet.
    Nothing,
    /// Written soon.
    Soon,
    /// Written and read back at this hour and minute.
    At(u8, u8),
    /// Not written: work goes on in memory.
    Not(StorageTrouble),
}

/// Something to say that belongs to no field: what could not be opened as it was kept, or a refused edit.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// The scenario: set aside, or, being newer, left where it is.
    Scenario(Arc<SaveError>),
    /// Its history: dropped.
    History,
    /// An edit that does not fit the scenario.
    Edit(EditError),
}

impl Trouble {
    /// In words.
    pub fn message(&self, language: Language) -> Message {
        match self {
            Self::Scenario(error) => text::save_error(error, language),
            Self::History => text::history_lost(language),
            Self::Edit(error) => text::edit_error(error, language),
        }
    }
}

/// One line of the list of scenarios.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: ScenarioId,
    /// Its name.
    pub name: String,
    /// When it was begun and last written, in milliseconds since 1970.
    pub begun: u64,
    pub written: u64,
}

/// What the page starts with.
pub struct Opened {
    pub settings: Settings,
    pub draft: Draft,
    pub aside: Vec<String>,
    pub trouble: Option<Trouble>,
    pub saved: Saved,
    pub access: Access,
}

/// A scenario with its history.
pub struct OpenedScenario {
    pub draft: Draft,
    pub trouble: Option<Trouble>,
    pub saved: Saved,
    pub access: Access,
}

impl OpenedScenario {
    /// Nothing kept yet, nothing wrong, to be changed freely.
    pub fn new(draft: Draft) -> Self {
        Self { draft, trouble: None, saved: Saved::Nothing, access: Access::Write }
    }
}

impl Settings {
    /// Where the reader was in this scenario, else its first indicator and year.
    pub fn place(&self, scenario: &Scenario) -> Slot {
        let kept = self.places.get(&scenario.id.0).map(|place: &Place| place.slot);
        let first = || scenario.slots().next().expect("a checked scenario has a target in use");
        kept.filter(|slot| scenario.slots().any(|other| other == *slot)).unwrap_or_else(first)
    }

    /// The unit the reader had selected in this scenario.
    pub fn unit(&self, scenario: &Scenario) -> Option<UnitId> {
        self.places.get(&scenario.id.0).and_then(|place| place.unit)
    }
}

/// Reads the settings and the scenario that was open.
pub fn open() -> Opened {
    let settings = settings();
    let OpenedScenario { draft, trouble, mut saved, access } = match &settings.current {
        Some(id) => open_scenario(id),
        None => opened_example(example::first()),
    };
    saved = blocked_or(saved);
    Opened { settings, draft, aside: aside(), trouble, saved, access }
}

/// A browser that keeps nothing says so before anything is entered.
pub fn blocked_or(saved: Saved) -> Saved {
    if storage::is_blocked() { Saved::Not(StorageTrouble::Blocked) } else { saved }
}

/// The view settings; damaged ones are not worth more than the defaults.
pub fn settings() -> Settings {
    let text = storage::read(storage::SETTINGS).ok().flatten();
    text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
}

/// Reads a scenario: an example, or one kept here. What cannot be read is set aside, and the first example
/// is opened in its place.
pub fn open_scenario(id: &ScenarioId) -> OpenedScenario {
    if let Some(example) = example::all().into_iter().find(|example| example.id == *id) {
        return opened_example(example);
    }
    let key = format!("{}{}", storage::SCENARIO, id.0);
    let Ok(Some(text)) = storage::read(&key) else { return opened_example(example::first()) };
    match save::load(&text) {
        // The key is what names it here: text restored or copied by hand never writes over another scenario.
        Ok(scenario) => opened_own(Scenario { id: id.clone(), origin: Origin::Own, ..scenario }),
        Err(error) => {
            if !matches!(error, SaveError::TooNew { .. }) {
                set_aside(&key, &text);
            }
            OpenedScenario {
                trouble: Some(Trouble::Scenario(Arc::new(error))),
                ..opened_example(example::first())
            }
        }
    }
}

fn opened_example(scenario: Scenario) -> OpenedScenario {
    OpenedScenario::new(Draft::new(scenario))
}

fn opened_own(scenario: Scenario) -> OpenedScenario {
    let written = entries().into_iter().find(|entry| entry.id == scenario.id).map(|entry| entry.written);
    let (hour, minute) = written.map_or_else(browser::clock, browser::clock_at);
    let key = format!("{}{}", storage::HISTORY, scenario.id.0);
    let kept = storage::read(&key).ok().flatten();
    let history = kept.as_deref().map(save::load_beside::<History>);
    let trouble = matches!(history, Some(Err(_))).then_some(Trouble::History);
    let history = history.and_then(Result::ok).unwrap_or_default();
    let opened = OpenedScenario::new(Draft::with_history(scenario, history));
    OpenedScenario { trouble, saved: Saved::At(hour, minute), ..opened }
}

/// Moves unreadable text to a key of its own. The original goes only once the copy has been read back.
fn set_aside(key: &str, text: &str) {
    let aside = format!("{}{}", storage::ASIDE, browser::now_ms());
    if storage::write(&aside, text).is_ok() {
        let _ = storage::remove(key);
    }
}

/// The keys of all texts set aside.
pub fn aside() -> Vec<String> {
    storage::keys(storage::ASIDE)
}

/// The scenarios kept on this machine, the one written last first.
pub fn entries() -> Vec<Entry> {
    let text = storage::read(storage::INDEX).ok().flatten();
    let kept: Vec<Entry> = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let mut entries: Vec<Entry> = kept.into_iter().filter(|entry| is_kept(&entry.id)).collect();
    // A damaged list loses no scenario: those it does not name are found by their keys.
    for key in storage::keys(storage::SCENARIO) {
        let id = ScenarioId(key[storage::SCENARIO.len()..].to_owned());
        if entries.iter().all(|entry| entry.id != id) {
            let text = storage::read(&key).ok().flatten();
            let scenario = text.and_then(|text| save::load(&text).ok());
            let name = scenario.map_or_else(|| id.0.clone(), |scenario| scenario.name);
            entries.push(Entry { name, id, begun: 0, written: 0 });
        }
    }
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.written));
    entries
}

fn is_kept(id: &ScenarioId) -> bool {
    matches!(storage::read(&format!("{}{}", storage::SCENARIO, id.0)), Ok(Some(_)))
}

/// `name`, or `name (2)` and so on where it is taken.
pub fn unused_name(name: &str) -> String {
    let taken: Vec<String> = entries().into_iter().map(|entry| entry.name).collect();
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    std::iter::once(name.to_owned())
        .chain(numbered)
        .find(|candidate| !taken.contains(candidate))
        .unwrap_or_else(|| name.to_owned())
}

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

/// A list that cannot be read is made anew from the scenarios themselves; its text is kept aside.
fn set_damaged_index_aside() {
    if let Ok(Some(text)) = storage::read(storage::INDEX)
        && serde_json::from_str::<Vec<Entry>>(&text).is_err()
    {
        set_aside(storage::INDEX, &text);
    }
}

fn write_entry(scenario: &Scenario) -> Result<(), StorageTrouble> {
    set_damaged_index_aside();
    let now = browser::now_ms();
    let mut entries = entries();
    let begun = entries.iter().find(|entry| entry.id == scenario.id).map_or(now, |entry| entry.begun);
    entries.retain(|entry| entry.id != scenario.id);
    entries.push(Entry { id: scenario.id.clone(), name: scenario.name.clone(), begun, written: now });
    let text = serde_json::to_string(&entries).map_err(|_| StorageTrouble::Blocked)?;
    storage::write(storage::INDEX, &text)
}
