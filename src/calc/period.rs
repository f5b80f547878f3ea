//! A year by month or by quarter: what is counted over the year, and what stands at a date.
//!
//! A *flow* (contributions collected) sums to the year over its periods. A *stock* (participants at a date) is planned
//! at the end of every period, goes from last year's figure to this year's, and the last end is the year.

mod plan;

pub use plan::{PeriodError, PeriodPlan, PeriodRow, plan};

use num_bigint::BigInt;
use num_traits::{Signed as _, ToPrimitive as _, Zero as _};

use super::split::{Bounds, RoundingRule, Share, Weight, split};
pub use crate::model::Periods;
use crate::model::{Rate, round_half_up};

/// How a year is spread over its periods.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// The same in every period.
    Equal,
    /// As last year.
    LastYear(LastYear),
    /// By weights of the user's, one per period.
    Custom(Vec<Rate>),
}

/// Last year's figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LastYear {
    /// What each period added.
    Flow(Vec<u64>),
    /// What stood before the first period, and at the end of each.
    Stock {
        /// Before the first period.
        before: u64,
        /// At the end of each period.
        ends: Vec<u64>,
    },
}

/// Whether a stock may go back within the year, as it does where many contracts end in January.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dips {
    /// It goes one way: a period in which last year's went back adds nothing.
    #[default]
    Flattened,
    /// It follows last year's up and down, but never below nobody.
    Kept,
}

/// Why a year cannot be spread by a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PatternError {
    /// One figure is needed for every period.
    #[error("{found} figures for {expected} periods")]
    Count {
        /// Figures there are.
        found: usize,
        /// Periods of the year.
        expected: usize,
    },
    /// A weight is below zero.
    #[error("the weight of period {period} is negative")]
    Negative {
        /// Position of the first such period.
        period: usize,
    },
    /// Nothing was added in any period, or a stock whose dips are kept ended where it began.
    #[error("the pattern has no shape to follow")]
    NoShape,
}

impl Pattern {
    /// One weight per period, zero or more: of a flow, or for a unit's row in a table of units by month.
    ///
    /// Where last year's figures are those of a stock, a period weighs what it added; one that went back weighs nothing.
    ///
    /// # Errors
    /// [`PatternError`] where figures are missing, negative, or all nothing.
    pub fn weights(&self, periods: Periods) -> Result<Vec<Rate>, PatternError> {
        let mut weights = self.changes(periods)?;
        if let Self::Custom(_) = self
            && let Some(period) = weights.iter().position(Rate::is_negative)
        {
            return Err(PatternError::Negative { period });
        }
        weights.iter_mut().filter(|weight| weight.is_negative()).for_each(Rate::set_zero);
        if weights.iter().all(Rate::is_zero) { Err(PatternError::NoShape) } else { Ok(weights) }
    }

    /// What every period adds, or takes away.
    fn changes(&self, periods: Periods) -> Result<Vec<Rate>, PatternError> {
        let changes: Vec<Rate> = match self {
            Self::Equal => vec![whole(1); periods.count()],
            Self::Custom(weights) => weights.clone(),
            Self::LastYear(LastYear::Flow(added)) => added.iter().copied().map(whole).collect(),
            Self::LastYear(LastYear::Stock { before, ends }) => {
                let starts = [*before].into_iter().chain(ends.iter().copied());
                starts.zip(ends).map(|(start, &end)| whole(end) - whole(start)).collect()
            }
        };
        if changes.len() == periods.count() {
            Ok(changes)
        } else {
            Err(PatternError::Count { found: changes.len(), expected: periods.count() })
        }
    }
}

/// Spreads a flow over the year: one whole number per period, in order, which sum to `year`.
///
/// # Errors
/// [`PatternError`] where the pattern has no shape.
pub fn flow(year: u64, pattern: &Pattern, periods: Periods) -> Result<Vec<u64>, PatternError> {
    let share = |weight| Share {
        start: 0,
        weight: Weight::Ratio(weight),
        floor: 0,
        ceiling: None,
        released: Bounds::default(),
    };
    let shares: Vec<Share> = pattern.weights(periods)?.into_iter().map(share).collect();
    // Without limits a split fails only where nothing has a weight.
    split(year, &shares, &RoundingRule::Webster).map(|split| split.values).map_err(|_| PatternError::NoShape)
}

/// Plans a stock at the end of every period: from `last`, before the first, to exactly `year` at the last.
///
/// Each end is `last + (year − last) · part`, ordinarily rounded, where `part` is what the pattern adds up to by then,
/// of what it adds in the whole year. So the ends go one way, unless last year's dips are kept.
///
/// # Errors
/// [`PatternError`] where the pattern has no shape.
pub fn stock(
    last: u64,
    year: u64,
    pattern: &Pattern,
    periods: Periods,
    dips: Dips,
) -> Result<Vec<u64>, PatternError> {
    let changes = match (dips, pattern) {
        (Dips::Kept, Pattern::LastYear(_)) => pattern.changes(periods)?,
        _ => pattern.weights(periods)?,
    };
    let all: Rate = changes.iter().sum();
    if all.is_zero() {
        return Err(PatternError::NoShape);
    }
    let way = (whole(year) - whole(last)) / all;
    let mut exact = whole(last);
    let ends = changes.iter().map(|change| {
        exact += &way * change;
        let people = if exact.is_negative() { BigInt::ZERO } else { round_half_up(&exact) };
        people.to_u64().unwrap_or(u64::MAX)
    });
    Ok(ends.collect())
}

fn whole(number: u64) -> Rate {
    Rate::from_integer(BigInt::from(number))
}
