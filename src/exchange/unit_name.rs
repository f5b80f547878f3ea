//! The name of a unit as people write it, taken apart: its title, its numbering, its notes.

use crate::model::Kind;
use crate::reading::fold;

/// What a unit calls itself in front of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Title {
    Province,
    City,
    Town,
    District,
    UrbanDistrict,
    Commune,
    Ward,
    Township,
    SpecialZone,
}

impl Title {
    /// Whether a unit of this kind can carry the title.
    pub(super) fn suits(self, kind: Kind) -> bool {
        match kind {
            Kind::Province => matches!(self, Self::Province | Self::City),
            Kind::District => {
                matches!(self, Self::City | Self::Town | Self::District | Self::UrbanDistrict)
            }
            Kind::Commune => {
                matches!(self, Self::Commune | Self::Ward | Self::Township | Self::SpecialZone)
            }
            Kind::Village | Kind::Office | Kind::Other => true,
        }
    }
}

/// Titles without tone marks, word by word, the longer ones first.
const TITLES: [(&str, Title); 31] = [
    ("thanh pho", Title::City),
    ("thi xa", Title::Town),
    ("thi tran", Title::Township),
    ("dac khu", Title::SpecialZone),
    ("special zone", Title::SpecialZone),
    ("urban district", Title::UrbanDistrict),
    ("t p", Title::City),
    ("t x", Title::Town),
    ("t t", Title::Township),
    ("tp", Title::City),
    ("tx", Title::Town),
    ("tt", Title::Township),
    ("dk", Title::SpecialZone),
    ("tinh", Title::Province),
    ("huyen", Title::District),
    ("quan", Title::UrbanDistrict),
    ("phuong", Title::Ward),
    ("xa", Title::Commune),
    ("h", Title::District),
    ("q", Title::UrbanDistrict),
    ("p", Title::Ward),
    ("x", Title::Commune),
    ("province", Title::Province),
    ("city", Title::City),
    ("town", Title::Town),
    ("district", Title::District),
    ("commune", Title::Commune),
    ("ward", Title::Ward),
    ("township", Title::Township),
    ("cty", Title::City),
    ("dist", Title::District),
];

/// Titles that stand behind the name, in English.
const TITLES_BEHIND: [&str; 8] =
    ["urban district", "special zone", "province", "city", "town", "district", "commune", "ward"];

/// Offices are called by the unit they serve.
const OFFICES: [&str; 4] = ["bao hiem xa hoi", "bhxh", "uy ban nhan dan", "ubnd"];

/// A name ready to be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct UnitName {
    /// All its words, folded, one space between them.
    pub(super) full: String,
    /// The same without its title.
    pub(super) bare: String,
    /// The title it names.
    pub(super) title: Option<Title>,
}

impl UnitName {
    /// The name as it is written, nothing left out but marks and punctuation.
    pub(super) fn as_written(name: &str) -> Self {
        let full = words(name);
        let of_unit = OFFICES.iter().find_map(|office| behind(&full, office)).unwrap_or(&full);
        let (title, bare) = without_title(of_unit);
        Self { bare: bare.to_owned(), title, full }
    }

    /// The readings of a name in a list, the most literal first: as written, without what follows in brackets
    /// or as asterisks, without its number in the list too.
    pub(super) fn readings(name: &str) -> Vec<Self> {
        let plain = without_notes(name);
        let mut readings: Vec<Self> = Vec::with_capacity(3);
        for text in [name, plain, without_numbering(plain)] {
            let reading = Self::as_written(text);
            if !reading.full.is_empty() && !readings.contains(&reading) {
                readings.push(reading);
            }
        }
        readings
    }
}

/// The name as it stands in a list, without its number there and the notes behind it.
pub(super) fn as_listed(name: &str) -> &str {
    without_numbering(without_notes(name)).trim()
}

/// What a unit of this name is: `likely` where its title leaves that open.
pub(super) fn kind_of(name: &str, likely: Kind) -> Kind {
    let Some(title) = UnitName::as_written(name).title else { return likely };
    let kinds = [likely, Kind::District, Kind::Commune, Kind::Province];
    kinds.into_iter().find(|&kind| title.suits(kind)).unwrap_or(likely)
}

/// Folded words with one space between them; apostrophes join (“R'Lấp”), other punctuation parts.
fn words(text: &str) -> String {
    let plain: String = fold(text)
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '‘' | '`'))
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What follows these words; nothing where they are all there is.
fn behind<'a>(words: &'a str, first: &str) -> Option<&'a str> {
    words.strip_prefix(first)?.strip_prefix(' ')
}

fn without_title(words: &str) -> (Option<Title>, &str) {
    let in_front = TITLES.iter().find_map(|(title, is)| Some((Some(*is), behind(words, title)?)));
    let at_end = || {
        TITLES_BEHIND.iter().find_map(|title| {
            let bare = words.strip_suffix(title)?.strip_suffix(' ')?;
            let is = TITLES.iter().find(|(known, _)| known == title)?.1;
            Some((Some(is), bare))
        })
    };
    in_front.or_else(at_end).unwrap_or((None, words))
}

/// Without brackets and what follows them, and without asterisks at the end.
fn without_notes(name: &str) -> &str {
    let name = name.trim();
    let bracket = name.find(['(', '[']).filter(|&at| at > 0).unwrap_or(name.len());
    name[..bracket].trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '†' | '¹' | '²' | '³'))
}

/// Without “1.”, “01 ”, “I.”, “2.1)”, “a)” or a dash in front.
fn without_numbering(name: &str) -> &str {
    let name =
        name.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '+' | '•' | '*'));
    let length = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let (number, rest) = name.split_at(length);
    let digits = !number.is_empty() && number.len() <= 4 && number.bytes().all(|c| c.is_ascii_digit());
    let marked = rest.starts_with(['.', ')', '/', ':', '-']);
    let spaced = rest.starts_with(char::is_whitespace);
    if !((digits && (marked || spaced)) || (marked && (is_roman(number) || is_list_letter(number)))) {
        return name;
    }
    let rest =
        rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ')' | '/' | ':' | '-'));
    if rest.is_empty() { name } else { without_numbering(rest) }
}

fn is_roman(number: &str) -> bool {
    !number.is_empty() && number.len() <= 5 && number.bytes().all(|c| matches!(c, b'I' | b'V' | b'X'))
}

fn is_list_letter(number: &str) -> bool {
    number.len() == 1 && number.bytes().all(|c| matches!(c, b'a'..=b'g' | b'A'..=b'G'))
}

/// How many letters have to be changed, added or left out between two names; `None` above `most`.
pub(super) fn distance(one: &str, other: &str, most: usize) -> Option<usize> {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if one.len().abs_diff(other.len()) > most {
        return None;
    }
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (above, from) in one.iter().enumerate() {
        let mut diagonal = above;
        let mut left = above + 1;
        let mut next = vec![left];
        for (to, &up) in other.iter().zip(&row[1..]) {
            left = (diagonal + usize::from(from != to)).min(up + 1).min(left + 1);
            diagonal = up;
            next.push(left);
        }
        row = next;
    }
    row.last().copied().filter(|&apart| apart <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_alike_however_they_are_titled_and_typed() {
        for name in
            ["TP Sơn La", "TP.Sơn La", "T.P Sơn La", "Thành phố  Sơn La", "thanh pho SON LA", "Son La City"]
        {
            let name = UnitName::as_written(name);
            assert_eq!((name.bare.as_str(), name.title), ("son la", Some(Title::City)), "{name:?}");
        }
        for (name, bare, title) in [
            ("H. Mai Sơn", "mai son", Some(Title::District)),
            ("BHXH huyện Mai Sơn", "mai son", Some(Title::District)),
            ("TX. Mộc Châu", "moc chau", Some(Title::Town)),
            ("TT. Hát Lót", "hat lot", Some(Title::Township)),
            ("Q.1", "1", Some(Title::UrbanDistrict)),
            ("Đặc khu Côn Đảo", "con dao", Some(Title::SpecialZone)),
            ("Đắk R’Lấp", "dak rlap", None),
            ("Huyện", "huyen", None),
        ] {
            let name = UnitName::as_written(name);
            assert_eq!((name.bare.as_str(), name.title), (bare, title), "{name:?}");
        }
    }

    #[test]
    fn numbering_and_notes_are_left_out() {
        for name in [
            "1. Mai Sơn",
            "01 Mai Sơn",
            "I. Mai Sơn",
            "1.2. Mai Sơn (cũ)",
            "a) Mai Sơn *",
            "- Mai Sơn",
            "Mai Sơn [1]",
        ] {
            let last = UnitName::readings(name).pop().expect("a reading");
            assert_eq!(last.bare, "mai son", "{name}");
        }
        assert_eq!(UnitName::readings("P. Tân An").pop().map(|name| name.bare), Some("tan an".into()));
        assert_eq!(UnitName::readings(" – "), []);
    }

    #[test]
    fn distance_counts_letters() {
        assert_eq!(distance("mai son", "mai sown", 2), Some(1));
        assert_eq!(distance("mai son", "moc chau", 2), None);
        assert_eq!(distance("", "ab", 2), Some(2));
        assert_eq!(distance("abc", "abc", 0), Some(0));
    }
}
