//! What is split two ways, and what comes out.

use std::cmp::Ordering;

use num_bigint::BigInt;
use num_traits::{One as _, ToPrimitive as _, Zero as _};

use super::super::split::Weight;
use crate::model::Rate;

/// A table to fill: rows such as units, columns such as months or parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What each row gets (people).
    pub row_totals: Vec<u64>,
    /// What each column gets (people).
    pub column_totals: Vec<u64>,
    /// Row by row: the cell of row `i` and column `j` is at `i · columns + j`.
    pub cells: Vec<Cell>,
}

/// One cell's terms.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Its part, against the other cells of its row and of its column. A cell of weight 0 gets exactly its floor.
    pub weight: Weight,
    /// The least it may get (people).
    pub floor: u64,
    /// The most it may get (people); `None` is no limit.
    pub ceiling: Option<u64>,
}

/// Where parts of a person turn to whole people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TableRounding {
    /// Ordinary rounding.
    #[default]
    Webster,
    /// Downwards.
    Jefferson,
    /// Upwards: every cell with a weight gets at least one person, unless its ceiling is 0.
    Adams,
}

/// A filled table and its proof.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Matrix {
    /// Whole people, row by row, in the order of [`Table::cells`].
    pub values: Vec<u64>,
    /// One per row, above zero: `ρ`.
    pub row_divisors: Vec<Rate>,
    /// One per column, above zero: `γ`.
    pub column_divisors: Vec<Rate>,
    /// Whether no other table is as right.
    pub unique: bool,
}

impl Cell {
    /// The most it can get under any divisors: its ceiling, or its floor where it has no weight.
    #[must_use]
    pub fn most(&self) -> Option<u64> {
        if self.weight.is_zero() { Some(self.floor) } else { self.ceiling }
    }

    /// The least it can get under any divisors: its floor, or one person where parts are rounded upwards.
    #[must_use]
    pub fn least(&self, rounding: TableRounding) -> u64 {
        let one = rounding == TableRounding::Adams && !self.weight.is_zero();
        if one { self.floor.max(self.ceiling.unwrap_or(1).min(1)) } else { self.floor }
    }
}

impl TableRounding {
    /// Twice the signpost `s(value)`, from which on a part becomes `value`: so `2k − 1`, `2k` or `2k − 2`.
    ///
    /// Source: F. Pukelsheim, *Proportional Representation*, 2nd ed. (2017), chapter 3.
    #[must_use]
    pub(super) fn twice_signpost(self, value: u128) -> u128 {
        match self {
            Self::Webster => (2 * value).saturating_sub(1),
            Self::Jefferson => 2 * value,
            Self::Adams => (2 * value).saturating_sub(2),
        }
    }
}

impl Matrix {
    /// Whether the divisors prove the table: every cell's `weight / (ρ·γ)` rounds to its value, unless its floor or
    /// ceiling holds it, and rows and columns add up to the totals of `table`.
    ///
    /// Where the part stands exactly between two whole numbers both are right. Independent of how the table was found.
    #[must_use]
    pub fn is_proved(&self, table: &Table, rounding: TableRounding) -> bool {
        let (rows, columns) = (table.row_totals.len(), table.column_totals.len());
        let fits = self.values.len() == table.cells.len() && table.cells.len() == rows * columns;
        let divisors = self.row_divisors.len() == rows && self.column_divisors.len() == columns;
        if !fits || !divisors {
            return false;
        }
        let sum = |values: &mut dyn Iterator<Item = u64>| values.map(u128::from).sum::<u128>();
        let row = |row: usize| sum(&mut (0..columns).map(|column| self.values[row * columns + column]));
        let column = |column: usize| sum(&mut (0..rows).map(|row| self.values[row * columns + column]));
        let rows_add_up = table.row_totals.iter().enumerate().all(|(at, &total)| row(at) == total.into());
        let columns_add_up =
            table.column_totals.iter().enumerate().all(|(at, &total)| column(at) == total.into());
        let cells = table.cells.iter().zip(&self.values).enumerate();
        let mut cells = cells.map(|(at, (cell, &value))| {
            let [rho, gamma] = [&self.row_divisors[at / columns], &self.column_divisors[at % columns]];
            is_right(cell, value, (rho, gamma), rounding)
        });
        rows_add_up && columns_add_up && cells.all(|right| right)
    }
}

/// Whether a cell's part rounds to `value`, or a limit holds it there.
fn is_right(cell: &Cell, value: u64, (rho, gamma): (&Rate, &Rate), rounding: TableRounding) -> bool {
    let within = value >= cell.floor && cell.most().is_none_or(|most| value <= most);
    let (numer, denom) = parts(&cell.weight);
    if !within || numer.is_zero() {
        return within;
    }
    let divisors = [denom, rho.numer().clone(), gamma.numer().clone()];
    let part = [numer, rho.denom().clone(), gamma.denom().clone()];
    let signpost = |value| compare_products(&divisors, rounding.twice_signpost(value), &part, 2);
    let value = u128::from(value);
    let low = value == cell.least(rounding).into() || signpost(value).is_le();
    let high = cell.most().is_some_and(|most| value == most.into()) || signpost(value + 1).is_ge();
    low && high
}

/// Compares `one · Π ones` with `two · Π twos`.
pub(super) fn compare_products(ones: &[BigInt], one: u128, twos: &[BigInt], two: u128) -> Ordering {
    let narrow = |factors: &[BigInt], first: u128| {
        factors.iter().try_fold(first, |product, factor| product.checked_mul(factor.to_u128()?))
    };
    let product = |factors: &[BigInt], first: u128| {
        factors.iter().fold(BigInt::from(first), |product, factor| product * factor)
    };
    match (narrow(ones, one), narrow(twos, two)) {
        (Some(one), Some(two)) => one.cmp(&two),
        _ => product(ones, one).cmp(&product(twos, two)),
    }
}

/// A weight above and below its bar.
pub(super) fn parts(weight: &Weight) -> (BigInt, BigInt) {
    match weight {
        Weight::Whole(weight) => (BigInt::from(*weight), BigInt::one()),
        Weight::Ratio(weight) => (weight.numer().clone(), weight.denom().clone()),
    }
}
