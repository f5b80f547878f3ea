//! Targets: who asks for how much.

use serde::{Deserialize, Serialize};

use super::{Provenance, Quantity, Scope, Slot};

/// Who set a target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
    /// Who says so, or the decision's number and date.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// This row is the one that is split.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub used: bool,
}
