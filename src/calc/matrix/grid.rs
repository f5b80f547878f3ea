//! A table as the search sees it: rows and columns as nodes, and a cell between each two of them.

use super::table::{Table, TableRounding};

/// A table that can be filled, with the terms of its cells as the search needs them.
pub(super) struct Grid<'a> {
    pub table: &'a Table,
    pub rounding: TableRounding,
    /// The least of each cell.
    pub least: Vec<u64>,
    /// The most of each cell that any table can give it.
    pub reach: Vec<u64>,
}

impl<'a> Grid<'a> {
    /// `table` must be one that can be filled.
    pub fn new(table: &'a Table, rounding: TableRounding) -> Self {
        let width = table.column_totals.len();
        let least = table.cells.iter().map(|cell| cell.least(rounding)).collect();
        let reach = table.cells.iter().enumerate().map(|(at, cell)| {
            let line = table.row_totals[at / width].min(table.column_totals[at % width]);
            cell.most().map_or(line, |most| most.min(line))
        });
        Self { reach: reach.collect(), table, rounding, least }
    }

    pub fn rows(&self) -> usize {
        self.table.row_totals.len()
    }

    pub fn columns(&self) -> usize {
        self.table.column_totals.len()
    }

    pub fn nodes(&self) -> usize {
        self.rows() + self.columns()
    }

    /// Every cell with the nodes of its row and column.
    pub fn cells(&self) -> impl Iterator<Item = (usize, usize, usize)> + use<> {
        let (rows, columns) = (self.rows(), self.columns());
        (0..rows)
            .flat_map(move |row| (0..columns).map(move |column| (row * columns + column, row, rows + column)))
    }

    /// The cells of a row or a column, each with the node at its other end.
    pub fn cells_of(&self, node: usize) -> impl Iterator<Item = (usize, usize)> + use<> {
        let (rows, columns) = (self.rows(), self.columns());
        let (first, stride, other, count) =
            if node < rows { (node * columns, 1, rows, columns) } else { (node - rows, columns, 0, rows) };
        (0..count).map(move |place| (first + place * stride, other + place))
    }

    /// What each row is short of and each column has too much of, so that moving people between them mends both.
    pub fn excess(&self, values: &[u64]) -> Vec<i128> {
        let mut excess: Vec<i128> = self.table.row_totals.iter().map(|&total| i128::from(total)).collect();
        excess.extend(self.table.column_totals.iter().map(|&total| -i128::from(total)));
        for (cell, row, column) in self.cells() {
            excess[row] -= i128::from(values[cell]);
            excess[column] += i128::from(values[cell]);
        }
        excess
    }
}
