//! The selected block: all cells between two corners.

use std::ops::Range;

use super::At;

/// A block of cells, never empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its rows.
    pub rows: Range<usize>,
    /// Its columns.
    pub columns: Range<usize>,
}

impl Block {
    /// All cells between two corners, in whichever order they come.
    #[must_use]
    pub fn between(one: At, other: At) -> Self {
        let span = |a: usize, b: usize| a.min(b)..a.max(b) + 1;
        Self { rows: span(one.row, other.row), columns: span(one.column, other.column) }
    }

    /// Its cells, row by row.
    pub fn cells(&self) -> impl Iterator<Item = At> + use<> {
        let columns = self.columns.clone();
        self.rows.clone().flat_map(move |row| columns.clone().map(move |column| At { row, column }))
    }

    /// More than one cell.
    #[must_use]
    pub fn is_several(&self) -> bool {
        self.rows.len() > 1 || self.columns.len() > 1
    }

    /// Whether it holds this cell.
    #[must_use]
    pub fn contains(&self, at: At) -> bool {
        self.rows.contains(&at.row) && self.columns.contains(&at.column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_is_the_same_from_whichever_corner_it_was_drawn() {
        let (one, other) = (At { row: 4, column: 1 }, At { row: 2, column: 2 });
        let block = Block::between(one, other);
        assert_eq!(block, Block::between(other, one));
        assert_eq!(block.cells().count(), 6);
        assert!(block.cells().all(|at| block.contains(at)));
        assert!(block.is_several());
        assert!(!Block::between(one, one).is_several());
    }
}
