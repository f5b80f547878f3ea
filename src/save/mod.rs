//! The document and its history as versioned text, and back.
//!
//! Knows the model and how text is versioned, not where the text is kept nor what else is kept beside it.

mod document;
mod newer;

pub use document::{SaveError, VERSION, load, load_beside, save, save_beside};
pub use newer::look_at_newer;
