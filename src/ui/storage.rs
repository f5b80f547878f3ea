//! `localStorage`, with every refusal said: it may be full, blocked, or not there at all.

use leptos::prelude::*;
use web_sys::Storage;

use crate::text::StorageTrouble;

/// Where the list of scenarios is kept.
pub const INDEX: &str = "bao-phu/index";
/// Where the view settings are kept.
pub const SETTINGS: &str = "bao-phu/settings";
/// Begins the keys of scenarios.
pub const SCENARIO: &str = "bao-phu/scenario/";
/// Begins the keys of undo histories.
pub const HISTORY: &str = "bao-phu/history/";
/// Begins the keys of the last good versions.
pub const SNAPSHOT: &str = "bao-phu/snapshot/";
/// Begins the keys of text that could not be read.
pub const ASIDE: &str = "bao-phu/aside/";

fn storage() -> Result<Storage, StorageTrouble> {
    // Raw, because a blocked storage must be an answer here, not a panic.
    window().local_storage().ok().flatten().ok_or(StorageTrouble::Blocked)
}

/// The text under a key.
pub fn read(key: &str) -> Result<Option<String>, StorageTrouble> {
    storage()?.get_item(key).map_err(|_| StorageTrouble::Blocked)
}

/// Writes the text, reads it back and compares: only then is it kept.
pub fn write(key: &str, text: &str) -> Result<(), StorageTrouble> {
    let storage = storage()?;
    storage.set_item(key, text).map_err(|error| trouble(&error))?;
    match storage.get_item(key) {
        Ok(Some(kept)) if kept == text => Ok(()),
        Ok(_) => Err(StorageTrouble::Full),
        Err(_) => Err(StorageTrouble::Blocked),
    }
}

/// Removes a key.
pub fn remove(key: &str) -> Result<(), StorageTrouble> {
    storage()?.remove_item(key).map_err(|_| StorageTrouble::Blocked)
}

/// Every key that begins with `prefix`, sorted.
pub fn keys(prefix: &str) -> Vec<String> {
    let Ok(storage) = storage() else { return Vec::new() };
    let mut keys: Vec<String> = (0..storage.length().unwrap_or(0))
        .filter_map(|place| storage.key(place).ok().flatten())
        .filter(|key| key.starts_with(prefix))
        .collect();
    keys.sort();
    keys
}

/// Says at once, before anything is entered, whether this browser keeps anything.
pub fn is_blocked() -> bool {
    const PROBE: &str = "bao-phu/probe";
    let outcome = write(PROBE, "1");
    let _ = remove(PROBE);
    outcome == Err(StorageTrouble::Blocked)
}

fn trouble(error: &wasm_bindgen::JsValue) -> StorageTrouble {
    let name = js_sys::Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string());
    match name.as_deref() {
        Some("QuotaExceededError" | "NS_ERROR_DOM_QUOTA_REACHED") => StorageTrouble::Full,
        _ => StorageTrouble::Blocked,
    }
}
