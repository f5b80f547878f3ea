//! English, from the Vietnamese; unit names stay as they are.

mod access;
mod checks;
mod compare;
mod data;
mod data_steps;
pub(super) mod document;
pub(super) mod exchange;
mod grid;
mod history;
mod keeping;
mod labels;
pub(super) mod ledger;
pub(super) mod library;
pub(super) mod messages;
pub(super) mod negotiation;
mod offline;
pub(super) mod periods;
mod road_map;
pub(super) mod rule;
pub(super) mod share;
mod skips;
pub(super) mod steps;
mod targets;
pub(super) mod verdict;
pub(super) mod words;

pub(super) use labels::TEXT;

use crate::text::Language::En as EN;

/// “1 unit”, “12 units”.
fn units(count: usize) -> String {
    counted(count, "unit", "units")
}

/// A count with its noun, and the verb where the noun carries one.
fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", EN.people(count), if count == 1 { one } else { many })
}
