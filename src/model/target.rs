//! Targets: who asks for how much.

use serde::{Deserialize, Serialize};

use super::{Date, Provenance, Quantity, Scope, Slot};

/// Who set a target.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Issuer {
    /// Chính phủ.
    Government,
    /// BHXH Việt Nam.
    Vss,
    /// UBND tỉnh.
    Province,
    /// The user's own.
    Own,
    /// Anyone else, by name.
    Named(String),
}

/// The document a target was set by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decision {
    /// Its number, as printed: `3294/QĐ-UBND`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The day it was signed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<Date>,
}

/// One target of the province for an indicator and a year, from one issuer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Target {
    /// Which indicator and year it is for.
    pub slot: Slot,
    /// Who set it.
    pub issuer: Issuer,
    /// Where the people are counted.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub scope: Scope,
    /// How much, in the form it was given.
    pub quantity: Quantity,
    /// How the figure came to be here.
    pub provenance: Provenance,
    /// The decision that set it.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub decision: Decision,
    /// Who says so.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// This row is the one that is split.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub used: bool,
}

impl Target {
    /// The same row with a number the user typed.
    ///
    /// It is *entered* from now on. A source or a decision that vouched for the number before says nothing of the
    /// new one, so both go; where the row was the user's own already, the decision she wrote stays. The number that
    /// stands already is no change.
    #[must_use]
    pub fn retyped(&self, quantity: Quantity) -> Self {
        let own = self.provenance == Provenance::Entered;
        if self.quantity == quantity || own {
            return Self { quantity, ..self.clone() };
        }
        Self {
            quantity,
            provenance: Provenance::Entered,
            decision: Decision::default(),
            source: String::new(),
            ..self.clone()
        }
    }
}
