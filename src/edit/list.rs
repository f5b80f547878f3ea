//! A change of one row of a list.

use std::mem;

use serde::{Deserialize, Serialize};

use super::EditError;

/// What is done at a place of a list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ListChange<T> {
    /// Puts a new row there; the rows from there on move down by one.
    Insert(T),
    /// Takes the row away.
    Remove,
    /// Puts another row in its stead.
    Replace(T),
}

impl<T> ListChange<T> {
    /// Makes the change and returns its inverse, for the same place.
    ///
    /// # Errors
    /// [`EditError::NoRow`]; the list is then unchanged.
    pub(super) fn apply(self, list: &mut Vec<T>, place: usize) -> Result<Self, EditError> {
        let no_row = EditError::NoRow { place };
        match self {
            Self::Insert(row) if place <= list.len() => {
                list.insert(place, row);
                Ok(Self::Remove)
            }
            Self::Remove if place < list.len() => Ok(Self::Insert(list.remove(place))),
            Self::Replace(row) => {
                let old = list.get_mut(place).ok_or(no_row)?;
                Ok(Self::Replace(mem::replace(old, row)))
            }
            Self::Insert(_) | Self::Remove => Err(no_row),
        }
    }
}
