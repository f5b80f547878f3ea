//! Changes to the scenario, each with its inverse, and the draft that keeps them.
//!
//! This module knows nothing of plans, words or storage.

mod change;
mod draft;
mod list;
mod mend;
mod target;

pub use change::{Edit, EditError, Purpose};
pub use draft::{Draft, History, Step};
pub use list::ListChange;
pub use mend::mend;
