//! The library: every scenario of the reader's with what can be done to it, in place of the workspace.
//!
//! `shelf` is what it follows, `acts` what its buttons do, `files` how files come in and go out; the rest is what
//! is seen. In which order lines stand and what they say is worked out in `crate::library` and `text`.

mod acts;
mod card;
mod deleted;
mod describe;
mod elsewhere;
mod examples;
mod file_line;
mod files;
mod page;
mod said;
mod shelf;

pub use file_line::FileLine;
pub use files::take_file;
pub use page::{Library, SkipToList};

/// The id of its heading, which the skip link leads to.
const TITLE_ID: &str = "library";
