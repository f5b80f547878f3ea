//! Slow, obvious tables to hold the fast ones against, and random ones to try both on.

use bao_phu::calc::matrix::{Cell, NoTable, Table, TableReason, TableRounding, fill};
use bao_phu::calc::split::Weight;
use bao_phu::model::Rate;
use proptest::prelude::*;

use super::terms::rate;

/// All three roundings.
const ROUNDINGS: [TableRounding; 3] =
    [TableRounding::Webster, TableRounding::Jefferson, TableRounding::Adams];

/// A table of any kind and a rounding.
pub fn problem() -> impl Strategy<Value = (Table, TableRounding)> {
    (any_table(), proptest::sample::select(&ROUNDINGS[..]))
}

/// Compares the answer with trying every table.
pub fn check((table, rounding): &(Table, TableRounding)) -> Result<(), TestCaseError> {
    let rounding = *rounding;
    let crossed = table.cells.iter().any(|cell| cell.ceiling.is_some_and(|ceiling| ceiling < cell.floor));
    let tables = if crossed { vec![] } else { every_table(table, rounding) };
    let right = best_tables(table, rounding, tables);
    match (fill(table, rounding), right.first()) {
        (Ok(matrix), Some(first)) => {
            prop_assert_eq!(matrix.unique, right.len() == 1, "{:?}", &matrix);
            prop_assert_eq!(&matrix.values, first);
            prop_assert!(matrix.is_proved(table, rounding), "{:?}", matrix);
        }
        (Err(clash), None) => check_clash(table, rounding, &clash)?,
        (answer, first) => prop_assert!(false, "{:?} instead of {:?}", answer, first),
    }
    Ok(())
}

/// A table of up to 2^60 people a cell, that can be filled.
pub fn wide_problem() -> impl Strategy<Value = (Table, TableRounding)> {
    let size = (1..8usize, 1..6usize, 0..61u32);
    let table = size.prop_flat_map(|(rows, columns, bits)| {
        let cells = proptest::collection::vec((weight(), 0..=1u64 << bits), rows * columns);
        cells.prop_map(move |cells| {
            let free = |(weight, people): (Weight, u64)| (if weight.is_zero() { 0 } else { people }, weight);
            let (people, weights): (Vec<u64>, Vec<Weight>) = cells.into_iter().map(free).unzip();
            let (row_totals, column_totals) = totals(&people, rows, columns);
            let cell = |weight| Cell { weight, floor: 0, ceiling: None };
            Table { row_totals, column_totals, cells: weights.into_iter().map(cell).collect() }
        })
    });
    (table, proptest::sample::select(&ROUNDINGS[..2]))
}

/// What the rows and the columns of `people` come to.
fn totals(people: &[u64], rows: usize, columns: usize) -> (Vec<u64>, Vec<u64>) {
    let row = |row: usize| people[row * columns..][..columns].iter().sum();
    let column = |column: usize| people.iter().skip(column).step_by(columns).sum();
    ((0..rows).map(row).collect(), (0..columns).map(column).collect())
}

/// A table that can be filled, rounded so that no cell needs a person.
pub fn feasible_problem() -> impl Strategy<Value = (Table, TableRounding)> {
    (feasible_table(9, 7), proptest::sample::select(&ROUNDINGS[..2]))
}

/// Checks that the divisors prove the answer.
pub fn check_proof((table, rounding): &(Table, TableRounding)) -> Result<(), TestCaseError> {
    let matrix = fill(table, *rounding).map_err(|clash| TestCaseError::fail(clash.to_string()))?;
    prop_assert!(matrix.is_proved(table, *rounding), "{:?}", matrix);
    Ok(())
}

/// Adds up what the clash claims.
fn check_clash(table: &Table, rounding: TableRounding, clash: &NoTable) -> Result<(), TestCaseError> {
    let columns = table.column_totals.len();
    let cell = |row: usize, column: usize| limits(&table.cells[row * columns + column], rounding);
    let row_need = clash.rows.iter().map(|&row| u128::from(table.row_totals[row])).sum::<u128>();
    let column_room =
        clash.columns.iter().map(|&column| u128::from(table.column_totals[column])).sum::<u128>();
    let all = || (0..table.row_totals.len()).flat_map(|row| (0..columns).map(move |column| (row, column)));
    let least = |row: usize, column: usize| u128::from(cell(row, column).0);
    prop_assert!(clash.gap > 0);
    match clash.reason {
        TableReason::NoTransport => {
            let named =
                |(row, column): &(usize, usize)| (clash.rows.contains(row), clash.columns.contains(column));
            let into = all().filter(|at| named(at) == (false, true)).map(|(row, column)| least(row, column));
            let out = all().filter(|at| named(at) == (true, false)).map(|(row, column)| cell(row, column).1);
            let room = column_room - into.sum::<u128>() + out.map(u128::from).sum::<u128>();
            prop_assert_eq!(row_need - room, clash.gap);
        }
        TableReason::RowLeastsExceedTotal => {
            let needed = all().filter(|(row, _)| clash.rows.contains(row));
            prop_assert_eq!(
                needed.map(|(row, column)| least(row, column)).sum::<u128>() - row_need,
                clash.gap
            );
        }
        TableReason::ColumnLeastsExceedTotal => {
            let needed = all().filter(|(_, column)| clash.columns.contains(column));
            prop_assert_eq!(
                needed.map(|(row, column)| least(row, column)).sum::<u128>() - column_room,
                clash.gap
            );
        }
        TableReason::TotalsDiffer => prop_assert_eq!(row_need.abs_diff(column_room), clash.gap),
        TableReason::LeastAboveMost => {
            let above = table.cells.iter().filter_map(|cell| cell.floor.checked_sub(cell.ceiling?));
            prop_assert_eq!(above.map(u128::from).sum::<u128>(), clash.gap);
        }
        TableReason::NoLines => prop_assert!(table.cells.is_empty()),
    }
    Ok(())
}

/// The least and the most of a cell; the most is `None` where it has no weight to rise with beyond its total.
fn limits(cell: &Cell, rounding: TableRounding) -> (u64, u64) {
    let ceiling = cell.ceiling.unwrap_or(u64::MAX);
    if cell.weight.is_zero() {
        return (cell.floor, cell.floor.min(ceiling));
    }
    let one = u64::from(rounding == TableRounding::Adams).min(ceiling);
    (cell.floor.max(one), ceiling)
}

/// Every table of whole people with both totals and within all limits, found by trying every value of every cell.
fn every_table(table: &Table, rounding: TableRounding) -> Vec<Vec<u64>> {
    let (rows, columns) = (table.row_totals.len(), table.column_totals.len());
    let mut found = Vec::new();
    let mut left = (table.row_totals.clone(), table.column_totals.clone());
    let mut values = Vec::new();
    try_cell(table, rounding, (rows, columns), &mut left, &mut values, &mut found);
    found
}

fn try_cell(
    table: &Table,
    rounding: TableRounding,
    (rows, columns): (usize, usize),
    left: &mut (Vec<u64>, Vec<u64>),
    values: &mut Vec<u64>,
    found: &mut Vec<Vec<u64>>,
) {
    let at = values.len();
    if at > 0 && at.is_multiple_of(columns) && left.0[at / columns - 1] > 0 {
        return;
    }
    if at == rows * columns {
        if left.0.iter().chain(&left.1).all(|&left| left == 0) {
            found.push(values.clone());
        }
        return;
    }
    let (row, column) = (at / columns, at % columns);
    let (least, most) = limits(&table.cells[at], rounding);
    for value in least..=most.min(left.0[row]).min(left.1[column]) {
        left.0[row] -= value;
        left.1[column] -= value;
        values.push(value);
        try_cell(table, rounding, (rows, columns), left, values, found);
        values.pop();
        left.0[row] += value;
        left.1[column] += value;
    }
}

/// `Π_cells Π_{k ≤ value} s(k)/weight`, counted from the least of each cell: the right tables are those where it is least.
fn product(table: &Table, rounding: TableRounding, values: &[u64]) -> Rate {
    let half = Rate::new(1.into(), 2.into());
    let signpost = |value: u64| match rounding {
        TableRounding::Webster => rate(value) - &half,
        TableRounding::Jefferson => rate(value),
        TableRounding::Adams => rate(value - 1),
    };
    let cells = table.cells.iter().zip(values);
    cells.fold(rate(1), |product, (cell, &value)| {
        let (least, _) = limits(cell, rounding);
        (least + 1..=value).fold(product, |product, k| product * signpost(k) / cell.weight.to_rate())
    })
}

/// The right tables among `tables`, and how many there are; the first is the one to be published: larger share, earlier
/// row, earlier column first.
fn best_tables(table: &Table, rounding: TableRounding, tables: Vec<Vec<u64>>) -> Vec<Vec<u64>> {
    let products: Vec<Rate> = tables.iter().map(|values| product(table, rounding, values)).collect();
    let Some(least) = products.iter().min() else { return vec![] };
    let right = tables.iter().zip(&products).filter(|(_, product)| *product == least);
    let mut right: Vec<Vec<u64>> = right.map(|(values, _)| values.clone()).collect();
    let larger = |cell: usize| right.iter().map(|values| values[cell]).max().unwrap_or(0);
    let mut order: Vec<usize> = (0..table.cells.len()).collect();
    order.sort_by_key(|&cell| std::cmp::Reverse(larger(cell)));
    right.sort_by_key(|values| {
        std::cmp::Reverse(order.iter().map(|&cell| values[cell]).collect::<Vec<u64>>())
    });
    right
}

/// Small weights that tie often, none, ratios, and large ones that nearly tie.
fn weight() -> impl Strategy<Value = Weight> {
    let ratio = |numer: u64, denom: u64| Weight::Ratio(Rate::new(numer.into(), denom.into()));
    prop_oneof![
        2 => Just(Weight::Whole(0)),
        8 => (1..6u64).prop_map(Weight::Whole),
        2 => (1..40u64, 1..9u64).prop_map(move |(numer, denom)| ratio(numer, denom)),
        1 => (0..3u64, 0..3u64).prop_map(move |(numer, denom)| ratio(u64::MAX - numer, u64::MAX - denom)),
        1 => (1..u64::MAX).prop_map(Weight::Whole),
    ]
}

/// A cell, mostly without limits.
fn cell() -> impl Strategy<Value = Cell> {
    let floor = prop_oneof![6 => Just(0), 1 => 0..3u64];
    let ceiling = prop_oneof![6 => Just(None), 1 => (0..5u64).prop_map(Some)];
    (weight(), floor, ceiling).prop_map(|(weight, floor, ceiling)| Cell { weight, floor, ceiling })
}

/// A small table of any kind: about half of these cannot be filled.
fn any_table() -> impl Strategy<Value = Table> {
    (1..4usize, 1..4usize).prop_flat_map(|(rows, columns)| {
        let cells = proptest::collection::vec(cell(), rows * columns);
        let people = proptest::collection::vec(0..5u64, rows * columns);
        let slip = prop_oneof![9 => Just(0), 1 => 0..3u64];
        (cells, people, slip).prop_map(move |(cells, people, slip)| {
            let (mut row_totals, column_totals) = totals(&people, rows, columns);
            row_totals[0] += slip;
            Table { row_totals, column_totals, cells }
        })
    })
}

/// A table that can be filled: its totals are those of some table within the limits.
pub fn feasible_table(most_rows: usize, most_columns: usize) -> impl Strategy<Value = Table> {
    (1..=most_rows, 1..=most_columns).prop_flat_map(|(rows, columns)| {
        proptest::collection::vec((cell(), 1..9u64), rows * columns).prop_map(move |cells| {
            let people: Vec<u64> = cells
                .iter()
                .map(|(cell, more)| if cell.weight.is_zero() { cell.floor } else { cell.floor.max(*more) })
                .collect();
            let (row_totals, column_totals) = totals(&people, rows, columns);
            let cells = cells.iter().zip(&people).map(|((cell, _), &value)| Cell {
                ceiling: cell.ceiling.map(|ceiling| ceiling.max(value)),
                ..cell.clone()
            });
            Table { row_totals, column_totals, cells: cells.collect() }
        })
    })
}
