//! The arrow-dumbbell of a row: the rate before (hollow circle) and after (arrowhead) on one axis.

use leptos::prelude::*;

use super::rates_px;
use crate::calc::{NodePlan, Standing, UnitPlan};
use crate::layout::{Axis, axis};

/// The axis all rows share, in per cent of the base.
pub fn rate_axis(node: &NodePlan) -> Axis {
    let standings = node.units.iter().map(UnitPlan::standing).chain([node.total]);
    let rates = standings.map(rates_px).flat_map(|(before, after)| [before, after]);
    axis(rates.flatten(), 0.2)
}

/// One row's mark. The numbers stand beside it, so it is hidden from screen readers.
#[component]
pub fn Dumbbell(standing: Memo<Standing>, axis: Memo<Axis>) -> impl IntoView {
    let place = move |rate: f64| axis.get().place(rate);
    let before = move || rates_px(standing.get()).0.map(place);
    let after = move || rates_px(standing.get()).1.map(place);
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
