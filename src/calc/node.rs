//! Splits one node's target over its children and says what came of it.

use super::series::{self, Series};
use super::split::{self, Reason};
use super::terms::{UnitTerms, needs, terms};
use super::{Figure, Finding, NodePlan, Outcome, Standing, UnitPlan, cure};
use crate::model::{Cure, Form, Measure, Method, Quantity, Rule, Scenario, Slot, UnitId};

/// The plan of `node` for an indicator and year; `None` without a target in use or a rule there.
#[must_use]
pub fn derive_node(scenario: &Scenario, slot: Slot, node: UnitId) -> Option<NodePlan> {
    let target = scenario.target(slot)?;
    Some(plan(scenario, scenario.rule(slot, node)?, &target.quantity))
}

/// The plan of the rule's node, with this rule and this target.
pub(super) fn plan(scenario: &Scenario, rule: &Rule, quantity: &Quantity) -> NodePlan {
    let indicator = rule.slot.indicator;
    let mut all = terms(scenario, rule);
    let (own_last, own_base) = own_figures(scenario, rule);
    let last = own_last.or_else(|| series::sum(sharing(&all).map(|unit| unit.last)));
    let base = own_base.or_else(|| series::sum(sharing(&all).map(|unit| unit.base)));
    let people = |figure: Option<Figure>| figure.map(|figure| figure.people);
    let target = quantity.target(people(base), people(last));
    let to_share = target.map(|target| target.saturating_sub(rule.kept));
    let decreasing = to_share.is_some_and(|total| falls(&mut all, rule, total));
    let outcome = to_share.map_or(Outcome::NotSplit, |total| split_node(&all, rule, total));
    let values = given(&all, &outcome);
    let sum = |chosen: &dyn Fn(&UnitTerms) -> bool| -> u128 {
        (all.iter().zip(&values))
            .filter(|(unit, _)| chosen(unit))
            .filter_map(|(_, value)| *value)
            .map(u128::from)
            .sum()
    };
    let given = sum(&|_| true);
    let mut node = NodePlan {
        slot: rule.slot,
        node: rule.node,
        base: indicator.base(),
        quantity: quantity.clone(),
        target,
        upper_target: quantity.upper_target(people(base), people(last)),
        method: rule.method,
        rounding: rule.rounding,
        decreasing,
        no_unit_below_last: rule.no_unit_below_last,
        given,
        locked: sum(&|unit| unit.lock.is_some()),
        kept: rule.kept,
        remaining: target.map_or(0, |target| i128::from(target) - i128::from(rule.kept) - signed(given)),
        units: all.iter().zip(&values).map(|(unit, &value)| unit_plan(unit, value)).collect(),
        participants: participants(&all).map(|(place, _)| place).collect(),
        total: Standing { last, base, given: target },
        outcome,
        findings: Vec::new(),
    };
    node.findings = findings(scenario, rule, &all, &node, [own_last, own_base]);
    node
}

/// Whether the rule's node can be split exactly at this target.
pub(super) fn is_feasible(scenario: &Scenario, rule: &Rule, target: u64) -> bool {
    let Some(total) = target.checked_sub(rule.kept) else { return false };
    let mut all = terms(scenario, rule);
    falls(&mut all, rule, total);
    matches!(split_node(&all, rule, total), Outcome::Split(_))
}

fn own_figures(scenario: &Scenario, rule: &Rule) -> (Option<Figure>, Option<Figure>) {
    let (indicator, year) = (rule.slot.indicator, rule.slot.year);
    (
        Series::last(scenario, indicator, year).figure(rule.node),
        Series::base(scenario, indicator.base(), year).figure(rule.node),
    )
}

fn sharing(all: &[UnitTerms]) -> impl Iterator<Item = &UnitTerms> {
    all.iter().filter(|unit| !unit.left_out)
}

fn participants(all: &[UnitTerms]) -> impl Iterator<Item = (usize, &UnitTerms)> {
    all.iter().enumerate().filter(|(_, unit)| !unit.left_out)
}

/// The decrease rule: where units may fall and the total is below what they start from, one equal
/// percentage of last year's results replaces the method's own start and weight.
fn falls(all: &mut [UnitTerms], rule: &Rule, total: u64) -> bool {
    let starts_from_last = !matches!(rule.method, Method::Lift | Method::Last);
    if !starts_from_last || rule.no_unit_below_last || sharing(all).any(UnitTerms::is_missing) {
        return false;
    }
    let least: u128 = sharing(all).map(|unit| u128::from(unit.share().least())).sum();
    let falls = u128::from(total) < least;
    if falls {
        for unit in all {
            unit.start = Some(0);
            unit.weight = unit.last.map(|figure| figure.people);
        }
    }
    falls
}

fn split_node(all: &[UnitTerms], rule: &Rule, total: u64) -> Outcome {
    if sharing(all).any(UnitTerms::is_missing) {
        return Outcome::NotSplit;
    }
    let shares: Vec<_> = sharing(all).map(UnitTerms::share).collect();
    match split::split(total, &shares, &rule.rounding.into()) {
        Ok(split) => Outcome::Split(Box::new(split)),
        Err(infeasible) => Outcome::Infeasible(infeasible),
    }
}

/// What each child gets; `None` where it is left out or could not be computed.
fn given(all: &[UnitTerms], outcome: &Outcome) -> Vec<Option<u64>> {
    let mut values = match outcome {
        Outcome::Split(split) => split.values.iter(),
        Outcome::Infeasible(infeasible) => infeasible.values.iter(),
        Outcome::NotSplit => [].iter(),
    };
    let computed = !matches!(outcome, Outcome::NotSplit);
    all.iter()
        .map(|unit| match unit {
            UnitTerms { left_out: true, .. } => None,
            _ if computed => values.next().copied(),
            _ => unit.lock,
        })
        .collect()
}

fn unit_plan(unit: &UnitTerms, given: Option<u64>) -> UnitPlan {
    UnitPlan {
        unit: unit.unit,
        last: unit.last,
        base: unit.base,
        given,
        weight: unit.weight.filter(|_| !unit.left_out),
        start: unit.start.unwrap_or(0),
        floor: unit.limits.floor,
        ceiling: unit.limits.ceiling,
        own_floor: unit.own_floor,
        own_ceiling: unit.own_ceiling,
        locked: unit.lock.is_some() && !unit.left_out,
        left_out: unit.left_out,
    }
}

fn findings(
    scenario: &Scenario,
    rule: &Rule,
    all: &[UnitTerms],
    node: &NodePlan,
    own: [Option<Figure>; 2],
) -> Vec<Finding> {
    let mut found = Vec::new();
    found.extend(outcome_finding(scenario, rule, all, node));
    if let Some(target) = node.target.filter(|&target| rule.kept > target) {
        found.push(Finding::KeptExceedsTarget { kept: rule.kept, target });
    }
    if let Some((target, last)) =
        node.target.zip(node.total.last).filter(|(target, last)| *target < last.people)
    {
        found.push(Finding::TargetBelowLast { target, last: last.people });
    }
    if node.decreasing {
        found.push(Finding::Decrease { kept: rule.kept });
    }
    if let Outcome::Split(split) = &node.outcome {
        found.extend(split.ties.iter().map(|tie| Finding::Tie {
            units: tie.units.iter().map(|&unit| node.units[node.participants[unit]].unit).collect(),
            places: tie.places,
        }));
    }
    found.extend(sharing(all).filter_map(limit_finding));
    found.extend(node.units.iter().filter(|unit| unit.standing().is_over_base()).filter_map(|unit| {
        Some(Finding::OverBase { unit: unit.unit, base: node.base, rate: unit.standing().after()? })
    }));
    found.extend(sum_findings(rule, all, own));
    found.extend(missing_findings(rule, all, node));
    found.sort_by_key(Finding::severity);
    found
}

/// What keeps the node from being split exactly, with its cures.
fn outcome_finding(scenario: &Scenario, rule: &Rule, all: &[UnitTerms], node: &NodePlan) -> Option<Finding> {
    let indicator = rule.slot.indicator;
    let infeasible = match (&node.outcome, node.target) {
        (Outcome::Split(_), _) => return None,
        (_, None) => {
            let measure = match node.quantity.form {
                Form::Rate => Measure::Base(indicator.base()),
                Form::People | Form::Growth | Form::Increase => Measure::Result(indicator),
            };
            return Some(Finding::TargetUnknown { measure });
        }
        (Outcome::NotSplit, _) => {
            let units: Vec<UnitId> =
                sharing(all).filter(|unit| unit.is_missing()).map(|unit| unit.unit).collect();
            let measures = missing_measures(rule, all);
            let cures = vec![Cure::LeaveOut(units.clone())];
            return Some(Finding::MissingFigures { method: rule.method, measures, units, cures });
        }
        (Outcome::Infeasible(infeasible), _) => infeasible,
    };
    let ids = |places: &[usize]| -> Vec<UnitId> {
        places.iter().map(|&place| node.units[node.participants[place]].unit).collect()
    };
    let cures = cure::cures(scenario, rule, all, node, infeasible);
    // Where more is kept than the target, that is part of the gap.
    let (gap, clash) = (node.remaining.unsigned_abs(), ids(&infeasible.clash));
    let release = (cures.iter())
        .find_map(|cure| if let Cure::Release(units) = cure { Some(units.clone()) } else { None })
        .unwrap_or_default();
    if !node.participants.is_empty() && sharing(all).all(|unit| unit.lock.is_some()) {
        return Some(Finding::AllLocked { remaining: node.remaining, release, cures });
    }
    Some(match infeasible.reason {
        Reason::FloorsExceedTotal | Reason::FloorAboveCeiling => {
            Finding::FloorsExceed { floors: node.given, gap, kept: rule.kept, clash, release, cures }
        }
        Reason::NoWeight => Finding::NoWeight { method: rule.method, left: gap, cures },
        Reason::CeilingsBelowTotal | Reason::NoUnits => {
            Finding::CeilingsShort { ceilings: node.given, gap, kept: rule.kept, clash, release, cures }
        }
    })
}

/// The figures the method needs and a unit lacks.
pub(super) fn missing_measures(rule: &Rule, all: &[UnitTerms]) -> Vec<Measure> {
    let missing: Vec<&UnitTerms> = sharing(all).filter(|unit| unit.is_missing()).collect();
    let lacks = |unit: &UnitTerms, measure: Measure| match measure {
        Measure::Result(_) | Measure::Estimate(_) => unit.last.is_none(),
        Measure::Base(base) if base == rule.slot.indicator.base() => unit.base.is_none(),
        Measure::Base(_) => unit.weight.is_none(),
    };
    needs(rule.method, rule)
        .into_iter()
        .filter(|&measure| missing.iter().any(|unit| lacks(unit, measure)))
        .collect()
}

fn limit_finding(unit: &UnitTerms) -> Option<Finding> {
    if let Some(measure) = unit.unreadable {
        return Some(Finding::LimitUnknown { unit: unit.unit, measure });
    }
    let crossed = unit.crossed.as_ref()?;
    Some(Finding::FloorAboveCeiling { unit: unit.unit, floor: crossed.floor, ceiling: crossed.ceiling? })
}

/// The node's own figures against what its units come to.
fn sum_findings(rule: &Rule, all: &[UnitTerms], [last, base]: [Option<Figure>; 2]) -> Vec<Finding> {
    let indicator = rule.slot.indicator;
    let units = |read: fn(&UnitTerms) -> Option<Figure>| -> Option<u128> {
        all.iter().map(|unit| read(unit).map(|figure| u128::from(figure.people))).sum()
    };
    [
        (Measure::Result(indicator), last, units(|unit| unit.last)),
        (Measure::Base(indicator.base()), base, units(|unit| unit.base)),
    ]
    .into_iter()
    .filter_map(|(measure, own, units)| {
        let (own, units) = own.map(|figure| figure.people).zip(units.filter(|_| !all.is_empty()))?;
        (u128::from(own) != units).then_some(Finding::SumDiffers { measure, node: rule.node, units, own })
    })
    .collect()
}

/// Figures that are not there, or not of the plan year.
fn missing_findings(rule: &Rule, all: &[UnitTerms], node: &NodePlan) -> Vec<Finding> {
    let ids = |lacks: &dyn Fn(&UnitTerms) -> bool| -> Vec<UnitId> {
        sharing(all).filter(|unit| unit.lock.is_none() && lacks(unit)).map(|unit| unit.unit).collect()
    };
    let mut found = Vec::new();
    let no_floor = ids(&|unit| unit.last.is_none());
    if rule.no_unit_below_last && !no_floor.is_empty() {
        found.push(Finding::NoFloor { units: no_floor });
    }
    let no_ceiling = ids(&|unit| unit.base.is_none());
    if !no_ceiling.is_empty() {
        found.push(Finding::NoCeiling { base: node.base, units: no_ceiling });
    }
    let earliest = sharing(all).filter_map(|unit| unit.base).map(|figure| figure.year).min();
    if let Some(year) = earliest.filter(|&year| year != rule.slot.year) {
        found.push(Finding::BaseOfOtherYear { base: node.base, year });
    }
    let left_out: Vec<UnitId> = all.iter().filter(|unit| unit.left_out).map(|unit| unit.unit).collect();
    if !left_out.is_empty() {
        found.push(Finding::LeftOut { units: left_out });
    }
    found
}

fn signed(count: u128) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}
