//! What a newer page has written, as far as this one can read it.

use serde::Deserialize;

use crate::model::Scenario;

/// The part of a saved text that has kept its name since version 1.
#[derive(Deserialize)]
struct Newer {
    scenario: Scenario,
}

/// The scenario of a text that [`super::load`] refuses as too new, where all of it still has a meaning here; `None`
/// where anything in it is unknown. It is there to be looked at: written again, it could lose what only the newer
/// page knows.
#[must_use]
pub fn look_at_newer(text: &str) -> Option<Scenario> {
    let Newer { scenario } = serde_json::from_str(text).ok()?;
    scenario.check().is_ok().then_some(scenario)
}
