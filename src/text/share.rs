//! Handing a scenario on by a link: its labels, and what is wrong with one that does not open.

use super::{Language, Message, en, text, vi};
use crate::save::SaveError;

/// The labels of the panel.
#[derive(Debug)]
pub struct ShareText {
    /// Its heading, and the button that opens it.
    pub title: &'static str,
    /// What the link holds.
    pub holds: &'static str,
    /// Where the data goes, and where not.
    pub privacy: &'static str,
    /// Button: puts the link on the clipboard; with its length in characters.
    pub copy: fn(usize) -> String,
    /// Said once it is there.
    pub copied: &'static str,
    /// Where the browser refuses: the link stands in a field.
    pub by_hand: &'static str,
    /// The name of that field.
    pub link: &'static str,
    /// A link of so many characters may be cut on its way.
    pub too_long: fn(usize) -> String,
    /// Button: the document as a file instead.
    pub file: &'static str,
}

/// Why a link does not open, and what to do.
#[must_use]
pub fn link_error(error: &SaveError, language: Language) -> Message {
    match language {
        Language::Vi => vi::share::link_error(error),
        Language::En => en::share::link_error(error),
    }
}

/// What a link of so many characters is warned of; nothing where it is short enough.
#[must_use]
pub fn link_too_long(characters: usize, language: Language) -> Option<String> {
    (characters > MOST_CHARACTERS).then(|| (text(language).share.too_long)(characters))
}

/// Links up to this length are handed on whole (characters): what every program that handles addresses is to support,
/// RFC 9110 §4.1. What stands behind the `#` is never sent to a server, but mail filters wrap the whole address into
/// one of their own, which is.
pub const MOST_CHARACTERS: usize = 8_000;
