//! The rounding rules a split knows.

use crate::model::{Rate, Rounding};

/// How parts of a person become whole people. The page offers the first two; the others are for checking and for experts.
///
/// All but largest remainder are divisor rules: their signposts `s(1) < s(2) < …` say where `level · weight` turns
/// to the next whole number. Source: Balinski & Young (2001), appendix A.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum RoundingRule {
    /// One common level, each share rounded the ordinary way: `s(k) = k − ½` (Webster, Sainte-Laguë).
    #[default]
    Webster,
    /// Whole parts, then one each to the largest remainders (Hamilton, Hare–Niemeyer).
    LargestRemainder,
    /// Downwards: `s(k) = k` (Jefferson, D'Hondt).
    Jefferson,
    /// Upwards: `s(k) = k − 1`.
    Adams,
    /// At the geometric mean: `s(k) = √(k·(k − 1))`.
    HuntingtonHill,
    /// At the harmonic mean: `s(k) = 2·k·(k − 1) / (2·k − 1)`.
    Dean,
    /// Ordinary rounding, but the first person at `first / 2`: 7/5 in Norway, 6/5 in Sweden.
    ModifiedWebster {
        /// Twice the first signpost.
        first: Rate,
    },
}

impl From<Rounding> for RoundingRule {
    fn from(rounding: Rounding) -> Self {
        match rounding {
            Rounding::CommonLevel => Self::Webster,
            Rounding::LargestRemainder => Self::LargestRemainder,
        }
    }
}
