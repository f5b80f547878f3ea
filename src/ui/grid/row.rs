//! One row of the table. It follows its own line of the plan, so an edit touches only what it changed.

use leptos::prelude::*;

use super::cell::{GridCell, columns};
use super::editor::Editor;
use super::table::GridState;
use crate::calc::{Cell, Difficulty, Row, Standing, UnitPlan};
use crate::model::UnitId;
use crate::text::{self, total_cell, unit_cell};
use crate::ui::chart::Dumbbell;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Column, Selected};

/// A unit's row. `place` is its place in document order, where the plan has its line.
#[component]
pub fn UnitRow(place: usize, unit: UnitId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let line = state.follow_plan(move |node| node.units.get(place).cloned());
    let read = move |read: fn(&UnitPlan) -> bool| {
        Memo::new(move |_| line.with(|line| line.as_ref().is_some_and(read)))
    };
    let locked = read(|line| line.locked);
    let left_out = read(|line| line.left_out);
    let name = Memo::new(move |_| grid.names.with(|names| names.get(place).cloned().unwrap_or_default()));
    let standing =
        Memo::new(move |_| line.with(|line| line.as_ref().map(UnitPlan::standing).unwrap_or_default()));
    let editing =
        Memo::new(move |_| grid.editing.with(|editing| editing.as_ref().is_some_and(|e| e.unit == unit)));
    // Counts the changes of what is given: each one tints the cell anew.
    let given = Memo::new(move |_| line.with(|line| line.as_ref().and_then(|line| line.given)));
    let changes = RwSignal::new(0_u32);
    Effect::new(move |before: Option<Option<u64>>| {
        let now = given.get();
        if before.is_some_and(|before| before != now) {
            changes.update(|changes| *changes = changes.wrapping_add(1));
        }
        now
    });
    let tint = move || match changes.get() {
        0 => None,
        odd if odd % 2 == 1 => Some("a"),
        _ => Some("b"),
    };
    let words = move |cell: Cell| {
        let language = state.language.get();
        line.with(|line| line.as_ref().and_then(|line| unit_cell(line, cell, language)))
    };
    let content = move |column: Column| match column {
        Column::Unit => view! { <span lang="vi">{name}</span> }.into_any(),
        Column::Given => view! {
            {move || if editing.get() {
                view! { <Editor unit editing=grid.editing /> }.into_any()
            } else {
                given_words(state, &words, locked.get(), left_out.get())
            }}
        }
        .into_any(),
        Column::Track => view! { <Dumbbell standing axis=grid.axis /> }.into_any(),
        Column::Difficulty => {
            let level = move || line.with(|line| line.as_ref().and_then(|line| line.difficulty));
            view! { <span class="difficulty" data-level=move || level_name(level())>{move || words(Cell::Difficulty)}</span> }
                .into_any()
        }
        Column::Last => {
            view! { {move || words(Cell::Last).unwrap_or_else(|| state.text().missing.to_owned())} }
                .into_any()
        }
        Column::Change => view! { {move || words(Cell::Change)} }.into_any(),
        Column::Before => view! { {move || words(Cell::Before)} }.into_any(),
        Column::After => view! { {move || words(Cell::After)} }.into_any(),
    };
    let spoken = Signal::derive(move || spoken_move(state, standing.get()));
    let cell = move |column: Column| {
        let changed = move || if column == Column::Given { tint() } else { None };
        let own_lock = move || (column == Column::Given && locked.get()).then_some("");
        let missing = move || (column == Column::Last && words(Cell::Last).is_none()).then_some("");
        view! {
            <GridCell
                selected=Selected { row: Row::Unit(unit), column }
                spoken
                attr:data-changed=changed
                attr:data-locked=own_lock
                attr:data-missing=missing
            >
                {content(column)}
            </GridCell>
        }
    };
    view! {
        <tr
            role="row"
            class="grid__row"
            data-selected=move || (state.selected.get().row == Row::Unit(unit)).then_some("")
            data-left-out=move || left_out.get().then_some("")
        >
            {move || columns(grid.has_rates.get()).iter().map(|&column| cell(column)).collect_view()}
        </tr>
    }
}

/// The province's own line: the target, and whether everything adds up to it.
#[component]
pub fn TotalRow() -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let standing = state.follow_plan(|node| node.total);
    let balanced = state.follow_plan(crate::calc::NodePlan::is_balanced);
    let words =
        move |cell: Cell| state.follow_words(move |node, _, language| total_cell(node, cell, language));
    let content = move |column: Column| match column {
        Column::Unit => view! { {move || state.text().row_total} }.into_any(),
        Column::Track => view! { <Dumbbell standing axis=grid.axis /> }.into_any(),
        Column::Difficulty => {
            let words = words(Cell::Difficulty);
            view! {
                <span class="grid__status" data-balanced=move || balanced.get().to_string()>
                    {move || view! { <Icon shape=if balanced.get() { Shape::Check } else { Shape::Warning } /> }}
                    {move || words.get()}
                </span>
            }
            .into_any()
        }
        Column::Last => view! { {words(Cell::Last)} }.into_any(),
        Column::Given => view! { {words(Cell::Given)} }.into_any(),
        Column::Change => view! { {words(Cell::Change)} }.into_any(),
        Column::Before => view! { {words(Cell::Before)} }.into_any(),
        Column::After => view! { {words(Cell::After)} }.into_any(),
    };
    let spoken = Signal::derive(move || spoken_move(state, standing.get()));
    let cell = move |column: Column| {
        view! {
            <GridCell selected=Selected { row: Row::Total, column } spoken>{content(column)}</GridCell>
        }
    };
    view! {
        <tr role="row" class="grid__row grid__row--total">
            {move || columns(grid.has_rates.get()).iter().map(|&column| cell(column)).collect_view()}
        </tr>
    }
}

/// The chart's mark in words.
fn spoken_move(state: AppState, standing: Standing) -> Option<String> {
    let language = state.language.get();
    let base = state.with_plan(|node| node.base);
    Some(text::rate_move(&standing.before()?, &standing.after()?, base, language))
}

/// The number given, with its lock; or why there is none.
fn given_words(
    state: AppState,
    words: &impl Fn(Cell) -> Option<String>,
    locked: bool,
    left_out: bool,
) -> AnyView {
    let text = state.text();
    match words(Cell::Given) {
        Some(given) if locked => view! {
            <span class="grid__lock"><Icon shape=Shape::Lock /></span>
            {given}
            <span class="spoken">", "{text.locked_mark}</span>
        }
        .into_any(),
        Some(given) => given.into_any(),
        None if left_out => view! { <span class="grid__none">{text.left_out}</span> }.into_any(),
        None => view! { <span class="grid__none">{text.not_given}</span> }.into_any(),
    }
}

fn level_name(level: Option<Difficulty>) -> &'static str {
    match level {
        None => "unknown",
        Some(Difficulty::Falls) => "falls",
        Some(Difficulty::None) => "none",
        Some(Difficulty::Reach) => "reach",
        Some(Difficulty::Stretch) => "stretch",
        Some(Difficulty::VeryHard) => "very-hard",
    }
}
