//! Which unit a row of a foreign table means.

use std::collections::BTreeMap;

use super::unit_name::{Title, UnitName, distance};
use crate::model::{Unit, UnitId};

/// What a row of a foreign table is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// This unit.
    Unit(UnitId),
    /// All units together: a check, never a unit.
    Total,
    /// One of several units; which one, the row does not say.
    Several(Vec<UnitId>),
    /// No unit that is known.
    Nobody,
}

/// The names and codes of all units, ready to be looked up.
pub struct UnitNames<'a> {
    units: &'a [Unit],
    names: Vec<UnitName>,
    by_full: BTreeMap<String, Vec<usize>>,
    by_bare: BTreeMap<String, Vec<usize>>,
    by_code: BTreeMap<&'a str, Vec<usize>>,
}

/// Rows called so are totals, without spaces: some spell the word out, letter by letter.
const TOTALS: [&str; 19] = [
    "tongcong",
    "cong",
    "tongso",
    "tong",
    "toantinh",
    "toanhuyen",
    "toanxa",
    "toanthanhpho",
    "toanquoc",
    "canuoc",
    "congtoantinh",
    "tongtoantinh",
    "tongsotoantinh",
    "tongcongtoantinh",
    "congchung",
    "total",
    "grandtotal",
    "sum",
    "wholeprovince",
];

impl<'a> UnitNames<'a> {
    /// Takes the names of these units, the root among them.
    #[must_use]
    pub fn of(units: &'a [Unit]) -> Self {
        let names: Vec<UnitName> = units.iter().map(|unit| UnitName::as_written(&unit.name)).collect();
        let (mut by_full, mut by_bare) = (BTreeMap::<_, Vec<_>>::new(), BTreeMap::<_, Vec<_>>::new());
        let mut by_code = BTreeMap::<_, Vec<_>>::new();
        for (place, (unit, name)) in units.iter().zip(&names).enumerate() {
            by_full.entry(name.full.clone()).or_default().push(place);
            by_bare.entry(name.bare.clone()).or_default().push(place);
            let code = plain_code(&unit.code);
            if !code.is_empty() {
                by_code.entry(code).or_default().push(place);
            }
        }
        Self { units, names, by_full, by_bare, by_code }
    }

    /// The unit a row means.
    ///
    /// - `name`, `code`: what the row says; blank where it says nothing.
    /// - `within`: the unit whose units the rows around it are, where that is known.
    #[must_use]
    pub fn meant(&self, name: &str, code: &str, within: Option<UnitId>) -> Meant {
        let readings = UnitName::readings(name);
        if readings.iter().any(is_total) {
            return Meant::Total;
        }
        let named = self.by_name(&readings);
        let coded = self.by_code(code).or_else(|| self.by_code(name));
        let found = match (named, coded) {
            // A code and a name that mean different units: neither is taken for granted.
            (Some(mut named), Some(coded)) if !coded.iter().any(|unit| named.contains(unit)) => {
                named.extend(coded);
                named
            }
            (_, Some(coded)) => coded,
            (Some(named), None) => named,
            (None, None) => return Meant::Nobody,
        };
        let is_root = |place: &usize| self.units[*place].parent.is_none();
        if found.iter().any(is_root) {
            // The province's name is a total, unless a unit is called just the same.
            let called_so = |place: &usize| readings.iter().any(|name| name.full == self.names[*place].full);
            if !found.iter().any(|place| !is_root(place) && called_so(place)) {
                return Meant::Total;
            }
        }
        match self.narrowed(&found, within).as_slice() {
            &[only] if is_root(&only) => Meant::Total,
            &[only] => Meant::Unit(self.units[only].id),
            several => Meant::Several(several.iter().map(|&place| self.units[place].id).collect()),
        }
    }

    /// Whether a text is the code of the unit that a name means; totals have none.
    #[must_use]
    pub fn has_code(&self, name: &str, text: &str) -> bool {
        let unit = self.meant(name, "", None);
        let coded = self.by_code(text).unwrap_or_default();
        coded.iter().any(|&place| Meant::Unit(self.units[place].id) == unit)
    }

    fn by_code(&self, code: &str) -> Option<Vec<usize>> {
        let places = self.by_code.get(plain_code(code))?;
        // Spreadsheets drop the zeros a code starts with; where that leaves two, only the written one is meant.
        let literal: Vec<usize> =
            places.iter().copied().filter(|&place| self.units[place].code.trim() == code.trim()).collect();
        Some(if literal.is_empty() { places.clone() } else { literal })
    }

    fn by_name(&self, readings: &[UnitName]) -> Option<Vec<usize>> {
        let full = readings.iter().find_map(|name| self.by_full.get(&name.full).cloned());
        full.or_else(|| readings.iter().find_map(|name| self.by_bare_name(name)))
    }

    /// Units with the name whatever they are titled, as far as the titles agree.
    fn by_bare_name(&self, name: &UnitName) -> Option<Vec<usize>> {
        let places = self.by_bare.get(&name.bare)?;
        let Some(title) = name.title else { return Some(places.clone()) };
        let fitting = |fits: &dyn Fn(usize) -> bool| {
            let fitting: Vec<usize> = places.iter().copied().filter(|&place| fits(place)).collect();
            (!fitting.is_empty()).then_some(fitting)
        };
        fitting(&|place| self.names[place].title == Some(title))
            .or_else(|| fitting(&|place| self.names[place].title.is_none() && self.suits(title, place)))
            .or_else(|| fitting(&|place| self.suits(title, place)))
    }

    fn suits(&self, title: Title, place: usize) -> bool {
        title.suits(self.units[place].kind)
    }

    /// Those right below the unit in question, or below the nearest one above it; all where none are.
    fn narrowed(&self, found: &[usize], within: Option<UnitId>) -> Vec<usize> {
        if found.len() < 2 {
            return found.to_vec();
        }
        let mut node =
            within.or_else(|| self.units.iter().find(|unit| unit.parent.is_none()).map(|root| root.id));
        for _ in 0..self.units.len() {
            let Some(above) = node else { break };
            let below: Vec<usize> =
                found.iter().copied().filter(|&place| self.units[place].parent == Some(above)).collect();
            if !below.is_empty() {
                return below;
            }
            node = self.units.iter().find(|unit| unit.id == above).and_then(|unit| unit.parent);
        }
        found.to_vec()
    }

    /// The one unit whose name is nearest to a name that means nobody, at most a letter in four apart: a
    /// proposal.
    #[must_use]
    pub fn guess(&self, name: &str) -> Option<UnitId> {
        let bare = UnitName::readings(name).pop()?.bare;
        let most = (bare.chars().count() / 4).max(1);
        let near = |(place, name): (usize, &UnitName)| Some((distance(&bare, &name.bare, most)?, place));
        let below_root = |&(_, place): &(usize, usize)| self.units[place].parent.is_some();
        let near: Vec<(usize, usize)> =
            self.names.iter().enumerate().filter_map(near).filter(below_root).collect();
        let least = near.iter().map(|&(apart, _)| apart).min()?;
        let mut nearest = near.iter().filter(|&&(apart, _)| apart == least);
        match (nearest.next(), nearest.next()) {
            (Some(&(_, place)), None) => Some(self.units[place].id),
            _ => None,
        }
    }
}

pub(super) fn is_total(name: &UnitName) -> bool {
    TOTALS.contains(&name.full.replace(' ', "").as_str())
}

/// A code without the zeros it starts with; names are none.
fn plain_code(code: &str) -> &str {
    let code = code.trim();
    let digits = code.bytes().all(|byte| byte.is_ascii_digit());
    if digits { code.trim_start_matches('0') } else { code }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Kind;

    fn unit(id: u32, code: &str, name: &str, kind: Kind, parent: Option<u32>) -> Unit {
        Unit { id: UnitId(id), code: code.into(), name: name.into(), kind, parent: parent.map(UnitId) }
    }

    fn units() -> Vec<Unit> {
        let district = |id, code, name| unit(id, code, name, Kind::District, Some(0));
        let commune = |id, code, name, parent| unit(id, code, name, Kind::Commune, Some(parent));
        vec![
            unit(0, "14", "Sơn La", Kind::Province, None),
            district(1, "116", "TP Sơn La"),
            district(2, "123", "Mộc Châu"),
            district(3, "125", "Huyện Mai Sơn"),
            commune(4, "03979", "Thị trấn Mộc Châu", 2),
            commune(5, "04102", "Chiềng Sung", 3),
            commune(6, "04012", "Chiềng Sung", 2),
            commune(7, "", "Xã Tân Lập", 2),
            commune(8, "", "Phường Tân Lập", 2),
        ]
    }

    fn check(name: &str, code: &str, within: Option<u32>, expected: &Meant) {
        let units = units();
        let meant = UnitNames::of(&units).meant(name, code, within.map(UnitId));
        assert_eq!(meant, *expected, "{name:?} {code:?}");
    }

    fn is(id: u32) -> Meant {
        Meant::Unit(UnitId(id))
    }

    #[test]
    fn units_are_found_by_name_with_or_without_marks_and_titles() {
        for (name, id) in [
            ("Mộc Châu", 2),
            ("1. moc chau", 2),
            ("H. Mộc Châu", 2),
            ("Thị xã Mộc Châu", 2),
            ("TT Mộc Châu", 4),
            ("Mai Son", 3),
            ("thanh pho son la", 1),
            ("BHXH huyện Mai Sơn", 3),
            ("X. Tân Lập", 7),
            ("P.Tân Lập (mới)*", 8),
        ] {
            check(name, "", None, &is(id));
        }
    }

    #[test]
    fn totals_and_the_province_are_never_units() {
        for name in [
            "Tổng cộng",
            "TONG CONG:",
            "Cộng",
            "C Ộ N G",
            "Tổng số",
            "Tổng",
            "Toàn tỉnh",
            "Total",
            "Sơn La",
            "Tỉnh Sơn La",
        ] {
            check(name, "", None, &Meant::Total);
        }
        check("x", "14", None, &Meant::Total);
    }

    #[test]
    fn units_of_one_name_are_told_apart_by_the_rows_around_them_or_not_at_all() {
        check("Chiềng Sung", "", Some(3), &is(5));
        check("Chiềng Sung", "", Some(2), &is(6));
        check("Chiềng Sung", "", None, &Meant::Several(vec![UnitId(5), UnitId(6)]));
        check("Tân Lập", "", Some(2), &Meant::Several(vec![UnitId(7), UnitId(8)]));
    }

    #[test]
    fn codes_count_with_or_without_the_zeros_they_start_with() {
        check("", "04102", None, &is(5));
        check("Chiềng Sung", "4012", None, &is(6));
        check("125", "", None, &is(3));
        check("Mai Sơn", "123", None, &Meant::Several(vec![UnitId(3), UnitId(2)]));
    }

    #[test]
    fn an_unknown_name_has_the_nearest_as_a_proposal_only() {
        let units = units();
        let names = UnitNames::of(&units);
        for (name, guess) in
            [("Mai Sown", Some(3)), ("Chieng Xung", None), ("Tan Lap2", None), ("Hà Nội", None)]
        {
            assert_eq!(names.meant(name, "", None), Meant::Nobody, "{name}");
            assert_eq!(names.guess(name), guess.map(UnitId), "{name}");
        }
    }
}
