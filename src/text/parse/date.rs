//! From typed text to days: `18/03/2022`, `18-3-2022`, `2022-03-18`, `18 Mar 2022`, `ngày 18 tháng 3 năm 2022`.

use super::{ReadError, excerpt};
use crate::model::Date;
use crate::reading::fold;

/// The months in English, as far as they are told apart.
const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a day; the day stands before the month, or the year does.
///
/// # Errors
/// [`ReadError::Empty`] or [`ReadError::NotDay`], with what was typed.
pub fn parse_date(text: &str) -> Result<Date, ReadError> {
    let folded = fold(text);
    let parts: Vec<&str> = (folded.split(|c: char| !c.is_alphanumeric()))
        .filter(|part| !part.is_empty() && !["ngay", "thang", "nam"].contains(part))
        .collect();
    if folded.trim().is_empty() {
        return Err(ReadError::Empty);
    }
    let read = || match *parts.as_slice() {
        [year, month, day] if year.len() == 4 => {
            Date::new(year.parse().ok()?, read_month(month)?, day.parse().ok()?)
        }
        [day, month, year] if year.len() == 4 => {
            Date::new(year.parse().ok()?, read_month(month)?, day.parse().ok()?)
        }
        _ => None,
    };
    read().ok_or_else(|| ReadError::NotDay { found: excerpt(text) })
}

/// 3, 03, Mar, March.
fn read_month(text: &str) -> Option<u8> {
    if let Ok(month) = text.parse() {
        return Some(month);
    }
    let place = MONTHS.iter().position(|month| text.starts_with(month))?;
    u8::try_from(place + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_read_in_every_form_decisions_print_it() {
        let day = Date::new(2022, 3, 18).expect("a day");
        for text in [
            "18/03/2022",
            "18/3/2022",
            "18-03-2022",
            "18.3.2022",
            " 18 / 3 / 2022 ",
            "2022-03-18",
            "18 Mar 2022",
            "18 March 2022",
            "ngày 18 tháng 3 năm 2022",
        ] {
            assert_eq!(parse_date(text), Ok(day), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_refused_with_what_was_typed() {
        assert_eq!(parse_date("  "), Err(ReadError::Empty));
        for text in ["03/18/2022", "30/02/2022", "18/3/22", "18/3", "x", "1/1/1/2022", "18 Xyz 2022", "/"] {
            assert_eq!(parse_date(text), Err(ReadError::NotDay { found: text.into() }), "{text}");
        }
    }
}
