//! Where a key leads in a table.

/// A cell's place: row and column from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct At {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

/// A movement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Motion {
    /// One row up.
    Up,
    /// One row down.
    Down,
    /// One column to the left.
    Left,
    /// One column to the right.
    Right,
    /// To the edge of the block of filled (or empty) cells upwards.
    EdgeUp,
    /// To the edge of the block downwards.
    EdgeDown,
    /// To the edge of the block to the left.
    EdgeLeft,
    /// To the edge of the block to the right.
    EdgeRight,
    /// So many rows up.
    PageUp(usize),
    /// So many rows down.
    PageDown(usize),
    /// The first cell of the row.
    RowStart,
    /// The last cell of the row.
    RowEnd,
    /// The first cell of the table.
    First,
    /// The last cell of the table.
    Last,
}

/// The cell a movement leads to.
///
/// - `size`: how many rows and columns there are, at least one of each.
/// - `filled`: whether a cell holds something; only asked by movements to an edge.
#[must_use]
pub fn moved(size: At, from: At, motion: Motion, filled: impl Fn(At) -> bool) -> At {
    let last = At { row: size.row.saturating_sub(1), column: size.column.saturating_sub(1) };
    let At { row, column } = from;
    let at_row = |row: usize| At { row: row.min(last.row), column };
    let at_column = |column: usize| At { row, column: column.min(last.column) };
    match motion {
        Motion::Up => at_row(row.saturating_sub(1)),
        Motion::Down => at_row(row + 1),
        Motion::Left => at_column(column.saturating_sub(1)),
        Motion::Right => at_column(column + 1),
        Motion::PageUp(rows) => at_row(row.saturating_sub(rows)),
        Motion::PageDown(rows) => at_row(row + rows),
        Motion::RowStart => at_column(0),
        Motion::RowEnd => at_column(last.column),
        Motion::First => At { row: 0, column: 0 },
        Motion::Last => last,
        Motion::EdgeUp => at_row(edge((0..row).rev(), row, |row| filled(at_row(row)))),
        Motion::EdgeDown => at_row(edge(row + 1..size.row, row, |row| filled(at_row(row)))),
        Motion::EdgeLeft => at_column(edge((0..column).rev(), column, |column| filled(at_column(column)))),
        Motion::EdgeRight => {
            at_column(edge(column + 1..size.column, column, |column| filled(at_column(column))))
        }
    }
}

/// As in a spreadsheet: within a run of filled cells to its end; from its end, or from an empty cell, to the next
/// filled cell; else to the last of the way.
fn edge(way: impl Iterator<Item = usize>, from: usize, filled: impl Fn(usize) -> bool) -> usize {
    let mut way = way.peekable();
    let runs = filled(from) && way.peek().is_some_and(|&next| filled(next));
    let mut at = from;
    for next in way {
        if runs && !filled(next) {
            return at;
        }
        at = next;
        if !runs && filled(next) {
            return at;
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: At = At { row: 6, column: 3 };

    fn go(from: (usize, usize), motion: Motion) -> (usize, usize) {
        // Column 1 has figures in rows 1, 2 and 4; everything else is filled.
        let filled = |at: At| at.column != 1 || matches!(at.row, 1 | 2 | 4);
        let at = moved(SIZE, At { row: from.0, column: from.1 }, motion, filled);
        (at.row, at.column)
    }

    #[test]
    fn no_key_leads_out_of_the_table() {
        for motion in [Motion::Up, Motion::Left, Motion::PageUp(10), Motion::First, Motion::EdgeUp] {
            assert_eq!(go((0, 0), motion), (0, 0), "{motion:?}");
        }
        for motion in [Motion::Down, Motion::Right, Motion::PageDown(10), Motion::Last, Motion::EdgeRight] {
            assert_eq!(go((5, 2), motion), (5, 2), "{motion:?}");
        }
        assert_eq!(go((2, 1), Motion::RowEnd), (2, 2));
        assert_eq!(go((2, 1), Motion::RowStart), (2, 0));
    }

    #[test]
    fn control_with_an_arrow_leads_to_the_edge_of_a_block_as_in_a_spreadsheet() {
        assert_eq!(go((1, 1), Motion::EdgeDown), (2, 1), "to the end of the run");
        assert_eq!(go((2, 1), Motion::EdgeDown), (4, 1), "from the end of a run to the next figure");
        assert_eq!(go((4, 1), Motion::EdgeDown), (5, 1), "no figure any more: to the last row");
        assert_eq!(go((5, 1), Motion::EdgeUp), (4, 1));
        assert_eq!(go((0, 0), Motion::EdgeDown), (5, 0), "a full column: to its end");
        assert_eq!(go((3, 0), Motion::EdgeRight), (3, 2), "over an empty cell");
    }
}
