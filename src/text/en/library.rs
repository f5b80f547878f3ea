//! The words of the library in English.

use super::messages::contradiction;
use super::{counted, units};
use crate::library::{NameFault, Order};
use crate::save::{EXTENSION, FileError, MOST_BYTES, SaveError};
use crate::text::Language::En as EN;
use crate::text::{LibraryText, Message};

pub(in crate::text) static LIBRARY: LibraryText = LibraryText {
    link: "Scenarios…",
    title: "Scenarios",
    skip: "Skip to the list of scenarios",
    open_file: "Open a .json file…",
    drop_files: "You can also drag .json files and drop them here.",
    search: "Find a scenario",
    order: "Sort by",
    order_name: |order| match order {
        Order::Written => "last saved",
        Order::Name => "name",
        Order::Size => "size",
    },
    nothing: "No scenario of your own yet. Change an example, begin a new scenario, or open a .json file.",
    none_found: "No scenario matches.",
    count: |count| counted(count, "scenario", "scenarios"),
    space: |used, most| format!("{used} used, of about {most} a browser gives this page."),
    present: "open",
    not_stored: "not saved",
    written: |time| format!("Saved at {time}"),
    written_unknown: "Time of saving not known",
    describe: "Name, note",
    duplicate: "Duplicate",
    copy_example: "Make my own copy",
    file: "Download .json",
    delete: "Delete",
    open: "Open",
    act_on: |act, name| format!("{act}: {name}"),
    name: "Name of the scenario",
    note: "Note",
    done: "Done",
    cancel: "Cancel",
    deleted_title: "Recently deleted",
    deleted_kept: "Still kept on this device, and can be restored, until you press Delete for good.",
    restore: "Undo",
    purge: "Delete for good",
    deleted: |name| format!("“{name}” is deleted."),
    deleted_copies: "Storage was full, so the older copies and undo steps of this scenario are gone.",
    restored: |name| format!("“{name}” is back in the list."),
    purged: |name, size| format!("“{name}” is deleted for good: {size} less."),
    duplicated: |name| format!("Duplicated as “{name}”."),
    described: |name| format!("Name and note changed: “{name}”."),
    file_opened: |file, name| format!("Opened the file “{file}”: “{name}”."),
    file_copied: |file, name| {
        format!("The scenario in “{file}” is on this device already. The file is opened as a copy, “{name}”.")
    },
    no_file: "No file copy of this scenario yet.",
    last_file: |time| format!("Last file copy: {time}."),
    file_never: "No file copy",
    file_older: |time| format!("File copy {time}, older"),
    file_current: |time| format!("File copy {time}"),
    unreadable: "It cannot be read. Download it to keep it, then ask for another copy.",
    newer: "A newer version of this page wrote it. Reload the page, then open it.",
    elsewhere: "Another tab is changing this scenario. Change it there, or close that tab and try again.",
    units,
};

pub(in crate::text) fn name_fault(fault: NameFault, name: &str) -> Message {
    match fault {
        NameFault::Blank => Message::new("The name is blank.", "Enter a name."),
        NameFault::Taken => Message::new(
            format!("“{name}” is the name of another scenario."),
            "Add a year, a draft or a number to tell them apart.",
        ),
    }
}

pub(in crate::text) fn file_error(error: &FileError, file: &str) -> Message {
    match error {
        FileError::OtherType { extension } => Message::new(
            if extension.is_empty() {
                format!("Cannot read the file “{file}”: its name does not end in .{EXTENSION}.")
            } else {
                format!("Cannot read .{extension} files (“{file}”).")
            },
            format!(
                "Choose a .{EXTENSION} file downloaded from this page. An Excel table: copy it and paste it into Data."
            ),
        ),
        FileError::TooLarge { bytes } => Message::new(
            format!("The file “{file}” is too large: {} MB.", EN.people(bytes.div_ceil(1_000_000))),
            format!(
                "A scenario's file has at most {} MB. Choose a .{EXTENSION} file downloaded from this page.",
                EN.people(MOST_BYTES / 1_000_000)
            ),
        ),
        FileError::NotHandedOver => Message::new(
            format!("The browser could not read the file “{file}”."),
            "Check that it is still where it was and not locked, then open it again.",
        ),
        FileError::Content(SaveError::TooNew { .. }) => Message::new(
            format!("The file “{file}” comes from a newer version."),
            "Reload the page, then open it.",
        ),
        FileError::Content(SaveError::Wrong(wrong)) => Message::new(
            format!("The file “{file}” contradicts itself: {}.", contradiction(wrong)),
            "Correct that in the file, or download it again from the page that made it.",
        ),
        FileError::Content(SaveError::Damaged(_)) => Message::new(
            format!("The file “{file}” was cut or changed."),
            "Download it again from the page that made it, then open it.",
        ),
        FileError::Content(SaveError::Unreadable(error)) => Message::new(
            format!(
                "The file “{file}” is no scenario of this page, or was cut or changed (line {}, column {}).",
                EN.people(error.line()),
                EN.people(error.column())
            ),
            "Download it again from the page that made it, then open it.",
        ),
    }
}
