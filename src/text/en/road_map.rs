//! The labels of a road map in English.

use crate::model::Path;
use crate::text::RoadMapText;

/// The labels in English.
pub(super) static ROAD_MAP: RoadMapText = RoadMapText {
    between: |from, to| format!("Road map {from}–{to}"),
    none: "Set a road map",
    of: |indicator| format!("Road map for {indicator}"),
    from: "From year",
    to: "To year",
    goal: "Target of the last year",
    begin: "Set the road map",
    remove: "Remove the road map",
    path_label: "Years between",
    path: |path| match path {
        Path::EqualPoints => "Equal points",
        Path::EqualPeople => "Equal numbers of people",
        Path::ConstantGrowth => "Constant growth",
        Path::Typed => "Typed",
    },
    table: |indicator| format!("Road map for {indicator} by year"),
    target_row: "Target",
    target_of: |year| format!("Target for {year}"),
    people_row: "People",
    rate_row: |base| format!("Rate, % of {base}"),
    change_row: "On the year before",
    kind_row: "From",
    is_result: "result",
    is_typed: "entered",
    is_computed: "computed",
    hint: "Enter a number to fix a year; empty the field to compute it again.",
    why: "Why?",
    sums: "The parts together",
    agrees: "✓ balanced",
    differs: "not balanced: stated",
    wrong_years: (
        "The last year must come after the first, at most 30 years later.",
        "Enter, for example, 2025 and 2030.",
    ),
    title: |name, from, first, to, last| format!("{name}: from {from} ({first}) to {to} ({last})"),
    points: |points| format!("{points} points"),
    why_result: "the year's result",
    why_typed: "target as entered",
    why_held: "the same as the year before, since the road map lets no year fall",
    rounded: |exact, result| format!("{exact}; rounded {result}"),
    growing: |first, factor, times, result| match times {
        1 => format!("{first} × {factor} = {result}"),
        _ => format!("{first} multiplied {times} times by {factor} = {result}"),
    },
    fitted: |equation| format!("{equation}, so that the parts come to the whole"),
};
