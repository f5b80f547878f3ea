//! The number line of the target strip: last year, the target, and every other plan as a labelled tick.

use leptos::prelude::*;

use super::count_px;
use crate::calc::{self, NodePlan};
use crate::layout::{Anchor, Label, axis, labels};
use crate::model::{Scenario, Slot};
use crate::text::{self, Language};
use crate::ui::state::AppState;

/// The narrowest line that has labels along it, in pixels, as in `style/parts/target.css`.
const LINE: f64 = 340.0;

/// A character of a label, in pixels: the mean of a label in either language, a little rounded up.
const CHARACTER: f64 = 6.2;

/// The least room between two labels, in characters.
const GAP: usize = 2;

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
    let ticks = state.follow_province_words(ticks);
    let height = move || ticks.get().iter().map(|tick| tick.stand.height_px()).max().unwrap_or_default();
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
                        y=tick.stand.foot_px().to_string()
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

/// A mark before it has its place: what it stands for, its people, its name, and how much of it is met.
struct Told {
    mark: Mark,
    people: u64,
    name: String,
    share: Option<String>,
}

/// The most rows of labels that leave the strip as low as it is.
const ROWS: usize = 2;

fn ticks(node: &NodePlan, scenario: &Scenario, language: Language) -> Vec<Tick> {
    let mut told = own_marks(node, language);
    told.extend(plan_marks(node, scenario, language));
    let full = placed(&told, true, language);
    if full.iter().all(|tick| tick.stand.row < ROWS) { full } else { placed(&told, false, language) }
}

/// The target, last year, and the upper end of a range.
fn own_marks(node: &NodePlan, language: Language) -> Vec<Told> {
    let text = text::text(language);
    let told = |mark, people, name| Told { mark, people, name, share: None };
    let target = node.target.map(|people| told(Mark::Target, people, text.tick_target.to_owned()));
    let last = node.total.last.map(|last| told(Mark::Last, last.people, (text.tick_last)(last.year)));
    let upper = node.upper_target.map(|people| told(Mark::Upper, people, text.tick_upper.to_owned()));
    [target, last, upper].into_iter().flatten().collect()
}

/// Every other plan of this year, and those of the years around it: of this year's with how much the target meets,
/// of another year's with how much its result reached.
fn plan_marks(node: &NodePlan, scenario: &Scenario, language: Language) -> Vec<Told> {
    let Slot { indicator, year } = node.slot;
    let near = |slot: Slot| slot.indicator == indicator && slot.year.saturating_add(1) >= year;
    if !scenario.targets.iter().any(|target| !target.used && near(target.slot)) {
        return Vec::new();
    }
    (calc::fulfilments(scenario, std::slice::from_ref(node)).iter())
        .filter(|row| near(row.slot))
        .filter_map(|row| {
            let target = scenario.targets.get(row.place).filter(|target| !target.used)?;
            let share = if row.slot.year == year { row.covered() } else { row.reached() };
            Some(Told {
                mark: Mark::Plan,
                people: row.people.ok()?,
                name: (text::text(language).tick_plan)(row.slot.year, &target.issuer),
                share: share.map(|share| text::share_of_plan(&share, language)),
            })
        })
        .collect()
}

fn placed(told: &[Told], with_shares: bool, language: Language) -> Vec<Tick> {
    // The reader compares distances, so the line starts at nothing only where the figures do.
    let axis = axis(told.iter().map(|told| count_px(told.people)), 1.0);
    let label = |told: &Told| {
        let share = told.share.as_ref().filter(|_| with_shares).map(|share| format!(" · {share}"));
        format!("{} {}{}", language.people(told.people), told.name, share.unwrap_or_default())
    };
    let marks: Vec<(f64, f64)> =
        told.iter().map(|told| (axis.place(count_px(told.people)), label_width(&label(told)))).collect();
    (told.iter().zip(&marks).zip(labels(&marks)))
        .map(|((told, (place, _)), stand)| Tick { mark: told.mark, place: *place, stand, label: label(told) })
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
