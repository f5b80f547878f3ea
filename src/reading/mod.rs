//! Plain text made readable: words without their marks, digits with their separators.
//!
//! What typed and pasted text have in common. Knows no field, no language and no document.

mod digits;
mod fold;

pub use digits::{fraction, is_in_threes, is_separator, whole};
pub use fold::fold;
