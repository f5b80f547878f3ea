//! The arrow-dumbbell of a row: the rate before (hollow circle) and after (arrowhead) on one axis.

use leptos::prelude::*;

use super::rates_px;
use crate::calc::{SlotPlan, Standing, UnitPlan};
use crate::layout::{Axis, axis};

/// The axis all rows of all levels share, in per cent of the base.
///
/// - `other`: the plan whose marks are drawn beside.
pub fn rate_axis(plan: &SlotPlan, other: Option<&SlotPlan>) -> Axis {
    fn standings(plan: &SlotPlan) -> impl Iterator<Item = Standing> {
        let lines = plan.nodes().iter().flat_map(|node| &node.units);
        lines.map(UnitPlan::standing).chain([plan.province().total])
    }
    let here = standings(plan).map(rates_px).flat_map(|(before, after)| [before, after]);
    let there = other.into_iter().flat_map(standings).map(|standing| rates_px(standing).1);
    axis(here.chain(there).flatten(), 0.2)
}

/// The limits a row's mark is drawn between, where the reader has set them (people).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Whiskers {
    pub floor: Option<u64>,
    pub ceiling: Option<u64>,
}

impl Whiskers {
    /// Those of a unit's line that are its own; defaults are not drawn.
    pub fn of(line: &UnitPlan) -> Self {
        let own = !line.locked;
        Self {
            floor: (own && line.own_floor).then_some(line.floor),
            ceiling: line.ceiling.filter(|_| own && line.own_ceiling),
        }
    }
}

/// One row's mark. The numbers stand beside it, so it is hidden from screen readers.
///
/// - `other`: the row in the scenario laid beside, whose rate is a hollow square.
#[component]
pub fn Dumbbell(
    standing: Memo<Standing>,
    axis: Memo<Axis>,
    #[prop(into)] whiskers: Signal<Whiskers>,
    #[prop(into)] other: Signal<Option<Standing>>,
) -> impl IntoView {
    let place = move |rate: f64| axis.get().place(rate);
    let limit =
        move |people: Option<u64>| rates_px(Standing { given: people, ..standing.get() }).1.map(place);
    let floor = move || limit(whiskers.get().floor);
    let ceiling = move || limit(whiskers.get().ceiling);
    let before = move || rates_px(standing.get()).0.map(place);
    let after = move || rates_px(standing.get()).1.map(place);
    let there = move || other.get().and_then(|standing| rates_px(standing).1).map(place);
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
            <svg x=move || at(floor()) y="10" overflow="visible" visibility=move || seen(floor())>
                <path class="dumbbell__limit" d="M4-7H0V7H4" />
            </svg>
            <svg x=move || at(ceiling()) y="10" overflow="visible" visibility=move || seen(ceiling())>
                <path class="dumbbell__limit" d="M-4-7H0V7H-4" />
            </svg>
            <circle class="dumbbell__before" cx=move || at(before()) cy="10" r="4" visibility=move || seen(before()) />
            <svg x=move || at(there()) y="10" overflow="visible" visibility=move || seen(there())>
                <path class="dumbbell__there" d="M-4-4H4V4H-4z" />
            </svg>
            <svg x=move || at(after()) y="10" overflow="visible" visibility=move || seen(after())>
                <path class="dumbbell__after" d=direction />
            </svg>
        </svg>
    }
}
