//! How a year is laid over its quarters or months.

use serde::{Deserialize, Serialize};

/// The periods of a year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Periods {
    /// Four.
    #[default]
    Quarters,
    /// Twelve.
    Months,
}

impl Periods {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Quarters, Self::Months];

    /// How many there are.
    #[must_use]
    pub fn count(self) -> usize {
        match self {
            Self::Quarters => 4,
            Self::Months => 12,
        }
    }
}

/// How much of the year's change falls into each period.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Shape {
    /// The same in every period.
    #[default]
    Equal,
    /// By weights of the user's, one per period; only their ratios matter.
    Custom(Vec<u32>),
}

/// The period pattern of a node's rule.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodRule {
    /// Quarters or months.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub periods: Periods,
    /// How the change is laid over them.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub shape: Shape,
}

impl PeriodRule {
    /// Every period alike.
    #[must_use]
    pub fn equal(periods: Periods) -> Self {
        Self { periods, shape: Shape::Equal }
    }

    /// One weight per period.
    #[must_use]
    pub fn weights(&self) -> Vec<u32> {
        match &self.shape {
            Shape::Equal => vec![1; self.periods.count()],
            Shape::Custom(weights) => weights.clone(),
        }
    }

    /// Laid over the other periods with its shape kept: a quarter weighs what its months do.
    #[must_use]
    pub fn divided_by(self, periods: Periods) -> Self {
        let shape = match (self.shape, periods) {
            (Shape::Custom(weights), _) if self.periods == periods => Shape::Custom(weights),
            (Shape::Custom(weights), Periods::Months) => {
                Shape::Custom(weights.into_iter().flat_map(|weight| [weight; 3]).collect())
            }
            (Shape::Custom(weights), Periods::Quarters) => {
                let quarter =
                    |months: &[u32]| months.iter().fold(0_u32, |sum, &weight| sum.saturating_add(weight));
                Shape::Custom(weights.chunks(3).map(quarter).collect())
            }
            (Shape::Equal, _) => Shape::Equal,
        };
        Self { periods, shape }
    }

    /// There is a weight for every period, and not all are zero.
    #[must_use]
    pub fn has_shape(&self) -> bool {
        let weights = self.weights();
        weights.len() == self.periods.count() && weights.iter().any(|&weight| weight > 0)
    }
}
