//! Negotiation in English.

use super::counted;
use crate::calc::NegotiateError;
use crate::model::Scenario;
use crate::text::Language::En as EN;
use crate::text::{Message, NegotiationText, unit_name};

pub(super) static TEXT: NegotiationText = NegotiationText {
    title: "Negotiate: this unit gets fewer, or more",
    direction: "This unit gets",
    fewer: "fewer",
    more: "more",
    amount: "Difference in people",
    takers: "The difference goes to",
    everyone: "Every unit not locked, by the method",
    only: "Chosen units only, by the method",
    by_hand: "Each unit, entered by hand",
    choose: "Units that take the difference",
    parts: "How many more or fewer each unit takes",
    entered: |sum, asked| format!("{sum} of {asked} entered"),
    reason: "Reason (kept with the lock)",
    preview: "Preview",
    now: "Now",
    then: "Then",
    difference: "Difference",
    total: "All units",
    unchanged: |k| format!("{} unchanged.", counted(k, "unit", "units")),
    locks: |k| format!("When applied, {} locked at this number.", counted(k, "unit is", "units are")),
    apply: "Apply",
};

pub(in crate::text) fn error(error: &NegotiateError, scenario: &Scenario) -> Message {
    let name = |unit| unit_name(scenario, unit, EN);
    match error {
        NegotiateError::NoChange => {
            Message::new("There is no difference yet.", "Enter a whole number above 0.")
        }
        NegotiateError::NotBalanced => Message::new(
            "The plan does not match its target, so there is nothing to negotiate yet.",
            "Mend what does not match first.",
        ),
        NegotiateError::NotGiven { unit } => Message::new(
            format!("{} has no target yet.", name(*unit)),
            "Clear “Left out”, or enter the figures this unit lacks.",
        ),
        NegotiateError::BelowFloor { unit, floor, most } => Message::new(
            format!("{} may not get less than {} (the floor in force).", name(*unit), EN.people(*floor)),
            format!("Take off {} at most, or lower the floor first.", EN.people(*most)),
        ),
        NegotiateError::AboveCeiling { unit, ceiling, most } => Message::new(
            format!("{} may not get more than {} (the ceiling in force).", name(*unit), EN.people(*ceiling)),
            format!("Add {} at most, or raise the ceiling first.", EN.people(*most)),
        ),
        NegotiateError::NoTakers => {
            Message::new("No unit takes the difference yet.", "Choose a unit, or enter a number for one.")
        }
        NegotiateError::CannotTake { unit } => Message::new(
            format!("{} cannot take the difference.", name(*unit)),
            "Unlock this unit or choose another.",
        ),
        NegotiateError::SumDiffers { taken, asked } => Message::new(
            format!("The numbers entered add up to {}, not {}.", EN.people(*taken), EN.people(*asked)),
            "Change them until they add up to the difference.",
        ),
        NegotiateError::NoRoom { most } => Message::new(
            format!("Those who take the difference have room for {} only.", people(*most)),
            "Choose more units, make the difference smaller, or loosen floors, ceilings and locks.",
        ),
    }
}

fn people(count: u64) -> String {
    format!("{} {}", EN.people(count), if count == 1 { "person" } else { "people" })
}
