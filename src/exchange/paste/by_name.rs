//! Reads a table whose rows name units.

use std::collections::BTreeMap;

use super::import::{
    Answers, Change, ColumnMarks, Counts, Import, ImportColumn, ImportError, ImportFinding, Series, Where,
};
use super::layout::{FigureColumn, Layout, layout};
use super::rows::{self, Rows};
use super::totals;
use crate::exchange::names::UnitNames;
use crate::exchange::number::{ReadColumn, read_column};
use crate::exchange::{Place, Table};
use crate::model::{Scenario, UnitId};

/// Reads a table by the names of its rows and the headings of its columns; nothing is changed yet.
///
/// - `answers`: what the user has said about it so far; each answer may settle a finding.
///
/// # Errors
/// [`ImportError`]: no column holds names, or none figures that are known.
pub fn paste_by_name(table: &Table, to: Where<'_>, answers: &Answers) -> Result<Import, ImportError> {
    let names = UnitNames::of(&to.scenario.units);
    let layout = layout(table, to, &names, answers)?;
    let read: Vec<ReadColumn> =
        (layout.figures.iter()).map(|column| read_figures(table, &layout, column, answers)).collect();
    let mut rows = rows::read(table, &layout, &read, (to.scenario, &names), (to.within, answers));
    let duplicates = rows.take_duplicates(&read);
    let columns: Vec<ImportColumn> = (layout.figures.into_iter().zip(&read))
        .map(|(column, read)| {
            let marks = match (&read.two_ways, answers.marks.get(&column.place)) {
                (None, _) => ColumnMarks::OneWay,
                (Some(two_ways), Some(&marks)) => ColumnMarks::Answered(two_ways.clone(), marks),
                (Some(two_ways), None) => ColumnMarks::Asked(two_ways.clone()),
            };
            let FigureColumn { place, heading, series, says_year } = column;
            ImportColumn { place, heading, series, says_year, example: read.example.clone(), marks }
        })
        .collect();
    let mut import = Import { units: rows.units.len(), extras: layout.extras, ..Import::default() };
    import.findings.extend(asked(&columns));
    import.findings.extend(faults(table, &columns, &read, &rows));
    import
        .findings
        .extend(duplicates.into_iter().map(|(unit, rows)| ImportFinding::Duplicate { unit, rows }));
    if !rows.unmatched.is_empty() {
        import.findings.push(ImportFinding::Unmatched { rows: rows.unmatched.len() });
    }
    let counted = totals::counted_rows(&rows, to.scenario);
    for (column, read) in settled(&columns, &read) {
        for check in totals::checks(read, column.place, &rows.totals, &counted) {
            import.totals.push(check);
            if !check.matches() {
                let heading = column.heading.clone();
                import.findings.push(ImportFinding::TotalDiffers { heading, check });
            }
        }
        add_changes(&mut import, column, read, &rows, to.scenario);
    }
    import.changes.sort_by_key(|change| change.place);
    import.unmatched = rows.unmatched;
    import.columns = columns;
    Ok(import)
}

/// Headings are no figures: their cells count as blank, so that rows keep their places.
fn read_figures(table: &Table, layout: &Layout, column: &FigureColumn, answers: &Answers) -> ReadColumn {
    let texts = table.column(column.place).enumerate();
    let texts = texts.map(|(row, text)| if row < layout.body { "" } else { text });
    read_column(texts, answers.marks.get(&column.place).copied())
}

fn asked(columns: &[ImportColumn]) -> impl Iterator<Item = ImportFinding> {
    columns.iter().filter_map(|column| match &column.marks {
        ColumnMarks::Asked(two_ways) => Some(ImportFinding::TwoWays {
            column: column.place,
            heading: column.heading.clone(),
            two_ways: two_ways.clone(),
        }),
        ColumnMarks::OneWay | ColumnMarks::Answered(..) => None,
    })
}

/// The columns whose numbers have one reading.
fn settled<'a>(
    columns: &'a [ImportColumn],
    read: &'a [ReadColumn],
) -> impl Iterator<Item = (&'a ImportColumn, &'a ReadColumn)> {
    columns.iter().zip(read).filter(|(column, _)| !matches!(column.marks, ColumnMarks::Asked(_)))
}

/// Cells of units and totals that hold no number of people, row by row.
fn faults(table: &Table, columns: &[ImportColumn], read: &[ReadColumn], rows: &Rows) -> Vec<ImportFinding> {
    let mut of_interest: Vec<usize> =
        rows.units.iter().map(|&(row, _)| row).chain(rows.totals.iter().copied()).collect();
    of_interest.sort_unstable();
    let mut found = Vec::new();
    for row in of_interest {
        for (column, read) in settled(columns, read) {
            if let Some(Err(fault)) = read.cells.get(row) {
                let place = Place { row, column: column.place };
                found.push(ImportFinding::Cell {
                    place,
                    fault: *fault,
                    found: table.cell(place).trim().to_owned(),
                });
            }
        }
    }
    found
}

fn add_changes(
    import: &mut Import,
    column: &ImportColumn,
    read: &ReadColumn,
    rows: &Rows,
    scenario: &Scenario,
) {
    let before = figures(scenario, column.series);
    let Counts { kept, changed, new: added, cleared } = &mut import.counts;
    for &(row, unit) in &rows.units {
        let Some(Ok(new)) = read.cells.get(row) else { continue };
        let (old, new) = (before.get(&unit).copied(), *new);
        match (old, new) {
            (None, None) => continue,
            (None, Some(_)) => *added += 1,
            (Some(_), None) => *cleared += 1,
            (Some(old), Some(new)) if old == new => {
                *kept += 1;
                continue;
            }
            (Some(_), Some(_)) => *changed += 1,
        }
        let place = Place { row, column: column.place };
        import.changes.push(Change { unit, series: column.series, place, old, new });
    }
}

/// The figures of a series; where several columns hold one for a unit, the first counts.
fn figures(scenario: &Scenario, series: Series) -> BTreeMap<UnitId, u64> {
    let is_of_series = |column: &&crate::model::Column| {
        (column.measure, column.year, column.scope) == (series.measure, series.year, series.scope)
    };
    scenario
        .facts
        .iter()
        .filter(is_of_series)
        .rev()
        .flat_map(|column| column.figures.iter().copied())
        .collect()
}
