//! New units, named one a line or pasted as a column of names.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::calc::Row;
use crate::edit::{add_units, usual_kind};
use crate::exchange::new_unit_names;
use crate::model::{Kind, Scenario, UnitId};
use crate::table::way_up;
use crate::text;
use crate::ui::grid::{go_to, paste_beginning};
use crate::ui::parts::Choice;
use crate::ui::state::{AppState, Column};

/// What a unit can be.
pub const KINDS: [Kind; 6] =
    [Kind::Province, Kind::District, Kind::Commune, Kind::Village, Kind::Office, Kind::Other];

/// The kinds with their names.
pub fn kinds(state: AppState) -> Signal<Vec<(Kind, String)>> {
    Signal::derive(move || {
        let text = state.text().data;
        KINDS.map(|kind| (kind, (text.kind_name)(kind).to_owned())).to_vec()
    })
}

/// The form.
///
/// - `id`: the id of the field of names, where something leads to it.
#[component]
pub fn NamesForm(#[prop(optional)] id: Option<&'static str>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let names = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let chosen_parent = RwSignal::new(None::<UnitId>);
    let chosen_kind = RwSignal::new(None::<Kind>);
    let offered = Memo::new(move |_| {
        let row = state.selected.get().row;
        state.read_scenario(|scenario| parents(scenario, row))
    });
    let parent = Memo::new(move |_| {
        let (offered, usual) = offered.get();
        chosen_parent.get().filter(|parent| offered.contains(parent)).unwrap_or(usual)
    });
    let kind = Memo::new(move |_| {
        let parent = parent.get();
        chosen_kind.get().unwrap_or_else(|| state.read_scenario(|scenario| usual_kind(scenario, parent)))
    });
    let options = Signal::derive(move || {
        let language = state.language.get();
        let name = |unit| state.read_scenario(|scenario| text::unit_name(scenario, unit, language));
        offered.get().0.into_iter().map(|unit| (unit, name(unit))).collect::<Vec<_>>()
    });
    let add = move || {
        let named = new_unit_names(&names.get_untracked());
        is_missing.set(named.is_empty());
        if named.is_empty() || !state.may_change() {
            return;
        }
        let (parent, kind) = (parent.get_untracked(), kind.get_untracked());
        let (first, edit) = state.with_draft(|draft| {
            let scenario = draft.scenario();
            (scenario.next_unit_id(), add_units(scenario, named, kind, parent, None))
        });
        state.dispatch(edit);
        if state.with_draft(|draft| draft.scenario().unit(first).is_some()) {
            state.view.panel.set(None);
            go_to(state, first, Column::Unit);
        }
    };
    let keydown = move |event: KeyboardEvent| {
        let composing = event.is_composing() || event.key_code() == 229;
        if event.key() == "Enter" && (event.ctrl_key() || event.meta_key()) && !composing {
            event.prevent_default();
            add();
        }
    };
    let text = move || state.text().data;
    view! {
        <div class="form__row form__row--top">
            <label class="field form__names">
                <span class="field__label">{move || text().names}</span>
                <textarea
                    id=id
                    rows="4"
                    data-unfinished=""
                    spellcheck="false"
                    aria-invalid=move || is_missing.get().then_some("true")
                    prop:value=names
                    on:input:target=move |event| {
                        is_missing.set(false);
                        names.set(event.target().value());
                    }
                    on:keydown=keydown
                    on:paste=move |event| paste_beginning(state, &event)
                ></textarea>
            </label>
            <div class="form__column">
                <Show when=move || offered.with(|(offered, _)| offered.len() > 1)>
                    <Choice
                        label=Signal::derive(move || text().parent.to_owned())
                        options
                        chosen=parent
                        choose=move |unit| chosen_parent.set(Some(unit))
                    />
                </Show>
                <Choice
                    label=Signal::derive(move || text().kind.to_owned())
                    options=kinds(state)
                    chosen=kind
                    choose=move |kind| chosen_kind.set(Some(kind))
                />
                <button type="button" class="button button--main" on:click=move |_| add()>{move || text().add}</button>
            </div>
        </div>
        <p class="form__hint">{move || text().names_hint}</p>
        <p class="field-error" role="alert">{move || is_missing.get().then(|| text().names_missing)}</p>
    }
}

/// The units new ones may hang on: the selected one and those above it; and which of them most likely.
fn parents(scenario: &Scenario, row: Row) -> (Vec<UnitId>, UnitId) {
    let root = scenario.root().map_or(UnitId(0), |root| root.id);
    match row {
        Row::Unit(unit) if scenario.unit(unit).is_some() => {
            let above = way_up(scenario, unit);
            let nearest = above.first().copied().unwrap_or(root);
            let is_node = scenario.children(unit).next().is_some();
            (std::iter::once(unit).chain(above).collect(), if is_node { unit } else { nearest })
        }
        Row::Unit(_) | Row::Total => (vec![root], root),
    }
}
