//! Findings: problems with their cures above the table, remarks below it.

use leptos::prelude::*;

use super::{Icon, Shape};
use crate::calc::{DocumentFinding, NodePlan, Severity, review};
use crate::model::Scenario;
use crate::text::{self, Language, Text, Told};
use crate::ui::grid;
use crate::ui::state::{AppState, Column};

/// So many problems stand above the table, those of the highest levels first; the drawer lists all.
const MOST: usize = 3;

/// What must be mended, at any level.
fn errors(state: AppState) -> Memo<Vec<Told>> {
    state.follow_plans_words(move |plan, scenario, language| {
        let of = |node| told_of(node, |severity| severity == Severity::Error, scenario, language);
        plan.nodes().iter().flat_map(of).take(MOST).collect()
    })
}

fn told_of(
    node: &NodePlan,
    chosen: fn(Severity) -> bool,
    scenario: &Scenario,
    language: Language,
) -> Vec<Told> {
    let found = node.findings.iter().filter(|finding| chosen(finding.severity()));
    found.map(|finding| text::told_of_plan(finding, node, scenario, language)).collect()
}

/// Remarks on the whole document, as far as they are about the indicator and year on screen.
fn told_of_document(node: &NodePlan, scenario: &Scenario, language: Language) -> Vec<Told> {
    let here = |finding: &&DocumentFinding| match finding.slot() {
        Some(slot) => slot == node.slot,
        None => finding.indicator(&scenario.claims).is_none_or(|indicator| indicator == node.slot.indicator),
    };
    let findings = review(scenario, std::slice::from_ref(node)).findings;
    (findings.iter().filter(here))
        .filter_map(|finding| text::told_of_document(finding, scenario, language))
        .collect()
}

/// What must be mended: what, where, and buttons that mend it.
#[component]
pub fn Problems() -> impl IntoView {
    let state = expect_context::<AppState>();
    let problems = errors(state);
    view! {
        <div class="problems" role="alert">
            <Show when=move || problems.with(|problems| !problems.is_empty())>
                <section class="problems__box" aria-label=move || state.text().notices>
                    <h2 class="problems__title">{move || state.text().notices}</h2>
                    {move || {
                        let text = state.text();
                        problems.get().into_iter().map(|told| problem(state, text, told)).collect_view()
                    }}
                </section>
            </Show>
        </div>
    }
}

fn problem(state: AppState, text: &'static Text, told: Told) -> impl IntoView {
    let (slot, node) = (told.slot, told.node);
    let severity = (text.severity)(told.severity);
    view! {
        <div class="problem">
            <p>
                <Icon shape=Shape::Warning />
                <strong>{severity}": "</strong>
                {told.message.what}" "{told.message.fix}
            </p>
            {told.clash_line.map(|line| view! { <p class="problem__clash">{line}</p> })}
            <p class="problem__places">
                {told.units.into_iter().map(|(unit, name)| view! {
                    <button type="button" class="link" on:click=move |_| grid::go_to(state, unit, Column::Given)>
                        {name}
                    </button>
                }).collect_view()}
            </p>
            <div class="problem__cures" role="group" aria-label=text.fixes>
                {told.cures.into_iter().map(|(cure, words)| view! {
                    <button type="button" class="button" on:click=move |_| state.mend(&cure, slot, node)>{words}</button>
                }).collect_view()}
            </div>
        </div>
    }
}

/// What is good to know.
#[component]
pub fn Remarks() -> impl IntoView {
    let state = expect_context::<AppState>();
    let on_plan = state.follow_words(|node, scenario, language| {
        told_of(node, |severity| severity != Severity::Error, scenario, language)
    });
    // The look at the whole document waits until the hands rest.
    let on_document = state.follow_settled(told_of_document);
    let remarks = Memo::new(move |_| [on_plan.get(), on_document.get()].concat());
    view! {
        <Show when=move || remarks.with(|remarks| !remarks.is_empty())>
            <section class="remarks" aria-label=move || state.text().remarks>
                <h2 class="remarks__title">{move || state.text().remarks}</h2>
                <ul class="remarks__list">
                    {move || remarks.get().into_iter().map(|told| view! {
                        <li class="remark" data-severity=format!("{:?}", told.severity).to_lowercase()>
                            <Icon shape=if told.severity == Severity::Note { Shape::Note } else { Shape::Warning } />
                            <span>
                                <span class="remark__severity">{(state.text().severity)(told.severity)}": "</span>
                                {told.message.what}" "{told.message.fix}
                                {told.cures.into_iter().map(|(cure, words)| view! {
                                    " "
                                    <button type="button" class="link" on:click=move |_| state.mend(&cure, told.slot, told.node)>
                                        {words}
                                    </button>
                                }).collect_view()}
                            </span>
                        </li>
                    }).collect_view()}
                </ul>
            </section>
        </Show>
    }
}
