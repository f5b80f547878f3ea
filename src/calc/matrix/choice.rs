//! Which of several right tables it is.

use std::cmp::Reverse;

use super::blocks::TiedCell;
use super::grid::Grid;

/// Turns a right table into the one that is published: of all right tables, the one that has its extra people in the
/// first cells, taking the larger share first, then the earlier row, then the earlier column.
///
/// Tied cells stand exactly between two whole numbers; the larger share is the larger of these, as it is at one
/// common level, where it belongs to the larger weight. So neither the way the table was found nor scaled weights
/// change the choice. `ties` are in order, and all of one table.
pub(super) fn choose(grid: &Grid<'_>, ties: &[TiedCell], values: &mut [u64]) {
    let mut order: Vec<(Reverse<u64>, usize)> =
        ties.iter().map(|tie| (Reverse(values[tie.cell] + u64::from(!tie.raised)), tie.cell)).collect();
    order.sort_unstable();
    let mut open = Open::new(grid, ties);
    for (_, cell) in order {
        let (row, column) = (cell / grid.columns(), cell % grid.columns());
        if open.raisable[row].has(column)
            && let Some(way) = open.way(row, column)
        {
            values[cell] += 1;
            open.flip(row, column);
            for (lowered, raised) in way {
                values[lowered.0 * grid.columns() + lowered.1] -= 1;
                open.flip(lowered.0, lowered.1);
                if let Some((row, column)) = raised {
                    values[row * grid.columns() + column] += 1;
                    open.flip(row, column);
                }
            }
        }
        open.close(row, column);
    }
}

/// A set of small numbers.
#[derive(Clone)]
struct Bits(Vec<u64>);

impl Bits {
    fn none(size: usize) -> Self {
        Self(vec![0; size.div_ceil(64)])
    }

    fn all(size: usize) -> Self {
        Self(vec![u64::MAX; size.div_ceil(64)])
    }

    fn has(&self, number: usize) -> bool {
        self.0[number / 64] >> (number % 64) & 1 == 1
    }

    fn set(&mut self, number: usize, on: bool) {
        let bit = 1 << (number % 64);
        if on { self.0[number / 64] |= bit } else { self.0[number / 64] &= !bit }
    }

    /// Takes everything that is in both out of `other`, and says what it was.
    fn take_from(&self, other: &mut Self) -> Vec<usize> {
        let mut taken = Vec::new();
        for (at, (own, other)) in self.0.iter().zip(&mut other.0).enumerate() {
            let mut both = own & *other;
            *other &= !both;
            while both != 0 {
                taken.push(at * 64 + both.trailing_zeros() as usize);
                both &= both - 1;
            }
        }
        taken
    }
}

type Place = (usize, usize);

/// The tied cells whose turn has not been.
struct Open {
    /// Per row, the columns of cells that can rise, and of those that can fall; per column, the rows of cells that
    /// can rise.
    raisable: Vec<Bits>,
    lowerable: Vec<Bits>,
    raisable_rows: Vec<Bits>,
}

impl Open {
    fn new(grid: &Grid<'_>, ties: &[TiedCell]) -> Self {
        let (rows, columns) = (grid.rows(), grid.columns());
        let none = vec![Bits::none(columns); rows];
        let mut open =
            Self { raisable: none.clone(), lowerable: none, raisable_rows: vec![Bits::none(rows); columns] };
        for tie in ties {
            open.set(tie.cell / columns, tie.cell % columns, !tie.raised, tie.raised);
        }
        open
    }

    fn set(&mut self, row: usize, column: usize, can_rise: bool, can_fall: bool) {
        self.raisable[row].set(column, can_rise);
        self.raisable_rows[column].set(row, can_rise);
        self.lowerable[row].set(column, can_fall);
    }

    fn flip(&mut self, row: usize, column: usize) {
        let could_rise = self.raisable[row].has(column);
        self.set(row, column, !could_rise, could_rise);
    }

    fn close(&mut self, row: usize, column: usize) {
        self.set(row, column, false, false);
    }

    /// The cells to lower, and after each the one to raise in its column, so that one more fits in `row` and `column`.
    fn way(&self, row: usize, column: usize) -> Option<Vec<(Place, Option<Place>)>> {
        let (mut rows, mut columns) = (Bits::all(self.raisable.len()), Bits::all(self.raisable_rows.len()));
        rows.set(row, false);
        // For each row but the first: its place in the list of the row it was reached from, and by which column.
        let mut reached: Vec<(usize, Option<(usize, usize)>)> = vec![(row, None)];
        let mut at = 0;
        while let Some(&(row, _)) = reached.get(at) {
            for lowered in self.lowerable[row].take_from(&mut columns) {
                if lowered == column {
                    return Some(Self::back(&reached, at, column));
                }
                for next in self.raisable_rows[lowered].take_from(&mut rows) {
                    reached.push((next, Some((at, lowered))));
                }
            }
            at += 1;
        }
        None
    }

    fn back(
        reached: &[(usize, Option<(usize, usize)>)],
        last: usize,
        column: usize,
    ) -> Vec<(Place, Option<Place>)> {
        let mut way = vec![((reached[last].0, column), None)];
        let mut at = last;
        while let (row, Some((before, column))) = reached[at] {
            way.push(((reached[before].0, column), Some((row, column))));
            at = before;
        }
        way
    }
}
