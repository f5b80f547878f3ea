//! Where the search starts: levels under which parts of people add up, nearly.
//!
//! Iterative proportional fitting (W. E. Deming & F. F. Stephan, Annals of Math. Statistics 11 (1940)) with
//! limits, on parts of people with a few bits behind the point. How good it is decides only how long the search takes.

use super::logarithm::{FIRST_BITS, power_of_two};
use super::search::Search;
use super::table::TableRounding;

/// Bits behind the point of a part of a person.
const PART_BITS: u32 = 20;
/// Bits behind the point of a factor.
const FACTOR_BITS: u32 = 28;
/// More people than any cell can hold, as a part.
const MOST: u128 = 1 << (64 + PART_BITS);
/// Times every row and column is fitted at most.
const ROUNDS: usize = 20;

/// Sets the levels, and each cell to where its level says.
pub(super) fn start(search: &mut Search<'_, i128>) {
    let nodes = search.grid.nodes();
    for row in 0..search.grid.rows() {
        let largest = search.grid.cells_of(row).filter_map(|(cell, _)| search.weights[cell]).max();
        let total = u128::from(search.grid.table.row_totals[row]).max(1);
        search.levels[row] = log2(total) - largest.unwrap_or(0);
    }
    let cells = || search.grid.cells();
    let mut parts: Vec<u128> = cells().map(|(cell, row, column)| part(search, cell, row, column)).collect();
    for _ in 0..ROUNDS {
        (0..search.grid.rows()).for_each(|row| _ = fit(search, &mut parts, row));
        let off: u128 = (search.grid.rows()..nodes).map(|column| fit(search, &mut parts, column)).sum();
        if off >> PART_BITS <= nodes as u128 {
            break;
        }
    }
    for (cell, row, column) in search.grid.cells() {
        let level = search.level(row, column);
        search.values[cell] = at_level(search, cell, level, (parts[cell] >> PART_BITS) as u64);
    }
}

/// The part of the cell between two nodes at its level.
fn part(search: &Search<'_, i128>, cell: usize, row: usize, column: usize) -> u128 {
    let Some(weight) = search.weights[cell] else { return 0 };
    // Weights are kept doubled.
    let log = weight - log2(2) + search.level(row, column);
    let (whole, power) = power_of_two(log, FIRST_BITS);
    let places = whole + i128::from(PART_BITS) - 63;
    match u32::try_from(places.unsigned_abs()) {
        Ok(places @ 0..64) if whole + i128::from(PART_BITS) < 63 => u128::from(power) >> places,
        Ok(places @ 0..64) => (u128::from(power) << places).min(MOST),
        _ if places < 0 => 0,
        _ => MOST,
    }
}

/// Multiplies a line's parts so that they come to its total; says by how much they were off.
fn fit(search: &mut Search<'_, i128>, parts: &mut [u128], node: usize) -> u128 {
    let grid = search.grid;
    let half = 1 << (PART_BITS - 1);
    // Rounding downwards loses half a person a cell, upwards wins it.
    let lost: i128 = match grid.rounding {
        TableRounding::Webster => 0,
        TableRounding::Jefferson => half,
        TableRounding::Adams => -half,
    };
    let is_row = node < grid.rows();
    let total =
        if is_row { grid.table.row_totals[node] } else { grid.table.column_totals[node - grid.rows()] };
    let total = i128::from(total) << PART_BITS;
    let mut factor: u128 = 1 << FACTOR_BITS;
    let mut off = None;
    for _ in 0..3 {
        let (mut held, mut free, mut sum) = (0_i128, 0_u128, 0_i128);
        for (cell, _) in grid.cells_of(node) {
            let scaled = (parts[cell] * factor) >> FACTOR_BITS;
            let [least, most] =
                [grid.least[cell], grid.reach[cell]].map(|limit| i128::from(limit) << PART_BITS);
            let part = scaled as i128 - lost;
            sum += part.clamp(least, most.max(least));
            if part > least && part < most {
                free += parts[cell];
                held -= lost;
            } else {
                held += part.clamp(least, most.max(least));
            }
        }
        off.get_or_insert(sum.abs_diff(total));
        let wanted = u128::try_from(total - held).unwrap_or(0);
        if free == 0 || wanted == 0 {
            break;
        }
        let before = std::mem::replace(&mut factor, ((wanted << FACTOR_BITS) / free).clamp(1, 1 << 40));
        if before == factor {
            break;
        }
    }
    for (cell, _) in grid.cells_of(node) {
        parts[cell] = ((parts[cell] * factor) >> FACTOR_BITS).min(MOST);
    }
    let risen = log2(factor) - log2(1 << FACTOR_BITS);
    search.levels[node] += risen;
    off.unwrap_or(0)
}

fn log2(number: u128) -> i128 {
    <i128 as super::logarithm::Fixed>::log2_of(number, FIRST_BITS)
}

/// The value a cell has at `level`, looked for from `guess` on.
fn at_level(search: &Search<'_, i128>, cell: usize, level: i128, guess: u64) -> u64 {
    let (mut low, mut high) = (search.grid.least[cell], search.grid.reach[cell]);
    let reached =
        |value: u64| search.threshold(cell, value.into()).is_some_and(|threshold| threshold <= level);
    let (mut probe, mut step) = (guess, 1_u64);
    // `low` is reached and `high + 1` is not: steps from the guess that double, then halves of what is between.
    while low < high {
        probe = if low < probe && probe <= high { probe } else { high - (high - low) / 2 };
        if reached(probe) {
            low = probe;
            probe = low.saturating_add(step);
        } else {
            high = probe - 1;
            probe = high.saturating_sub(step - 1);
        }
        step = step.saturating_mul(2);
    }
    low
}
