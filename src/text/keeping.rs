//! What became of stored work: room made in a full storage, versions opened in place of others, versions kept.

use super::{Language, Message, text};

/// What was given up so that the document itself could be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MadeRoom {
    /// Old versions of the same scenario.
    Snapshots,
    /// Its undo steps.
    History,
}

/// Why a kept version was opened in place of the live copy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recovered {
    /// The live copy cannot be read; it is set aside.
    Unreadable,
    /// There is no live copy.
    Gone,
}

/// The words around stored work.
#[derive(Debug)]
pub struct KeepingText {
    /// Heading of the list of kept versions.
    pub snapshots: &'static str,
    /// What they are.
    pub snapshots_note: &'static str,
    /// There are none yet.
    pub no_snapshots: &'static str,
    /// Button: opens a kept version, with its time.
    pub restore: &'static str,
    /// Its full name, with the time.
    pub restore_of: fn(&str) -> String,
    /// The name of what it opens: of the scenario, and the time.
    pub restored_name: fn(&str, &str) -> String,
    /// Spoken once it is open, with that name.
    pub restored: fn(&str) -> String,
    /// A kept version that cannot be read.
    pub unreadable: &'static str,
    /// What was given up for room.
    pub made_room: fn(MadeRoom) -> Message,
    /// A version of this time is open instead.
    pub recovered: fn(Recovered, &str) -> Message,
}

/// What was given up so that the document itself could be kept.
#[must_use]
pub fn made_room(made: MadeRoom, language: Language) -> Message {
    (text(language).keeping.made_room)(made)
}

/// A version kept at a time, as `moment` words it, was opened in place of the live copy.
#[must_use]
pub fn recovered(why: Recovered, moment: &str, language: Language) -> Message {
    (text(language).keeping.recovered)(why, moment)
}
