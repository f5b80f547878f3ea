//! Copies in files: their names, and how old they are beside the work.

use crate::model::Date;
use crate::reading::fold;

/// So long is the part of a file's name that comes from the scenario's, in characters.
const MOST: usize = 60;

/// Whether a scenario is in a file, too. Moments are milliseconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileCopy {
    /// No file was ever taken of it here.
    Never,
    /// The last one, taken then, lacks what was written since.
    Older(u64),
    /// The last one, taken then, has everything.
    Current(u64),
}

impl FileCopy {
    /// - `taken`: when the last file was taken.
    /// - `written`: when the scenario was last written; 0 where that is not known.
    #[must_use]
    pub fn of(taken: Option<u64>, written: u64) -> Self {
        match taken {
            None => Self::Never,
            Some(taken) if taken < written => Self::Older(taken),
            Some(taken) => Self::Current(taken),
        }
    }

    /// When the last file was taken.
    #[must_use]
    pub fn taken(self) -> Option<u64> {
        match self {
            Self::Never => None,
            Self::Older(taken) | Self::Current(taken) => Some(taken),
        }
    }
}

/// The name of a scenario's file: `son-la-2023-ban-cua-toi-2026-11-28.json`. Without marks and blanks, so that it
/// stays whole in mails and on sticks.
#[must_use]
pub fn file_name(name: &str, date: Option<Date>) -> String {
    let words = fold(name);
    let words: Vec<&str> =
        words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let stem: String = words.join("-").chars().take(MOST).collect();
    let stem = if stem.is_empty() { "phuong-an" } else { stem.trim_end_matches('-') };
    match date {
        Some(date) => format!("{stem}-{:04}-{:02}-{:02}.json", date.year(), date.month(), date.day()),
        None => format!("{stem}.json"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_named_after_its_scenario_and_the_day() {
        let day = Date::new(2026, 11, 28);
        let named = |name| file_name(name, day);
        assert_eq!(named("Sơn La 2023 – bản của tôi (2)"), "son-la-2023-ban-cua-toi-2-2026-11-28.json");
        assert_eq!(named("Đắk Nông/../x"), "dak-nong-x-2026-11-28.json");
        assert_eq!(named("…"), "phuong-an-2026-11-28.json");
        assert_eq!(named(&"ă".repeat(90)).len(), 60 + "-2026-11-28.json".len());
    }

    #[test]
    fn a_file_is_old_once_something_was_written_after_it() {
        assert_eq!(FileCopy::of(None, 5), FileCopy::Never);
        assert_eq!(FileCopy::of(Some(4), 5), FileCopy::Older(4));
        assert_eq!(FileCopy::of(Some(5), 5), FileCopy::Current(5));
        assert_eq!(FileCopy::of(Some(4), 0), FileCopy::Current(4));
    }
}
