//! Room for what matters more: in a full storage, old snapshots of the same scenario go first, then its undo steps.

use super::{history, snapshots};
use crate::model::ScenarioId;
use crate::text::{MadeRoom, StorageTrouble};
use crate::ui::storage;

/// What was taken away, to be put back where it did not help.
pub(super) struct Room<'a> {
    id: &'a ScenarioId,
    gone: Vec<(String, String)>,
    pub made: Option<MadeRoom>,
}

impl<'a> Room<'a> {
    pub(super) fn of(id: &'a ScenarioId) -> Self {
        Self { id, gone: Vec::new(), made: None }
    }

    /// Writes; where the storage is full, first without old snapshots and then, if `over_history`, without the undo
    /// steps. Where even that is not enough, everything is as it was.
    pub(super) fn write(&mut self, key: &str, text: &str, over_history: bool) -> Result<(), StorageTrouble> {
        let (before, made) = (self.gone.len(), self.made);
        loop {
            let outcome = storage::write(key, text);
            if outcome != Err(StorageTrouble::Full) || !self.give_up_one(over_history) {
                if outcome.is_err() {
                    self.made = made;
                    for (key, text) in self.gone.drain(before..) {
                        // It was there a moment ago, so there is room.
                        let _ = storage::write(&key, &text);
                    }
                }
                return outcome;
            }
        }
    }

    fn give_up_one(&mut self, over_history: bool) -> bool {
        let oldest = snapshots::of(self.id).pop().map(|snapshot| (snapshot.key, MadeRoom::Snapshots));
        let steps = || over_history.then(|| (history::key(self.id), MadeRoom::History));
        let Some((key, made)) = oldest.or_else(steps) else { return false };
        let Ok(Some(text)) = storage::read(&key) else { return false };
        if storage::remove(&key).is_err() {
            return false;
        }
        self.gone.push((key, text));
        self.made = Some(made);
        true
    }
}
