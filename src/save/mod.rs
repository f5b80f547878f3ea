//! The document and its history as versioned text, and back.
//!
//! Knows the model and the edits' stored form, not where the text is kept.

mod document;

pub use document::{SaveError, VERSION, load, load_beside, save, save_beside};
