//! The inspector: vì sao? Why the selected cell shows its number, and what can be done with it.

use leptos::prelude::*;

use super::{Icon, LimitsForm, Negotiation, Shape};
use crate::address::Lens;
use crate::calc::{self, Cell, Ledger, NodePlan, Row, UnitPlan, Why};
use crate::model::{Measure, Scenario, Scope, UnitId};
use crate::text::{self, Language, LedgerLine};
use crate::ui::compare::TheirNumber;
use crate::ui::state::{AppState, Column, Selected};
use crate::ui::{browser, grid};

/// By how much the province's target is raised to show what one unit would get.
const MORE: u64 = 1_000;

/// Everything the inspector says of the selected cell.
#[derive(Clone, Debug, PartialEq)]
struct Explained {
    title: String,
    why: String,
    lines: Vec<LedgerLine>,
    human: Option<String>,
    sources: Vec<String>,
    copied: String,
}

/// The inspector: beside the table on a laptop, a sheet over it on a phone.
#[component]
pub fn Inspector() -> impl IntoView {
    let state = expect_context::<AppState>();
    let selected = state.selected;
    let explained = state.follow_words(move |node, scenario, language| {
        explain(node, scenario, language, selected.get(), state.figures_year.get())
    });
    let others = others(state);
    // Limits and other methods are about what a unit is given, not about a figure.
    let unit = Memo::new(move |_| match (selected.get().row, state.lens.get()) {
        (Row::Unit(unit), Lens::Allocate) => Some(unit),
        _ => None,
    });
    let close = move |_: leptos::ev::MouseEvent| grid::close_sheet(state);
    let copied = RwSignal::new(false);
    Effect::new(move || {
        explained.track();
        copied.set(false);
    });
    let copy = move |_| {
        browser::copy(&explained.with_untracked(|explained| explained.copied.clone()));
        copied.set(true);
        state.spoken.set(text::text(state.language.get_untracked()).copied.to_owned());
    };
    view! {
        <aside
            class="inspector"
            id="inspector"
            tabindex="-1"
            data-open=move || state.sheet_open.get().then_some("")
            aria-label=move || state.text().inspector_label
            on:keydown=move |event| {
                let back = event.key() == "Escape" || (event.key() == "Enter" && event.alt_key());
                if back && !event.is_composing() && !event.default_prevented() {
                    event.prevent_default();
                    grid::close_sheet(state);
                }
            }
        >
            <div class="inspector__head">
                <h2 class="inspector__title">{move || explained.with(|explained| explained.title.clone())}</h2>
                <button
                    type="button"
                    class="icon-button inspector__close"
                    aria-label=move || state.text().close
                    on:click=close
                >
                    <Icon shape=Shape::Close />
                </button>
            </div>
            <p class="inspector__why">{move || explained.with(|explained| explained.why.clone())}</p>
            <TheirNumber />
            <table class="ledger">
                <caption class="spoken">{move || state.text().inspector_label}</caption>
                <tbody>
                    {move || explained.with(|explained| explained.lines.clone()).into_iter().map(ledger_row).collect_view()}
                </tbody>
            </table>
            {move || explained.with(|explained| explained.human.clone()).map(|human| view! {
                <p class="inspector__human">{human}</p>
            })}
            {move || unit.get().map(|unit| view! { <LimitsForm unit /> })}
            {move || unit.get().map(|unit| view! { <Negotiation unit /> })}
            <Show when=move || unit.get().is_some() && others.with(|others| !others.is_empty())>
                <section class="others">
                    <h3 class="inspector__subtitle">{move || state.text().why_other}</h3>
                    <table class="others__table">
                        <tbody>
                            {move || others.get().into_iter().map(|other| view! {
                                <tr>
                                    <th scope="row">{other.name}</th>
                                    <td>{other.given}</td>
                                    <td>{other.rate}</td>
                                </tr>
                            }).collect_view()}
                        </tbody>
                    </table>
                </section>
            </Show>
            <Show when=move || unit.get().is_some()>
                <WithMore />
            </Show>
            <section class="inspector__sources">
                <h3 class="inspector__subtitle">{move || state.text().where_from}</h3>
                <ul>
                    {move || explained.with(|explained| explained.sources.clone()).into_iter().map(|source| view! {
                        <li>{source}</li>
                    }).collect_view()}
                </ul>
            </section>
            <p class="inspector__foot">
                <button type="button" class="button" on:click=copy>{move || state.text().copy_why}</button>
                <span aria-hidden="true">{move || copied.get().then(|| state.text().copied)}</span>
            </p>
        </aside>
    }
}

/// One line of a tape.
pub(super) fn ledger_row(line: LedgerLine) -> AnyView {
    if line.is_range {
        return view! {
            <tr data-range="">
                <td class="ledger__sign"></td>
                <th scope="row" class="ledger__label"><span class="spoken">{line.label}</span></th>
                <td class="ledger__amount">"("{line.amount}")"</td>
            </tr>
        }
        .into_any();
    }
    let result = line.sign == "=";
    view! {
        <tr data-result=result.then_some("")>
            <td class="ledger__sign">{line.sign}</td>
            <th scope="row" class="ledger__label">{line.label}</th>
            <td class="ledger__amount">{line.amount}</td>
        </tr>
    }
    .into_any()
}

fn explain(
    node: &NodePlan,
    scenario: &Scenario,
    language: Language,
    selected: Selected,
    figures_year: u16,
) -> Explained {
    if let Column::Figures(measure, scope) = selected.column {
        let unit = match selected.row {
            Row::Unit(unit) => unit,
            Row::Total => node.node,
        };
        return explain_figure(scenario, (measure, figures_year, scope), unit, language);
    }
    let cell = selected.column.cell().unwrap_or(Cell::Given);
    let ledger = calc::explain(node, selected.row, cell);
    let title = title(node, scenario, language, selected.row, cell);
    let why = why(&ledger, node, scenario, language, selected.row);
    let line = match selected.row {
        Row::Unit(unit) => node.unit(unit),
        Row::Total => None,
    };
    let human = line.filter(|_| cell == Cell::Given).and_then(|line| text::human_scale(line, language));
    let sources = sources(node, scenario, language, line);
    Explained {
        copied: copied(&title, &why, &ledger, node, scenario, language),
        title,
        why,
        lines: text::ledger_lines(&ledger, scenario, node.slot, language),
        human,
        sources,
    }
}

/// Where a figure comes from: its column, or the units it is the sum of.
fn explain_figure(
    scenario: &Scenario,
    (measure, year, scope): (Measure, u16, Scope),
    unit: UnitId,
    language: Language,
) -> Explained {
    let known = calc::known(scenario, measure, year, scope);
    let told = text::figure_told(&known, (measure, year, scope), unit, scenario, language);
    Explained {
        copied: told.as_text(),
        title: told.title,
        why: told.why,
        lines: told.lines,
        human: None,
        sources: told.sources,
    }
}

/// The reason in one sentence; a lock's own reason where it has one.
fn why(ledger: &Ledger, node: &NodePlan, scenario: &Scenario, language: Language, row: Row) -> String {
    let reason = match row {
        Row::Unit(unit) => scenario.limits.get(node.slot, unit).map_or("", |limit| &limit.reason),
        Row::Total => "",
    };
    match ledger.why {
        Why::Locked { people, others } if !reason.is_empty() => {
            text::locked_because(people, others, reason, language)
        }
        _ => text::why_sentence(&ledger.why, node.slot, language),
    }
}

fn copied(
    title: &str,
    why: &str,
    ledger: &Ledger,
    node: &NodePlan,
    scenario: &Scenario,
    language: Language,
) -> String {
    format!("{title}\n{why}\n{}", text::ledger_as_text(ledger, scenario, node.slot, language))
}

fn title(node: &NodePlan, scenario: &Scenario, language: Language, row: Row, cell: Cell) -> String {
    let text = text::text(language);
    let shown = number(node, language, row, cell);
    let all = text::total_name(scenario, language);
    match (row, cell) {
        (Row::Unit(unit), Cell::Given) => {
            let name = text::unit_name(scenario, unit, language);
            match node.unit(unit) {
                Some(line) if line.left_out => (text.why_left_out)(&name),
                Some(line) if line.given.is_none() => (text.why_not_given)(&name),
                _ => (text.why_title)(&name, &shown),
            }
        }
        // What stands there is whether the plan adds up, not how hard it is.
        (Row::Total, Cell::Difficulty) => (text.why_title_cell)(all, &shown),
        (Row::Total, Cell::Given) if node.target.is_none() => {
            (text.why_not_given)(&text::total_in_sentence(scenario, language))
        }
        (Row::Total, Cell::Given) if all == text.row_total => (text.why_title_total)(&shown),
        (Row::Total, Cell::Given) => (text.why_title_cell)(all, &shown),
        (_, cell) => {
            let column = match cell {
                Cell::Last => (text.col_last)(node.last_year()),
                Cell::Given => (text.col_given)(node.slot.year),
                Cell::Change => text.col_change.to_owned(),
                Cell::Before => text.col_before.to_owned(),
                Cell::After => text.col_after.to_owned(),
                Cell::Difficulty => text.col_difficulty.to_owned(),
            };
            let place = match row {
                Row::Unit(unit) => text::unit_name(scenario, unit, language),
                Row::Total => all.to_owned(),
            };
            (text.why_title_cell)(&format!("{place}, {column}"), &shown)
        }
    }
}

/// The cell's number as the table shows it.
fn number(node: &NodePlan, language: Language, row: Row, cell: Cell) -> String {
    let missing = || text::text(language).missing.to_owned();
    match row {
        Row::Total => text::total_cell(node, cell, language).unwrap_or_else(missing),
        Row::Unit(unit) => {
            node.unit(unit).and_then(|line| text::unit_cell(line, cell, language)).unwrap_or_else(missing)
        }
    }
}

/// Where the cell's inputs come from.
fn sources(node: &NodePlan, scenario: &Scenario, language: Language, line: Option<&UnitPlan>) -> Vec<String> {
    let (last, base) = match line {
        Some(line) => (line.last, line.base),
        None => (node.total.last, node.total.base),
    };
    let last = last.map(|figure| (figure, Measure::Result(node.slot.indicator)));
    let base = base.map(|figure| (figure, Measure::Base(node.base)));
    [last, base]
        .into_iter()
        .flatten()
        .map(|(figure, measure)| text::source_line(&figure, measure, scenario, language))
        .collect()
}

/// The same unit under another method.
#[derive(Clone, Debug, PartialEq)]
struct Other {
    name: &'static str,
    given: String,
    rate: String,
}

fn others(state: AppState) -> RwSignal<Vec<Other>> {
    state.follow_settled(move |node, scenario, language| {
        let Row::Unit(unit) = state.selected.get_untracked().row else { return Vec::new() };
        let text = text::text(language);
        calc::alternatives(scenario, node.slot, node.node)
            .into_iter()
            .filter_map(|other| {
                let line = other.plan.unit(unit)?;
                let rate =
                    line.standing().after().map(|rate| language.percent_of(&rate, 2)).unwrap_or_default();
                let given = language.people(line.given?);
                Some(Other { name: (text.method)(other.method), given, rate })
            })
            .collect()
    })
}

/// What a higher target of the province would add to this unit.
#[component]
fn WithMore() -> impl IntoView {
    let state = expect_context::<AppState>();
    let sentence = state.follow_settled(move |node, scenario, language| {
        let Row::Unit(unit) = state.selected.get_untracked().row else { return None };
        if !node.is_balanced() {
            return None;
        }
        let plan = calc::with_more(scenario, node.slot, node.node, MORE)?;
        let moved = calc::Moved { unit, now: node.unit(unit)?.given?, then: plan.unit(unit)?.given? };
        let signed = |count: i128| if count == 0 { "+0".to_owned() } else { language.signed(count) };
        let text = text::text(language);
        plan.is_balanced().then(|| (text.with_more)(&signed(i128::from(MORE)), &signed(moved.difference())))
    });
    view! { {move || sentence.get().map(|sentence| view! { <p class="inspector__more">{sentence}</p> })} }
}
