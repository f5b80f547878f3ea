//! The lenses: what the middle of the page shows. One so far.

mod allocate;

pub use allocate::Allocate;
