//! One scenario as text with its version in front, and whatever is kept beside it.
//!
//! Small things are plain JSON, for anyone to read; large ones are packed (see [`super::pack`]), which is still JSON
//! with the version in front. Which of the two a text is follows from its length only: the same document is always
//! the same text.

use serde::de::{DeserializeOwned, Error as _};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::pack::{self, Damaged, Unpacked};
use super::v1;
use crate::model::{Scenario, Wrong};

/// The version this page writes.
pub const VERSION: u32 = 2;

/// The same, as packed bytes have it.
pub(super) const PACKED_VERSION: u8 = VERSION as u8;

/// Text of more bytes is packed, where that makes it shorter: a dozen districts with a few columns stay readable.
const READABLE: usize = 12_000;

/// Why stored text cannot be used by this page.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// Not JSON, or not of the shape of its version; cut off, perhaps.
    #[error("not a saved scenario: {0}")]
    Unreadable(#[from] serde_json::Error),
    /// Packed text, or a link, that is cut off or changed.
    #[error(transparent)]
    Damaged(#[from] Damaged),
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
    packed: Option<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Saved<S> {
    pub(super) version: u32,
    pub(super) scenario: S,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept<T> {
    version: u32,
    kept: T,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Packed {
    version: u32,
    packed: String,
}

/// The scenario as text of the current version: what storage keeps.
///
/// # Errors
/// Serialisation's own errors, which no scenario causes.
pub fn save(scenario: &Scenario) -> Result<String, SaveError> {
    packed_where_large(save_readable(scenario)?, || serde_json::to_value(scenario))
}

/// The scenario as plain JSON of the current version, however long: what files hold.
///
/// # Errors
/// Serialisation's own errors, which no scenario causes.
pub fn save_readable(scenario: &Scenario) -> Result<String, SaveError> {
    Ok(serde_json::to_string(&Saved { version: VERSION, scenario })?)
}

/// Reads a saved scenario of any version ever released.
///
/// # Errors
/// [`SaveError`]: the text must then be kept, not replaced.
pub fn load(text: &str) -> Result<Scenario, SaveError> {
    let scenario: Scenario = match header(text)? {
        Header { version: 1, .. } => serde_json::from_str::<Saved<v1::Scenario>>(text)?.scenario.into(),
        Header { packed: None, .. } => serde_json::from_str::<Saved<Scenario>>(text)?.scenario,
        Header { packed: Some(_), .. } => serde_json::from_value(unpacked(text)?)?,
    };
    scenario.check()?;
    Ok(scenario)
}

/// Anything kept beside the scenarios (a history) as text of the current version.
///
/// # Errors
/// Serialisation's own errors.
pub fn save_beside<T: Serialize>(kept: &T) -> Result<String, SaveError> {
    let readable = serde_json::to_string(&Kept { version: VERSION, kept })?;
    packed_where_large(readable, || serde_json::to_value(kept))
}

/// Reads what [`save_beside`] wrote, also by an earlier version where the shape is still the same.
///
/// # Errors
/// [`SaveError::Unreadable`], [`SaveError::Damaged`] or [`SaveError::TooNew`].
pub fn load_beside<T: DeserializeOwned>(text: &str) -> Result<T, SaveError> {
    Ok(match header(text)? {
        Header { packed: Some(_), version: 2.. } => serde_json::from_value(unpacked(text)?)?,
        Header { .. } => serde_json::from_str::<Kept<T>>(text)?.kept,
    })
}

/// How much of the browser's storage a text takes: storage counts UTF-16 units.
#[must_use]
pub fn stored_characters(text: &str) -> usize {
    text.encode_utf16().count()
}

fn packed_where_large(
    readable: String,
    value: impl FnOnce() -> serde_json::Result<Value>,
) -> Result<String, SaveError> {
    if readable.len() <= READABLE {
        return Ok(readable);
    }
    let Some(bytes) = pack::pack(PACKED_VERSION, &value()?) else { return Ok(readable) };
    let packed = serde_json::to_string(&Packed { version: VERSION, packed: pack::to_text(&bytes) })?;
    Ok(if stored_characters(&packed) < stored_characters(&readable) { packed } else { readable })
}

fn unpacked(text: &str) -> Result<Value, SaveError> {
    let Packed { version, packed } = serde_json::from_str(text)?;
    let bytes = pack::to_bytes(&packed).ok_or(Damaged)?;
    let Unpacked { version: inside, value } = pack::unpack(&bytes)?;
    if u32::from(inside) != version {
        return Err(Damaged.into());
    }
    Ok(value?)
}

fn header(text: &str) -> Result<Header, SaveError> {
    match serde_json::from_str(text)? {
        header @ Header { version: 1..=VERSION, .. } => Ok(header),
        Header { version: 0, .. } => Err(serde_json::Error::custom("there is no version 0").into()),
        Header { version, .. } => Err(SaveError::TooNew { found: version }),
    }
}
