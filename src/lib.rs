//! Bao Phủ splits a province's yearly insurance targets over its units, in whole people.

pub mod calc;
pub mod edit;
pub mod example;
pub mod layout;
pub mod model;
pub mod save;
pub mod solve;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
