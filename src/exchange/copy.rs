//! Cells on their way to a spreadsheet: raw digits, and no text that starts a formula.

use super::clipboard::starts_formula;
use crate::model::Decimal;

/// What a copied cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// Nothing.
    Blank,
    /// Words: names, codes, rates as they are shown.
    Text(String),
    /// A whole number, people or a difference.
    Whole(i128),
    /// A number with decimals.
    Decimal(Decimal),
}

impl Copied {
    /// As a spreadsheet reads it: digits without groups, `mark` before decimals; text that would start a
    /// formula behind an apostrophe.
    fn written(&self, mark: char) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) if starts_formula(text) && !is_signed_number(text) => format!("'{text}"),
            Self::Text(text) => text.clone(),
            Self::Whole(number) => number.to_string(),
            Self::Decimal(number) => number.to_string().replace('.', &mark.to_string()),
        }
    }
}

/// The cells as tab-separated text.
///
/// - `mark`: what the user's spreadsheet writes before decimals.
#[must_use]
pub fn to_tab_separated(rows: &[Vec<Copied>], mark: char) -> String {
    let line = |row: &Vec<Copied>| {
        let cells: Vec<String> = row.iter().map(|cell| quoted(&cell.written(mark))).collect();
        format!("{}\r\n", cells.join("\t"))
    };
    rows.iter().map(line).collect()
}

/// The cells as a table in HTML, `mark` as in [`to_tab_separated`]. Words are marked as text, so that codes
/// keep the zeros they start with.
#[must_use]
pub fn to_html(rows: &[Vec<Copied>], mark: char) -> String {
    let cell = |cell: &Copied| {
        let text = escaped(&cell.written(mark));
        match cell {
            Copied::Text(_) => format!("<td style='mso-number-format:\"\\@\"'>{text}</td>"),
            Copied::Blank | Copied::Whole(_) | Copied::Decimal(_) => format!("<td>{text}</td>"),
        }
    };
    let line = |row: &Vec<Copied>| format!("<tr>{}</tr>\n", row.iter().map(cell).collect::<String>());
    format!("<meta charset=\"utf-8\"><table>\n{}</table>", rows.iter().map(line).collect::<String>())
}

/// `+22,8%`: as harmless as the number it is.
fn is_signed_number(text: &str) -> bool {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '%');
    text.strip_prefix(['+', '-'])
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().all(is_of_number))
}

fn quoted(text: &str) -> String {
    if text.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;
    use crate::exchange::read_clipboard;

    #[test]
    fn numbers_are_raw_and_texts_start_no_formula() {
        let row = vec![
            Copied::Text("Mai Sơn".into()),
            Copied::Text("=1+1".into()),
            Copied::Whole(-300),
            Copied::Decimal(Decimal::new(-454_900, 2)),
            Copied::Blank,
            Copied::Text("a\tb \"c\"".into()),
            Copied::Text("+22,8%".into()),
        ];
        let tab_separated = to_tab_separated(std::slice::from_ref(&row), ',');
        assert_eq!(tab_separated, "Mai Sơn\t'=1+1\t-300\t-4549,00\t\t\"a\tb \"\"c\"\"\"\t+22,8%\r\n");
        let html = to_html(&[vec![Copied::Text("<b>&".into()), Copied::Whole(1234)]], '.');
        assert!(html.contains("&lt;b&gt;&amp;</td><td>1234</td>"), "{html}");
        for text in ["=1", "-a", "@a", " =1", "'=1", "\t=1", "+1+cmd"] {
            assert!(Copied::Text(text.into()).written('.').starts_with('\''), "{text:?}");
        }
    }

    fn read(html: &str, text: &str) -> Vec<Vec<String>> {
        read_clipboard(html, text).map(|table| table.rows).unwrap_or_default()
    }

    proptest! {
        #[test]
        fn what_is_copied_is_read_back_as_it_was(
            rows in (1..5usize).prop_flat_map(|width| vec(vec("[a-zĐđ =+@'\"\t\n\r;<&-]{0,8}", width), 1..5)),
        ) {
            let copied: Vec<Vec<Copied>> =
                rows.iter().map(|row| row.iter().cloned().map(Copied::Text).collect()).collect();
            let is_blank = rows.iter().flatten().all(|text| text.trim().is_empty());
            let expected = if is_blank { Vec::new() } else { rows.clone() };
            prop_assert_eq!(read("", &to_tab_separated(&copied, ',')), expected);
            // HTML keeps words, not the spaces between them.
            let words = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
                let plain = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
                rows.iter().map(|row| row.iter().map(plain).collect()).collect()
            };
            let expected = if is_blank { Vec::new() } else { words(&rows) };
            prop_assert_eq!(words(&read(&to_html(&copied, ','), "")), expected);
        }

        #[test]
        fn no_text_stops_the_reading(html in ".{0,300}", text in ".{0,300}") {
            let _ = read(&html, &text);
        }

        #[test]
        fn no_broken_table_stops_the_reading(
            pieces in vec(prop::sample::select(vec![
                "<table>", "</table>", "<tr>", "</tr>", "<td>", "<td rowspan=3 colspan='2'>", "</td>", "<br>", "<!--", "-->",
                "<td rowspan=0>", "<style>", "</style>", "&amp", "&#1", "<", ">", "'", "\"", "=", "Mộc Châu", "12", "<td colspan=99999>",
            ]), 0..40),
        ) {
            let _ = read(&format!("<table>{}", pieces.concat()), "");
        }
    }
}
