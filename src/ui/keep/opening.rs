//! Reads what was open; what cannot be read is set aside.

use std::sync::Arc;

use super::list::entries;
use super::{Saved, Trouble};
use crate::edit::{Draft, History};
use crate::example;
use crate::model::{Origin, Scenario, ScenarioId, Slot, UnitId};
use crate::save::{self, SaveError};
use crate::text::StorageTrouble;
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
pub(super) fn set_aside(key: &str, text: &str) {
    let aside = format!("{}{}", storage::ASIDE, browser::now_ms());
    if storage::write(&aside, text).is_ok() {
        let _ = storage::remove(key);
    }
}

/// The keys of all texts set aside.
pub fn aside() -> Vec<String> {
    storage::keys(storage::ASIDE)
}
