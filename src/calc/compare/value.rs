//! What an input is in one scenario.

use crate::model::{
    Bands, Column, Issuer, Kind, Method, MixPart, PeriodRule, Provenance, Quantity, RoadMap, Rounding,
    Target, UnitId,
};

/// A figure with the column it stands in: what the column says of itself (provenance, source, note), which one it is of
/// several that say the same, and the figure (people).
pub type Stacked<'a> = (Provenance, &'a str, &'a str, usize, u64);

/// The value of an [`super::Aspect`] in one scenario, borrowed from it.
#[derive(Clone, Debug)]
pub enum Value<'a> {
    /// It is not there.
    Absent,
    /// It is there, and there is no more to say of it.
    Present,
    /// A name or a code.
    Words(&'a str),
    /// A unit that is there, with what it belongs to; or only the latter.
    Unit(Option<UnitId>),
    /// What a unit is.
    Kind(Kind),
    /// Units in their order.
    Units(Vec<UnitId>),
    /// A row of the targets; whether it is used does not count.
    Target(&'a Target),
    /// Whose row is used, and which of theirs.
    Row(&'a Issuer, usize),
    /// A road map.
    RoadMap(&'a RoadMap),
    /// A method.
    Method(Method),
    /// The shares of a mix.
    Mix(&'a [MixPart]),
    /// A rounding.
    Rounding(Rounding),
    /// A switch.
    On(bool),
    /// People.
    People(u64),
    /// A pattern of periods.
    Periods(&'a PeriodRule),
    /// A floor or ceiling.
    Quantity(&'a Quantity),
    /// A lock (people) and its reason.
    Lock(Option<u64>, &'a str),
    /// The columns of a series, first the one whose figures count.
    Columns(Vec<&'a Column>),
    /// A unit's figures in the columns of a series.
    Figure {
        /// The one that counts (people).
        people: u64,
        /// How it came to be.
        provenance: Provenance,
        /// All of them in the order of the columns (people).
        all: Vec<u64>,
        /// All of them, each with the column it stands in.
        stack: Vec<Stacked<'a>>,
    },
    /// Thresholds.
    Bands(&'a Bands),
}

impl Value<'_> {
    /// Whether the figures are the same one after the other, whatever their columns say.
    pub(super) fn is_same_numbers(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Figure { all: one, .. }, Self::Figure { all: two, .. }) => one == two,
            _ => false,
        }
    }

    /// Whether two scenarios say the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Absent, Self::Absent) | (Self::Present, Self::Present) => true,
            (Self::Words(one), Self::Words(two)) => one == two,
            (Self::Unit(one), Self::Unit(two)) => one == two,
            (Self::Kind(one), Self::Kind(two)) => one == two,
            (Self::Units(one), Self::Units(two)) => one == two,
            (Self::Target(one), Self::Target(two)) => is_same_row(one, two),
            (Self::Row(one, nth), Self::Row(two, other)) => (one, nth) == (two, other),
            (Self::RoadMap(one), Self::RoadMap(two)) => one == two,
            (Self::Method(one), Self::Method(two)) => one == two,
            (Self::Mix(one), Self::Mix(two)) => one == two,
            (Self::Rounding(one), Self::Rounding(two)) => one == two,
            (Self::On(one), Self::On(two)) => one == two,
            (Self::People(one), Self::People(two)) => one == two,
            (Self::Periods(one), Self::Periods(two)) => one == two,
            (Self::Quantity(one), Self::Quantity(two)) => one == two,
            (Self::Lock(one, why), Self::Lock(two, other)) => (one, why) == (two, other),
            (Self::Columns(one), Self::Columns(two)) => {
                one.len() == two.len() && one.iter().zip(two).all(|(one, two)| head(one) == head(two))
            }
            (Self::Figure { stack: one, .. }, Self::Figure { stack: two, .. }) => one == two,
            (Self::Bands(one), Self::Bands(two)) => one == two,
            _ => false,
        }
    }
}

/// What a column says of its figures.
pub(super) fn head(column: &Column) -> (Provenance, &str, &str) {
    (column.provenance, &column.source, &column.note)
}

/// All of two rows but whether they are used.
fn is_same_row(one: &Target, two: &Target) -> bool {
    let Target { slot, issuer, scope, quantity, provenance, decision, source, used: _ } = one;
    (slot, issuer, scope, quantity, provenance, decision, source)
        == (&two.slot, &two.issuer, &two.scope, &two.quantity, &two.provenance, &two.decision, &two.source)
}
