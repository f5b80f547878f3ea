//! What stands above the table: search, order, levels, columns of limits.

use leptos::prelude::*;

use super::cell::column_name;
use super::heading::name;
use super::sort::sort_by;
use super::{focus_selected, next_mismatch};
use crate::address::Lens;
use crate::calc::Row;
use crate::table::matches;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Column, Selected};

/// The tools of the table.
#[component]
pub fn TableTools() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_plan = move || state.lens.get() == Lens::Allocate;
    let has_units = state.follow(|scenario| scenario.units.len() > 1);
    view! {
        <Show when=move || has_units.get()>
            <Show when=is_plan>
                <LimitColumns />
            </Show>
            <Search />
            <Sort />
            <Levels />
        </Show>
    }
}

/// Finds units as their names are typed, with tone marks or without.
#[component]
fn Search() -> impl IntoView {
    let state = expect_context::<AppState>();
    let searched = state.view.searched;
    let found = Memo::new(move |_| {
        let searched = searched.get();
        (!searched.trim().is_empty()).then(|| {
            state.read_scenario(|scenario| matches(scenario, &searched).into_iter().collect::<Vec<_>>())
        })
    });
    let count = move || {
        let text = state.text();
        found.get().map(|found| {
            if found.is_empty() { text.grid.none_found.to_owned() } else { (text.grid.found)(found.len()) }
        })
    };
    let keydown = move |event: leptos::ev::KeyboardEvent| {
        if event.is_composing() || event.key_code() == 229 {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                if let Some(&unit) = found.get_untracked().as_deref().and_then(|found: &[_]| found.first()) {
                    let column = state.selected.get_untracked().column;
                    super::keys::select(state, Selected { row: Row::Unit(unit), column });
                }
            }
            "Escape" => {
                searched.set(String::new());
                focus_selected(state);
            }
            _ => return,
        }
        event.prevent_default();
    };
    view! {
        <label class="tools__search">
            <Icon shape=Shape::Search />
            <span class="spoken">{move || state.text().grid.search}</span>
            <input
                type="search"
                autocomplete="off"
                spellcheck="false"
                data-unfinished=""
                placeholder=move || state.text().grid.search
                prop:value=searched
                on:input:target=move |event| searched.set(event.target().value())
                on:keydown=keydown
            />
        </label>
        <span class="tools__found" role="status">{count}</span>
    }
}

/// The columns a reader sorts by, and the direction that is asked for most.
const SORTS: [(Column, bool); 6] = [
    (Column::Unit, false),
    (Column::Change, true),
    (Column::Given, true),
    (Column::Before, true),
    (Column::Before, false),
    (Column::After, true),
];

#[component]
fn Sort() -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = |by: Option<(Column, bool)>| match by {
        None => String::new(),
        Some((column, descending)) => format!("{}-{descending}", column_name(column)),
    };
    let now = Memo::new(move |_| state.view.sorted.with(|sorted| sorted.by));
    let has_rates = state.follow_plans(|plan| plan.nodes().iter().any(|node| node.has_rates()));
    // The headings sort by every column; one of those, too, has its place in the list.
    let offered = move || {
        let plan = state.lens.get() == Lens::Allocate;
        let mut offered: Vec<(Column, bool)> = SORTS
            .into_iter()
            .filter(|(column, _)| *column == Column::Unit || plan)
            .filter(|(column, _)| has_rates.get() || !matches!(column, Column::Before | Column::After))
            .collect();
        offered.extend(now.get().filter(|by| !offered.contains(by)));
        offered
    };
    let words = move |(column, descending): (Column, bool)| {
        let text = state.text();
        match column {
            Column::Unit => (text.grid.sorted_by_name)(descending).to_owned(),
            column => (text.grid.sorted_by)(&name(state, column, state.language.get()), descending),
        }
    };
    let choose = move |chosen: String| {
        let by = offered().into_iter().find(|&by| value(Some(by)) == chosen);
        sort_by(state, by);
    };
    view! {
        <label class="field field--inline tools__sort">
            <span class="field__label">{move || state.text().grid.sort}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" prop:selected=move || now.get().is_none()>
                    {move || state.text().grid.as_in_document}
                </option>
                {move || offered().into_iter().map(|by| view! {
                    <option value=value(Some(by)) prop:selected=move || now.get() == Some(by)>{words(by)}</option>
                }).collect_view()}
            </select>
        </label>
    }
}

/// Opens and closes all levels, and walks to the next one that is off; only where there are several.
#[component]
fn Levels() -> impl IntoView {
    let state = expect_context::<AppState>();
    let nodes = state.follow(|scenario| {
        let root = scenario.root().map(|root| root.id);
        let inner =
            scenario.units.iter().filter_map(|unit| unit.parent).filter(|&parent| Some(parent) != root);
        inner.collect::<std::collections::BTreeSet<_>>()
    });
    let all_open = move || state.view.open.with(|open| nodes.with(|nodes| nodes.is_subset(open)));
    let toggle = move |_| {
        if all_open() {
            state
                .view
                .open
                .update(|open| nodes.with_untracked(|nodes| open.retain(|unit| !nodes.contains(unit))));
        } else {
            state.view.open.update(|open| open.extend(nodes.get_untracked()));
        }
    };
    let off = state.follow_plans(|plan| plan.nodes().iter().any(|node| !node.is_balanced()));
    view! {
        <Show when=move || nodes.with(|nodes| !nodes.is_empty())>
            <button type="button" class="button" on:click=toggle>
                {move || {
                    let text = state.text();
                    if all_open() { text.grid.close_all } else { text.grid.open_all }
                }}
            </button>
        </Show>
        <Show when=move || off.get()>
            <button type="button" class="button" on:click=move |_| next_mismatch(state, false)>
                {move || state.text().grid.next_mismatch}
            </button>
        </Show>
    }
}

#[component]
fn LimitColumns() -> impl IntoView {
    let state = expect_context::<AppState>();
    let shown = state.view.limits;
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=shown
                on:change:target=move |event| shown.set(event.target().checked())
            />
            <span>{move || state.text().grid.limits}</span>
        </label>
    }
}

/// The years of the figures on screen.
#[component]
pub fn Years() -> impl IntoView {
    let state = expect_context::<AppState>();
    let years = state.follow(|scenario| {
        let known = scenario.facts.iter().map(|column| (column.year, true));
        let planned = scenario.slots().flat_map(|slot| [slot.year.saturating_sub(1), slot.year]);
        let mut years: std::collections::BTreeMap<u16, bool> = planned.map(|year| (year, false)).collect();
        years.extend(known);
        years.into_iter().collect::<Vec<(u16, bool)>>()
    });
    let year = move |(year, has_figures): (u16, bool)| {
        let label = move || {
            if has_figures { year.to_string() } else { (state.text().grid.year_without_figures)(year) }
        };
        view! {
            <button
                type="button"
                class="switch__option"
                aria-pressed=move || (state.figures_year.get() == year).to_string()
                on:click=move |_| state.figures_year.set(year)
            >
                {label}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=move || state.text().grid.years>
            {move || years.get().into_iter().map(year).collect_view()}
        </div>
    }
}
