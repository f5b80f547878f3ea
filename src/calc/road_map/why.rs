//! Why a year of a road map has its number: the numbers to work it out again with a pocket calculator.

use num_bigint::{BigInt, BigUint};
use num_traits::{Pow as _, ToPrimitive as _};

use super::path::equal_step;
use super::years::{Filler, RoadMapPlan, RoadMapYear};
use crate::calc::check::Size;
use crate::model::{Decimal, Path, Rate, round_half_up};

/// Where a year's number comes from. What is printed lands on the number when it is worked out again.
#[derive(Clone, Debug, PartialEq)]
pub enum YearWhy {
    /// The result of the year.
    Result,
    /// A target of the document.
    Target,
    /// `first + step / steps × (last − first) = exact`, rounded to whole people.
    EqualPeople {
        /// The people of the known year before.
        first: u64,
        /// The people of the known year after.
        last: u64,
        /// How many years after the first.
        step: u16,
        /// How many years apart the two are.
        steps: u16,
        /// Before rounding, to two decimals downwards, which keeps its rounding on the right side.
        exact: Decimal,
    },
    /// `first + step / steps × (last − first) = rate`, in per cent; times the base, rounded to whole people.
    EqualPoints {
        /// The rate of the known year before.
        first: Decimal,
        /// The rate of the known year after.
        last: Decimal,
        /// How many years after the first.
        step: u16,
        /// How many years apart the two are.
        steps: u16,
        /// The year's rate, with as many decimals as the people need.
        rate: Decimal,
        /// The people of the base; `None` where only rates are known.
        base: Option<u64>,
    },
    /// `first × factor × factor …`, `step` times, rounded: people, or per cent to two decimals.
    Growth {
        /// The known year before: people, or per cent.
        first: Decimal,
        /// It is in per cent.
        in_percent: bool,
        /// What each year multiplies by, with as many decimals as the number needs.
        factor: Decimal,
        /// How many years after the first.
        step: u16,
    },
    /// The same as the year before, because no year may fall.
    Held,
    /// What the other parts leave of the whole: `whole − others`.
    Fitted {
        /// The whole of the year.
        whole: Size,
        /// What the other parts come to.
        others: Size,
    },
}

/// The most decimals that are tried; more than any real province needs.
const MOST_PLACES: u32 = 24;

impl Filler<'_> {
    /// Why each year of `plan` is what it is, in the order of its years; `None` where that cannot be shown in
    /// numbers that print.
    ///
    /// - `rest`: of a part, by year, the whole and what the other parts come to.
    pub(super) fn whys(
        &self,
        plan: &RoadMapPlan,
        rest: impl Fn(u16) -> Option<(Size, Size)>,
    ) -> Vec<Option<YearWhy>> {
        let alone = self.fill();
        (plan.years.iter().zip(&alone.years).enumerate())
            .map(|(place, (year, raw))| {
                if year != raw {
                    let (whole, others) = rest(year.year)?;
                    return Some(YearWhy::Fitted { whole, others });
                }
                self.why(&alone.years, place)
            })
            .collect()
    }

    fn why(&self, years: &[RoadMapYear], place: usize) -> Option<YearWhy> {
        let year = years.get(place)?;
        if year.known {
            let is_result = year.year == self.road_map.from && self.result(year.year).is_some();
            return Some(if is_result { YearWhy::Result } else { YearWhy::Target });
        }
        let start = years[..place].iter().rfind(|year| year.known)?;
        let next = years[place..].iter().find(|year| year.known)?;
        if self.between(start, next, year.year).ok()? != *year {
            return Some(YearWhy::Held);
        }
        let (step, steps) = (year.year - start.year, next.year - start.year);
        match self.road_map.path {
            Path::EqualPeople => equal_people(start.people?, next.people?, step, steps),
            Path::EqualPoints => {
                let ends = (start.share.as_ref()?, next.share.as_ref()?);
                equal_points(ends, (step, steps), year, self.base(year.year))
            }
            Path::ConstantGrowth => growth(start, next, year, (step, steps)),
            Path::Typed => None,
        }
    }
}

fn equal_people(first: u64, last: u64, step: u16, steps: u16) -> Option<YearWhy> {
    let whole = |people: u64| Rate::from_integer(BigInt::from(people));
    let exact = equal_step(&whole(first), &whole(last), step, steps);
    Some(YearWhy::EqualPeople { first, last, step, steps, exact: Decimal::floored(&exact, 2) })
}

/// Ends and rate with as few decimals as land on the year's people, or on its rate to two decimals.
fn equal_points(
    (first, last): (&Rate, &Rate),
    (step, steps): (u16, u16),
    year: &RoadMapYear,
    base: Option<u64>,
) -> Option<YearWhy> {
    let share = percent(year.share.as_ref()?);
    let lands = |rate: &Rate| match year.people.zip(base) {
        Some((people, base)) => nearest(&(rate * BigInt::from(base) / BigInt::from(100))) == people.into(),
        None => Decimal::rounded(rate, 2) == Decimal::rounded(&share, 2),
    };
    let (first, last) = (percent(first), percent(last));
    shortest(&first).zip(shortest(&last)).find_map(|(first, last)| {
        let exact = equal_step(&first.to_rate(), &last.to_rate(), step, steps);
        if !lands(&exact) {
            return None;
        }
        let rate = shortest(&exact).find(|rate| lands(&rate.to_rate()))?;
        Some(YearWhy::EqualPoints { first, last, step, steps, rate, base })
    })
}

/// The factor with as few decimals as land on the year's people, or on its rate to two decimals.
fn growth(
    start: &RoadMapYear,
    next: &RoadMapYear,
    year: &RoadMapYear,
    (step, steps): (u16, u16),
) -> Option<YearWhy> {
    let in_percent = start.people.is_none() || next.people.is_none();
    let number = |year: &RoadMapYear| {
        if in_percent {
            // To the hundredth of a per cent, as the path goes.
            nearest(&(year.share.as_ref()? * BigInt::from(10_000))).to_u64()
        } else {
            year.people
        }
    };
    let (first, last, now) = (number(start)?, number(next)?, number(year)?);
    let factor = (2..=MOST_PLACES).find_map(|places| {
        let factor = root(first, last, steps, places)?;
        let lands = nearest(&(factor.to_rate().pow(u32::from(step)) * BigInt::from(first))) == now.into();
        lands.then_some(factor)
    })?;
    let first = Decimal::new(first, if in_percent { 2 } else { 0 });
    Some(YearWhy::Growth { first, in_percent, factor, step })
}

/// `(last / first)^(1 / steps)` to so many decimals, to the nearest or the one below.
fn root(first: u64, last: u64, steps: u16, places: u32) -> Option<Decimal> {
    if first == 0 {
        return None;
    }
    let steps = u32::from(steps.max(1));
    let scale = BigUint::from(10u32).pow(places * steps) * BigUint::from(2u32).pow(steps);
    let doubled = (scale * BigUint::from(last) / BigUint::from(first)).nth_root(steps);
    Some(Decimal::new(BigInt::from((doubled + 1u32) / 2u32), places))
}

/// Its decimals from two places on.
fn shortest(value: &Rate) -> impl Iterator<Item = Decimal> + '_ {
    (2..=MOST_PLACES).map(|places| Decimal::rounded(value, places))
}

fn percent(share: &Rate) -> Rate {
    share * BigInt::from(100)
}

/// The nearest whole number, halves upwards.
fn nearest(value: &Rate) -> BigInt {
    round_half_up(value)
}
