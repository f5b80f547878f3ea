//! How a scenario begins, and a plan in it.

use std::collections::BTreeSet;

use super::{
    Bands, CustomId, Decision, Issuer, Kind, Limits, Measure, Method, Origin, Provenance, Quantity, Rule,
    Scenario, ScenarioId, Scope, Slot, Target, Unit, UnitId,
};

impl Scenario {
    /// A scenario of a province still without units and figures, which plans one indicator in one year and has no
    /// number for its target yet.
    #[must_use]
    pub fn blank(id: ScenarioId, name: String, province: String, slot: Slot) -> Self {
        let root = UnitId(0);
        let mut blank = Self {
            id,
            name,
            note: String::new(),
            origin: Origin::Own,
            units: vec![Unit {
                id: root,
                code: String::new(),
                name: province,
                kind: Kind::Province,
                parent: None,
            }],
            customs: Vec::new(),
            facts: Vec::new(),
            targets: vec![Target::open(slot)],
            rules: Vec::new(),
            limits: Limits::default(),
            claims: Vec::new(),
            road_maps: Vec::new(),
            bands: Bands::default(),
        };
        blank.rules.push(Rule::new(slot, root, blank.starting_method(slot)));
        blank
    }

    /// The method a plan starts with: lift the lowest where every unit has a figure for the indicator's base, else
    /// equal growth, which needs nothing but last year's results. So it is without units, too.
    #[must_use]
    pub fn starting_method(&self, slot: Slot) -> Method {
        let parents: BTreeSet<UnitId> = self.units.iter().filter_map(|unit| unit.parent).collect();
        let measure = Measure::Base(slot.indicator.base());
        let has_base = |unit: UnitId| {
            (self.facts.iter())
                .filter(|column| column.measure == measure && column.year <= slot.year)
                .filter(|column| column.scope == Scope::InProvince)
                .any(|column| column.figure(unit).is_some())
        };
        // A unit with others below it takes their sum where it has no figure itself.
        let mut lowest =
            self.units.iter().filter(|unit| unit.parent.is_some() && !parents.contains(&unit.id)).peekable();
        if lowest.peek().is_some() && lowest.all(|unit| has_base(unit.id)) {
            Method::Lift
        } else {
            Method::Last
        }
    }

    /// The id of the next unit: one more than the largest there is.
    #[must_use]
    pub fn next_unit_id(&self) -> UnitId {
        UnitId(self.units.iter().map(|unit| unit.id.0).max().map_or(0, |largest| largest.saturating_add(1)))
    }

    /// The id of the next series of the user's own.
    #[must_use]
    pub fn next_custom_id(&self) -> CustomId {
        let largest = self.customs.iter().map(|series| series.id.0).max();
        CustomId(largest.map_or(0, |largest| largest.saturating_add(1)))
    }
}

impl Target {
    /// The user's own target for an indicator and year, in use, whose number is still to come.
    #[must_use]
    pub fn open(slot: Slot) -> Self {
        Self {
            slot,
            issuer: Issuer::Own,
            scope: Scope::InProvince,
            quantity: Quantity::open(),
            provenance: Provenance::Entered,
            decision: Decision::default(),
            source: String::new(),
            used: true,
        }
    }
}
