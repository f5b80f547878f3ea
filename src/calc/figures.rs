//! Every unit's figures for one indicator and year: its own, else what the units below it come to.

use std::collections::BTreeSet;

use super::Figure;
use super::series::{self, Series};
use super::tree::Tree;
use crate::model::{Base, Driver, Scenario, Slot};

/// Figures by rank in the tree. Without a figure of its own a node takes the sum of its units, those left out
/// not counted, where all of them have one.
pub(super) struct Figures {
    /// Last year's results.
    pub last: Vec<Option<Figure>>,
    /// The indicator's bases.
    pub base: Vec<Option<Figure>>,
    own_base: Base,
    /// What else is weighed.
    weighed: Vec<(Driver, Vec<Option<u64>>)>,
}

impl Figures {
    /// - `left_out`: by rank; those their parent's sum does not count.
    /// - `drivers`: what the rules weigh.
    pub fn of(
        scenario: &Scenario,
        slot: Slot,
        tree: &Tree,
        left_out: &[bool],
        drivers: &BTreeSet<Driver>,
    ) -> Self {
        let (indicator, year) = (slot.indicator, slot.year);
        let sums = Sums { tree, left_out };
        let figures = |series: Series<'_>| {
            sums.fill(|rank| series.figure(tree.unit(rank)), |units| series::sum(units.copied()))
        };
        let people = |series: Series<'_>| -> Vec<Option<u64>> {
            let own = |rank| series.figure(tree.unit(rank)).map(|figure: Figure| figure.people);
            sums.fill(own, |units| add(units))
        };
        let last = figures(Series::last(scenario, indicator, year));
        let base = figures(Series::base(scenario, indicator.base(), year));
        let gap = |rank: usize| {
            let own = |figure: &Option<Figure>| {
                figure.filter(|figure| figure.column.is_some()).map(|own| own.people)
            };
            Some(own(&base[rank])?.saturating_sub(own(&last[rank])?))
        };
        let weighed = (drivers.iter())
            .filter_map(|&driver| {
                let values = match driver {
                    Driver::Base(of) if of == indicator.base() => return None,
                    Driver::Last | Driver::Equal => return None,
                    Driver::Base(of) => people(Series::base(scenario, of, year)),
                    Driver::Custom(of) => people(Series::custom(scenario, of, year)),
                    Driver::Gap => sums.fill(gap, |units| add(units)),
                };
                Some((driver, values))
            })
            .collect();
        Self { last, base, own_base: indicator.base(), weighed }
    }

    /// The unit's value of a driver that was asked for; `None` where a figure is missing.
    pub fn driver(&self, driver: Driver, rank: usize) -> Option<u64> {
        let people = |figure: Option<Figure>| figure.map(|figure| figure.people);
        match driver {
            Driver::Equal => Some(1),
            Driver::Last => people(self.last[rank]),
            Driver::Base(base) if base == self.own_base => people(self.base[rank]),
            Driver::Base(_) | Driver::Gap | Driver::Custom(_) => {
                let (_, values) = self.weighed.iter().find(|(weighed, _)| *weighed == driver)?;
                values[rank]
            }
        }
    }
}

struct Sums<'a> {
    tree: &'a Tree,
    left_out: &'a [bool],
}

impl Sums<'_> {
    /// Each unit's own value, else the sum of the units right below it that are not left out.
    fn fill<T: Copy>(
        &self,
        own: impl Fn(usize) -> Option<T>,
        sum: impl Fn(&mut dyn Iterator<Item = &Option<T>>) -> Option<T>,
    ) -> Vec<Option<T>> {
        let mut values = vec![None; self.tree.len()];
        // Children have larger ranks than their parents.
        for rank in (0..self.tree.len()).rev() {
            let children = self.tree.children(rank);
            values[rank] = own(rank).or_else(|| {
                let below = values[children.clone()].iter().zip(&self.left_out[children]);
                sum(&mut below.filter(|(_, left_out)| !**left_out).map(|(value, _)| value))
            });
        }
        values
    }
}

/// What several values come to; `None` where one is missing, there are none, or they are too many to count.
fn add(values: &mut dyn Iterator<Item = &Option<u64>>) -> Option<u64> {
    values.copied().reduce(|total, next| total?.checked_add(next?)).flatten()
}
