//! Scenarios side by side: which inputs differ, what comes of them, and unit by unit.
//!
//! The first scenario is the base, the others are told by what they do differently. A [`Comparison`] first brings all
//! of them to the same ids, since two documents may call one unit by two; then every input is a fact, an [`Aspect`]
//! with a [`Value`] in each scenario, and two scenarios differ in those whose values do.

mod aspect;
mod comparison;
mod headline;
mod inputs;
mod roster;
mod side_by_side;
mod value;

pub use aspect::{Aspect, Series};
pub use comparison::{Comparison, Difference};
pub use headline::{Headline, headline};
pub use side_by_side::{Entry, UnitRow, by_largest_move, side_by_side};
pub use value::Value;
