//! What was copied elsewhere: rows of texts, not yet understood.

/// A cell of the pasted block, from 0: its first row and column are those of the block, not of the sheet it
/// was copied from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
}

impl Place {
    /// As spreadsheets name it: `A1`, `AB12`.
    #[must_use]
    pub fn a1(self) -> String {
        format!("{}{}", column_letters(self.column), self.row.saturating_add(1))
    }
}

/// A column as spreadsheets name it: `A`, `Z`, `AA`.
#[must_use]
pub fn column_letters(column: usize) -> String {
    let mut letters = Vec::new();
    let mut rest = Some(column);
    while let Some(place) = rest {
        letters.push(char::from(b'A' + u8::try_from(place % 26).unwrap_or_default()));
        rest = (place / 26).checked_sub(1);
    }
    letters.iter().rev().collect()
}

/// Texts in rows; a row may be shorter than others, and what is not there is blank.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// The rows, from the top.
    pub rows: Vec<Vec<String>>,
}

impl Table {
    /// The text of a cell; blank where there is none.
    #[must_use]
    pub fn cell(&self, place: Place) -> &str {
        self.rows.get(place.row).and_then(|row| row.get(place.column)).map_or("", String::as_str)
    }

    /// The texts of a column, from the top.
    pub fn column(&self, column: usize) -> impl Iterator<Item = &str> {
        (0..self.rows.len()).map(move |row| self.cell(Place { row, column }))
    }

    /// How many columns the widest row has.
    #[must_use]
    pub fn width(&self) -> usize {
        self.rows.iter().map(Vec::len).max().unwrap_or(0)
    }

    /// No cell holds anything to read.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.rows.iter().flatten().all(|text| text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_named_as_in_a_spreadsheet() {
        for (row, column, name) in
            [(0, 0, "A1"), (11, 25, "Z12"), (0, 26, "AA1"), (8, 701, "ZZ9"), (0, 702, "AAA1")]
        {
            assert_eq!(Place { row, column }.a1(), name);
        }
    }
}
