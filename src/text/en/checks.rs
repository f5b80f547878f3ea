//! The labels of the list of checks in English.

use super::{counted, units};
use crate::text::ChecksText;

pub(in crate::text) static CHECKS: ChecksText = ChecksText {
    title: |k| format!("Checks ({k})"),
    nothing: "No errors, no warnings.",
    errors: |k| format!("Errors ({k})"),
    warnings: |k| format!("Warnings ({k})"),
    notes: |k| format!("Notes ({k})"),
    passed: |k| format!("In agreement ({k})"),
    go_to: |unit, plan| format!("Go to {unit}, {plan}"),
    agrees: "agrees",
    as_stated: |found, stated| format!("{found}; stated as {stated}"),
    units_sum: |k, people| format!("{} to {people}", counted(k, "unit adds up", "units add up")),
    others_too: |k| format!("so do {} more", units(k)),
    shared_out: |target, given, kept| format!("Target {target} = given {given} + kept {kept}"),
};
