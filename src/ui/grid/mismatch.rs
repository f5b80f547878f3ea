//! F8: to the next level that does not add up.

use leptos::prelude::*;

use super::keys::{go_to, select};
use crate::calc::Row;
use crate::text::{self, text};
use crate::ui::state::{AppState, Column, Selected};

/// Selects the first unit of the next node, in document order, that is not shared out exactly, and says by how
/// much; for the province its own line.
pub fn next_mismatch(state: AppState, backwards: bool) {
    let language = state.language.get_untracked();
    let here = state.node_now();
    let found = state.with_plans(|plan| {
        let nodes = plan.nodes();
        let at = nodes.iter().position(|node| node.node == here).unwrap_or(0);
        let count = nodes.len();
        // Around once, and last of all the node it starts from.
        let way =
            (1..=count).map(|step| if backwards { (at + count - step) % count } else { (at + step) % count });
        let off = way.map(|place| &nodes[place]).find(|node| !node.is_balanced())?;
        let province = off.node == plan.province().node;
        let first = off.units.first().filter(|_| !province);
        let row = first.map_or(Row::Total, |line| Row::Unit(line.unit));
        let status = text::status(off, language);
        let name = state.with_draft(|draft| text::unit_name(draft.scenario(), off.node, language));
        Some((row, (text(language).grid.mismatch)(&name, &status)))
    });
    match found {
        None => state.spoken.set(text(language).grid.all_balanced.to_owned()),
        Some((row, words)) => {
            match row {
                Row::Unit(unit) => go_to(state, unit, Column::Given),
                Row::Total => select(state, Selected { row, column: Column::Given }),
            }
            state.spoken.set(words);
        }
    }
}
