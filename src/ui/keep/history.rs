//! The undo history beside its scenario, and the mark that says which text of the scenario it belongs to.
//!
//! Two keys cannot be written in one go. Where the page was stopped between them, the mark no longer fits, and the
//! steps are dropped rather than taken back from what they do not know.

use super::stamp::Stamp;
use crate::edit::History;
use crate::model::ScenarioId;
use crate::save;
use crate::text::StorageTrouble;
use crate::ui::storage;

pub(super) fn key(id: &ScenarioId) -> String {
    format!("{}{}", storage::HISTORY, id.0)
}

/// The history kept with this text of the scenario: `None` where it is lost, empty where there is none.
pub fn read(id: &ScenarioId, scenario: &str) -> Option<History> {
    let Some(kept) = storage::read(&key(id)).ok().flatten() else { return Some(History::default()) };
    match kept.split_once('\n') {
        Some((mark, history)) if mark == Stamp::of(scenario).to_string() => save::load_beside(history).ok(),
        Some(_) => None,
        // Earlier pages wrote no mark.
        None => save::load_beside(&kept).ok(),
    }
}

/// The text to keep for a history, with the mark of the scenario's text.
pub(super) fn text(history: &History, scenario: &str) -> Result<String, StorageTrouble> {
    // Plain data: serialising it cannot fail.
    let history = save::save_beside(history).map_err(|_| StorageTrouble::Blocked)?;
    Ok(format!("{}\n{history}", Stamp::of(scenario)))
}
