//! Looks figures up: which column holds what for whom.

use std::cmp::Reverse;

use super::Figure;
use crate::model::{Base, Column, CustomId, Indicator, Measure, Scenario, Scope, UnitId};

/// The columns that can hold one figure, those that count first in front, each with its place in the facts.
pub(super) struct Series<'a> {
    columns: Vec<(usize, &'a Column)>,
}

impl<'a> Series<'a> {
    /// Last year's results, else estimates. `year` is the plan year.
    pub fn last(scenario: &'a Scenario, indicator: Indicator, year: u16) -> Self {
        let last_year = year.checked_sub(1);
        let of = |measure| {
            let fits = move |column: &Column| column.measure == measure && Some(column.year) == last_year;
            in_province(scenario).filter(move |(_, column)| fits(column))
        };
        Self { columns: of(Measure::Result(indicator)).chain(of(Measure::Estimate(indicator))).collect() }
    }

    /// The base in the plan year, else in the latest earlier one.
    pub fn base(scenario: &'a Scenario, base: Base, year: u16) -> Self {
        Self::latest(scenario, Measure::Base(base), year)
    }

    /// The user's own series in the plan year, else in the latest earlier one.
    pub fn custom(scenario: &'a Scenario, series: CustomId, year: u16) -> Self {
        Self::latest(scenario, Measure::Custom(series), year)
    }

    /// Exactly this measure, year and scope.
    pub fn exactly(scenario: &'a Scenario, measure: Measure, year: u16, scope: Scope) -> Self {
        let fits =
            move |column: &Column| (column.measure, column.year, column.scope) == (measure, year, scope);
        Self { columns: scenario.facts.iter().enumerate().filter(|(_, column)| fits(column)).collect() }
    }

    fn latest(scenario: &'a Scenario, measure: Measure, year: u16) -> Self {
        let mut columns: Vec<(usize, &Column)> = in_province(scenario)
            .filter(|(_, column)| column.measure == measure && column.year <= year)
            .collect();
        columns.sort_by_key(|(_, column)| Reverse(column.year));
        Self { columns }
    }

    /// The unit's figure, if any column has one.
    pub fn figure(&self, unit: UnitId) -> Option<Figure> {
        self.columns.iter().find_map(|&(place, column)| {
            let people = column.figure(unit)?;
            let provenance = Some(column.provenance);
            Some(Figure { people, year: column.year, provenance, column: Some(place) })
        })
    }
}

fn in_province(scenario: &Scenario) -> impl Iterator<Item = (usize, &Column)> {
    scenario.facts.iter().enumerate().filter(|(_, column)| column.scope == Scope::InProvince)
}

/// The results of the three years before a plan year.
pub(super) struct Past<'a>([Series<'a>; 3]);

impl<'a> Past<'a> {
    pub fn new(scenario: &'a Scenario, indicator: Indicator, year: u16) -> Self {
        Self([1, 2, 3].map(|ago| {
            let fits = move |column: &Column| {
                column.measure == Measure::Result(indicator) && year.checked_sub(ago) == Some(column.year)
            };
            Series { columns: in_province(scenario).filter(|(_, column)| fits(column)).collect() }
        }))
    }

    /// The unit's results, the latest first, where all three are known.
    pub fn results(&self, unit: UnitId) -> Option<[u64; 3]> {
        let [latest, middle, first] = &self.0;
        let result = |series: &Series<'_>| series.figure(unit).map(|figure| figure.people);
        // The oldest is the one most often missing.
        let first = result(first)?;
        Some([result(latest)?, result(middle)?, first])
    }
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
