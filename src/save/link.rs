//! A scenario as the text of a link: packed, in letters and digits that every messenger leaves as they are.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::document::{PACKED_VERSION, SaveError, VERSION};
use super::pack::{self, Damaged};
use crate::model::Scenario;

/// The scenario as text of base64url, without its history: inputs and decisions only.
///
/// # Errors
/// [`SaveError`] where it cannot be packed, which no scenario of a size a browser holds causes.
pub fn to_link(scenario: &Scenario) -> Result<String, SaveError> {
    let packed = pack::pack(PACKED_VERSION, &serde_json::to_value(scenario)?).ok_or(Damaged)?;
    Ok(URL_SAFE_NO_PAD.encode(packed))
}

/// Reads what [`to_link`] wrote.
///
/// # Errors
/// [`SaveError`]: cut off, changed, of a newer version, or contradicting itself.
pub fn from_link(text: &str) -> Result<Scenario, SaveError> {
    let packed = URL_SAFE_NO_PAD.decode(text).map_err(|_| Damaged)?;
    let unpacked = pack::unpack(&packed)?;
    if unpacked.version != PACKED_VERSION {
        let found = u32::from(unpacked.version);
        return Err(if found > VERSION { SaveError::TooNew { found } } else { Damaged.into() });
    }
    let scenario: Scenario = serde_json::from_value(unpacked.value?)?;
    scenario.check()?;
    Ok(scenario)
}
