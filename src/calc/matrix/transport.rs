//! Whether there is a table at all, before any weight is looked at.

use super::flow::Network;

/// The least and the most of a cell (people); `most` is `None` where there is no limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// The least.
    pub least: u64,
    /// The most.
    pub most: Option<u64>,
}

/// Why no table has these totals within these limits.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{reason:?}: {gap} people too many or too few")]
pub struct NoTable {
    /// What is wrong; where several things are, the first in the order of [`TableReason`].
    pub reason: TableReason,
    /// By how many people it fails, above zero: what is needed, less the room there is.
    pub gap: u128,
    /// Positions of the rows that clash, in order.
    pub rows: Vec<usize>,
    /// Positions of the columns that clash, in order.
    pub columns: Vec<usize>,
}

/// What rules a table out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableReason {
    /// People, but no row or no column. The gap is the larger of the two sums of totals.
    NoLines,
    /// A cell's least is above its most. The gap sums what is above; rows and columns are those of such cells.
    LeastAboveMost,
    /// The row totals together are not the column totals together. The gap is their difference; all lines clash.
    TotalsDiffer,
    /// The leasts of a row's cells are more than its total. The gap sums over such rows.
    RowLeastsExceedTotal,
    /// The leasts of a column's cells are more than its total. The gap sums over such columns.
    ColumnLeastsExceedTotal,
    /// The named rows need more than the named columns can take, with the leasts of the other rows in these columns
    /// set aside, and the other columns' cells in these rows filled to their most. The gap is that difference.
    NoTransport,
}

/// Finds whole numbers for the cells that add up to both totals.
///
/// - `row_totals`, `column_totals`: people.
/// - `rooms`: one per cell, row by row.
///
/// Returns the values, row by row. Which table it is says nothing about shares: see [`super::fill`] for those.
///
/// # Errors
/// [`NoTable`] where there is none: why, by how many people, and which rows and columns clash. For
/// [`TableReason::NoTransport`] these are the smallest cut, so the clash can be checked by adding up.
///
/// # Panics
/// Where `rooms` does not hold one for every cell.
///
/// Source: D. Gale, "A theorem on flows in networks", Pacific J. Math. 7 (1957); A. J. Hoffman (1960).
pub fn transport(row_totals: &[u64], column_totals: &[u64], rooms: &[Room]) -> Result<Vec<u64>, NoTable> {
    assert_eq!(rooms.len(), row_totals.len() * column_totals.len(), "one room for every cell");
    let lines = Lines { row_totals, column_totals, rooms };
    lines.check_lines()?;
    lines.check_limits()?;
    lines.check_totals()?;
    let mut network = lines.network()?;
    network.run();
    let gap: u128 = network.supply.iter().filter_map(|&left| u128::try_from(left).ok()).sum();
    if gap > 0 {
        let reached = network.reached();
        let (rows, columns) = reached.split_at(row_totals.len());
        return fail(TableReason::NoTransport, gap, positions(rows), positions(columns));
    }
    Ok(rooms.iter().zip(&network.lower).map(|(room, more)| room.least + more).collect())
}

struct Lines<'a> {
    row_totals: &'a [u64],
    column_totals: &'a [u64],
    rooms: &'a [Room],
}

impl Lines<'_> {
    fn check_lines(&self) -> Result<(), NoTable> {
        let gap = sum(self.row_totals).max(sum(self.column_totals));
        if self.rooms.is_empty() && gap > 0 { self.fail_whole(TableReason::NoLines, gap) } else { Ok(()) }
    }

    fn check_limits(&self) -> Result<(), NoTable> {
        let crossed = |room: &Room| room.most.map_or(0, |most| u128::from(room.least.saturating_sub(most)));
        let gap: u128 = self.rooms.iter().map(crossed).sum();
        if gap == 0 {
            return Ok(());
        }
        let width = self.column_totals.len();
        let (mut rows, mut columns) = (vec![false; self.row_totals.len()], vec![false; width]);
        for (at, _) in self.rooms.iter().enumerate().filter(|(_, room)| crossed(room) > 0) {
            rows[at / width] = true;
            columns[at % width] = true;
        }
        fail(TableReason::LeastAboveMost, gap, positions(&rows), positions(&columns))
    }

    fn check_totals(&self) -> Result<(), NoTable> {
        let gap = sum(self.row_totals).abs_diff(sum(self.column_totals));
        if gap > 0 { self.fail_whole(TableReason::TotalsDiffer, gap) } else { Ok(()) }
    }

    fn fail_whole(&self, reason: TableReason, gap: u128) -> Result<(), NoTable> {
        fail(reason, gap, (0..self.row_totals.len()).collect(), (0..self.column_totals.len()).collect())
    }

    /// The table with every cell at its least, and the rest to send from the rows to the columns.
    fn network(&self) -> Result<Network, NoTable> {
        let width = self.column_totals.len();
        let (mut rows, mut columns) = (vec![0_u128; self.row_totals.len()], vec![0_u128; width]);
        for (at, room) in self.rooms.iter().enumerate() {
            rows[at / width] += u128::from(room.least);
            columns[at % width] += u128::from(room.least);
        }
        let (over, gap) = overfull(self.row_totals, &rows);
        if gap > 0 {
            return fail(TableReason::RowLeastsExceedTotal, gap, over, vec![]);
        }
        let (over, gap) = overfull(self.column_totals, &columns);
        if gap > 0 {
            return fail(TableReason::ColumnLeastsExceedTotal, gap, vec![], over);
        }
        let left = |(&total, &least): (&u64, &u128)| i128::from(total) - least as i128;
        let sent = self.row_totals.iter().zip(&rows).map(left);
        let taken = self.column_totals.iter().zip(&columns).map(left);
        Ok(Network {
            rows: self.row_totals.len(),
            columns: width,
            raise: self.rooms.iter().map(|room| room.most.unwrap_or(u64::MAX) - room.least).collect(),
            lower: vec![0; self.rooms.len()],
            supply: sent.chain(taken.map(|people| -people)).collect(),
        })
    }
}

/// The lines whose leasts exceed their totals, and by how much together.
fn overfull(totals: &[u64], leasts: &[u128]) -> (Vec<usize>, u128) {
    let over = |at: usize| leasts[at].saturating_sub(totals[at].into());
    let lines: Vec<usize> = (0..totals.len()).filter(|&at| over(at) > 0).collect();
    let gap = lines.iter().map(|&at| over(at)).sum();
    (lines, gap)
}

fn sum(totals: &[u64]) -> u128 {
    totals.iter().copied().map(u128::from).sum()
}

fn positions(lines: &[bool]) -> Vec<usize> {
    lines.iter().enumerate().filter(|(_, named)| **named).map(|(at, _)| at).collect()
}

fn fail<T>(reason: TableReason, gap: u128, rows: Vec<usize>, columns: Vec<usize>) -> Result<T, NoTable> {
    Err(NoTable { reason, gap, rows, columns })
}
