//! Errors, findings and cures in English.

use super::{TEXT, counted, units, words};
use crate::calc::Finding;
use crate::edit::EditError;
use crate::model::{Cure, Decimal, Measure, Scenario, Slot, UnitId, Wrong};
use crate::save::SaveError;
use crate::text::Language::En as EN;
use crate::text::message::{Message, StorageTrouble};
use crate::text::names::{capitalised, join, kept_at, measure_name, method_name, unit_list, unit_name};
use crate::text::parse::ReadError;
use crate::text::quantity;

const ASIDE: &str = "It is kept aside; download it before deleting.";
const CHOOSE: &str = "Choose a fix below.";

pub(in crate::text) fn read_error(error: &ReadError, old: Option<&str>) -> Message {
    let (what, fix) = match error {
        ReadError::Empty => ("This field is empty.".into(), "Enter, for example, 35,002 or 4.83%."),
        ReadError::NoName => ("The name is blank.".into(), "Enter a name."),
        ReadError::NotNumber { found } => {
            (format!("“{found}” is not a number."), "Enter, for example, 35,002 or 4.83%.")
        }
        ReadError::NotWhole { .. } => ("People must be a whole number, 0 or more.".into(), ""),
        ReadError::TooLarge { found } => {
            (format!("“{found}” is too large."), "Check how many digits it has.")
        }
        ReadError::RangeReversed { found } => (
            format!("“{found}”: the range starts above its end."),
            "Enter the lower number first, for example 37–38%.",
        ),
        ReadError::SignedRate { found } => (
            format!("“{found}”: a rate has no sign."),
            "Enter, for example, 4.83%, or enter the growth in the next field.",
        ),
        ReadError::NotDay { found } => (
            format!("“{found}” is not a date."),
            "Enter the day first, for example 18 Mar 2022 or 18/03/2022.",
        ),
        ReadError::NotPlain { found } => {
            (format!("This field takes one plain number, not “{found}”."), "Enter, for example, 4,500.")
        }
        ReadError::NotShare { found } => {
            (format!("“{found}” is not a share."), "Enter 0 to 100, with one decimal at most: 33.3.")
        }
    };
    let kept = old.map(|old| format!("Keeping {old}."));
    let fix = match (fix, kept) {
        ("", Some(kept)) => kept,
        ("", None) => "Enter, for example, 4,500.".into(),
        (fix, Some(kept)) => format!("{fix} {kept}"),
        (fix, None) => fix.into(),
    };
    Message::new(what, fix)
}

pub(in crate::text) fn finding(finding: &Finding, scenario: &Scenario) -> Message {
    let name = |unit: UnitId| unit_name(scenario, unit, EN);
    let names = |units: &[UnitId]| unit_list(scenario, units, EN);
    let choose = if finding.cures().is_empty() { "Change the target or the limits." } else { CHOOSE };
    match finding {
        Finding::FloorsExceed { floors, gap, kept, .. } => Message::new(
            format!(
                "Floors{} add up to {}, {} above the target.",
                and_kept(*kept),
                EN.people(*floors + u128::from(*kept)),
                EN.people(*gap)
            ),
            choose,
        ),
        Finding::CeilingsShort { ceilings, gap, kept, .. } => Message::new(
            format!(
                "Ceilings{} add up to {}, {} short of the target.",
                and_kept(*kept),
                EN.people(*ceilings + u128::from(*kept)),
                EN.people(*gap)
            ),
            choose,
        ),
        Finding::AllLocked { remaining, .. } => Message::new(
            if *remaining < 0 {
                format!("Every cell is locked, {} over target.", EN.people(remaining.unsigned_abs()))
            } else {
                let verb = if *remaining == 1 { "remains" } else { "remain" };
                format!("Every cell is locked and {} {verb}.", EN.people(*remaining))
            },
            "Unlock one or change the target.",
        ),
        Finding::NoWeight { method, left, .. } => Message::new(
            format!("{}: every unit has weight 0.", method_name(*method, scenario, EN)),
            format!("Choose another method or keep {} at the level above.", EN.people(*left)),
        ),
        Finding::MissingFigures { measures, units, .. } => Message::new(
            format!(
                "This method needs {}; {} none.",
                all_measures(measures, |measure| measure_name(measure, scenario, EN)),
                counted(units.len(), "unit has", "units have")
            ),
            "Enter it or choose another method.",
        ),
        Finding::TargetUnknown { measure } => Message::new(
            format!(
                "The target cannot be computed: the province has no figure for {}.",
                words::measure(*measure)
            ),
            format!("Enter {} or set the target in people.", words::measure(*measure)),
        ),
        Finding::TargetNotSet => {
            Message::new("No target is set yet.", "Enter the target: people, a rate or a growth.")
        }
        Finding::TargetTooLarge => {
            Message::new("The target is too large to be computed.", "Check how many digits the target has.")
        }
        Finding::KeptExceedsTarget { kept, target } => Message::new(
            format!("The {} kept back exceed the target {}.", EN.people(*kept), EN.people(*target)),
            "Keep fewer back or raise the target.",
        ),
        Finding::FloorAboveCeiling { unit, floor, ceiling } => Message::new(
            format!("{}: floor {} is above ceiling {}.", name(*unit), EN.people(*floor), EN.people(*ceiling)),
            "Change one of them.",
        ),
        Finding::LimitUnknown { unit, measure } => Message::new(
            format!(
                "{}: its floor or ceiling is not applied, no figure for {}.",
                name(*unit),
                words::measure(*measure)
            ),
            format!("Enter {} or set the limit in people.", words::measure(*measure)),
        ),
        Finding::OverBase { unit, base, rate } => Message::new(
            format!(
                "{}: {} is over 100% of {}.",
                name(*unit),
                EN.percent_over_hundred(rate),
                words::base_short(*base)
            ),
            format!("Unlock it or check {}.", words::base_short(*base)),
        ),
        Finding::TargetBelowLast { target, last } => Message::new(
            format!("Target {} is below the current {}.", EN.people(*target), EN.people(*last)),
            "Check this is intended.",
        ),
        Finding::Decrease { kept: 1.. } => Message::new(
            "What is shared out (the target less what is kept) is below last year's result: the decrease is one equal percentage.",
            "Check what is kept is intended.",
        ),
        Finding::Decrease { kept: 0 } => Message::new(
            "The target is below last year's result: the decrease is one equal percentage.",
            "Check the target is intended.",
        ),
        Finding::Tie { units, places } => Message::new(
            format!(
                "{} tie in rounding; {} of them {} one more by the rule.",
                names(units),
                EN.people(*places),
                if *places == 1 { "gets" } else { "get" }
            ),
            "Nothing to mend: larger weight first, then list order.",
        ),
        Finding::NoFloor { units } => Message::new(
            format!("{}: no figure for last year, so no floor.", names(units)),
            "Enter last year's figure or set a floor.",
        ),
        Finding::NoCeiling { base, units } => Message::new(
            format!("{}: no figure for {}, so no ceiling.", names(units), words::base_short(*base)),
            format!("Enter {} or set a ceiling.", words::base_short(*base)),
        ),
        Finding::BaseOfOtherYear { base, year } => Message::new(
            format!("{}: the figures used are those of {year}.", capitalised(words::base_short(*base))),
            "Enter newer ones if there are any.",
        ),
        Finding::SumDiffers { measure, node, units, own } => {
            sum_differs(&format!("{}, {}", name(*node), words::measure(*measure)), *units, *own)
        }
        Finding::DroppedDrivers { drivers, last_year } => {
            let names: Vec<String> =
                drivers.iter().map(|&driver| words::driver(driver, scenario, *last_year)).collect();
            Message::new(
                format!("The mix leaves out what is zero for every unit: {}.", join(&names, EN)),
                "Enter figures, or take it out of the mix.",
            )
        }
        Finding::LeftOut { units, node, last_year, last } => Message::new(
            match last {
                0 => format!("{}: left out (as chosen in this scenario).", names(units)),
                last => format!(
                    "{}: left out (as chosen in this scenario). The {last_year} figure of {} still counts {} there; the other units make up for them.",
                    names(units),
                    name(*node),
                    counted_people(*last)
                ),
            },
            "Switch off “Left out” at a unit to include it again.",
        ),
    }
}

/// “1 person”, “1,072 people”.
fn counted_people(people: u128) -> String {
    format!("{} {}", EN.people(people), if people == 1 { "person" } else { "people" })
}

/// What is kept at the node counts with the floors and ceilings, where there is any.
fn and_kept(kept: u64) -> String {
    if kept == 0 { String::new() } else { format!(" and the {} kept", EN.people(kept)) }
}

/// “labour force and people in voluntary social insurance”.
pub(in crate::text) fn all_measures(measures: &[Measure], name: impl Fn(Measure) -> String) -> String {
    let words: Vec<String> = measures.iter().map(|&measure| name(measure)).collect();
    join(&words, EN)
}

pub(in crate::text) fn clash(parts: (Option<String>, Option<String>)) -> Option<String> {
    match parts {
        (Some(clash), Some(release)) => {
            Some(format!("In the way: {clash}. Removing the limits of {release} is enough."))
        }
        (Some(clash), None) => Some(format!("In the way: {clash}.")),
        (None, Some(release)) => Some(format!("Removing the limits of {release} is enough.")),
        (None, None) => None,
    }
}

/// A node's own figure against what its units come to. `figure`: whose, and what.
pub(super) fn sum_differs(figure: &str, units: u128, own: u64) -> Message {
    let off = units.abs_diff(u128::from(own));
    Message::new(
        format!(
            "{figure}: children add to {}, parent says {}, off by {}.",
            EN.people(units),
            EN.people(own),
            EN.people(off)
        ),
        "Check the figures of the units and of the level above.",
    )
}

pub(in crate::text) fn cure(
    cure: &Cure,
    scenario: &Scenario,
    node: UnitId,
    only_locks: impl Fn(&[UnitId]) -> bool,
) -> String {
    match cure {
        Cure::RaiseNode { unit, to, by } => {
            format!("Raise {} to {} (+{})", unit_name(scenario, *unit, EN), EN.people(*to), EN.people(*by))
        }
        Cure::LowerNode { unit, to, by: _ } => {
            format!("Lower {} to {}", unit_name(scenario, *unit, EN), EN.people(*to))
        }
        Cure::RaiseTarget { to, by } => {
            format!("Raise the target to {} (+{})", EN.people(*to), EN.people(*by))
        }
        Cure::LowerTarget { to, by: _ } => format!("Lower the target to {}", EN.people(*to)),
        Cure::LetUnitsFall => "Let units fall below last year".into(),
        Cure::LowerFloors(floors) => {
            format!("Lower the floor in {}, as little as possible", units(floors.len()))
        }
        Cure::RaiseCeilings(ceilings) => {
            format!("Raise the ceilings, as little as possible ({})", units(ceilings.len()))
        }
        Cure::Release(released) if only_locks(released) => {
            format!("Unlock {}", counted(released.len(), "cell", "cells"))
        }
        Cure::Release(released) => format!("Remove the limits of {}", units(released.len())),
        Cure::KeepAtNode(kept) => format!("Keep {} {}", EN.people(*kept), kept_at(scenario, node, EN)),
        Cure::UseTarget { people, .. } => format!("Allocate the plan of {}", EN.people(*people)),
        Cure::ChangeTarget { target, .. } => {
            format!("Set it to {}", quantity(&target.quantity, target.slot, EN))
        }
        Cure::LetRoadMapFall(_) => "Let a year fall below the one before".into(),
        Cure::LeaveOut(left_out) => {
            format!("Leave out {} without figures", units(left_out.len()))
        }
    }
}

pub(in crate::text) fn save_error(error: &SaveError) -> Message {
    match error {
        SaveError::Unreadable(_) | SaveError::Damaged(_) => {
            Message::new("The saved copy cannot be read.", ASIDE)
        }
        SaveError::TooNew { .. } => {
            Message::new("This file comes from a newer version.", "Reload the page, then open it.")
        }
        SaveError::Wrong(wrong) => {
            Message::new(format!("The saved copy contradicts itself: {}.", contradiction(wrong)), ASIDE)
        }
    }
}

pub(super) fn contradiction(wrong: &Wrong) -> String {
    match wrong {
        Wrong::Roots { count } => format!("exactly 1 unit must be at the top, here it is {count}"),
        Wrong::DoubleUnit { unit } => format!("unit no. {} appears twice", unit.0),
        Wrong::UnknownUnit { unit } => format!("there is no unit no. {}", unit.0),
        Wrong::Cycle { unit } => format!("unit no. {} belongs to itself", unit.0),
        Wrong::NotSorted { list } => format!("the {list} are out of order or repeated"),
        Wrong::RoadMapYears { indicator, from, to } => format!(
            "the road map of {} starts in {from} and must end later, not in {to}",
            words::indicator_short(*indicator)
        ),
        Wrong::Bands => "the thresholds are out of order".into(),
        Wrong::NoTarget => "no target is used for allocation".into(),
        Wrong::Incomplete { slot } => format!(
            "{} {} has two targets in use, or no method",
            words::indicator_short(slot.indicator),
            slot.year
        ),
        Wrong::DoubleRule { slot, node } => {
            format!("unit no. {} has two methods for {}", node.0, of_slot(*slot))
        }
        Wrong::RuleOnLeaf { slot, node } => {
            format!("unit no. {} has a method for {} but no units below it", node.0, of_slot(*slot))
        }
        Wrong::MixNotWhole { slot, node, per_mille } => format!(
            "the mix for {} at unit no. {} adds up to {}, not to 100%",
            of_slot(*slot),
            node.0,
            percent_of_mix(*per_mille)
        ),
        Wrong::DoubleDriver { slot, node } => {
            format!("the mix for {} at unit no. {} names one figure twice", of_slot(*slot), node.0)
        }
        Wrong::Periods { slot, node } => format!(
            "the weights of the periods for {} at unit no. {} are not one for each, or all 0",
            of_slot(*slot),
            node.0
        ),
        Wrong::DoubleCustom { series } => format!("column no. {} of your own appears twice", series.0),
        Wrong::UnknownCustom { series } => format!("there is no column no. {} of your own", series.0),
        Wrong::EmptyLimit { slot, unit } => {
            format!("the limit of unit no. {} for {} is empty", unit.0, of_slot(*slot))
        }
    }
}

/// “Voluntary SI 2023”.
fn of_slot(slot: Slot) -> String {
    format!("{} {}", words::indicator_short(slot.indicator), slot.year)
}

/// Per mille as per cent: “99.9%”.
fn percent_of_mix(per_mille: u64) -> String {
    EN.percent(&Decimal::new(per_mille, 1))
}

pub(in crate::text) fn storage_trouble(trouble: StorageTrouble) -> Message {
    match trouble {
        StorageTrouble::Full => {
            Message::new("Browser storage is full.", "Download the .json file to keep your work.")
        }
        StorageTrouble::Blocked => {
            Message::new("This browser blocks saving.", "Closing loses your work; download the .json file.")
        }
    }
}

pub(in crate::text) fn edit_error(error: &EditError) -> Message {
    match error {
        EditError::UnknownUnit { unit } => {
            Message::new(format!("The scenario has no {}.", (TEXT.unnamed_unit)(unit.0)), "Reload the page.")
        }
        EditError::NoRow { place } => Message::new(
            format!("The list has no row {}.", EN.people(place.saturating_add(1))),
            "Reload the page.",
        ),
        EditError::Wrong(wrong) => Message::new(
            format!("This cannot be changed: {}.", contradiction(wrong)),
            "Choose another value.",
        ),
        EditError::NoTarget { slot } => Message::new(
            format!("{} {} has no target.", words::indicator_short(slot.indicator), slot.year),
            "Choose an indicator and year with a target.",
        ),
        EditError::NoRule { slot, .. } => Message::new(
            format!("{} {} has no method.", words::indicator_short(slot.indicator), slot.year),
            "Choose an indicator and year with a method.",
        ),
        EditError::HasRule { slot, node } => Message::new(
            format!("Unit no. {} has a method of its own for {} already.", node.0, of_slot(*slot)),
            "Change that method.",
        ),
        EditError::ProvinceRule { slot } => Message::new(
            format!("The province has nobody above it to take the method for {} from.", of_slot(*slot)),
            "Change the method instead.",
        ),
        EditError::NothingBelow { unit } => Message::new(
            format!("Unit no. {} has no units below it to share anything.", unit.0),
            "Choose a unit that has.",
        ),
        EditError::MixNotWhole { per_mille } => Message::new(
            format!("The shares of the mix add up to {}.", percent_of_mix(*per_mille)),
            "Make them 100% together.",
        ),
        EditError::DoubleDriver => {
            Message::new("The mix names one figure twice.", "Put its two shares together.")
        }
        EditError::UnknownCustom { series } => Message::new(
            format!("The scenario has no column {}.", (TEXT.unnamed_custom)(series.0)),
            "Choose another column.",
        ),
        EditError::CustomInUse { slot, node, .. } => Message::new(
            format!("{} is split by this column at unit no. {}.", of_slot(*slot), node.0),
            "Choose another method, then remove the column.",
        ),
        EditError::EmptyName => Message::new("The name is blank.", "Enter a name."),
        EditError::ComputedColumn => Message::new(
            "What the page works out is not kept among the figures.",
            "Choose another provenance for the column.",
        ),
        EditError::Province => Message::new(
            "The province stays on top: it is not removed, not moved, and there is no second one.",
            "Rename it, or choose a unit below it.",
        ),
        EditError::UnderItself { unit, parent } => Message::new(
            format!("Unit no. {} is above unit no. {} and cannot go below it.", unit.0, parent.0),
            "Choose another place.",
        ),
        EditError::HasTarget { slot } => Message::new(
            format!("{} has a target already.", of_slot(*slot)),
            "Change that target, or choose another indicator or year.",
        ),
    }
}
