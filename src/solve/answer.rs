//! From a problem to its answer as JSON.

use serde::{Serialize, Serializer};

use super::number::LARGEST_JSON;
use super::problem::{Fault, Problem};
use crate::calc::split::{Infeasible, Interval, Reason, Split, split};

/// An answer, in the order its fields are written.
#[derive(Serialize)]
pub(super) struct Answer {
    id: Option<String>,
    #[serde(flatten)]
    outcome: Outcome,
}

#[derive(Serialize)]
#[serde(tag = "status", rename_all = "snake_case")]
enum Outcome {
    Ok {
        values: Vec<Number>,
        level: [Option<String>; 2],
        ties: Vec<NamedTie>,
    },
    Infeasible {
        reason: &'static str,
        gap: Number,
        clash: Vec<String>,
        release: Vec<String>,
    },
    Error {
        what: String,
        #[serde(rename = "where")]
        place: String,
        fix: String,
    },
}

#[derive(Serialize)]
struct NamedTie {
    units: Vec<String>,
    places: usize,
}

/// A whole number: a JSON number where every reader keeps it exactly, else a string.
struct Number(u128);

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

/// Solves a problem.
pub(super) fn solve(problem: Problem) -> Answer {
    let Problem { id, total, kept, rounding, units, shares } = problem;
    let name = |positions: &[usize]| positions.iter().map(|&unit| units[unit].clone()).collect();
    let outcome = match solve_rest(total, kept, |rest| split(rest, &shares, rounding)) {
        Ok(Split { values, level, ties, .. }) => Outcome::Ok {
            values: values.into_iter().map(|value| Number(value.into())).collect(),
            level: ends(&level),
            ties: ties.iter().map(|tie| NamedTie { units: name(&tie.units), places: tie.places }).collect(),
        },
        Err(Infeasible { reason, gap, clash, release, .. }) => Outcome::Infeasible {
            reason: code(reason),
            gap: Number(gap),
            clash: name(&clash),
            release: name(&release),
        },
    };
    Answer { id: Some(id), outcome }
}

/// Splits what is not kept. Where more is kept than there is, the rest falls short by that much more, and no
/// unit can make up for it.
fn solve_rest(
    total: u64,
    kept: u64,
    split: impl Fn(u64) -> Result<Split, Infeasible>,
) -> Result<Split, Infeasible> {
    let Some(missing) = kept.checked_sub(total).filter(|&missing| missing > 0) else {
        return split(total - kept);
    };
    let short = Infeasible {
        reason: Reason::FloorsExceedTotal,
        gap: missing.into(),
        values: vec![],
        clash: vec![],
        release: vec![],
    };
    Err(match split(0) {
        Err(Infeasible { reason: Reason::FloorsExceedTotal, gap, clash, .. }) => {
            Infeasible { gap: gap + u128::from(missing), clash, ..short }
        }
        Err(other) => Infeasible { release: vec![], ..other },
        Ok(_) => short,
    })
}

fn ends(level: &Interval) -> [Option<String>; 2] {
    [Some(level.low.to_string()), level.high.as_ref().map(ToString::to_string)]
}

/// The code of a reason.
fn code(reason: Reason) -> &'static str {
    match reason {
        Reason::NoUnits => "no_units",
        Reason::FloorAboveCeiling => "min_exceeds_max",
        Reason::FloorsExceedTotal => "minimums_exceed_total",
        Reason::NoWeight => "all_weights_zero",
        Reason::CeilingsBelowTotal => "maximums_below_total",
    }
}
