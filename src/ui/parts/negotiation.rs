//! Negotiation: this unit gets fewer or more, somebody takes the difference, and it is seen before it is done.

use std::collections::{BTreeMap, BTreeSet};

use leptos::prelude::*;

use crate::calc::{NodePlan, Preview, Request, Takers, negotiate};
use crate::edit::settle;
use crate::model::{Scenario, UnitId};
use crate::text::{self, Language, Message, ReadError, parse_count};
use crate::ui::browser;
use crate::ui::state::AppState;

const SUMMARY: &str = "negotiation-summary";

/// Who takes the difference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Everyone,
    Only,
    ByHand,
}

/// What is asked for, as it is being typed.
#[derive(Clone, Copy)]
struct Form {
    unit: UnitId,
    is_open: RwSignal<bool>,
    fewer: RwSignal<bool>,
    amount: RwSignal<String>,
    way: RwSignal<Way>,
    chosen: RwSignal<BTreeSet<UnitId>>,
    parts: RwSignal<BTreeMap<UnitId, String>>,
    reason: RwSignal<String>,
}

/// The disclosure for one unit.
#[component]
pub fn Negotiation(unit: UnitId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let form = Form {
        unit,
        is_open: RwSignal::new(false),
        fewer: RwSignal::new(true),
        amount: RwSignal::default(),
        way: RwSignal::new(Way::Everyone),
        chosen: RwSignal::default(),
        parts: RwSignal::default(),
        reason: RwSignal::default(),
    };
    let toggle = move |_: web_sys::Event| form.is_open.update(|open| *open = !*open);
    view! {
        <details class="negotiation" on:toggle=toggle>
            <summary class="negotiation__summary" id=SUMMARY>{move || state.text().negotiation.title}</summary>
            <Show when=move || form.is_open.get()>
                <Talks form />
            </Show>
        </details>
    }
}

#[component]
fn Talks(form: Form) -> impl IntoView {
    let state = expect_context::<AppState>();
    let outcome = state.follow_words(move |node, scenario, language| form.outcome(node, scenario, language));
    let preview = Memo::new(move |_| outcome.get().and_then(Result::ok));
    let refusal =
        move || outcome.get().and_then(Result::err).map(|wrong| format!("{} {}", wrong.what, wrong.fix));
    let apply = move |event: web_sys::SubmitEvent| {
        event.prevent_default();
        let Some(preview) = preview.get_untracked() else { return };
        if !state.may_change() {
            return;
        }
        form.amount.set(String::new());
        form.parts.update(BTreeMap::clear);
        state.dispatch(settle(preview.limits, state.slot_now()));
        // The button that was pressed is gone with what it carried out.
        browser::focus(SUMMARY);
    };
    view! {
        <form class="negotiation__form" on:submit=apply>
            <fieldset class="negotiation__direction">
                <legend>{move || state.text().negotiation.direction}</legend>
                {[true, false].map(|fewer| view! {
                    <label class="check">
                        <input
                            type="radio"
                            name="negotiation-direction"
                            prop:checked=move || form.fewer.get() == fewer
                            on:change=move |_| form.fewer.set(fewer)
                        />
                        <span>{move || {
                            let labels = state.text().negotiation;
                            if fewer { labels.fewer } else { labels.more }
                        }}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <label class="field">
                <span class="field__label">{move || state.text().negotiation.amount}</span>
                <input
                    class="negotiation__amount"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-describedby="negotiation-error"
                    prop:value=form.amount
                    on:input:target=move |event| form.amount.set(event.target().value())
                />
            </label>
            <fieldset class="negotiation__takers">
                <legend>{move || state.text().negotiation.takers}</legend>
                {[Way::Everyone, Way::Only, Way::ByHand].map(|way| view! {
                    <label class="check">
                        <input
                            type="radio"
                            name="negotiation-takers"
                            prop:checked=move || form.way.get() == way
                            on:change=move |_| form.way.set(way)
                        />
                        <span>{move || {
                            let labels = state.text().negotiation;
                            match way {
                                Way::Everyone => labels.everyone,
                                Way::Only => labels.only,
                                Way::ByHand => labels.by_hand,
                            }
                        }}</span>
                    </label>
                }).collect_view()}
            </fieldset>
            <Others form />
            <label class="field">
                <span class="field__label">{move || state.text().negotiation.reason}</span>
                <input
                    autocomplete="off"
                    prop:value=form.reason
                    on:input:target=move |event| form.reason.set(event.target().value())
                />
            </label>
            <p class="field-error" id="negotiation-error" role="alert">{refusal}</p>
            {move || preview.get().map(|preview| view! { <Seen preview /> })}
        </form>
    }
}

/// The other units: to choose from, or with a field each.
#[component]
fn Others(form: Form) -> impl IntoView {
    let state = expect_context::<AppState>();
    let others = state.follow_words(move |node, scenario, language| {
        let by_rule = form.way.get() == Way::Only;
        let can = node
            .units
            .iter()
            .filter(|line| line.unit != form.unit && line.given.is_some() && !(by_rule && line.locked));
        can.map(|line| (line.unit, text::unit_name(scenario, line.unit, language))).collect::<Vec<_>>()
    });
    let entered = Memo::new(move |_| {
        let language = state.language.get();
        let sum: u128 = form
            .parts
            .with(|parts| parts.values().filter_map(|typed| parse_count(typed).ok()).map(u128::from).sum());
        let asked = parse_count(&form.amount.get()).unwrap_or(0);
        (state.text().negotiation.entered)(&language.people(sum), &language.people(asked))
    });
    let list = move || match form.way.get() {
        Way::Everyone => None,
        Way::Only => Some(
            view! {
                <ul class="negotiation__units" aria-label=move || state.text().negotiation.choose>
                    {move || others.get().into_iter().map(|(unit, name)| view! {
                        <li><Chosen form unit name /></li>
                    }).collect_view()}
                </ul>
            }
            .into_any(),
        ),
        Way::ByHand => Some(
            view! {
                <ul class="negotiation__units" aria-label=move || state.text().negotiation.parts>
                    {move || others.get().into_iter().map(|(unit, name)| view! {
                        <li><Part form unit name /></li>
                    }).collect_view()}
                </ul>
                <p class="negotiation__sum">{entered}</p>
            }
            .into_any(),
        ),
    };
    view! { {list} }
}

#[component]
fn Chosen(form: Form, unit: UnitId, name: String) -> impl IntoView {
    let choose = move |on: bool| {
        form.chosen.update(|chosen| {
            if on {
                chosen.insert(unit);
            } else {
                chosen.remove(&unit);
            }
        });
    };
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || form.chosen.with(|chosen| chosen.contains(&unit))
                on:change:target=move |event| choose(event.target().checked())
            />
            <span lang="vi">{name}</span>
        </label>
    }
}

#[component]
fn Part(form: Form, unit: UnitId, name: String) -> impl IntoView {
    view! {
        <label class="negotiation__part">
            <span lang="vi">{name}</span>
            <input
                inputmode="numeric"
                autocomplete="off"
                prop:value=move || form.parts.with(|parts| parts.get(&unit).cloned().unwrap_or_default())
                on:input:target=move |event| {
                    let typed = event.target().value();
                    form.parts.update(|parts| drop(parts.insert(unit, typed)));
                }
            />
        </label>
    }
}

/// What would change, and the button that does it.
#[component]
fn Seen(preview: Preview) -> impl IntoView {
    let state = expect_context::<AppState>();
    let Preview { moved, unchanged, total, limits } = preview;
    let locks = limits.len();
    let rows = state.follow_words(move |_, scenario, language| {
        let row = |moved: &crate::calc::Moved| {
            [
                text::unit_name(scenario, moved.unit, language),
                language.people(moved.now),
                language.people(moved.then),
                language.signed(moved.difference()),
            ]
        };
        moved.iter().map(row).collect::<Vec<_>>()
    });
    let total = move || state.language.get().people(total);
    view! {
        <table class="negotiation__preview">
            <caption>{move || state.text().negotiation.preview}</caption>
            <thead>
                <tr>
                    <th scope="col">{move || state.text().col_unit}</th>
                    <th scope="col">{move || state.text().negotiation.now}</th>
                    <th scope="col">{move || state.text().negotiation.then}</th>
                    <th scope="col">{move || state.text().negotiation.difference}</th>
                </tr>
            </thead>
            <tbody>
                {move || rows.get().into_iter().map(|[name, now, then, difference]| view! {
                    <tr>
                        <th scope="row" lang="vi">{name}</th>
                        <td>{now}</td>
                        <td>{then}</td>
                        <td>{difference}</td>
                    </tr>
                }).collect_view()}
            </tbody>
            <tfoot>
                <tr>
                    <th scope="row">{move || state.text().negotiation.total}</th>
                    <td>{total}</td>
                    <td>{total}</td>
                    <td>"0"</td>
                </tr>
            </tfoot>
        </table>
        <p class="negotiation__note">
            {move || (state.text().negotiation.unchanged)(unchanged)}" "{move || (state.text().negotiation.locks)(locks)}
        </p>
        <button type="submit" class="button negotiation__apply">{move || state.text().negotiation.apply}</button>
    }
}

impl Form {
    /// What would come out, in force or refused; nothing while no difference is typed.
    fn outcome(
        self,
        node: &NodePlan,
        scenario: &Scenario,
        language: Language,
    ) -> Option<Result<Preview, Message>> {
        if self.amount.with(|amount| amount.trim().is_empty()) {
            return None;
        }
        let unreadable = |wrong: ReadError| text::read_error(&wrong, None, language);
        let outcome = self.request().map_err(unreadable).and_then(|request| {
            negotiate(scenario, node.slot, node.node, &request)
                .map_err(|wrong| text::negotiate_error(&wrong, scenario, language))
        });
        Some(outcome)
    }

    fn request(self) -> Result<Request, ReadError> {
        let typed = self.amount.get();
        let people = parse_count(&typed)?;
        let people = i64::try_from(people).map_err(|_| ReadError::TooLarge { found: typed })?;
        let takers = match self.way.get() {
            Way::Everyone => Takers::Everyone,
            Way::Only => Takers::Only(self.chosen.get().into_iter().collect()),
            Way::ByHand => Takers::ByHand(self.entered()?),
        };
        let change = if self.fewer.get() { -people } else { people };
        Ok(Request { unit: self.unit, change, takers, reason: self.reason.get() })
    }

    /// What was entered by hand; an empty field is nobody.
    fn entered(self) -> Result<Vec<(UnitId, u64)>, ReadError> {
        let filled = |(&unit, typed): (&UnitId, &String)| match parse_count(typed) {
            Ok(people) => Some(Ok((unit, people))),
            Err(ReadError::Empty) => None,
            Err(wrong) => Some(Err(wrong)),
        };
        self.parts.with(|parts| parts.iter().filter_map(filled).collect())
    }
}
