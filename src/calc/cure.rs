//! What would make an impossible split possible. Every cure proposed here does: it is tried first.

use super::NodePlan;
use super::levels::{Instead, Levels};
use super::split::{Infeasible, Reason, RoundingRule, Share, Weight, split};
use super::terms::UnitTerms;
use crate::model::{Cure, Limit, Quantity, Rule, Scenario, UnitId};

/// The cures of the infeasible node at `place`, the gentlest first.
pub(super) fn cures(
    levels: &Levels<'_>,
    place: usize,
    all: &[UnitTerms],
    node: &NodePlan,
    infeasible: &Infeasible,
) -> Vec<Cure> {
    let problem = Problem { levels, place, rule: &levels.nodes[place].rule, all, node, infeasible };
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
    levels: &'a Levels<'a>,
    place: usize,
    rule: &'a Rule,
    all: &'a [UnitTerms],
    node: &'a NodePlan,
    infeasible: &'a Infeasible,
}

impl Problem<'_> {
    /// The target that is just what everyone stands at: the province's own, or, below it, the limit that gives
    /// the node what its units cannot take.
    fn fit_target(&self) -> Option<Cure> {
        let target = self.node.target?;
        let to = u64::try_from(self.node.given).ok()?.checked_add(self.rule.kept)?;
        let unit = self.node.node;
        let rises = to > target;
        let by = to.abs_diff(target);
        match (self.place, rises) {
            _ if by == 0 => None,
            (0, true) => Some(Cure::RaiseTarget { to, by }),
            (0, false) => Some(Cure::LowerTarget { to, by }),
            (_, true) if self.moves(unit, to, rises) => Some(Cure::RaiseNode { unit, to, by }),
            (_, false) if self.moves(unit, to, rises) => Some(Cure::LowerNode { unit, to, by }),
            _ => None,
        }
    }

    /// Whether the node's own limit, moved to `to`, leaves nothing off.
    fn moves(&self, unit: UnitId, to: u64, rises: bool) -> bool {
        let own = self.scenario().limits.get(self.rule.slot, unit).cloned().unwrap_or_default();
        self.is_mended_by(|scenario| drop(scenario.limits.set(self.rule.slot, unit, own.moved(to, rises))))
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
        let instead = Instead { rule: Some(&rule), quantity: Some(self.levels.quantity) };
        self.is_mended(self.scenario(), instead).then_some(Cure::LetUnitsFall)
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
        let floors: Vec<(UnitId, Quantity)> = floors.collect();
        let set = |limit, floor| Limit { floor: Some(floor), ..limit };
        self.mends(&floors, set).then_some(Cure::LowerFloors(floors))
    }

    /// Ceilings the user set rise by exactly the gap, in proportion to themselves.
    fn raise_ceilings(&self) -> Option<Cure> {
        let own: Vec<(&UnitTerms, u64)> = (self.all.iter())
            .filter(|unit| unit.own_ceiling && !unit.left_out && unit.weighs())
            .filter_map(|unit| Some((unit, unit.limits.ceiling?)))
            .collect();
        let all_zero = own.iter().all(|&(_, ceiling)| ceiling == 0);
        let room = |unit: &UnitTerms, ceiling: u64| Some(unit.below?.ceiling?.saturating_sub(ceiling));
        let parts: Vec<Share> = (own.iter())
            .map(|&(unit, ceiling)| part(if all_zero { 1 } else { ceiling }, room(unit, ceiling)))
            .collect();
        let rises = self.in_proportion(&parts)?;
        let ceilings: Option<Vec<(UnitId, Quantity)>> = (own.iter().zip(rises))
            .filter(|&(_, rise)| rise > 0)
            .map(|(&(unit, ceiling), rise)| Some((unit.unit, Quantity::people(ceiling.checked_add(rise)?))))
            .collect();
        let ceilings = ceilings?;
        let set = |limit, ceiling| Limit { ceiling: Some(ceiling), ..limit };
        self.mends(&ceilings, set).then_some(Cure::RaiseCeilings(ceilings))
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
        let release = |scenario: &mut Scenario| {
            for &unit in &units {
                scenario.limits.set(self.rule.slot, unit, Limit::default());
            }
        };
        self.is_mended_by(release).then_some(Cure::Release(units))
    }

    /// Whether these limits, `set` to these quantities, leave nothing off.
    fn mends(&self, changes: &[(UnitId, Quantity)], set: impl Fn(Limit, Quantity) -> Limit) -> bool {
        let slot = self.rule.slot;
        self.is_mended_by(|scenario| {
            for (unit, quantity) in changes {
                let own = scenario.limits.get(slot, *unit).cloned().unwrap_or_default();
                scenario.limits.set(slot, *unit, set(own, quantity.clone()));
            }
        })
    }

    fn is_mended_by(&self, change: impl FnOnce(&mut Scenario)) -> bool {
        let mut changed = self.scenario().clone();
        change(&mut changed);
        // What is tried already (another method, another target) stays tried.
        let rule = self.levels.nodes[self.place].rule.as_ref();
        self.is_mended(&changed, Instead { rule: Some(rule), quantity: Some(self.levels.quantity) })
    }

    fn is_mended(&self, scenario: &Scenario, instead: Instead<'_>) -> bool {
        let after = Levels::of(scenario, self.rule.slot, self.levels.source.tree, instead);
        after.is_some_and(|after| after.is_mended(self.place, self.levels))
    }

    fn scenario(&self) -> &Scenario {
        self.levels.source.scenario
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
