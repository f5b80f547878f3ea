//! What stands in the address bar: a place in the page, or a place in a document that the address itself carries.

use std::fmt;

use super::{Address, Lens};

/// The path of a shared document: mở, to open.
const SHARED: &str = "mo";
/// Says the lens there (ở, at), where the path does not; the one that opens by itself is not said.
const LENS: &str = "o";

/// What the address bar says from the `#` on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Location {
    /// The document the address carries, as text of a link; `None` for a place in what is kept here.
    pub document: Option<String>,
    /// The place in it.
    pub place: Address,
}

impl Location {
    /// The address of a shared document.
    #[must_use]
    pub fn shared(document: String) -> Self {
        Self { document: Some(document), place: Address::default() }
    }

    /// Reads what stands in the address bar from the `#` on: `#/giao?dv=14`, or `#/mo?d=…` with the same words behind
    /// it. `None` where it is neither.
    ///
    /// A document is there even where its text is cut off: whoever opens it says so. What messengers take into an
    /// address from the sentence around it (a full stop, a bracket) is no part of it.
    #[must_use]
    pub fn read(hash: &str) -> Option<Self> {
        let behind = hash.strip_prefix("#/").and_then(|path| path.strip_prefix(SHARED));
        let Some(query) = behind.filter(|behind| behind.is_empty() || behind.starts_with('?')) else {
            return Address::read(hash).map(|place| Self { document: None, place });
        };
        let query = query.strip_prefix('?').unwrap_or_default();
        let pairs = || query.split('&').filter_map(|pair| pair.split_once('='));
        let document = pairs().find(|(key, _)| *key == "d").map_or("", |(_, document)| document);
        let is_foreign = |character: char| !character.is_ascii_alphanumeric() && !"-_".contains(character);
        let document = document.trim_end_matches(is_foreign).to_owned();
        let mut place = Address::default();
        for (key, value) in pairs() {
            match key {
                LENS => place.lens = Lens::named(value).unwrap_or_default(),
                _ => place.take(key, value),
            }
        }
        Some(Self { document: Some(document), place })
    }

    /// Whether this leads to the other: the same document, and a place it fits.
    #[must_use]
    pub fn leads_to(&self, other: &Self) -> bool {
        self.document == other.document && self.place.leads_to(&other.place)
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(document) = &self.document else { return self.place.fmt(f) };
        write!(f, "#/{SHARED}?d={document}")?;
        if self.place.lens != Lens::default() {
            write!(f, "&{LENS}={}", self.place.lens.path())?;
        }
        self.place.pairs().try_for_each(|pair| write!(f, "&{pair}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Indicator, UnitId};

    #[test]
    fn a_shared_document_is_an_address_of_its_own_with_the_words_of_every_other() {
        assert_eq!(Location::shared("aB-_9".into()).to_string(), "#/mo?d=aB-_9");
        let place = Address { lens: Lens::Data, unit: Some(UnitId(14)), ..Address::default() };
        let location = Location { document: Some("aB9".into()), place };
        assert_eq!(location.to_string(), "#/mo?d=aB9&o=so-lieu&dv=14");
        assert_eq!(Location::read("#/mo?d=aB9&o=so-lieu&dv=14"), Some(location));
    }

    #[test]
    fn a_cut_address_still_says_that_a_document_was_shared() {
        for (hash, document) in [
            ("#/mo", Some("")),
            ("#/mo?", Some("")),
            ("#/mo?d", Some("")),
            ("#/mo?d=", Some("")),
            ("#/mo?d=aB9).", Some("aB9")),
            ("#/mo?dv=3&d=aB9", Some("aB9")),
            ("#/moi?d=aB9", None),
            ("#/khac", None),
        ] {
            let found = Location::read(hash).and_then(|location| location.document);
            assert_eq!(found.as_deref(), document, "{hash}");
        }
    }

    proptest! {
        #[test]
        fn a_location_is_read_as_it_was_written(
            document in prop::option::of("[A-Za-z0-9_-]{0,40}"),
            lens in prop::sample::select(Lens::ALL.to_vec()),
            unit in prop::option::of(any::<u32>()),
            indicator in prop::option::of(prop::sample::select(Indicator::ALL.to_vec())),
            year in prop::option::of(any::<u16>()),
        ) {
            let place = Address { lens, unit: unit.map(UnitId), indicator, year };
            let location = Location { document, place };
            prop_assert_eq!(Location::read(&location.to_string()), Some(location));
        }

        #[test]
        fn any_text_is_read_without_harm(text in "(#/mo\\?)?.*") {
            let _ = Location::read(&text);
        }
    }
}
