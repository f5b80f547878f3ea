//! What unfolds below the target strip: every issuer's plan, and the road map.
//!
//! | File | What it shows |
//! |---|---|
//! | `details` | the buttons that unfold, and what is unfolded |
//! | `plans` | this year's plans, what they ask for, and those of other years |
//! | `plan_row`, `add_plan` | one plan, and the row that adds one |
//! | `road_map`, `road_map_table` | the years to a goal |

mod add_plan;
mod details;
mod plan_row;
mod plans;
mod road_map;
mod road_map_table;

pub use details::{Details, DetailsButtons, Unfolded};

use crate::model::{Slot, Target};
use crate::text::{Language, text};
use crate::ui::state::AppState;

/// Replaces a row of the targets by what `change` makes of it.
fn change_plan(state: AppState, place: usize, change: impl FnOnce(&mut Target)) {
    let edit = state.with_draft(|draft| crate::edit::change_plan(draft.scenario(), place, change));
    if let Some(edit) = edit {
        state.dispatch(edit);
    }
}

/// “KH 2023 của UBND tỉnh”.
fn plan_name(target: &Target, language: Language) -> String {
    (text(language).tick_plan)(target.slot.year, &target.issuer)
}

/// The indicator and year of the target strip.
fn slot_now(state: AppState) -> Slot {
    state.slot_now()
}
