//! Looks figures up: which column holds what for whom.

use super::Figure;
use crate::model::{Base, Indicator, Measure, Scenario, Scope, UnitId};

/// Last year's result of a unit, else its estimate. `year` is the plan year.
pub(super) fn last_figure(
    scenario: &Scenario,
    indicator: Indicator,
    year: u16,
    unit: UnitId,
) -> Option<Figure> {
    let last_year = year.checked_sub(1)?;
    [Measure::Result(indicator), Measure::Estimate(indicator)]
        .into_iter()
        .find_map(|measure| figure(scenario, measure, last_year, unit))
}

/// The unit's base in the plan year, else that of the latest earlier year.
pub(super) fn base_figure(scenario: &Scenario, base: Base, year: u16, unit: UnitId) -> Option<Figure> {
    let mut found: Option<Figure> = None;
    for (place, column) in scenario.facts.iter().enumerate() {
        let newer = found.is_none_or(|figure| column.year > figure.year);
        let fits = column.measure == Measure::Base(base) && column.scope == Scope::InProvince;
        if !fits || column.year > year || !newer {
            continue;
        }
        if let Some(people) = column.figure(unit) {
            let provenance = Some(column.provenance);
            found = Some(Figure { people, year: column.year, provenance, column: Some(place) });
        }
    }
    found
}

fn figure(scenario: &Scenario, measure: Measure, year: u16, unit: UnitId) -> Option<Figure> {
    scenario.facts.iter().enumerate().find_map(|(place, column)| {
        let fits = (column.measure, column.year, column.scope) == (measure, year, Scope::InProvince);
        let people = column.figure(unit).filter(|_| fits)?;
        Some(Figure { people, year, provenance: Some(column.provenance), column: Some(place) })
    })
}

/// What several figures come to; `None` where one is missing or there are none.
pub(super) fn sum(figures: impl Iterator<Item = Option<Figure>>) -> Option<Figure> {
    figures
        .reduce(|total, next| {
            let (total, next) = (total?, next?);
            let people = total.people.checked_add(next.people)?;
            Some(Figure { people, year: total.year.min(next.year), provenance: None, column: None })
        })
        .flatten()
        .map(|figure| Figure { provenance: None, column: None, ..figure })
}
