//! Native tests.

mod reference;
mod solve;
mod split;
mod split_properties;
