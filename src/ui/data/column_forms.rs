//! Forms about columns: another one to type in, and where the figures of one come from.

use std::sync::Arc;

use leptos::prelude::*;

use super::panel::close;
use crate::edit::{Edit, EditError};
use crate::model::{
    Base, Column as Figures, ColumnHead, Custom, CustomId, Indicator, Measure, Provenance, Scenario, Scope,
};
use crate::text::{self, edit_error};
use crate::ui::grid::select;
use crate::ui::parts::{Choice, Refusal, TypedField};
use crate::ui::state::{AppState, Column, Selected};

/// How figures can have come to be here; what the page works out is no figure of the document.
const ORIGINS: [Provenance; 4] =
    [Provenance::Entered, Provenance::Published, Provenance::Derived, Provenance::Illustrative];

/// Where people can be insured.
const SCOPES: [Scope; 3] = [Scope::InProvince, Scope::OtherProvinces, Scope::Both];

/// Another column: of a measure the page knows, or of one's own.
#[component]
pub fn AddColumn() -> impl IntoView {
    let state = expect_context::<AppState>();
    let measure = RwSignal::new(Measure::Base(Base::Liable));
    let scope = RwSignal::new(Scope::InProvince);
    let measures = Signal::derive(move || {
        let language = state.language.get();
        let name = |measure| {
            let heading =
                |scenario: &Scenario| text::figures_heading(measure, Scope::InProvince, scenario, language);
            (measure, state.read_scenario(heading))
        };
        known_measures().map(name).collect::<Vec<_>>()
    });
    let scopes = Signal::derive(move || {
        let text = state.text();
        SCOPES.map(|scope| (scope, (text.scope)(scope).to_owned())).to_vec()
    });
    // Only insured people are counted here and elsewhere.
    let has_scope = move || matches!(measure.get(), Measure::Result(_) | Measure::Estimate(_));
    let show = move || {
        let scope = if has_scope() { scope.get_untracked() } else { Scope::InProvince };
        go_to_column(state, measure.get_untracked(), scope);
    };
    let name = RwSignal::new(String::new());
    let is_missing = RwSignal::new(false);
    let add_own = move || {
        let typed = name.get_untracked().trim().to_owned();
        is_missing.set(typed.is_empty());
        if typed.is_empty() {
            return;
        }
        if !state.may_change() {
            return;
        }
        let id = state.with_draft(|draft| draft.scenario().next_custom_id());
        state.dispatch(Edit::AddCustom(Custom { id, name: typed }));
        go_to_column(state, Measure::Custom(id), Scope::InProvince);
    };
    let text = move || state.text().data;
    view! {
        <form class="form__row" on:submit=move |event| {
            event.prevent_default();
            show();
        }>
            <Choice
                label=Signal::derive(move || text().measure.to_owned())
                options=measures
                chosen=measure
                choose=move |new| measure.set(new)
            />
            <Show when=has_scope>
                <Choice
                    label=Signal::derive(move || text().scope.to_owned())
                    options=scopes
                    chosen=scope
                    choose=move |new| scope.set(new)
                />
            </Show>
            <button type="submit" class="button button--main">{move || text().show_column}</button>
        </form>
        <form class="form__row" on:submit=move |event| {
            event.prevent_default();
            add_own();
        }>
            <label class="field">
                <span class="field__label">{move || text().own_name}</span>
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
            <button type="submit" class="button">{move || text().add_own}</button>
        </form>
        <p class="field-error" role="alert">{move || is_missing.get().then(|| text().name_missing)}</p>
    }
}

fn known_measures() -> impl Iterator<Item = Measure> {
    let bases = [Base::Liable, Base::Population, Base::LabourForce].map(Measure::Base);
    let results = Indicator::ALL.map(Measure::Result);
    bases.into_iter().chain(results).chain(Indicator::ALL.map(Measure::Estimate))
}

/// Shows a column, puts the form away and selects its cell in the row that is selected.
fn go_to_column(state: AppState, measure: Measure, scope: Scope) {
    state.view.shown.update(|shown| {
        shown.insert((measure, scope));
    });
    state.view.panel.set(None);
    let row = state.selected.get_untracked().row;
    select(state, Selected { row, column: Column::Figures(measure, scope) });
}

/// What stands of one measure in a year and scope.
type Series = (Measure, u16, Scope);

/// The columns of a series with their places in the facts, the one that counts first.
fn columns_of(scenario: &Scenario, (measure, year, scope): Series) -> Vec<(usize, &Figures)> {
    (scenario.facts.iter().enumerate()).filter(|(_, column)| column.is_of(measure, year, scope)).collect()
}

/// Where the figures of the selected column come from: one entry for each source, the one that counts first.
#[component]
pub fn ColumnForm() -> impl IntoView {
    let state = expect_context::<AppState>();
    // Another cell than one of figures leaves the form at the column it had.
    let series = Memo::new(move |before: Option<&Option<Series>>| {
        let year = state.figures_year.get();
        match state.selected.get().column {
            Column::Figures(measure, scope) => Some((measure, year, scope)),
            _ => before.copied().flatten().map(|(measure, _, scope)| (measure, year, scope)),
        }
    });
    let title = move || {
        let (measure, year, scope) = series.get()?;
        let language = state.language.get();
        let heading =
            state.read_scenario(|scenario| text::figures_heading(measure, scope, scenario, language));
        Some((text::text(language).data.column_title)(&heading, year))
    };
    let count = Memo::new(move |_| {
        let columns = |series| state.read_scenario(|scenario| columns_of(scenario, series).len());
        // A column without figures can be described before they are typed.
        series.get().map_or(0, columns).max(1)
    });
    let own = Memo::new(move |_| match series.get() {
        Some((Measure::Custom(series), ..)) => Some(series),
        _ => None,
    });
    view! {
        <p class="form__title">{title}</p>
        <For each=move || 0..count.get() key=|number| *number let:number>
            <Source series number />
        </For>
        {move || own.get().map(|series| view! { <OwnColumn series /> })}
    }
}

/// One source of a series.
#[component]
fn Source(series: Memo<Option<Series>>, number: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let now = Memo::new(move |_| {
        let series = series.get()?;
        state.read_scenario(|scenario| {
            let (place, column) = columns_of(scenario, series).into_iter().nth(number)?;
            let head = ColumnHead {
                provenance: column.provenance,
                source: column.source.clone(),
                note: column.note.clone(),
            };
            Some((place, head, column.figures.len()))
        })
    });
    let head = move || now.get().map_or_else(no_head, |(_, head, _)| head);
    let change = move |change: &dyn Fn(ColumnHead) -> ColumnHead| {
        let new = change(now.get_untracked().map_or_else(no_head, |(_, head, _)| head));
        match (now.get_untracked(), series.get_untracked()) {
            (Some((place, ..)), _) => state.dispatch(Edit::DescribeColumn { place, head: new }),
            (None, Some((measure, year, scope))) if new != no_head() => {
                let ColumnHead { provenance, source, note } = new;
                let column = Figures { measure, year, scope, provenance, source, note, figures: Vec::new() };
                state.dispatch(Edit::AddColumn(Box::new(column)));
            }
            (None, _) => {}
        }
    };
    let origins = Signal::derive(move || {
        let text = state.text();
        ORIGINS.map(|origin| (origin, (text.provenance)(origin).to_owned())).to_vec()
    });
    let remove = move |_| {
        if let Some((place, ..)) = now.get_untracked() {
            state.dispatch(Edit::RemoveColumn { place });
            close(state);
        }
    };
    let text = move || state.text().data;
    view! {
        <div class="form__row">
            <fieldset class="plain" disabled=move || state.is_read_only()>
                <Choice
                    label=Signal::derive(move || text().provenance.to_owned())
                    options=origins
                    chosen=Signal::derive(move || head().provenance)
                    choose=move |provenance| change(&|head| ColumnHead { provenance, ..head })
                />
            </fieldset>
            <TypedField
                id=format!("column-source-{number}")
                label=Signal::derive(move || text().source.to_owned())
                value=Memo::new(move |_| head().source)
                enter=move |typed: &str| {
                    change(&|head| ColumnHead { source: typed.trim().to_owned(), ..head });
                    Ok(())
                }
                keyboard="text"
            />
            <TypedField
                id=format!("column-note-{number}")
                label=Signal::derive(move || text().note.to_owned())
                value=Memo::new(move |_| head().note)
                enter=move |typed: &str| {
                    change(&|head| ColumnHead { note: typed.trim().to_owned(), ..head });
                    Ok(())
                }
                keyboard="text"
            />
            {move || now.get().map(|(_, _, figures)| view! {
                <span class="form__count">{(state.text().units_with_figures)(figures)}</span>
                <button type="button" class="button" on:click=remove>{move || text().remove_column}</button>
            })}
        </div>
    }
}

/// What is said of a column before anything is.
fn no_head() -> ColumnHead {
    ColumnHead { provenance: Provenance::Entered, source: String::new(), note: String::new() }
}

/// The name of a series of the user's own, and its end.
#[component]
fn OwnColumn(series: CustomId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let name = state.follow(move |scenario| {
        scenario.custom(series).map(|custom| custom.name.clone()).unwrap_or_default()
    });
    let rename = move |typed: &str| {
        if typed.trim().is_empty() {
            let refusal: Refusal = Arc::new(|language| edit_error(&EditError::EmptyName, language));
            return Err(refusal);
        }
        state.dispatch(Edit::RenameCustom { series, name: typed.trim().to_owned() });
        Ok(())
    };
    let remove = move |_| {
        state.dispatch(Edit::RemoveCustom { series });
        close(state);
    };
    let text = move || state.text().data;
    view! {
        <div class="form__row">
            <TypedField
                id="own-column-name"
                label=Signal::derive(move || text().own_name.to_owned())
                value=name
                enter=rename
                keyboard="text"
            />
            <button type="button" class="button" on:click=remove>{move || text().remove_own}</button>
        </div>
    }
}
