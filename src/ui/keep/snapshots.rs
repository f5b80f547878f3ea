//! Snapshots: the last good versions of a scenario, apart from the live copy.
//!
//! One is taken when a scenario is opened to be changed and then at most every ten minutes of editing; never more
//! than [`MOST`] are kept. Each is its time (milliseconds since 1970), a line break, and the text as it was saved.

use crate::model::{Scenario, ScenarioId};
use crate::save;
use crate::ui::{browser, storage};

/// So many versions of a scenario are kept.
const MOST: usize = 3;
/// Between two of them lie at least ten minutes of editing.
const APART_MS: u64 = 10 * 60 * 1000;

/// A version kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Snapshot {
    /// Where it is kept.
    pub key: String,
    /// When it was taken, in milliseconds since 1970; 0 where that cannot be read.
    pub taken: u64,
}

fn prefix(id: &ScenarioId) -> String {
    format!("{}{}/", storage::SNAPSHOT, id.0)
}

/// The versions kept of a scenario, the one taken last first.
pub fn of(id: &ScenarioId) -> Vec<Snapshot> {
    let with_time = |key: String| {
        let taken = stored(&key).map_or(0, |(taken, _)| taken);
        Snapshot { key, taken }
    };
    let mut all: Vec<Snapshot> = storage::keys(&prefix(id)).into_iter().map(with_time).collect();
    all.sort_by_key(|snapshot| std::cmp::Reverse(snapshot.taken));
    all
}

/// The scenario of a snapshot with its text; `None` where it cannot be read.
pub fn read(key: &str) -> Option<(Scenario, String)> {
    let (_, text) = stored(key)?;
    Some((save::load(&text).ok()?, text))
}

fn stored(key: &str) -> Option<(u64, String)> {
    let kept = storage::read(key).ok().flatten()?;
    let (taken, text) = kept.split_once('\n')?;
    Some((taken.parse().ok()?, text.to_owned()))
}

/// Puts a version away, unless it is the one put away last; in the place of the oldest where there are enough.
pub(super) fn take(id: &ScenarioId, text: &str) {
    let kept = of(id);
    let newest = kept.first().and_then(|newest| stored(&newest.key));
    if newest.is_some_and(|(_, newest)| newest == text) {
        return;
    }
    let free = || (0..MOST).map(|place| format!("{}{place}", prefix(id)));
    let place = match kept.last() {
        Some(oldest) if kept.len() >= MOST => Some(oldest.key.clone()),
        _ => free().find(|key| kept.iter().all(|snapshot| snapshot.key != *key)),
    };
    if let Some(key) = place {
        // Without room for it the live copy comes first, and what the place held stays.
        let _ = storage::write(&key, &format!("{}\n{text}", browser::now_ms()));
    }
}

/// Puts a version away where the last one is old enough. One from the future is: the clock was wrong then or is now.
///
/// - `last`: of which scenario one was put away or found last, and when (milliseconds since 1970); to look for it in
///   storage at every save would take longer than the save.
pub(super) fn take_in_time(id: &ScenarioId, text: &str, last: &mut Option<(ScenarioId, u64)>) {
    let now = browser::now_ms();
    let is_recent = |taken: u64| now.checked_sub(taken).is_some_and(|age| age < APART_MS);
    let known = last.as_ref().filter(|(of, _)| of == id).map(|&(_, taken)| taken);
    let newest = || of(id).first().map(|snapshot| snapshot.taken);
    if let Some(taken) = known.or_else(newest).filter(|&taken| is_recent(taken)) {
        *last = Some((id.clone(), taken));
        return;
    }
    take(id, text);
    *last = Some((id.clone(), now));
}
