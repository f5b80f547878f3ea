//! Facts: columns of figures with their provenance.

use serde::{Deserialize, Serialize};

use super::{Measure, UnitId};

/// Where the insured people of a figure are counted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// Trong tỉnh.
    #[default]
    InProvince,
    /// Ngoài tỉnh: residents insured through another province.
    OtherProvinces,
    /// Cả trong và ngoài tỉnh: both together.
    Both,
}

/// How a figure came to be here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Provenance {
    /// Printed by an authority or in the press.
    Published,
    /// Follows by arithmetic from published figures.
    Derived,
    /// Made up to show how the page works.
    Illustrative,
    /// Typed or pasted by the user.
    Entered,
    /// Worked out by this program: what a plan gives, where no result is known yet. Never in a document.
    Computed,
}

/// One series from one source: a measure in one year, at most one figure per unit.
///
/// Several columns may share measure, year and scope (a published provincial total beside illustrative
/// unit figures); the first that has a figure for a unit counts. A missing figure is not zero.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// What is counted.
    pub measure: Measure,
    /// The year the figures belong to (results: at its end).
    pub year: u16,
    /// Where the people are insured.
    #[serde(default, skip_serializing_if = "is_default")]
    pub scope: Scope,
    /// How the figures came to be here.
    pub provenance: Provenance,
    /// Who says so: an address or a document's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Anything a reader should know about them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Figures (people), sorted by unit, each unit at most once.
    pub figures: Vec<(UnitId, u64)>,
}

/// What a column says of all its figures: how they came to be here, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnHead {
    /// How the figures came to be here.
    pub provenance: Provenance,
    /// Who says so: an address or a document's name.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub source: String,
    /// Anything a reader should know about them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}

impl Column {
    /// The same measure in the same year and scope: of such columns the first with a figure for a unit counts.
    #[must_use]
    pub fn is_of(&self, measure: Measure, year: u16, scope: Scope) -> bool {
        (self.measure, self.year, self.scope) == (measure, year, scope)
    }

    /// The unit's figure (people), if this column has one.
    #[must_use]
    pub fn figure(&self, unit: UnitId) -> Option<u64> {
        let place = self.figures.binary_search_by_key(&unit, |&(id, _)| id).ok()?;
        Some(self.figures[place].1)
    }
}

pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}
