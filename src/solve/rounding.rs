//! The rounding a problem asks for, by name.

use super::fields::{Fault, Fields, short};
use super::json::Json;
use super::number;
use crate::calc::split::RoundingRule;
use crate::model::Rate;

/// The rounding as a problem, or a node of a tree, names it; what is missing is inherited or has a default.
#[derive(Clone, Debug, Default)]
pub(super) struct Rounding {
    name: Option<Name>,
    /// Modified Webster: twice the first signpost.
    first: Option<Rate>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Webster,
    LargestRemainder,
    Jefferson,
    Adams,
    HuntingtonHill,
    Dean,
    ModifiedWebster,
}

/// How each name is written.
const NAMES: [(&str, Name); 7] = [
    ("webster", Name::Webster),
    ("largest_remainder", Name::LargestRemainder),
    ("jefferson", Name::Jefferson),
    ("adams", Name::Adams),
    ("huntington_hill", Name::HuntingtonHill),
    ("dean", Name::Dean),
    ("modified_webster", Name::ModifiedWebster),
];

impl Rounding {
    /// The names of the fields.
    pub const FIELDS: [&'static str; 2] = ["rounding", "first"];

    pub fn read(fields: &Fields<'_>) -> Result<Self, Fault> {
        let name = fields.optional("rounding").map(|rounding| name(rounding, fields.path("rounding")));
        let first = fields.optional("first").map(|first| self::first(first, &fields.path("first")));
        Ok(Self { name: name.transpose()?, first: first.transpose()? })
    }

    /// With what is missing as at the parent.
    pub fn or(self, parent: &Self) -> Self {
        Self { name: self.name.or(parent.name), first: self.first.or_else(|| parent.first.clone()) }
    }

    /// The rule; Webster unless another is named. `fields` are those of the problem or node it is for.
    pub fn rule(&self, fields: &Fields<'_>) -> Result<RoundingRule, Fault> {
        Ok(match self.name.unwrap_or(Name::Webster) {
            Name::Webster => RoundingRule::Webster,
            Name::LargestRemainder => RoundingRule::LargestRemainder,
            Name::Jefferson => RoundingRule::Jefferson,
            Name::Adams => RoundingRule::Adams,
            Name::HuntingtonHill => RoundingRule::HuntingtonHill,
            Name::Dean => RoundingRule::Dean,
            Name::ModifiedWebster => {
                let rule = self.first.clone().and_then(RoundingRule::modified_webster);
                rule.ok_or_else(|| {
                    let fix = "add \"first\", such as \"7/5\": the first signpost is half of it";
                    Fault::new(
                        "the rounding “modified_webster” lacks its first signpost",
                        fields.path("first"),
                        fix,
                    )
                })?
            }
        })
    }

    /// Where a first signpost is given that no rule uses.
    pub fn first_is_used(&self, fields: &Fields<'_>) -> Result<(), Fault> {
        if self.first.is_none() || self.name == Some(Name::ModifiedWebster) {
            return Ok(());
        }
        let fix = "leave it out, or use the rounding \"modified_webster\"";
        Err(Fault::new("a first signpost goes with modified Webster only", fields.path("first"), fix))
    }
}

fn name(rounding: &Json, place: String) -> Result<Name, Fault> {
    let what = match rounding {
        Json::Text(text) => match NAMES.iter().find(|(known, _)| known == text) {
            Some(&(_, name)) => return Ok(name),
            None => format!("there is no rounding “{}”", short(text)),
        },
        _ => "the rounding is not a string".into(),
    };
    Err(Fault::new(what, place, format!("use one of {}", NAMES.map(|(known, _)| known).join(", "))))
}

fn first(first: &Json, place: &str) -> Result<Rate, Fault> {
    let first = number::ratio(first, place)?;
    if RoundingRule::modified_webster(first.clone()).is_some() {
        return Ok(first);
    }
    Err(Fault::new(
        "the first signpost, half of this, is above 1",
        place,
        "write a number from 0 to 2, such as \"7/5\"; 1 is the same as the rounding \"webster\"",
    ))
}
