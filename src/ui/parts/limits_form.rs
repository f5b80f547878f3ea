//! Lock, floor and ceiling of one unit, and whether it takes part at all.

use leptos::prelude::*;

use super::{Icon, Shape};
use crate::edit::Edit;
use crate::model::{Limit, Quantity, UnitId};
use crate::text::{self, ReadError, parse_limit};
use crate::ui::state::AppState;

/// Which of the two limits a field sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Floor,
    Ceiling,
}

/// The form.
#[component]
pub fn LimitsForm(unit: UnitId) -> impl IntoView {
    let state = expect_context::<AppState>();
    let line = state.follow_plan(move |node| {
        node.unit(unit).map(|line| (line.locked, line.left_out, line.given)).unwrap_or((false, false, None))
    });
    let lock = move |_| {
        let (locked, _, given) = line.get_untracked();
        let lock = if locked { None } else { given };
        set_limit(state, unit, |limit| Limit { lock, reason: String::new(), ..limit });
    };
    let leave_out = move |out: bool| {
        let (slot, node) = (state.slot_now(), state.node_now());
        let mut units = state.with_draft(|draft| {
            draft.scenario().rule(slot, node).map(|rule| rule.left_out.clone()).unwrap_or_default()
        });
        units.retain(|&other| other != unit);
        if out {
            units.push(unit);
        }
        state.dispatch(Edit::SetLeftOut { slot, node, units });
    };
    view! {
        <section class="limits" aria-label=move || state.text().limits>
            <h3 class="inspector__subtitle">{move || state.text().limits}</h3>
            <div class="limits__row">
                <button
                    type="button"
                    class="button"
                    disabled=move || line.with(|(_, left_out, given)| *left_out || given.is_none())
                    on:click=lock
                >
                    <Icon shape=Shape::Lock />
                    {move || if line.get().0 { state.text().unlock } else { state.text().lock }}
                </button>
                <LimitField unit side=Side::Floor />
                <LimitField unit side=Side::Ceiling />
            </div>
            <p class="limits__hint">{move || state.text().limit_hint}</p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || line.get().1
                    on:change:target=move |event| leave_out(event.target().checked())
                />
                <span>{move || state.text().left_out}</span>
            </label>
        </section>
    }
}

/// A floor or a ceiling: people, per cent of the base, or growth.
#[component]
fn LimitField(unit: UnitId, side: Side) -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = state.follow_words(move |node, scenario, language| {
        let limit = scenario.limits.get(node.slot, unit);
        let quantity = limit.and_then(|limit| match side {
            Side::Floor => limit.floor.as_ref(),
            Side::Ceiling => limit.ceiling.as_ref(),
        });
        quantity.map(|quantity| text::typed(quantity, language)).unwrap_or_default()
    });
    let typed = RwSignal::new(None::<String>);
    let error = RwSignal::new(None::<ReadError>);
    let set = move |quantity: Option<Quantity>| {
        set_limit(state, unit, |limit| match side {
            Side::Floor => Limit { floor: quantity, ..limit },
            Side::Ceiling => Limit { ceiling: quantity, ..limit },
        });
        typed.set(None);
        error.set(None);
    };
    let commit = move || {
        let Some(words) = typed.get_untracked() else { return };
        match parse_limit(&words) {
            Ok(quantity) => set(Some(quantity)),
            Err(ReadError::Empty) => set(None),
            Err(wrong) => error.set(Some(wrong)),
        }
    };
    let refusal = move |wrong: &ReadError| {
        let old = value.get();
        let old = (!old.is_empty()).then_some(old);
        let message = text::read_error(wrong, old.as_deref(), state.language.get());
        format!("{} {}", message.what, message.fix)
    };
    let id = match side {
        Side::Floor => "limit-floor",
        Side::Ceiling => "limit-ceiling",
    };
    let error_id = format!("{id}-error");
    view! {
        <div class="limit-field">
            <label for=id>
                {move || match side {
                    Side::Floor => state.text().floor,
                    Side::Ceiling => state.text().ceiling,
                }}
            </label>
            <input
                id=id
                autocomplete="off"
                prop:value=move || typed.get().unwrap_or_else(|| value.get())
                data-unfinished=move || typed.with(Option::is_some).then_some("")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=error_id.clone()
                on:input:target=move |event| {
                    error.set(None);
                    typed.set(Some(event.target().value()));
                }
                on:keydown=move |event| match event.key().as_str() {
                    _ if event.is_composing() || event.key_code() == 229 => {}
                    "Enter" if !event.alt_key() => commit(),
                    "Escape" if typed.with_untracked(Option::is_some) => {
                        event.prevent_default();
                        typed.set(None);
                        error.set(None);
                    }
                    _ => {}
                }
                on:blur=move |_| commit()
            />
            <p class="pop-error" id=error_id role="alert">
                {move || error.get().map(|wrong| refusal(&wrong))}
            </p>
        </div>
    }
}

/// Replaces one thing in the unit's limit and keeps the rest.
fn set_limit(state: AppState, unit: UnitId, change: impl FnOnce(Limit) -> Limit) {
    let slot = state.slot_now();
    let limit =
        state.with_draft(|draft| draft.scenario().limits.get(slot, unit).cloned().unwrap_or_default());
    state.dispatch(Edit::SetLimit { slot, unit, limit: change(limit) });
}
