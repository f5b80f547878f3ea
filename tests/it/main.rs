//! Native tests: one module per feature.

mod common;
mod edits;
mod example;
mod first_screen;
mod reference;
mod solve;
mod split;
mod split_properties;
mod text;
