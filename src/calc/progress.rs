//! How a year is going: results so far against the path of the plan.

use num_bigint::BigInt;

use crate::model::{Bands, Rate};

/// What the numbers of a series mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Flow {
    /// People at the end of each period: the latest counts.
    Stock,
    /// What came in during each period: the sum so far counts.
    Flow,
}

/// How the result stands to the path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Pace {
    /// At least what was planned by then.
    OnCourse,
    /// At least nine tenths of it.
    Behind,
    /// Less.
    FarBehind,
}

/// Where a year stands after its latest known period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// How many periods have passed.
    pub periods: usize,
    /// What was planned by then.
    pub planned: u128,
    /// What was reached by then.
    pub reached: u128,
    /// The share of the plan reached; `None` where nothing was planned yet.
    pub share: Option<Rate>,
    /// What that means.
    pub pace: Pace,
}

/// Sets the results against the plan, period by period from the start of the year.
///
/// - `plan`: one number per period: the stock at its end, or what is to come in during it.
/// - `results`: as many or fewer, `None` where not known; what stands behind the last known one is ignored.
///
/// `None` where it cannot be told: no result is known, or, of a flow, one so far is missing.
#[must_use]
pub fn progress(plan: &[u64], results: &[Option<u64>], flow: Flow, bands: &Bands) -> Option<Progress> {
    let latest = results.iter().take(plan.len()).rposition(Option::is_some)?;
    let (planned, reached) = match flow {
        Flow::Stock => (u128::from(*plan.get(latest)?), u128::from((*results.get(latest)?)?)),
        Flow::Flow => {
            let so_far = results.iter().take(latest + 1).map(|result| result.map(u128::from));
            (
                plan.iter().take(latest + 1).map(|&planned| u128::from(planned)).sum(),
                so_far.sum::<Option<u128>>()?,
            )
        }
    };
    let is_at_least = |percent: u16| reached * 100 >= planned * u128::from(percent);
    let pace = match () {
        () if is_at_least(bands.on_course) => Pace::OnCourse,
        () if is_at_least(bands.behind) => Pace::Behind,
        () => Pace::FarBehind,
    };
    let share = (planned > 0).then(|| Rate::new(BigInt::from(reached), BigInt::from(planned)));
    Some(Progress { periods: latest + 1, planned, reached, share, pace })
}

/// The plan of a stock by equal steps from last year's result to the target: the last period is the target.
///
/// Every period's number is the nearest whole one, halves upwards.
#[must_use]
pub fn equal_stock_path(last: u64, target: u64, periods: u16) -> Vec<u64> {
    let (from, change, all) = (i128::from(last), i128::from(target) - i128::from(last), i128::from(periods));
    (1..=all)
        .map(|period| {
            let doubled = 2 * change * period + all;
            u64::try_from(from + doubled.div_euclid(2 * all)).unwrap_or(0)
        })
        .collect()
}
