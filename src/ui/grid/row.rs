//! One row of the table. It follows its own line of the plan, so an edit touches only what it changed.

use leptos::attr::custom::custom_attribute;
use leptos::prelude::*;

use super::cell::GridCell;
use super::editor::Editor;
use super::keys::set_open;
use super::table::GridState;
use crate::calc::{Cell, Difficulty, Row, Standing, UnitPlan};
use crate::model::{Limit, Measure, Quantity, Scope, UnitId};
use crate::table::TableRow;
use crate::text::{self, BLANK, total_cell, unit_cell};
use crate::ui::chart::{Dumbbell, Whiskers};
use crate::ui::compare::difference;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Column, Selected};

/// What a row's cells follow.
#[derive(Clone, Copy)]
struct Line {
    state: AppState,
    grid: GridState,
    unit: UnitId,
    /// Where the row stands; the province's own line stands nowhere among the units.
    place: Memo<Option<(usize, TableRow)>>,
    line: Memo<Option<UnitPlan>>,
    standing: Memo<Standing>,
}

impl Line {
    fn is(self, read: fn(&UnitPlan) -> bool) -> Memo<bool> {
        Memo::new(move |_| self.line.with(|line| line.as_ref().is_some_and(read)))
    }

    fn words(self, cell: Cell) -> Option<String> {
        let language = self.state.language.get();
        self.line.with(|line| line.as_ref().and_then(|line| unit_cell(line, cell, language)))
    }
}

/// A unit's row.
#[component]
pub fn UnitRow(unit: UnitId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let line = state.follow_line(unit);
    let standing =
        Memo::new(move |_| line.with(|line| line.as_ref().map(UnitPlan::standing).unwrap_or_default()));
    let place = Memo::new(move |_| grid.place(unit));
    let line = Line { state, grid, unit, place, line, standing };
    let level = Memo::new(move |_| place.get().map_or(1, |(_, row)| row.level));
    let left_out = line.is(|line| line.left_out);
    let row = Row::Unit(unit);
    let in_block = block_of_row(grid, move || place.get().map(|(place, _)| place));
    view! {
        <tr
            role="row"
            class="grid__row"
            data-row=""
            data-selected=move || (state.selected.get().row == row).then_some("")
            data-left-out=move || left_out.get().then_some("")
            data-level=move || level.get().to_string()
            data-inner=move || place.get().and_then(|(_, row)| row.open).map(|_| "")
            aria-rowindex=move || place.get().map(|(place, _)| (place + 2).to_string())
        >
            // By column, so that a cell never takes over what another column's cell told the browser.
            <For each=move || grid.columns.get() key=|column| *column let:column>
                <UnitCell line column in_block=in_block_at(grid, in_block, column) />
            </For>
        </tr>
    }
}

/// Whether a column of the row is in the selected block.
fn in_block_at(
    grid: GridState,
    in_block: Memo<Option<std::ops::Range<usize>>>,
    column: Column,
) -> Signal<bool> {
    Signal::derive(move || {
        in_block.with(|block| {
            let block = block.as_ref()?;
            let place = grid.columns.with(|columns| columns.iter().position(|other| *other == column))?;
            Some(block.contains(&place))
        }) == Some(true)
    })
}

/// The columns of the selected block in this row.
fn block_of_row(
    grid: GridState,
    place: impl Fn() -> Option<usize> + Send + Sync + 'static,
) -> Memo<Option<std::ops::Range<usize>>> {
    Memo::new(move |_| {
        grid.block.with(|block| {
            let block = block.as_ref()?;
            place().filter(|place| block.rows.contains(place)).map(|_| block.columns.clone())
        })
    })
}

#[component]
fn UnitCell(line: Line, column: Column, in_block: Signal<bool>) -> impl IntoView {
    let Line { state, unit, standing, .. } = line;
    let selected = Selected { row: Row::Unit(unit), column };
    let spoken = Signal::derive(move || spoken_move(state, standing.get()));
    match column {
        Column::Unit => name_cell(line, selected, in_block),
        Column::Given => given_cell(line, selected, in_block),
        Column::Figures(measure, scope) => figure_cell(line, selected, (measure, scope), in_block),
        Column::Floor => limit_cell(line, selected, |limit| limit.floor.as_ref(), in_block),
        Column::Ceiling => limit_cell(line, selected, |limit| limit.ceiling.as_ref(), in_block),
        Column::Last => {
            let missing = move || line.words(Cell::Last).is_none().then_some("");
            view! {
                <GridCell selected in_block spoken=None attr:data-missing=missing>
                    {move || line.words(Cell::Last).unwrap_or_else(|| state.text().missing.to_owned())}
                </GridCell>
            }
            .into_any()
        }
        Column::Track => {
            let whiskers = Signal::derive(move || {
                line.line.with(|line| line.as_ref().map(Whiskers::of).unwrap_or_default())
            });
            view! {
                <GridCell selected in_block spoken>
                    <Dumbbell standing axis=line.grid.axis whiskers other=other_mark(state, selected.row) />
                </GridCell>
            }
            .into_any()
        }
        Column::Difficulty => {
            let level = move || line.line.with(|line| line.as_ref().and_then(|line| line.difficulty));
            view! {
                <GridCell selected in_block spoken=None>
                    <span class="difficulty" data-level=move || level_name(level())>
                        {move || line.words(Cell::Difficulty)}
                    </span>
                </GridCell>
            }
            .into_any()
        }
        Column::Change => plain_cell(line, selected, Cell::Change, in_block),
        Column::Beside => {
            let words = beside_words(state, selected.row, standing);
            view! { <GridCell selected in_block spoken=None>{move || words.get()}</GridCell> }.into_any()
        }
        Column::Before => plain_cell(line, selected, Cell::Before, in_block),
        Column::After => {
            // What is wrong is said with the problems; the mark shows where.
            let over = Memo::new(move |_| standing.get().is_over_base());
            let mark = move || {
                over.get().then(|| view! { <span class="grid__over"><Icon shape=Shape::Warning /></span> })
            };
            view! { <GridCell selected in_block spoken=None>{mark}{move || line.words(Cell::After)}</GridCell> }
                .into_any()
        }
    }
}

fn plain_cell(line: Line, selected: Selected, cell: Cell, in_block: Signal<bool>) -> AnyView {
    view! { <GridCell selected in_block spoken=None>{move || line.words(cell)}</GridCell> }.into_any()
}

/// The unit's name; for a node also whether it is open, and whether what it shares out adds up.
fn name_cell(line: Line, selected: Selected, in_block: Signal<bool>) -> AnyView {
    let Line { state, grid, unit, place, .. } = line;
    let name =
        state.follow(move |scenario| scenario.unit(unit).map(|unit| unit.name.clone()).unwrap_or_default());
    let editing = editing(grid, selected);
    // The row's own memo, not one of this cell's: attributes of a cell that another lens has put in its place may
    // be worked out once more.
    let row = move || place.get().map(|(_, row)| row);
    let open = move || row().and_then(|row| row.open);
    let level = move || row().map(|row| row.level.to_string());
    let count = move |read: fn(TableRow) -> usize| {
        move || row().filter(|_| grid.is_tree()).map(|row| read(row).to_string())
    };
    let toggle = move |event: web_sys::MouseEvent| {
        if let Some(is_open) = place.get_untracked().and_then(|(_, row)| row.open) {
            event.stop_propagation();
            set_open(state, unit, !is_open);
        }
    };
    view! {
        <GridCell
            selected
            in_block
            spoken=None
            attr:aria-expanded=move || open().map(|open| open.to_string())
            attr:aria-posinset=count(|row| row.place)
            attr:aria-setsize=count(|row| row.siblings)
        >
            {move || open().map(|open| view! {
                <span class="grid__toggle" aria-hidden="true" on:click=toggle>
                    <Icon shape=if open { Shape::Down } else { Shape::Right } />
                </span>
            })}
            {move || if editing.get() {
                view! { <Editor cell=selected /> }.into_any()
            } else {
                view! { <span lang="vi" class="grid__name">{name}</span> }.into_any()
            }}
            <Badge unit />
        </GridCell>
    }
    .add_any_attr(custom_attribute("aria-level", move || level().filter(|_| grid.is_tree())))
    .into_any()
}

/// Whether a node hands down exactly what it gets: ✓, or by how much it is off.
#[component]
fn Badge(unit: UnitId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let status = state.follow_plans_words(move |plan, _, language| {
        plan.node(unit).map(|node| (node.is_balanced(), text::status(node, language)))
    });
    move || {
        let in_plan = state.lens.get() == crate::address::Lens::Allocate;
        status.get().filter(|_| in_plan).map(|(balanced, words)| {
            view! {
                <span class="grid__badge" data-balanced=balanced.to_string()>
                    <Icon shape=if balanced { Shape::Check } else { Shape::Warning } />
                    <span class=if balanced { "spoken" } else { "" }>{words}</span>
                </span>
            }
        })
    }
}

/// What the unit gets: tinted where it has just changed, marked where it is locked.
fn given_cell(line: Line, selected: Selected, in_block: Signal<bool>) -> AnyView {
    let Line { state, .. } = line;
    let locked = line.is(|line| line.locked);
    let left_out = line.is(|line| line.left_out);
    let editing = editing(line.grid, selected);
    let given = Memo::new(move |_| line.line.with(|line| line.as_ref().and_then(|line| line.given)));
    let tint = tint(given);
    let content = move || match line.words(Cell::Given) {
        _ if editing.get() => view! { <Editor cell=selected /> }.into_any(),
        Some(given) if locked.get() => view! {
            <span class="grid__lock"><Icon shape=Shape::Lock /></span>
            {given}
            <span class="spoken">", "{state.text().locked_mark}</span>
        }
        .into_any(),
        Some(given) => given.into_any(),
        None if left_out.get() => {
            view! { <span class="grid__none">{state.text().left_out}</span> }.into_any()
        }
        None => view! { <span class="grid__none">{state.text().not_given}</span> }.into_any(),
    };
    view! {
        <GridCell
            selected
            in_block
            spoken=None
            attr:data-changed=tint
            attr:data-locked=move || locked.get().then_some("")
        >
            {content}
        </GridCell>
    }
    .into_any()
}

/// A floor or ceiling as it was set.
fn limit_cell(
    line: Line,
    selected: Selected,
    chosen: fn(&Limit) -> Option<&Quantity>,
    in_block: Signal<bool>,
) -> AnyView {
    let Line { state, unit, .. } = line;
    let editing = editing(line.grid, selected);
    let words = state.follow_plans_words(move |plan, scenario, language| {
        let limit = scenario.limits.get(plan.province().slot, unit)?;
        chosen(limit).map(|quantity| text::typed(quantity, language))
    });
    let content = move || {
        if editing.get() { view! { <Editor cell=selected /> }.into_any() } else { words.get().into_any() }
    };
    view! { <GridCell selected in_block spoken=None>{content}</GridCell> }.into_any()
}

/// A figure of Số liệu: the unit's own, or, muted, what its units come to.
fn figure_cell(
    line: Line,
    selected: Selected,
    (measure, scope): (Measure, Scope),
    in_block: Signal<bool>,
) -> AnyView {
    let Line { state, grid, unit, .. } = line;
    let editing = editing(grid, selected);
    let figure = Memo::new(move |_| grid.figure(measure, scope, unit));
    let people = Memo::new(move |_| figure.get().map(|figure| figure.people));
    let tint = tint(people);
    let sum = move || figure.get().is_some_and(|figure| figure.column.is_none()).then_some("");
    let content = move || {
        if editing.get() {
            return view! { <Editor cell=selected /> }.into_any();
        }
        match people.get() {
            Some(people) => state.language.get().people(people).into_any(),
            None => view! {
                <span class="grid__none" aria-hidden="true">{BLANK}</span>
                <span class="spoken">{state.text().missing}</span>
            }
            .into_any(),
        }
    };
    view! {
        <GridCell selected in_block spoken=None attr:data-changed=tint attr:data-sum=sum>{content}</GridCell>
    }
    .into_any()
}

fn editing(grid: GridState, cell: Selected) -> Memo<bool> {
    Memo::new(move |_| grid.editing.with(|editing| editing.as_ref().is_some_and(|e| e.cell == cell)))
}

/// Counts the changes of a number: each one tints its cell anew.
fn tint(number: Memo<Option<u64>>) -> impl Fn() -> Option<&'static str> + Copy {
    let changes = RwSignal::new(0_u32);
    Effect::new(move |before: Option<Option<u64>>| {
        let now = number.get();
        if before.is_some_and(|before| before != now) {
            changes.update(|changes| *changes = changes.wrapping_add(1));
        }
        now
    });
    move || match changes.get() {
        0 => None,
        odd if odd % 2 == 1 => Some("a"),
        _ => Some("b"),
    }
}

/// The province's own line: the target, and whether everything adds up to it; in Số liệu its own figures.
#[component]
pub fn TotalRow() -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let in_block = block_of_row(grid, move || Some(grid.rows.with(Vec::len)));
    view! {
        <tr
            role="row"
            class="grid__row grid__row--total"
            data-selected=move || (state.selected.get().row == Row::Total).then_some("")
            aria-rowindex=move || (grid.rows.with(Vec::len) + 2).to_string()
        >
            {move || {
                let columns = grid.columns.get();
                columns.into_iter().enumerate().map(|(number, column)| {
                    let in_block = Signal::derive(move || in_block.with(|block| {
                        block.as_ref().is_some_and(|columns| columns.contains(&number))
                    }));
                    total_column(state, grid, column, in_block)
                }).collect_view()
            }}
        </tr>
    }
}

fn total_column(state: AppState, grid: GridState, column: Column, in_block: Signal<bool>) -> AnyView {
    let selected = Selected { row: Row::Total, column };
    let standing = state.follow_province(|node| node.total);
    let words = move |cell: Cell| {
        state.follow_province_words(move |node, _, language| total_cell(node, cell, language))
    };
    let spoken = Signal::derive(move || spoken_move(state, standing.get()));
    let content = match column {
        Column::Unit => {
            let editing = editing(grid, selected);
            let total_label =
                state.follow_words(|_, scenario, language| text::total_name(scenario, language));
            view! {
                {move || if editing.get() {
                    view! { <Editor cell=selected /> }.into_any()
                } else {
                    total_label.get().into_any()
                }}
            }
            .into_any()
        }
        Column::Track => {
            let other = other_mark(state, selected.row);
            view! { <Dumbbell standing axis=grid.axis whiskers=Whiskers::default() other /> }.into_any()
        }
        Column::Difficulty => {
            let words = words(Cell::Difficulty);
            let balanced = state.follow_province(crate::calc::NodePlan::is_balanced);
            view! {
                <span class="grid__status" data-balanced=move || balanced.get().to_string()>
                    {move || view! { <Icon shape=if balanced.get() { Shape::Check } else { Shape::Warning } /> }}
                    {move || words.get()}
                </span>
            }
            .into_any()
        }
        Column::Figures(measure, scope) => {
            let unit = state.with_province(|node| node.node);
            let place = Memo::new(|_| None);
            let line = Line { state, grid, unit, place, line: state.follow_line(unit), standing };
            return figure_cell(line, selected, (measure, scope), in_block);
        }
        Column::Floor | Column::Ceiling => ().into_any(),
        Column::Last => view! { {words(Cell::Last)} }.into_any(),
        Column::Given => view! { {words(Cell::Given)} }.into_any(),
        Column::Change => view! { {words(Cell::Change)} }.into_any(),
        Column::Beside => {
            let words = beside_words(state, Row::Total, standing);
            view! { {move || words.get()} }.into_any()
        }
        Column::Before => view! { {words(Cell::Before)} }.into_any(),
        Column::After => view! { {words(Cell::After)} }.into_any(),
    };
    view! { <GridCell selected in_block spoken>{content}</GridCell> }.into_any()
}

/// What a row is given in the scenario laid beside; nothing where there is none.
fn other_mark(state: AppState, row: Row) -> Memo<Option<Standing>> {
    Memo::new(move |_| state.beside.standing(row))
}

/// What is given here less what is given there.
fn beside_words(state: AppState, row: Row, standing: Memo<Standing>) -> Memo<String> {
    Memo::new(move |_| {
        let by = state.beside.standing(row).and_then(|there| difference(standing.get(), there));
        let blank = || BLANK.to_owned();
        by.map_or_else(blank, |by| state.language.get().signed(by))
    })
}

/// The chart's mark in words.
fn spoken_move(state: AppState, standing: Standing) -> Option<String> {
    let language = state.language.get();
    let base = state.with_province(|node| node.base);
    Some(text::rate_move(&standing.before()?, &standing.after()?, base, language))
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
