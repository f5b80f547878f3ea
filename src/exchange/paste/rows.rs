//! What each row of a foreign table is about.

use std::collections::{BTreeMap, BTreeSet};

use super::import::{Answers, RowAnswer, Unmatched};
use super::layout::Layout;
use crate::exchange::names::{Meant, UnitNames};
use crate::exchange::{Place, ReadColumn, Table};
use crate::model::{Scenario, UnitId};

/// The rows of a table by what they are about, each list from the top.
#[derive(Default)]
pub(super) struct Rows {
    pub(super) units: Vec<(usize, UnitId)>,
    pub(super) totals: Vec<usize>,
    pub(super) unmatched: Vec<Unmatched>,
}

/// Proposals cost time, and nobody goes through more of them.
const MOST_GUESSES: usize = 100;

pub(super) fn read(
    table: &Table,
    layout: &Layout,
    columns: &[ReadColumn],
    (scenario, names): (&Scenario, &UnitNames<'_>),
    (mut within, answers): (Option<UnitId>, &Answers),
) -> Rows {
    let nodes: BTreeSet<UnitId> = scenario.units.iter().filter_map(|unit| unit.parent).collect();
    let mut rows = Rows::default();
    for row in layout.body..table.rows.len() {
        let text = |column: usize| table.cell(Place { row, column }).trim();
        let name = layout.name(table, row);
        let has_figures = columns.iter().any(|column| matches!(column.cells.get(row), Some(Ok(Some(_)))));
        let parent = layout.parents.map_or("", text);
        if let Meant::Unit(parent) = names.meant(parent, "", None) {
            within = Some(parent);
        }
        let meant = match answers.rows.get(&row) {
            Some(RowAnswer::Skip) => continue,
            Some(RowAnswer::Unit(unit)) => Meant::Unit(*unit),
            None => names.meant(name, layout.codes.map_or("", text), within),
        };
        match meant {
            Meant::Unit(unit) => {
                let is_node = nodes.contains(&unit);
                if is_node && layout.parents.is_none() {
                    within = Some(unit);
                }
                // The name of a group above its rows, without figures of its own.
                if has_figures || !is_node {
                    rows.units.push((row, unit));
                }
            }
            Meant::Total => rows.totals.push(row),
            Meant::Several(guesses) if has_figures => {
                rows.unmatched.push(Unmatched { row, name: name.to_owned(), guesses });
            }
            Meant::Nobody if has_figures => {
                let guess = (rows.unmatched.len() < MOST_GUESSES).then(|| names.guess(name)).flatten();
                let guesses = guess.into_iter().collect();
                rows.unmatched.push(Unmatched { row, name: name.to_owned(), guesses });
            }
            // Notes, signatures and blank rows.
            Meant::Several(_) | Meant::Nobody => {}
        }
    }
    rows
}

impl Rows {
    /// Takes the rows of units that have several which differ, and gives them back. Of equal ones the first
    /// stays.
    pub(super) fn take_duplicates(&mut self, columns: &[ReadColumn]) -> BTreeMap<UnitId, Vec<usize>> {
        let mut of_unit: BTreeMap<UnitId, Vec<usize>> = BTreeMap::new();
        for &(row, unit) in &self.units {
            of_unit.entry(unit).or_default().push(row);
        }
        let same = |one: usize, other: usize| {
            columns.iter().all(|column| column.cells.get(one) == column.cells.get(other))
        };
        let first_rows: BTreeSet<usize> = of_unit.values().filter_map(|rows| rows.first().copied()).collect();
        of_unit.retain(|_, rows| rows.windows(2).any(|pair| !same(pair[0], pair[1])));
        self.units.retain(|(row, unit)| first_rows.contains(row) && !of_unit.contains_key(unit));
        of_unit
    }
}
