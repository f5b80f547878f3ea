//! Splits one node's target over its children and says what came of it.

use std::borrow::Cow;

use super::difficulty::{Yardstick, difficulty};
use super::levels::{Asked, Levels, Node};
use super::series::Past;
use super::split::{self, Reason, Weight};
use super::terms::{UnitTerms, needs};
use super::{Figure, Finding, NodePlan, Outcome, Standing, UnitPlan, cure};
use crate::model::{Cure, Driver, Measure, NoPeople, Rule, Scenario, UnitId};

/// How a node shares out what it is asked for.
pub(super) struct Shared<'n> {
    pub outcome: Outcome,
    /// What each child gets (people); `None` where it is left out or could not be computed.
    pub values: Vec<Option<u64>>,
    /// The terms in force.
    pub terms: Cow<'n, [UnitTerms]>,
    /// The decrease rule is in force.
    pub decreasing: bool,
}

impl Shared<'_> {
    /// All of `target` is given or kept.
    pub fn is_exact(&self, target: Option<u64>, kept: u64) -> bool {
        matches!(self.outcome, Outcome::Split(_)) && target.is_some_and(|target| kept <= target)
    }
}

/// Shares `target` (people) out over the node's children.
pub(super) fn share_out<'n>(node: &'n Node<'_>, target: Option<u64>) -> Shared<'n> {
    let to_share = target.map(|target| target.saturating_sub(node.rule.kept));
    let fallen = to_share.and_then(|total| fallen(&node.terms, &node.rule, total));
    let decreasing = fallen.is_some();
    let terms = fallen.map_or(Cow::Borrowed(node.terms.as_slice()), Cow::Owned);
    let mut outcome = to_share.map_or(Outcome::NotSplit, |total| split_node(&terms, &node.rule, total));
    if let (Outcome::Split(split), Some(mixture), false) = (&mut outcome, &node.mixture, decreasing) {
        split.level = mixture.unscaled(&split.level);
        split.proof = mixture.unscaled(&split.proof);
    }
    Shared { values: given(&terms, &outcome), outcome, terms, decreasing }
}

/// The plan of the node at `place`, asked for so many people.
pub(super) fn plan(levels: &Levels<'_>, place: usize, asked: Asked) -> NodePlan {
    let Node { rule, rule_of, mixture, .. } = &levels.nodes[place];
    let Asked { quantity, target, upper } = asked;
    let rank = levels.source.tree.nodes()[place];
    let (last, base) = (levels.source.figures.last[rank], levels.source.figures.base[rank]);
    let Shared { outcome, values, terms, decreasing } = share_out(&levels.nodes[place], target);
    let sum = |chosen: &dyn Fn(&UnitTerms) -> bool| -> u128 {
        (terms.iter().zip(&values))
            .filter(|(unit, _)| chosen(unit))
            .filter_map(|(_, value)| *value)
            .map(u128::from)
            .sum()
    };
    let given = sum(&|_| true);
    let mixture = mixture.as_ref().filter(|_| !decreasing);
    let mut node = NodePlan {
        slot: rule.slot,
        node: rule.node,
        base: rule.slot.indicator.base(),
        quantity,
        target,
        upper_target: upper,
        method: rule.method,
        mix: mixture.map(|mixture| mixture.terms.clone()).unwrap_or_default(),
        rounding: rule.rounding,
        rule_of: *rule_of,
        starts_from_last: rule.starts_from_last() && !decreasing,
        decreasing,
        no_unit_below_last: rule.no_unit_below_last,
        given,
        locked: sum(&|unit| unit.lock.is_some()),
        kept: rule.kept,
        remaining: target.map_or(0, |target| i128::from(target) - i128::from(rule.kept) - signed(given)),
        units: unit_plans(levels.source.scenario, rule, &terms, &values, mixture.is_some()),
        participants: participants(&terms).map(|(place, _)| place).collect(),
        total: Standing { last, base, given: target },
        outcome,
        findings: Vec::new(),
    };
    node.findings = findings(levels, place, &terms, &node);
    node
}

fn sharing(all: &[UnitTerms]) -> impl Iterator<Item = &UnitTerms> {
    all.iter().filter(|unit| !unit.left_out)
}

fn participants(all: &[UnitTerms]) -> impl Iterator<Item = (usize, &UnitTerms)> {
    all.iter().enumerate().filter(|(_, unit)| !unit.left_out)
}

/// The decrease rule: where units may fall and the total is below what they start from, one equal
/// percentage of last year's results replaces the method's own start and weight. `None` where it does not apply.
fn fallen(all: &[UnitTerms], rule: &Rule, total: u64) -> Option<Vec<UnitTerms>> {
    if !rule.starts_from_last() || rule.no_unit_below_last || sharing(all).any(UnitTerms::is_missing) {
        return None;
    }
    let least: u128 = sharing(all).map(|unit| u128::from(unit.share().least())).sum();
    (u128::from(total) < least).then(|| {
        let mut fallen = all.to_vec();
        fallen.iter_mut().for_each(UnitTerms::fall);
        fallen
    })
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

fn unit_plans(
    scenario: &Scenario,
    rule: &Rule,
    all: &[UnitTerms],
    given: &[Option<u64>],
    is_mixed: bool,
) -> Vec<UnitPlan> {
    let past = Past::new(scenario, rule.slot.indicator, rule.slot.year);
    let line = |(unit, &given): (&UnitTerms, &Option<u64>)| {
        let line = unit_plan(unit, given, is_mixed);
        let last = line.last.map(|figure| figure.people);
        let Some((given, last)) = given.zip(last) else { return line };
        let yardstick = Yardstick::new(past.results(unit.unit), &scenario.bands);
        let difficulty = difficulty(given, last, &yardstick);
        let yardstick = Some(yardstick).filter(|_| last > 0 && given > last);
        UnitPlan { difficulty, yardstick, ..line }
    };
    all.iter().zip(given).map(line).collect()
}

fn unit_plan(unit: &UnitTerms, given: Option<u64>, is_mixed: bool) -> UnitPlan {
    let weight = match &unit.weight {
        Some(Weight::Whole(weight)) if !is_mixed && !unit.left_out => Some(*weight),
        _ => None,
    };
    UnitPlan {
        unit: unit.unit,
        last: unit.last,
        base: unit.base,
        given,
        weight,
        drivers: if unit.left_out { Vec::new() } else { unit.drivers.clone() },
        below: unit.below,
        start: unit.start.unwrap_or(0),
        floor: unit.limits.floor,
        ceiling: unit.limits.ceiling,
        own_floor: unit.own_floor,
        own_ceiling: unit.own_ceiling,
        locked: unit.lock.is_some() && !unit.left_out,
        left_out: unit.left_out,
        difficulty: None,
        yardstick: None,
    }
}

fn findings(levels: &Levels<'_>, place: usize, all: &[UnitTerms], node: &NodePlan) -> Vec<Finding> {
    let rule = &levels.nodes[place].rule;
    let is_province = place == 0;
    let mut found = Vec::new();
    found.extend(outcome_finding(levels, place, all, node));
    if let Some(target) = node.target.filter(|&target| rule.kept > target) {
        found.push(Finding::KeptExceedsTarget { kept: rule.kept, target });
    }
    if let Some((target, last)) =
        node.target.zip(node.total.last).filter(|(target, last)| is_province && *target < last.people)
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
    found.extend(sum_findings(rule, all, [node.total.last, node.total.base]));
    found.extend(missing_findings(rule, all, node, is_province));
    let dropped = levels.nodes[place].mixture.iter().flat_map(|mixture| mixture.dropped.iter().copied());
    let dropped: Vec<Driver> = dropped.filter(|_| !node.decreasing).collect();
    if !dropped.is_empty() {
        found.push(Finding::DroppedDrivers { drivers: dropped, last_year: node.last_year() });
    }
    found.sort_by_key(Finding::severity);
    found
}

/// What keeps the node from being split exactly, with its cures.
fn outcome_finding(levels: &Levels<'_>, place: usize, all: &[UnitTerms], node: &NodePlan) -> Option<Finding> {
    let rule = &levels.nodes[place].rule;
    let indicator = rule.slot.indicator;
    let infeasible = match (&node.outcome, node.target) {
        (Outcome::Split(_), _) => return None,
        // Below the province the finding stands where nothing could be handed down.
        (_, None) if place > 0 => return None,
        // A road map in rates needs no base as long as there is nobody to hand anything to.
        (_, None)
            if node.units.is_empty()
                && !node.quantity.is_open()
                && levels.source.scenario.road_map(indicator).is_some() =>
        {
            return None;
        }
        (_, None) => {
            let people = |figure: Option<Figure>| figure.map(|figure| figure.people);
            return Some(match node.quantity.people_of(people(node.total.base), people(node.total.last)) {
                Err(NoPeople::NotSet) => Finding::TargetNotSet,
                Err(NoPeople::NoBase) => Finding::TargetUnknown { measure: Measure::Base(indicator.base()) },
                Err(NoPeople::NoLast) => Finding::TargetUnknown { measure: Measure::Result(indicator) },
                Err(NoPeople::TooLarge) | Ok(_) => Finding::TargetTooLarge,
            });
        }
        (Outcome::NotSplit, _) => {
            let units: Vec<UnitId> =
                sharing(all).filter(|unit| unit.is_missing()).map(|unit| unit.unit).collect();
            let measures = missing_measures(rule, all);
            let cures = vec![Cure::LeaveOut(units.clone())];
            return Some(Finding::MissingFigures { method: rule.method, measures, units, cures });
        }
        // No limit is in the way where there is nobody to give anything to; the table asks for units.
        (Outcome::Infeasible(_), _) if node.units.is_empty() => return None,
        (Outcome::Infeasible(infeasible), _) => infeasible,
    };
    let ids = |places: &[usize]| -> Vec<UnitId> {
        places.iter().map(|&place| node.units[node.participants[place]].unit).collect()
    };
    let cures = cure::cures(levels, place, all, node, infeasible);
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
        Measure::Base(_) | Measure::Custom(_) => unit.weight.is_none(),
    };
    needs(rule).into_iter().filter(|&measure| missing.iter().any(|unit| lacks(unit, measure))).collect()
}

fn limit_finding(unit: &UnitTerms) -> Option<Finding> {
    if let Some(measure) = unit.unreadable {
        return Some(Finding::LimitUnknown { unit: unit.unit, measure });
    }
    let crossed = unit.crossed.as_ref()?;
    Some(Finding::FloorAboveCeiling { unit: unit.unit, floor: crossed.floor, ceiling: crossed.ceiling? })
}

/// The node's own figures against what its units come to.
fn sum_findings(rule: &Rule, all: &[UnitTerms], figures: [Option<Figure>; 2]) -> Vec<Finding> {
    let [last, base] = figures.map(|figure| figure.filter(|figure| figure.column.is_some()));
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
fn missing_findings(rule: &Rule, all: &[UnitTerms], node: &NodePlan, is_province: bool) -> Vec<Finding> {
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
    // A sum is as old as its oldest part, so the province says it for all.
    if let Some(year) = earliest.filter(|&year| is_province && year != rule.slot.year) {
        found.push(Finding::BaseOfOtherYear { base: node.base, year });
    }
    found.extend(left_out_finding(all, node));
    found
}

/// Units left out by choice, with those of their people whom the node's own figure still counts.
fn left_out_finding(all: &[UnitTerms], node: &NodePlan) -> Option<Finding> {
    let left_out: Vec<&UnitTerms> = all.iter().filter(|unit| unit.left_out).collect();
    let has_own_figure = node.total.last.is_some_and(|figure| figure.column.is_some());
    let counted = left_out.iter().filter(|_| has_own_figure).filter_map(|unit| unit.last);
    (!left_out.is_empty()).then(|| Finding::LeftOut {
        units: left_out.iter().map(|unit| unit.unit).collect(),
        node: node.node,
        last_year: node.last_year(),
        last: counted.map(|figure| u128::from(figure.people)).sum(),
    })
}

fn signed(count: u128) -> i128 {
    i128::try_from(count).unwrap_or(i128::MAX)
}
