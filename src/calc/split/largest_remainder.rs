//! Largest remainder: whole parts first, then one each to the largest fractional parts (Hamilton, with limits).

use std::ops::Range;

use super::amount::{Amount, Fraction};
use super::field::{Field, Row, Steps};
use super::outcome::{Held, Interval, Remainders, Tie};
use super::real_level::real_level;

/// The split by largest remainder at the smallest level that solves it in parts of people.
///
/// The parts respect the limits, so a row with a fraction always has room for one more.
/// Source: Pukelsheim (2017), chapter 5, applied to the bounded shares.
pub(super) fn solve<A: Amount>(field: &Field<A>) -> Steps {
    let level = real_level(field);
    let parts: Vec<Part<A>> = field.rows.iter().map(|row| Part::new(row, &level)).collect();
    let whole = parts.iter().fold(A::zero(), |sum, part| sum + part.whole.clone());
    // Fewer than there are fractions, which sum to it.
    let places = usize::try_from((field.total.clone() - whole).to_count()).unwrap_or(usize::MAX);

    let order = ranking(field, &parts);
    let mut steps: Vec<u64> = parts.iter().map(|part| part.whole.to_count()).collect();
    let mut ranks = vec![None; parts.len()];
    for (rank, &row) in order.iter().enumerate() {
        ranks[row] = Some(rank + 1);
        steps[row] += u64::from(rank < places);
    }

    let exact = field.level(&level);
    let high = parts.iter().zip(&field.rows).filter_map(|(part, row)| part.next(row)).min();
    Steps {
        steps,
        held: parts.iter().map(|part| part.held).collect(),
        proof: Interval { low: exact.clone(), high: high.map(|high| field.level(&high)) },
        level: Interval::point(exact),
        tie: tied_at(&order, places, |&one, &two| parts[one].rest == parts[two].rest)
            .map(|(tied, places)| Tie { units: order[tied].to_vec(), places }),
        remainders: Some(Remainders { ranks, places }),
    }
}

/// A row's part before rounding: `whole + rest / (the level's denominator)`.
struct Part<A> {
    whole: A,
    rest: A,
    held: Held,
}

impl<A: Amount> Part<A> {
    fn new(row: &Row<A>, level: &Fraction<A>) -> Self {
        let (whole, rest) = level.numer.times(&row.weight).div_mod_floor(&level.denom);
        if whole < row.least {
            return Self { whole: row.least.clone(), rest: A::zero(), held: Held::AtFloor };
        }
        match &row.most {
            Some(most) if whole >= *most => {
                let held = if whole == *most && rest.is_zero() { Held::Free } else { Held::AtCeiling };
                Self { whole: most.clone(), rest: A::zero(), held }
            }
            _ => Self { whole, rest, held: Held::Free },
        }
    }

    /// The level at which the whole part becomes one more.
    fn next(&self, row: &Row<A>) -> Option<Fraction<A>> {
        let numer = self.whole.clone() + A::one();
        row.can_rise(&self.whole).then(|| Fraction { numer, denom: row.weight.clone() })
    }
}

/// The rows that have a fraction: larger fraction, then larger weight, then document order.
fn ranking<A: Amount>(field: &Field<A>, parts: &[Part<A>]) -> Vec<usize> {
    // The fractions stand in the list that is sorted: looking them up would cost most of the time.
    let rests = parts.iter().enumerate().filter(|(_, part)| !part.rest.is_zero());
    let mut rests: Vec<(A, usize)> = rests.map(|(row, part)| (part.rest.clone(), row)).collect();
    rests.sort_unstable_by(|(one_rest, one), (two_rest, two)| {
        let weights = || field.rows[*two].weight.cmp(&field.rows[*one].weight);
        two_rest.cmp(one_rest).then_with(weights).then(one.cmp(two))
    });
    rests.into_iter().map(|(_, row)| row).collect()
}

/// Where the last to get one more has the same rest as the first to get none: the positions of all that have it in
/// `ranked`, the largest rest first, and how many of them get one more.
pub(super) fn tied_at<T>(
    ranked: &[T],
    places: usize,
    is_same: impl Fn(&T, &T) -> bool,
) -> Option<(Range<usize>, usize)> {
    let (before, after) = ranked.split_at_checked(places)?;
    let (last, next) = (before.last()?, after.first()?);
    if !is_same(last, next) {
        return None;
    }
    let got = before.iter().rev().take_while(|one| is_same(one, last)).count();
    let missed = after.iter().take_while(|one| is_same(one, last)).count();
    Some((places - got..places + missed, got))
}
