//! The arrow-dumbbell of a row: the rate before (hollow circle) and after (arrowhead) on one axis.

use leptos::prelude::*;

use super::percent_px;
use crate::calc::NodePlan;
use crate::layout::{Axis, axis};
use crate::model::Rate;

/// The axis all rows share, in per cent of the base.
pub fn rate_axis(node: &NodePlan) -> Axis {
    let units = node.units.iter().flat_map(|unit| [&unit.before, &unit.after]);
    let total = [&node.total.before, &node.total.after];
    axis(units.chain(total).flatten().map(percent_px), 0.2)
}

/// One row's mark. The numbers stand beside it, so it is hidden from screen readers.
#[component]
pub fn Dumbbell(#[prop(into)] marks: Signal<(Option<Rate>, Option<Rate>, Axis)>) -> impl IntoView {
    let place = move |rate: &Rate, axis: Axis| axis.place(percent_px(rate));
    let before = move || marks.with(|(before, _, axis)| before.as_ref().map(|rate| place(rate, *axis)));
    let after = move || marks.with(|(_, after, axis)| after.as_ref().map(|rate| place(rate, *axis)));
    let at = |place: Option<f64>| format!("{:.2}%", place.unwrap_or(0.0));
    let seen = |place: Option<f64>| if place.is_some() { "visible" } else { "hidden" };
    let direction = move || match (before(), after()) {
        (Some(from), Some(to)) if to < from => "M3.500-4.500-4.500 0l8 4.500z",
        (Some(from), Some(to)) if to > from => "M-3.500-4.500 4.500 0l-8 4.500z",
        _ => "M0-4 4 0 0 4-4 0z",
    };
    view! {
        <svg class="dumbbell" width="100%" height="20" aria-hidden="true">
            <line class="dumbbell__ground" x1="0" x2="100%" y1="10" y2="10" />
            <line
                class="dumbbell__move"
                x1=move || at(before())
                x2=move || at(after().or(before()))
                y1="10"
                y2="10"
                visibility=move || seen(before())
            />
            <circle class="dumbbell__before" cx=move || at(before()) cy="10" r="4" visibility=move || seen(before()) />
            <svg x=move || at(after()) y="10" overflow="visible" visibility=move || seen(after())>
                <path class="dumbbell__after" d=direction />
            </svg>
        </svg>
    }
}
