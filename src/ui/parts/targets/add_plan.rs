//! The row that adds an issuer's plan.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::plan_row::{IssuerSelect, KNOWN};
use super::slot_now;
use crate::edit::add_plan;
use crate::model::{Decision, Issuer, Provenance, Scope, Slot, Target};
use crate::text::{ReadError, TargetField, parse_target, read_error};
use crate::ui::browser;
use crate::ui::state::AppState;

/// The id of the field for how much.
pub const AMOUNT: &str = "plan-new-amount";

/// The row: who, how much, and the button. What cannot be read stays, with the reason below.
#[component]
pub fn AddPlan() -> impl IntoView {
    let state = expect_context::<AppState>();
    let amount = RwSignal::new(String::new());
    let name = RwSignal::new(String::new());
    let error = RwSignal::new(None::<ReadError>);
    // What the reader chose; else the first issuer that has no plan yet.
    let chosen = RwSignal::new(None::<Option<Issuer>>);
    let free = state.follow_province_words(|node, scenario, _| {
        let has_plan = |issuer: &&Issuer| {
            scenario.targets.iter().any(|target| target.slot == node.slot && target.issuer == **issuer)
        };
        KNOWN.iter().find(|issuer| !has_plan(issuer)).cloned()
    });
    let issuer = Signal::derive(move || chosen.get().unwrap_or_else(|| free.get()));
    let add = move |event: SubmitEvent| {
        event.prevent_default();
        let issuer = match issuer.get_untracked() {
            Some(issuer) => issuer,
            None if name.with_untracked(|name| name.trim().is_empty()) => {
                return browser::focus("plan-new-name");
            }
            None => Issuer::Named(name.with_untracked(|name| name.trim().to_owned())),
        };
        match parse_target(&amount.get_untracked(), TargetField::People) {
            Ok(_) if !state.may_change() => {}
            Ok(quantity) => {
                let row = row(slot_now(state), issuer, quantity);
                let edit = state.with_draft(|draft| add_plan(draft.scenario(), row));
                state.dispatch(edit);
                amount.set(String::new());
                name.set(String::new());
                chosen.set(None);
                error.set(None);
            }
            Err(wrong) => error.set(Some(wrong)),
        }
        browser::focus(AMOUNT);
    };
    let refusal = move || {
        error.get().map(|wrong| {
            let message = read_error(&wrong, None, state.language.get());
            format!("{} {}", message.what, message.fix)
        })
    };
    view! {
        <form class="add-plan" on:submit=add>
            <div class="plan-row__issuer" data-named=move || issuer.with(Option::is_none).then_some("")>
                <label class="plan-row__label" for="plan-new-issuer">{move || state.text().targets.issuer_label}</label>
                <IssuerSelect id="plan-new-issuer".to_owned() chosen=issuer choose=move |issuer| chosen.set(Some(issuer)) />
                <Show when=move || issuer.with(Option::is_none)>
                    <div class="typed-field" data-field="plan-new-name">
                        <label for="plan-new-name">{move || state.text().targets.issuer_name}</label>
                        <input
                            id="plan-new-name"
                            autocomplete="off"
                            prop:value=name
                            on:input:target=move |event| name.set(event.target().value())
                        />
                    </div>
                </Show>
            </div>
            <div class="typed-field">
                <label for=AMOUNT>{move || state.text().targets.amount_label}</label>
                <input
                    id=AMOUNT
                    inputmode="text"
                    autocomplete="off"
                    prop:value=amount
                    data-unfinished=move || amount.with(|amount| !amount.is_empty()).then_some("")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    aria-describedby="plan-new-error plan-new-hint"
                    on:input:target=move |event| {
                        error.set(None);
                        amount.set(event.target().value());
                    }
                />
                <p class="pop-error" id="plan-new-error" role="alert">{refusal}</p>
            </div>
            <button type="submit" class="button">{move || state.text().targets.add}</button>
            <p class="plans__hint" id="plan-new-hint">{move || state.text().targets.amount_hint}</p>
        </form>
    }
}

/// A row as a user adds it: not in use, so that nothing is split anew before it is asked for.
fn row(slot: Slot, issuer: Issuer, quantity: crate::model::Quantity) -> Target {
    Target {
        slot,
        issuer,
        scope: Scope::InProvince,
        quantity,
        provenance: Provenance::Entered,
        decision: Decision::default(),
        source: String::new(),
        used: false,
    }
}
