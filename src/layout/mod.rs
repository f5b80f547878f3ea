//! Where things go: numbers to positions, pure, so that scales and bars have native tests.
//!
//! Floating point is fine here: nothing in this folder decides a count.
#![allow(clippy::float_arithmetic)]

mod bar;
mod label;
mod lines;
mod scale;
mod slider;
mod thumbnail;
mod window;

pub use bar::{Segment, SegmentKind, segments};
pub use label::{Anchor, Label, labels};
pub use lines::{Line, lines};
pub use scale::{Axis, axis};
pub use slider::moved_by;
pub use thumbnail::{Bar, MOST_BARS, Thumbnail, common_scale, grouped, thumbnail};
pub use window::{ALL_ROWS, Piece, pieces, window};
