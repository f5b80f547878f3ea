//! The table both ways: worked examples.

use bao_phu::calc::matrix::{Cell, Matrix, Table, TableRounding, fill};
use bao_phu::calc::split::Weight;

fn table(rows: &[u64], columns: &[u64], weights: &[u64]) -> Table {
    let cell = |&weight: &u64| Cell { weight: Weight::Whole(weight), floor: 0, ceiling: None };
    Table {
        row_totals: rows.into(),
        column_totals: columns.into(),
        cells: weights.iter().map(cell).collect(),
    }
}

fn filled(table: &Table, rounding: TableRounding) -> Matrix {
    let matrix = fill(table, rounding).expect("a table that can be filled");
    assert!(matrix.is_proved(table, rounding), "{matrix:?}");
    matrix
}

#[test]
fn every_cell_is_its_weight_over_both_divisors_rounded() {
    let table = table(&[7, 5, 3], &[11, 4], &[770, 130, 20, 380, 10, 190]);
    let matrix = filled(&table, TableRounding::Webster);
    assert_eq!(matrix.values, [7, 0, 3, 2, 1, 2]);
}
