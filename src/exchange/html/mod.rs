//! The first table of an HTML document, as spreadsheets and web pages put it on the clipboard.
//!
//! Tolerant and for tables only: what is not a table, row, cell, line break or text is passed over.

mod entities;
mod spans;
mod tokens;

use super::Table;
use super::clipboard::ClipboardError;
use spans::{Span, Spans};
use tokens::{Tag, Token, Tokens};

/// Reads the first table; `None` where there is none. A cell that spans rows or columns is in all of them;
/// a number is only where it is written.
pub(super) fn first_table(html: &str) -> Result<Option<Table>, ClipboardError> {
    let mut reader = Reader::default();
    for token in Tokens::new(html) {
        if reader.take(token)? == Progress::Done {
            break;
        }
    }
    reader.finish()
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Progress {
    Going,
    Done,
}

/// A cell being read.
struct Cell {
    text: String,
    span: Span,
}

#[derive(Default)]
struct Reader {
    /// How many tables the reading is inside of; those in a cell are part of its text.
    depth: usize,
    seen: bool,
    cell: Option<Cell>,
    row: Option<Vec<(String, Span)>>,
    is_hidden: bool,
    spans: Spans,
}

impl Reader {
    fn take(&mut self, token: Token<'_>) -> Result<Progress, ClipboardError> {
        match token {
            Token::Text(text) if self.depth > 0 => self.write(text),
            Token::Open(Tag { name: "table", .. }) => {
                self.depth += 1;
                self.seen = true;
                self.write(" ");
            }
            Token::Close("table") if self.depth == 1 => return Ok(Progress::Done),
            Token::Close("table") => self.depth = self.depth.saturating_sub(1),
            Token::Open(tag) if self.depth == 1 => self.open(tag)?,
            Token::Close("td" | "th") if self.depth == 1 => self.end_cell(),
            Token::Close("tr") if self.depth == 1 => self.end_row()?,
            Token::Open(Tag { name, .. }) | Token::Close(name) if is_block(name) => self.write(" "),
            Token::Text(_) | Token::Open(_) | Token::Close(_) => {}
        }
        Ok(Progress::Going)
    }

    fn open(&mut self, tag: Tag<'_>) -> Result<(), ClipboardError> {
        match tag.name {
            "tr" => {
                self.end_row()?;
                self.row = Some(Vec::new());
                self.is_hidden = tag.is_hidden;
            }
            "td" | "th" => {
                self.end_cell();
                self.row.get_or_insert_default();
                self.cell = Some(Cell { text: String::new(), span: tag.span });
            }
            name if is_block(name) => self.write(" "),
            _ => {}
        }
        Ok(())
    }

    fn write(&mut self, text: &str) {
        if let Some(cell) = &mut self.cell {
            cell.text.push_str(text);
        }
    }

    fn end_cell(&mut self) {
        if let Some(Cell { text, span }) = self.cell.take() {
            let text = entities::decoded(&text);
            let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
            self.row.get_or_insert_default().push((text, span));
        }
    }

    fn end_row(&mut self) -> Result<(), ClipboardError> {
        self.end_cell();
        if let Some(row) = self.row.take() {
            // Excel ends its tables with a hidden row that only carries widths.
            let only_widths = self.is_hidden && row.iter().all(|(text, _)| text.is_empty());
            if !only_widths {
                self.spans.push(row)?;
            }
        }
        self.is_hidden = false;
        Ok(())
    }

    fn finish(mut self) -> Result<Option<Table>, ClipboardError> {
        self.end_row()?;
        if self.seen { self.spans.into_table().map(Some) } else { Ok(None) }
    }
}

/// Tags that keep words apart.
fn is_block(name: &str) -> bool {
    matches!(name, "br" | "p" | "div" | "li" | "ul" | "ol" | "td" | "th" | "tr" | "hr" | "h1" | "h2" | "h3")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(html: &str, rows: &[&[&str]]) {
        let table = first_table(html).expect("a small table").expect("a table");
        let read: Vec<Vec<&str>> =
            table.rows.iter().map(|row| row.iter().map(String::as_str).collect()).collect();
        assert_eq!(read, rows, "{html:?}");
    }

    #[test]
    fn cells_keep_their_words_and_lose_their_dress() {
        check(
            "<html><head><style>td {color: red} <td>no</td></style></head><body><!--StartFragment-->\
             <table border=0><col width=64><tr height=20><td class=xl65 style='height:15.0pt'>M&#7897;c \
             <b>Ch&acirc;u</b><br>(c&#x169;)</td><td align=right x:num>1.234</td></tr><!--EndFragment--></table>",
            &[&["Mộc Châu (cũ)", "1.234"]],
        );
    }

    #[test]
    fn merged_names_cover_their_rows_and_numbers_stand_where_they_are_written() {
        check(
            "<table><tr><td rowspan=2>Mai Sơn</td><td>a</td><td rowspan=2>15</td></tr><tr><td>b</td></tr>\
             <tr><th colspan=\"2\">2022</th><td>c</td></tr></table>",
            &[&["Mai Sơn", "a", "15"], &["Mai Sơn", "b", ""], &["2022", "2022", "c"]],
        );
    }

    #[test]
    fn only_the_first_table_counts_and_tables_inside_it_are_text() {
        check(
            "<p>x</p><table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</table><table><tr><td>e",
            &[&["a b c", "d"]],
        );
    }

    #[test]
    fn careless_html_is_read_as_far_as_it_goes() {
        check(
            "<TABLE><TR><TD>a<TD>b<TR><TD>1 < 2 & 3 &lt 4</td title='>",
            &[&["a", "b"], &["1 < 2 & 3 < 4"]],
        );
        check("<table><td>a<script>if (a<b) {'<td>'}</script><td>b<!-- <td>c", &[&["a", "b"]]);
    }

    #[test]
    fn the_hidden_row_of_widths_is_no_row() {
        check(
            "<table><tr><td>a</td></tr><![if supportMisalignedColumns]><tr height=0 style='display: none'>\
             <td width=64></td></tr><![endif]></table>",
            &[&["a"]],
        );
    }

    #[test]
    fn text_without_a_table_is_no_table() {
        assert_eq!(first_table("<p>12 đơn vị</p>"), Ok(None));
        assert_eq!(first_table(""), Ok(None));
    }

    #[test]
    fn a_table_that_says_it_is_enormous_is_refused() {
        let cell = "<td rowspan=65534 colspan=1000>x</td>";
        let rows = "<tr><td>a</td></tr>".repeat(1_000);
        assert_eq!(
            first_table(&format!("<table><tr>{cell}</tr>{rows}</table>")),
            Err(ClipboardError::TooManyCells)
        );
    }
}
