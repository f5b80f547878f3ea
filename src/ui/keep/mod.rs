//! Keeping: the scenario, its history and the view settings, written to storage and read back.
//!
//! The page never says "saved" before what was written has been read back and compared; text that cannot be
//! read is set aside under a key of its own, never overwritten.
//!
//! | File | What it does |
//! |---|---|
//! | `opening` | reads what was open, and sets aside what cannot be read |
//! | `writing` | writes what is unsaved |
//! | `list` | the list of scenarios |

mod list;
mod opening;
mod writing;

use std::sync::Arc;

use crate::edit::EditError;
use crate::save::SaveError;
use crate::text::{self, Language, Message, StorageTrouble};

pub use list::{entries, unused_name};
pub use opening::{Opened, OpenedScenario, aside, blocked_or, open, open_scenario, settings};
pub use writing::{keep_from_now_on, write_unsaved};

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
    /// An edit that does not fit the scenario.
    Edit(EditError),
}

impl Trouble {
    /// In words.
    pub fn message(&self, language: Language) -> Message {
        match self {
            Self::Scenario(error) => text::save_error(error, language),
            Self::History => text::history_lost(language),
            Self::Edit(error) => text::edit_error(error, language),
        }
    }
}
