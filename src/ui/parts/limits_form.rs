//! Lock, floor and ceiling of one unit, and whether it takes part at all.

use leptos::prelude::*;

use super::typed_field::unreadable;
use super::{Icon, Shape, TypedField};
use crate::edit::Edit;
use crate::model::{Limit, UnitId};
use crate::text::{self, ReadError, parse_count, parse_limit};
use crate::ui::state::AppState;

/// What a field sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Given,
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
        state.change_limit(unit, |limit| Limit { lock, reason: String::new(), ..limit });
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
                    disabled=move || {
                        state.is_read_only() || line.with(|(_, left_out, given)| *left_out || given.is_none())
                    }
                    on:click=lock
                >
                    <Icon shape=Shape::Lock />
                    {move || if line.get().0 { state.text().unlock } else { state.text().lock }}
                </button>
                <Show when=move || !line.get().1>
                    <LimitField unit side=Side::Given />
                </Show>
                <LimitField unit side=Side::Floor />
                <LimitField unit side=Side::Ceiling />
            </div>
            <p class="limits__hint">{move || state.text().limit_hint}</p>
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || line.get().1
                    disabled=move || state.is_read_only()
                    on:change:target=move |event| leave_out(event.target().checked())
                />
                <span>{move || state.text().left_out}</span>
            </label>
        </section>
    }
}

/// What the unit is given (typing locks it), or a floor or ceiling: people, per cent of the base, or growth.
#[component]
fn LimitField(unit: UnitId, side: Side) -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = state.follow_words(move |node, scenario, language| {
        let limit = scenario.limits.get(node.slot, unit);
        match side {
            Side::Given => node.unit(unit).and_then(|line| line.given).map(|given| language.people(given)),
            Side::Floor => {
                limit.and_then(|limit| limit.floor.as_ref()).map(|floor| text::typed(floor, language))
            }
            Side::Ceiling => {
                limit.and_then(|limit| limit.ceiling.as_ref()).map(|ceiling| text::typed(ceiling, language))
            }
        }
        .unwrap_or_default()
    });
    let label = state.follow_words(move |node, _, language| {
        let text = text::text(language);
        match side {
            Side::Given => (text.col_given)(node.slot.year),
            Side::Floor => text.floor.to_owned(),
            Side::Ceiling => text.ceiling.to_owned(),
        }
    });
    let enter = move |words: &str| {
        let refuse = |wrong| unreadable(wrong, value.get_untracked());
        match side {
            Side::Given => {
                let lock = read_or_nothing(parse_count(words)).map_err(refuse)?;
                state.change_limit(unit, |limit| Limit { lock, reason: String::new(), ..limit });
            }
            Side::Floor => {
                let floor = read_or_nothing(parse_limit(words)).map_err(refuse)?;
                state.change_limit(unit, |limit| Limit { floor, ..limit });
            }
            Side::Ceiling => {
                let ceiling = read_or_nothing(parse_limit(words)).map_err(refuse)?;
                state.change_limit(unit, |limit| Limit { ceiling, ..limit });
            }
        }
        Ok(())
    };
    let id = match side {
        Side::Given => "limit-given",
        Side::Floor => "limit-floor",
        Side::Ceiling => "limit-ceiling",
    };
    // A floor or ceiling may be a rate or a growth, with its sign.
    let keyboard = if side == Side::Given { "decimal" } else { "text" };
    view! { <TypedField id label value enter keyboard /> }
}

/// An emptied field removes what it held.
fn read_or_nothing<T>(read: Result<T, ReadError>) -> Result<Option<T>, ReadError> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(ReadError::Empty) => Ok(None),
        Err(wrong) => Err(wrong),
    }
}
