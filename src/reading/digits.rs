//! Digits with their separators, behind which no sign and no word is left.

use num_bigint::BigInt;

use crate::model::Decimal;

/// A mark that groups digits or stands before decimals; other spaces and apostrophes are made `' '` before.
#[must_use]
pub fn is_separator(c: char) -> bool {
    matches!(c, '.' | ',' | ' ')
}

/// Groups of three digits behind one kind of separator: `35.002`; the first has one to three and no leading
/// zero.
#[must_use]
pub fn is_in_threes(digits: &str) -> bool {
    let Some(separator) = digits.chars().find(|&c| is_separator(c)) else { return false };
    let mut groups = digits.split(separator);
    let first = groups.next().unwrap_or_default();
    let all_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && all_digits(first)
        && groups.all(|group| group.len() == 3 && all_digits(group))
}

/// The digits as one whole number, whatever separates them.
#[must_use]
pub fn whole(digits: &str) -> Option<Decimal> {
    joined(digits, "")
}

/// A number with a decimal mark: the last `.` or `,`, unless it repeats and so groups. What stands before it
/// is plain digits or groups of three.
#[must_use]
pub fn fraction(digits: &str) -> Option<Decimal> {
    let marks: Vec<char> = digits.chars().filter(|c| matches!(c, '.' | ',')).collect();
    let last = marks.last().copied();
    let repeated = marks.len() > 1 && marks.iter().all(|&mark| Some(mark) == last);
    let (before, behind) = match last {
        Some(mark) if !repeated => digits.rsplit_once(mark)?,
        _ => (digits, ""),
    };
    let tidy = !before.contains(is_separator) || is_in_threes(before);
    let behind_is_digits = behind.bytes().all(|byte| byte.is_ascii_digit());
    if tidy && behind_is_digits { joined(before, behind) } else { None }
}

fn joined(before: &str, behind: &str) -> Option<Decimal> {
    let digits: String = before.chars().chain(behind.chars()).filter(char::is_ascii_digit).collect();
    Some(Decimal::new(digits.parse::<BigInt>().ok()?, u32::try_from(behind.len()).ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_of_three_do_not_start_with_zero() {
        for (digits, grouped) in
            [("35.002", true), ("1.234.567", true), ("0.123", false), ("35.02", false), ("3500", false)]
        {
            assert_eq!(is_in_threes(digits), grouped, "{digits}");
        }
        assert!(!is_in_threes("1.234,567"));
    }
}
