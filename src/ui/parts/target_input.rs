//! One of the three linked target fields.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use super::select_text::SelectText;
use super::typed_field::on_other_value;
use crate::calc::{self, NodePlan};
use crate::edit::{Draft, Edit};
use crate::model::{Form, Quantity};
use crate::text::{self, Language, ReadError, TargetField, parse_target};
use crate::ui::state::AppState;

/// A target field: typing re-splits at once where a split exists, everything else waits for Enter or for
/// the field to be left. What cannot be read stays in the field, with the message below and the old value
/// in force.
#[component]
pub fn TargetInput(field: TargetField, reading: RwSignal<Option<String>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let typed = RwSignal::new(None::<String>);
    // With the value that stayed in force.
    let error = RwSignal::new(None::<(ReadError, String)>);
    let selection = SelectText::new();
    let typing = state.follow_draft(Draft::is_typing);
    let value = state.follow_province_words(move |node, _, language| shown(node, field, language));
    let held = state.follow_province(move |node| holds(node.quantity.form) == field);
    let open = state.follow_province(|node| node.quantity.is_open());
    let id = match field {
        TargetField::People => "target-people",
        TargetField::Rate => "target-rate",
        TargetField::Growth => "target-growth",
    };
    let name = id.trim_start_matches("target-");
    let error_id = format!("{id}-error");
    let label = state.follow_province_words(move |node, _, language| {
        let text = text::text(language);
        match field {
            TargetField::People => text.target_people.to_owned(),
            TargetField::Rate => (text.target_rate)((text.base_short)(node.base)),
            TargetField::Growth => (text.target_growth)(node.last_year()),
        }
    });
    let unit = state.follow_province_words(move |node, _, language| {
        let text = text::text(language);
        match field {
            TargetField::People => text.people_unit.to_owned(),
            TargetField::Rate => (text.rate_unit)((text.base_short)(node.base)),
            TargetField::Growth => (text.growth_unit)(node.last_year()),
        }
    });
    let input = move |words: String| {
        error.set(None);
        reading.set(None);
        if let Ok(quantity) = parse_target(&words, field) {
            type_target(state, quantity, reading);
        }
        typed.set(Some(words));
    };
    let commit = move || {
        let Some(words) = typed.get_untracked() else { return };
        reading.set(None);
        match parse_target(&words, field) {
            Ok(quantity) => {
                state.dispatch_typing(Edit::SetTarget { slot: state.slot_now(), quantity });
                state.close_step();
                typed.set(None);
                error.set(None);
            }
            Err(ReadError::Empty) => {
                state.cancel_typing();
                typed.set(None);
            }
            Err(wrong) => {
                state.cancel_typing();
                error.set(Some((wrong, value.get_untracked())));
            }
        }
    };
    let cancel = move || {
        state.cancel_typing();
        typed.set(None);
        error.set(None);
        reading.set(None);
    };
    let keydown = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() || event.key_code() == 229 => {}
        "Enter" => commit(),
        "Escape" => cancel(),
        _ => {}
    };
    // A change from elsewhere (undo, another field) shows at once: what was typed before is over. The way back
    // to the value that a refusal leaves in force is no such change.
    on_other_value(state, value, move || {
        let typing = typed.with_untracked(Option::is_some) && state.is_typing();
        let refused = error.with_untracked(|error| {
            error.as_ref().is_some_and(|(_, stays)| value.with_untracked(|value| value == stays))
        });
        if !typing && !refused {
            typed.set(None);
            error.set(None);
        }
    });
    view! {
        <div class="target-input" data-field=name data-held=move || held.get().then_some("")>
            <label class="spoken" for=id>{label}</label>
            <input
                id=id
                class="target-input__field"
                inputmode="text"
                placeholder=move || open.get().then(|| state.text().data.no_target)
                autocomplete="off"
                spellcheck="false"
                readonly=move || state.is_read_only()
                prop:value=move || typed.get().unwrap_or_else(|| value.get())
                // Text that is in force already is the document's to undo; any other is the field's.
                data-unfinished=move || typed.with(|typed| typed.is_some() && !typing.get()).then_some("")
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=error_id.clone()
                on:input:target=move |event| input(event.target().value())
                on:focus:target=move |event| selection.focused(&event.target())
                on:mousedown:target=move |event| selection.pressed(&event.target())
                on:click:target=move |event| selection.clicked(&event.target())
                on:keydown=keydown
                on:blur=move |_| commit()
            />
            <span class="target-input__unit" aria-hidden="true">{unit}</span>
            <p class="pop-error" id=error_id role="alert">
                {move || error.get().map(|(wrong, _)| refusal(&wrong, &value.get(), state.language.get()))}
            </p>
        </div>
    }
}

/// While typing: a target that can be split is split at once; any other is only read back.
fn type_target(state: AppState, quantity: Quantity, reading: RwSignal<Option<String>>) {
    let (slot, node) = (state.slot_now(), state.with_province(|node| node.node));
    let plan = state.with_draft(|draft| calc::with_target(draft.scenario(), slot, node, &quantity));
    let Some(plan) = plan else { return };
    let language = state.language.get_untracked();
    let base = plan.total.base.map(|figure| (plan.base, figure.people));
    let last = plan.total.last.map(|figure| (figure.year, figure.people));
    reading.set(plan.target.map(|people| text::echo(people, base, last, language)));
    if plan.is_balanced() {
        state.dispatch_typing(Edit::SetTarget { slot, quantity });
    }
}

/// Why what was typed is not the target, and what still is.
fn refusal(wrong: &ReadError, old: &str, language: Language) -> String {
    let message = text::read_error(wrong, Some(old), language);
    format!("{} {}", message.what, message.fix)
}

/// The field that holds a target of this form.
fn holds(form: Form) -> TargetField {
    match form {
        Form::People | Form::Open => TargetField::People,
        Form::Rate => TargetField::Rate,
        Form::Growth | Form::Increase => TargetField::Growth,
    }
}

/// What the field shows: as typed where it is held, else computed.
fn shown(node: &NodePlan, field: TargetField, language: Language) -> String {
    if holds(node.quantity.form) == field && node.quantity.form != Form::Increase {
        // The unit stands beside the field; a bare number there means per cent.
        return text::typed(&node.quantity, language).replace('%', "");
    }
    let shown = match field {
        TargetField::People => node.target.map(|people| language.people(people)),
        TargetField::Rate => node.total.after().map(|rate| language.percent_of(&rate, 2)),
        TargetField::Growth => node.total.growth().map(|growth| language.signed_percent_of(&growth, 1)),
    };
    shown.unwrap_or_default().trim_end_matches('%').to_owned()
}
