//! One common level, each row rounded by the same signposts: a divisor method with limits.
//!
//! Jump and step (Pukelsheim 2017, chapter 4): round at the level that solves the split in parts of people, then
//! move one person at a time where the next is due, until the total is met. The jump lands within one
//! person a row, and people are never counted one by one.
//!
//! Where the first signpost is 0, every row that stands at its start is due one person at any level above zero. With
//! too few people for that, the level is zero, and larger weights come first.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use num_traits::Zero as _;

use super::amount::{Amount, Fraction};
use super::field::{Field, Row, Steps};
use super::outcome::{Held, Interval, Tie};
use super::real_level::real_level;
use super::signpost::Signposts;
use crate::model::Rate;

/// The split at one level under `signposts`, with the levels that give it.
pub(super) fn solve<A: Amount>(field: &Field<A>, signposts: &Signposts<A>) -> Steps {
    if field.rows.is_empty() {
        let all = Interval::all();
        return Steps {
            steps: vec![],
            held: vec![],
            level: all.clone(),
            proof: all,
            tie: None,
            remainders: None,
        };
    }
    let level = real_level(field);
    let mut steps: Vec<A> =
        field.rows.iter().map(|row| row.clamp(signposts.round(&level, &row.weight))).collect();
    repair(field, signposts, &mut steps);

    let (low, high) = ends(field, signposts, &steps);
    let level = interval(field, signposts, (&low, &high));
    let (tie, proof, proof_ends) = match (&low, &high) {
        (Some(point), Some(next)) if point == next && point.numer.is_zero() => {
            (tie_at_zero(field, &steps), level.clone(), (low, high))
        }
        (Some(point), Some(next)) if point == next => {
            let (tie, below) = tie(field, signposts, &steps, point);
            // Just below the point every tied row rounds down, so nothing but the tie is left to explain.
            let (low, _) = ends(field, signposts, &below);
            let ends = (low, high.clone());
            (Some(tie), interval(field, signposts, (&ends.0, &ends.1)), ends)
        }
        _ => (None, level.clone(), (low, high)),
    };
    let held = field.rows.iter().zip(&steps).map(|(row, steps)| held(row, signposts, steps, &proof_ends));
    Steps {
        held: held.collect(),
        steps: steps.iter().map(A::to_count).collect(),
        level,
        proof,
        tie,
        remainders: None,
    }
}

/// A person about to come or go. The smallest is the first to come, the largest the first to go.
struct Turn<'a, A> {
    threshold: Fraction<A>,
    weight: &'a A,
    row: usize,
}

impl<A: Amount> Ord for Turn<'_, A> {
    fn cmp(&self, other: &Self) -> Ordering {
        // Ties: larger weight, then document order.
        let weights = || other.weight.cmp(self.weight);
        self.threshold.cmp(&other.threshold).then_with(weights).then(self.row.cmp(&other.row))
    }
}

impl<A: Amount> PartialOrd for Turn<'_, A> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<A: Amount> PartialEq for Turn<'_, A> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl<A: Amount> Eq for Turn<'_, A> {}

/// Moves people one at a time, always the one next in turn, until the steps sum to the total.
fn repair<A: Amount>(field: &Field<A>, signposts: &Signposts<A>, steps: &mut [A]) {
    let mut sum = steps.iter().fold(A::zero(), |sum, steps| sum + steps.clone());
    let turn = |row: usize, steps: &A| {
        let weight = &field.rows[row].weight;
        Turn { threshold: signposts.threshold(steps, weight), weight, row }
    };
    let next = |row: usize, steps: &A| {
        field.rows[row].can_rise(steps).then(|| Reverse(turn(row, &(steps.clone() + A::one()))))
    };
    let last = |row: usize, steps: &A| field.rows[row].can_fall(steps).then(|| turn(row, steps));

    if sum < field.total {
        let mut due: BinaryHeap<_> =
            steps.iter().enumerate().filter_map(|(row, steps)| next(row, steps)).collect();
        while sum < field.total
            && let Some(Reverse(Turn { row, .. })) = due.pop()
        {
            steps[row] = steps[row].clone() + A::one();
            sum = sum + A::one();
            due.extend(next(row, &steps[row]));
        }
    } else if sum > field.total {
        let mut due: BinaryHeap<_> =
            steps.iter().enumerate().filter_map(|(row, steps)| last(row, steps)).collect();
        while sum > field.total
            && let Some(Turn { row, .. }) = due.pop()
        {
            steps[row] = steps[row].clone() - A::one();
            sum = sum - A::one();
            due.extend(last(row, &steps[row]));
        }
    }
}

/// The lowest and the highest level, as thresholds: where the last person came, and where the next would.
///
/// That the first is not above the second is what makes the split right (the min-max inequality; Balinski &
/// Young 2001, appendix A).
fn ends<A: Amount>(
    field: &Field<A>,
    signposts: &Signposts<A>,
    steps: &[A],
) -> (Option<Fraction<A>>, Option<Fraction<A>>) {
    let rows = || field.rows.iter().zip(steps);
    let came = rows().filter(|(row, steps)| row.can_fall(steps));
    let comes = rows().filter(|(row, steps)| row.can_rise(steps));
    let low = came.map(|(row, steps)| signposts.threshold(steps, &row.weight)).max();
    let high = comes.map(|(row, steps)| signposts.threshold(&(steps.clone() + A::one()), &row.weight)).min();
    (low, high)
}

fn interval<A: Amount>(
    field: &Field<A>,
    signposts: &Signposts<A>,
    (low, high): (&Option<Fraction<A>>, &Option<Fraction<A>>),
) -> Interval {
    let level = |end: &Fraction<A>| signposts.level(field, end);
    Interval { low: low.as_ref().map_or_else(Rate::zero, level), high: high.as_ref().map(level) }
}

/// All rows whose threshold is `point`, and the steps with the person that came there taken back.
fn tie<A: Amount>(
    field: &Field<A>,
    signposts: &Signposts<A>,
    steps: &[A],
    point: &Fraction<A>,
) -> (Tie, Vec<A>) {
    let at_point = |row: &Row<A>, steps: &A| signposts.threshold(steps, &row.weight) == *point;
    let mut below = steps.to_vec();
    let (mut units, mut places) = (Vec::new(), 0);
    for (at, row) in field.rows.iter().enumerate() {
        if row.can_fall(&steps[at]) && at_point(row, &steps[at]) {
            below[at] = steps[at].clone() - A::one();
            units.push(at);
            places += 1;
        } else if row.can_rise(&steps[at]) && at_point(row, &(steps[at].clone() + A::one())) {
            units.push(at);
        }
    }
    // Stable, so equal weights stay in document order.
    units.sort_by(|&one, &two| field.rows[two].weight.cmp(&field.rows[one].weight));
    (Tie { units, places }, below)
}

/// The tie where there are too few people for one each at level zero: among rows of the same weight only.
fn tie_at_zero<A: Amount>(field: &Field<A>, steps: &[A]) -> Option<Tie> {
    let at_start = || field.rows.iter().zip(steps).enumerate().filter(|(_, (row, _))| row.least.is_zero());
    let came = |steps: &A| !steps.is_zero();
    let (_, (last, _)) =
        at_start().filter(|(_, (_, steps))| came(steps)).min_by_key(|(_, (row, _))| &row.weight)?;
    let tied = || at_start().filter(|(_, (row, _))| row.weight == last.weight);
    let places = tied().filter(|(_, (_, steps))| came(steps)).count();
    let units: Vec<usize> = tied().map(|(at, _)| at).collect();
    (places < units.len()).then_some(Tie { units, places })
}

/// Whether a limit moves the row at some level inside the interval.
fn held<A: Amount>(
    row: &Row<A>,
    signposts: &Signposts<A>,
    steps: &A,
    (low, high): &(Option<Fraction<A>>, Option<Fraction<A>>),
) -> Held {
    let due = |steps: &A| signposts.threshold(steps, &row.weight);
    let is_above =
        |due: &Fraction<A>, low: Option<&Fraction<A>>| low.map_or(!due.numer.is_zero(), |low| due > low);
    if !row.can_fall(steps) && !steps.is_zero() && is_above(&due(steps), low.as_ref()) {
        Held::AtFloor
    } else if !row.can_rise(steps)
        && high.as_ref().is_none_or(|high| due(&(steps.clone() + A::one())) < *high)
    {
        Held::AtCeiling
    } else {
        Held::Free
    }
}
