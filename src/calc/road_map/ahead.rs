//! Plans several years ahead: a year without a result starts from what the plan gave the year before.
//!
//! The plan of a year is derived from the scenario *as seen from that year*: to the document are added the
//! targets its road maps work out, and, as estimates, what the plans of the earlier years give each unit.
//! The document itself never holds them.

use std::borrow::Cow;

use super::years::{road_maps, worked_out};
use crate::calc::check::Figures;
use crate::calc::tree::Tree;
use crate::calc::{NodePlan, plans_as_is};
use crate::model::{
    Column, Decision, Issuer, Measure, Provenance, Quantity, RoadMap, Scenario, Scope, Slot, Target, UnitId,
};

/// The scenario as seen from a slot's year: the document itself where no road map plans it.
pub(in crate::calc) fn ahead_of(scenario: &Scenario, slot: Slot) -> Cow<'_, Scenario> {
    let Some(road_map) = scenario.road_maps.iter().find(|road_map| road_map.plans(slot.indicator, slot.year))
    else {
        return Cow::Borrowed(scenario);
    };
    let RoadMap { indicator, from, .. } = *road_map;
    let mut seen = with_worked_out_targets(scenario);
    if let Some(tree) = Tree::of(scenario) {
        for year in from.saturating_add(1)..slot.year {
            let plans = plans_as_is(&seen, Slot { indicator, year }, &tree);
            seen.facts.extend(given(&plans, scenario));
        }
    }
    Cow::Owned(seen)
}

/// The plans of all nodes for every slot that has a target in use or one that a road map works out, in the order
/// of the targets, those worked out last.
pub(in crate::calc) fn derive_ahead(scenario: &Scenario, tree: &Tree) -> Vec<NodePlan> {
    let mut seen = with_worked_out_targets(scenario);
    let mut slots: Vec<(usize, Slot)> = seen.slots().enumerate().collect();
    slots.sort_by_key(|(_, slot)| slot.year);
    let mut found: Vec<(usize, Vec<NodePlan>)> = Vec::with_capacity(slots.len());
    for (place, slot) in slots {
        let plans = plans_as_is(&seen, slot, tree);
        if scenario.road_maps.iter().any(|road_map| road_map.plans(slot.indicator, slot.year)) {
            seen.facts.extend(given(&plans, scenario));
        }
        found.push((place, plans));
    }
    found.sort_by_key(|(place, _)| *place);
    found.into_iter().flat_map(|(_, plans)| plans).collect()
}

fn with_worked_out_targets(scenario: &Scenario) -> Scenario {
    let mut seen = scenario.clone();
    let Some(root) = scenario.root().map(|root| root.id) else { return seen };
    for plan in road_maps(scenario, &Figures::new(scenario)) {
        for (slot, people) in worked_out(&plan) {
            if scenario.target(slot).is_none() && scenario.rule(slot, root).is_some() {
                seen.targets.push(Target {
                    slot,
                    issuer: Issuer::Own,
                    scope: Scope::InProvince,
                    quantity: Quantity::people(people),
                    provenance: Provenance::Computed,
                    decision: Decision::default(),
                    source: String::new(),
                    used: true,
                });
            }
        }
    }
    seen
}

/// What the plans of one slot give, as a column of estimates: it counts only where there is no result. The province
/// itself is in it only where the document knows nothing of the year, else it is what its units come to.
fn given(plans: &[NodePlan], scenario: &Scenario) -> Option<Column> {
    let province = plans.first()?;
    let Slot { indicator, year } = province.slot;
    let known = scenario.facts.iter().any(|column| {
        let is_result =
            matches!(column.measure, Measure::Result(of) | Measure::Estimate(of) if of == indicator);
        is_result && column.year == year && column.scope == Scope::InProvince
    });
    let own = province.target.filter(|_| !known).map(|people| (province.node, people));
    let units = plans.iter().flat_map(|plan| &plan.units).filter_map(|unit| Some((unit.unit, unit.given?)));
    let mut figures: Vec<(UnitId, u64)> = units.chain(own).collect();
    figures.sort_unstable();
    Some(Column {
        measure: Measure::Estimate(indicator),
        year,
        scope: Scope::InProvince,
        provenance: Provenance::Computed,
        source: String::new(),
        note: String::new(),
        figures,
    })
}
