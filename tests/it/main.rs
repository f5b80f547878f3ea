//! Native tests.

mod reference;
mod split;
mod split_properties;
