//! One issuer's plan: who, how much, whose people, by which decision, and how much of it the target in use meets.

use leptos::prelude::*;

use super::{change_plan, plan_name};
use crate::calc::{self, Fulfilment};
use crate::edit::{Edit, ListChange, count_scope};
use crate::model::{Issuer, Scope, Target};
use crate::text::{self, Language, ReadError, TargetField, parse_date, parse_target};
use crate::ui::browser;
use crate::ui::parts::typed_field::unreadable;
use crate::ui::parts::{Icon, Shape, TypedField};
use crate::ui::state::AppState;

/// The row of the plan at `place` of the document's targets.
#[component]
pub fn PlanRow(place: usize, rows: Memo<Vec<Fulfilment>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let name = follow(state, place, plan_name);
    let used = state.follow(move |scenario| scenario.targets.get(place).is_some_and(|target| target.used));
    let share = state.follow_province_words(move |_, scenario, language| {
        let used = scenario.targets.get(place).is_some_and(|target| target.used);
        rows.with(|rows| rows.get(place).map(|row| standing(row, used, language))).unwrap_or_default()
    });
    let choose = move |_| {
        let slot = state.with_draft(|draft| draft.scenario().targets.get(place).map(|target| target.slot));
        if let Some(slot) = slot {
            state.dispatch(Edit::UseTarget { slot, place: Some(place) });
        }
    };
    view! {
        <div class="plan-row" role="group" aria-label=name data-used=move || used.get().then_some("")>
            <label class="plan-row__use">
                <input
                    type="radio"
                    name="plan-in-use"
                    aria-label=move || format!("{}: {}", state.text().targets.use_label, name.get())
                    prop:checked=used
                    disabled=move || state.is_read_only()
                    on:change=choose
                />
            </label>
            <IssuerField place />
            <AmountField place />
            <ScopeField place />
            <DecisionFields place />
            <p class="plan-row__share">
                <span class="plan-row__label">{move || state.text().targets.share_label}</span>
                <span>{share}</span>
            </p>
            <Show when=move || !used.get() fallback=|| view! { <span class="plan-row__remove"></span> }>
                <button
                    type="button"
                    class="icon-button plan-row__remove"
                    aria-label=move || (state.text().targets.remove)(&name.get())
                    title=move || (state.text().targets.remove)(&name.get())
                    on:click=move |_| {
                        state.dispatch(Edit::ChangeTargets { place, change: ListChange::Remove });
                        // The button is gone with its row.
                        browser::focus(super::add_plan::AMOUNT);
                    }
                >
                    <Icon shape=Shape::Close />
                </button>
            </Show>
        </div>
    }
}

/// How the plan stands: of the one in use its people, of another also how much of it that one meets.
fn standing(row: &Fulfilment, used: bool, language: Language) -> String {
    let text = text::text(language);
    let Ok(people) = row.people else { return text.targets.unknown.to_owned() };
    let counted = format!("{} {}", language.people(people), text.people_unit);
    if used {
        return counted;
    }
    let share = match row.covered() {
        Some(share) => text::share_of_plan(&share, language),
        None => text.targets.other_scope.to_owned(),
    };
    format!("{counted} · {share}")
}

/// What a field shows of the row, empty once the row is gone.
fn follow(
    state: AppState,
    place: usize,
    read: impl Fn(&Target, Language) -> String + Send + Sync + 'static,
) -> Memo<String> {
    state.follow_province_words(move |_, scenario, language| {
        scenario.targets.get(place).map(|target| read(target, language)).unwrap_or_default()
    })
}

/// Who set it: one of those known, or a name.
#[component]
fn IssuerField(place: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let issuer =
        state.follow(move |scenario| scenario.targets.get(place).map(|target| target.issuer.clone()));
    let named = Memo::new(move |_| issuer.with(|issuer| matches!(issuer, Some(Issuer::Named(_)))));
    // “Another…” is chosen, and its name not typed yet.
    let naming = RwSignal::new(false);
    let id = format!("plan-{place}-issuer");
    let choose = move |chosen: Option<Issuer>| match chosen {
        Some(issuer) => {
            naming.set(false);
            change_plan(state, place, |target| target.issuer = issuer);
        }
        None => naming.set(true),
    };
    let name = Memo::new(move |_| match issuer.get() {
        Some(Issuer::Named(name)) => name,
        _ => String::new(),
    });
    let enter = move |words: &str| {
        let words = words.trim().to_owned();
        if !words.is_empty() {
            naming.set(false);
            change_plan(state, place, |target| target.issuer = Issuer::Named(words));
        }
        Ok(())
    };
    view! {
        <div class="plan-row__issuer" data-named=move || (named.get() || naming.get()).then_some("")>
            <label class="plan-row__label" for=id.clone()>{move || state.text().targets.issuer_label}</label>
            <fieldset class="plain" disabled=move || state.is_read_only()>
                <IssuerSelect id chosen=Signal::derive(move || issuer.get().filter(|_| !naming.get() && !named.get())) choose />
            </fieldset>
            <Show when=move || named.get() || naming.get()>
                <TypedField
                    id=format!("plan-{place}-name")
                    label=Signal::derive(move || state.text().targets.issuer_name.to_owned())
                    value=name
                    enter
                    keyboard="text"
                />
            </Show>
        </div>
    }
}

/// The issuers to choose from; `None` is one with a name of its own.
#[component]
pub fn IssuerSelect(
    id: String,
    chosen: Signal<Option<Issuer>>,
    choose: impl Fn(Option<Issuer>) + 'static,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <select id=id on:change:target=move |event| {
            let place = event.target().value().parse::<usize>().ok();
            choose(place.and_then(|place| KNOWN.get(place).cloned()));
        }>
            {KNOWN.iter().enumerate().map(|(place, known)| view! {
                <option
                    value=place.to_string()
                    prop:selected=move || chosen.with(|chosen| chosen.as_ref() == Some(known))
                >
                    {move || (state.text().targets.issuer)(known).to_owned()}
                </option>
            }).collect_view()}
            <option value="named" prop:selected=move || chosen.with(Option::is_none)>
                {move || state.text().targets.issuer_named}
            </option>
        </select>
    }
}

/// The issuers without a name of their own, in the order they are offered.
pub static KNOWN: [Issuer; 4] = [Issuer::Government, Issuer::Vss, Issuer::Province, Issuer::Own];

/// How much, in any form that can be typed. A number of the user's own is no longer the source's.
#[component]
fn AmountField(place: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = follow(state, place, |target, language| text::typed(&target.quantity, language));
    let enter = move |words: &str| {
        let quantity = match parse_target(words, TargetField::People) {
            Ok(quantity) => quantity,
            Err(ReadError::Empty) => return Ok(()),
            Err(wrong) => return Err(unreadable(wrong, value.get_untracked())),
        };
        change_plan(state, place, |target| *target = target.retyped(quantity));
        Ok(())
    };
    view! {
        <TypedField
            id=format!("plan-{place}-amount")
            label=Signal::derive(move || state.text().targets.amount_label.to_owned())
            value
            enter
            keyboard="text"
        />
    }
}

/// Whose people count. People insured elsewhere come and go with what is kept at the province.
#[component]
fn ScopeField(place: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let scope = state.follow(move |scenario| scenario.targets.get(place).map(|target| target.scope));
    let id = format!("plan-{place}-scope");
    let scopes = move || {
        let only_elsewhere = scope.get().filter(|scope| *scope == Scope::OtherProvinces);
        [Scope::InProvince, Scope::Both].into_iter().chain(only_elsewhere).collect::<Vec<_>>()
    };
    let choose = move |number: usize| {
        let Some(scope) = scopes().get(number).copied() else { return };
        let edit = state.with_draft(|draft| {
            let scenario = draft.scenario();
            let elsewhere = calc::elsewhere(scenario, scenario.targets.get(place)?.slot);
            count_scope(scenario, place, scope, elsewhere)
        });
        if let Some(edit) = edit {
            state.dispatch(edit);
        }
    };
    view! {
        <div class="plan-row__scope">
            <label class="plan-row__label" for=id.clone()>{move || state.text().targets.scope_label}</label>
            <select id=id disabled=move || state.is_read_only() on:change:target=move |event| {
                if let Ok(number) = event.target().value().parse() { choose(number) }
            }>
                {move || scopes().into_iter().enumerate().map(|(number, of)| view! {
                    <option value=number.to_string() prop:selected=move || scope.get() == Some(of)>
                        {move || state.text().targets.scope_of(of)}
                    </option>
                }).collect_view()}
            </select>
        </div>
    }
}

/// The decision that set it: number and day. An emptied field removes what it held.
#[component]
fn DecisionFields(place: usize) -> impl IntoView {
    let state = expect_context::<AppState>();
    let number = follow(state, place, |target, _| target.decision.number.clone());
    let enter_number = move |words: &str| {
        change_plan(state, place, |target| target.decision.number = words.trim().to_owned());
        Ok(())
    };
    let date = follow(state, place, |target, language| {
        target.decision.date.map(|date| language.date(date)).unwrap_or_default()
    });
    let enter_date = move |words: &str| {
        let day = match parse_date(words) {
            Ok(day) => Some(day),
            Err(ReadError::Empty) => None,
            Err(wrong) => return Err(unreadable(wrong, date.get_untracked())),
        };
        change_plan(state, place, |target| target.decision.date = day);
        Ok(())
    };
    view! {
        <TypedField
            id=format!("plan-{place}-number")
            label=Signal::derive(move || state.text().targets.decision_number.to_owned())
            value=number
            enter=enter_number
            keyboard="text"
        />
        <TypedField
            id=format!("plan-{place}-date")
            label=Signal::derive(move || state.text().targets.decision_date.to_owned())
            value=date
            enter=enter_date
            keyboard="text"
        />
    }
}
