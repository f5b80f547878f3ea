//! Quarters and months in English.

use super::units;
use crate::calc::PeriodLabel;
use crate::calc::period::PeriodError;
use crate::model::{PeriodRule, Periods, Shape};
use crate::text::Language::En as EN;
use crate::text::ledger::Place;
use crate::text::names::unit_name;
use crate::text::{Message, PeriodsText};

pub(super) static TEXT: PeriodsText = PeriodsText {
    button: "Quarters, months",
    title: |year| format!("By quarter and month, {year}"),
    lead: "People at the end of each period, from last year’s figure to the target; the last period is exactly the year.",
    periods_label: "Divide the year by",
    periods,
    shape_label: "Pace",
    equal: "Equal",
    custom: "Own weights",
    weights: "Weight of each period",
    weights_sum: |sum| format!("Weights total {sum}; only their ratios matter."),
    like_last_year: |year| {
        format!("Like {year}: not available, as this scenario has no monthly figures for {year}.")
    },
    period,
    period_end,
    table_label: |year| format!("Each unit at the end of each period, {year}"),
    total: "All units",
    check,
    without: |count, names| {
        format!("{} not in the table, without a figure of last year or a target: {names}.", units(count))
    },
    kept: |people| format!("The {people} kept at province are not divided by period."),
    why_title: |unit, end, people| format!("{unit}, {end}: why {people}?"),
    close: "Close quarters, months",
};

fn periods(periods: Periods) -> &'static str {
    match periods {
        Periods::Quarters => "Quarters",
        Periods::Months => "Months",
    }
}

fn period(periods: Periods, place: usize) -> String {
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    match periods {
        Periods::Quarters => format!("Q{}", place + 1),
        Periods::Months => MONTHS.get(place).copied().unwrap_or_default().into(),
    }
}

fn period_end(periods: Periods, place: usize) -> String {
    format!("end of {}", period(periods, place))
}

fn check(periods: Periods) -> &'static str {
    match periods {
        Periods::Quarters => "Every quarter adds up · Q4 = the year",
        Periods::Months => "Every month adds up · Dec = the year",
    }
}

pub(in crate::text) fn label(label: &PeriodLabel, place: &Place<'_>) -> String {
    let name = |unit| unit_name(place.scenario, unit, EN);
    match label {
        PeriodLabel::YearRise(unit) => format!("rise of {} in the year", name(*unit)),
        PeriodLabel::YearFall(unit) => format!("fall of {} in the year", name(*unit)),
        PeriodLabel::YearChange(k) => format!("change of {} in the year", units(*k)),
        PeriodLabel::WeightsSoFar { periods, place } => {
            format!("weights up to the {}", period_end(*periods, *place))
        }
        PeriodLabel::WeightsOfYear => "weights of the year".into(),
        PeriodLabel::FallTie { places, tied } => format!(
            "{places} of {tied} units that tie {} by one more: larger weight, then list order",
            if *places == 1 { "falls" } else { "fall" }
        ),
        PeriodLabel::FallenBy { periods, place } => {
            format!("fallen by the {}", period_end(*periods, *place))
        }
        PeriodLabel::LastOf(k) => format!("{} of {}", place.last_year(), units(*k)),
        PeriodLabel::PeriodEnd { periods, place } => period_end(*periods, *place),
    }
}

pub(in crate::text) fn step(rule: &PeriodRule) -> String {
    let shape = match rule.shape {
        Shape::Equal => "equal",
        Shape::Custom(_) => "by own weights",
    };
    match rule.periods {
        Periods::Quarters => format!("By quarter, {shape}"),
        Periods::Months => format!("By month, {shape}"),
    }
}

pub(in crate::text) fn error(error: PeriodError) -> Message {
    match error {
        PeriodError::NothingGiven => Message::new(
            "Nothing to divide by quarter or month: no unit has both a figure of last year and a target.",
            "Enter last year’s figures, or change target and method until units get one.",
        ),
        PeriodError::TooLarge => Message::new(
            "Nothing to divide by quarter or month: the units together are too many people.",
            "Check last year’s figure and the target of each unit.",
        ),
        PeriodError::NoShape => Message::new(
            "All weights are 0, so the year cannot be divided.",
            "Enter at least one weight above 0.",
        ),
    }
}

pub(in crate::text) fn weight_too_large(most: &str) -> Message {
    Message::new("The weight is too large.", format!("Enter a whole number from 0 to {most}."))
}
