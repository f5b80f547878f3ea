//! The document and its history as versioned text, and back.
//!
//! Knows the model and how text is versioned, not where the text is kept nor what else is kept beside it.
//!
//! | Version | Text | Samples in `tests/data/saves` |
//! |---|---|---|
//! | 1 | JSON | `v1.json`, `v1_history.json` |
//! | 2 | JSON, packed where it is large; links | `v2.json`, `v2_packed.json`, `v2_history.json`, `v2_link.txt` |

mod document;
mod file;
mod link;
mod newer;
mod pack;
mod v1;

pub use document::{
    SaveError, VERSION, load, load_beside, save, save_beside, save_readable, stored_characters,
};
pub use file::{EXTENSION, FileError, MOST_BYTES, check_file, from_file, to_file};
pub use link::{from_link, to_link};
pub use newer::look_at_newer;
pub use pack::Damaged;
