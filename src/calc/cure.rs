//! What would make an impossible split possible. Every cure proposed here does: it is tried first.

use super::NodePlan;
use super::split::{Infeasible, Reason, RoundingRule, Share, Weight, split};
use super::terms::UnitTerms;
use crate::model::{Cure, Limit, Quantity, Rule, Scenario, UnitId};

/// The cures of an infeasible node, the gentlest first.
pub(super) fn cures(
    scenario: &Scenario,
    rule: &Rule,
    all: &[UnitTerms],
    node: &NodePlan,
    infeasible: &Infeasible,
) -> Vec<Cure> {
    let problem = Problem { scenario, rule, all, node, infeasible };
    match infeasible.reason {
        Reason::FloorsExceedTotal | Reason::FloorAboveCeiling => {
            [problem.fit_target(), problem.let_units_fall(), problem.lower_floors(), problem.release()]
                .into_iter()
                .flatten()
                .collect()
        }
        Reason::NoWeight | Reason::CeilingsBelowTotal | Reason::NoUnits => {
            [problem.keep(), problem.raise_ceilings(), problem.fit_target(), problem.release()]
                .into_iter()
                .flatten()
                .collect()
        }
    }
}

struct Problem<'a> {
    scenario: &'a Scenario,
    rule: &'a Rule,
    all: &'a [UnitTerms],
    node: &'a NodePlan,
    infeasible: &'a Infeasible,
}

impl Problem<'_> {
    /// The target that is just what everyone stands at.
    fn fit_target(&self) -> Option<Cure> {
        let target = self.node.target?;
        let to = u64::try_from(self.node.given).ok()?.checked_add(self.rule.kept)?;
        match target.checked_sub(to) {
            Some(0) => None,
            Some(by) => Some(Cure::LowerTarget { to, by }),
            None => Some(Cure::RaiseTarget { to, by: to - target }),
        }
    }

    /// What cannot be given stays at the node.
    fn keep(&self) -> Option<Cure> {
        let kept = u64::try_from(self.node.remaining).ok()?.checked_add(self.rule.kept)?;
        Some(Cure::KeepAtNode(kept))
    }

    /// Only where floors from last year are in the way: where it is enough, they are.
    fn let_units_fall(&self) -> Option<Cure> {
        if !self.rule.no_unit_below_last {
            return None;
        }
        let rule = Rule { no_unit_below_last: false, ..self.rule.clone() };
        super::node::is_feasible(self.scenario, &rule, self.node.target?).then_some(Cure::LetUnitsFall)
    }

    /// Floors the user set fall by exactly the gap, in proportion to what each adds above the default.
    fn lower_floors(&self) -> Option<Cure> {
        let added = |unit: &UnitTerms| unit.share().least().saturating_sub(unit.least_without_floor());
        let own: Vec<(&UnitTerms, u64)> = (self.all.iter())
            .filter(|unit| unit.own_floor && !unit.left_out)
            .map(|unit| (unit, added(unit)))
            .filter(|&(_, added)| added > 0)
            .collect();
        let parts: Vec<Share> = own.iter().map(|&(_, added)| part(added, Some(added))).collect();
        let cuts = self.in_proportion(&parts)?;
        let floors =
            own.iter().zip(cuts).filter(|&(_, cut)| cut > 0).map(|(&(unit, _), cut)| {
                (unit.unit, Quantity::people(unit.share().least().saturating_sub(cut)))
            });
        Some(Cure::LowerFloors(floors.collect()))
    }

    /// Ceilings the user set rise by exactly the gap, in proportion to themselves.
    fn raise_ceilings(&self) -> Option<Cure> {
        let own: Vec<(UnitId, u64)> = (self.all.iter())
            .filter(|unit| unit.own_ceiling && !unit.left_out && unit.weight.is_some_and(|weight| weight > 0))
            .filter_map(|unit| Some((unit.unit, unit.limits.ceiling?)))
            .collect();
        let all_zero = own.iter().all(|&(_, ceiling)| ceiling == 0);
        let parts: Vec<Share> =
            own.iter().map(|&(_, ceiling)| part(if all_zero { 1 } else { ceiling }, None)).collect();
        let rises = self.in_proportion(&parts)?;
        let ceilings: Option<Vec<_>> = (own.iter().zip(rises))
            .filter(|&(_, rise)| rise > 0)
            .map(|(&(unit, ceiling), rise)| Some((unit, Quantity::people(ceiling.checked_add(rise)?))))
            .collect();
        Some(Cure::RaiseCeilings(ceilings?))
    }

    /// The fewest units whose own limits are in the way. With another total to share out, or with limits that
    /// no longer make the units fall together, the same release may not be enough: then it is no cure.
    fn release(&self) -> Option<Cure> {
        let units: Vec<UnitId> = (self.infeasible.release.iter())
            .map(|&place| self.node.units[self.node.participants[place]].unit)
            .collect();
        if units.is_empty() {
            return None;
        }
        let mut released = self.scenario.clone();
        for &unit in &units {
            released.limits.set(self.rule.slot, unit, Limit::default());
        }
        super::node::is_feasible(&released, self.rule, self.node.target?).then_some(Cure::Release(units))
    }

    fn in_proportion(&self, parts: &[Share]) -> Option<Vec<u64>> {
        let gap = u64::try_from(self.node.remaining.unsigned_abs()).ok()?;
        Some(split(gap, parts, &RoundingRule::LargestRemainder).ok()?.values)
    }
}

fn part(weight: u64, ceiling: Option<u64>) -> Share {
    Share {
        start: 0,
        weight: Weight::Whole(weight),
        floor: 0,
        ceiling,
        released: super::split::Bounds { floor: 0, ceiling: None },
    }
}
