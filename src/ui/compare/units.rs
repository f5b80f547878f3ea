//! What each unit is given in every scenario, the biggest differences first.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::lens::Compared;
use crate::calc::compare::{Comparison, Entry, UnitRow, by_largest_move, headline, side_by_side};
use crate::model::{Slot, UnitId};
use crate::text::{self, BLANK, Language, letter};
use crate::ui::browser;
use crate::ui::parts::Choice;
use crate::ui::state::AppState;

/// So many rows are shown at a time.
const PAGE: usize = 100;

/// In which order the units stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Order {
    Movers,
    Document,
    Name,
}

/// A row in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    unit: UnitId,
    name: String,
    level: usize,
    /// What is given in each scenario, and the difference to the base.
    cells: Vec<(String, String)>,
}

/// The table.
#[component]
pub fn Units(comparison: Compared) -> impl IntoView {
    let state = expect_context::<AppState>();
    let order = RwSignal::new(Order::Movers);
    let shown = RwSignal::new(PAGE);
    let slot = Memo::new(move |_| state.read_plans(|plan| plan.province().slot));
    let rows = Memo::new(move |_| {
        let slot = slot.get();
        comparison.with(|comparison| {
            comparison.as_ref().map(|comparison| in_order(comparison, slot, order.get())).unwrap_or_default()
        })
    });
    let lines = Memo::new(move |_| {
        let (language, shown) = (state.language.get(), shown.get());
        comparison.with(|comparison| {
            let Some(comparison) = comparison else { return Vec::new() };
            let names: BTreeMap<UnitId, &str> =
                comparison.units().iter().map(|unit| (unit.id, unit.name.as_str())).collect();
            let name = |unit: UnitId| names.get(&unit).copied().unwrap_or_default().to_owned();
            rows.with(|rows| rows.iter().take(shown).map(|row| line(row, name(row.unit), language)).collect())
        })
    });
    let total = Memo::new(move |_| {
        let (language, slot) = (state.language.get(), slot.get());
        comparison
            .with(|comparison| comparison.as_ref().map(|one| total(one, slot, language)).unwrap_or_default())
    });
    let places =
        Memo::new(move |_| comparison.with(|one| one.as_ref().map_or(0, |one| one.scenarios().len())));
    let rest = Memo::new(move |_| rows.with(Vec::len).saturating_sub(shown.get()));
    let orders = Signal::derive(move || {
        let text = state.text();
        vec![
            (Order::Movers, text.compare.movers_first.to_owned()),
            (Order::Document, text.grid.as_in_document.to_owned()),
            (Order::Name, (text.grid.sorted_by_name)(false).to_owned()),
        ]
    });
    let heads = move || {
        let text = state.text().compare;
        (0..places.get())
            .map(|place| {
                view! {
                    <th scope="col">{letter(place)}</th>
                    {(place > 0).then(|| view! { <th scope="col">{(text.change)(letter(place))}</th> })}
                }
            })
            .collect_view()
    };
    view! {
        <div class="compare__bar">
            <h3 class="compare__heading" id="compare-units">{move || state.text().compare.units}</h3>
            <Choice
                label=Signal::derive(move || state.text().grid.sort.to_owned())
                options=orders
                chosen=order
                choose=move |new| order.set(new)
            />
        </div>
        <div class="compare__box" role="region" tabindex="0" aria-labelledby="compare-units">
            <table class="compare-table compare-table--figures">
                <thead>
                    <tr>
                        <th scope="col">{move || state.text().col_unit}</th>
                        {heads}
                    </tr>
                </thead>
                <tbody>
                    <For each=move || lines.get() key=|line| line.clone() let:line>
                        <tr data-level=line.level.to_string()>
                            <th scope="row" lang="vi">{line.name}</th>
                            {cells(line.cells)}
                        </tr>
                    </For>
                </tbody>
                <tfoot>
                    <tr>
                        <th scope="row">{move || state.text().row_total}</th>
                        {move || cells(total.get())}
                    </tr>
                </tfoot>
            </table>
        </div>
        <Show when=move || rest.get() != 0>
            <button type="button" class="button" on:click=move |_| shown.update(|shown| *shown += PAGE)>
                {move || (state.text().compare.show_more)(rest.get().min(PAGE))}
            </button>
        </Show>
    }
}

/// A number of each scenario, and, but for the first, its difference.
fn cells(cells: Vec<(String, String)>) -> impl IntoView {
    let cell = |(place, (given, change)): (usize, (String, String))| {
        let change = (place > 0).then(|| view! { <td class="compare-table__change">{change}</td> });
        view! { <td>{given}</td>{change} }
    };
    cells.into_iter().enumerate().map(cell).collect_view()
}

fn in_order(comparison: &Comparison, slot: Slot, order: Order) -> Vec<UnitRow> {
    let mut rows = side_by_side(comparison, slot);
    match order {
        Order::Movers => by_largest_move(&mut rows),
        Order::Document => {}
        Order::Name => {
            let mut names: Vec<(String, UnitId)> =
                comparison.units().iter().map(|unit| (unit.name.clone(), unit.id)).collect();
            browser::collate(&mut names);
            let ranks: BTreeMap<UnitId, usize> =
                names.into_iter().enumerate().map(|(rank, (_, unit))| (unit, rank)).collect();
            rows.sort_by_key(|row| ranks.get(&row.unit).copied());
        }
    }
    rows
}

fn line(row: &UnitRow, name: String, language: Language) -> Line {
    let text = text::text(language);
    let given = |entry: &Entry| match entry {
        Entry::Given(people) => language.people(*people),
        Entry::NotGiven => text.not_given.to_owned(),
        Entry::Unknown => BLANK.to_owned(),
    };
    let change = |place| row.change(place).map_or_else(|| BLANK.to_owned(), |by| language.signed(by));
    let cells = row.entries.iter().enumerate().map(|(place, entry)| (given(entry), change(place)));
    Line { unit: row.unit, name, level: row.level, cells: cells.collect() }
}

/// The province's own line: its target.
fn total(comparison: &Comparison, slot: Slot, language: Language) -> Vec<(String, String)> {
    let targets: Vec<Option<u64>> = (comparison.scenarios().iter())
        .map(|scenario| headline(scenario, slot).and_then(|headline| headline.total.given))
        .collect();
    let base = targets.first().copied().flatten();
    let change = |target: u64| Some(i128::from(target) - i128::from(base?));
    (targets.iter())
        .map(|target| {
            let words = target.map_or_else(|| BLANK.to_owned(), |target| language.people(target));
            let by = target.and_then(change).map_or_else(|| BLANK.to_owned(), |by| language.signed(by));
            (words, by)
        })
        .collect()
}
