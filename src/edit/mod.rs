//! Changes to the scenario, each with its inverse, and the draft that keeps them.
//!
//! This module knows nothing of plans, words or storage.

mod change;
mod draft;
mod mend;

pub use change::{Edit, EditError, Purpose};
pub use draft::{Draft, History, Step};
pub use mend::mend;
