//! Cells that span rows and columns, laid out on the plain grid.

use crate::exchange::Table;
use crate::exchange::clipboard::{ClipboardError, MOST_CELLS};

/// How many columns and rows a cell covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) columns: usize,
    pub(super) rows: usize,
}

impl Span {
    /// A cell that is not merged.
    pub(super) const ONE: Self = Self { columns: 1, rows: 1 };
}

/// The most columns a cell may cover, and the longest text that is repeated: those of the HTML standard, and
/// of names.
const MOST_COLUMNS: usize = 1000;
const MOST_ROWS: usize = 65_534;
const MOST_REPEATED: usize = 200;

/// A column that a cell from above still covers.
#[derive(Clone, Default)]
struct Covered {
    rows: usize,
    text: String,
}

/// The grid so far.
#[derive(Default)]
pub(super) struct Spans {
    rows: Vec<Vec<String>>,
    cells: usize,
    width: usize,
    covered: Vec<Covered>,
}

impl Spans {
    /// Lays the next row out, around what covers it from above.
    pub(super) fn push(&mut self, cells: Vec<(String, Span)>) -> Result<(), ClipboardError> {
        let mut row = Vec::with_capacity(cells.len());
        for (text, span) in cells {
            self.take_covered(&mut row)?;
            self.place(&mut row, text, span)?;
        }
        self.take_covered(&mut row)?;
        // Gaps that nothing fills are blank; what is covered behind them is not.
        while self.covered.iter().skip(row.len()).any(|covered| covered.rows > 0) {
            self.add(&mut row, String::new())?;
            self.take_covered(&mut row)?;
        }
        self.cells += usize::from(row.is_empty());
        self.width = self.width.max(row.len());
        self.rows.push(row);
        if self.cells.max(self.rows.len().saturating_mul(self.width)) > MOST_CELLS {
            return Err(ClipboardError::TooManyCells);
        }
        Ok(())
    }

    pub(super) fn into_table(self) -> Result<Table, ClipboardError> {
        Ok(Table { rows: self.rows })
    }

    fn place(&mut self, row: &mut Vec<String>, text: String, span: Span) -> Result<(), ClipboardError> {
        let repeated = if is_repeated(&text) { text.clone() } else { String::new() };
        let start = row.len();
        self.add(row, text)?;
        for _ in 1..span.columns.clamp(1, MOST_COLUMNS) {
            self.add(row, repeated.clone())?;
        }
        let below = span.rows.clamp(1, MOST_ROWS) - 1;
        if below > 0 {
            self.covered.resize_with(self.covered.len().max(row.len()), Covered::default);
            self.covered[start..row.len()].fill(Covered { rows: below, text: repeated });
        }
        Ok(())
    }

    /// Writes the cells from above that cover the next columns.
    fn take_covered(&mut self, row: &mut Vec<String>) -> Result<(), ClipboardError> {
        while let Some(covered) = self.covered.get_mut(row.len()).filter(|covered| covered.rows > 0) {
            covered.rows -= 1;
            let text = covered.text.clone();
            self.add(row, text)?;
        }
        Ok(())
    }

    fn add(&mut self, row: &mut Vec<String>, text: String) -> Result<(), ClipboardError> {
        self.cells += 1;
        if self.cells > MOST_CELLS {
            return Err(ClipboardError::TooManyCells);
        }
        row.push(text);
        Ok(())
    }
}

/// Names and years stand for all the cells they cover; a number counts people once.
fn is_repeated(text: &str) -> bool {
    let is_year = text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    text.len() <= MOST_REPEATED && (text.chars().any(char::is_alphabetic) || is_year)
}
