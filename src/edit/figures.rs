//! Figures that are typed, pasted or cleared.
//!
//! What is typed counts from then on. It stands in a column of its own, *entered*, before the others of its series.
//! - A made-up figure is replaced for good: nobody needs it once there is a real one.
//! - A published, derived or imported figure stays behind the typed one, with its source. Typing the very number it
//!   says makes no entry and takes an earlier one out: the figure with the source counts (again).
//! - Clearing takes a unit's figure out of every column of the series: the cell is empty, as in a spreadsheet, and
//!   no other number comes up from behind. Undo brings all of them back.
//!
//! A column that is left without figures goes, except an entered one with a source or note, which waits for figures.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::patch::{FigureChanges, Patch, Splice};
use super::{Edit, EditError};
use crate::model::{Column, Measure, Provenance, Scenario, Scope, UnitId};

/// Figures of one series that are typed, pasted or cleared: a measure in a year and scope.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Entries {
    /// What is counted.
    pub measure: Measure,
    /// The year the figures belong to.
    pub year: u16,
    /// Where the people are insured.
    #[serde(default, skip_serializing_if = "crate::model::is_default")]
    pub scope: Scope,
    /// The new figures (people), by unit; `None` clears. The later of two for one unit counts.
    pub figures: Vec<(UnitId, Option<u64>)>,
}

impl Edit {
    /// One figure typed (people) or cleared.
    #[must_use]
    pub fn set_figure(measure: Measure, year: u16, scope: Scope, unit: UnitId, people: Option<u64>) -> Self {
        Self::SetFigures(vec![Entries { measure, year, scope, figures: vec![(unit, people)] }])
    }
}

/// The patch that makes the entries count.
///
/// # Errors
/// [`EditError::UnknownUnit`] or [`EditError::UnknownCustom`].
pub(super) fn enter(scenario: &Scenario, entries: &[Entries]) -> Result<Patch, EditError> {
    let known: BTreeSet<UnitId> = scenario.units.iter().map(|unit| unit.id).collect();
    let mut series: BTreeMap<(Measure, u16, Scope), BTreeMap<UnitId, Option<u64>>> = BTreeMap::new();
    for Entries { measure, year, scope, figures } in entries {
        if let Measure::Custom(series) = *measure
            && scenario.custom(series).is_none()
        {
            return Err(EditError::UnknownCustom { series });
        }
        if let Some(&(unit, _)) = figures.iter().find(|(unit, _)| !known.contains(unit)) {
            return Err(EditError::UnknownUnit { unit });
        }
        series.entry((*measure, *year, *scope)).or_default().extend(figures.iter().copied());
    }
    let mut changes = ColumnChanges::default();
    for ((measure, year, scope), figures) in series {
        changes.enter(scenario, (measure, year, scope), figures);
    }
    Ok(changes.into_patch(scenario))
}

/// What becomes of the columns, by their places before.
#[derive(Default)]
struct ColumnChanges {
    figures: BTreeMap<usize, FigureChanges>,
    /// New columns with the place of the column they stand before.
    new: Vec<(usize, Column)>,
}

impl ColumnChanges {
    fn enter(
        &mut self,
        scenario: &Scenario,
        (measure, year, scope): (Measure, u16, Scope),
        figures: BTreeMap<UnitId, Option<u64>>,
    ) {
        let columns: Vec<(usize, &Column)> = (scenario.facts.iter().enumerate())
            .filter(|(_, column)| column.is_of(measure, year, scope))
            .collect();
        let own = columns.first().filter(|(_, column)| column.provenance == Provenance::Entered);
        let others = if own.is_some() { &columns[1..] } else { &columns[..] };
        let mut entered = Vec::new();
        for (unit, people) in figures {
            let vouched = (others.iter())
                .filter(|(_, column)| column.provenance != Provenance::Illustrative)
                .find_map(|(_, column)| column.figure(unit));
            for (place, column) in others {
                let goes = people.is_none() || column.provenance == Provenance::Illustrative;
                if goes && column.figure(unit).is_some() {
                    self.figures.entry(*place).or_default().push((unit, None));
                }
            }
            let people = people.filter(|_| people != vouched);
            match own {
                Some((place, column)) if column.figure(unit) != people => {
                    self.figures.entry(*place).or_default().push((unit, people));
                }
                Some(_) => {}
                None => entered.extend(people.map(|people| (unit, people))),
            }
        }
        if !entered.is_empty() {
            let column = Column {
                measure,
                year,
                scope,
                provenance: Provenance::Entered,
                source: String::new(),
                note: String::new(),
                figures: entered,
            };
            let before = columns.first().map_or(scenario.facts.len(), |(place, _)| *place);
            self.new.push((before, column));
        }
    }

    fn into_patch(mut self, scenario: &Scenario) -> Patch {
        let out: Vec<usize> = (self.figures.iter())
            .filter(|(place, changes)| is_emptied(&scenario.facts[**place], changes))
            .map(|(place, _)| *place)
            .collect();
        self.figures.retain(|place, _| out.binary_search(place).is_err());
        let staying_before = |place: usize| place - out.partition_point(|&gone| gone < place);
        self.new.sort_by_key(|(before, _)| *before);
        let into = (self.new.into_iter().enumerate())
            .map(|(earlier, (before, column))| (staying_before(before) + earlier, column))
            .collect();
        let figures =
            self.figures.into_iter().map(|(place, changes)| (staying_before(place), changes)).collect();
        Patch { columns: Splice { out, into }, figures, ..Patch::default() }
    }
}

/// Nothing is left in the column, and nobody wrote on it what figures still to come are for.
fn is_emptied(column: &Column, changes: &FigureChanges) -> bool {
    let waits =
        column.provenance == Provenance::Entered && !(column.source.is_empty() && column.note.is_empty());
    // Every change of a figure that is not there adds it.
    !waits && changes.len() == column.figures.len() && changes.iter().all(|(_, people)| people.is_none())
}

/// The patch that takes every figure of these units out.
pub(super) fn forget(scenario: &Scenario, units: &BTreeSet<UnitId>) -> Patch {
    let mut changes = ColumnChanges::default();
    for (place, column) in scenario.facts.iter().enumerate() {
        let theirs = column.figures.iter().filter(|(unit, _)| units.contains(unit));
        let gone: FigureChanges = theirs.map(|&(unit, _)| (unit, None)).collect();
        if !gone.is_empty() {
            changes.figures.insert(place, gone);
        }
    }
    changes.into_patch(scenario)
}
