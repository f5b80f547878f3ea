//! Two ways at once: one table of whole people whose rows and columns both add up exactly.
//!
//! Unit × month, unit × part, year × part: row totals and column totals are fixed, cells have floors and ceilings,
//! and every cell is its weight over the divisors of its row and its column, rounded:
//!
//! ```text
//! value = clamp(round(weight / (ρ · γ)), floor, ceiling)        rows and columns sum to their totals
//! ```
//!
//! | File | What it is for |
//! |---|---|
//! | `table` | the terms, the answer, and the check that its divisors prove it |
//! | `transport` | whether there is a table at all; if not, the rows and columns that clash |
//! | `flow` | maximum flow, for that and for the search |
//! | `grid`, `start`, `search`, `cheapest` | the table, found with logarithms in whole numbers |
//! | `blocks`, `choice` | where several tables are right, and which is taken |
//! | `divisors` | exact divisors, short where they can be |
//!
//! What the search finds counts only once the exact divisors prove it; until then it goes on with more bits. So the
//! answer is that of exact arithmetic, and there is always one.
//!
//! Sources: M. L. Balinski and G. Demange, Math. Programming 45 (1989) 193 and Math. Oper. Res. 14 (1989) 700;
//! F. Pukelsheim, *Proportional Representation*, 2nd ed. (2017), chapters 14 and 15.

mod blocks;
mod cheapest;
mod choice;
mod divisors;
mod flow;
mod grid;
mod logarithm;
mod search;
mod start;
mod table;
mod transport;

pub use table::{Cell, Matrix, Table, TableRounding};
pub use transport::{NoTable, Room, TableReason, transport};

use num_bigint::BigInt;

use super::split::Weight;
use grid::Grid;
use logarithm::{FIRST_BITS, Fixed};
use search::Search;

/// Fills `table` in whole people, with the divisors that prove it.
///
/// Where several tables are equally right, the extra people go to the first cells: larger share first, then earlier
/// row, then earlier column, and [`Matrix::unique`] is false. The choice follows from the table alone. Multiplying the
/// weights of a row or a column changes nothing but its divisor; swapping rows for columns swaps the answer
/// where it is unique.
///
/// # Errors
/// [`NoTable`] when no table keeps to totals and limits: why, by how many people, which rows and columns clash.
/// Rounded upwards ([`TableRounding::Adams`]), every cell with a weight and without a ceiling of 0 has a least of 1.
///
/// # Panics
/// Where `table.cells` does not hold one for every row and column.
pub fn fill(table: &Table, rounding: TableRounding) -> Result<Matrix, NoTable> {
    let rooms: Vec<Room> = table.cells.iter().map(|cell| room(cell, rounding)).collect();
    transport(&table.row_totals, &table.column_totals, &rooms)?;
    let grid = Grid::new(table, rounding);
    let (nodes, least) = (grid.nodes(), grid.least.clone());
    let mut first = Search::<i128>::new(&grid, FIRST_BITS, least, vec![0; nodes]);
    start::start(&mut first);
    let (values, levels) = match attempt(&mut first, TIMES) {
        Some(matrix) => return Ok(matrix),
        None => (first.values, first.levels.into_iter().map(|level| level << FIRST_BITS).collect()),
    };
    let mut second = Search::<i128>::new(&grid, 2 * FIRST_BITS, values, levels);
    if fits_i128(table)
        && let Some(matrix) = attempt(&mut second, 2 * TIMES)
    {
        return Ok(matrix);
    }
    let levels = second.levels.into_iter().map(BigInt::from).collect();
    Ok(with_more_bits(&grid, 2 * FIRST_BITS, second.values, levels))
}

/// How often levels are moved to the middle of their room, at first.
const TIMES: usize = 6;

/// Whether logarithms of twice the first bits, added up over all rows and columns, fit.
fn fits_i128(table: &Table) -> bool {
    let short = |weight: &Weight| match weight {
        Weight::Whole(_) => true,
        Weight::Ratio(weight) => weight.numer().bits().max(weight.denom().bits()) < 128,
    };
    table.cells.len() < 1 << 30 && table.cells.iter().all(|cell| short(&cell.weight))
}

/// Goes on with twice the bits until the divisors prove the table. There is an end: cells that stand so near to a
/// signpost that no number of bits tells them apart stand on it.
fn with_more_bits(grid: &Grid<'_>, mut bits: u64, mut values: Vec<u64>, mut levels: Vec<BigInt>) -> Matrix {
    let mut times = 2 * TIMES;
    loop {
        levels = levels.into_iter().map(|level| level << bits).collect();
        (bits, times) = (2 * bits, 2 * times);
        let mut search = Search::new(grid, bits, values, levels);
        if let Some(matrix) = attempt(&mut search, times) {
            return matrix;
        }
        (values, levels) = (search.values, search.levels);
    }
}

/// A cell's limits as they are checked: those of the user where they contradict each other.
fn room(cell: &Cell, rounding: TableRounding) -> Room {
    let crossed = cell.ceiling.filter(|&ceiling| ceiling < cell.floor);
    Room { least: cell.least(rounding), most: crossed.or_else(|| cell.most()) }
}

/// Searches, and answers with the published table if exact divisors prove what was found.
fn attempt<F: Fixed>(search: &mut Search<'_, F>, times: usize) -> Option<Matrix> {
    search.run();
    search.settle(times);
    let (blocks, ties) = blocks::blocks(search)?;
    let mut values = search.values.clone();
    choice::choose(search.grid, &ties, &mut values);
    let mut row_divisors = divisors::divisors(search, &blocks, times)?;
    let column_divisors = row_divisors.split_off(search.grid.rows());
    let matrix = Matrix { values, row_divisors, column_divisors, unique: blocks.is_empty() };
    matrix.is_proved(search.grid.table, search.grid.rounding).then_some(matrix)
}
