//! Road maps: how an indicator gets from its last result to a goal some years ahead.

use serde::{Deserialize, Serialize};

use super::Indicator;

/// How the years between two known ones are filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Path {
    /// The rate of the base rises by the same number of points every year.
    EqualPoints,
    /// The same number of people is added every year.
    EqualPeople,
    /// The same growth every year.
    ConstantGrowth,
    /// Only the years that were typed are known.
    Typed,
}

/// The road map of one indicator over the years `from` to `to`, both included.
///
/// Its known points are the result of `from` and every target in use between `from` and `to`; `path` fills
/// the years between two known points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadMap {
    /// What is planned.
    pub indicator: Indicator,
    /// The year it starts from, with its result.
    pub from: u16,
    /// The year of the goal.
    pub to: u16,
    /// How the years between are filled.
    pub path: Path,
    /// A year may fall below the one before.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub may_fall: bool,
}

impl RoadMap {
    /// Whether the year is planned by this road map: after `from`, up to the goal.
    #[must_use]
    pub fn plans(&self, indicator: Indicator, year: u16) -> bool {
        self.indicator == indicator && self.from < year && year <= self.to
    }
}
