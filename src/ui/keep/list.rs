//! The list of the scenarios kept on this machine.

use serde::{Deserialize, Serialize};

use super::opening::set_aside;
use super::room::Room;
use crate::model::{Scenario, ScenarioId};
use crate::save;
use crate::text::StorageTrouble;
use crate::ui::{browser, keep_list, storage};

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
    /// What a newer page says of it: written back as it was.
    #[serde(flatten)]
    pub more: serde_json::Map<String, serde_json::Value>,
}

/// The scenarios kept on this machine and not deleted, the one written last first.
pub fn entries() -> Vec<Entry> {
    let text = storage::read(storage::INDEX).ok().flatten();
    let kept: Vec<Entry> = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    let mut entries: Vec<Entry> = kept.into_iter().filter(|entry| keep_list::is_stored(&entry.id)).collect();
    // A damaged list loses no scenario: those it does not name are found by their keys.
    for key in storage::keys(storage::SCENARIO) {
        let id = ScenarioId(key[storage::SCENARIO.len()..].to_owned());
        if entries.iter().all(|entry| entry.id != id) && !keep_list::is_noted(&id) {
            let text = storage::read(&key).ok().flatten();
            let scenario = text.and_then(|text| save::load(&text).ok());
            let name = scenario.map_or_else(|| id.0.clone(), |scenario| scenario.name);
            entries.push(Entry { name, id, begun: 0, written: 0, more: serde_json::Map::new() });
        }
    }
    entries.retain(|entry| !keep_list::is_deleted(entry));
    entries.sort_by_key(|entry| std::cmp::Reverse(entry.written));
    entries
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

/// A list that cannot be read is made anew from the scenarios themselves; its text is kept aside.
fn set_damaged_index_aside() {
    if let Ok(Some(text)) = storage::read(storage::INDEX)
        && serde_json::from_str::<Vec<Entry>>(&text).is_err()
    {
        set_aside(storage::INDEX, &text);
    }
}

pub(super) fn write_entry(scenario: &Scenario, room: &mut Room<'_>) -> Result<(), StorageTrouble> {
    set_damaged_index_aside();
    let now = browser::now_ms();
    let mut entries = entries();
    let known = entries.iter().position(|entry| entry.id == scenario.id).map(|place| entries.remove(place));
    let (begun, more) = known.map_or((now, serde_json::Map::new()), |entry| (entry.begun, entry.more));
    entries.push(Entry { id: scenario.id.clone(), name: scenario.name.clone(), begun, written: now, more });
    let text = serde_json::to_string(&entries).map_err(|_| StorageTrouble::Blocked)?;
    room.write(storage::INDEX, &text, false)
}
