//! Gestures on the targets of an indicator and year that take more than one change.

use super::{Edit, ListChange, Purpose};
use crate::model::{Decision, Issuer, Provenance, Quantity, RoadMap, Rule, Scenario, Scope, Slot, Target};

/// Adds a row behind the others of its indicator and year.
#[must_use]
pub fn add_plan(scenario: &Scenario, target: Target) -> Edit {
    let behind = scenario.targets.iter().rposition(|other| other.slot == target.slot);
    let place = behind.map_or(scenario.targets.len(), |last| last + 1);
    Edit::ChangeTargets { place, change: ListChange::Insert(target) }
}

/// Replaces a row of the targets by what `change` makes of it; `None` without such a row.
#[must_use]
pub fn change_plan(scenario: &Scenario, place: usize, change: impl FnOnce(&mut Target)) -> Option<Edit> {
    let mut target = scenario.targets.get(place)?.clone();
    change(&mut target);
    Some(Edit::ChangeTargets { place, change: ListChange::Replace(target) })
}

/// Counts a row of the targets on another scope. Of the row in use, people insured elsewhere move with it: they are
/// kept at the province while they are counted, since no unit can act on them.
///
/// - `elsewhere`: how many they are (people), as far as that is known.
///
/// `None` without such a row.
#[must_use]
pub fn count_scope(scenario: &Scenario, place: usize, scope: Scope, elsewhere: Option<u64>) -> Option<Edit> {
    let old = scenario.targets.get(place)?;
    let recount = change_plan(scenario, place, |target| target.scope = scope)?;
    let root = scenario.root()?.id;
    let (Some(elsewhere), Some(rule)) = (elsewhere.filter(|_| old.used), scenario.rule(old.slot, root))
    else {
        return Some(recount);
    };
    let kept = match (old.scope, scope) {
        (Scope::InProvince, Scope::Both) => rule.kept.max(elsewhere),
        (Scope::Both, Scope::InProvince) => rule.kept.saturating_sub(elsewhere),
        _ => rule.kept,
    };
    if kept == rule.kept {
        return Some(recount);
    }
    let keep = Edit::SetKept { slot: old.slot, node: root, kept };
    Some(Edit::Several { purpose: Purpose::CountScope, edits: vec![recount, keep] })
}

/// Sets the target in use of a year: the one there is, else a row of the user's own, with a rule like that of `like`
/// to split it by.
#[must_use]
pub fn plan_year(scenario: &Scenario, slot: Slot, quantity: Quantity, like: Slot) -> Edit {
    if scenario.target(slot).is_some() {
        return Edit::SetTarget { slot, quantity };
    }
    let rule = rule_like(scenario, slot, like);
    let edits = rule.into_iter().chain([add_plan(scenario, own(slot, quantity))]).collect();
    Edit::Several { purpose: Purpose::PlanYear, edits }
}

/// Sets a road map, with rules like that of `like` for the years it plans.
///
/// - `goal`: the target of its last year, where the document has none in use.
#[must_use]
pub fn plan_ahead(scenario: &Scenario, road_map: RoadMap, goal: Option<Quantity>, like: Slot) -> Edit {
    let RoadMap { indicator, from, to, .. } = road_map;
    let rules =
        (from.saturating_add(1)..=to).filter_map(|year| rule_like(scenario, Slot { indicator, year }, like));
    let slot = Slot { indicator, year: to };
    let goal = goal.filter(|_| scenario.target(slot).is_none());
    let goal = goal.map(|quantity| add_plan(scenario, own(slot, quantity)));
    let set = Edit::SetRoadMap { indicator, road_map: Some(road_map) };
    let mut edits: Vec<Edit> = rules.chain(goal).collect();
    if edits.is_empty() {
        return set;
    }
    edits.push(set);
    Edit::Several { purpose: Purpose::PlanAhead, edits }
}

/// The province's rule of `like` for another year, without what it keeps; `None` where the year has one.
fn rule_like(scenario: &Scenario, slot: Slot, like: Slot) -> Option<Edit> {
    let root = scenario.root()?.id;
    if scenario.rule(slot, root).is_some() {
        return None;
    }
    let rule = Rule { slot, kept: 0, ..scenario.rule(like, root)?.clone() };
    Some(Edit::GiveOwnRule { rule: Box::new(rule), place: None })
}

/// A target of the user's own, in use.
fn own(slot: Slot, quantity: Quantity) -> Target {
    Target {
        slot,
        issuer: Issuer::Own,
        scope: Scope::InProvince,
        quantity,
        provenance: Provenance::Entered,
        decision: Decision::default(),
        source: String::new(),
        used: true,
    }
}
