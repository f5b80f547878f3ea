//! Reading a problem: the fields of an object, what every kind shares, and faults that say what is wrong, where, and
//! how to fix it.

use std::collections::HashSet;

use num_bigint::BigInt;
use num_traits::One as _;

use super::json::{Json, MOST_LEVELS};
use super::number;
use crate::calc::split::{Bounds, Weight};

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

    /// For what is [`Json::TooDeep`].
    pub fn too_deep(place: impl Into<String>) -> Self {
        let what = format!("this is more than {MOST_LEVELS} levels deep");
        Self::new(what, place, format!("nest at most {} nodes in one another", MOST_LEVELS / 2 - 2))
    }
}

/// The fields of an object, and where it stands.
pub(super) struct Fields<'a> {
    fields: &'a [(String, Json)],
    place: String,
}

impl<'a> Fields<'a> {
    /// # Errors
    /// Where the value is no object, or a field is given twice.
    pub fn of(value: &'a Json, place: &str) -> Result<Self, Fault> {
        let Json::Object(fields) = value else {
            if *value == Json::TooDeep {
                return Err(Fault::too_deep(place));
            }
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

    pub fn path(&self, name: &str) -> String {
        let name = short(name);
        if self.place.is_empty() { name } else { format!("{}.{name}", self.place) }
    }

    pub fn only(&self, known: &[&str]) -> Result<(), Fault> {
        match self.fields.iter().find(|(name, _)| !known.contains(&name.as_str())) {
            Some((name, _)) => {
                let fix = format!("leave it out; known here are {}", known.join(", "));
                Err(Fault::new(format!("there is no field “{}”", short(name)), self.path(name), fix))
            }
            None => Ok(()),
        }
    }

    /// The field, unless it is missing or null.
    pub fn optional(&self, name: &str) -> Option<&'a Json> {
        let value = &self.fields.iter().find(|(found, _)| found == name)?.1;
        (*value != Json::Null).then_some(value)
    }

    pub fn required(&self, name: &str) -> Result<&'a Json, Fault> {
        self.optional(name).ok_or_else(|| {
            Fault::new(format!("{name} is missing"), self.path(name), format!("add the field \"{name}\""))
        })
    }

    pub fn text(&self, name: &str) -> Result<&'a str, Fault> {
        match self.required(name)? {
            Json::Text(text) => Ok(text),
            other => Err(Fault::new(
                format!("{name} is {}, not a string", other.kind()),
                self.path(name),
                format!("write the {name} in quotation marks"),
            )),
        }
    }

    pub fn count(&self, name: &str) -> Result<Option<u64>, Fault> {
        self.optional(name).map(|value| number::count(value, &self.path(name))).transpose()
    }
}

/// What a unit, or a node of a tree, may carry: everything as it was written.
pub(super) struct Terms {
    pub start: Option<u64>,
    pub weight: Option<Weight>,
    pub floor: Option<u64>,
    pub ceiling: Option<u64>,
    pub lock: Option<u64>,
}

impl Terms {
    /// The names of the fields.
    pub const FIELDS: [&'static str; 5] = ["start", "weight", "floor", "ceiling", "lock"];

    pub fn read(fields: &Fields<'_>) -> Result<Self, Fault> {
        let weight = |value| number::ratio(value, &fields.path("weight"));
        let weight = fields.optional("weight").map(weight).transpose()?;
        Ok(Self {
            start: fields.count("start")?,
            weight: weight.map(|weight| match u64::try_from(weight.numer()) {
                Ok(whole) if weight.is_integer() => Weight::Whole(whole),
                _ => Weight::Ratio(weight),
            }),
            floor: fields.count("floor")?,
            ceiling: fields.count("ceiling")?,
            lock: fields.count("lock")?,
        })
    }

    /// The least and the most: a lock stands in place of both.
    pub fn limits(&self) -> Bounds {
        match self.lock {
            Some(value) => Bounds { floor: value, ceiling: Some(value) },
            None => Bounds { floor: self.floor.unwrap_or(0), ceiling: self.ceiling },
        }
    }
}

/// Digits (binary) that all weights together may have over their common denominator; keeps a problem that was
/// made to be slow from stopping the machine.
const MOST_BITS: u64 = 1 << 25;

/// Whether `weights` over their common denominator are numbers one can compute with; `place` holds them all.
pub(super) fn weights_are_manageable<'a>(
    weights: impl ExactSizeIterator<Item = &'a Weight>,
    place: &str,
) -> Result<(), Fault> {
    let most = MOST_BITS / (weights.len() as u64).max(1);
    let mut common = BigInt::one();
    for weight in weights {
        common = weight.common_denominator(common);
        if common.bits() > most {
            return Err(Fault::new(
                "the common denominator of the weights is too long",
                place,
                "give the weights one denominator; only their ratios matter",
            ));
        }
    }
    Ok(())
}

/// Text from outside, short enough to repeat in a sentence.
pub(super) fn short(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    text.chars().take(LONGEST).chain(['…']).collect()
}
