//! Charts: SVG drawn from what `layout` computes.

mod dumbbell;
mod number_line;
mod road_lines;
mod thumbnail;

pub use dumbbell::{Dumbbell, Whiskers, rate_axis};
pub use number_line::NumberLine;
pub use road_lines::RoadLines;
pub use thumbnail::ThumbnailMark;

use num_traits::ToPrimitive;

use crate::calc::{Figure, Standing};

/// A count, for drawing only.
pub fn count_px(count: impl ToPrimitive) -> f64 {
    count.to_f64().unwrap_or(0.0)
}

/// The rates before and after in per cent of the base, for drawing only.
#[allow(clippy::float_arithmetic)]
pub fn rates_px(standing: Standing) -> (Option<f64>, Option<f64>) {
    let base = standing.base.map(|figure| count_px(figure.people)).filter(|&base| base > 0.0);
    let of_base = |people: Option<u64>| Some(count_px(people?) / base? * 100.0);
    (of_base(standing.last.map(|figure: Figure| figure.people)), of_base(standing.given))
}
