//! Above the table: what a paste would change, what it asks, and what came of it.

use leptos::prelude::*;

use super::clipboard::{apply, block_of, import_of};
use super::table::GridState;
use crate::exchange::{
    BlockPaste, Import, ImportColumn, ImportError, ImportFinding, Marks, RowAnswer, TwoWays, column_letters,
};
use crate::model::{Scenario, UnitId};
use crate::text::{self, Language, Message};
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Pasting};

/// The panel; nothing while nothing is pasted.
#[component]
pub fn PastePanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let shown = move || {
        let language = state.language.get();
        state.pasting.get().map(|pasting| match &pasting {
            Pasting::Done(said) => view! { <Result said=said.clone() /> }.into_any(),
            Pasting::Refused(error) => {
                let Message { what, fix, .. } = text::clipboard_error(*error, language);
                view! { <Result said=format!("{what} {fix}") /> }.into_any()
            }
            Pasting::Asking { .. } => {
                match (import_of(state, grid, &pasting), block_of(state, grid, &pasting)) {
                    (Some(Ok(import)), _) => view! { <Preview import /> }.into_any(),
                    (Some(Err(error)), _) => view! { <Unclear error /> }.into_any(),
                    (None, Some(block)) => view! { <BlockQuestion block /> }.into_any(),
                    (None, None) => ().into_any(),
                }
            }
        })
    };
    view! { <div class="paste" role="status">{shown}</div> }
}

/// What came of it.
#[component]
fn Result(said: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <p class="paste__result">
            <Icon shape=Shape::Note />
            <span>{said}</span>
            <button type="button" class="icon-button" aria-label=state.text().close on:click=move |_| leave(state)>
                <Icon shape=Shape::Close />
            </button>
        </p>
    }
}

/// A table by the names of units.
#[component]
fn Preview(import: Import) -> impl IntoView {
    let state = expect_context::<AppState>();
    let language = state.language.get_untracked();
    let words = text::text(language).exchange;
    let counts = text::import_counts(import.counts, language);
    let readings = text::import_readings(&import, language);
    let extras: Vec<String> = import.extras.iter().map(|extra| text::extra_column(extra, language)).collect();
    let scenario = state.with_draft(|draft| import.with_newcomers(draft.scenario()));
    let name = |column: &ImportColumn| text::series_name(column.series, &scenario, language);
    let columns: Vec<String> = import.columns.iter().map(name).collect();
    let newcomers = text::import_newcomers(&import, &scenario, language);
    let told = |finding: &ImportFinding| text::import_finding(finding, &scenario, language);
    let findings: Vec<_> = import.findings.iter().map(|finding| (finding.clone(), told(finding))).collect();
    let unmatched = import.unmatched.clone();
    view! {
        <section class="paste__box" aria-label=words.preview>
            <h2 class="paste__title">{words.preview}</h2>
            <p>{text::import_result(&import, language)}</p>
            <p>{columns.join(" · ")}". "{counts}</p>
            {newcomers.map(|line| view! { <p>{line}</p> })}
            {readings.into_iter().map(|line| view! { <p class="paste__note">{line}</p> }).collect_view()}
            {findings.into_iter().map(|(finding, told)| view! { <Finding finding told /> }).collect_view()}
            <Show when={let some = !unmatched.is_empty(); move || some}>
                <h3 class="paste__subtitle">{words.unmatched}</h3>
            </Show>
            {unmatched.into_iter().map(|row| view! { <Unmatched row=row.row name=row.name guesses=row.guesses /> }).collect_view()}
            <Show when={let some = !extras.is_empty(); move || some}>
                <p class="paste__note">{words.extras}": "{extras.join("; ")}</p>
            </Show>
            <Buttons apply_words=words.apply />
        </section>
    }
}

#[component]
fn Finding(finding: ImportFinding, told: Message) -> impl IntoView {
    let state = expect_context::<AppState>();
    let language = state.language.get_untracked();
    let choice = match finding {
        ImportFinding::TwoWays { column, two_ways, .. } => view! { <Readings column two_ways /> }.into_any(),
        ImportFinding::Duplicate { rows, .. } => {
            let others = rows.clone();
            let keep = move |row: usize| {
                let others = others.clone();
                let act = move |_| {
                    answer(state, |answers| {
                        for &other in others.iter().filter(|&&other| other != row) {
                            answers.rows.insert(other, RowAnswer::Skip);
                        }
                    });
                };
                let words = (text::text(language).exchange.keep_row)(row + 1);
                view! { <button type="button" class="button" on:click=act>{words}</button> }
            };
            rows.into_iter().map(keep).collect_view().into_any()
        }
        _ => ().into_any(),
    };
    view! {
        <p class="paste__finding">
            <Icon shape=Shape::Warning />
            <span>{told.what}" "{told.fix}</span>
            {choice}
        </p>
    }
}

/// The two readings of a column's numbers: one choice settles the whole column.
#[component]
fn Readings(column: usize, two_ways: TwoWays) -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = text::reading_choices(&two_ways, state.language.get_untracked());
    let choices = [Marks::Group, Marks::Decimal].into_iter().zip(words);
    let choice = move |(marks, words): (Marks, String)| {
        let act = move |_| {
            answer(state, |answers| {
                answers.marks.insert(column, marks);
            });
        };
        view! { <button type="button" class="button" on:click=act>{words}</button> }
    };
    choices.map(choice).collect_view()
}

/// A row that matches no unit: the reader says which it is, or that it is none.
#[component]
fn Unmatched(row: usize, name: String, guesses: Vec<UnitId>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let language = state.language.get_untracked();
    let words = text::text(language).exchange;
    let units = state.with_draft(|draft| choices(draft.scenario(), &guesses, language));
    let choose = move |chosen: String| {
        let unit = chosen.parse().ok().map(UnitId);
        answer(state, |answers| {
            answers.rows.insert(row, unit.map_or(RowAnswer::Skip, RowAnswer::Unit));
        });
    };
    view! {
        <label class="field field--inline">
            <span class="field__label">{format!("{}: {name}", row + 1)}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                <option value="" selected>{words.skip_row}</option>
                {units.into_iter().map(|(unit, name)| view! {
                    <option value=unit.0.to_string()>{name}</option>
                }).collect_view()}
            </select>
        </label>
    }
}

/// All units, those that are likely meant first.
fn choices(scenario: &Scenario, guesses: &[UnitId], language: Language) -> Vec<(UnitId, String)> {
    let others = scenario.units.iter().map(|unit| unit.id).filter(|unit| !guesses.contains(unit));
    let units = guesses.iter().copied().chain(others);
    units.map(|unit| (unit, text::unit_name(scenario, unit, language))).collect()
}

/// A table whose names are not found: the reader says which column holds them.
#[component]
fn Unclear(error: ImportError) -> impl IntoView {
    let state = expect_context::<AppState>();
    let language = state.language.get_untracked();
    let words = text::text(language).exchange;
    let told = text::import_error(error, language);
    let width = state.pasting.with_untracked(|pasting| match pasting {
        Some(Pasting::Asking { table, .. }) => table.width(),
        _ => 0,
    });
    let column = move |column: usize| {
        let act = move |_| answer(state, |answers| answers.names = Some(column));
        view! { <button type="button" class="button" on:click=act>{column_letters(column)}</button> }
    };
    let asks = error == ImportError::NoNames;
    view! {
        <section class="paste__box" aria-label=words.preview>
            <p class="paste__finding"><Icon shape=Shape::Warning /><span>{told.what}" "{told.fix}</span></p>
            <Show when=move || asks>
                <p class="paste__choices">{words.names_column}": "{(0..width).map(column).collect_view()}</p>
            </Show>
            <Leave />
        </section>
    }
}

/// A block that is larger than the table, or can be read in two ways.
#[component]
fn BlockQuestion(block: BlockPaste) -> impl IntoView {
    let state = expect_context::<AppState>();
    let language = state.language.get_untracked();
    let words = text::text(language).exchange;
    let over = block.over.map(|over| text::block_over(over, language));
    let readings = text::block_readings(&block, language);
    let asked = block.asked;
    let apply_words = if over.is_some() { words.apply_fitting } else { words.apply };
    let question = move |(column, two_ways): (usize, TwoWays)| {
        let told = text::block_asked(column, &two_ways, language);
        view! {
            <p class="paste__finding">
                <Icon shape=Shape::Warning />
                <span>{told.what}" "{told.fix}</span>
                <Readings column two_ways />
            </p>
        }
    };
    view! {
        <section class="paste__box" aria-label=words.preview>
            <h2 class="paste__title">{words.preview}</h2>
            {over.map(|told| view! { <p class="paste__finding"><Icon shape=Shape::Warning /><span>{told.what}" "{told.fix}</span></p> })}
            {readings.into_iter().map(|line| view! { <p class="paste__note">{line}</p> }).collect_view()}
            {asked.into_iter().map(question).collect_view()}
            <Buttons apply_words />
        </section>
    }
}

/// Apply, which has the focus, and leave.
#[component]
fn Buttons(apply_words: &'static str) -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = expect_context::<GridState>();
    let button = NodeRef::<leptos::html::Button>::new();
    Effect::new(move || {
        if let Some(button) = button.get() {
            // Without the focus it is still there to be pressed.
            let _ = button.focus();
        }
    });
    let act = move |_| {
        if let Some(pasting) = state.pasting.get_untracked() {
            apply(state, grid, &pasting);
        }
    };
    view! {
        <p class="paste__choices">
            <button type="button" class="button button--main" node_ref=button on:click=act>{apply_words}</button>
            <Leave />
        </p>
    }
}

#[component]
fn Leave() -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = state.text().exchange.cancel;
    view! { <button type="button" class="button" on:click=move |_| leave(state)>{words}</button> }
}

fn leave(state: AppState) {
    state.pasting.set(None);
    super::focus_selected(state);
}

fn answer(state: AppState, change: impl FnOnce(&mut crate::exchange::Answers)) {
    state.pasting.update(|pasting| {
        if let Some(Pasting::Asking { answers, .. }) = pasting {
            change(answers);
        }
    });
}
