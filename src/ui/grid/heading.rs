//! The heading of the table: what each column holds, from where, and a press that sorts by it.

use leptos::prelude::*;

use super::cell::column_name;
use super::sort;
use super::table::GridState;
use crate::model::Decimal;
use crate::text::{self, Language};
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Column, Panel};

/// A column's name.
pub fn name(state: AppState, column: Column, language: Language) -> String {
    let text = text::text(language);
    let (last, year, base) = state.with_province(|node| (node.last_year(), node.slot.year, node.base));
    match column {
        Column::Unit => text.col_unit.to_owned(),
        Column::Last => (text.col_last)(last),
        Column::Given => (text.col_given)(year),
        Column::Change => text.col_change.to_owned(),
        Column::Beside => text.compare.column.to_owned(),
        Column::Before => text.col_before.to_owned(),
        Column::Track => (text.col_chart)((text.base_short)(base)),
        Column::After => text.col_after.to_owned(),
        Column::Difficulty => text.col_difficulty.to_owned(),
        Column::Floor => text.floor.to_owned(),
        Column::Ceiling => text.ceiling.to_owned(),
        Column::Figures(measure, scope) => {
            state.with_draft(|draft| text::figures_heading(measure, scope, draft.scenario(), language))
        }
    }
}

/// The heading row.
#[component]
pub fn Heading() -> impl IntoView {
    let grid = expect_context::<GridState>();
    view! {
        <thead role="rowgroup">
            <tr role="row" aria-rowindex="1">
                {move || grid.columns.get().into_iter().map(|column| view! { <ColumnHead column /> }).collect_view()}
            </tr>
        </thead>
    }
}

#[component]
fn ColumnHead(column: Column) -> impl IntoView {
    let state = expect_context::<AppState>();
    let years = state.follow_province(|node| (node.slot, node.base));
    let words = Memo::new(move |_| {
        // Read, not only tracked: a memo that nobody has read yet follows nothing.
        years.with(|_| ());
        name(state, column, state.language.get())
    });
    let sorted = move || state.view.sorted.with(|sorted| sorted.by.filter(|by| by.0 == column));
    let direction =
        move || sorted().map(|(_, descending)| if descending { "descending" } else { "ascending" });
    let shape =
        move || sorted().map(|(_, descending)| if descending { Shape::Descending } else { Shape::Ascending });
    let sort = move |_| sort::sort_next(state, column);
    view! {
        <th role="columnheader" scope="col" data-column=column_name(column) aria-sort=direction>
            {if column == Column::Track {
                view! { <Axis name=words /> }.into_any()
            } else {
                view! {
                    <button type="button" class="grid__sort" tabindex="-1" on:click=sort>
                        {move || shape().map(|shape| view! { <Icon shape /> })}
                        <span>{words}</span>
                    </button>
                    <Origin column />
                }
                .into_any()
            }}
        </th>
    }
}

/// The ends of the chart's axis.
#[component]
fn Axis(name: Memo<String>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let ends = Memo::new(move |_| {
        let (low, high) = grid.axis.get().ends_in_tenths();
        let end = |tenths: i64| state.language.get().percent(&Decimal::new(tenths, 1));
        (end(low), end(high))
    });
    view! {
        <span class="grid__axis" aria-hidden="true">
            <span>{move || ends.get().0}</span>
            <span class="grid__axis-name">{name}</span>
            <span>{move || ends.get().1}</span>
        </span>
        <span class="spoken">{name}</span>
    }
}

/// Under the name of figures: how they came to be here.
#[component]
fn Origin(column: Column) -> impl IntoView {
    let state = expect_context::<AppState>();
    let Column::Figures(measure, scope) = column else { return ().into_any() };
    let words = Memo::new(move |_| {
        let (year, language) = (state.figures_year.get(), state.language.get());
        state.read_scenario(|scenario| text::figures_origin(measure, year, scope, scenario, language))
    });
    let open = move |_| {
        state.selected.update(|selected| selected.column = column);
        state.view.panel.set(Some(Panel::Column));
    };
    view! {
        <button
            type="button"
            class="grid__origin"
            tabindex="-1"
            title=move || words.get().1
            on:click=open
        >
            {move || words.get().0}
        </button>
    }
    .into_any()
}
