//! The ledger in English.

use super::{TEXT, counted, periods, units, words};
use crate::calc::{Label, Why, Yardstick};
use crate::model::{Method, UnitId};
use crate::text::Language::En as EN;
use crate::text::ledger::{Place, best_growth};
use crate::text::names::{custom_name, in_sentence, kept_at, unit_name};

pub(in crate::text) fn label(label: &Label, place: &Place<'_>) -> String {
    match label {
        Label::Period(label) => periods::label(label, place),
        Label::Target(node) => format!("Target of {}", unit_name(place.scenario, *node, EN)),
        Label::Kept(node) => kept(*node, place),
        Label::Locked(k) => format!("{} locked", units(*k)),
        Label::Unchanged(k) => format!("{} unchanged", units(*k)),
        Label::AtFloor(k) => format!("{} at the floor", units(*k)),
        Label::AtCeiling(k) => format!("{} at the ceiling", units(*k)),
        Label::WithoutWeight(k) => format!("{} of weight 0", units(*k)),
        Label::LastOfSharing(k) => format!("{} result of {} that share", place.last_year(), units(*k)),
        Label::ForSharing(k) if place.lifting => format!("{} raised together", units(*k)),
        Label::ForSharing(k) => counted(*k, "unit that shares", "units that share"),
        Label::Level => "common level that fits".into(),
        Label::LevelRange => "every level in this range gives this result".into(),
        Label::Weight { method, decreasing, unit } => {
            weight(*method, *decreasing, &unit_name(place.scenario, *unit, EN), place)
        }
        Label::Driver { driver, unit } => {
            let name = unit_name(place.scenario, *unit, EN);
            format!("{} of {name}", words::driver(*driver, place.scenario, place.last_year()))
        }
        Label::DriverSum { driver, units: k } => {
            format!("{} of {}", words::driver(*driver, place.scenario, place.last_year()), units(*k))
        }
        Label::DriverShare(driver) => {
            format!("share of {} in the mix", words::driver(*driver, place.scenario, place.last_year()))
        }
        Label::SharesInForce => "shares in force together".into(),
        Label::DriverPart(driver) => {
            format!("weight by {}", words::driver(*driver, place.scenario, place.last_year()))
        }
        Label::MixedWeight(unit) => format!("mixed weight of {}", unit_name(place.scenario, *unit, EN)),
        Label::Share => "share".into(),
        Label::Rounded => "ordinary rounding".into(),
        Label::WholePart => "whole part".into(),
        Label::Rank { rank, places: 1 } => {
            format!("rounding by remainder (rank {rank}; the first gets one more)")
        }
        Label::Rank { rank, places } => {
            format!("rounding by remainder (rank {rank}; the first {places} get one more)")
        }
        Label::TieGain { places, tied } => format!(
            "{places} of {tied} units that tie {} one more: larger weight, then list order",
            if *places == 1 { "gets" } else { "get" }
        ),
        Label::Last => "last year".into(),
        Label::RaisedToFloor => "raised to the floor".into(),
        Label::StoppedAtCeiling => "stopped at the ceiling".into(),
        Label::SetByHand => "locked".into(),
        Label::Given => "GIVEN".into(),
        Label::GivenTogether => "given to the units".into(),
        Label::Remaining => "remaining".into(),
        Label::Change => format!("change on {}", place.last_year()),
        Label::Base(base) => words::base_short(*base).into(),
        Label::RateOf(base) => format!("rate, % of {}", words::base_short(*base)),
        Label::Growth => format!("growth on {}", place.last_year()),
    }
}

fn kept(node: UnitId, place: &Place<'_>) -> String {
    format!("kept {}", kept_at(place.scenario, node, EN))
}

fn weight(method: Method, decreasing: bool, unit: &str, place: &Place<'_>) -> String {
    let last = || format!("{} result of {unit}", place.last_year());
    match method {
        _ if decreasing => last(),
        Method::Lift => format!("{} of {unit}", words::base_short(place.slot.indicator.base())),
        Method::Last => last(),
        Method::Population => format!("population of {unit}"),
        Method::LabourForce => format!("labour force of {unit}"),
        Method::Liable => format!("people liable in {unit}"),
        Method::Gap => format!("people not yet insured in {unit}"),
        Method::Equal => format!("part of {unit}: one part each"),
        Method::Mix => format!("mixed weight of {unit}"),
        Method::Custom(series) => format!("“{}” of {unit}", custom_name(place.scenario, series, EN)),
    }
}

/// “The increase is shared by population.”
fn shared(what: &str, method: Method) -> String {
    let name = in_sentence(words::method(method));
    match method {
        Method::Lift | Method::Last | Method::Equal => format!("Split by the method “{name}”."),
        Method::Population | Method::LabourForce | Method::Liable | Method::Gap | Method::Custom(_) => {
            format!("{what} is shared {name}.")
        }
        Method::Mix => format!("{what} is shared by a {name} of several figures."),
    }
}

pub(in crate::text) fn between(low: &str, high: Option<&str>) -> String {
    match high {
        Some(high) => format!("from {low} to {high}"),
        None => format!("from {low} upwards"),
    }
}

pub(in crate::text) fn why(why: &Why, last_year: u16) -> String {
    match why {
        Why::Lifted { level, base } => format!(
            "Below the common level: raised to {} of {}.",
            EN.percent(level),
            words::base_short(*base)
        ),
        Why::AlreadyAbove { level, base } => format!(
            "Already above the common level {} of {}: stays at its {last_year} result.",
            EN.percent(level),
            words::base_short(*base)
        ),
        Why::ShareOfIncrease { method: Method::Equal } => {
            "The increase is shared equally, the same for every unit.".into()
        }
        Why::ShareOfIncrease { method } => shared("The increase", *method),
        Why::ShareOfWhole { method } => shared("The whole number", *method),
        Why::SameRate { growth } if growth.is_negative() => {
            format!("Falls at the same rate as the others: {}% on {last_year}.", EN.signed_decimal(growth))
        }
        Why::SameRate { growth } => {
            format!("Grows at the same rate as the others: {}% on {last_year}.", EN.signed_decimal(growth))
        }
        Why::AtFloor => "Raised to the unit's floor.".into(),
        Why::AtCeiling => "Stopped at the unit's ceiling.".into(),
        Why::AtLeastBelow => "Raised to the least that floors and locks below it allow.".into(),
        Why::AtMostBelow => "Stopped at the most that ceilings and locks below it allow.".into(),
        Why::WithoutWeight => "Weight 0 under this method, so it gets nothing more.".into(),
        Why::Locked { people, others: 0 } => {
            format!("Set by you at {}; no unit is left to share the rest.", EN.people(*people))
        }
        Why::Locked { people, others } => {
            format!("Set by you at {}; the rest is shared by {}.", EN.people(*people), units(*others))
        }
        Why::NotBalancedLeast => "Not balanced: this is the least its floor and lock allow.".into(),
        Why::NotBalancedMost => "Not balanced: this is the most its ceiling and lock allow.".into(),
        Why::LeftOut => format!("{} (as chosen in this scenario).", TEXT.left_out),
        Why::NotSplit => "Not split: figures are missing.".into(),
        Why::Fact => "Taken from the scenario's figures.".into(),
        Why::Computed => "Computed from the figures below.".into(),
        Why::Measured(Yardstick { best: None, reach, stretch }) => {
            format!(
                "Growth up to {reach}% is within reach, up to {stretch}% a stretch, above that very hard."
            )
        }
        Why::Measured(Yardstick { best: Some(best), reach, stretch }) => format!(
            "Its best year so far: {}. Up to {reach}% of that is within reach, up to {stretch}% a stretch, above that very hard.",
            EN.signed_percent_of(&best_growth(*best), 1)
        ),
    }
}
