//! The table of units: one tab stop, arrow keys, typing that locks.
//!
//! Rows are keyed by unit and only ever updated: an edit keeps the same nodes, focus, selection and scroll.

mod cell;
mod editor;
mod keys;
mod row;
mod table;

pub use keys::{close_sheet, focus_selected, go_to};
pub use table::Grid;

/// The table's id, which the skip link leads to.
pub const TABLE_ID: &str = "plan-table";
