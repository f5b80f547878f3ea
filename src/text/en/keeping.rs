//! What became of stored work, in English.

use crate::text::{KeepingText, MadeRoom, Message, Recovered};

pub(in crate::text) static KEEPING: KeepingText = KeepingText {
    snapshots: "Kept versions",
    snapshots_note: "The last good saves, kept apart. Restoring opens one as a new scenario; the one on screen stays as it is.",
    no_snapshots: "There are none yet.",
    restore: "Restore",
    restore_of: |moment| format!("Restore the version of {moment}"),
    restored_name: |name, moment| format!("{name} – version of {moment}"),
    restored: |name| format!("Restored as “{name}”. The other scenario is still there as it was."),
    unreadable: "This version cannot be read.",
    made_room,
    recovered,
};

fn made_room(made: MadeRoom) -> Message {
    match made {
        MadeRoom::Snapshots => Message::new(
            "Browser storage is nearly full: old versions of this scenario were given up so that your work could be saved.",
            "Download the .json file.",
        ),
        MadeRoom::History => Message::new(
            "Browser storage is full. Download the .json file to keep your work.",
            "Your figures are saved; the undo steps last only until the page is closed.",
        ),
    }
}

fn recovered(why: Recovered, moment: &str) -> Message {
    match why {
        Recovered::Unreadable => Message::new(
            format!(
                "The saved copy cannot be read and is kept aside; the version of {moment} is open instead."
            ),
            "Check what was changed after that.",
        ),
        Recovered::Gone => Message::new(
            format!("The saved copy of this scenario is gone; the version of {moment} is open instead."),
            "Check what was changed after that.",
        ),
    }
}
