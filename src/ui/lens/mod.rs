//! The lenses: what the page shows around the one table. Their difference is which parts are there.

mod workspace;

pub use workspace::Workspace;
