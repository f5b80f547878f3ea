//! Bao Phủ splits a province's yearly insurance targets over its units, in whole people.

pub mod calc;
pub mod model;
pub mod solve;
