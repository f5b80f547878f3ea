//! Quý, tháng: what every unit stands at when each quarter or month ends.

mod pattern;
mod table;

use leptos::prelude::*;

use self::pattern::Pattern;
use self::table::PeriodTable;
use super::{Icon, Shape};
use crate::calc::period::{self, PeriodError, PeriodPlan};
use crate::calc::{NodePlan, Row, explain_period};
use crate::model::{PeriodRule, Scenario};
use crate::table::{At, Cursor};
use crate::text::{self, Language, LedgerLine};
use crate::ui::browser;
use crate::ui::state::AppState;

const SECTION: &str = "periods";
const BUTTON: &str = "periods-button";

/// The table on screen, or why there is none.
type Planned = Memo<Result<PeriodPlan, PeriodError>>;

/// Opens and closes the section.
#[component]
pub fn PeriodsButton(open: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let toggle = move |_| {
        open.update(|open| *open = !*open);
        if open.get_untracked() {
            // Below the table and out of sight: the focus leads there.
            request_animation_frame(|| browser::lead_to(SECTION));
        }
    };
    view! {
        <button
            type="button"
            class="button"
            id=BUTTON
            aria-expanded=move || open.get().to_string()
            aria-controls=SECTION
            on:click=toggle
        >
            {move || state.text().periods.button}
        </button>
    }
}

/// The section below the table, while it is open.
#[component]
pub fn Periods(open: RwSignal<bool>) -> impl IntoView {
    view! { <Show when=move || open.get()><Section open /></Show> }
}

#[component]
fn Section(open: RwSignal<bool>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let planned: Planned = state.follow_words(|node, scenario, _| period::plan(&rule(node, scenario), node));
    let year = state.follow_plan(|node| node.slot.year);
    let notes = notes(state, planned);
    let close = move || {
        open.set(false);
        browser::focus(BUTTON);
    };
    view! {
        <section
            class="periods"
            id=SECTION
            tabindex="-1"
            aria-labelledby="periods-title"
            on:keydown=move |event| {
                if event.key() == "Escape" && !event.is_composing() && !event.default_prevented() {
                    event.prevent_default();
                    close();
                }
            }
        >
            <div class="periods__head">
                <h2 class="periods__title" id="periods-title">{move || (state.text().periods.title)(year.get())}</h2>
                <button
                    type="button"
                    class="icon-button"
                    aria-label=move || state.text().periods.close
                    on:click=move |_| close()
                >
                    <Icon shape=Shape::Close />
                </button>
            </div>
            <p class="periods__lead">{move || state.text().periods.lead}</p>
            <Pattern />
            {move || planned.with(|planned| planned.as_ref().err().copied()).map(|error| {
                let message = text::period_error(error, state.language.get());
                view! { <p class="field-error">{message.what}" "{message.fix}</p> }
            })}
            <Show when=move || planned.with(Result::is_ok)>
                <Filled planned />
            </Show>
            <ul class="periods__notes">
                {move || notes.get().into_iter().map(|note| view! { <li>{note}</li> }).collect_view()}
            </ul>
        </section>
    }
}

/// The table, that it adds up, and the reason of the selected cell.
#[component]
fn Filled(planned: Planned) -> impl IntoView {
    let state = expect_context::<AppState>();
    let cursor = RwSignal::new(Cursor::single(At { row: 0, column: 0 }));
    let exact = Memo::new(move |_| {
        planned.with(|planned| {
            planned.as_ref().ok().filter(|plan| plan.is_exact()).map(|plan| plan.rule.periods)
        })
    });
    let why = state.follow_words(move |_, scenario, language| {
        planned.with(|planned| {
            planned.as_ref().ok().and_then(|plan| why(plan, cursor.get().at, scenario, language))
        })
    });
    view! {
        <PeriodTable planned cursor />
        {move || exact.get().map(|periods| view! {
            <p class="periods__check"><Icon shape=Shape::Check />{move || (state.text().periods.check)(periods)}</p>
        })}
        {move || why.get().map(|(title, lines)| view! {
            <section class="periods__why" aria-labelledby="periods-why">
                <h3 class="periods__why-title" id="periods-why">{title}</h3>
                <table class="ledger">
                    <tbody>{lines.into_iter().map(super::inspector::ledger_row).collect_view()}</tbody>
                </table>
            </section>
        })}
    }
}

/// How the node's year is laid over its periods.
fn rule(node: &NodePlan, scenario: &Scenario) -> PeriodRule {
    scenario.rule_in_force(node.slot, node.node).map(|rule| rule.periods).unwrap_or_default()
}

/// The row of the table, from 0; the last is that of all units.
fn row_of(plan: &PeriodPlan, row: usize) -> Row {
    plan.rows.get(row).map_or(Row::Total, |row| Row::Unit(row.unit))
}

/// What stands in a cell (people).
fn end_at(plan: &PeriodPlan, At { row, column }: At) -> Option<u64> {
    plan.rows.get(row).map_or(&plan.ends, |row| &row.ends).get(column).copied()
}

/// Heading and tape of the selected cell.
fn why(
    plan: &PeriodPlan,
    at: At,
    scenario: &Scenario,
    language: Language,
) -> Option<(String, Vec<LedgerLine>)> {
    let labels = text::text(language).periods;
    let row = row_of(plan, at.row);
    let name = match row {
        Row::Unit(unit) => text::unit_name(scenario, unit, language),
        Row::Total => labels.total.to_owned(),
    };
    let end = (labels.period_end)(plan.rule.periods, at.column);
    let title = (labels.why_title)(&name, &end, &language.people(end_at(plan, at)?));
    let ledger = explain_period(plan, row, at.column);
    Some((title, text::ledger_lines(&ledger, scenario, plan.slot, language)))
}

/// What the table leaves out.
fn notes(state: AppState, planned: Planned) -> Memo<Vec<String>> {
    state.follow_words(move |node, scenario, language| {
        let labels = text::text(language).periods;
        let without = planned.with(|planned| {
            let plan = planned.as_ref().ok().filter(|plan| !plan.without.is_empty())?;
            let names = text::unit_list(scenario, &plan.without, language);
            Some((labels.without)(plan.without.len(), &names))
        });
        let kept = (node.kept > 0).then(|| (labels.kept)(&language.people(node.kept)));
        without.into_iter().chain(kept).collect()
    })
}
