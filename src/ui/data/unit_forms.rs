//! Forms about units that are there: what they are, where they hang, a new one above them.

use leptos::prelude::*;

use super::names_form::kinds;
use super::panel::close;
use crate::edit::{Edit, UnitChange, group_units, parents_for, usual_kind};
use crate::model::{Kind, UnitId};
use crate::text;
use crate::ui::grid::go_to;
use crate::ui::parts::Choice;
use crate::ui::state::{AppState, Column};

/// Code and kind. A code is one unit's own; the kind can be that of many.
#[component]
pub fn Describe(units: Memo<Vec<UnitId>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let first = move || units.with(|units| units.first().copied());
    let now = Memo::new(move |_| {
        let first = first()?;
        state.read_scenario(|scenario| scenario.unit(first).map(|unit| (unit.code.clone(), unit.kind)))
    });
    let code = RwSignal::new(None::<String>);
    let kind = RwSignal::new(None::<Kind>);
    let shown_code =
        move || code.get().unwrap_or_else(|| now.get().map(|(code, _)| code).unwrap_or_default());
    let shown_kind =
        Memo::new(move |_| kind.get().or(now.get().map(|(_, kind)| kind)).unwrap_or(Kind::Other));
    let apply = move || {
        if !state.may_change() {
            return;
        }
        let units = units.get_untracked();
        let code = code.get_untracked().filter(|_| units.len() == 1).map(|code| code.trim().to_owned());
        let kind = shown_kind.get_untracked();
        let change = |unit| UnitChange { unit, name: None, code: code.clone(), kind: Some(kind) };
        state.dispatch(Edit::DescribeUnits(units.into_iter().map(change).collect()));
        close(state);
    };
    let text = move || state.text().data;
    view! {
        <form class="form__row" on:submit=move |event| {
            event.prevent_default();
            apply();
        }>
            <Show when=move || units.with(Vec::len) == 1>
                <label class="field">
                    <span class="field__label">{move || text().code}</span>
                    <input
                        type="text"
                        autocomplete="off"
                        data-unfinished=""
                        prop:value=shown_code
                        on:input:target=move |event| code.set(Some(event.target().value()))
                    />
                </label>
            </Show>
            <Choice
                label=Signal::derive(move || text().kind.to_owned())
                options=kinds(state)
                chosen=shown_kind
                choose=move |new| kind.set(Some(new))
            />
            <button type="submit" class="button button--main">{move || text().apply}</button>
        </form>
    }
}

/// Another unit to hang on.
#[component]
pub fn MoveBelow(units: Memo<Vec<UnitId>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let parents = Memo::new(move |_| {
        let language = state.language.get();
        state.read_scenario(|scenario| {
            let named = |unit| (unit, text::unit_name(scenario, unit, language));
            parents_for(scenario, &units.get()).into_iter().map(named).collect::<Vec<_>>()
        })
    });
    let chosen = RwSignal::new(None::<UnitId>);
    let now = Memo::new(move |_| {
        let above = units.with(|units| units.first().copied());
        let above = above.and_then(|unit| state.read_scenario(|scenario| scenario.unit(unit)?.parent));
        let root = || state.read_scenario(|scenario| scenario.root().map(|root| root.id));
        let offered = |unit: &UnitId| parents.with(|parents| parents.iter().any(|(other, _)| other == unit));
        chosen.get().filter(offered).or(above).or_else(root).unwrap_or(UnitId(0))
    });
    let apply = move || {
        if !state.may_change() {
            return;
        }
        let units = units.get_untracked();
        let first = units.first().copied();
        state.dispatch(Edit::MoveUnits { units, parent: now.get_untracked(), before: None });
        state.view.panel.set(None);
        if let Some(first) = first {
            go_to(state, first, Column::Unit);
        }
    };
    let text = move || state.text().data;
    view! {
        <form class="form__row" on:submit=move |event| {
            event.prevent_default();
            apply();
        }>
            <Choice
                label=Signal::derive(move || text().parent.to_owned())
                options=parents
                chosen=now
                choose=move |unit| chosen.set(Some(unit))
            />
            <button type="submit" class="button button--main">{move || text().apply}</button>
        </form>
    }
}

/// A new unit above those chosen.
#[component]
pub fn Group(units: Memo<Vec<UnitId>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let name = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let chosen = RwSignal::new(None::<Kind>);
    let kind = Memo::new(move |_| {
        let parent = units.with(|units| units.first().copied());
        let usual =
            |unit| state.read_scenario(|scenario| Some(usual_kind(scenario, scenario.unit(unit)?.parent?)));
        chosen.get().or_else(|| parent.and_then(usual)).unwrap_or(Kind::Other)
    });
    let apply = move || {
        let typed = name.get_untracked();
        is_missing.set(typed.trim().is_empty());
        if typed.trim().is_empty() || !state.may_change() {
            return;
        }
        let (group, edit) = state.with_draft(|draft| {
            let scenario = draft.scenario();
            let edit = group_units(scenario, &units.get_untracked(), typed.trim(), kind.get_untracked());
            (scenario.next_unit_id(), edit)
        });
        // Chosen are only units below the province that are there.
        if let Ok(edit) = edit {
            state.dispatch(edit);
            state.view.panel.set(None);
            state.view.open.update(|open| {
                open.insert(group);
            });
            go_to(state, group, Column::Unit);
        }
    };
    let text = move || state.text().data;
    view! {
        <form class="form__row" on:submit=move |event| {
            event.prevent_default();
            apply();
        }>
            <label class="field">
                <span class="field__label">{move || text().group_name}</span>
                <input
                    type="text"
                    autocomplete="off"
                    data-unfinished=""
                    aria-invalid=move || is_missing.get().then_some("true")
                    prop:value=name
                    on:input:target=move |event| {
                        is_missing.set(false);
                        name.set(event.target().value());
                    }
                />
            </label>
            <Choice
                label=Signal::derive(move || text().kind.to_owned())
                options=kinds(state)
                chosen=kind
                choose=move |kind| chosen.set(Some(kind))
            />
            <button type="submit" class="button button--main">{move || text().apply}</button>
        </form>
        <p class="field-error" role="alert">{move || is_missing.get().then(|| text().name_missing)}</p>
    }
}
