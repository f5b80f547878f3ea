//! The figures against each other: sums, parts, bases, years, and who has none.

use std::collections::HashMap;

use super::{Compared, DocumentFinding, Figures};
use crate::calc::{Finding, NodePlan};
use crate::model::{Indicator, Measure, Scenario, Scope, Unit, UnitId};

/// Every remark on the figures. What a plan in `nodes` already tells about them is not told again.
pub(super) fn fact_findings(
    scenario: &Scenario,
    figures: &Figures<'_>,
    nodes: &[NodePlan],
) -> Vec<DocumentFinding> {
    let mut found = duplicate_units(scenario);
    for ((measure, year, scope), column) in figures.columns() {
        found.extend(sums(figures, (measure, year, scope), column, nodes));
        found.extend(missing(scenario, figures, (measure, year, scope), column));
        if let Measure::Result(indicator) = measure {
            found.extend(above_base(figures, indicator, year, scope, column));
            found.extend(above_whole(figures, indicator, year, scope, column));
            found.extend(parts_differ(figures, indicator, year, scope, column));
            found.extend(large_changes(scenario, figures, indicator, year, scope, column));
        }
    }
    found
}

/// Units below one node with one name or one code.
fn duplicate_units(scenario: &Scenario) -> Vec<DocumentFinding> {
    let mut names = HashMap::with_capacity(scenario.units.len());
    let mut codes = HashMap::new();
    let mut found = Vec::new();
    for Unit { id, code, name, parent, .. } in &scenario.units {
        let same_name = *names.entry((parent, name.trim())).or_insert(*id);
        let same_code = if code.is_empty() { *id } else { *codes.entry(code.as_str()).or_insert(*id) };
        let first = if same_name == *id { same_code } else { same_name };
        if first != *id {
            found.push(DocumentFinding::DuplicateUnit { first, second: *id });
        }
    }
    found
}

type Key = (Measure, u16, Scope);

/// Own figures of nodes against what their units come to.
fn sums<'a>(
    figures: &'a Figures<'_>,
    (measure, year, scope): Key,
    column: &'a [Option<u64>],
    nodes: &'a [NodePlan],
) -> impl Iterator<Item = DocumentFinding> + 'a {
    figures.nodes().filter_map(move |place| {
        let own = column[place]?;
        let below = figures.children(place).iter().map(|&child| column[child].map(u128::from));
        let units = below.sum::<Option<u128>>()?;
        let node = figures.unit(place);
        let told = || {
            let same = |finding: &Finding| matches!(finding, Finding::SumDiffers { measure: of, node: at, units: sum, own: says } if (*of, *at, *sum, *says) == (measure, node, units, own));
            nodes.iter().any(|plan| plan.findings.iter().any(same))
        };
        (u128::from(own) != units && !told())
            .then_some(DocumentFinding::SumDiffers { measure, year, scope, node, units, own })
    })
}

/// Units that lack a figure others of their node have, unless they are left out of the plan that needs it.
fn missing<'a>(
    scenario: &'a Scenario,
    figures: &'a Figures<'_>,
    (measure, year, scope): Key,
    column: &'a [Option<u64>],
) -> impl Iterator<Item = DocumentFinding> + 'a {
    let left_out = move |unit: UnitId| {
        scenario.rules.iter().any(|rule| rule.slot.year >= year && rule.left_out.binary_search(&unit).is_ok())
    };
    figures.nodes().filter_map(move |place| {
        let children = figures.children(place);
        let known = children.iter().any(|&child| column[child].is_some());
        if !known || scope != Scope::InProvince {
            return None;
        }
        let has_figure = |child: usize| figures.total((measure, year, scope), child).is_some();
        let units: Vec<UnitId> = (children.iter())
            .filter(|&&child| column[child].is_none() && !has_figure(child))
            .map(|&child| figures.unit(child))
            .filter(|&unit| !left_out(unit))
            .collect();
        let node = figures.unit(place);
        (!units.is_empty()).then_some(DocumentFinding::MissingFigures { measure, year, node, units })
    })
}

fn above_base(
    figures: &Figures<'_>,
    indicator: Indicator,
    year: u16,
    scope: Scope,
    column: &[Option<u64>],
) -> Option<DocumentFinding> {
    if scope == Scope::OtherProvinces {
        return None;
    }
    let bases = figures.column((Measure::Base(indicator.base()), year, Scope::InProvince))?;
    let units = above(figures, column, bases);
    (!units.is_empty()).then_some(DocumentFinding::ResultAboveBase { indicator, year, units })
}

fn above_whole(
    figures: &Figures<'_>,
    part: Indicator,
    year: u16,
    scope: Scope,
    column: &[Option<u64>],
) -> Option<DocumentFinding> {
    let whole = part.whole()?;
    let wholes = figures.column((Measure::Result(whole), year, scope))?;
    let units = above(figures, column, wholes);
    (!units.is_empty()).then_some(DocumentFinding::PartAboveWhole { part, whole, year, units })
}

fn parts_differ(
    figures: &Figures<'_>,
    whole: Indicator,
    year: u16,
    scope: Scope,
    column: &[Option<u64>],
) -> Option<DocumentFinding> {
    let addends = whole.addends();
    let parts: Vec<&[Option<u64>]> = (addends.iter())
        .map(|&part| figures.column((Measure::Result(part), year, scope)))
        .collect::<Option<_>>()
        .filter(|_| !addends.is_empty())?;
    let units = compared(figures, column, |place, people| {
        let sum = parts.iter().map(|part| part[place].map(u128::from)).sum::<Option<u128>>()?;
        (sum != u128::from(people)).then_some(sum)
    });
    (!units.is_empty()).then_some(DocumentFinding::PartsDiffer { whole, year, units })
}

fn large_changes(
    scenario: &Scenario,
    figures: &Figures<'_>,
    indicator: Indicator,
    year: u16,
    scope: Scope,
    column: &[Option<u64>],
) -> Option<DocumentFinding> {
    let threshold = u128::from(scenario.bands.change);
    let before = figures.column((Measure::Result(indicator), year.checked_sub(1)?, scope))?;
    let units = compared(figures, column, |place, now| {
        let before = before[place]?;
        let is_large = u128::from(now.abs_diff(before)) * 100 > threshold * u128::from(before);
        is_large.then_some(before.into())
    });
    (!units.is_empty()).then_some(DocumentFinding::LargeChange { indicator, year, units })
}

/// The units whose figure is above what stands for them in `others`.
fn above(figures: &Figures<'_>, column: &[Option<u64>], others: &[Option<u64>]) -> Vec<Compared> {
    compared(figures, column, |place, people| {
        let other = others[place]?;
        (people > other).then_some(other.into())
    })
}

/// The units whose figure is remarkable, each beside what it is held against: `held_against` answers for the
/// figure at a place, or nothing where there is nothing to remark on.
fn compared(
    figures: &Figures<'_>,
    column: &[Option<u64>],
    held_against: impl Fn(usize, u64) -> Option<u128>,
) -> Vec<Compared> {
    (column.iter().enumerate())
        .filter_map(|(place, people)| {
            let people = (*people)?;
            let other = held_against(place, people)?;
            Some(Compared { unit: figures.unit(place), people, other })
        })
        .collect()
}
