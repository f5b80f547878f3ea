//! What a spreadsheet puts on the clipboard: an HTML document with a table, and tab-separated text.

use super::Table;
use super::html;
use super::tab_separated;

/// No block a person pastes is longer (bytes of HTML or text).
pub const MOST_BYTES: usize = 32 << 20;
/// No block a person pastes has more cells: all communes of the country with a hundred columns.
pub const MOST_CELLS: usize = 400_000;

/// Why nothing can be pasted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ClipboardError {
    /// There is no text, or every cell is blank.
    #[error("there is nothing to paste")]
    Empty,
    /// More text than [`MOST_BYTES`].
    #[error("{bytes} bytes are more than {MOST_BYTES}")]
    TooLong {
        /// How long it is.
        bytes: usize,
    },
    /// More cells than [`MOST_CELLS`], merged ones counted with all they cover.
    #[error("more than {MOST_CELLS} cells")]
    TooManyCells,
}

/// Reads the clipboard: the first table of its HTML, else its text.
///
/// - `html`: what it holds as `text/html`, `text`: as `text/plain`; empty where it holds none.
///
/// # Errors
/// [`ClipboardError`]: there is nothing, or too much.
pub fn read_clipboard(html: &str, text: &str) -> Result<Table, ClipboardError> {
    let table = match within_limit(html).and_then(html::first_table)? {
        Some(table) if !table.is_blank() => table,
        _ => within_limit(text).and_then(tab_separated::read)?,
    };
    let table = Table { rows: table.rows.into_iter().map(without_guards).collect() };
    if table.is_blank() { Err(ClipboardError::Empty) } else { Ok(table) }
}

fn within_limit(text: &str) -> Result<&str, ClipboardError> {
    if text.len() > MOST_BYTES { Err(ClipboardError::TooLong { bytes: text.len() }) } else { Ok(text) }
}

fn without_guards(row: Vec<String>) -> Vec<String> {
    row.into_iter().map(|text| if is_guarded(&text) { text[1..].to_owned() } else { text }).collect()
}

/// An apostrophe keeps what follows from being read as a formula.
fn is_guarded(text: &str) -> bool {
    text.strip_prefix('\'').is_some_and(starts_formula)
}

/// What a spreadsheet would read as a formula, behind spaces and apostrophes too.
pub(super) fn starts_formula(text: &str) -> bool {
    text.trim_start_matches(|c: char| c == '\'' || c.is_whitespace() || c.is_control())
        .starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠'])
}
