//! The target: three linked fields, what they come to, and where that stands among last year and the plans.

use leptos::prelude::*;

use super::targets::{Details, DetailsButtons, Unfolded};
use super::{Icon, Shape, TargetInput};
use crate::model::Form;
use crate::text::{self, TargetField};
use crate::ui::chart::NumberLine;
use crate::ui::state::AppState;

/// The target strip.
#[component]
pub fn TargetStrip() -> impl IntoView {
    let state = expect_context::<AppState>();
    let form = state.follow_province(|node| node.quantity.form);
    let has_base =
        state.follow_province(|node| node.total.base.is_some() || node.quantity.form == Form::Rate);
    let has_last = state.follow_province(|node| {
        node.total.last.is_some() || matches!(node.quantity.form, Form::Growth | Form::Increase)
    });
    let echo = state.follow_province_words(|node, _, language| {
        let range = node.quantity.upper.as_ref().map(|_| text::quantity(&node.quantity, node.slot, language));
        let base = node.total.base.map(|figure| (node.base, figure.people));
        let last = node.total.last.map(|figure| (figure.year, figure.people));
        let reading = node.target.map(|people| text::echo(people, base, last, language));
        (reading.unwrap_or_default(), range)
    });
    let held = state.follow_province_words(move |node, _, language| {
        let text = text::text(language);
        let base = (text.base_short)(node.base);
        let field = match node.quantity.form {
            Form::People | Form::Open => text.target_people.to_owned(),
            Form::Rate => (text.target_rate)(base),
            Form::Growth | Form::Increase => (text.target_growth)(node.last_year()),
        };
        (text.target_held)(&field)
    });
    let reading = RwSignal::new(None::<String>);
    let unfolded = RwSignal::new(None::<Unfolded>);
    // Without units there is nothing to split: a road map is then all there is to see.
    let is_only_road_map = state.follow_province_words(|node, scenario, _| {
        scenario.units.len() < 2 && scenario.road_map(node.slot.indicator).is_some()
    });
    Effect::new(move |before: Option<bool>| {
        let now = is_only_road_map.get();
        if now != before.unwrap_or(false) {
            unfolded.set(now.then_some(Unfolded::RoadMap));
        }
        now
    });
    view! {
        <section class="target" aria-label=move || state.text().target>
            <div class="target__fields">
                <span class="target__title">{move || state.text().target}</span>
                <TargetInput field=TargetField::People reading />
                <Show when=move || has_base.get()>
                    <TargetInput field=TargetField::Rate reading />
                </Show>
                <Show when=move || has_last.get()>
                    <TargetInput field=TargetField::Growth reading />
                </Show>
            </div>
            <p class="target__held" data-form=move || format!("{:?}", form.get())>
                <Show when=move || form.get() != Form::Open>
                    <Icon shape=Shape::Pin />
                    <span>{held}</span>
                </Show>
                <span class="target__echo">
                    {move || reading.get().unwrap_or_else(|| echo.get().0)}
                </span>
                {move || echo.get().1.map(|range| view! { <span class="target__range">{range}</span> })}
            </p>
            <NumberLine />
            <DetailsButtons unfolded />
            <Details unfolded />
        </section>
    }
}
