//! The table unit × period: one tab stop, arrows move, the selected cell is explained below.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::{Planned, end_at, row_of};
use crate::calc::Row;
use crate::calc::period::PeriodPlan;
use crate::model::Periods;
use crate::table::{At, Motion, moved};
use crate::text;
use crate::ui::browser;
use crate::ui::state::AppState;

/// How far PgUp and PgDn go.
const PAGE: usize = 10;

/// The table. `at` is the selected cell: rows of units, then that of all; columns are periods.
#[component]
pub fn PeriodTable(planned: Planned, at: RwSignal<At>) -> impl IntoView {
    let state = expect_context::<AppState>();
    // Rows and columns are built anew only where others are there; else only their numbers change.
    let shape = Memo::new(move |_| {
        planned.with(|planned| {
            let plan = planned.as_ref().ok();
            plan.map(|plan| (plan.rows.iter().map(|row| row.unit).collect::<Vec<_>>(), plan.rule.periods))
        })
    });
    let size = Memo::new(move |_| planned.with(|planned| planned.as_ref().map(size).ok()));
    Effect::new(move || {
        let Some(size) = size.get() else { return };
        let inside = At {
            row: at.get_untracked().row.min(size.row - 1),
            column: at.get_untracked().column.min(size.column - 1),
        };
        if inside != at.get_untracked() {
            at.set(inside);
        }
    });
    let year = state.follow_plan(|node| node.slot.year);
    let last_year = state.follow_plan(crate::calc::NodePlan::last_year);
    let go = move |to: At| {
        at.set(to);
        browser::focus(&cell_id(to));
    };
    let keydown = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 || event.alt_key() {
            return;
        }
        let motion = motion(&event.key(), event.ctrl_key() || event.meta_key());
        if let Some((motion, size)) = motion.zip(size.get_untracked()) {
            event.prevent_default();
            go(moved(size, at.get_untracked(), motion, |_| true));
        }
    };
    let click = move |event: web_sys::MouseEvent| {
        if let Some(cell) = cell_of(&event) {
            go(cell);
        }
    };
    view! {
        <div class="periods__scroll">
            <table
                class="period-table"
                role="grid"
                aria-label=move || (state.text().periods.table_label)(year.get())
                on:keydown=keydown
                on:click=click
            >
                <thead>
                    <tr>
                        <th scope="col">{move || state.text().col_unit}</th>
                        <th scope="col">{move || (state.text().col_last)(last_year.get())}</th>
                        {move || shape.get().map(|(_, periods)| headings(state, periods))}
                        <th scope="col">{move || (state.text().col_given)(year.get())}</th>
                    </tr>
                </thead>
                <tbody>
                    {move || shape.get().map(|(units, periods)| {
                        (0..=units.len()).map(|row| view! { <PeriodRow planned at row count=periods.count() /> }).collect_view()
                    })}
                </tbody>
            </table>
        </div>
    }
}

fn headings(state: AppState, periods: Periods) -> impl IntoView {
    (0..periods.count())
        .map(|place| view! { <th scope="col">{move || (state.text().periods.period)(periods, place)}</th> })
        .collect_view()
}

/// One unit, or all of them.
#[component]
fn PeriodRow(planned: Planned, at: RwSignal<At>, row: usize, count: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let name = state.follow_words(move |_, scenario, language| {
        planned.with(|planned| match planned.as_ref().map(|plan| row_of(plan, row)) {
            Ok(Row::Unit(unit)) => text::unit_name(scenario, unit, language),
            Ok(Row::Total) | Err(_) => text::text(language).periods.total.to_owned(),
        })
    });
    let is_total = move || planned.with(|planned| planned.as_ref().is_ok_and(|plan| row == plan.rows.len()));
    let people = move |read: fn(&PeriodPlan, usize) -> u64| {
        let language = state.language.get();
        planned
            .with(|planned| planned.as_ref().map(|plan| language.people(read(plan, row))).unwrap_or_default())
    };
    view! {
        <tr class="period-table__row" data-total=move || is_total().then_some("")>
            <th scope="row" lang=move || (!is_total()).then_some("vi")>{name}</th>
            <td class="period-table__fact">{move || people(last)}</td>
            {(0..count).map(|column| view! { <PeriodCell planned at cell=At { row, column } /> }).collect_view()}
            <td class="period-table__fact">{move || people(given)}</td>
        </tr>
    }
}

#[component]
fn PeriodCell(planned: Planned, at: RwSignal<At>, cell: At) -> impl IntoView {
    let state = expect_context::<AppState>();
    let shown = move || {
        let language = state.language.get();
        let end = planned.with(|planned| planned.as_ref().ok().and_then(|plan| end_at(plan, cell)));
        end.map(|end| language.people(end))
    };
    view! {
        <td
            id=cell_id(cell)
            data-period-cell=""
            tabindex=move || if at.get() == cell { "0" } else { "-1" }
            aria-selected=move || (at.get() == cell).to_string()
        >
            {shown}
        </td>
    }
}

fn last(plan: &PeriodPlan, row: usize) -> u64 {
    plan.rows.get(row).map_or(plan.last, |row| row.last)
}

fn given(plan: &PeriodPlan, row: usize) -> u64 {
    plan.rows.get(row).map_or(plan.given, |row| row.given)
}

/// Rows and columns that can be selected.
fn size(plan: &PeriodPlan) -> At {
    At { row: plan.rows.len() + 1, column: plan.ends.len() }
}

fn cell_id(At { row, column }: At) -> String {
    format!("period-{row}-{column}")
}

/// The cell an event happened in.
fn cell_of(event: &web_sys::Event) -> Option<At> {
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let id = target.closest("[data-period-cell]").ok().flatten()?.id();
    let (row, column) = id.strip_prefix("period-")?.split_once('-')?;
    Some(At { row: row.parse().ok()?, column: column.parse().ok()? })
}

fn motion(key: &str, control: bool) -> Option<Motion> {
    Some(match (key, control) {
        ("ArrowUp", false) => Motion::Up,
        ("ArrowDown", false) => Motion::Down,
        ("ArrowLeft", false) => Motion::Left,
        ("ArrowRight", false) => Motion::Right,
        ("ArrowUp", true) => Motion::EdgeUp,
        ("ArrowDown", true) => Motion::EdgeDown,
        ("ArrowLeft", true) => Motion::EdgeLeft,
        ("ArrowRight", true) => Motion::EdgeRight,
        ("PageUp", false) => Motion::PageUp(PAGE),
        ("PageDown", false) => Motion::PageDown(PAGE),
        ("Home", false) => Motion::RowStart,
        ("End", false) => Motion::RowEnd,
        ("Home", true) => Motion::First,
        ("End", true) => Motion::Last,
        _ => return None,
    })
}
