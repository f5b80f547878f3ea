//! The heading rows of a foreign table: where they are, and what each column holds.

use std::ops::Range;

use super::heading::{Heading, heading};
use super::number::{is_missing, is_number_like};
use super::table::{Place, Table};
use crate::model::Custom;
use crate::reading::fold;

/// How far down headings are looked for: titles and notes stand above them.
const SEARCHED_ROWS: usize = 12;
/// How many rows headings are stacked at most.
const MOST_STACKED: usize = 3;

/// The headings of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Header {
    /// Where they are.
    pub(super) rows: Range<usize>,
    /// Where the rows below them begin.
    pub(super) body: usize,
    /// For each column the text of its heading and what it says.
    pub(super) columns: Vec<(String, Heading)>,
}

/// Finds the headings; `None` where the table begins with its figures.
///
/// - `is_unit`: whether a text is the name of a unit, which no heading is.
pub(super) fn find(table: &Table, customs: &[Custom], is_unit: impl Fn(&str) -> bool) -> Option<Header> {
    let width = table.width();
    let start = (0..table.rows.len().min(SEARCHED_ROWS))
        .take_while(|&row| !holds_figures(table, row) || is_numbering(table, row))
        .find(|&row| is_heading_row(table, row, customs, &is_unit))?;
    let mut end = start + 1;
    while end < start + MOST_STACKED && is_stacked(table, start..end, customs, &is_unit) {
        end += 1;
    }
    let columns = (0..width)
        .map(|column| {
            let text = stacked_text(table, start..end, column);
            let says = heading(&text, customs);
            (text, says)
        })
        .collect();
    let body = if end < table.rows.len() && is_numbering(table, end) { end + 1 } else { end };
    Some(Header { rows: start..end, body, columns })
}

fn texts(table: &Table, row: usize) -> impl Iterator<Item = &str> {
    table.rows.get(row).into_iter().flatten().map(|text| text.trim()).filter(|text| !text.is_empty())
}

/// A row with a number that is not a year, the name of a year's column.
fn holds_figures(table: &Table, row: usize) -> bool {
    texts(table, row).any(|text| is_number_like(text) && !is_missing(text) && !is_year(text))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year: u16| (1990..2100).contains(&year))
}

/// The row that numbers the columns of official tables: `A, B, 1, 2, 3=1+2`.
fn is_numbering(table: &Table, row: usize) -> bool {
    let mut numbers = Vec::new();
    let mut cells = 0;
    for text in texts(table, row) {
        cells += 1;
        let plain = text.trim_matches(|c| matches!(c, '(' | ')' | '[' | ']' | ' '));
        match plain.parse::<u8>() {
            Ok(number) => numbers.push(number),
            Err(_) if plain.chars().count() == 1 || plain.contains('=') => {}
            Err(_) => return false,
        }
    }
    cells >= 2
        && !numbers.is_empty()
        && numbers.windows(2).all(|pair| pair[0].checked_add(1) == Some(pair[1]))
}

fn is_heading_row(table: &Table, row: usize, customs: &[Custom], is_unit: &impl Fn(&str) -> bool) -> bool {
    let says_something = |text: &str| !matches!(heading(text, customs), Heading::Unknown | Heading::Extra(_));
    texts(table, row).any(says_something)
        && !texts(table, row).any(is_unit)
        && !holds_figures(table, row)
        && !is_title(table, row, customs)
}

/// One text over the whole table.
fn is_title(table: &Table, row: usize, customs: &[Custom]) -> bool {
    let mut all = texts(table, row);
    let Some(first) = all.next() else { return false };
    let at_start = !table.cell(Place { row, column: 0 }).trim().is_empty();
    let is_name = matches!(heading(first, customs), Heading::Name(_));
    table.width() > 1 && at_start && !is_name && all.all(|text| text == first)
}

/// Whether the row behind these heading rows belongs to them.
fn is_stacked(
    table: &Table,
    above: Range<usize>,
    customs: &[Custom],
    is_unit: &impl Fn(&str) -> bool,
) -> bool {
    let row = above.end;
    let names_unit = texts(table, row).any(is_unit);
    // Below a heading of names stands nothing, the same again, or another heading.
    let keeps_names = (0..table.width()).all(|column| {
        let text = table.cell(Place { row, column });
        let above = stacked_text(table, above.clone(), column);
        text.trim().is_empty()
            || !matches!(heading(&above, customs), Heading::Name(_))
            || fold(text) == fold(&above)
    });
    let says_something = texts(table, row).any(|text| heading(text, customs) != Heading::Unknown);
    says_something && keeps_names && !names_unit && !holds_figures(table, row)
}

/// The texts of the heading rows over a column, without repetitions.
fn stacked_text(table: &Table, rows: Range<usize>, column: usize) -> String {
    let mut parts: Vec<&str> = Vec::new();
    for row in rows.clone() {
        let text = over(table, row, rows.end, column).trim();
        if !text.is_empty() && parts.last() != Some(&text) {
            parts.push(text);
        }
    }
    parts.join(" ")
}

/// The heading over a column: its own, or the one to its left that stands over several. Copied as text,
/// merged cells hold their words only once.
fn over(table: &Table, row: usize, end: usize, column: usize) -> &str {
    let has_below = |column| (row + 1..end).any(|row| !table.cell(Place { row, column }).trim().is_empty());
    let mut column = column;
    loop {
        let text = table.cell(Place { row, column });
        if !text.trim().is_empty() {
            return text;
        }
        match column.checked_sub(1) {
            Some(left) if has_below(column) && has_below(left) => column = left,
            _ => return "",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    fn check(rows: &[&[&str]], expected: Expect) {
        let rows = rows.iter().map(|row| row.iter().map(|&text| text.to_owned()).collect()).collect();
        let found = find(&Table { rows }, &[], |text| text == "Mai Sơn");
        let said = found.map_or("none".into(), |header| {
            let columns: Vec<&str> = header.columns.iter().map(|(text, _)| text.as_str()).collect();
            format!("{:?} then {}: {}", header.rows, header.body, columns.join(" | "))
        });
        expected.assert_eq(&said);
    }

    #[test]
    fn headings_are_found_below_titles_and_above_the_numbering_of_columns() {
        check(
            &[
                &["KẾT QUẢ THAM GIA BHXH TỰ NGUYỆN", "", ""],
                &["Đơn vị tính: người", "", ""],
                &["STT", "Đơn vị", "2022"],
                &["A", "B", "1"],
                &["1", "Mai Sơn", "5.039"],
            ],
            expect!["2..3 then 4: STT | Đơn vị | 2022"],
        );
    }

    #[test]
    fn stacked_headings_are_read_together() {
        check(
            &[
                &["Đơn vị", "Dân số", "Năm 2022", "", "Năm 2023", ""],
                &["", "", "BB", "TN", "BB", "TN"],
                &["Mai Sơn", "1", "2", "3", "4", "5"],
            ],
            expect!["0..2 then 2: Đơn vị | Dân số | Năm 2022 BB | Năm 2022 TN | Năm 2023 BB | Năm 2023 TN"],
        );
        check(
            &[
                &["Đơn vị", "BHXH", "BHXH", "BHXH"],
                &["Đơn vị", "2021", "2022", "2022"],
                &["Đơn vị", "TN", "TN", "BB"],
                &["Mai Sơn", "1", "2", "3"],
            ],
            expect!["0..3 then 3: Đơn vị | BHXH 2021 TN | BHXH 2022 TN | BHXH 2022 BB"],
        );
    }

    #[test]
    fn figures_alone_have_no_headings() {
        check(&[&["1.234", "5"], &["2", "6"]], expect!["none"]);
        check(&[&["Mai Sơn", "5"], &["Mộc Châu", "6"]], expect!["none"]);
        check(&[&["Mai Sơn", "–"], &["Mộc Châu", "6"]], expect!["none"]);
        check(&[], expect!["none"]);
    }
}
