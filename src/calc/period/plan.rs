//! The table of units by quarter or month: what stands at the end of every period, exact both ways.
//!
//! At the end of a period the units together stand where the node does on its own way from last year to this one.
//! That much of the year's change is shared out over the units by what each changes in the year, at one common level:
//! the level is 0 before the first period and 1 at the end of the last, so every row ends at exactly what its unit
//! gets; and as it never goes back, no unit does. Units that rise and units that fall each have a level of their own.

use super::{Dips, Pattern, PatternError, stock};
use crate::calc::NodePlan;
use crate::calc::split::{Bounds, RoundingRule, Share, Split, Weight, split};
use crate::model::{PeriodRule, Rate, Shape, Slot, UnitId};

/// One unit by period. All counts are people.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodRow {
    /// The unit.
    pub unit: UnitId,
    /// What stood before the first period: last year's result.
    pub last: u64,
    /// What it gets for the year.
    pub given: u64,
    /// What it stands at when each period ends; the last of them is `given`.
    pub ends: Vec<u64>,
}

/// A node's year by period. All counts are people.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodPlan {
    /// Which indicator and year.
    pub slot: Slot,
    /// The pattern in force.
    pub rule: PeriodRule,
    /// The units that can be planned, in document order.
    pub rows: Vec<PeriodRow>,
    /// Units that take part but cannot be planned: no figure of last year, or nothing given yet.
    pub without: Vec<UnitId>,
    /// What all rows stood at before the first period.
    pub last: u64,
    /// What all rows get for the year.
    pub given: u64,
    /// What all rows stand at when each period ends.
    pub ends: Vec<u64>,
    /// Rows that rise over the year.
    pub(in crate::calc) rising: Side,
    /// Rows that fall over the year.
    pub(in crate::calc) falling: Side,
}

/// The rows that move one way, and how their change is shared out period by period.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::calc) struct Side {
    /// Their places in [`PeriodPlan::rows`].
    pub rows: Vec<usize>,
    /// By how much each moves in the year, above zero.
    pub changes: Vec<u64>,
    /// Up to the end of each period: what each has moved by then. Empty where no row moves this way.
    pub splits: Vec<Split>,
}

/// Why there is no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PeriodError {
    /// No unit has both a figure of last year and something given.
    #[error("no unit has a figure of last year and a target")]
    NothingGiven,
    /// The units together are more people than can be counted.
    #[error("the units together are too many people")]
    TooLarge,
    /// The weights of the pattern are not one for each period, or all zero.
    #[error("the pattern has no shape")]
    NoShape,
}

impl From<PatternError> for PeriodError {
    fn from(_: PatternError) -> Self {
        Self::NoShape
    }
}

impl PeriodPlan {
    /// Every period's total is the node's own, and the last period of every row is its year.
    #[must_use]
    pub fn is_exact(&self) -> bool {
        let total = |place: usize| self.rows.iter().filter_map(|row| row.ends.get(place)).sum::<u64>();
        let columns = self.ends.iter().enumerate().all(|(place, &end)| total(place) == end);
        let rows = self.rows.iter().all(|row| row.ends.last() == Some(&row.given));
        columns && rows && self.ends.last() == Some(&self.given)
    }
}

/// Lays what `node` gives its units over the periods of `rule`.
///
/// # Errors
/// [`PeriodError`] where there is nothing to lay out.
pub fn plan(rule: &PeriodRule, node: &NodePlan) -> Result<PeriodPlan, PeriodError> {
    let (rows, without) = rows(node);
    let sum =
        |read: fn(&PeriodRow) -> u64| rows.iter().try_fold(0_u64, |all, row| all.checked_add(read(row)));
    let (last, given) = sum(|row| row.last).zip(sum(|row| row.given)).ok_or(PeriodError::TooLarge)?;
    if rows.is_empty() {
        return Err(PeriodError::NothingGiven);
    }
    let ways = Ways::of(rule, last, given, &rows)?;
    let rising = side(&rows, &ways.risen, |row| row.given.checked_sub(row.last));
    let falling = side(&rows, &ways.fallen, |row| row.last.checked_sub(row.given));
    let mut plan = PeriodPlan {
        slot: node.slot,
        rule: rule.clone(),
        rows,
        without,
        last,
        given,
        ends: ways.ends,
        rising,
        falling,
    };
    let count = plan.ends.len();
    plan.rows.iter_mut().for_each(|row| row.ends = vec![row.last; count]);
    let PeriodPlan { rows, rising, falling, .. } = &mut plan;
    set_ends(rows, rising, u64::saturating_add);
    set_ends(rows, falling, u64::saturating_sub);
    Ok(plan)
}

/// Moves the rows of one side from last year's figure by what each has moved when a period ends.
fn set_ends(rows: &mut [PeriodRow], side: &Side, moved: fn(u64, u64) -> u64) {
    for (place, split) in side.splits.iter().enumerate() {
        for (&row, &by) in side.rows.iter().zip(&split.values) {
            rows[row].ends[place] = moved(rows[row].last, by);
        }
    }
}

/// The units that can be planned, still without their ends, and those that cannot.
fn rows(node: &NodePlan) -> (Vec<PeriodRow>, Vec<UnitId>) {
    let (mut rows, mut without) = (Vec::new(), Vec::new());
    for line in node.units.iter().filter(|line| !line.left_out) {
        match (line.last, line.given) {
            (Some(last), Some(given)) => {
                rows.push(PeriodRow { unit: line.unit, last: last.people, given, ends: Vec::new() });
            }
            _ => without.push(line.unit),
        }
    }
    (rows, without)
}

/// Up to the end of each period: where all rows stand, and how far those that rise and those that fall have come.
struct Ways {
    ends: Vec<u64>,
    risen: Vec<u64>,
    fallen: Vec<u64>,
}

impl Ways {
    /// The side that moves less goes its own way; the other side makes up what the node's way needs. So both add up
    /// to the node's, and neither turns back.
    fn of(rule: &PeriodRule, last: u64, given: u64, rows: &[PeriodRow]) -> Result<Self, PeriodError> {
        let pattern = pattern(rule);
        let way = |from, to| stock(from, to, &pattern, rule.periods, Dips::Flattened);
        let ends = way(last, given)?;
        let rises: u64 = rows.iter().map(|row| row.given.saturating_sub(row.last)).sum();
        let falls: u64 = rows.iter().map(|row| row.last.saturating_sub(row.given)).sum();
        let other = |less: &[u64], from: &dyn Fn(u64, u64) -> u64| -> Vec<u64> {
            ends.iter().zip(less).map(|(&end, &less)| from(end, less)).collect()
        };
        let (risen, fallen) = if given >= last {
            let fallen = way(0, falls)?;
            (other(&fallen, &|end, fallen| (end - last).saturating_add(fallen)), fallen)
        } else {
            let risen = way(0, rises)?;
            let fallen = other(&risen, &|end, risen| (last - end).saturating_add(risen));
            (risen, fallen)
        };
        Ok(Self { ends, risen, fallen })
    }
}

/// The user's pattern, as the year of a stock takes it.
fn pattern(rule: &PeriodRule) -> Pattern {
    match &rule.shape {
        Shape::Equal => Pattern::Equal,
        Shape::Custom(weights) => {
            Pattern::Custom(weights.iter().map(|&weight| Rate::from_integer(weight.into())).collect())
        }
    }
}

/// Shares out what the rows that move one way have moved together by the end of each period.
fn side(rows: &[PeriodRow], moved: &[u64], change: impl Fn(&PeriodRow) -> Option<u64>) -> Side {
    let moving = |(place, row): (usize, &PeriodRow)| Some((place, change(row).filter(|&by| by > 0)?));
    let (rows, changes): (Vec<usize>, Vec<u64>) = rows.iter().enumerate().filter_map(moving).unzip();
    let shares: Vec<Share> = changes.iter().copied().map(share).collect();
    let by_then = |&total: &u64| {
        // Without limits, a split fails only where nothing has a weight.
        split(total, &shares, &RoundingRule::Webster).ok()
    };
    let splits = if rows.is_empty() { Vec::new() } else { moved.iter().filter_map(by_then).collect() };
    Side { rows, changes, splits }
}

fn share(weight: u64) -> Share {
    Share { start: 0, weight: Weight::Whole(weight), floor: 0, ceiling: None, released: Bounds::default() }
}
