//! The list of scenarios as storage has it: what each takes, what was deleted but is still there, and when a file
//! was last taken.
//!
//! Deleting is one small note beside the scenario: the scenario itself stays where it is until it is deleted for good.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast as _, JsValue};

use super::keep::{self, Entry};
use super::{browser, storage};
use crate::edit::{Draft, Edit};
use crate::model::{Origin, Scenario, ScenarioId};
use crate::save::{self, SaveError};
use crate::text::StorageTrouble;

/// Begins the keys of notes that a scenario is deleted.
pub const DELETED: &str = "bao-phu/deleted/";
/// Where it is kept when files were taken.
const FILES: &str = "bao-phu/files";
/// Everything this page keeps.
const ALL: &str = "bao-phu/";

/// A scenario that is deleted and can come back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deleted {
    /// Its line in the list.
    pub entry: Entry,
    /// When it was deleted, in milliseconds since 1970.
    pub deleted: u64,
}

/// Why a scenario that is not on screen was left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// Storage did not take it.
    Storage(StorageTrouble),
    /// Its stored text cannot be used here.
    Unusable,
}

impl From<StorageTrouble> for Refused {
    fn from(trouble: StorageTrouble) -> Self {
        Self::Storage(trouble)
    }
}

fn key(prefix: &str, id: &ScenarioId) -> String {
    format!("{prefix}{}", id.0)
}

/// The stored text of a scenario.
pub fn stored(id: &ScenarioId) -> Option<String> {
    storage::read(&key(storage::SCENARIO, id)).ok().flatten()
}

/// A stored scenario as a document of the reader's own.
pub fn load(id: &ScenarioId) -> Option<Result<Scenario, SaveError>> {
    let loaded = save::load(&stored(id)?);
    Some(loaded.map(|scenario| Scenario { id: id.clone(), origin: Origin::Own, ..scenario }))
}

/// Whether a line of the list was deleted and not written since: what another tab still writes is not gone.
pub fn is_deleted(entry: &Entry) -> bool {
    note_of(&entry.id).is_some_and(|note| note.deleted >= entry.written)
}

/// Whether there is a note that a scenario is deleted.
pub fn is_noted(id: &ScenarioId) -> bool {
    length(&key(DELETED, id)) > 0
}

fn note_of(id: &ScenarioId) -> Option<Deleted> {
    let note = storage::read(&key(DELETED, id)).ok().flatten()?;
    save::load_beside(&note).ok()
}

/// What was deleted and can come back, deleted last first.
pub fn deleted() -> Vec<Deleted> {
    let listed = keep::entries();
    let ids = storage::keys(DELETED).into_iter().map(|key| ScenarioId(key[DELETED.len()..].to_owned()));
    let mut notes: Vec<Deleted> = ids
        .filter(|id| is_stored(id) && listed.iter().all(|entry| entry.id != *id))
        .filter_map(|id| note_of(&id))
        .collect();
    notes.sort_by_key(|note| std::cmp::Reverse(note.deleted));
    notes
}

/// Notes that a scenario is deleted. Where not even the note fits, its older copies go first, then its undo steps.
///
/// Whether such had to go.
pub fn delete(entry: Entry) -> Result<bool, StorageTrouble> {
    let id = entry.id.clone();
    let note = Deleted { entry, deleted: browser::now_ms() };
    // Plain data: serialising it cannot fail.
    let text = save::save_beside(&note).map_err(|_| StorageTrouble::Blocked)?;
    let write = || storage::write(&key(DELETED, &id), &text);
    let Err(trouble) = write() else { return Ok(false) };
    let beside = snapshots(&id).into_iter().chain([key(storage::HISTORY, &id)]);
    for key in beside.filter(|key| length(key) > 0) {
        storage::remove(&key)?;
        if write().is_ok() {
            return Ok(true);
        }
    }
    Err(trouble)
}

/// Takes a deletion back: the line is what it was.
pub fn restore(id: &ScenarioId) -> Result<(), StorageTrouble> {
    let Some(note) = note_of(id) else { return Ok(()) };
    let mut entries = keep::entries();
    entries.retain(|entry| entry.id != *id);
    entries.push(note.entry);
    let text = serde_json::to_string(&entries).map_err(|_| StorageTrouble::Blocked)?;
    storage::write(storage::INDEX, &text)?;
    storage::remove(&key(DELETED, id))
}

/// Deletes for good: the scenario, its history and copies, and what is known of it.
pub fn purge(id: &ScenarioId) -> Result<(), StorageTrouble> {
    for key in keys_of(id) {
        storage::remove(&key)?;
    }
    storage::remove(&key(DELETED, id))?;
    let mut files = files();
    if files.remove(&id.0).is_some() {
        write_files(&files)?;
    }
    forget_place(id)
}

fn forget_place(id: &ScenarioId) -> Result<(), StorageTrouble> {
    let mut settings = keep::settings();
    if settings.places.remove(&id.0).is_none() {
        return Ok(());
    }
    let text = serde_json::to_string(&settings).map_err(|_| StorageTrouble::Blocked)?;
    storage::write(storage::SETTINGS, &text)
}

/// Adds a scenario that is not on screen.
pub fn add(scenario: Scenario) -> Result<(), StorageTrouble> {
    keep::write_draft(&Draft::new(scenario))
}

/// When a scenario was last written, in milliseconds since 1970; 0 where that is not known.
pub fn written(id: &ScenarioId) -> u64 {
    let text = storage::read(storage::INDEX).ok().flatten();
    let entries: Vec<Entry> = text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    entries.iter().find(|entry| entry.id == *id).map_or(0, |entry| entry.written)
}

/// Makes one change of a scenario that is not on screen: one step of its history, like any other.
pub fn change(id: &ScenarioId, edit: Edit) -> Result<(), Refused> {
    let (Some(text), Some(Ok(scenario))) = (stored(id), load(id)) else { return Err(Refused::Unusable) };
    let history = keep::read_history(id, &text).unwrap_or_default();
    let mut draft = Draft::with_history(scenario, history);
    draft.apply_at(edit, Some(browser::now_minutes())).map_err(|_| Refused::Unusable)?;
    Ok(keep::write_draft(&draft)?)
}

/// An id for a scenario from elsewhere: its own where nothing here has it.
pub fn free_id(id: &ScenarioId) -> ScenarioId {
    let is_free = crate::library::is_plain(&id.0) && !crate::example::is_example(id) && !is_stored(id);
    if is_free { id.clone() } else { ScenarioId(browser::new_id()) }
}

/// When a file of each scenario was last taken, by id, in milliseconds since 1970.
pub fn files() -> BTreeMap<String, u64> {
    let text = storage::read(FILES).ok().flatten();
    text.and_then(|text| save::load_beside(&text).ok()).unwrap_or_default()
}

/// Remembers that a file was taken now.
pub fn file_taken(id: &ScenarioId) {
    let mut files = files();
    files.insert(id.0.clone(), browser::now_ms());
    // Where it is not remembered, the page says later than it must that there is no file.
    let _ = write_files(&files);
}

fn write_files(files: &BTreeMap<String, u64>) -> Result<(), StorageTrouble> {
    let text = save::save_beside(files).map_err(|_| StorageTrouble::Blocked)?;
    storage::write(FILES, &text)
}

/// How many stored characters a scenario takes, with its keys, history and older copies.
pub fn characters(id: &ScenarioId) -> usize {
    keys_of(id).iter().map(|key| key.len() + length(key)).sum()
}

/// How many characters everything takes that this page keeps.
pub fn characters_of_all() -> usize {
    storage::keys(ALL).iter().map(|key| key.len() + length(key)).sum()
}

fn keys_of(id: &ScenarioId) -> Vec<String> {
    let own = [storage::SCENARIO, storage::HISTORY].map(|prefix| key(prefix, id));
    own.into_iter().chain(snapshots(id)).collect()
}

fn snapshots(id: &ScenarioId) -> Vec<String> {
    storage::keys(&format!("{}/", key(storage::SNAPSHOT, id)))
}

/// Whether a scenario is stored, readable or not.
pub fn is_stored(id: &ScenarioId) -> bool {
    measured(&key(storage::SCENARIO, id)).is_some()
}

fn length(key: &str) -> usize {
    measured(key).unwrap_or(0)
}

/// How long the text under a key is, as storage counts, without copying it; `None` where there is none.
fn measured(key: &str) -> Option<usize> {
    let storage = window().local_storage().ok().flatten()?;
    let text = js_sys::Reflect::get(&storage, &JsValue::from_str(key)).ok()?;
    usize::try_from(text.dyn_into::<js_sys::JsString>().ok()?.length()).ok()
}
