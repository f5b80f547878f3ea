//! The methods, each with a thumbnail of what it would give.

use leptos::prelude::*;

use super::refusal::{REFUSAL_ID, Refusal};
use crate::calc::{self, Prospects};
use crate::edit::{Edit, Purpose};
use crate::layout::{Axis, MOST_BARS, common_scale, grouped, thumbnail};
use crate::model::Method;
use crate::text;
use crate::ui::browser;
use crate::ui::chart::{ThumbnailMark, count_px};
use crate::ui::state::AppState;

/// The bars of a method; empty where it lacks figures.
type Bars = Vec<Option<f64>>;

/// All methods the scenario offers.
#[component]
pub fn Methods(prospects: RwSignal<Prospects>, refusal: Refusal) -> impl IntoView {
    let state = expect_context::<AppState>();
    let methods = state.follow(|scenario| calc::offered(scenario).collect::<Vec<_>>());
    let scale = Memo::new(move |_| {
        let all: Vec<Bars> =
            prospects.with(|prospects| prospects.methods.iter().map(|one| bars(&one.people)).collect());
        common_scale(all.iter().map(Vec::as_slice))
    });
    view! {
        <fieldset class="methods" id="methods" disabled=move || state.is_read_only() aria-describedby=REFUSAL_ID>
            <legend class="methods__legend">{move || state.text().method_label}</legend>
            <For each=move || methods.get() key=|method| *method let:method>
                <MethodChoice method prospects scale refusal />
            </For>
        </fieldset>
    }
}

/// What the bars are; nothing where none are drawn.
#[component]
pub fn ThumbnailNote(prospects: RwSignal<Prospects>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let note = move || {
        let text = state.text().rule;
        prospects.with(|prospects| {
            let units = prospects.methods.iter().map(|one| one.people.len()).max().unwrap_or(0);
            match units {
                0 => "",
                1..=MOST_BARS => (text.thumbnails)(prospects.compared),
                _ => (text.thumbnails_grouped)(prospects.compared),
            }
        })
    };
    view! { <span class="rule__note">{note}</span> }
}

/// A method. One that lacks figures stays listed with what it lacks; choosing it says so and changes nothing.
#[component]
fn MethodChoice(
    method: Method,
    prospects: RwSignal<Prospects>,
    scale: Memo<Axis>,
    refusal: Refusal,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let in_force = state.follow_plan(|node| node.method);
    let name = state.follow_words(move |_, scenario, language| text::method_name(method, scenario, language));
    let prospect = Memo::new(move |_| {
        prospects.with(|prospects| prospects.methods.iter().find(|one| one.method == method).cloned())
    });
    let lacks = state.follow_words(move |_, scenario, language| {
        let measures = prospect.get().map(|prospect| prospect.lack.measures).unwrap_or_default();
        text::lacking(&measures, scenario, language)
    });
    let drawn = Memo::new(move |_| {
        let bars = prospect.with(|prospect| prospect.as_ref().map(|prospect| bars(&prospect.people)));
        bars.filter(|bars| !bars.is_empty()).map(|bars| thumbnail(&bars, scale.get()))
    });
    // Asks the browser to show the method in force again after a refusal.
    let asked = RwSignal::new(0_u32);
    let choose = move |_| {
        let (slot, node) = (state.slot_now(), state.node_now());
        let lack = state.with_draft(|draft| calc::lack_of(draft.scenario(), slot, node, method));
        if lack.is_none() {
            state.dispatch(chosen(state, method));
            return;
        }
        refusal.say(method, lack);
        asked.update(|asked| *asked = asked.wrapping_add(1));
        restore_choice(in_force.get_untracked());
    };
    view! {
        <label class="method" data-lacks=move || lacks.with(Option::is_some).then_some("")>
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
            <span class="method__name">{name}</span>
            {move || lacks.get().map(|lacks| view! { <span class="method__lacks">{lacks}</span> })}
            {move || drawn.get().map(|thumbnail| view! { <ThumbnailMark thumbnail /> })}
        </label>
    }
}

/// The change that chooses the method; a mix comes with its shares.
fn chosen(state: AppState, method: Method) -> Edit {
    let (slot, node) = (state.slot_now(), state.node_now());
    let set_method = Edit::SetMethod { slot, node, method };
    if method != Method::Mix {
        return set_method;
    }
    let mix = state.with_draft(|draft| calc::first_mix(draft.scenario(), slot, node));
    Edit::Several { purpose: Purpose::StartMix, edits: vec![Edit::SetMix { slot, node, mix }, set_method] }
}

/// Moves the focus to the method in force; from there an arrow chooses another.
pub fn focus_method(state: AppState) {
    browser::focus(&method_id(state.with_plan(|node| node.method)));
}

fn bars(people: &[Option<i128>]) -> Bars {
    grouped(&people.iter().map(|people| people.map(count_px)).collect::<Vec<_>>())
}

/// The browser has already moved the mark to the refused method.
fn restore_choice(method: Method) {
    use wasm_bindgen::JsCast as _;
    let input = browser::element(&method_id(method))
        .and_then(|element| element.dyn_into::<web_sys::HtmlInputElement>().ok());
    if let Some(input) = input {
        input.set_checked(true);
    }
}

fn method_id(method: Method) -> String {
    match method {
        Method::Lift => "method-lift".into(),
        Method::Last => "method-last".into(),
        Method::Population => "method-population".into(),
        Method::LabourForce => "method-labour-force".into(),
        Method::Liable => "method-liable".into(),
        Method::Gap => "method-gap".into(),
        Method::Equal => "method-equal".into(),
        Method::Mix => "method-mix".into(),
        Method::Custom(series) => format!("method-custom-{}", series.0),
    }
}
