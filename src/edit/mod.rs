//! Changes to the scenario, each with its inverse, and the draft that keeps them.
//!
//! This module knows nothing of plans, words or storage.

mod apply;
mod arrange;
mod change;
mod column;
mod draft;
mod error;
mod figures;
mod history;
mod list;
mod mend;
mod own;
mod patch;
mod plans;
mod purpose;
mod rules;
mod slot;
mod target;
mod toward;
mod tree;

pub use arrange::{Shift, parents_for, shift_units, topmost, usual_kind};
pub use change::Edit;
pub use draft::Draft;
pub use error::EditError;
pub use figures::Entries;
pub use history::{Branch, History, Step};
pub use list::ListChange;
pub use mend::{mend, settle};
pub use own::at_own_rule;
pub use patch::{Patch, Splice};
pub use plans::{add_plan, change_plan, count_scope, plan_ahead, plan_year};
pub use purpose::Purpose;
pub use toward::toward;
pub use tree::{UnitChange, add_units, group_units, ungroup_unit};
