//! The level that solves a split in parts of people, found by halving the breakpoints.

use super::amount::{Amount, Fraction};
use super::field::Field;

/// A level at which one row begins to rise, or stops. It has its own copies: following references into a
/// hundred thousand rows would cost more than the comparisons.
struct Breakpoint<A> {
    /// The row's least where it begins, its most where it stops.
    steps: A,
    weight: A,
    begins: bool,
}

/// What the rows get together at a level: `fixed + slope · level`.
#[derive(Clone)]
struct Line<A> {
    fixed: A,
    slope: A,
}

/// The smallest level `λ ≥ 0` (over the whole weights) with `Σ clamp(λ · weight, least, most) = total`.
///
/// The sum is a rising line that bends where a row leaves its least or reaches its most. Each round takes the median
/// of the bends still in question, sees whether the sum there reaches the total, and drops the half that is decided:
/// linear time. Source: P. Brucker, "An O(n) algorithm for quadratic knapsack problems", Operations Research
/// Letters 3 (1984) 163–166.
pub(super) fn real_level<A: Amount>(field: &Field<A>) -> Fraction<A> {
    let mut line = Line { fixed: A::zero(), slope: A::zero() };
    let mut points = Vec::with_capacity(2 * field.rows.len());
    for row in &field.rows {
        if row.least.is_zero() {
            line.slope = line.slope + row.weight.clone();
        } else {
            line.fixed = line.fixed + row.least.clone();
            points.push(Breakpoint { steps: row.least.clone(), weight: row.weight.clone(), begins: true });
        }
        if let Some(most) = &row.most {
            points.push(Breakpoint { steps: most.clone(), weight: row.weight.clone(), begins: false });
        }
    }
    if line.fixed == field.total {
        return Fraction { numer: A::zero(), denom: A::one() };
    }
    let mut open = points.as_mut_slice();
    while !open.is_empty() {
        let middle = open.len() / 2;
        open.select_nth_unstable_by(middle, |one, two| {
            one.steps.times(&two.weight).cmp(&two.steps.times(&one.weight))
        });
        let beyond = open[..=middle].iter().fold(line.clone(), Line::bend);
        if beyond.reaches(&field.total, &open[middle]) {
            open = &mut open[..middle];
        } else {
            line = beyond;
            open = &mut open[middle + 1..];
        }
    }
    // Feasible and not yet reached, so the line rises here.
    Fraction { numer: field.total.clone() - line.fixed, denom: line.slope }
}

impl<A: Amount> Line<A> {
    /// The line on the other side of `point`.
    fn bend(self, point: &Breakpoint<A>) -> Self {
        let (steps, weight) = (point.steps.clone(), point.weight.clone());
        if point.begins {
            Self { fixed: self.fixed - steps, slope: self.slope + weight }
        } else {
            Self { fixed: self.fixed + steps, slope: self.slope - weight }
        }
    }

    /// Whether the line is at or above `total` at `point`.
    fn reaches(&self, total: &A, point: &Breakpoint<A>) -> bool {
        let missing = total.clone() - self.fixed.clone();
        A::compare_products([&self.slope, &point.steps], [&missing, &point.weight]).is_ge()
    }
}
