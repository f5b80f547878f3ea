//! The table of units: one tab stop, keys as in a spreadsheet, typing that locks, levels that open and close.
//!
//! Both lenses show it, with other columns. Rows are keyed by unit and only ever updated: an edit keeps the same
//! nodes, focus, selection and scroll. What needs no browser (rows, movements, blocks) is in `crate::table`.

mod cell;
mod clipboard;
mod editor;
mod heading;
mod keys;
mod mismatch;
mod paste_panel;
mod row;
mod scroll;
mod sheet;
mod sort;
mod table;
mod tools;

pub use clipboard::{paste_beginning, put_cells};
pub use keys::{close_sheet, edit as open_cell, focus_selected, go_to, open_sheet, select};
pub use mismatch::next_mismatch;
pub use table::{Grid, GridState};
pub use tools::{TableTools, Years};

/// The table's id, which the skip link leads to.
pub const TABLE_ID: &str = "plan-table";
