//! Problems of kind `split`: one total over the units of one level.

use std::collections::HashSet;

use super::answer::{Level, NamedTie, Number, Outcome, Solved, code};
use super::fields::{Fault, Fields, Terms, short, weights_are_manageable};
use super::json::Json;
use super::number;
use super::rounding::Rounding;
use crate::calc::split::{
    Bounds, Infeasible, Interval, RoundingRule, Share, Split, Weight, split, split_by_droop, split_rest,
};

/// A split that can be solved.
struct Problem {
    /// What all units get together, with what is kept.
    total: u64,
    kept: u64,
    way: Way,
    /// Ids, in the order of the shares.
    units: Vec<String>,
    shares: Vec<Share>,
}

/// How parts of a person become whole people.
enum Way {
    Rule(RoundingRule),
    /// Largest remainder with the Droop quota.
    Droop,
}

/// Reads the problem and solves it.
pub(super) fn answer(fields: &Fields<'_>) -> Result<Outcome, Fault> {
    Ok(Problem::read(fields)?.solve())
}

impl Problem {
    fn read(fields: &Fields<'_>) -> Result<Self, Fault> {
        fields.only(&[&["id", "kind", "total", "kept", "quota", "units"], &Rounding::FIELDS[..]].concat())?;
        let way = way(fields)?;
        let Json::Array(items) = fields.required("units")? else {
            return Err(Fault::new("units are not an array", "units", "list the units in an array"));
        };
        let (mut units, mut shares, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (at, item) in items.iter().enumerate() {
            let unit = Fields::of(item, &format!("units[{at}]"))?;
            unit.only(&[&["id"], &Terms::FIELDS[..]].concat())?;
            let id = unit.text("id")?.to_owned();
            if !seen.insert(id.clone()) {
                let what = format!("the id “{}” is used twice", short(&id));
                return Err(Fault::new(what, unit.path("id"), "give every unit an id of its own"));
            }
            units.push(id);
            shares.push(share(&unit)?);
        }
        if let Way::Droop = way {
            no_starts_and_limits(&shares)?;
        }
        weights_are_manageable(shares.iter().map(|share| &share.weight), "units")?;
        let total = number::count(fields.required("total")?, "total")?;
        Ok(Self { total, kept: fields.count("kept")?.unwrap_or(0), way, units, shares })
    }

    fn solve(&self) -> Outcome {
        let name = |positions: &[usize]| positions.iter().map(|&unit| self.units[unit].clone()).collect();
        match split_rest(self.total, self.kept, &self.shares, |rest, shares| self.way.split(rest, shares)) {
            Ok(Split { values, level, ties, .. }) => Outcome::Ok(Solved::Split {
                values: values.into_iter().map(|value| Number(value.into())).collect(),
                level: self.way.level(&level),
                ties: ties
                    .iter()
                    .map(|tie| NamedTie { units: name(&tie.units), places: tie.places })
                    .collect(),
            }),
            Err(Infeasible { reason, gap, clash, release, .. }) => Outcome::Infeasible {
                node: None,
                reason: code(reason),
                gap: Number(gap),
                clash: name(&clash),
                release: name(&release),
            },
        }
    }
}

impl Way {
    fn split(&self, total: u64, shares: &[Share]) -> Result<Split, Infeasible> {
        match self {
            Self::Rule(rule) => split(total, shares, rule),
            Self::Droop => {
                let weights: Vec<Weight> = shares.iter().map(|share| share.weight.clone()).collect();
                split_by_droop(total, &weights)
            }
        }
    }

    fn level(&self, level: &Interval) -> Level {
        match self {
            Self::Rule(rule) => Level::of(rule, level),
            Self::Droop => Level::of(&RoundingRule::LargestRemainder, level),
        }
    }
}

fn share(unit: &Fields<'_>) -> Result<Share, Fault> {
    let terms = Terms::read(unit)?;
    let Bounds { floor, ceiling } = terms.limits();
    let weight = match terms.weight {
        Some(weight) => weight,
        None if terms.lock.is_some() => Weight::Whole(0),
        None => {
            return Err(Fault::new(
                "weight is missing",
                unit.path("weight"),
                "give every unit that is not locked a weight, 0 or more",
            ));
        }
    };
    Ok(Share { start: terms.start.unwrap_or(0), weight, floor, ceiling, released: Bounds::default() })
}

/// How the people are rounded, the quota of largest remainder included.
fn way(fields: &Fields<'_>) -> Result<Way, Fault> {
    let rounding = Rounding::read(fields)?;
    rounding.first_is_used(fields)?;
    let rule = rounding.rule(fields)?;
    let Some(quota) = fields.optional("quota") else { return Ok(Way::Rule(rule)) };
    if rule != RoundingRule::LargestRemainder {
        return Err(Fault::new(
            "a quota goes with largest remainder only",
            "quota",
            "leave it out, or use the rounding \"largest_remainder\"",
        ));
    }
    match quota {
        Json::Text(quota) if quota == "hare" => Ok(Way::Rule(rule)),
        Json::Text(quota) if quota == "droop" => Ok(Way::Droop),
        _ => Err(Fault::new("there is no such quota", "quota", "use \"hare\" or \"droop\", or leave it out")),
    }
}

/// The Droop quota knows neither starts nor limits.
fn no_starts_and_limits(shares: &[Share]) -> Result<(), Fault> {
    let is_plain = |share: &Share| (share.start, share.floor, share.ceiling) == (0, 0, None);
    match shares.iter().position(|share| !is_plain(share)) {
        None => Ok(()),
        Some(at) => Err(Fault::new(
            "with the quota “droop” a unit can have no start, floor, ceiling or lock",
            format!("units[{at}]"),
            "leave them out, or use the quota \"hare\"",
        )),
    }
}
