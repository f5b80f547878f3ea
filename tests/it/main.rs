//! Native tests: one module per feature.

mod example;
mod reference;
mod solve;
mod split;
mod split_properties;
mod text;
