//! The scenarios that can be compared with the one on screen, and how each is read.

use crate::example;
use crate::model::{Origin, Scenario, ScenarioId};
use crate::save::{self, SaveError};
use crate::text::Text;
use crate::ui::{keep, storage};

/// Scenarios by id and name.
pub type Named = Vec<(ScenarioId, String)>;

/// The examples, and what is kept on this machine. `but`: the one on screen.
pub fn offered(but: &ScenarioId, text: &Text) -> (Named, Named) {
    let other = |(id, _): &(ScenarioId, String)| id != but;
    let examples = example::all().into_iter().map(|example| (example.id, (text.example_name)(&example.name)));
    let own = keep::entries().into_iter().map(|entry| (entry.id, entry.name));
    (examples.filter(other).collect(), own.filter(other).collect())
}

/// Reads a scenario to look at it: nothing is changed or set aside.
///
/// # Errors
/// Why the text kept under its name cannot be used; `None` where there is none.
pub fn read(id: &ScenarioId, files: &[Scenario]) -> Result<Scenario, Option<SaveError>> {
    if let Some(file) = files.iter().find(|file| file.id == *id) {
        return Ok(file.clone());
    }
    if let Some(example) = example::all().into_iter().find(|example| example.id == *id) {
        return Ok(example);
    }
    let key = format!("{}{}", storage::SCENARIO, id.0);
    let text = storage::read(&key).ok().flatten().ok_or(None)?;
    let scenario = save::load(&text).map_err(Some)?;
    Ok(Scenario { id: id.clone(), origin: Origin::Own, ..scenario })
}
