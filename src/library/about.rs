//! What a scenario is about, in few facts.

use std::collections::BTreeMap;

use crate::model::{Indicator, Scenario};

/// Which province, how many units, what is planned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The unit at the top of the tree.
    pub province: String,
    /// How many units stand below it, at every level.
    pub units: usize,
    /// What is planned, by indicator.
    pub planned: Vec<Planned>,
}

/// One indicator with the years it is planned for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The indicator.
    pub indicator: Indicator,
    /// The years without a gap, each as first and last, ascending.
    pub years: Vec<(u16, u16)>,
}

impl About {
    /// Read off the document.
    #[must_use]
    pub fn of(scenario: &Scenario) -> Self {
        let mut years: BTreeMap<Indicator, Vec<u16>> = BTreeMap::new();
        for slot in scenario.slots() {
            years.entry(slot.indicator).or_default().push(slot.year);
        }
        let planned = (years.into_iter())
            .map(|(indicator, years)| Planned { indicator, years: without_gaps(years) })
            .collect();
        Self {
            province: scenario.root().map(|root| root.name.clone()).unwrap_or_default(),
            units: scenario.units.len().saturating_sub(1),
            planned,
        }
    }
}

fn without_gaps(mut years: Vec<u16>) -> Vec<(u16, u16)> {
    years.sort_unstable();
    let mut spans: Vec<(u16, u16)> = Vec::new();
    for year in years {
        match spans.last_mut() {
            Some((_, last)) if year <= last.saturating_add(1) => *last = year,
            _ => spans.push((year, year)),
        }
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_that_follow_each_other_are_one_span() {
        assert_eq!(without_gaps(vec![2025, 2022, 2023, 2027]), [(2022, 2023), (2025, 2025), (2027, 2027)]);
        assert_eq!(without_gaps(Vec::new()), []);
    }
}
