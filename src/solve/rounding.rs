//! The rounding a problem asks for, by name.

use super::fields::{Fault, Fields, short};
use super::json::Json;
use crate::calc::split::RoundingRule;

/// The rounding as a problem, or a node of a tree, names it; what is missing is inherited or has a default.
#[derive(Clone, Debug, Default)]
pub(super) struct Rounding {
    name: Option<Name>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Webster,
    LargestRemainder,
}

impl Rounding {
    /// The names of the fields.
    pub const FIELDS: [&'static str; 1] = ["rounding"];

    pub fn read(fields: &Fields<'_>) -> Result<Self, Fault> {
        let name = fields.optional("rounding").map(|rounding| name(rounding, fields.path("rounding")));
        Ok(Self { name: name.transpose()? })
    }

    /// The rule; Webster unless another is named. `fields` are those of the problem or node it is for.
    pub fn rule(&self, _fields: &Fields<'_>) -> Result<RoundingRule, Fault> {
        Ok(match self.name.unwrap_or(Name::Webster) {
            Name::Webster => RoundingRule::Webster,
            Name::LargestRemainder => RoundingRule::LargestRemainder,
        })
    }
}

fn name(rounding: &Json, place: String) -> Result<Name, Fault> {
    let fault = |what: String| Err(Fault::new(what, place, "use \"webster\" or \"largest_remainder\""));
    let Json::Text(rounding) = rounding else { return fault("the rounding is not a string".into()) };
    match rounding.as_str() {
        "webster" => Ok(Name::Webster),
        "largest_remainder" => Ok(Name::LargestRemainder),
        "jefferson" | "adams" | "huntington_hill" | "dean" | "modified_webster" => {
            fault(format!("the rounding “{rounding}” is not supported yet"))
        }
        other => fault(format!("there is no rounding “{}”", short(other))),
    }
}
