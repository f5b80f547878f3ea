//! The labels of a road map, and what is said of its years.

use num_bigint::BigInt;

use super::document::size;
use super::{Language, text};
use crate::calc::check::Size;
use crate::calc::{PartSum, RoadMapPlan, RoadMapYear, YearWhy};
use crate::model::{Base, Decimal, Indicator, Path};

/// The labels of one language.
#[derive(Debug)]
pub struct RoadMapText {
    /// Unfolds a road map: its first and last year.
    pub between: fn(u16, u16) -> String,
    /// Unfolds the form that begins one.
    pub none: &'static str,
    /// Heading with the indicator.
    pub of: fn(&str) -> String,
    /// Field.
    pub from: &'static str,
    /// Field.
    pub to: &'static str,
    /// Field: the target of the last year.
    pub goal: &'static str,
    /// Begins the road map.
    pub begin: &'static str,
    /// Takes the road map away.
    pub remove: &'static str,
    /// How the years between are filled.
    pub path_label: &'static str,
    /// One way to fill them.
    pub path: fn(Path) -> &'static str,
    /// Name of the table.
    pub table: fn(&str) -> String,
    /// Row: what each year aims at; typing fixes it.
    pub target_row: &'static str,
    /// Field of a year.
    pub target_of: fn(u16) -> String,
    /// Row: people.
    pub people_row: &'static str,
    /// Row: the rate, with its base.
    pub rate_row: fn(&str) -> String,
    /// Row: change on the year before.
    pub change_row: &'static str,
    /// Row: how the year came to its number.
    pub kind_row: &'static str,
    /// A result.
    pub is_result: &'static str,
    /// Typed.
    pub is_typed: &'static str,
    /// Worked out.
    pub is_computed: &'static str,
    /// What typing and emptying a field do.
    pub hint: &'static str,
    /// Heading of the reasons.
    pub why: &'static str,
    /// Heading of the sums of the parts.
    pub sums: &'static str,
    /// Said of a sum that is right.
    pub agrees: &'static str,
    /// Said of a sum that is not.
    pub differs: &'static str,
    /// A year does not run forwards, or too many are planned.
    pub wrong_years: (&'static str, &'static str),
    /// What a line ends at: from, in which year, to, in which year.
    pub title: fn(&str, &str, u16, &str, u16) -> String,
    /// `+1,2 điểm %`.
    pub points: fn(&str) -> String,
    /// Reason: a result.
    pub why_result: &'static str,
    /// Reason: typed.
    pub why_typed: &'static str,
    /// Reason: no year may fall.
    pub why_held: &'static str,
    /// Rounded: before and after.
    pub rounded: fn(&str, &str) -> String,
    /// One growth: what it starts from, the factor, how many times, and what it comes to.
    pub growing: fn(&str, &str, u16, &str) -> String,
    /// What the other parts leave: the equation.
    pub fitted: fn(&str) -> String,
}

/// A road map in one sentence: where it starts and where it ends.
#[must_use]
pub fn road_map_title(plan: &RoadMapPlan, language: Language) -> Option<String> {
    let (first, last) = (plan.years.first()?, plan.years.last()?);
    let name = (text(language).indicator_short)(plan.road_map.indicator);
    let words = text(language).targets.road_map;
    let (from, to) = (year_size(first)?, year_size(last)?);
    Some((words.title)(
        name,
        &size_words(&from, plan.road_map.indicator, language),
        first.year,
        &size_words(&to, plan.road_map.indicator, language),
        last.year,
    ))
}

fn year_size(year: &RoadMapYear) -> Option<Size> {
    let people = year.people.map(|people| Size::People(people.into()));
    people.or_else(|| year.share.clone().map(Size::Share))
}

/// People, or a share with its base: `28.503 người`, `46% LLLĐ`.
#[must_use]
pub fn size_words(amount: &Size, indicator: Indicator, language: Language) -> String {
    let text = text(language);
    match amount {
        Size::People(_) => format!("{} {}", size(amount, language), text.people_unit),
        Size::Share(_) => (text.rate_of)(&size(amount, language), (text.base_short)(indicator.base())),
    }
}

/// How a year changes on the one before: people where both have them, else points.
#[must_use]
pub fn year_change(now: &RoadMapYear, before: &RoadMapYear, language: Language) -> Option<String> {
    if let Some((now, before)) = now.people.zip(before.people) {
        return Some(language.signed(i128::from(now) - i128::from(before)));
    }
    let (now, before) = (now.share.as_ref()?, before.share.as_ref()?);
    let points = Decimal::rounded(&((now - before) * BigInt::from(100)), 2);
    Some((text(language).targets.road_map.points)(&language.signed_decimal(&points)))
}

/// The parts of one year and what they come to: `2025: 46% + 9% = 55%`.
#[must_use]
pub fn part_sum(sum: &PartSum, language: Language) -> String {
    let parts: Vec<String> = sum.parts.iter().map(|part| size(part, language)).collect();
    let words = text(language).targets.road_map;
    let line = format!("{}: {} = {}", sum.year, parts.join(" + "), size(&sum.sum, language));
    if sum.agrees() {
        format!("{line} {}", words.agrees)
    } else {
        let stated = size_words(&sum.stated, sum.whole, language);
        format!("{line}, {} {stated}", words.differs)
    }
}

/// Why a year has its number, in numbers that lead to it.
#[must_use]
pub fn year_why(why: &YearWhy, year: &RoadMapYear, base: Base, language: Language) -> String {
    let words = text(language).targets.road_map;
    let result = year_size(year).map(|amount| size(&amount, language)).unwrap_or_default();
    let line = match why {
        YearWhy::Result => words.why_result.into(),
        YearWhy::Target => words.why_typed.into(),
        YearWhy::Held => words.why_held.into(),
        YearWhy::EqualPeople { first, last, step, steps, exact } => {
            let way = way(&language.people(*first), &language.people(*last), *step, *steps);
            format!("{way} = {}", (words.rounded)(&language.decimal(exact), &result))
        }
        YearWhy::EqualPoints { first, last, step, steps, rate, base: all } => {
            let way = way(&language.percent(first), &language.percent(last), *step, *steps);
            let rate = language.percent(rate);
            match all {
                Some(all) => {
                    let all = language.people(*all);
                    format!("{way} = {rate}; × {} {all} = {result}", (text(language).base_short)(base))
                }
                None => format!("{way} = {rate}"),
            }
        }
        YearWhy::Growth { first, in_percent, factor, step } => {
            let first = if *in_percent { language.percent(first) } else { language.decimal(first) };
            (words.growing)(&first, &language.decimal(factor), *step, &result)
        }
        YearWhy::Fitted { whole, others } => {
            let equation = format!("{} − {} = {result}", size(whole, language), size(others, language));
            (words.fitted)(&equation)
        }
    };
    format!("{}: {line}", year.year)
}

/// `28.503 + 2/4 × (40.258 − 28.503)`.
fn way(first: &str, last: &str, step: u16, steps: u16) -> String {
    format!("{first} + {step}/{steps} × ({last} − {first})")
}
