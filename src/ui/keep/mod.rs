//! Keeping: the scenario, its history and the view settings, written to storage and read back.
//!
//! The page never says "saved" before what was written has been read back and compared; text that cannot be
//! read is set aside under a key of its own, never overwritten.
//!
//! | File | What it does |
//! |---|---|
//! | `opening` | reads what was open, and sets aside what cannot be read |
//! | `writing` | writes what is unsaved |
//! | `history` | the undo steps beside a scenario, and whether they belong to it |
//! | `list` | the list of scenarios |
//! | `snapshots` | the last good versions |
//! | `room` | what goes first where the storage is full |
//! | `watch` | notices what else writes the scenario on screen |

mod history;
mod list;
mod opening;
mod room;
pub mod snapshots;
mod stamp;
mod watch;
mod writing;

use std::sync::Arc;

use crate::edit::EditError;
use crate::model::ScenarioId;
use crate::save::SaveError;
use crate::text::{self, Language, Message, Recovered, StorageTrouble};
use crate::ui::{browser, storage};

pub use history::read as read_history;
pub use list::{Entry, entries, unused_name};
pub use opening::{Opened, OpenedScenario, aside, blocked_or, open, open_scenario, settings};
pub use stamp::Stamp;
pub use watch::{catch_up, reload, watch};
pub use writing::{keep_apart, keep_from_now_on, put_away, write_draft, write_unsaved};

/// Whether what is on screen is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saved {
    /// Nothing of the reader's own is there yet.
    Nothing,
    /// Written soon.
    Soon,
    /// Written and read back at this hour and minute.
    At(u8, u8),
    /// Not written: work goes on in memory.
    Not(StorageTrouble),
}

/// Something to say that belongs to no field: what could not be opened as it was kept, or a refused edit.
#[derive(Clone, Debug)]
pub enum Trouble {
    /// The scenario: set aside, or, being newer, left where it is.
    Scenario(Arc<SaveError>),
    /// Its history: dropped.
    History,
    /// The live copy could not be opened, and a snapshot (taken at so many milliseconds since 1970) is in its place.
    Recovered(Recovered, u64),
    /// An edit that does not fit the scenario.
    Edit(EditError),
    /// What came with a link: not opened.
    Link(Arc<SaveError>),
}

impl Trouble {
    /// In words.
    pub fn message(&self, language: Language) -> Message {
        match self {
            Self::Scenario(error) => text::save_error(error, language),
            Self::History => text::history_lost(language),
            Self::Recovered(why, taken) => text::recovered(*why, &moment_of(*taken, language), language),
            Self::Edit(error) => text::edit_error(error, language),
            Self::Link(error) => text::link_error(error, language),
        }
    }
}

/// Where a scenario is kept.
fn scenario_key(id: &ScenarioId) -> String {
    format!("{}{}", storage::SCENARIO, id.0)
}

/// When something was (milliseconds since 1970), on the reader's calendar and clock.
pub fn moment_of(taken: u64, language: Language) -> String {
    let minutes = |ms: u64| u32::try_from(ms / 60_000).ok();
    let today = browser::moment_at(browser::now_minutes()).map(|now| now.date);
    let moment = minutes(taken).and_then(browser::moment_at).zip(today);
    moment.map(|(moment, today)| text::moment(moment, today, language)).unwrap_or_default()
}
