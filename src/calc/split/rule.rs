//! The rounding rules a split knows.

use num_bigint::BigInt;
use num_traits::Zero as _;

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
        /// Twice the first signpost; outside the range of [`RoundingRule::modified_webster`] its nearest end counts.
        first: Rate,
    },
}

impl RoundingRule {
    /// Modified Webster with `first`, twice the first signpost; `None` unless `0 ≤ first ≤ 2`, where the signposts rise
    /// and no whole number is rounded to a smaller one.
    #[must_use]
    pub fn modified_webster(first: Rate) -> Option<Self> {
        let in_range = first >= Rate::zero() && first <= Rate::from_integer(BigInt::from(2));
        in_range.then_some(Self::ModifiedWebster { first })
    }

    /// Whether the rule's levels are known by their squares, which are exact, rather than by themselves.
    #[must_use]
    pub fn squares_level(&self) -> bool {
        *self == Self::HuntingtonHill
    }
}

impl From<Rounding> for RoundingRule {
    fn from(rounding: Rounding) -> Self {
        match rounding {
            Rounding::CommonLevel => Self::Webster,
            Rounding::LargestRemainder => Self::LargestRemainder,
        }
    }
}
