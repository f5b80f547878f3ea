//! The road map of the indicator: its years, how those between are filled, its parts and its reasons.

use std::sync::Arc;

use leptos::prelude::*;

use super::road_map_table::RoadMapTable;
use super::slot_now;
use crate::calc::{self, RoadMapOverview};
use crate::edit::{Edit, plan_ahead};
use crate::model::{Path, RoadMap, Slot};
use crate::text::{self, Message, ReadError, TargetField, parse_count, parse_target};
use crate::ui::chart::RoadLines;
use crate::ui::parts::typed_field::{Refusal, unreadable};
use crate::ui::parts::{Icon, Shape, TypedField};
use crate::ui::state::AppState;

/// The most years from the first to the last.
const MOST_YEARS: u16 = 30;

/// How many years ahead the form proposes.
const PROPOSED_YEARS: u16 = 4;

/// The ways to fill the years between, in the order they are offered.
const PATHS: [Path; 4] = [Path::EqualPoints, Path::EqualPeople, Path::ConstantGrowth, Path::Typed];

/// The road map, or the form that begins one.
#[component]
pub fn RoadMapPanel() -> impl IntoView {
    let state = expect_context::<AppState>();
    let overview =
        state.follow_province_words(|node, scenario, _| calc::road_map(scenario, node.slot.indicator));
    let is_there = Memo::new(move |_| overview.with(Option::is_some));
    let name = state.follow_province_words(|node, _, language| {
        let text = text::text(language);
        (text.targets.road_map.of)((text.indicator_short)(node.slot.indicator))
    });
    view! {
        <section class="plans road-map" aria-labelledby="road-map-title">
            <h2 class="plans__title" id="road-map-title">{name}</h2>
            {move || if is_there.get() {
                view! { <Years overview /> }.into_any()
            } else {
                view! { <Begin /> }.into_any()
            }}
        </section>
    }
}

/// A road map that is there.
#[component]
fn Years(overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let remove = move |_| {
        state.dispatch(Edit::SetRoadMap { indicator: slot_now(state).indicator, road_map: None });
    };
    view! {
        <div class="road-map__settings">
            <YearField last=false />
            <YearField last=true />
            <Paths />
            <button type="button" class="link" on:click=remove>{move || state.text().targets.road_map.remove}</button>
        </div>
        <Findings overview />
        <div class="road-map__body">
            <RoadLines overview />
            <RoadMapTable overview />
        </div>
        <p class="plans__hint">{move || state.text().targets.road_map.hint}</p>
        <Sums overview />
        <Reasons overview />
    }
}

/// Changes the road map of the indicator on screen, with what its years need to be split.
fn change(state: AppState, change: impl FnOnce(&mut RoadMap)) {
    let like = slot_now(state);
    let edit = state.with_draft(|draft| {
        let scenario = draft.scenario();
        let mut road_map = *scenario.road_map(like.indicator)?;
        change(&mut road_map);
        Some(plan_ahead(scenario, road_map, None, like))
    });
    if let Some(edit) = edit {
        state.dispatch(edit);
    }
}

/// The first or the last year.
#[component]
fn YearField(last: bool) -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = state.follow_province_words(move |node, scenario, _| {
        let road_map = scenario.road_map(node.slot.indicator);
        road_map
            .map(|road_map| if last { road_map.to } else { road_map.from }.to_string())
            .unwrap_or_default()
    });
    let label = Signal::derive(move || {
        let text = state.text().targets.road_map;
        if last { text.to } else { text.from }.to_owned()
    });
    let enter = move |words: &str| {
        let year = match parse_count(words) {
            Ok(year) => year,
            Err(ReadError::Empty) => return Ok(()),
            Err(wrong) => return Err(unreadable(wrong, value.get_untracked())),
        };
        let indicator = slot_now(state).indicator;
        let now = state.with_draft(|draft| draft.scenario().road_map(indicator).copied());
        let Some(RoadMap { from, to, .. }) = now else { return Ok(()) };
        let year = u16::try_from(year).unwrap_or(u16::MAX);
        let (from, to) = if last { (from, year) } else { (year, to) };
        if !runs_forwards(from, to) {
            return Err(wrong_years());
        }
        change(state, |road_map| (road_map.from, road_map.to) = (from, to));
        Ok(())
    };
    let id = if last { "road-map-to" } else { "road-map-from" };
    view! { <TypedField id label value enter keyboard="numeric" /> }
}

fn runs_forwards(from: u16, to: u16) -> bool {
    from < to && to.saturating_sub(from) <= MOST_YEARS
}

fn wrong_years() -> Refusal {
    Arc::new(|language| {
        let (what, fix) = text::text(language).targets.road_map.wrong_years;
        Message { what: what.into(), fix: fix.into() }
    })
}

/// How the years between are filled.
#[component]
fn Paths() -> impl IntoView {
    let state = expect_context::<AppState>();
    let path = state.follow_province_words(|node, scenario, _| {
        scenario.road_map(node.slot.indicator).map(|road_map| road_map.path)
    });
    view! {
        <div class="road-map__paths" role="group" aria-label=move || state.text().targets.road_map.path_label>
            {PATHS.map(|one| view! {
                <button
                    type="button"
                    class="button"
                    aria-pressed=move || (path.get() == Some(one)).to_string()
                    on:click=move |_| change(state, |road_map| road_map.path = one)
                >
                    {move || (state.text().targets.road_map.path)(one)}
                </button>
            }).collect_view()}
        </div>
    }
}

/// What the road map lacks, and the years that fall, each with its cure.
#[component]
fn Findings(overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let findings = Memo::new(move |_| {
        overview
            .with(|overview| overview.as_ref().map(|overview| overview.findings.clone()))
            .unwrap_or_default()
    });
    let shown = state.follow_province_words(move |node, scenario, language| {
        let text = text::text(language);
        findings.with(|findings| {
            findings
                .iter()
                .map(|finding| {
                    let message = text::document_finding(finding, scenario, language);
                    let words =
                        format!("{}: {} {}", (text.severity)(finding.severity()), message.what, message.fix);
                    let cures = (finding.cures().iter())
                        .map(|cure| {
                            (cure.clone(), text::cure(cure, scenario, node.slot, node.node, language))
                        })
                        .collect::<Vec<_>>();
                    (words, cures)
                })
                .collect::<Vec<_>>()
        })
    });
    view! {
        {move || shown.get().into_iter().map(|(words, cures)| view! {
            <p class="plans__note road-map__finding">
                <Icon shape=Shape::Warning />
                <span>{words}</span>
                {cures.into_iter().map(|(cure, words)| view! {
                    <button type="button" class="button" on:click=move |_| {
                        let slot = slot_now(state);
                        let node = state.with_province(|node| node.node);
                        let edit = state.with_draft(|draft| {
                            crate::edit::mend(&cure, draft.scenario(), slot, node)
                        });
                        state.dispatch(edit);
                    }>
                        {words}
                    </button>
                }).collect_view()}
            </p>
        }).collect_view()}
    }
}

/// The parts of every year held against the whole.
#[component]
fn Sums(overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let lines = Memo::new(move |_| {
        let language = state.language.get();
        overview
            .with(|overview| {
                let sums = &overview.as_ref()?.sums;
                Some(sums.iter().map(|sum| text::part_sum(sum, language)).collect::<Vec<_>>())
            })
            .unwrap_or_default()
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <h3 class="plans__subtitle">{move || state.text().targets.road_map.sums}</h3>
            <ul class="road-map__sums">
                {move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </Show>
    }
}

/// Why each year has its number.
#[component]
fn Reasons(overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let lines = Memo::new(move |_| {
        let language = state.language.get();
        overview
            .with(|overview| {
                let RoadMapOverview { plan, whys, .. } = overview.as_ref()?;
                let base = plan.road_map.indicator.base();
                let told = (plan.years.iter().zip(whys))
                    .filter_map(|(year, why)| Some(text::year_why(why.as_ref()?, year, base, language)));
                Some(told.collect::<Vec<_>>())
            })
            .unwrap_or_default()
    });
    view! {
        <details class="road-map__why">
            <summary>{move || state.text().targets.road_map.why}</summary>
            <ul>{move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}</ul>
        </details>
    }
}

/// The form that begins a road map: from last year's result to a goal.
#[component]
fn Begin() -> impl IntoView {
    let state = expect_context::<AppState>();
    let now = slot_now(state);
    let (from, to) = (now.year.saturating_sub(1), now.year.saturating_add(PROPOSED_YEARS - 1));
    let years = [RwSignal::new(from.to_string()), RwSignal::new(to.to_string())];
    let goal = RwSignal::new(String::new());
    let error = RwSignal::new(None::<Refusal>);
    let begin = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let [from, to] = years.map(|year| year.with_untracked(|words| read_year(words)));
        let outcome = begin_road_map(state, now, (from, to), &goal.get_untracked());
        error.set(outcome.err());
    };
    let refusal = move || {
        error.get().map(|refusal| {
            let message = refusal(state.language.get());
            format!("{} {}", message.what, message.fix)
        })
    };
    let field = move |id: &'static str, value: RwSignal<String>, label: Signal<&'static str>| {
        view! {
            <div class="typed-field" data-field=id>
                <label for=id>{label}</label>
                <input
                    id=id
                    autocomplete="off"
                    prop:value=value
                    aria-describedby="road-map-begin-error"
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    on:input:target=move |event| {
                        error.set(None);
                        value.set(event.target().value());
                    }
                />
            </div>
        }
    };
    let words = move || state.text().targets.road_map;
    view! {
        <form class="road-map__settings" on:submit=begin>
            {field("road-map-first", years[0], Signal::derive(move || words().from))}
            {field("road-map-last", years[1], Signal::derive(move || words().to))}
            {field("road-map-goal", goal, Signal::derive(move || words().goal))}
            <button type="submit" class="button">{move || words().begin}</button>
            <p class="plans__hint">{move || state.text().targets.amount_hint}</p>
        </form>
        <p class="field-error" id="road-map-begin-error" role="alert">{refusal}</p>
    }
}

fn read_year(words: &str) -> Option<u16> {
    parse_count(words).ok().and_then(|year| u16::try_from(year).ok())
}

/// Sets the road map, or says why not. A goal is needed where the last year has no target yet.
fn begin_road_map(
    state: AppState,
    now: Slot,
    years: (Option<u16>, Option<u16>),
    goal: &str,
) -> Result<(), Refusal> {
    let (Some(from), Some(to)) = years else { return Err(wrong_years()) };
    if !runs_forwards(from, to) {
        return Err(wrong_years());
    }
    let slot = Slot { year: to, ..now };
    let has_goal = state.with_draft(|draft| draft.scenario().target(slot).is_some());
    let goal = match parse_target(goal, TargetField::People) {
        Ok(goal) => Some(goal),
        Err(ReadError::Empty) if has_goal => None,
        Err(wrong) => return Err(unreadable(wrong, String::new())),
    };
    let road_map = RoadMap { indicator: now.indicator, from, to, path: Path::EqualPeople, may_fall: false };
    let edit = state.with_draft(|draft| plan_ahead(draft.scenario(), road_map, goal, now));
    state.dispatch(edit);
    Ok(())
}
