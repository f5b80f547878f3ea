//! Sorting: siblings by what a column shows. The order is made once and stays while figures are typed.

use std::cmp::Reverse;

use leptos::prelude::*;
use num_bigint::BigInt;

use crate::calc::{Difficulty, Row, known};
use crate::model::{Rate, Scenario, Slot, UnitId};
use crate::table::Order;
use crate::ui::browser;
use crate::ui::compare::difference;
use crate::ui::state::{AppState, Column, Sorted};

/// A press on a heading: names from A, numbers from the largest; then the other way round; then as in the document.
pub fn sort_next(state: AppState, column: Column) {
    let first_descending = column != Column::Unit;
    let now = state.view.sorted.with_untracked(|sorted| sorted.by);
    let next = match now {
        Some((by, descending)) if by == column && descending == first_descending => {
            Some((column, !first_descending))
        }
        Some((by, _)) if by == column => None,
        _ => Some((column, first_descending)),
    };
    sort_by(state, next);
}

/// Sorts by a column, the largest first or last; `None` is the document's order.
pub fn sort_by(state: AppState, by: Option<(Column, bool)>) {
    let order = by.map(|(column, descending)| order(state, column, descending)).unwrap_or_default();
    state.view.sorted.set(Sorted { by, order });
}

fn order(state: AppState, column: Column, descending: bool) -> Order {
    if column == Column::Unit {
        let mut names: Vec<(String, UnitId)> = state.with_draft(|draft| {
            draft.scenario().units.iter().map(|unit| (unit.name.clone(), unit.id)).collect()
        });
        browser::collate(&mut names);
        let units = names.into_iter().map(|(_, unit)| unit);
        return if descending { Order::of(units.rev()) } else { Order::of(units) };
    }
    let mut values: Vec<(UnitId, Rate)> = state.with_draft(|draft| values(state, draft.scenario(), column));
    // Stable: equals stay in document order, and units without a figure come last either way.
    if descending {
        values.sort_by(|(_, one), (_, other)| Reverse(one).cmp(&Reverse(other)));
    } else {
        values.sort_by(|(_, one), (_, other)| one.cmp(other));
    }
    Order::of(values.into_iter().map(|(unit, _)| unit))
}

fn values(state: AppState, scenario: &Scenario, column: Column) -> Vec<(UnitId, Rate)> {
    let whole = |number: i128| Rate::from_integer(BigInt::from(number));
    if let Column::Figures(measure, scope) = column {
        let known = known(scenario, measure, state.figures_year.get_untracked(), scope);
        let value = |unit: UnitId| Some((unit, whole(known.figure(unit)?.people.into())));
        return scenario.units.iter().filter_map(|unit| value(unit.id)).collect();
    }
    state.with_plans(|plan| {
        let slot: Slot = plan.province().slot;
        let value = |unit: UnitId| -> Option<Rate> {
            let (_, line) = plan.line(unit)?;
            let standing = line.standing();
            match column {
                Column::Last => standing.last.map(|figure| whole(figure.people.into())),
                Column::Given => standing.given.map(|given| whole(given.into())),
                Column::Change => standing.change().map(whole),
                Column::Beside => {
                    let there = state.beside.standing_now(Row::Unit(unit))?;
                    difference(standing, there).map(whole)
                }
                Column::Before => standing.before(),
                Column::Track | Column::After => standing.after(),
                Column::Difficulty => line.difficulty.map(|difficulty| whole(rank(difficulty))),
                Column::Floor | Column::Ceiling => {
                    let limit = scenario.limits.get(slot, unit)?;
                    let quantity =
                        if column == Column::Floor { limit.floor.as_ref() } else { limit.ceiling.as_ref() };
                    let people = |figure: Option<crate::calc::Figure>| figure.map(|figure| figure.people);
                    let target = quantity?.target(people(standing.base), people(standing.last))?;
                    Some(whole(target.into()))
                }
                Column::Unit | Column::Figures(..) => None,
            }
        };
        scenario.units.iter().filter_map(|unit| Some((unit.id, value(unit.id)?))).collect()
    })
}

fn rank(difficulty: Difficulty) -> i128 {
    match difficulty {
        Difficulty::Falls => 0,
        Difficulty::None => 1,
        Difficulty::Reach => 2,
        Difficulty::Stretch => 3,
        Difficulty::VeryHard => 4,
    }
}
