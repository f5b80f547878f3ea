//! A column of numbers of people, read as a whole: what a mark before three digits means is decided once for
//! all its cells.

use std::collections::BTreeSet;

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

use crate::model::Decimal;
use crate::reading::{fold, fraction, is_in_threes, is_separator, whole};

/// How a column reads one mark before three digits, as in `1.234`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Marks {
    /// It groups: 1234.
    #[default]
    Group,
    /// Decimals follow: 1 and 234 thousandths.
    Decimal,
}

/// Why the text of a cell is no number of people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fault {
    /// A spreadsheet's own error: `#REF!`, `#N/A`, `####`.
    SheetError,
    /// No number.
    NotNumber,
    /// A part of a person, or less than nobody.
    NotWhole,
    /// A number of per cent.
    PerCent,
    /// Does not fit in 64 bits.
    TooLarge,
}

/// A number that can be read in two ways, because others of its column show that its mark stands before
/// decimals.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TwoWays {
    /// As it is written.
    pub text: String,
    /// Its value where the mark groups (people).
    pub grouped: u64,
    /// Its value where decimals follow the mark.
    pub decimal: Decimal,
}

/// A column that was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReadColumn {
    /// For each cell, in order: people, `None` where there is no figure (which is not zero), or why not.
    pub cells: Vec<Result<Option<u64>, Fault>>,
    /// The first number that can be read in two ways; which it is, one answer says for the whole column.
    pub two_ways: Option<TwoWays>,
    /// The first number with a mark and how it was read (people), to be shown.
    pub example: Option<(String, u64)>,
}

/// Reads the cells of a column as people; `marks` is the answer where the column can be read in two ways.
#[must_use]
pub fn read_column<'a>(cells: impl IntoIterator<Item = &'a str>, marks: Option<Marks>) -> ReadColumn {
    let cells: Vec<Cell> = cells.into_iter().map(Cell::read).collect();
    let before_decimals: BTreeSet<char> = cells.iter().filter_map(Cell::mark_before_decimals).collect();
    let is_open = |cell: &&Cell| cell.open_mark().is_some_and(|mark| before_decimals.contains(&mark));
    let two_ways = cells.iter().find(is_open).and_then(Cell::two_ways);
    let read = |cell: &Cell| {
        let decimal = is_open(&cell) && marks == Some(Marks::Decimal);
        cell.people(if decimal { Marks::Decimal } else { Marks::Group })
    };
    let example = (cells.iter())
        .filter(|cell| cell.has_separator())
        .find_map(|cell| Some((cell.text().to_owned(), read(cell).ok()??)));
    ReadColumn { cells: cells.iter().map(read).collect(), two_ways, example }
}

/// Whether the text can stand in a column of numbers: a number, a missing one, or a spreadsheet's error.
#[must_use]
pub fn is_number_like(text: &str) -> bool {
    !matches!(Cell::read(text), Cell::Wrong(Fault::NotNumber))
}

/// Whether the text says that there is no figure.
#[must_use]
pub fn is_missing(text: &str) -> bool {
    matches!(Cell::read(text), Cell::Missing)
}

/// What a cell holds before its column says what marks mean.
enum Cell {
    Missing,
    Wrong(Fault),
    Number {
        /// As it is written.
        text: String,
        /// Digits with their separators, spaces as `' '`.
        digits: String,
    },
}

/// No number of people is longer.
const MOST_CHARACTERS: usize = 40;

impl Cell {
    fn read(text: &str) -> Self {
        let text = text.trim();
        if text.len() > 4 * MOST_CHARACTERS {
            return Self::Wrong(Fault::NotNumber);
        }
        let folded = fold(text).replace(['\'', '’', '`'], " ");
        let folded = folded.trim();
        if is_sheet_error(folded) {
            return Self::Wrong(Fault::SheetError);
        }
        if says_missing(folded) {
            return Self::Missing;
        }
        let number = folded.strip_suffix("nguoi").unwrap_or(folded).trim();
        let (per_cent, number) = match number.strip_suffix('%') {
            Some(number) => (true, number.trim()),
            None => (false, number),
        };
        let (negative, number) = without_minus(number);
        let is_digits = number.starts_with(|c: char| c.is_ascii_digit())
            && number.ends_with(|c: char| c.is_ascii_digit())
            && number.chars().all(|c| c.is_ascii_digit() || is_separator(c))
            && number.len() <= MOST_CHARACTERS;
        match (is_digits, per_cent, negative) {
            (false, ..) => Self::Wrong(Fault::NotNumber),
            (true, true, _) => Self::Wrong(Fault::PerCent),
            (true, false, true) => Self::Wrong(Fault::NotWhole),
            (true, false, false) => Self::Number { text: text.to_owned(), digits: number.to_owned() },
        }
    }

    fn digits(&self) -> &str {
        if let Self::Number { digits, .. } = self { digits } else { "" }
    }

    fn text(&self) -> &str {
        if let Self::Number { text, .. } = self { text } else { "" }
    }

    fn has_separator(&self) -> bool {
        self.digits().contains(is_separator)
    }

    /// The one mark before three digits, which may group or stand before decimals.
    fn open_mark(&self) -> Option<char> {
        let digits = self.digits();
        let mut marks = digits.chars().filter(|&c| is_separator(c));
        let mark = marks.next().filter(|mark| matches!(mark, '.' | ','))?;
        (marks.next().is_none() && is_in_threes(digits)).then_some(mark)
    }

    /// The mark that can only stand before decimals here: `12.5`, `1.234,00`.
    fn mark_before_decimals(&self) -> Option<char> {
        let digits = self.digits();
        let has_decimals = !is_in_threes(digits) && fraction(digits).is_some_and(|value| value.places() > 0);
        digits.chars().rfind(|c| matches!(c, '.' | ',')).filter(|_| has_decimals)
    }

    fn two_ways(&self) -> Option<TwoWays> {
        let grouped = self.people(Marks::Group).ok()??;
        Some(TwoWays { text: self.text().to_owned(), grouped, decimal: fraction(self.digits())? })
    }

    fn people(&self, marks: Marks) -> Result<Option<u64>, Fault> {
        let digits = match self {
            Self::Missing => return Ok(None),
            Self::Wrong(fault) => return Err(*fault),
            Self::Number { digits, .. } => digits,
        };
        let value =
            if marks == Marks::Group && is_in_threes(digits) { whole(digits) } else { fraction(digits) };
        let value = value.ok_or(Fault::NotNumber)?;
        let part = BigInt::from(10).pow(value.places());
        if value.digits() % &part != BigInt::ZERO {
            return Err(Fault::NotWhole);
        }
        (value.digits() / part).to_u64().map(Some).ok_or(Fault::TooLarge)
    }
}

/// The errors of spreadsheets; a column too narrow for its numbers shows `####`.
fn is_sheet_error(folded: &str) -> bool {
    const ERRORS: [&str; 12] = [
        "#ref!",
        "#n/a",
        "#div/0!",
        "#value!",
        "#name?",
        "#num!",
        "#null!",
        "#spill!",
        "#calc!",
        "#error!",
        "#getting_data",
        "#field!",
    ];
    let only_hashes = folded.len() >= 2 && folded.bytes().all(|byte| byte == b'#');
    // LibreOffice writes “Err:502”.
    let numbered = folded.strip_prefix("err:").is_some_and(|code| code.bytes().all(|c| c.is_ascii_digit()));
    only_hashes || numbered || ERRORS.contains(&folded)
}

fn says_missing(folded: &str) -> bool {
    let only = |found: fn(char) -> bool| folded.chars().all(found);
    only(is_dash) || only(|c| matches!(c, '.' | '…')) || matches!(folded, "x" | "n/a" | "na")
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '—' | '‑' | '‒')
}

/// Without the sign of a number below zero: a dash, or brackets as accountants write it.
fn without_minus(number: &str) -> (bool, &str) {
    let bracketed = number.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
    let behind_dash = number.strip_prefix(is_dash);
    match bracketed.or(behind_dash) {
        Some(rest) => (true, rest.trim()),
        None => (false, number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people(cells: &[&str]) -> Vec<Result<Option<u64>, Fault>> {
        read_column(cells.iter().copied(), None).cells
    }

    #[test]
    fn thousands_are_grouped_in_every_way_people_write_them() {
        let column = ["1234", "1.234", "1,234", "1 234", "1\u{a0}234", "1\u{202f}234", "1'234", " 1.234 "];
        assert_eq!(people(&column), vec![Ok(Some(1234)); column.len()]);
        assert_eq!(
            people(&["1.234.567", "1,234,567", "0", "007"]),
            [1_234_567, 1_234_567, 0, 7].map(|n| Ok(Some(n)))
        );
    }

    #[test]
    fn decimals_that_are_all_zero_are_whole_people() {
        assert_eq!(
            people(&["1.234,0", "1,234.00", "12,0", "12.00", "1 234,0"]),
            [1234, 1234, 12, 12, 1234].map(|n| Ok(Some(n)))
        );
        assert_eq!(people(&["1234.000", "500.000"]), [Ok(Some(1234)), Ok(Some(500_000))]);
    }

    #[test]
    fn no_figure_is_not_zero() {
        let column = ["", " ", "-", "–", "—", " -   ", "x", "X", "…", "...", "n/a"];
        assert_eq!(people(&column), vec![Ok(None); column.len()]);
    }

    #[test]
    fn what_is_no_number_of_people_says_why() {
        for (text, fault) in [
            ("#REF!", Fault::SheetError),
            ("#N/A", Fault::SheetError),
            ("#DIV/0!", Fault::SheetError),
            ("#########", Fault::SheetError),
            ("Err:502", Fault::SheetError),
            ("Mai Sơn", Fault::NotNumber),
            ("1.23.4", Fault::NotNumber),
            ("+5", Fault::NotNumber),
            ("1e5", Fault::NotNumber),
            ("-5", Fault::NotWhole),
            ("(123)", Fault::NotWhole),
            ("12,5", Fault::NotWhole),
            ("4,83%", Fault::PerCent),
            ("99999999999999999999", Fault::TooLarge),
        ] {
            assert_eq!(people(&[text]), [Err(fault)], "{text}");
        }
    }

    #[test]
    fn a_column_that_can_be_read_two_ways_asks_once() {
        let column = ["12.5", "1.234", "900", "2.500"];
        let asked = read_column(column, None);
        let two_ways = TwoWays { text: "1.234".into(), grouped: 1234, decimal: Decimal::new(1234, 3) };
        assert_eq!(asked.two_ways, Some(two_ways));
        let decimal = read_column(column, Some(Marks::Decimal));
        assert_eq!(
            decimal.cells,
            [Err(Fault::NotWhole), Err(Fault::NotWhole), Ok(Some(900)), Err(Fault::NotWhole)]
        );
        let grouped = read_column(column, Some(Marks::Group));
        assert_eq!(grouped.cells, [Err(Fault::NotWhole), Ok(Some(1234)), Ok(Some(900)), Ok(Some(2500))]);
        let zeros = read_column(["1234.000", "500.000"], Some(Marks::Decimal));
        assert_eq!(zeros.cells, [Ok(Some(1234)), Ok(Some(500))]);
    }

    #[test]
    fn a_mark_that_only_groups_is_not_asked_about() {
        assert_eq!(
            read_column(["1.234", "12,5", "3,456"], None).two_ways.map(|asked| asked.text),
            Some("3,456".into())
        );
        assert_eq!(read_column(["1.234", "12,5"], None).two_ways, None);
        assert_eq!(read_column(["1.234", "1,234"], None).two_ways, None);
        assert_eq!(read_column(["-", "1,234"], None).example, Some(("1,234".into(), 1234)));
    }
}
