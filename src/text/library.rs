//! The words of the library: the list of scenarios, their files, and what came of opening one.

use super::{Language, Message, en, moment, text, vi};
use crate::library::{About, Content, FileCopy, NameFault, Order, Planned};
use crate::model::{Date, Decimal};
use crate::save::FileError;
use crate::text::Moment;

/// The labels of the library.
#[derive(Debug)]
pub struct LibraryText {
    /// The link that leads to it.
    pub link: &'static str,
    /// Its heading.
    pub title: &'static str,
    /// Skip link.
    pub skip: &'static str,
    /// Button: opens files.
    pub open_file: &'static str,
    /// Where files can be dropped, too.
    pub drop_files: &'static str,
    /// Field.
    pub search: &'static str,
    /// Field.
    pub order: &'static str,
    /// An order of the list.
    pub order_name: fn(Order) -> &'static str,
    /// No scenario of the reader's own is there.
    pub nothing: &'static str,
    /// Nothing matches what is searched.
    pub none_found: &'static str,
    /// How many scenarios are shown.
    pub count: fn(usize) -> String,
    /// What all of them take of what a browser gives, the first value already with its unit.
    pub space: fn(&str, &str) -> String,
    /// Marks the scenario on screen.
    pub present: &'static str,
    /// Marks a scenario that storage does not have yet.
    pub not_stored: &'static str,
    /// When it was last written, with the time.
    pub written: fn(&str) -> String,
    /// That time is not known.
    pub written_unknown: &'static str,
    /// Button: name and remark.
    pub describe: &'static str,
    /// Button.
    pub duplicate: &'static str,
    /// Button: a copy of an example.
    pub copy_example: &'static str,
    /// Button.
    pub file: &'static str,
    /// Button.
    pub delete: &'static str,
    /// Button.
    pub open: &'static str,
    /// A button's name for ears: what it does, and to which scenario.
    pub act_on: fn(&str, &str) -> String,
    /// Field.
    pub name: &'static str,
    /// Field.
    pub note: &'static str,
    /// Ends the change of name and remark.
    pub done: &'static str,
    /// Leaves it.
    pub cancel: &'static str,
    /// Heading of what was deleted.
    pub deleted_title: &'static str,
    /// How long that is kept.
    pub deleted_kept: &'static str,
    /// Button: takes a deletion back.
    pub restore: &'static str,
    /// Button: deletes for good.
    pub purge: &'static str,
    /// Said once a scenario is deleted.
    pub deleted: fn(&str) -> String,
    /// Said where storage was so full that older copies and undo steps had to go with it.
    pub deleted_copies: &'static str,
    /// Said once a deletion is taken back.
    pub restored: fn(&str) -> String,
    /// Said once a scenario is gone for good, with what it took.
    pub purged: fn(&str, &str) -> String,
    /// Said once a scenario is copied, with the copy's name.
    pub duplicated: fn(&str) -> String,
    /// Said once name and remark are changed.
    pub described: fn(&str) -> String,
    /// Said once a file is there: file and scenario.
    pub file_opened: fn(&str, &str) -> String,
    /// Said where a scenario of that id is here already: file and the copy's name.
    pub file_copied: fn(&str, &str) -> String,
    /// The scenario on screen is in no file.
    pub no_file: &'static str,
    /// The last file of the scenario on screen, with the time it was taken.
    pub last_file: fn(&str) -> String,
    /// In the list: it is in no file.
    pub file_never: &'static str,
    /// In the list: its last file is older than the work.
    pub file_older: fn(&str) -> String,
    /// In the list: its last file has everything.
    pub file_current: fn(&str) -> String,
    /// Its stored text cannot be read.
    pub unreadable: &'static str,
    /// A newer page wrote it.
    pub newer: &'static str,
    /// Another tab is writing it.
    pub elsewhere: &'static str,
    /// How many units a scenario has.
    pub units: fn(usize) -> String,
}

/// What a scenario is about: `Sơn La · BHXH tự nguyện 2023–2025 · 12 đơn vị`.
#[must_use]
pub fn about(content: &Content, language: Language) -> String {
    let words = text(language).library;
    match content {
        Content::Known(about) => known(about, language),
        Content::Newer => words.newer.to_owned(),
        Content::Unreadable => words.unreadable.to_owned(),
    }
}

fn known(about: &About, language: Language) -> String {
    let words = text(language);
    let planned = |Planned { indicator, years }: &Planned| {
        let years: Vec<String> = years.iter().map(|&span| years_of(span)).collect();
        format!("{} {}", (words.indicator)(*indicator), years.join(", "))
    };
    let planned: Vec<String> = about.planned.iter().map(planned).collect();
    let units = (about.units > 0).then(|| (words.library.units)(about.units));
    let parts = [Some(about.province.clone()), Some(planned.join("; ")), units];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn years_of((first, last): (u16, u16)) -> String {
    if first == last { first.to_string() } else { format!("{first}–{last}") }
}

/// When a scenario was last written.
///
/// - `at`: that moment; `None` where it is not known.
#[must_use]
pub fn written(at: Option<Moment>, today: Date, language: Language) -> String {
    let words = text(language).library;
    at.map_or_else(|| words.written_unknown.to_owned(), |at| (words.written)(&moment(at, today, language)))
}

/// Whether a scenario of the list is in a file, too.
///
/// - `taken`: the moment the copy says, on the reader's clock.
#[must_use]
pub fn file_copy(copy: FileCopy, taken: Option<Moment>, today: Date, language: Language) -> String {
    let words = text(language).library;
    let time = taken.map(|taken| moment(taken, today, language)).unwrap_or_default();
    match copy {
        FileCopy::Never => words.file_never.to_owned(),
        FileCopy::Older(_) => (words.file_older)(&time),
        FileCopy::Current(_) => (words.file_current)(&time),
    }
}

/// What the scenario on screen lacks in files; `None` where its last file has everything.
#[must_use]
pub fn file_line(copy: FileCopy, taken: Option<Moment>, today: Date, language: Language) -> Option<String> {
    let words = text(language).library;
    match copy {
        FileCopy::Never => Some(words.no_file.to_owned()),
        FileCopy::Older(_) => {
            Some((words.last_file)(&taken.map(|taken| moment(taken, today, language)).unwrap_or_default()))
        }
        FileCopy::Current(_) => None,
    }
}

/// Stored characters in thousands: `0,4 KB`, `12 KB`, `5.000 KB`.
#[must_use]
pub fn kilobytes(characters: usize, language: Language) -> String {
    // At least a tenth: what is there is not nothing.
    let size = match characters {
        0..10_000 => Decimal::new(characters.div_ceil(100), 1),
        _ => Decimal::new(characters.div_ceil(1_000), 0),
    };
    format!("{} KB", language.decimal(&size))
}

/// Why a name will not do.
#[must_use]
pub fn name_fault(fault: NameFault, name: &str, language: Language) -> Message {
    match language {
        Language::Vi => vi::library::name_fault(fault, name.trim()),
        Language::En => en::library::name_fault(fault, name.trim()),
    }
}

/// Why a file was not opened; nothing has changed then.
#[must_use]
pub fn file_error(error: &FileError, file: &str, language: Language) -> Message {
    match language {
        Language::Vi => vi::library::file_error(error, file),
        Language::En => en::library::file_error(error, file),
    }
}
