//! Charts: SVG drawn from what `layout` computes.

mod dumbbell;
mod number_line;

pub use dumbbell::{Dumbbell, rate_axis};
pub use number_line::NumberLine;

use num_traits::ToPrimitive as _;

use crate::model::{Decimal, Rate};

/// A ratio in per cent, for drawing only.
#[allow(clippy::float_arithmetic)]
pub fn percent_px(rate: &Rate) -> f64 {
    let per_million = Decimal::rounded(&(rate * num_bigint::BigInt::from(100)), 4);
    per_million.digits().to_f64().unwrap_or(0.0) / 10_000.0
}

/// A count, for drawing only.
pub fn count_px(count: impl num_traits::ToPrimitive) -> f64 {
    count.to_f64().unwrap_or(0.0)
}
