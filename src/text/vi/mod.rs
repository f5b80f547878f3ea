//! Vietnamese: the register of an official document, short and active.

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

use crate::text::Language::Vi as VI;

/// “12 đơn vị”.
fn units(count: usize) -> String {
    format!("{} đơn vị", VI.people(count))
}
