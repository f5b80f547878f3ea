//! Addresses of places in the page, as they stand behind the `#`: which lens, unit, indicator and year.
//!
//! One grammar, read and printed by pure functions: `#/giao?dv=14&ct=tn&nam=2023`, and `#/mo?d=…` for a document that
//! the address itself carries (see [`Location`]). What is not understood is left out; a hand-written or cut address never fails, it only says less.

mod location;

use std::fmt;

pub use location::Location;

use crate::model::{Indicator, UnitId};

/// What the middle of the page shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Lens {
    /// Số liệu: what is known of every unit.
    Data,
    /// Giao chỉ tiêu: who gets how much, and why.
    #[default]
    Allocate,
    /// So sánh: what differs between scenarios, and what comes of it.
    Compare,
    /// Phương án: every scenario of the reader's, whichever is open.
    Library,
}

impl Lens {
    /// Those that show the open scenario, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Data, Self::Allocate, Self::Compare];

    /// Whether it shows the table of units.
    #[must_use]
    pub fn has_table(self) -> bool {
        matches!(self, Self::Data | Self::Allocate)
    }

    fn named(path: &str) -> Option<Self> {
        Self::ALL.into_iter().chain([Self::Library]).find(|lens| lens.path() == path)
    }

    fn path(self) -> &'static str {
        match self {
            Self::Data => "so-lieu",
            Self::Allocate => "giao",
            Self::Compare => "so-sanh",
            Self::Library => "phuong-an",
        }
    }
}

/// A place in the page. What is `None` is not said: the page keeps what it shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// The lens.
    pub lens: Lens,
    /// The selected unit.
    pub unit: Option<UnitId>,
    /// The indicator.
    pub indicator: Option<Indicator>,
    /// The year: of the plan, or of the figures.
    pub year: Option<u16>,
}

impl Address {
    /// Reads what stands in the address bar from the `#` on; `None` where it names no lens.
    #[must_use]
    pub fn read(hash: &str) -> Option<Self> {
        let place = hash.strip_prefix('#').unwrap_or(hash).strip_prefix('/')?;
        let (path, query) = place.split_once('?').unwrap_or((place, ""));
        let lens = Lens::named(path)?;
        let mut address = Self { lens, ..Self::default() };
        query
            .split('&')
            .filter_map(|pair| pair.split_once('='))
            .for_each(|(key, value)| address.take(key, value));
        Some(address)
    }

    /// Takes in one word of the address; one that is not understood says nothing.
    fn take(&mut self, key: &str, value: &str) {
        match key {
            "dv" => self.unit = value.parse().ok().map(UnitId),
            "ct" => self.indicator = Indicator::ALL.into_iter().find(|one| one.code() == value),
            "nam" => self.year = value.parse().ok(),
            _ => {}
        }
    }

    /// Unit, indicator and year as words of an address.
    fn pairs(&self) -> impl Iterator<Item = String> {
        let pairs = [
            self.unit.map(|unit| format!("dv={}", unit.0)),
            self.indicator.map(|indicator| format!("ct={}", indicator.code())),
            self.year.map(|year| format!("nam={year}")),
        ];
        pairs.into_iter().flatten()
    }

    /// Whether this place is one the address leads to: what it does not say may be anything.
    #[must_use]
    pub fn leads_to(&self, place: &Self) -> bool {
        fn fits<T: PartialEq>(said: Option<T>, there: Option<T>) -> bool {
            said.is_none() || said == there
        }
        self.lens == place.lens
            && fits(self.unit, place.unit)
            && fits(self.indicator, place.indicator)
            && fits(self.year, place.year)
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#/{}", self.lens.path())?;
        let mut mark = '?';
        for pair in self.pairs() {
            write!(f, "{mark}{pair}")?;
            mark = '&';
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn an_address_says_lens_unit_indicator_and_year() {
        let address = Address {
            lens: Lens::Allocate,
            unit: Some(UnitId(14)),
            indicator: Some(Indicator::VoluntarySi),
            year: Some(2023),
        };
        assert_eq!(address.to_string(), "#/giao?dv=14&ct=tn&nam=2023");
        assert_eq!(Address::read("#/giao?dv=14&ct=tn&nam=2023"), Some(address));
        assert_eq!(Address { lens: Lens::Data, ..Address::default() }.to_string(), "#/so-lieu");
    }

    #[test]
    fn the_library_is_a_place_of_its_own() {
        let library = Address { lens: Lens::Library, ..Address::default() };
        assert_eq!(library.to_string(), "#/phuong-an");
        assert_eq!(Address::read("#/phuong-an"), Some(library));
    }

    #[test]
    fn what_is_not_understood_is_left_out() {
        let lens = |lens| Some(Address { lens, ..Address::default() });
        assert_eq!(Address::read("#/giao?dv=x&ct=none&nam=70000&more"), lens(Lens::Allocate));
        assert_eq!(Address::read("#/so-lieu?"), lens(Lens::Data));
        for other in ["", "#", "#/", "#/khac", "#plan-table", "#/giao/"] {
            assert_eq!(Address::read(other), None, "{other}");
        }
    }

    #[test]
    fn an_address_that_says_less_leads_to_every_place_it_fits() {
        let place = Address::read("#/giao?dv=14&ct=tn&nam=2023").expect("a place");
        for (hash, leads) in
            [("#/giao", true), ("#/giao?ct=tn", true), ("#/giao?dv=15", false), ("#/so-lieu?dv=14", false)]
        {
            assert_eq!(Address::read(hash).expect("a place").leads_to(&place), leads, "{hash}");
        }
    }

    proptest! {
        #[test]
        fn an_address_is_read_as_it_was_written(
            lens in prop::sample::select(Lens::ALL.to_vec()),
            unit in prop::option::of(any::<u32>()),
            indicator in prop::option::of(prop::sample::select(Indicator::ALL.to_vec())),
            year in prop::option::of(any::<u16>()),
        ) {
            let address = Address { lens, unit: unit.map(UnitId), indicator, year };
            prop_assert_eq!(Address::read(&address.to_string()), Some(address));
        }

        #[test]
        fn any_text_is_read_without_harm(text in ".*") {
            let _ = Address::read(&text);
        }
    }
}
