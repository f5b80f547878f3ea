//! Tab-separated text as spreadsheets copy it.
//!
//! Written by hand: a quotation mark that opens nothing (`"Nậm Pồ` in a name typed so) must not swallow the
//! rest of the block, as it does by the letter of CSV.

use super::Table;
use super::clipboard::{ClipboardError, MOST_CELLS};

/// Reads the text; a line break at its end begins no row.
pub(super) fn read(text: &str) -> Result<Table, ClipboardError> {
    let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut rows = Vec::new();
    let mut row = Vec::new();
    let mut cells = 0usize;
    while !rest.is_empty() || !row.is_empty() {
        let (cell, end, behind) = next_cell(rest);
        row.push(cell);
        cells += 1;
        if cells > MOST_CELLS {
            return Err(ClipboardError::TooManyCells);
        }
        if end != End::Tab {
            rows.push(std::mem::take(&mut row));
        }
        rest = behind;
    }
    let table = Table { rows };
    if table.rows.len().saturating_mul(table.width()) > MOST_CELLS {
        return Err(ClipboardError::TooManyCells);
    }
    Ok(table)
}

/// What a cell ended with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Tab,
    Line,
}

fn next_cell(text: &str) -> (String, End, &str) {
    if let Some((cell, rest)) = quoted(text) {
        let (end, behind) = ended(rest);
        return (cell, end, behind);
    }
    let length = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
    let (cell, rest) = text.split_at(length);
    let (end, behind) = ended(rest);
    (cell.to_owned(), end, behind)
}

/// What stands behind the tab or line break that `rest` begins with.
fn ended(rest: &str) -> (End, &str) {
    match rest.strip_prefix('\t') {
        Some(behind) => (End::Tab, behind),
        None => {
            let behind = rest.strip_prefix("\r\n").or_else(|| rest.strip_prefix(['\n', '\r']));
            (End::Line, behind.unwrap_or(rest))
        }
    }
}

/// A cell in quotation marks and what follows it; `None` where its first mark is never closed.
fn quoted(text: &str) -> Option<(String, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let (before, behind) = rest.split_once('"')?;
        cell.push_str(before);
        match behind.strip_prefix('"') {
            Some(behind) => {
                cell.push('"');
                rest = behind;
            }
            None if behind.is_empty() || behind.starts_with(['\t', '\n', '\r']) => {
                return Some((cell, behind));
            }
            None => return None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, rows: &[&[&str]]) {
        let read = read(text).expect("a small text");
        let read: Vec<Vec<&str>> =
            read.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(read, rows, "{text:?}");
    }

    #[test]
    fn cells_end_at_tabs_and_rows_at_line_breaks_of_any_kind() {
        check("a\tb\r\nc\td\r\n", &[&["a", "b"], &["c", "d"]]);
        check("a\nb\rc", &[&["a"], &["b"], &["c"]]);
        check("1", &[&["1"]]);
        check("a\t", &[&["a", ""]]);
        check("\u{feff}a\n\nb\n", &[&["a"], &[""], &["b"]]);
        check("", &[]);
    }

    #[test]
    fn quoted_cells_hold_tabs_line_breaks_and_doubled_quotes() {
        check("\"a\tb\"\t\"c\nd\"\n\"say \"\"x\"\"\"\t\"\"", &[&["a\tb", "c\nd"], &["say \"x\"", ""]]);
    }

    #[test]
    fn a_quote_that_opens_nothing_is_a_quote() {
        check("\"a\tb\nc\td", &[&["\"a", "b"], &["c", "d"]]);
        check("\"a\" b\tc", &[&["\"a\" b", "c"]]);
        check("5\" pipe\tc", &[&["5\" pipe", "c"]]);
    }
}
