//! Pastes a table cell by cell from the active cell, as a spreadsheet does.

use std::collections::BTreeMap;

use super::import::TotalCheck;
use super::layout::body_start;
use crate::exchange::number::{Fault, Marks, ReadColumn, TwoWays, read_column};
use crate::exchange::{Place, Table};
use crate::model::Scenario;

/// What may be done with a cell on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellKind {
    /// It holds a number of people that can be set.
    People,
    /// It is locked.
    Locked,
    /// It is computed, or no number.
    Computed,
}

/// How far a table goes beyond the cells on screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Over {
    /// Rows too many.
    pub rows: usize,
    /// Columns too many.
    pub columns: usize,
}

/// A cell whose text is no number of people; it stays as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockFault {
    /// Where in the pasted table.
    pub place: Place,
    /// Why.
    pub fault: Fault,
    /// What stands there.
    pub found: String,
}

/// What a block changes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct BlockPaste {
    /// Cells from the upper left one of the selection, from 0, and what they are set to (people); `None`: no
    /// figure.
    pub set: Vec<(Place, Option<u64>)>,
    /// How many cells were left alone because they are locked.
    pub locked: usize,
    /// How many because they are computed.
    pub computed: usize,
    /// Texts that are no numbers of people.
    pub faults: Vec<BlockFault>,
    /// The table is larger than what is on screen: it has to be asked whether the part that fits is wanted.
    pub over: Option<Over>,
    /// Columns of the table that can be read in two ways and are left out until that is answered.
    pub asked: Vec<(usize, TwoWays)>,
    /// The first number of each column with a mark and how it was read (people).
    pub examples: Vec<(usize, String, u64)>,
    /// How many rows of headings were left out.
    pub headings: usize,
    /// Totals that stand in a row beyond the selected ones, and so are a check.
    pub totals: Vec<TotalCheck>,
    /// One value went into every selected cell.
    pub fills: bool,
}

/// Reads a table cell by cell.
///
/// - `selected`: rows and columns that are selected, `room`: those there are from the upper left selected cell
///   on.
/// - `target`: what may be done with a cell, counted from the upper left selected one.
/// - `marks`: how columns of the table are read that can be read two ways, where that was answered.
#[must_use]
pub fn paste_block(
    table: &Table,
    scenario: &Scenario,
    (selected, room): ((usize, usize), (usize, usize)),
    target: impl Fn(Place) -> CellKind,
    marks: &BTreeMap<usize, Marks>,
) -> BlockPaste {
    let headings = body_start(table, scenario);
    let width = table.width();
    let columns: Vec<ReadColumn> = (0..width)
        .map(|column| read_column(table.column(column).skip(headings), marks.get(&column).copied()))
        .collect();
    let height = table.rows.len().saturating_sub(headings);
    let mut block = BlockPaste { headings, ..BlockPaste::default() };
    for (column, read) in columns.iter().enumerate() {
        if let Some(two_ways) = read.two_ways.clone().filter(|_| !marks.contains_key(&column)) {
            block.asked.push((column, two_ways));
        } else if let Some((text, people)) = read.example.clone() {
            block.examples.push((column, text, people));
        }
    }
    let mut writer = Writer { table, columns: &columns, headings, target, block };
    if (height, width) == (1, 1) {
        writer.block.fills = selected.0.saturating_mul(selected.1) > 1;
        for row in 0..selected.0.clamp(1, room.0.max(1)) {
            for column in 0..selected.1.clamp(1, room.1.max(1)) {
                writer.write((0, 0), Place { row, column });
            }
        }
        return writer.block;
    }
    let is_one_more =
        height == selected.0.saturating_add(1) && selected.0 > 1 || height == room.0.saturating_add(1);
    let total = if is_one_more { total_row(&columns, height) } else { None };
    if let Some(total) = total {
        writer.block.totals = total_checks(&columns, total, headings);
    }
    let rows: Vec<usize> = (0..height).filter(|&row| Some(row) != total).collect();
    let over = Over { rows: rows.len().saturating_sub(room.0), columns: width.saturating_sub(room.1) };
    writer.block.over = (over != Over { rows: 0, columns: 0 }).then_some(over);
    for (at, &row) in rows.iter().enumerate().take(room.0) {
        for column in 0..width.min(room.1) {
            writer.write((row, column), Place { row: at, column });
        }
    }
    writer.block
}

struct Writer<'a, T: Fn(Place) -> CellKind> {
    table: &'a Table,
    columns: &'a [ReadColumn],
    headings: usize,
    target: T,
    block: BlockPaste,
}

impl<T: Fn(Place) -> CellKind> Writer<'_, T> {
    /// Takes a cell of the table, its row counted below the headings, to a cell on screen.
    fn write(&mut self, (row, column): (usize, usize), to: Place) {
        if self.block.asked.iter().any(|&(asked, _)| asked == column) {
            return;
        }
        let Some(read) = self.columns.get(column).and_then(|column| column.cells.get(row)) else { return };
        match ((self.target)(to), read) {
            (CellKind::Locked, _) => self.block.locked += 1,
            (CellKind::Computed, _) => self.block.computed += 1,
            (CellKind::People, Ok(people)) => self.block.set.push((to, *people)),
            (CellKind::People, Err(fault)) => {
                let place = Place { row: row + self.headings, column };
                let found = self.table.cell(place).trim().to_owned();
                let fault = BlockFault { place, fault: *fault, found };
                if !self.block.faults.contains(&fault) {
                    self.block.faults.push(fault);
                }
            }
        }
    }
}

/// The last or first row, where it is the sum of the others in every column: below or above what is selected it
/// is a total.
fn total_row(columns: &[ReadColumn], height: usize) -> Option<usize> {
    let is_total = |&row: &usize| {
        let mut stated = columns.iter().filter_map(|column| Some((column, people(column, row)?))).peekable();
        height > 2
            && stated.peek().is_some()
            && stated.all(|(column, stated)| sum_without(column, row, height) == u128::from(stated))
    };
    [height.checked_sub(1)?, 0].into_iter().find(is_total)
}

fn total_checks(columns: &[ReadColumn], row: usize, headings: usize) -> Vec<TotalCheck> {
    let check = |(column, read): (usize, &ReadColumn)| {
        let stated = people(read, row)?;
        let place = Place { row: row + headings, column };
        Some(TotalCheck { place, stated, sum: u128::from(stated) })
    };
    columns.iter().enumerate().filter_map(check).collect()
}

fn people(column: &ReadColumn, row: usize) -> Option<u64> {
    column.cells.get(row).copied()?.ok()?
}

fn sum_without(column: &ReadColumn, row: usize, height: usize) -> u128 {
    (0..height).filter(|&other| other != row).filter_map(|other| people(column, other)).map(u128::from).sum()
}
