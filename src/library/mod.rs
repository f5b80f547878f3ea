//! The reader's scenarios as a list: what a line says, in which order, under which names, how old their files are.
//!
//! Knows the model and how words are folded; not where scenarios are kept, nor how a line is worded.

mod about;
mod file;
mod line;
mod name;

pub use about::{About, Planned};
pub use file::{FileCopy, file_name};
pub use line::{Content, Line, Order, keep_places, matches, sort};
pub use name::{NameFault, free_name, is_plain, name_fault};
