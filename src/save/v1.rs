//! Version 1, as it was released: frozen.
//!
//! Its text was JSON only: `{"version":1,"scenario":…}`, or `{"version":1,"kept":…}` for what is kept beside scenarios.
//! The parts of the document named here by their types of today are still of the shape they had then. When one changes,
//! its old shape is copied here first, with a `From` into the new one; the samples in `tests/data/saves` fail until then.

use serde::Deserialize;

use crate::model::{Bands, Claim, Column, Custom, Limits, Origin, RoadMap, Rule, ScenarioId, Target, Unit};

/// The document of version 1.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scenario {
    id: ScenarioId,
    name: String,
    #[serde(default)]
    note: String,
    #[serde(default)]
    origin: Origin,
    units: Vec<Unit>,
    #[serde(default)]
    customs: Vec<Custom>,
    facts: Vec<Column>,
    targets: Vec<Target>,
    rules: Vec<Rule>,
    limits: Limits,
    #[serde(default)]
    claims: Vec<Claim>,
    #[serde(default)]
    road_maps: Vec<RoadMap>,
    #[serde(default)]
    bands: Bands,
}

impl From<Scenario> for crate::model::Scenario {
    fn from(old: Scenario) -> Self {
        let Scenario { id, name, note, origin, units, customs, facts, targets, rules, limits, .. } = old;
        let Scenario { claims, road_maps, bands, .. } = old;
        Self {
            id,
            name,
            note,
            origin,
            units,
            customs,
            facts,
            targets,
            rules,
            limits,
            claims,
            road_maps,
            bands,
        }
    }
}
