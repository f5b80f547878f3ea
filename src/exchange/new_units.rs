//! Names of units still to be added, typed or pasted one a line.

use super::names::is_total;
use super::unit_name::UnitName;

/// The names in lines of text, also of a pasted table: of each line the first cell that is no mere number. Lines
/// without a name and rows of totals are left out.
#[must_use]
pub fn new_unit_names(text: &str) -> Vec<String> {
    let name = |line: &str| {
        let mut cells = line.split('\t').map(|cell| cell.trim().trim_matches('"').trim());
        cells.find(|cell| cell.chars().any(char::is_alphabetic)).map(str::to_owned)
    };
    let is_unit = |name: &String| !UnitName::readings(name).iter().any(is_total);
    text.lines().filter_map(name).filter(is_unit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pasted_list_gives_its_names_without_numbers_and_totals() {
        let pasted = "1\tCao Lộc\t12.500\r\n2\t Chi Lăng \t9.000\r\n\r\n\tTổng cộng:\t21.500\r\nXã 3\n";
        assert_eq!(new_unit_names(pasted), ["Cao Lộc", "Chi Lăng", "Xã 3"]);
        assert!(new_unit_names("1\n \t\n").is_empty());
    }
}
