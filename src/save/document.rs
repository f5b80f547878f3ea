//! One scenario as compact JSON with its version in front.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Serialize};

use crate::model::{Scenario, Wrong};

/// The version this page writes.
pub const VERSION: u32 = 1;

/// Why stored text cannot be used by this page.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Not JSON, or not of the shape of its version; cut off, perhaps.
    #[error("not a saved scenario: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Written by a newer page.
    #[error("version {found} is newer than {VERSION}")]
    TooNew {
        /// The version found.
        found: u32,
    },
    /// Readable, but it contradicts itself.
    #[error("the saved scenario contradicts itself: {0}")]
    Wrong(#[from] Wrong),
}

#[derive(Deserialize)]
struct Header {
    version: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Saved<S> {
    version: u32,
    scenario: S,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept<T> {
    version: u32,
    kept: T,
}

/// The scenario as text of the current version.
///
/// # Errors
/// Serialisation's own errors, which no scenario causes.
pub fn save(scenario: &Scenario) -> Result<String, SaveError> {
    Ok(serde_json::to_string(&Saved { version: VERSION, scenario })?)
}

/// Reads a saved scenario of any version ever released.
///
/// # Errors
/// [`SaveError`]: the text must then be kept, not replaced.
pub fn load(text: &str) -> Result<Scenario, SaveError> {
    check_version(text)?;
    let saved: Saved<Scenario> = serde_json::from_str(text)?;
    saved.scenario.check()?;
    Ok(saved.scenario)
}

/// Anything kept beside the scenarios (a history, settings) as text of the current version.
///
/// # Errors
/// Serialisation's own errors.
pub fn save_beside<T: Serialize>(kept: &T) -> Result<String, SaveError> {
    Ok(serde_json::to_string(&Kept { version: VERSION, kept })?)
}

/// Reads what [`save_beside`] wrote.
///
/// # Errors
/// [`SaveError::Unreadable`] or [`SaveError::TooNew`].
pub fn load_beside<T: DeserializeOwned>(text: &str) -> Result<T, SaveError> {
    check_version(text)?;
    let saved: Kept<T> = serde_json::from_str(text)?;
    Ok(saved.kept)
}

fn check_version(text: &str) -> Result<(), SaveError> {
    match serde_json::from_str(text)? {
        Header { version: 1..=VERSION } => Ok(()),
        Header { version: 0 } => Err(serde_json::Error::custom("there is no version 0").into()),
        Header { version } => Err(SaveError::TooNew { found: version }),
    }
}
