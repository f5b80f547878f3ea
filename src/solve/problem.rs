//! From JSON to a problem, or to what is wrong with it, where, and how to fix it.

use std::collections::HashSet;

use num_bigint::BigInt;
use num_traits::One as _;

use super::json::Json;
use super::number;
use crate::calc::split::{Bounds, Share, Weight};
use crate::model::{Rate, Rounding};

/// A problem that can be solved: so far the split of one level.
pub(super) struct Problem {
    pub id: String,
    /// What all units get together, with what is kept.
    pub total: u64,
    pub kept: u64,
    pub rounding: Rounding,
    /// Ids, in the order of the shares.
    pub units: Vec<String>,
    pub shares: Vec<Share>,
}

/// What is wrong with a problem.
#[derive(Debug)]
pub(super) struct Fault {
    pub what: String,
    /// The path to the field, such as `units[3].weight`.
    pub place: String,
    pub fix: String,
}

impl Fault {
    pub fn new(what: impl Into<String>, place: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what: what.into(), place: place.into(), fix: fix.into() }
    }
}

/// Digits (binary) that all weights together may have over their common denominator; keeps a problem that was
/// made to be slow from stopping the machine.
const MOST_BITS: u64 = 1 << 25;

/// The id, as far as the problem has one.
pub(super) fn id_of(problem: &Json) -> Option<String> {
    let Json::Object(fields) = problem else { return None };
    match &fields.iter().find(|(name, _)| name == "id")?.1 {
        Json::Text(id) => Some(id.clone()),
        _ => None,
    }
}

impl Problem {
    pub fn read(problem: &Json) -> Result<Self, Fault> {
        let fields = Fields::of(problem, "")?;
        let id = fields.text("id")?.to_owned();
        match fields.text("kind")? {
            "split" => Self::split(&fields, id),
            kind @ ("matrix" | "cascade") => Err(Fault::new(
                format!("problems of kind “{kind}” are not supported yet"),
                "kind",
                "send a problem of kind \"split\"",
            )),
            kind => Err(Fault::new(
                format!("there is no kind “{}”", short(kind)),
                "kind",
                "send a problem of kind \"split\"",
            )),
        }
    }

    fn split(fields: &Fields<'_>, id: String) -> Result<Self, Fault> {
        fields.only(&["id", "kind", "total", "kept", "rounding", "quota", "units"])?;
        let rounding = rounding(fields)?;
        quota(fields, rounding)?;
        let Json::Array(items) = fields.required("units")? else {
            return Err(Fault::new("units are not an array", "units", "list the units in an array"));
        };
        let (mut units, mut shares, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (at, item) in items.iter().enumerate() {
            let unit = Fields::of(item, &format!("units[{at}]"))?;
            unit.only(&["id", "start", "weight", "floor", "ceiling", "lock"])?;
            let id = unit.text("id")?.to_owned();
            if !seen.insert(id.clone()) {
                let what = format!("the id “{}” is used twice", short(&id));
                return Err(Fault::new(what, unit.path("id"), "give every unit an id of its own"));
            }
            units.push(id);
            shares.push(share(&unit)?);
        }
        weights_are_manageable(&shares)?;
        let total = number::count(fields.required("total")?, "total")?;
        Ok(Self { id, total, kept: fields.count("kept")?.unwrap_or(0), rounding, units, shares })
    }
}

fn share(unit: &Fields<'_>) -> Result<Share, Fault> {
    let lock = unit.count("lock")?;
    let weight = match unit.optional("weight") {
        Some(weight) => number::ratio(weight, &unit.path("weight"))?,
        None if lock.is_some() => Rate::default(),
        None => {
            return Err(Fault::new(
                "weight is missing",
                unit.path("weight"),
                "give every unit that is not locked a weight, 0 or more",
            ));
        }
    };
    let floor = unit.count("floor")?.unwrap_or(0);
    let ceiling = unit.count("ceiling")?;
    // A lock stands in place of the other limits.
    let (floor, ceiling) = lock.map_or((floor, ceiling), |value| (value, Some(value)));
    let weight = match u64::try_from(weight.numer()) {
        Ok(whole) if weight.is_integer() => Weight::Whole(whole),
        _ => Weight::Ratio(weight),
    };
    let start = unit.count("start")?.unwrap_or(0);
    Ok(Share { start, weight, floor, ceiling, released: Bounds::default() })
}

fn rounding(fields: &Fields<'_>) -> Result<Rounding, Fault> {
    let Some(rounding) = fields.optional("rounding") else { return Ok(Rounding::CommonLevel) };
    let fault = |what| Err(Fault::new(what, "rounding", "use \"webster\" or \"largest_remainder\""));
    let Json::Text(rounding) = rounding else { return fault("the rounding is not a string".into()) };
    match rounding.as_str() {
        "webster" => Ok(Rounding::CommonLevel),
        "largest_remainder" => Ok(Rounding::LargestRemainder),
        "jefferson" | "adams" | "huntington_hill" | "dean" | "modified_webster" => {
            fault(format!("the rounding “{rounding}” is not supported yet"))
        }
        other => fault(format!("there is no rounding “{}”", short(other))),
    }
}

fn quota(fields: &Fields<'_>, rounding: Rounding) -> Result<(), Fault> {
    let Some(quota) = fields.optional("quota") else { return Ok(()) };
    if rounding != Rounding::LargestRemainder {
        return Err(Fault::new(
            "a quota goes with largest remainder only",
            "quota",
            "leave it out, or use the rounding \"largest_remainder\"",
        ));
    }
    match quota {
        Json::Text(quota) if quota == "hare" => Ok(()),
        Json::Text(quota) if quota == "droop" => Err(Fault::new(
            "the quota “droop” is not supported yet",
            "quota",
            "use \"hare\", or leave it out",
        )),
        _ => Err(Fault::new("there is no such quota", "quota", "use \"hare\", or leave it out")),
    }
}

/// Whether the weights over their common denominator are numbers one can compute with.
fn weights_are_manageable(shares: &[Share]) -> Result<(), Fault> {
    let most = MOST_BITS / (shares.len() as u64).max(1);
    let mut common = BigInt::one();
    for share in shares {
        common = share.weight.common_denominator(common);
        if common.bits() > most {
            return Err(Fault::new(
                "the common denominator of the weights is too long",
                "units",
                "give the weights one denominator; only their ratios matter",
            ));
        }
    }
    Ok(())
}

/// The fields of an object, and where it stands.
struct Fields<'a> {
    fields: &'a [(String, Json)],
    place: String,
}

impl<'a> Fields<'a> {
    /// # Errors
    /// Where the value is no object, or a field is given twice.
    fn of(value: &'a Json, place: &str) -> Result<Self, Fault> {
        let Json::Object(fields) = value else {
            let what = format!("this is {}, not an object", value.kind());
            let place = if place.is_empty() { "problem" } else { place };
            return Err(Fault::new(what, place, "write an object: {\"id\": …}"));
        };
        let fields = Self { fields, place: place.to_owned() };
        let mut seen = HashSet::new();
        match fields.fields.iter().find(|(name, _)| !seen.insert(name)) {
            Some((name, _)) => {
                Err(Fault::new("the field is given twice", fields.path(name), "leave one of them out"))
            }
            None => Ok(fields),
        }
    }

    fn path(&self, name: &str) -> String {
        let name = short(name);
        if self.place.is_empty() { name } else { format!("{}.{name}", self.place) }
    }

    fn only(&self, known: &[&str]) -> Result<(), Fault> {
        match self.fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => {
                let fix = format!("leave it out; known here are {}", known.join(", "));
                Err(Fault::new(format!("there is no field “{}”", short(name)), self.path(name), fix))
            }
            None => Ok(()),
        }
    }

    /// The field, unless it is missing or null.
    fn optional(&self, name: &str) -> Option<&'a Json> {
        let value = &self.fields.iter().find(|(found, _)| found == name)?.1;
        (*value != Json::Null).then_some(value)
    }

    fn required(&self, name: &str) -> Result<&'a Json, Fault> {
        self.optional(name).ok_or_else(|| {
            Fault::new(format!("{name} is missing"), self.path(name), format!("add the field \"{name}\""))
        })
    }

    fn text(&self, name: &str) -> Result<&'a str, Fault> {
        match self.required(name)? {
            Json::Text(text) => Ok(text),
            other => Err(Fault::new(
                format!("{name} is {}, not a string", other.kind()),
                self.path(name),
                format!("write the {name} in quotation marks"),
            )),
        }
    }

    fn count(&self, name: &str) -> Result<Option<u64>, Fault> {
        self.optional(name).map(|value| number::count(value, &self.path(name))).transpose()
    }
}

/// Text from outside, short enough to repeat in a sentence.
fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
