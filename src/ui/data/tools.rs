//! The tools of Số liệu: what they do to the units and the column chosen in the table.
//!
//! One tab stop; arrows go from tool to tool, as the pattern of a toolbar asks.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::panel::OpenPanel;
use crate::address::Lens;
use crate::calc::Row;
use crate::edit::{Edit, Shift, shift_units, topmost, ungroup_unit};
use crate::model::{Scenario, UnitId};
use crate::table::way_up;
use crate::text::DataText;
use crate::ui::browser;
use crate::ui::grid::{GridState, focus_selected, open_cell};
use crate::ui::state::{AppState, Column, Panel, Selected};

/// What a tool does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Act {
    Open(Panel),
    Rename,
    Shift(Shift),
    Ungroup,
    Remove,
}

/// A tool: what it does and what it is called.
type Tool = (Act, fn(&DataText) -> &'static str);

const TOOLS: [Tool; 11] = [
    (Act::Open(Panel::AddUnits), |text| text.add_units),
    (Act::Rename, |text| text.rename),
    (Act::Open(Panel::Describe), |text| text.describe),
    (Act::Shift(Shift::Up), |text| text.up),
    (Act::Shift(Shift::Down), |text| text.down),
    (Act::Open(Panel::Move), |text| text.move_below),
    (Act::Open(Panel::Group), |text| text.group),
    (Act::Ungroup, |text| text.ungroup),
    (Act::Remove, |text| text.remove),
    (Act::Open(Panel::AddColumn), |text| text.add_column),
    (Act::Open(Panel::Column), |text| text.column_source),
];

/// The tools and the form one of them has opened, in Số liệu once there are units.
#[component]
pub fn UnitTools() -> impl IntoView {
    let state = expect_context::<AppState>();
    let has_units = state.follow(|scenario| scenario.units.len() > 1);
    view! {
        <Show when=move || state.lens.get() == Lens::Data && has_units.get()>
            <Tools />
        </Show>
    }
}

#[component]
fn Tools() -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let units = Memo::new(move |_| chosen(state, grid));
    // The tool that Tab leads to.
    let current = RwSignal::new(0_usize);
    let keydown = move |event: KeyboardEvent| {
        let last = TOOLS.len() - 1;
        let now = current.get_untracked();
        let to = match event.key().as_str() {
            "ArrowRight" => {
                if now == last {
                    0
                } else {
                    now + 1
                }
            }
            "ArrowLeft" => now.checked_sub(1).unwrap_or(last),
            "Home" => 0,
            "End" => last,
            _ => return,
        };
        event.prevent_default();
        current.set(to);
        browser::focus(&tool_id(to));
    };
    let tool = move |(place, (act, label)): (usize, Tool)| {
        let possible = Memo::new(move |_| is_possible(state, act, &units.get()));
        let is_open = move || match act {
            Act::Open(panel) => Some((state.view.panel.get() == Some(panel)).to_string()),
            _ => None,
        };
        let press = move |_| {
            current.set(place);
            let opens = matches!(act, Act::Open(_));
            if possible.get_untracked() && (opens || state.may_change()) {
                run(state, grid, act, units.get_untracked());
            }
        };
        let is_sorted = move || state.view.sorted.with(|sorted| sorted.by.is_some());
        let why_not = move || {
            let order = matches!(act, Act::Shift(_)) && is_sorted();
            order.then(|| state.text().data.order_is_sorted)
        };
        view! {
            <button
                type="button"
                class="button"
                id=tool_id(place)
                tabindex=move || if current.get() == place { "0" } else { "-1" }
                aria-disabled=move || (!possible.get()).then_some("true")
                aria-expanded=is_open
                title=why_not
                on:click=press
            >
                {move || label(state.text().data)}
            </button>
        }
    };
    view! {
        <div class="unit-tools" role="toolbar" aria-label=move || state.text().data.tools on:keydown=keydown>
            {TOOLS.into_iter().enumerate().map(tool).collect_view()}
        </div>
        <p class="unit-tools__elsewhere">{move || state.text().data.tools_elsewhere}</p>
        <OpenPanel units />
    }
}

fn tool_id(place: usize) -> String {
    format!("unit-tool-{place}")
}

/// The units of the selected rows, without those that hang on another of them; none on the province's own row.
fn chosen(state: AppState, grid: GridState) -> Vec<UnitId> {
    let units = match (grid.block.get(), state.selected.get().row) {
        (Some(block), _) => grid.units_of(&block),
        (None, Row::Unit(unit)) => vec![unit],
        (None, Row::Total) => Vec::new(),
    };
    state.read_scenario(|scenario| {
        let there: Vec<UnitId> = units.into_iter().filter(|&unit| scenario.unit(unit).is_some()).collect();
        topmost(scenario, &there)
    })
}

fn is_possible(state: AppState, act: Act, units: &[UnitId]) -> bool {
    match act {
        Act::Open(Panel::AddUnits | Panel::AddColumn) => true,
        Act::Open(Panel::Column) => matches!(state.selected.get().column, Column::Figures(..)),
        Act::Rename => units.len() < 2,
        Act::Open(Panel::Describe | Panel::Move | Panel::Group) | Act::Remove => !units.is_empty(),
        Act::Shift(shift) => {
            state.view.sorted.with(|sorted| sorted.by.is_none())
                && state.read_scenario(|scenario| shift_units(scenario, units, shift).is_some())
        }
        Act::Ungroup => match units {
            [unit] => state.read_scenario(|scenario| scenario.children(*unit).next().is_some()),
            _ => false,
        },
    }
}

fn run(state: AppState, grid: GridState, act: Act, units: Vec<UnitId>) {
    match act {
        Act::Open(panel) => {
            state.view.panel.update(|open| *open = if *open == Some(panel) { None } else { Some(panel) });
        }
        Act::Rename => {
            let row = state.selected.get_untracked().row;
            open_cell(state, grid, Selected { row, column: Column::Unit }, None);
        }
        Act::Shift(shift) => {
            let edit = state.with_draft(|draft| shift_units(draft.scenario(), &units, shift));
            if let Some(edit) = edit {
                state.dispatch(edit);
            }
        }
        Act::Ungroup => {
            let Some(&group) = units.first() else { return };
            let (inside, edit) = state.with_draft(|draft| {
                let scenario = draft.scenario();
                let inside = scenario.children(group).next().map(|unit| unit.id);
                (inside, ungroup_unit(scenario, group))
            });
            // Chosen is only a unit below the province.
            if let Ok(edit) = edit {
                select_row(state, inside.map_or(Row::Total, Row::Unit));
                state.dispatch(edit);
                focus_selected(state);
            }
        }
        Act::Remove => {
            let row = state.with_draft(|draft| row_after(draft.scenario(), grid, &units));
            select_row(state, row);
            state.dispatch(Edit::RemoveUnits(units));
            focus_selected(state);
        }
    }
}

fn select_row(state: AppState, row: Row) {
    state.anchor.set(None);
    state.selected.update(|selected| selected.row = row);
}

/// The row to select once these units are gone: the next that stays, else the last before them.
fn row_after(scenario: &Scenario, grid: GridState, gone: &[UnitId]) -> Row {
    let goes =
        |unit: UnitId| gone.contains(&unit) || way_up(scenario, unit).iter().any(|up| gone.contains(up));
    grid.rows.with_untracked(|rows| {
        let first = rows.iter().position(|row| gone.contains(&row.unit)).unwrap_or(0);
        let (before, behind) = rows.split_at(first);
        let next = behind.iter().chain(before.iter().rev()).find(|row| !goes(row.unit));
        next.map_or(Row::Total, |row| Row::Unit(row.unit))
    })
}
