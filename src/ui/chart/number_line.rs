//! The number line of the target strip: last year, the target, and every other plan as a labelled tick.

use leptos::prelude::*;

use super::count_px;
use crate::calc::NodePlan;
use crate::layout::{Anchor, Label, axis, labels};
use crate::model::Scenario;
use crate::text::{self, Language};
use crate::ui::state::AppState;

/// The narrowest line that has labels along it, in pixels, as in `style/parts/target.css`.
const LINE: f64 = 340.0;

/// A character of a label, in pixels: the mean of a label in either language, a little rounded up.
const CHARACTER: f64 = 6.2;

/// The least room between two labels, in characters.
const GAP: usize = 2;

/// From one row of labels to the next, in pixels.
const ROW: usize = 18;

/// What a tick stands for: told apart by shape, too.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Last,
    Target,
    Upper,
    Plan,
}

#[derive(Clone, Debug, PartialEq)]
struct Tick {
    mark: Mark,
    place: f64,
    stand: Label,
    label: String,
}

/// The number line.
#[component]
pub fn NumberLine() -> impl IntoView {
    let state = expect_context::<AppState>();
    let ticks = state.follow_words(ticks);
    let height =
        move || ticks.get().iter().map(|tick| (tick.stand.row + 1) * ROW + 2).max().unwrap_or_default();
    let spoken = move || ticks.get().iter().map(|tick| tick.label.clone()).collect::<Vec<_>>().join("; ");
    view! {
        <div
            class="number-line"
            role="img"
            aria-label=move || format!("{}: {}", state.text().number_line, spoken())
        >
            <svg class="number-line__axis" width="100%" height="18" aria-hidden="true">
                <line class="number-line__ground" x1="0" x2="100%" y1="9" y2="9" />
                {move || ticks.get().into_iter().map(|tick| view! {
                    <svg x=format!("{:.2}%", tick.place) y="9" overflow="visible">
                        {shape(tick.mark)}
                    </svg>
                }).collect_view()}
            </svg>
            <svg class="number-line__labels" width="100%" height=move || height().to_string() aria-hidden="true">
                {move || ticks.get().into_iter().map(|tick| view! {
                    <text
                        class="number-line__label"
                        data-strong=(tick.mark == Mark::Target).then_some("")
                        x=format!("{:.2}%", tick.place)
                        y=(13 + ROW * tick.stand.row).to_string()
                        text-anchor=anchor(tick.stand.anchor)
                    >
                        {tick.label}
                    </text>
                }).collect_view()}
            </svg>
            // Where there is no room for labels along the line: one below the other, each with its mark.
            <ul class="number-line__list" aria-hidden="true">
                {move || ticks.get().into_iter().map(|tick| view! {
                    <li>
                        <svg width="16" height="18"><svg x="8" y="9" overflow="visible">{shape(tick.mark)}</svg></svg>
                        {tick.label}
                    </li>
                }).collect_view()}
            </ul>
        </div>
    }
}

fn ticks(node: &NodePlan, scenario: &Scenario, language: Language) -> Vec<Tick> {
    let text = text::text(language);
    let mut found: Vec<(Mark, u64, String)> = Vec::new();
    if let Some(target) = node.target {
        found.push((Mark::Target, target, text.tick_target.to_owned()));
    }
    if let Some(last) = node.total.last {
        found.push((Mark::Last, last.people, (text.tick_last)(last.year)));
    }
    if let Some(upper) = node.upper_target {
        found.push((Mark::Upper, upper, text.tick_upper.to_owned()));
    }
    let base = node.total.base.map(|figure| figure.people);
    let last = node.total.last.map(|figure| figure.people);
    for target in &scenario.targets {
        let near = target.slot.indicator == node.slot.indicator && target.slot.year + 1 >= node.slot.year;
        if target.used || !near {
            continue;
        }
        if let Some(people) = target.quantity.target(base, last) {
            found.push((Mark::Plan, people, (text.tick_plan)(target.slot.year, &target.issuer)));
        }
    }
    // The reader compares distances, so the line starts at nothing only where the figures do.
    let axis = axis(found.iter().map(|&(_, people, _)| count_px(people)), 1.0);
    let told: Vec<(Mark, f64, String)> = (found.into_iter())
        .map(|(mark, people, label)| {
            (mark, axis.place(count_px(people)), format!("{} {label}", language.people(people)))
        })
        .collect();
    let marks: Vec<(f64, f64)> = told.iter().map(|(_, place, label)| (*place, label_width(label))).collect();
    (told.into_iter().zip(labels(&marks)))
        .map(|((mark, place, label), stand)| Tick { mark, place, stand, label })
        .collect()
}

/// How much of the narrowest line a label takes, in per cent, with the gap to the next.
#[allow(clippy::float_arithmetic)]
fn label_width(label: &str) -> f64 {
    count_px(label.chars().count() + GAP) * CHARACTER / LINE * 100.0
}

fn shape(mark: Mark) -> AnyView {
    match mark {
        Mark::Last => view! { <circle class="tick tick--last" r="4.5" /> }.into_any(),
        Mark::Target => view! { <path class="tick tick--target" d="M-6-8h12L0 4z" /> }.into_any(),
        Mark::Upper => view! { <path class="tick tick--upper" d="M-5-7H5L0 3z" /> }.into_any(),
        Mark::Plan => view! { <path class="tick tick--plan" d="M0-8V8" /> }.into_any(),
    }
}

/// The anchor in SVG's words.
fn anchor(anchor: Anchor) -> &'static str {
    match anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    }
}
