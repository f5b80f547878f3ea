//! What changes units, columns and what a scenario begins with. The table itself is in `grid`.

mod beginning;
mod column_forms;
mod names_form;
mod panel;
mod tools;
mod unit_forms;

pub use beginning::{Beginning, FIRST_NAMES};
pub use tools::UnitTools;
