//! Every figure of the document, looked up by what, when, where and whom.

use std::collections::BTreeMap;

use crate::model::{Base, Column, Indicator, Measure, Scenario, Scope, Slot, UnitId};

/// What a column counts, in which year, where.
pub(crate) type Key = (Measure, u16, Scope);

/// Figures (people) by [`Key`] and by the unit's place in the document.
pub(crate) struct Figures<'a> {
    scenario: &'a Scenario,
    columns: BTreeMap<Key, Vec<Option<u64>>>,
    /// The same, each missing figure replaced by what is below it, where all of that is known.
    totals: BTreeMap<Key, Vec<Option<u64>>>,
    /// The places of each unit's children, in document order.
    children: Vec<Vec<usize>>,
    /// Places by unit, sorted by unit.
    places: Vec<(UnitId, usize)>,
}

impl<'a> Figures<'a> {
    /// Reads all columns. Of columns with one key, the first that has a figure for a unit counts.
    pub fn new(scenario: &'a Scenario) -> Self {
        let mut places: Vec<(UnitId, usize)> =
            scenario.units.iter().enumerate().map(|(place, unit)| (unit.id, place)).collect();
        places.sort_unstable();
        let mut children = vec![Vec::new(); scenario.units.len()];
        for (place, unit) in scenario.units.iter().enumerate() {
            if let Some(parent) = unit.parent.and_then(|parent| place_of(&places, parent)) {
                children[parent].push(place);
            }
        }
        let mut columns = BTreeMap::new();
        for column in &scenario.facts {
            let key = (column.measure, column.year, column.scope);
            let figures = columns.entry(key).or_insert_with(|| vec![None; scenario.units.len()]);
            fill(figures, column, &places);
        }
        let order = downwards(scenario, &children);
        let totals =
            columns.iter().map(|(&key, figures)| (key, totals(figures, &children, &order))).collect();
        Self { scenario, columns, totals, children, places }
    }

    /// The unit at a place.
    pub fn unit(&self, place: usize) -> UnitId {
        self.scenario.units[place].id
    }

    /// The unit's place.
    pub fn place(&self, unit: UnitId) -> Option<usize> {
        place_of(&self.places, unit)
    }

    /// The places right below a place.
    pub fn children(&self, place: usize) -> &[usize] {
        &self.children[place]
    }

    /// Every place that has others below it.
    pub fn nodes(&self) -> impl Iterator<Item = usize> {
        (0..self.children.len()).filter(|&place| !self.children[place].is_empty())
    }

    /// Every column, in the order of its key, with one figure per place.
    pub fn columns(&self) -> impl Iterator<Item = (Key, &[Option<u64>])> {
        self.columns.iter().map(|(&key, figures)| (key, figures.as_slice()))
    }

    /// One column.
    pub fn column(&self, key: Key) -> Option<&[Option<u64>]> {
        self.columns.get(&key).map(Vec::as_slice)
    }

    /// The unit's own figure, else the sum of what is below it; `None` where one of those is missing. Both
    /// scopes together are the sum of the two, unless a column of their own has them.
    pub fn total(&self, key: Key, place: usize) -> Option<u64> {
        let (measure, year, scope) = key;
        self.total_of(key, place).or_else(|| {
            let of = |scope| self.total_of((measure, year, scope), place);
            if scope == Scope::Both {
                of(Scope::InProvince)?.checked_add(of(Scope::OtherProvinces)?)
            } else {
                None
            }
        })
    }

    fn total_of(&self, key: Key, place: usize) -> Option<u64> {
        self.totals.get(&key).and_then(|totals| totals[place])
    }

    /// The result of a year, else its estimate.
    pub fn result(&self, indicator: Indicator, year: u16, scope: Scope, place: usize) -> Option<u64> {
        [Measure::Result(indicator), Measure::Estimate(indicator)]
            .into_iter()
            .find_map(|measure| self.total((measure, year, scope), place))
    }

    /// The province's people insured elsewhere at the end of the year before the slot's.
    pub fn elsewhere(&self, slot: Slot) -> Option<u64> {
        let root = self.place(self.scenario.root()?.id)?;
        self.result(slot.indicator, slot.year.checked_sub(1)?, Scope::OtherProvinces, root)
    }

    /// The base in the year, else in the latest earlier one, with the year it belongs to.
    pub fn base(&self, base: Base, year: u16, place: usize) -> Option<(u16, u64)> {
        let years = (self.columns.keys())
            .filter(|(measure, of, scope)| {
                *measure == Measure::Base(base) && *of <= year && *scope == Scope::InProvince
            })
            .map(|&(_, of, _)| of);
        years
            .rev()
            .find_map(|of| Some((of, self.total((Measure::Base(base), of, Scope::InProvince), place)?)))
    }
}

fn place_of(places: &[(UnitId, usize)], unit: UnitId) -> Option<usize> {
    let at = places.binary_search_by_key(&unit, |&(id, _)| id).ok()?;
    Some(places[at].1)
}

/// Places, every parent before its children; without recursion, since a tree may be as deep as it is large.
fn downwards(scenario: &Scenario, children: &[Vec<usize>]) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..children.len()).filter(|&place| scenario.units[place].parent.is_none()).collect();
    let mut next = 0;
    while let Some(&place) = order.get(next) {
        order.extend(&children[place]);
        next += 1;
    }
    order
}

/// Each figure, else the sum of those right below it; `None` where one of those is missing.
fn totals(figures: &[Option<u64>], children: &[Vec<usize>], order: &[usize]) -> Vec<Option<u64>> {
    let mut totals = figures.to_vec();
    for &place in order.iter().rev() {
        if totals[place].is_none() && !children[place].is_empty() {
            totals[place] =
                children[place].iter().try_fold(0u64, |sum, &child| sum.checked_add(totals[child]?));
        }
    }
    totals
}

/// Both lists are sorted by unit, so one walk finds every place.
fn fill(figures: &mut [Option<u64>], column: &Column, places: &[(UnitId, usize)]) {
    let mut places = places.iter().peekable();
    for &(unit, people) in &column.figures {
        while places.next_if(|(id, _)| *id < unit).is_some() {}
        if let Some(&(_, place)) = places.next_if(|(id, _)| *id == unit) {
            figures[place].get_or_insert(people);
        }
    }
}
