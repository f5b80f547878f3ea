//! Reads what was open; what cannot be read is set aside.

use std::sync::Arc;

use super::list::entries;
use super::{Saved, Trouble, history, scenario_key, snapshots};
use crate::edit::Draft;
use crate::example;
use crate::model::{Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::save::{self, SaveError};
use crate::text::{Recovered, StorageTrouble, Why};
use crate::ui::access::Access;
use crate::ui::settings::{Place, Settings};
use crate::ui::{browser, storage};

/// What the page starts with.
pub struct Opened {
    pub settings: Settings,
    pub draft: Draft,
    pub aside: Vec<String>,
    pub trouble: Option<Trouble>,
    pub saved: Saved,
    pub access: Access,
    /// The text the draft was read from.
    pub stored: Option<String>,
}

/// A scenario with its history.
pub struct OpenedScenario {
    pub draft: Draft,
    pub trouble: Option<Trouble>,
    pub saved: Saved,
    pub access: Access,
    /// The text it was read from.
    pub stored: Option<String>,
}

impl OpenedScenario {
    /// Nothing kept yet, nothing wrong, to be changed freely.
    pub fn new(draft: Draft) -> Self {
        Self { draft, trouble: None, saved: Saved::Nothing, access: Access::Write, stored: None }
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
    let OpenedScenario { draft, trouble, mut saved, access, stored } = match &settings.current {
        Some(id) => open_scenario(id),
        None => opened_example(example::first()),
    };
    saved = blocked_or(saved);
    Opened { settings, draft, aside: aside(), trouble, saved, access, stored }
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

/// Reads a scenario: an example, or one kept here. What cannot be read is set aside, and the last snapshot that can be
/// read is opened in its place; without one, the first example.
pub fn open_scenario(id: &ScenarioId) -> OpenedScenario {
    if let Some(example) = example::all().into_iter().find(|example| example.id == *id) {
        return opened_example(example);
    }
    let Ok(stored) = storage::read(&scenario_key(id)) else { return opened_example(example::first()) };
    let Some(text) = stored else {
        return open_snapshot(id, Recovered::Gone).unwrap_or_else(|| opened_example(example::first()));
    };
    match save::load(&text) {
        Ok(scenario) => opened_own(own(id, scenario), text),
        Err(error @ SaveError::TooNew { .. }) => open_newer(id, &text, error),
        Err(error) => {
            set_aside(&scenario_key(id), &text);
            let in_its_place = open_snapshot(id, Recovered::Unreadable);
            in_its_place.unwrap_or_else(|| instead(error))
        }
    }
}

/// The key is what names it here: text restored or copied by hand never writes over another scenario.
fn own(id: &ScenarioId, scenario: Scenario) -> Scenario {
    Scenario { id: id.clone(), origin: Origin::Own, ..scenario }
}

fn instead(error: SaveError) -> OpenedScenario {
    OpenedScenario { trouble: Some(Trouble::Scenario(Arc::new(error))), ..opened_example(example::first()) }
}

fn opened_example(scenario: Scenario) -> OpenedScenario {
    OpenedScenario::new(Draft::new(scenario))
}

/// A scenario of the reader's own, with the text it was read from.
fn opened_own(scenario: Scenario, text: String) -> OpenedScenario {
    let written = entries().into_iter().find(|entry| entry.id == scenario.id).map(|entry| entry.written);
    let (hour, minute) = written.map_or_else(browser::clock, browser::clock_at);
    let history = history::read(&scenario.id, &text);
    let trouble = history.is_none().then_some(Trouble::History);
    let opened = OpenedScenario::new(Draft::with_history(scenario, history.unwrap_or_default()));
    OpenedScenario { trouble, saved: Saved::At(hour, minute), stored: Some(text), ..opened }
}

/// What a newer page has written is looked at where all of it can be read here, and stays as it is in any case.
fn open_newer(id: &ScenarioId, text: &str, error: SaveError) -> OpenedScenario {
    match save::look_at_newer(text) {
        Some(scenario) => OpenedScenario {
            access: Access::ReadOnly(Why::Newer),
            ..OpenedScenario::new(Draft::new(own(id, scenario)))
        },
        None => instead(error),
    }
}

/// The last snapshot that can be read takes the place of the live copy, which is gone or set aside.
fn open_snapshot(id: &ScenarioId, why: Recovered) -> Option<OpenedScenario> {
    let (taken, (scenario, text)) = snapshots::of(id)
        .into_iter()
        .find_map(|snapshot| Some((snapshot.taken, snapshots::read(&snapshot.key)?)))?;
    let kept = storage::write(&scenario_key(id), &text);
    let opened = opened_own(own(id, scenario), text);
    let (saved, stored) = match kept {
        Ok(()) => (opened.saved, opened.stored),
        Err(trouble) => (Saved::Not(trouble), None),
    };
    Some(OpenedScenario { trouble: Some(Trouble::Recovered(why, taken)), saved, stored, ..opened })
}

/// Moves unreadable text to a key of its own. The original goes only once the copy has been read back; whether it
/// has gone.
pub(super) fn set_aside(key: &str, text: &str) -> bool {
    let aside = format!("{}{}", storage::ASIDE, browser::now_ms());
    storage::write(&aside, text).is_ok() && storage::remove(key).is_ok()
}

/// The keys of all texts set aside.
pub fn aside() -> Vec<String> {
    storage::keys(storage::ASIDE)
}
