//! Limits the user sets on one unit, for one indicator and year.

use serde::{Deserialize, Serialize};

use super::{Quantity, Slot, UnitId};

/// Floor, ceiling and lock; an absent one is not set.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    /// The least the unit may get.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub floor: Option<Quantity>,
    /// The most the unit may get.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ceiling: Option<Quantity>,
    /// Exactly so many people.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lock: Option<u64>,
    /// Why it is locked.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl Limit {
    /// Nothing is set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Its floor or ceiling has no number.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.floor.iter().chain(&self.ceiling).any(Quantity::is_open)
    }

    /// With what holds its unit at a number moved to `to` (people): the lock, else the ceiling where that
    /// number rises, else the floor.
    #[must_use]
    pub fn moved(self, to: u64, rises: bool) -> Self {
        match self.lock {
            Some(_) => Self { lock: Some(to), ..self },
            None if rises => Self { ceiling: Some(Quantity::people(to)), ..self },
            None => Self { floor: Some(Quantity::people(to)), ..self },
        }
    }
}

/// All limits of a document, in one canonical order, none of them empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Limits(Vec<Entry>);

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    slot: Slot,
    unit: UnitId,
    limit: Limit,
}

impl Limits {
    /// The limit of a unit, if one is set.
    #[must_use]
    pub fn get(&self, slot: Slot, unit: UnitId) -> Option<&Limit> {
        let place = self.place(slot, unit).ok()?;
        Some(&self.0[place].limit)
    }

    /// Sets the limit of a unit (an empty one removes it) and returns what stood there.
    pub fn set(&mut self, slot: Slot, unit: UnitId, limit: Limit) -> Limit {
        match (self.place(slot, unit), limit.is_empty()) {
            (Ok(place), true) => self.0.remove(place).limit,
            (Ok(place), false) => std::mem::replace(&mut self.0[place].limit, limit),
            (Err(_), true) => Limit::default(),
            (Err(place), false) => {
                self.0.insert(place, Entry { slot, unit, limit });
                Limit::default()
            }
        }
    }

    /// Every limit with its place.
    pub fn iter(&self) -> impl Iterator<Item = (Slot, UnitId, &Limit)> {
        self.0.iter().map(|entry| (entry.slot, entry.unit, &entry.limit))
    }

    /// In canonical order, without doubles: what `get` relies on.
    #[must_use]
    pub(super) fn is_sorted(&self) -> bool {
        self.0.is_sorted_by(|a, b| (a.slot, a.unit) < (b.slot, b.unit))
    }

    fn place(&self, slot: Slot, unit: UnitId) -> Result<usize, usize> {
        self.0.binary_search_by_key(&(slot, unit), |entry| (entry.slot, entry.unit))
    }
}
