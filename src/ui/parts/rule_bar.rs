//! The rule: method, rounding, and whether units may fall.

use leptos::prelude::*;

use crate::calc;
use crate::edit::Edit;
use crate::model::{Measure, Method, Rounding, UnitId};
use crate::text;
use crate::ui::state::AppState;

/// A method that was asked for and what it lacks; in words only when it is shown, so that they follow the
/// language.
#[derive(Clone)]
struct Refused {
    method: Method,
    measures: Vec<Measure>,
    units: Vec<UnitId>,
}

impl Refused {
    fn words(self, state: AppState) -> String {
        let language = state.language.get();
        let Self { method, measures, units } = self;
        let message = state
            .with_draft(|draft| text::method_lacks(method, &measures, units, draft.scenario(), language));
        format!("{} {}", message.what, message.fix)
    }
}

/// The rule bar.
#[component]
pub fn RuleBar() -> impl IntoView {
    let state = expect_context::<AppState>();
    let refused = RwSignal::new(None::<Refused>);
    // Any change of the plan ends a refusal: what was asked for is no longer what is on screen.
    let plan = state.follow_plan(|node| (node.slot, node.method, node.given));
    Effect::new(move |before: Option<()>| {
        // Read, not only tracked: a memo nobody reads never looks at the plan.
        plan.with(|_| ());
        if before.is_some() {
            refused.set(None);
        }
    });
    view! {
        <div class="rule">
            <fieldset class="methods" aria-describedby="method-error">
                <legend class="methods__legend">{move || state.text().method_label}</legend>
                {Method::ALL.map(|method| view! { <MethodChoice method refused /> }).collect_view()}
            </fieldset>
            <p class="field-error" id="method-error" role="alert">
                {move || refused.get().map(|refused| refused.words(state))}
            </p>
            <div class="rule__more">
                <RoundingChoice />
                <NoUnitBelowLast />
            </div>
        </div>
    }
}

/// A method. One that lacks figures stays listed with what it lacks; choosing it says so and changes nothing.
#[component]
fn MethodChoice(method: Method, refused: RwSignal<Option<Refused>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let in_force = state.follow_plan(|node| node.method);
    let missing = state.follow_words(move |node, scenario, _| {
        let (measures, units) = calc::missing_for(scenario, node.slot, node.node, method);
        (measures, units)
    });
    let lacks = move || {
        let text = state.text();
        let names: Vec<_> =
            missing.with(|(measures, _)| measures.iter().map(|m| (text.measure)(*m)).collect());
        (!names.is_empty()).then(|| (text.why_other_missing)(&names.join(", ")))
    };
    // Asks the browser to show the method in force again after a refusal.
    let asked = RwSignal::new(0_u32);
    let choose = move |_| {
        let (measures, units): (Vec<Measure>, Vec<UnitId>) = missing.get_untracked();
        if !units.is_empty() {
            refused.set(Some(Refused { method, measures, units }));
            asked.update(|asked| *asked = asked.wrapping_add(1));
            restore_choice(in_force.get_untracked());
            return;
        }
        state.dispatch(Edit::SetMethod { slot: state.slot_now(), node: state.node_now(), method });
    };
    view! {
        <label class="method" data-lacks=move || lacks().map(|_| "")>
            <input
                type="radio"
                name="method"
                id=method_id(method)
                prop:checked=move || {
                    asked.track();
                    in_force.get() == method
                }
                on:change=choose
            />
            <span class="method__name">{move || (state.text().method)(method)}</span>
            {move || lacks().map(|lacks| view! { <span class="method__lacks">{lacks}</span> })}
        </label>
    }
}

/// The browser has already moved the mark to the refused method.
fn restore_choice(method: Method) {
    use wasm_bindgen::JsCast as _;
    let input = crate::ui::browser::element(method_id(method))
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input {
        input.set_checked(true);
    }
}

fn method_id(method: Method) -> &'static str {
    match method {
        Method::Lift => "method-lift",
        Method::Last => "method-last",
        Method::Population => "method-population",
        Method::LabourForce => "method-labour-force",
        Method::Liable => "method-liable",
        Method::Gap => "method-gap",
        Method::Equal => "method-equal",
        Method::Mix => "method-mix",
        Method::Custom(_) => "method-custom",
    }
}

#[component]
fn RoundingChoice() -> impl IntoView {
    let state = expect_context::<AppState>();
    let in_force = state.follow_plan(|node| node.rounding);
    let options = [(Rounding::CommonLevel, "level"), (Rounding::LargestRemainder, "remainder")];
    let choose = move |value: String| {
        if let Some(&(rounding, _)) = options.iter().find(|(_, name)| *name == value) {
            state.dispatch(Edit::SetRounding { slot: state.slot_now(), node: state.node_now(), rounding });
        }
    };
    view! {
        <label class="field field--inline">
            <span class="field__label">{move || state.text().rounding_label}</span>
            <select on:change:target=move |event| choose(event.target().value())>
                {options.map(|(rounding, name)| view! {
                    <option value=name prop:selected=move || in_force.get() == rounding>
                        {move || (state.text().rounding)(rounding)}
                    </option>
                }).collect_view()}
            </select>
        </label>
    }
}

#[component]
fn NoUnitBelowLast() -> impl IntoView {
    let state = expect_context::<AppState>();
    let on = state.follow_plan(|node| node.no_unit_below_last);
    let choose = move |on: bool| {
        state.dispatch(Edit::SetNoUnitBelowLast { slot: state.slot_now(), node: state.node_now(), on });
    };
    view! {
        <label class="check">
            <input type="checkbox" prop:checked=on on:change:target=move |event| choose(event.target().checked()) />
            <span>{move || state.text().no_unit_below_last}</span>
        </label>
    }
}
