//! Errors, findings and cures in words: what happened, then what to do.

use super::{Language, ReadError, en, unit_list, vi};
use crate::calc::Finding;
use crate::edit::EditError;
use crate::model::{Cure, Measure, Method, Scenario, Slot, UnitId};
use crate::save::SaveError;

/// What happened and what to do about it; the same words beside the cell and in the summary. The word for
/// how much it weighs is `Text::severity`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// What happened, as a sentence.
    pub what: String,
    /// What to do, as a sentence.
    pub fix: String,
}

impl Message {
    pub(super) fn new(what: impl Into<String>, fix: impl Into<String>) -> Self {
        Self { what: what.into(), fix: fix.into() }
    }
}

/// Why the browser keeps nothing; work goes on in memory.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageTrouble {
    /// No space is left.
    Full,
    /// The browser does not let pages save.
    Blocked,
}

/// Why typed text could not be used; `old` is the value that stays, formatted.
#[must_use]
pub fn read_error(error: &ReadError, old: Option<&str>, language: Language) -> Message {
    match language {
        Language::Vi => vi::messages::read_error(error, old),
        Language::En => en::messages::read_error(error, old),
    }
}

/// A finding of the plan.
#[must_use]
pub fn finding(finding: &Finding, scenario: &Scenario, language: Language) -> Message {
    match language {
        Language::Vi => vi::messages::finding(finding, scenario),
        Language::En => en::messages::finding(finding, scenario),
    }
}

/// Names the units whose limits clash and those whose release is enough, where a finding has them.
#[must_use]
pub fn clash_line(finding: &Finding, scenario: &Scenario, language: Language) -> Option<String> {
    let (clash, release): (&[UnitId], &[UnitId]) = match finding {
        Finding::FloorsExceed { clash, release, .. } | Finding::CeilingsShort { clash, release, .. } => {
            (clash, release)
        }
        Finding::AllLocked { release, .. } => (&[], release),
        _ => (&[], &[]),
    };
    let names = |units: &[UnitId]| (!units.is_empty()).then(|| unit_list(scenario, units, language));
    let parts = (names(clash), names(release));
    match language {
        Language::Vi => vi::messages::clash(parts),
        Language::En => en::messages::clash(parts),
    }
}

/// A cure of what is wrong at `node`, as the words of its button, which state the result.
#[must_use]
pub fn cure(cure: &Cure, scenario: &Scenario, slot: Slot, node: UnitId, language: Language) -> String {
    let only_locks = |units: &[UnitId]| {
        units.iter().all(|&unit| {
            scenario
                .limits
                .get(slot, unit)
                .is_some_and(|limit| limit.lock.is_some() && limit.floor.is_none() && limit.ceiling.is_none())
        })
    };
    match language {
        Language::Vi => vi::messages::cure(cure, scenario, node, only_locks),
        Language::En => en::messages::cure(cure, scenario, node, only_locks),
    }
}

/// Why a stored or opened scenario could not be used.
#[must_use]
pub fn save_error(error: &SaveError, language: Language) -> Message {
    match language {
        Language::Vi => vi::messages::save_error(error),
        Language::En => en::messages::save_error(error),
    }
}

/// Why the browser keeps nothing.
#[must_use]
pub fn storage_trouble(trouble: StorageTrouble, language: Language) -> Message {
    match language {
        Language::Vi => vi::messages::storage_trouble(trouble),
        Language::En => en::messages::storage_trouble(trouble),
    }
}

/// Why an edit could not be made.
#[must_use]
pub fn edit_error(error: &EditError, language: Language) -> Message {
    match language {
        Language::Vi => vi::messages::edit_error(error),
        Language::En => en::messages::edit_error(error),
    }
}

/// The undo history of a scenario could not be read and was dropped; the scenario itself is whole.
#[must_use]
pub fn history_lost(language: Language) -> Message {
    match language {
        Language::Vi => Message::new(
            "Không đọc được các bước hoàn tác đã lưu nên đã bỏ; số liệu vẫn đủ.",
            "Các bước mới vẫn hoàn tác được.",
        ),
        Language::En => Message::new(
            "The saved undo steps could not be read and were dropped; the figures are all there.",
            "New steps can be undone as usual.",
        ),
    }
}

/// A text that could not be read is kept under a key of its own until the user deletes it.
#[must_use]
pub fn kept_aside(language: Language) -> Message {
    match language {
        Language::Vi => Message::new("Bản đã lưu không đọc được. Đã giữ riêng.", "Tải về trước khi xóa."),
        Language::En => {
            Message::new("The saved copy cannot be read. It is kept aside.", "Download it before deleting.")
        }
    }
}

/// More is to be kept at the node than its target (people).
#[must_use]
pub fn kept_too_large(kept: u64, target: u64, scenario: &Scenario, language: Language) -> Message {
    finding(&Finding::KeptExceedsTarget { kept, target }, scenario, language)
}

/// A method that was chosen lacks figures, so the one in force stays; `units` of them lack it.
#[must_use]
pub fn method_lacks(
    method: Method,
    measures: &[Measure],
    units: Vec<UnitId>,
    scenario: &Scenario,
    language: Language,
) -> Message {
    let lacking = Finding::MissingFigures { method, measures: measures.to_vec(), units, cures: Vec::new() };
    finding(&lacking, scenario, language)
}
