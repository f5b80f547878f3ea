//! Pasting in English.

use super::counted;
use crate::exchange::{
    ClipboardError, Counts, ExtraWhy, Fault, ImportError, ImportFinding, Over, Place, TwoWays,
};
use crate::model::Scenario;
use crate::text::Language::En as EN;
use crate::text::exchange::{LeftOut, Totals, column_name};
use crate::text::names::unit_name;
use crate::text::parse::excerpt;
use crate::text::{ExchangeText, Message};

/// The labels in English.
pub(super) static TEXT: ExchangeText = ExchangeText {
    paste: "Paste from Excel",
    preview: "Before it is pasted",
    apply: "Paste",
    apply_fitting: "Paste only what fits",
    cancel: "Do not paste",
    skip_row: "Skip",
    keep_row: |row| format!("Keep row {}", EN.people(row)),
    names_column: "Column of unit names",
    newcomers: |count, names| format!("Adds {}: {names}.", counted(count, "unit", "units")),
    unmatched: "Rows without a unit",
    extras: "Columns not pasted",
};

pub(in crate::text) fn clipboard_error(error: ClipboardError) -> Message {
    match error {
        ClipboardError::Empty => Message::new("Nothing to paste.", "Copy a block in Excel and try again."),
        ClipboardError::TooLong { .. } | ClipboardError::TooManyCells => {
            Message::new("The copied block is too large.", "Copy only the rows and columns you need.")
        }
    }
}

pub(in crate::text) fn import_error(error: ImportError) -> Message {
    match error {
        ImportError::NoNames => Message::new("No header row found.", "Choose which column holds unit names."),
        ImportError::NoFigures => Message::new(
            "No column of figures that can be pasted was found.",
            "Give the columns headings, for example Population, Labour force, Voluntary SI 2022, and copy them too.",
        ),
    }
}

pub(in crate::text) fn import_finding(finding: &ImportFinding, scenario: &Scenario) -> Message {
    match finding {
        ImportFinding::TwoWays { column, heading, two_ways: asked } => {
            two_ways(&column_name(heading, *column), asked)
        }
        ImportFinding::Cell { place, fault, found } => cell(*place, *fault, found),
        ImportFinding::Duplicate { unit, rows } => Message::new(
            match rows.len() {
                2 => format!("“{}” appears twice.", unit_name(scenario, *unit, EN)),
                k => format!("“{}” appears {} times.", unit_name(scenario, *unit, EN), EN.people(k)),
            },
            "Which row stays?",
        ),
        ImportFinding::Unmatched { rows } => Message::new(
            format!("{} no unit.", counted(*rows, "row matches", "rows match")),
            if *rows == 1 { "Pick a unit or skip it." } else { "Pick a unit or skip them." },
        ),
        ImportFinding::TotalDiffers { heading, check } => Message::new(
            format!(
                "Column “{}”: the total (cell {}) says {}, the rows add to {}, off by {}.",
                column_name(heading, check.place.column),
                check.place.a1(),
                EN.people(check.stated),
                EN.people(check.sum),
                EN.people(check.sum.abs_diff(check.stated.into()))
            ),
            "Check the total and each row.",
        ),
    }
}

pub(in crate::text) fn two_ways(column: &str, two_ways: &TwoWays) -> Message {
    Message::new(
        format!("Column “{column}”: “{}” can be read two ways.", two_ways.text),
        "Choose one for the whole column.",
    )
}

pub(in crate::text) fn cell(place: Place, fault: Fault, found: &str) -> Message {
    let (cell, found) = (place.a1(), excerpt(found));
    const KEPT: &str = "Fix it in Excel and paste again; the figure before stays.";
    match fault {
        Fault::SheetError => Message::new(
            format!("Cell {cell} holds the Excel error {found}."),
            "Fix it in Excel and paste again.",
        ),
        Fault::NotNumber => Message::new(format!("Cell {cell}: “{found}” is not a number."), KEPT),
        Fault::NotWhole => {
            Message::new(format!("Cell {cell}: “{found}” is not a whole number, 0 or more."), KEPT)
        }
        Fault::PerCent => {
            Message::new(format!("Cell {cell}: “{found}” is a rate; this column counts people."), KEPT)
        }
        Fault::TooLarge => Message::new(format!("Cell {cell}: “{found}” is too large."), KEPT),
    }
}

pub(in crate::text) fn over(over: Over) -> Message {
    let rows = counted(over.rows, "row", "rows");
    let columns = counted(over.columns, "column", "columns");
    let beyond = match (over.rows, over.columns) {
        (_, 0) => rows,
        (0, _) => columns,
        _ => format!("{rows} and {columns}"),
    };
    Message::new(format!("The block is {beyond} larger than the table."), "Paste what fits, or nothing?")
}

pub(in crate::text) fn pasted(rows: usize, columns: usize, totals: Totals, left_out: &LeftOut) -> String {
    let totals = match totals {
        Totals::None => None,
        Totals::Match => Some("matches the Total row".to_owned()),
        Totals::Differ(columns) => {
            Some(format!("differs from the Total row in {}", counted(columns, "column", "columns")))
        }
    };
    let (rows, columns) = (counted(rows, "row", "rows"), counted(columns, "column", "columns"));
    with_notes(format!("Pasted {rows} × {columns}"), totals.into_iter().chain(notes(left_out)))
}

pub(in crate::text) fn filled(cells: usize, left_out: &LeftOut) -> String {
    with_notes(format!("Filled {}", counted(cells, "cell", "cells")), notes(left_out).into_iter())
}

fn with_notes(done: String, notes: impl Iterator<Item = String>) -> String {
    let parts: Vec<String> = std::iter::once(done).chain(notes).collect();
    parts.join("; ")
}

/// What was left alone, where anything was.
fn notes(left_out: &LeftOut) -> Option<String> {
    let note = |count: usize, one: &str, many: &str| (count > 0).then(|| counted(count, one, many));
    let notes = [
        note(left_out.headings, "heading row", "heading rows"),
        note(left_out.rows, "row without a clear unit", "rows without a clear unit"),
        note(left_out.locked, "locked cell", "locked cells"),
        note(left_out.computed, "computed cell", "computed cells"),
        note(left_out.faults, "cell that holds no number of people", "cells that hold no number of people"),
    ];
    let notes: Vec<String> = notes.into_iter().flatten().collect();
    (!notes.is_empty()).then(|| format!("skipped {}", notes.join(", ")))
}

pub(in crate::text) fn counts(counts: Counts) -> String {
    let part = |count: usize, what: &str| (count > 0).then(|| format!("{} {what}", EN.people(count)));
    let parts = [
        part(counts.changed, "changed"),
        part(counts.new, "new"),
        part(counts.kept, "kept"),
        part(counts.cleared, "now blank"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() { "No figures".into() } else { parts.join(" · ") }
}

pub(in crate::text) fn why_extra(why: ExtraWhy) -> &'static str {
    match why {
        ExtraWhy::Unknown => "what it holds is not known",
        ExtraWhy::Plan => "targets, not results",
        ExtraWhy::NotPeople => "not a number of people",
        ExtraWhy::NotOneYear => "not the figures of one whole year",
        ExtraWhy::Twice => "the same as a column before it",
    }
}
