//! Scenarios side by side: the lens So sánh, and one other scenario laid beside the table.
//!
//! The others are only read: what is kept of them, an example, or a file. Nothing here changes a document but
//! *take over*, which is an edit of the one on screen.

mod against;
mod beside;
mod chooser;
mod differences;
mod headlines;
mod lens;
mod others;
mod units;

pub use against::{Against, TheirNumber};
pub use beside::{Beside, Compared, difference};
pub use lens::CompareLens;
