//! Which column of a foreign table holds what.

use std::collections::BTreeSet;

use super::import::{Answers, Extra, ImportError, Series, Where};
use crate::exchange::header::{self, Header};
use crate::exchange::heading::{Figures, Heading};
use crate::exchange::names::{Meant, UnitNames};
use crate::exchange::number::{is_missing, is_number_like};
use crate::exchange::{ExtraWhy, Place, Table};
use crate::model::{Base, Measure, Scenario, Scope};

/// How a table is to be pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PasteKind {
    /// It names units: each row goes to its unit.
    ByName,
    /// Numbers only: cell by cell.
    Block,
    /// Numbers beside words that name no unit: it has to be asked which column holds the names.
    Unclear,
}

/// How this table is to be pasted.
#[must_use]
pub fn paste_kind(table: &Table, scenario: &Scenario) -> PasteKind {
    let names = UnitNames::of(&scenario.units);
    let header = find_header(table, scenario, &names);
    let body = body_of(header.as_ref());
    if names_column(table, header.as_ref(), &names).is_some() {
        return PasteKind::ByName;
    }
    let filled = |column: usize| (body..table.rows.len()).any(|row| is_figure(table, Place { row, column }));
    let worded = |column: usize| (body..table.rows.len()).any(|row| is_word(table, Place { row, column }));
    let columns = || 0..table.width();
    let is_mixed = columns().any(|column| worded(column) && !filled(column)) && columns().any(filled);
    if is_mixed { PasteKind::Unclear } else { PasteKind::Block }
}

/// The columns of a table.
pub(super) struct Layout {
    /// The first row below the headings.
    pub(super) body: usize,
    pub(super) names: usize,
    pub(super) codes: Option<usize>,
    /// Names of the units above.
    pub(super) parents: Option<usize>,
    pub(super) figures: Vec<FigureColumn>,
    pub(super) extras: Vec<Extra>,
}

impl Layout {
    /// What a row calls itself. The word for a total often stands in front of the names.
    pub(super) fn name<'a>(&self, table: &'a Table, row: usize) -> &'a str {
        let text = |column: usize| table.cell(Place { row, column }).trim();
        let in_front = || (0..self.names).map(text).find(|text| text.chars().any(char::is_alphabetic));
        match text(self.names) {
            "" => in_front().unwrap_or_default(),
            name => name,
        }
    }
}

/// A column of figures.
pub(super) struct FigureColumn {
    pub(super) place: usize,
    pub(super) heading: String,
    pub(super) series: Series,
    pub(super) says_year: bool,
}

/// Where the rows below the headings begin, and how many columns of them the headings name.
pub(super) fn body_start(table: &Table, scenario: &Scenario) -> usize {
    let names = UnitNames::of(&scenario.units);
    body_of(find_header(table, scenario, &names).as_ref())
}

pub(super) fn layout(
    table: &Table,
    to: Where<'_>,
    names: &UnitNames<'_>,
    answers: &Answers,
) -> Result<Layout, ImportError> {
    let header = find_header(table, to.scenario, names);
    let names_at = answers.names.or_else(|| names_column(table, header.as_ref(), names));
    let names_at = names_at.ok_or(ImportError::NoNames)?;
    let layout = match &header {
        Some(header) => by_headings(header, to, names_at),
        None => by_place(table, to, names, names_at),
    };
    if layout.figures.is_empty() { Err(ImportError::NoFigures) } else { Ok(layout) }
}

fn find_header(table: &Table, scenario: &Scenario, names: &UnitNames<'_>) -> Option<Header> {
    let is_unit = |text: &str| {
        text.chars().any(char::is_alphabetic)
            && matches!(names.meant(text, "", None), Meant::Unit(_) | Meant::Several(_))
    };
    header::find(table, &scenario.customs, is_unit)
}

fn body_of(header: Option<&Header>) -> usize {
    header.map_or(0, |header| header.body)
}

/// The column of names: the finest its heading calls so, else the one most of whose rows name units.
fn names_column(table: &Table, header: Option<&Header>, names: &UnitNames<'_>) -> Option<usize> {
    let ranked = |wanted: fn(&Heading) -> Option<u8>| {
        let columns = header.into_iter().flat_map(|header| header.columns.iter().enumerate());
        let ranked = columns.filter_map(|(column, (_, says))| Some((wanted(says)?, column)));
        ranked.min_by_key(|&(rank, column)| (std::cmp::Reverse(rank), column)).map(|(_, column)| column)
    };
    let named = ranked(|says| if let Heading::Name(rank) = says { Some(*rank) } else { None });
    named
        .or_else(|| ranked(|says| if let Heading::Code(rank) = says { Some(*rank) } else { None }))
        .or_else(|| column_that_names(table, body_of(header), names))
}

/// The column of names in a table none of whose units is known yet: the one its heading calls so, else the first
/// most of whose cells are words.
pub(super) fn names_to_begin_with(
    table: &Table,
    scenario: &Scenario,
    names: &UnitNames<'_>,
) -> Option<usize> {
    let header = find_header(table, scenario, names);
    let body = body_of(header.as_ref());
    let is_worded = |column: &usize| {
        let filled = (body..table.rows.len()).map(|row| Place { row, column: *column });
        let filled: Vec<Place> = filled.filter(|&place| !is_missing(table.cell(place))).collect();
        2 * filled.iter().filter(|&&place| is_word(table, place)).count() > filled.len()
    };
    names_column(table, header.as_ref(), names).or_else(|| (0..table.width()).find(is_worded))
}

/// The column with the most rows that name units: at least half of those that hold words.
fn column_that_names(table: &Table, body: usize, names: &UnitNames<'_>) -> Option<usize> {
    let count = |column: usize| {
        let words = || (body..table.rows.len()).filter(move |&row| is_word(table, Place { row, column }));
        let names_unit = |row: &usize| {
            let text = table.cell(Place { row: *row, column });
            matches!(names.meant(text, "", None), Meant::Unit(_) | Meant::Several(_))
        };
        let named = words().filter(names_unit).count();
        (named > 0 && 2 * named >= words().count()).then_some(named)
    };
    let counted = (0..table.width()).filter_map(|column| Some((count(column)?, column)));
    counted.min_by_key(|&(named, column)| (std::cmp::Reverse(named), column)).map(|(_, column)| column)
}

fn by_headings(header: &Header, to: Where<'_>, names: usize) -> Layout {
    let rank_of = |column: usize| match header.columns.get(column) {
        Some((_, Heading::Name(rank) | Heading::Code(rank))) => *rank,
        _ => 2,
    };
    let others = || header.columns.iter().enumerate().filter(move |&(column, _)| column != names);
    let codes = others()
        .filter(|(_, (_, says))| matches!(says, Heading::Code(_)))
        .min_by_key(|&(column, _)| (rank_of(column).abs_diff(rank_of(names)), column))
        .map(|(column, _)| column);
    let parents = others()
        .filter(|&(column, (_, says))| matches!(says, Heading::Name(_)) && rank_of(column) < rank_of(names))
        .max_by_key(|&(column, _)| rank_of(column))
        .map(|(column, _)| column);
    let (mut figures, mut extras) = (Vec::new(), Vec::new());
    let mut taken = BTreeSet::new();
    for (place, (text, says)) in others() {
        let heading = text.clone();
        let series = match says {
            Heading::Figures(says) => series(*says, to).ok_or(ExtraWhy::Unknown),
            Heading::Extra(why) => Err(*why),
            Heading::Unknown => Err(ExtraWhy::Unknown),
            Heading::Name(_) | Heading::Code(_) | Heading::Ordinal => continue,
        };
        let says_year = matches!(says, Heading::Figures(Figures { year: Some(_), .. }));
        match series {
            Ok(series) if taken.insert(series) => {
                figures.push(FigureColumn { place, heading, series, says_year });
            }
            Ok(_) => extras.push(Extra { place, heading, why: ExtraWhy::Twice }),
            // A column without words or figures says nothing that could be kept out.
            Err(ExtraWhy::Unknown) if heading.is_empty() => {}
            Err(why) => extras.push(Extra { place, heading, why }),
        }
    }
    Layout { body: header.body, names, codes, parents, figures, extras }
}

/// What the heading says, and what it leaves open as in the column that is pasted into.
fn series(says: Figures, to: Where<'_>) -> Option<Series> {
    // A heading that says all of it needs no column to be pasted at.
    let here = to.columns.first();
    let measure = match says.measure.or(here.map(|here| here.measure))? {
        Measure::Result(indicator) if says.estimate => Measure::Estimate(indicator),
        measure => measure,
    };
    let scope = match measure {
        Measure::Base(Base::Population | Base::LabourForce | Base::Liable) => Scope::default(),
        _ => here.map(|here| here.scope).unwrap_or_default(),
    };
    let year = says.year.or(here.map(|here| here.year))?;
    Some(Series { measure, year, scope: says.scope.unwrap_or(scope) })
}

/// Without headings the columns of numbers go into those from the active cell on.
fn by_place(table: &Table, to: Where<'_>, names: &UnitNames<'_>, names_at: usize) -> Layout {
    let (mut figures, mut extras) = (Vec::new(), Vec::new());
    let mut codes = None;
    let mut into = to.columns.iter();
    for place in (0..table.width()).filter(|&column| column != names_at) {
        let rows = || 0..table.rows.len();
        if !rows().any(|row| is_figure(table, Place { row, column: place })) {
            if rows().any(|row| is_word(table, Place { row, column: place })) {
                extras.push(Extra { place, heading: String::new(), why: ExtraWhy::Unknown });
            }
        } else if holds_codes(table, place, names_at, names) {
            codes = Some(place);
        } else if place < names_at {
            // Figures follow names; in front of them stands the number in the list, or what nobody can know.
            if !is_ordinal(table, place) {
                extras.push(Extra { place, heading: String::new(), why: ExtraWhy::Unknown });
            }
        } else if let Some(&series) = into.next() {
            figures.push(FigureColumn { place, heading: String::new(), series, says_year: false });
        } else {
            extras.push(Extra { place, heading: String::new(), why: ExtraWhy::Unknown });
        }
    }
    Layout { body: 0, names: names_at, codes, parents: None, figures, extras }
}

/// Numbers that count the rows, from wherever the table was copied; words among them are of totals.
fn is_ordinal(table: &Table, column: usize) -> bool {
    let numbers: Vec<usize> =
        table.column(column).filter_map(|text| text.trim().trim_end_matches('.').parse().ok()).collect();
    !numbers.is_empty() && numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]))
}

/// Every number is the code of the unit its row names.
fn holds_codes(table: &Table, column: usize, names_at: usize, names: &UnitNames<'_>) -> bool {
    let mut rows = (0..table.rows.len()).filter(|&row| is_figure(table, Place { row, column }));
    rows.all(|row| {
        let name = table.cell(Place { row, column: names_at });
        names.has_code(name, table.cell(Place { row, column }))
    })
}

/// A number, or what should be one.
fn is_figure(table: &Table, place: Place) -> bool {
    let text = table.cell(place);
    is_number_like(text) && !is_missing(text)
}

fn is_word(table: &Table, place: Place) -> bool {
    !is_number_like(table.cell(place))
}
