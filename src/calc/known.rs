//! What is known of every unit in one series of figures: its own figure, else what its units come to.

use super::Figure;
use super::series::{self, Series};
use super::tree::Tree;
use crate::model::{Measure, Scenario, Scope, UnitId};

/// The figures of one measure in one year and scope, by unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known(Vec<(UnitId, Figure)>);

impl Known {
    /// The unit's figure; a sum has no column and no provenance.
    #[must_use]
    pub fn figure(&self, unit: UnitId) -> Option<Figure> {
        let place = self.0.binary_search_by_key(&unit, |&(id, _)| id).ok()?;
        Some(self.0[place].1)
    }
}

/// The figures of a measure in exactly this year and scope. A node without a figure of its own takes the sum of its
/// units where all of them have one.
#[must_use]
pub fn known(scenario: &Scenario, measure: Measure, year: u16, scope: Scope) -> Known {
    let Some(tree) = Tree::of(scenario) else { return Known::default() };
    let series = Series::exactly(scenario, measure, year, scope);
    let mut figures: Vec<Option<Figure>> = vec![None; tree.len()];
    // Children have larger ranks than their parents.
    for rank in (0..tree.len()).rev() {
        figures[rank] = series
            .figure(tree.unit(rank))
            .or_else(|| series::sum(figures[tree.children(rank)].iter().copied()));
    }
    let named = figures.into_iter().enumerate();
    let mut named: Vec<_> = named.filter_map(|(rank, figure)| Some((tree.unit(rank), figure?))).collect();
    named.sort_unstable_by_key(|&(unit, _)| unit);
    Known(named)
}
