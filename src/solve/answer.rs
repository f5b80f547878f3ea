//! Answers as JSON: what the kinds of problem share.

use serde::{Serialize, Serializer};

use super::fields::Fault;
use super::matrix::Lines;
use super::number::LARGEST_JSON;
use crate::calc::split::{Interval, Reason, RoundingRule};

/// An answer, in the order its fields are written.
#[derive(Serialize)]
pub(super) struct Answer {
    pub id: Option<String>,
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What came of a problem.
#[derive(Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
pub(super) enum Outcome {
    Ok(Solved),
    Infeasible {
        /// In a tree: the id of the node that fails.
        #[serde(skip_serializing_if = "Option::is_none")]
        node: Option<String>,
        reason: &'static str,
        gap: Number,
        clash: Vec<String>,
        release: Vec<String>,
    },
    /// No table has these totals; rows and columns by position.
    #[serde(rename = "infeasible")]
    NoTable {
        reason: &'static str,
        gap: Number,
        clash: Lines,
    },
    Error {
        what: String,
        #[serde(rename = "where")]
        place: String,
        fix: String,
    },
}

/// A solution, one form for each kind of problem.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum Solved {
    Split {
        values: Vec<Number>,
        #[serde(flatten)]
        level: Level,
        ties: Vec<NamedTie>,
    },
    Matrix {
        values: Vec<Vec<Number>>,
        row_divisors: Vec<String>,
        column_divisors: Vec<String>,
        unique: bool,
    },
    Cascade {
        values: ById<Number>,
        level: ById<Ends>,
        #[serde(skip_serializing_if = "ById::is_empty")]
        level_squared: ById<Ends>,
        ties: ById<Vec<NamedTie>>,
    },
}

/// The ends of a level, exact; `None` where there is no upper one.
pub(super) type Ends = [Option<String>; 2];

/// An object whose fields are the ids of nodes, in their order.
pub(super) struct ById<T>(pub Vec<(String, T)>);

impl<T> ById<T> {
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Serialize> Serialize for ById<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(id, value)| (id, value)))
    }
}

/// The ends of a level, under the name that says whether they are squares.
#[derive(Serialize)]
pub(super) enum Level {
    #[serde(rename = "level")]
    Plain(Ends),
    #[serde(rename = "level_squared")]
    Squared(Ends),
}

impl Level {
    /// The level of a split under `rule`.
    pub fn of(rule: &RoundingRule, level: &Interval) -> Self {
        let ends = [Some(level.low.to_string()), level.high.as_ref().map(ToString::to_string)];
        if rule.squares_level() { Self::Squared(ends) } else { Self::Plain(ends) }
    }
}

/// Units that stand on the same boundary, by id.
#[derive(Serialize)]
pub(super) struct NamedTie {
    pub units: Vec<String>,
    pub places: usize,
}

/// A whole number: a JSON number where every reader keeps it exactly, else a string.
pub(super) struct Number(pub u128);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match u64::try_from(self.0) {
            Ok(number) if number <= LARGEST_JSON => serializer.serialize_u64(number),
            _ => serializer.collect_str(&self.0),
        }
    }
}

impl Answer {
    pub fn error(id: Option<String>, fault: Fault) -> Self {
        let Fault { what, place, fix } = fault;
        Self { id, outcome: Outcome::Error { what, place, fix } }
    }

    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings, numbers and lists are always JSON")
    }
}

/// The code of a reason.
pub(super) fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::NoUnits => "no_units",
        Reason::FloorAboveCeiling => "min_exceeds_max",
        Reason::FloorsExceedTotal => "minimums_exceed_total",
        Reason::NoWeight => "all_weights_zero",
        Reason::CeilingsBelowTotal => "maximums_below_total",
    }
}
