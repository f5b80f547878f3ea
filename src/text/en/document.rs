//! Remarks on the whole document in English.

use super::messages::sum_differs;
use super::{counted, words};
use crate::calc::DocumentFinding;
use crate::calc::check::{Compared, Lack};
use crate::model::{Claim, Scenario, UnitId};
use crate::text::Language::En as EN;
use crate::text::Message;
use crate::text::document::{
    calculation_in_full, change, computed, plan_name, plan_of, share_interval, size, stated, subject, times,
};
use crate::text::names::{capitalised, in_sentence, unit_list, unit_name};

const CHECK_BOTH: &str = "Check both figures and whom they count.";

pub(in crate::text) fn finding(finding: &DocumentFinding, scenario: &Scenario) -> Message {
    let name = |unit: UnitId| unit_name(scenario, unit, EN);
    let short = words::indicator_short;
    match finding {
        DocumentFinding::SumDiffers { measure, year, scope: _, node, units, own } => {
            sum_differs(&format!("{}, {} {year}", name(*node), words::measure(*measure)), *units, *own)
        }
        DocumentFinding::MissingFigures { measure, year, node: _, units } => Message::new(
            format!(
                "{}: no figure for {} {year}, while the other units have one.",
                unit_list(scenario, units, EN),
                words::measure(*measure)
            ),
            "Enter what is missing.",
        ),
        DocumentFinding::DuplicateUnit { first, second } => Message::new(
            format!("{} and {} have the same name or the same code.", name(*first), name(*second)),
            "Correct the name or the code, or remove one of them.",
        ),
        DocumentFinding::ResultAboveBase { indicator, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {} {year}: {} people, more than the {} of {}{rest}.",
                    name(unit.unit),
                    short(*indicator),
                    EN.people(unit.people),
                    EN.people(unit.other),
                    words::base_short(indicator.base())
                ),
                CHECK_BOTH,
            )
        }),
        DocumentFinding::PartAboveWhole { part, whole, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {year}: {} {} is above {} {}{rest}.",
                    name(unit.unit),
                    short(*part),
                    EN.people(unit.people),
                    short(*whole),
                    EN.people(unit.other)
                ),
                CHECK_BOTH,
            )
        }),
        DocumentFinding::PartsDiffer { whole, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {} {year}: its parts add to {}, stated {}, off by {}{rest}.",
                    name(unit.unit),
                    short(*whole),
                    EN.people(unit.other),
                    EN.people(unit.people),
                    EN.people(unit.other.abs_diff(u128::from(unit.people)))
                ),
                "Check each part and the whole.",
            )
        }),
        DocumentFinding::LargeChange { indicator, year, units } => first(units, |unit, rest| {
            Message::new(
                format!(
                    "{}, {}: {} in {}, {} in {year} ({}){rest}.",
                    name(unit.unit),
                    short(*indicator),
                    EN.people(unit.other),
                    year.saturating_sub(1),
                    EN.people(unit.people),
                    change(unit, EN)
                ),
                CHECK_BOTH,
            )
        }),
        DocumentFinding::PlansDiffer { slot, smaller, larger, .. } => {
            let apart = match times(smaller, larger, EN) {
                Some(times) => format!("differ {times}-fold"),
                None => "are far apart".into(),
            };
            Message::new(
                format!(
                    "{}: {} and {} {apart}; they may count different people.",
                    short(slot.indicator),
                    plan_of(smaller, slot.year, EN),
                    plan_of(larger, slot.year, EN)
                ),
                "Check whom each plan counts.",
            )
        }
        DocumentFinding::TargetPartsDiffer { slot, issuer, parts, whole, .. } => Message::new(
            format!(
                "{}, {}: the parts add to {}, the target of the whole is {}.",
                capitalised(&plan_name(slot.year, issuer, EN)),
                short(slot.indicator),
                size(parts, EN),
                size(whole, EN)
            ),
            "Change the target of the whole or of a part.",
        ),
        DocumentFinding::TargetAboveWhole { slot, whole, issuer, part_size, whole_size } => Message::new(
            format!(
                "{}: {} {} is above {} {}.",
                capitalised(&plan_name(slot.year, issuer, EN)),
                short(slot.indicator),
                size(part_size, EN),
                short(*whole),
                size(whole_size, EN)
            ),
            "Check both targets.",
        ),
        DocumentFinding::TargetAboveBase { slot, issuer, people, base } => Message::new(
            format!(
                "{}, {}: {} is over 100% of {} ({}).",
                capitalised(&plan_name(slot.year, issuer, EN)),
                short(slot.indicator),
                EN.people(*people),
                words::base_short(slot.indicator.base()),
                EN.people(*base)
            ),
            format!("Check the target and {}.", words::base_short(slot.indicator.base())),
        ),
        DocumentFinding::TargetOfOtherScope { slot, issuer, target, result } => Message::new(
            format!(
                "{}, {}: the target counts people {}, the result those {}.",
                capitalised(&plan_name(slot.year, issuer, EN)),
                short(slot.indicator),
                in_sentence(words::scope(*target)),
                in_sentence(words::scope(*result))
            ),
            "Enter a result that counts the same people to see the share of the plan.",
        ),
        DocumentFinding::ElsewhereNotKept { slot, elsewhere, kept, .. } => Message::new(
            format!(
                "The target for {} {} counts {} people insured in other provinces, but {} are kept at province.",
                short(slot.indicator),
                slot.year,
                EN.people(*elsewhere),
                EN.people(*kept)
            ),
            "Keep them at province: no unit can act on them.",
        ),
        DocumentFinding::ClaimDiffers { claim, computed: found, .. } => told(scenario, *claim, |claim| {
            Message::new(
                format!(
                    "{} = {}, not {} as stated ({}).",
                    calculation_in_full(claim, scenario, EN),
                    computed(claim, found, EN),
                    stated(&claim.stated, EN),
                    claim.source
                ),
                "Check the published number and the figures.",
            )
        }),
        DocumentFinding::ClaimCountsElsewhere { claim, elsewhere, in_province } => {
            told(scenario, *claim, |claim| {
                Message::new(
                    format!(
                        "The rate {} counts {} people insured elsewhere; in-province it is {}.",
                        stated(&claim.stated, EN),
                        EN.people(*elsewhere),
                        share_interval(in_province, EN)
                    ),
                    "Compare what counts the same people.",
                )
            })
        }
        DocumentFinding::ClaimOfOtherYear { claim, part, whole } => told(scenario, *claim, |claim| {
            Message::new(
                format!(
                    "The rate {} sets a figure of {part} against a base of {whole}.",
                    stated(&claim.stated, EN)
                ),
                "Use a base of the same year if there is one.",
            )
        }),
        DocumentFinding::SamePercentage { first, second } => told(scenario, *first, |one| {
            told(scenario, *second, |other| {
                Message::new(
                    format!(
                        "{} is stated twice: for {} and for {}.",
                        capitalised(&stated(&one.stated, EN)),
                        subject(one, scenario, EN),
                        subject(other, scenario, EN)
                    ),
                    "Check that it was not copied by mistake.",
                )
            })
        }),
        DocumentFinding::RoadMapUnknown { indicator, lack } => {
            let (what, fix) = lacking(*lack);
            Message::new(format!("Road map of {}: {what}.", short(*indicator)), fix)
        }
        DocumentFinding::RoadMapFalls { indicator, year, before, now, .. } => Message::new(
            format!(
                "Road map of {}: {year} has {}, below the year before ({}).",
                short(*indicator),
                size(now, EN),
                size(before, EN)
            ),
            "Check the years, or let a year fall below the one before.",
        ),
    }
}

/// The first unit with its numbers, and how many more there are.
fn first(units: &[Compared], words: impl Fn(&Compared, &str) -> Message) -> Message {
    match units {
        [] => Message::new("No unit is left to look at.", "Nothing to mend."),
        [only] => words(only, ""),
        [unit, rest @ ..] => {
            words(unit, &format!("; the same goes for {}", counted(rest.len(), "other unit", "other units")))
        }
    }
}

/// The claim a remark is on; one that is gone has nothing to say but that.
fn told(scenario: &Scenario, claim: usize, words: impl Fn(&Claim) -> Message) -> Message {
    scenario.claims.get(claim).map_or_else(
        || Message::new("This published number is no longer in the scenario.", "Reload the page."),
        words,
    )
}

fn lacking(lack: Lack) -> (String, String) {
    match lack {
        Lack::Figure { measure, year } => {
            let measure = words::measure(measure);
            (format!("the province has no figure for {measure} {year}"), format!("Enter {measure} {year}."))
        }
        Lack::Goal { year } => (format!("{year} has no target"), format!("Enter a target for {year}.")),
        Lack::Target { year, .. } => (
            format!("the people of {year} cannot be computed"),
            format!("Enter {year} as a number of people."),
        ),
    }
}
