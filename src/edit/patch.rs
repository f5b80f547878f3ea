//! What an edit changes in the lists of the document, exactly: its own inverse is of the same kind.
//!
//! Edits of figures, of the unit tree and of the plans say what the user wants; from that and the scenario follows
//! the patch that is carried out. Its inverse knows what stood where and restores every byte.

use serde::{Deserialize, Serialize};

use super::EditError;
use crate::model::{Claim, Column, Custom, Limit, Rule, Scenario, Slot, Target, Unit, UnitId, Wrong};

/// Rows that leave a list and rows that come into it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Splice<T> {
    /// The places of the rows that go, ascending, as they are before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) out: Vec<usize>,
    /// The rows that come, each with its place afterwards, ascending.
    #[serde(default = "Vec::new", skip_serializing_if = "Vec::is_empty")]
    pub(super) into: Vec<(usize, T)>,
}

impl<T> Default for Splice<T> {
    fn default() -> Self {
        Self { out: Vec::new(), into: Vec::new() }
    }
}

impl<T> Splice<T> {
    /// Rows come in behind all others.
    pub(super) fn append(list: &[T], rows: impl IntoIterator<Item = T>) -> Self {
        Self { out: Vec::new(), into: (list.len()..).zip(rows).collect() }
    }

    /// The rows that fit go.
    pub(super) fn remove(list: &[T], goes: impl Fn(&T) -> bool) -> Self {
        let places = list.iter().enumerate().filter(|(_, row)| goes(row)).map(|(place, _)| place);
        Self { out: places.collect(), into: Vec::new() }
    }

    /// Rows are replaced where they stand: `change` answers the new row, `Some(None)` to take it out, or `None` to
    /// leave it.
    pub(super) fn change(list: &[T], change: impl Fn(&T) -> Option<Option<T>>) -> Self {
        let mut splice = Self::default();
        for (place, row) in list.iter().enumerate() {
            if let Some(new) = change(row) {
                let kept_before = place - splice.out.len() + splice.into.len();
                splice.out.push(place);
                splice.into.extend(new.map(|row| (kept_before, row)));
            }
        }
        splice
    }

    fn is_nothing(&self) -> bool {
        self.out.is_empty() && self.into.is_empty()
    }

    /// The rows that go are there, and those that come have a place.
    fn check(&self, length: usize) -> Result<(), EditError> {
        if let Some(&place) = self.out.iter().find(|&&place| place >= length) {
            return Err(EditError::NoRow { place });
        }
        let ascending = self.out.is_sorted_by(|a, b| a < b) && self.into.is_sorted_by(|a, b| a.0 < b.0);
        let kept = length.saturating_sub(self.out.len());
        let too_far = self.into.iter().zip(kept..).find(|((place, _), most)| place > most);
        match too_far {
            Some(((place, _), _)) => Err(EditError::NoRow { place: *place }),
            None if !ascending => Err(EditError::Wrong(Wrong::NotSorted { list: "places" })),
            None => Ok(()),
        }
    }

    /// Takes out, puts in, and returns what undoes both. It must fit, as [`Splice::check`] finds.
    fn swap(self, list: &mut Vec<T>) -> Self {
        if self.is_nothing() {
            return self;
        }
        let mut out = self.out.into_iter().peekable();
        let (mut gone, mut kept) = (Vec::new(), Vec::with_capacity(list.len()));
        for (place, row) in std::mem::take(list).into_iter().enumerate() {
            match out.next_if_eq(&place) {
                Some(place) => gone.push((place, row)),
                None => kept.push(row),
            }
        }
        let came = self.into.iter().map(|(place, _)| *place).collect();
        let mut kept = kept.into_iter();
        for (place, row) in self.into {
            list.extend(kept.by_ref().take(place.saturating_sub(list.len())));
            list.push(row);
        }
        list.extend(kept);
        Self { out: came, into: gone }
    }
}

/// New figures of one column, sorted by unit; `None` takes a figure out.
pub(super) type FigureChanges = Vec<(UnitId, Option<u64>)>;

/// What leaves and what comes into each list of the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Patch {
    #[serde(skip_serializing_if = "Splice::is_nothing")]
    pub(super) units: Splice<Unit>,
    #[serde(skip_serializing_if = "Splice::is_nothing")]
    pub(super) customs: Splice<Custom>,
    #[serde(skip_serializing_if = "Splice::is_nothing")]
    pub(super) columns: Splice<Column>,
    /// For columns that neither go nor come, each by its place among those.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) figures: Vec<(usize, FigureChanges)>,
    #[serde(skip_serializing_if = "Splice::is_nothing")]
    pub(super) targets: Splice<Target>,
    #[serde(skip_serializing_if = "Splice::is_nothing")]
    pub(super) rules: Splice<Rule>,
    /// Limits that are set; an empty one goes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) limits: Vec<(Slot, UnitId, Limit)>,
    #[serde(skip_serializing_if = "Splice::is_nothing")]
    pub(super) claims: Splice<Claim>,
}

impl Patch {
    /// The units it puts into the list, as they will be.
    pub fn units(&self) -> impl Iterator<Item = &Unit> {
        self.units.into.iter().map(|(_, unit)| unit)
    }

    /// The columns it puts among the facts.
    pub fn columns(&self) -> impl Iterator<Item = &Column> {
        self.columns.into.iter().map(|(_, column)| column)
    }

    /// The series of the user's own it puts into the list.
    pub fn customs(&self) -> impl Iterator<Item = &Custom> {
        self.customs.into.iter().map(|(_, custom)| custom)
    }

    /// Nothing is changed.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }

    /// Carries it out and returns its inverse.
    ///
    /// # Errors
    /// [`EditError::NoRow`] where it does not fit the lists, or [`EditError::Wrong`] where the document would
    /// contradict itself; the scenario is then unchanged.
    pub(super) fn apply(self, scenario: &mut Scenario) -> Result<Self, EditError> {
        self.check(scenario)?;
        let inverse = self.swap(scenario);
        match scenario.check() {
            Ok(()) => Ok(inverse),
            Err(wrong) => {
                inverse.swap(scenario);
                Err(EditError::Wrong(wrong))
            }
        }
    }

    fn check(&self, scenario: &Scenario) -> Result<(), EditError> {
        self.units.check(scenario.units.len())?;
        self.customs.check(scenario.customs.len())?;
        self.columns.check(scenario.facts.len())?;
        self.targets.check(scenario.targets.len())?;
        self.rules.check(scenario.rules.len())?;
        self.claims.check(scenario.claims.len())?;
        let staying = scenario.facts.len() - self.columns.out.len();
        if let Some(&(place, _)) = self.figures.iter().find(|(place, _)| *place >= staying) {
            return Err(EditError::NoRow { place });
        }
        let in_order = |changes: &FigureChanges| changes.is_sorted_by(|a, b| a.0 < b.0);
        if !self.figures.is_sorted_by(|a, b| a.0 < b.0) || !self.figures.iter().all(|(_, new)| in_order(new))
        {
            return Err(EditError::Wrong(Wrong::NotSorted { list: "figures" }));
        }
        Ok(())
    }

    /// The change itself, which always has an inverse: whether the document is sound afterwards is checked then.
    fn swap(self, scenario: &mut Scenario) -> Self {
        let gone = Splice { out: self.columns.out, into: Vec::new() }.swap(&mut scenario.facts);
        let figures = (self.figures.into_iter())
            .filter_map(|(place, changes)| {
                let column = scenario.facts.get_mut(place)?;
                Some((place, change_figures(&mut column.figures, changes)))
            })
            .collect();
        let come = Splice { out: Vec::new(), into: self.columns.into }.swap(&mut scenario.facts);
        let mut limits: Vec<_> = (self.limits.into_iter())
            .map(|(slot, unit, limit)| (slot, unit, scenario.limits.set(slot, unit, limit)))
            .collect();
        limits.reverse();
        Self {
            units: self.units.swap(&mut scenario.units),
            customs: self.customs.swap(&mut scenario.customs),
            columns: Splice { out: come.out, into: gone.into },
            figures,
            targets: self.targets.swap(&mut scenario.targets),
            rules: self.rules.swap(&mut scenario.rules),
            limits,
            claims: self.claims.swap(&mut scenario.claims),
        }
    }
}

/// Sets and takes out figures of a column, both sorted by unit, and returns what stood there.
fn change_figures(figures: &mut Vec<(UnitId, u64)>, changes: FigureChanges) -> FigureChanges {
    let mut old = std::mem::take(figures).into_iter().peekable();
    let mut before = Vec::with_capacity(changes.len());
    for (unit, people) in changes {
        while let Some(figure) = old.next_if(|figure| figure.0 < unit) {
            figures.push(figure);
        }
        before.push((unit, old.next_if(|figure| figure.0 == unit).map(|figure| figure.1)));
        figures.extend(people.map(|people| (unit, people)));
    }
    figures.extend(old);
    before
}
