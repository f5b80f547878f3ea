//! A table of units without a screen: which rows it shows in which order, where keys lead, what a block holds.
//!
//! Pure and native: rows and columns are places (from 0), so that moving, selecting, sorting and searching have
//! tests of their own. Nothing here changes a number or knows the browser.

mod block;
mod cursor;
mod motion;
mod rows;

pub use block::Block;
pub use cursor::{Cursor, Gesture};
pub use motion::{At, Motion, moved};
pub use rows::{Order, TableRow, matches, rows, way_up};
