//! The sentence at the top in English.

use super::messages::all_measures;
use super::{counted, units, words};
use crate::calc::Finding;
use crate::text::Language::En as EN;
use crate::text::verdict::Facts;

pub(in crate::text) fn balanced(facts: &Facts) -> String {
    let target = people(u128::from(facts.target));
    let parts = parts(facts);
    match facts.change {
        Some(change) if change < 0 => {
            let fewer = people(change.unsigned_abs());
            format!("The target {target} is {fewer} below last year: {parts}.")
        }
        Some(0) => format!("The target {target} equals last year: {parts}."),
        Some(change) => {
            let more = EN.people(change);
            let (noun, verb) = if change == 1 { ("person", "is") } else { ("people", "are") };
            match facts.level {
                Some(_) => format!("To reach {target}, {} needs {more} more {noun}: {parts}.", facts.place),
                None => format!("{more} more {noun} {verb} needed to reach {target}: {parts}."),
            }
        }
        None => format!("The target is {target}: {parts}."),
    }
}

fn people(count: u128) -> String {
    format!("{} {}", EN.people(count), if count == 1 { "person" } else { "people" })
}

fn parts(facts: &Facts) -> String {
    let to_level = facts.level.as_ref().map(|level| format!(" to {level}")).unwrap_or_default();
    let fall = if facts.one_rate { " by one percentage".to_owned() } else { to_level.clone() };
    let all = [
        (facts.lifted, "rises", "rise", to_level.as_str()),
        (facts.rising_by_limit, "rises", "rise", " to a floor, ceiling or lock"),
        (facts.falling, "falls", "fall", fall.as_str()),
        (facts.falling_by_limit, "falls", "fall", " to a floor, ceiling or lock"),
        (facts.above, "already above stays", "already above stay", ""),
        (facts.unchanged, "stays", "stay", ""),
        (facts.without_last, "has no figure for last year", "have no figure for last year", ""),
    ];
    let mut said: Vec<String> = Vec::new();
    for (count, one, many, behind) in all.into_iter().filter(|part| part.0 > 0) {
        // “10 units rise …, 2 stay”: the noun stands once.
        let part = if said.is_empty() {
            counted(count, &format!("unit {one}"), &format!("units {many}"))
        } else {
            counted(count, one, many)
        };
        said.push(format!("{part}{behind}"));
    }
    if said.is_empty() { "there is no unit to give it to".into() } else { said.join(", ") }
}

pub(in crate::text) fn not_balanced(reason: &str) -> String {
    format!("Not balanced: {reason}.")
}

pub(in crate::text) fn left_out(without_figures: usize, by_choice: usize) -> Vec<String> {
    let mut said = Vec::new();
    if without_figures > 0 {
        said.push(format!(
            "{} left out.",
            counted(without_figures, "unit has no figures and is", "units have no figures and are")
        ));
    }
    if by_choice > 0 {
        said.push(format!("{} left out by choice.", counted(by_choice, "unit is", "units are")));
    }
    said
}

pub(in crate::text) fn reason(finding: &Finding) -> Option<String> {
    match finding {
        Finding::FloorsExceed { gap, .. } => {
            Some(format!("{} over target (floors and locks too high)", EN.people(*gap)))
        }
        Finding::CeilingsShort { gap, .. } => {
            Some(format!("{} not yet given (ceilings too low)", EN.people(*gap)))
        }
        Finding::AllLocked { remaining, .. } if *remaining < 0 => {
            Some(format!("{} over target (every cell is locked)", EN.people(remaining.unsigned_abs())))
        }
        Finding::AllLocked { remaining, .. } => {
            Some(format!("{} not yet given (every cell is locked)", EN.people(*remaining)))
        }
        Finding::NoWeight { left, .. } => {
            Some(format!("{} not yet given (every unit has weight 0)", EN.people(*left)))
        }
        Finding::MissingFigures { measures, units: lacking, .. } => {
            let verb = if lacking.len() == 1 { "has" } else { "have" };
            Some(format!(
                "{} {verb} no figure for {}",
                units(lacking.len()),
                all_measures(measures, |measure| words::measure(measure).to_owned())
            ))
        }
        Finding::TargetUnknown { measure } => {
            Some(format!("the target cannot be computed without a figure for {}", words::measure(*measure)))
        }
        Finding::TargetNotSet => Some("no target is set yet".into()),
        Finding::TargetTooLarge => Some("the target is too large to be computed".into()),
        Finding::KeptExceedsTarget { kept, target } => {
            Some(format!("the {} kept back exceed the target {}", EN.people(*kept), EN.people(*target)))
        }
        Finding::FloorAboveCeiling { .. }
        | Finding::LimitUnknown { .. }
        | Finding::OverBase { .. }
        | Finding::TargetBelowLast { .. }
        | Finding::Decrease { .. }
        | Finding::Tie { .. }
        | Finding::NoFloor { .. }
        | Finding::NoCeiling { .. }
        | Finding::BaseOfOtherYear { .. }
        | Finding::SumDiffers { .. }
        | Finding::DroppedDrivers { .. }
        | Finding::LeftOut { .. } => None,
    }
}
