//! The totals a table states, against the sums of its rows.

use std::collections::BTreeSet;

use super::import::TotalCheck;
use super::rows::Rows;
use crate::exchange::{Place, ReadColumn};
use crate::model::{Scenario, UnitId};

/// The rows that count towards a total: of units whose own unit above has a row as well, only that one.
pub(super) fn counted_rows(rows: &Rows, scenario: &Scenario) -> Vec<usize> {
    let read: BTreeSet<UnitId> = rows.units.iter().map(|&(_, unit)| unit).collect();
    let is_below_read = |unit: UnitId| {
        let mut above = scenario.unit(unit).and_then(|unit| unit.parent);
        for _ in 0..scenario.units.len() {
            match above {
                Some(unit) if read.contains(&unit) => return true,
                Some(unit) => above = scenario.unit(unit).and_then(|unit| unit.parent),
                None => break,
            }
        }
        false
    };
    rows.units.iter().filter(|&&(_, unit)| !is_below_read(unit)).map(|&(row, _)| row).collect()
}

/// Every total of a column. One row may total all rows or, where there are several totals, those since the
/// one before it.
pub(super) fn checks(
    column: &ReadColumn,
    place: usize,
    totals: &[usize],
    counted: &[usize],
) -> Vec<TotalCheck> {
    let people = |row: &usize| match column.cells.get(*row) {
        Some(Ok(Some(people))) => u128::from(*people),
        _ => 0,
    };
    let all: u128 = counted.iter().map(people).sum();
    let check = |(at, &row): (usize, &usize)| {
        let stated = *column.cells.get(row)?.as_ref().ok()?.as_ref()?;
        let before = at.checked_sub(1).and_then(|at| totals.get(at).copied());
        let since = |counted: &&usize| **counted < row && before.is_none_or(|before| **counted > before);
        let part: Vec<&usize> = counted.iter().filter(since).collect();
        let part_sum: u128 = part.iter().copied().map(people).sum();
        let is_of_part =
            u128::from(stated) == part_sum || (u128::from(stated) != all && at + 1 < totals.len());
        let sum = if is_of_part && !part.is_empty() { part_sum } else { all };
        Some(TotalCheck { place: Place { row, column: place }, stated, sum })
    };
    totals.iter().enumerate().filter_map(check).collect()
}
