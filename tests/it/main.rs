//! Native tests: one module per feature.

mod common;
mod edits;
mod example;
mod first_screen;
mod ledger;
mod plan;
mod reference;
mod saves;
mod solve;
mod split;
mod split_properties;
mod text;
