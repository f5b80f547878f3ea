//! Taking an input of one scenario over into another.
//!
//! What differs is found by `calc::compare`, what changes the document is an edit: this is the place that knows both.
//! A fact may need others to stand: a unit the unit above it, a rule the series it goes by. They come along; nothing
//! else does.

mod figures;
mod plans;
mod rules;
mod taking;
mod typed;
mod units;

pub use taking::take;
