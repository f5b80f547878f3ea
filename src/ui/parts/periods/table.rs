//! The table unit × period: one tab stop, the keys of every table, the selected cell is explained below.

use leptos::ev::{ClipboardEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

use super::{Planned, end_at, row_of};
use crate::calc::Row;
use crate::calc::period::PeriodPlan;
use crate::exchange::Copied;
use crate::model::Periods;
use crate::table::{At, Block, Cursor, Gesture};
use crate::text;
use crate::ui::browser;
use crate::ui::grid::put_cells;
use crate::ui::state::AppState;

/// The table. The cursor's rows are units, then that of all; its columns are periods.
#[component]
pub fn PeriodTable(planned: Planned, cursor: RwSignal<Cursor>) -> impl IntoView {
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
        let now = cursor.get_untracked();
        let inside = now.within(size);
        if inside != now {
            cursor.set(inside);
        }
    });
    let year = state.follow_plan(|node| node.slot.year);
    let last_year = state.follow_plan(crate::calc::NodePlan::last_year);
    let go = move |to: Cursor| {
        cursor.set(to);
        browser::focus(&cell_id(to.at));
    };
    let keydown = move |event: KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 || event.alt_key() {
            return;
        }
        let control = event.ctrl_key() || event.meta_key();
        let gesture = Gesture::of_key(&event.key(), control, event.shift_key());
        let after = |(gesture, size)| cursor.get_untracked().after(gesture, size, |_| true);
        if let Some(to) = gesture.zip(size.get_untracked()).and_then(after) {
            event.prevent_default();
            go(to);
        }
    };
    let click = move |event: MouseEvent| {
        if let Some(cell) = cell_of(&event) {
            go(if event.shift_key() { cursor.get_untracked().reaching(cell) } else { Cursor::single(cell) });
        }
    };
    let copy = move |event: ClipboardEvent| {
        let block = cursor.get_untracked().block();
        let rows = planned.with_untracked(|planned| planned.as_ref().ok().map(|plan| copied(plan, &block)));
        if let Some(rows) = rows {
            put_cells(state, &event, &rows);
        }
    };
    view! {
        <div class="periods__scroll">
            <table
                class="period-table"
                role="grid"
                aria-multiselectable="true"
                aria-label=move || (state.text().periods.table_label)(year.get())
                on:keydown=keydown
                on:click=click
                on:copy=copy
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
                        (0..=units.len()).map(|row| view! { <PeriodRow planned cursor row count=periods.count() /> }).collect_view()
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
fn PeriodRow(planned: Planned, cursor: RwSignal<Cursor>, row: usize, count: usize) -> impl IntoView {
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
            {(0..count).map(|column| view! { <PeriodCell planned cursor cell=At { row, column } /> }).collect_view()}
            <td class="period-table__fact">{move || people(given)}</td>
        </tr>
    }
}

#[component]
fn PeriodCell(planned: Planned, cursor: RwSignal<Cursor>, cell: At) -> impl IntoView {
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
            tabindex=move || if cursor.get().at == cell { "0" } else { "-1" }
            aria-selected=move || cursor.get().block().contains(cell).to_string()
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

/// The block as a spreadsheet takes it.
fn copied(plan: &PeriodPlan, block: &Block) -> Vec<Vec<Copied>> {
    let cell = |at| end_at(plan, at).map_or(Copied::Blank, |end| Copied::Whole(end.into()));
    let row = |row| block.columns.clone().map(|column| cell(At { row, column })).collect();
    block.rows.clone().map(row).collect()
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
