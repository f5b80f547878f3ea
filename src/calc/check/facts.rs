//! The figures against each other: sums, parts, bases, years, and who has none.

use std::collections::BTreeMap;

use super::{DocumentFinding, Figures};
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
            found.extend(parts(figures, indicator, year, scope, column));
            found.extend(large_changes(scenario, figures, indicator, year, scope, column));
        }
    }
    found
}

/// Units below one node with one name or one code.
fn duplicate_units(scenario: &Scenario) -> Vec<DocumentFinding> {
    let mut names = BTreeMap::new();
    let mut codes = BTreeMap::new();
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

fn above_base<'a>(
    figures: &'a Figures<'_>,
    indicator: Indicator,
    year: u16,
    scope: Scope,
    column: &'a [Option<u64>],
) -> impl Iterator<Item = DocumentFinding> + 'a {
    let bases = figures.column((Measure::Base(indicator.base()), year, Scope::InProvince)).unwrap_or(&[]);
    column.iter().zip(bases).enumerate().filter_map(move |(place, (people, base))| {
        let (people, base) = ((*people)?, (*base)?);
        let unit = figures.unit(place);
        (people > base && scope != Scope::OtherProvinces).then_some(DocumentFinding::ResultAboveBase {
            unit,
            indicator,
            year,
            people,
            base,
        })
    })
}

/// Parts above their whole, and sums that their parts do not come to.
fn parts<'a>(
    figures: &'a Figures<'_>,
    indicator: Indicator,
    year: u16,
    scope: Scope,
    column: &'a [Option<u64>],
) -> impl Iterator<Item = DocumentFinding> + 'a {
    let of = move |indicator| figures.column((Measure::Result(indicator), year, scope));
    let addends: Option<Vec<&[Option<u64>]>> = indicator.addends().iter().map(|&part| of(part)).collect();
    let addends = addends.filter(|parts| !parts.is_empty()).unwrap_or_default();
    let whole = indicator.whole().and_then(|whole| Some((whole, of(whole)?)));
    column.iter().enumerate().filter_map(move |(place, people)| {
        let people = (*people)?;
        let unit = figures.unit(place);
        if let Some((whole, wholes)) = whole
            && let Some(whole_people) = wholes[place]
            && people > whole_people
        {
            let part_people = people;
            return Some(DocumentFinding::PartAboveWhole {
                unit,
                part: indicator,
                whole,
                year,
                part_people,
                whole_people,
            });
        }
        let parts = addends.iter().map(|part| part[place].map(u128::from)).sum::<Option<u128>>()?;
        (!addends.is_empty() && parts != u128::from(people)).then_some(DocumentFinding::PartsDiffer {
            unit,
            whole: indicator,
            year,
            parts,
            own: people,
        })
    })
}

fn large_changes<'a>(
    scenario: &'a Scenario,
    figures: &'a Figures<'_>,
    indicator: Indicator,
    year: u16,
    scope: Scope,
    column: &'a [Option<u64>],
) -> impl Iterator<Item = DocumentFinding> + 'a {
    let threshold = u128::from(scenario.bands.change);
    let before =
        year.checked_sub(1).and_then(|before| figures.column((Measure::Result(indicator), before, scope)));
    column.iter().zip(before.unwrap_or(&[])).enumerate().filter_map(move |(place, (now, before))| {
        let (now, before) = ((*now)?, (*before)?);
        let large = u128::from(now.abs_diff(before)) * 100 > threshold * u128::from(before);
        let unit = figures.unit(place);
        large.then_some(DocumentFinding::LargeChange { unit, indicator, year, before, now })
    })
}
