//! The table itself: heading, one row a unit, the province's line.

use leptos::prelude::*;

use super::TABLE_ID;
use super::cell::columns;
use super::editor::Editing;
use super::keys::{cell_of, edit, keydown, open_sheet};
use super::row::{TotalRow, UnitRow};
use crate::layout::Axis;
use crate::model::{Provenance, Slot, UnitId};
use crate::text;
use crate::ui::chart::rate_axis;
use crate::ui::state::{AppState, Column, Selected};

/// What every row shares.
#[derive(Clone, Copy)]
pub struct GridState {
    pub editing: RwSignal<Option<Editing>>,
    pub has_rates: Memo<bool>,
    /// The units' names, in the order of the rows.
    pub names: Memo<Vec<String>>,
    /// The axis all rows are drawn on.
    pub axis: Memo<Axis>,
    pub selector: StoredValue<Selector<Selected>>,
}

impl GridState {
    /// Whether this is the selected cell; tells only the two cells a change touches.
    pub fn is_selected(self, selected: Selected) -> bool {
        self.selector.with_value(|selector| selector.selected(&selected))
    }
}

/// The table.
#[component]
pub fn Grid() -> impl IntoView {
    let state = expect_context::<AppState>();
    let editing = RwSignal::new(None::<Editing>);
    let has_rates = state.follow_plan(crate::calc::NodePlan::has_rates);
    let selector = StoredValue::new(Selector::new(move || state.selected.get()));
    let axis = state.follow_plan(rate_axis);
    let names = state.follow(|scenario| {
        let root = scenario.root().map(|root| root.id);
        let units = scenario.units.iter().filter(|unit| unit.parent == root && unit.parent.is_some());
        units.map(|unit| unit.name.clone()).collect()
    });
    let grid = GridState { editing, has_rates, names, axis, selector };
    provide_context(grid);
    // A cell being edited belongs to one plan: another scenario or indicator closes it.
    let plan =
        state.follow_words(|node, scenario, _| (scenario.units.len(), scenario.name.clone(), node.slot));
    Effect::new(move |before: Option<(usize, String, Slot)>| {
        let now = plan.get();
        if before.is_some_and(|before| before != now) {
            editing.set(None);
        }
        now
    });
    // Places in document order: the same units keep the same rows.
    let rows = state.follow_plan(|node| {
        node.units.iter().map(|line| line.unit).enumerate().collect::<Vec<(usize, UnitId)>>()
    });
    let count = Memo::new(move |_| rows.with(Vec::len) + 2);
    let label = state.follow_words(|node, _, language| {
        let text = text::text(language);
        (text.table_label)((text.indicator)(node.slot.indicator), &node.slot.year.to_string())
    });
    let illustrative = state
        .follow(|scenario| scenario.facts.iter().any(|column| column.provenance == Provenance::Illustrative));
    let click = move |event: web_sys::MouseEvent| {
        if let Some(selected) = cell_of(&event) {
            state.selected.set(selected);
            open_sheet(state);
        }
    };
    let double_click = move |event: web_sys::MouseEvent| {
        if let Some(selected) = cell_of(&event) {
            edit(state, editing, selected, None);
        }
    };
    view! {
        <div class="grid-box">
            <table
                id=TABLE_ID
                class="grid"
                role="grid"
                aria-label=label
                aria-rowcount=move || count.get().to_string()
                data-rates=move || has_rates.get().then_some("")
                on:keydown=move |event| keydown(state, editing, &event)
                on:click=click
                on:dblclick=double_click
            >
                <Heading />
                <tbody role="rowgroup">
                    <For each=move || rows.get() key=|row| *row let:row>
                        <UnitRow place=row.0 unit=row.1 />
                    </For>
                </tbody>
                <tfoot role="rowgroup">
                    <TotalRow />
                </tfoot>
            </table>
            <Show when=move || illustrative.get()>
                <p class="grid-note">{move || state.text().illustrative_note}</p>
            </Show>
        </div>
    }
}

#[component]
fn Heading() -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let years = state.follow_plan(|node| (node.last_year(), node.slot.year, node.base));
    let axis = Memo::new(move |_| {
        let (axis, language) = (grid.axis.get(), state.language.get());
        let end = |value: f64| {
            // One decimal is what the axis is rounded to.
            #[allow(clippy::float_arithmetic, clippy::cast_possible_truncation)]
            let tenths = (value * 10.0).round() as i64;
            language.percent(&crate::model::Decimal::new(tenths, 1))
        };
        (end(axis.low), end(axis.high))
    });
    let words = move |column: Column| {
        let text = state.text();
        let (last, year, base) = years.get();
        match column {
            Column::Unit => text.col_unit.to_owned(),
            Column::Last => (text.col_last)(last),
            Column::Given => (text.col_given)(year),
            Column::Change => text.col_change.to_owned(),
            Column::Before => text.col_before.to_owned(),
            Column::Track => (text.col_chart)((text.base_short)(base)),
            Column::After => text.col_after.to_owned(),
            Column::Difficulty => text.col_difficulty.to_owned(),
        }
    };
    let heading = move |column: Column| {
        let shown = move || {
            if column == Column::Track {
                let (low, high) = axis.get();
                view! {
                    <span class="grid__axis" aria-hidden="true">
                        <span>{low}</span>
                        <span class="grid__axis-name">{words(column)}</span>
                        <span>{high}</span>
                    </span>
                    <span class="spoken">{words(column)}</span>
                }
                .into_any()
            } else {
                words(column).into_any()
            }
        };
        view! {
            <th role="columnheader" scope="col" data-column=super::cell::column_name(column)>{shown}</th>
        }
    };
    view! {
        <thead role="rowgroup">
            <tr role="row">
                {move || columns(grid.has_rates.get()).iter().map(|&column| heading(column)).collect_view()}
            </tr>
        </thead>
    }
}
