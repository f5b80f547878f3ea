//! The selected cell and the block that reaches to it, and what keys do to them in every table.

use super::Block;
use super::motion::{At, Motion, moved};

/// How far PgUp and PgDn go.
const PAGE: usize = 10;

/// What a key means for the selection.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// Another cell is selected.
    Go(Motion),
    /// The block reaches to another cell.
    Reach(Motion),
    /// Everything is selected.
    All,
    /// The whole row.
    Row,
    /// The whole column, without the line of all units together.
    Column,
    /// Only the one cell again.
    Single,
}

impl Gesture {
    /// The gesture of a key by its browser name, with Ctrl (or ⌘) and Shift; `None` where it means nothing here.
    #[must_use]
    pub fn of_key(key: &str, control: bool, shift: bool) -> Option<Self> {
        Some(match (key, control, shift) {
            ("a" | "A", true, false) => Self::All,
            (" ", false, true) => Self::Row,
            (" ", true, false) => Self::Column,
            ("Escape", false, _) => Self::Single,
            (_, _, true) => Self::Reach(motion(key, control)?),
            (_, _, false) => Self::Go(motion(key, control)?),
        })
    }
}

fn motion(key: &str, control: bool) -> Option<Motion> {
    Some(match (key, control) {
        ("ArrowUp", false) => Motion::Up,
        ("ArrowDown", false) => Motion::Down,
        ("ArrowLeft", false) => Motion::Left,
        ("ArrowRight", false) => Motion::Right,
        ("ArrowUp", true) => Motion::EdgeUp,
        ("ArrowDown", true) => Motion::EdgeDown,
        ("ArrowLeft", true) => Motion::EdgeLeft,
        ("ArrowRight", true) => Motion::EdgeRight,
        ("PageUp", false) => Motion::PageUp(PAGE),
        ("PageDown", false) => Motion::PageDown(PAGE),
        ("Home", false) => Motion::RowStart,
        ("End", false) => Motion::RowEnd,
        ("Home", true) => Motion::First,
        ("End", true) => Motion::Last,
        _ => return None,
    })
}

/// The selected cell, and where the block it ends began.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cursor {
    /// The selected cell.
    pub at: At,
    /// The other corner of the block; nothing where only one cell is selected.
    pub anchor: Option<At>,
}

impl Cursor {
    /// One cell.
    #[must_use]
    pub fn single(at: At) -> Self {
        Self { at, anchor: None }
    }

    /// The same in a table that may have fewer rows and columns by now.
    #[must_use]
    pub fn within(self, size: At) -> Self {
        let inside = |at: At| At {
            row: at.row.min(size.row.saturating_sub(1)),
            column: at.column.min(size.column.saturating_sub(1)),
        };
        Self { at: inside(self.at), anchor: self.anchor.map(inside) }
    }

    /// The block reaches to a cell, from where it began or from the selected cell.
    #[must_use]
    pub fn reaching(self, to: At) -> Self {
        Self { at: to, anchor: Some(self.anchor.unwrap_or(self.at)) }
    }

    /// All cells of the block, at least the selected one.
    #[must_use]
    pub fn block(self) -> Block {
        Block::between(self.anchor.unwrap_or(self.at), self.at)
    }

    /// The selection after a gesture; `None` where there is nothing to give up.
    ///
    /// - `size`: how many rows and columns there are, at least one of each; the last row is that of all units
    ///   together.
    /// - `filled`: whether a cell holds something; only asked by movements to an edge.
    #[must_use]
    pub fn after(self, gesture: Gesture, size: At, filled: impl Fn(At) -> bool) -> Option<Self> {
        let At { row, column } = self.at;
        let last = At { row: size.row.saturating_sub(1), column: size.column.saturating_sub(1) };
        let between = |anchor: At, at: At| Self { at, anchor: Some(anchor) };
        Some(match gesture {
            Gesture::Go(motion) => Self::single(moved(size, self.at, motion, filled)),
            Gesture::Reach(motion) => self.reaching(moved(size, self.at, motion, filled)),
            Gesture::All => between(At { row: 0, column: 0 }, last),
            Gesture::Row => between(At { row, column: 0 }, At { row, column: last.column }),
            Gesture::Column => between(At { row: 0, column }, At { row: last.row.saturating_sub(1), column }),
            Gesture::Single => {
                self.anchor?;
                Self::single(self.at)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three units and the line of all of them, two columns.
    const SIZE: At = At { row: 4, column: 2 };

    fn at(row: usize, column: usize) -> At {
        At { row, column }
    }

    fn press(cursor: Cursor, keys: &[(&str, bool, bool)]) -> Cursor {
        keys.iter().fold(cursor, |cursor, &(key, control, shift)| {
            let gesture = Gesture::of_key(key, control, shift).expect("a key of the table");
            cursor.after(gesture, SIZE, |_| true).unwrap_or(cursor)
        })
    }

    #[test]
    fn shift_draws_a_block_from_the_selected_cell_and_an_arrow_gives_it_up() {
        let start = Cursor::single(at(1, 0));
        let drawn = press(start, &[("ArrowDown", false, true), ("ArrowRight", false, true)]);
        assert_eq!(drawn, Cursor { at: at(2, 1), anchor: Some(at(1, 0)) });
        assert_eq!(drawn.block(), Block { rows: 1..3, columns: 0..2 });
        assert_eq!(press(drawn, &[("Escape", false, false)]), Cursor::single(at(2, 1)));
        assert_eq!(press(drawn, &[("ArrowUp", false, false)]), Cursor::single(at(1, 1)));
        assert_eq!(start.after(Gesture::Single, SIZE, |_| true), None);
    }

    #[test]
    fn all_a_row_and_a_column_are_one_key_and_a_column_leaves_the_line_of_all_units_out() {
        let start = Cursor::single(at(1, 1));
        assert_eq!(press(start, &[("a", true, false)]).block(), Block { rows: 0..4, columns: 0..2 });
        assert_eq!(press(start, &[(" ", false, true)]).block(), Block { rows: 1..2, columns: 0..2 });
        assert_eq!(press(start, &[(" ", true, false)]).block(), Block { rows: 0..3, columns: 1..2 });
        assert_eq!(press(start, &[("End", true, true)]).block(), Block { rows: 1..4, columns: 1..2 });
    }

    #[test]
    fn other_keys_are_left_to_others() {
        for (key, control, shift) in
            [("x", false, false), ("Enter", false, false), ("Tab", false, false), ("Home", true, false)]
        {
            assert_eq!(Gesture::of_key(key, control, shift).is_some(), key == "Home", "{key}");
        }
    }
}
