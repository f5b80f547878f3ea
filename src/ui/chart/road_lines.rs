//! The lines of a road map: one for each part, or for the whole, with what they come to below each year.

use leptos::prelude::*;
use num_bigint::BigInt;

use super::count_px;
use crate::calc::{RoadMapOverview, RoadMapPlan, RoadMapYear};
use crate::layout::{Line, lines};
use crate::model::{Indicator, Rate};
use crate::text::{self, Language};
use crate::ui::state::AppState;

/// The height of the lines, in pixels.
const HEIGHT: f64 = 120.0;

/// From one label to the next, in pixels.
const GAP: f64 = 20.0;

/// A line with its label, and the years along it.
#[derive(Clone, Debug, PartialEq)]
struct Drawn {
    indicator: Indicator,
    line: Line,
    label: String,
}

/// A year below the lines, with what it comes to.
#[derive(Clone, Debug, PartialEq)]
struct Tick {
    place: f64,
    year: String,
    amount: String,
}

/// The chart. The table below it has the same numbers.
#[component]
pub fn RoadLines(overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let drawn = Memo::new(move |_| {
        let language = state.language.get();
        overview
            .with(|overview| overview.as_ref().map(|overview| draw(overview, language)))
            .unwrap_or_default()
    });
    let title = Memo::new(move |_| {
        let language = state.language.get();
        overview.with(|overview| text::road_map_title(&overview.as_ref()?.plan, language)).unwrap_or_default()
    });
    let spoken = move || {
        let ends = drawn.with(|(lines, _)| lines.iter().map(|drawn| drawn.label.clone()).collect::<Vec<_>>());
        format!("{}. {}", title.get(), ends.join("; "))
    };
    view! {
        <div class="road-lines" role="group" tabindex="0" aria-label=spoken>
            <p class="road-lines__title" aria-hidden="true">{title}</p>
            <div class="road-lines__drawing" aria-hidden="true">
                <svg class="road-lines__plot" width="100%" height="160">
                    <line class="road-lines__ground" x1="0" x2="100%" y1=format!("{HEIGHT}") y2=format!("{HEIGHT}") />
                    {move || drawn.get().0.into_iter().map(plot).collect_view()}
                    {move || drawn.get().1.into_iter().map(tick).collect_view()}
                </svg>
                <svg class="road-lines__ends" height="160">
                    {move || drawn.get().0.into_iter().map(|drawn| view! {
                        <text class="road-lines__end" data-indicator=key(drawn.indicator) x="8" y=format!("{:.1}", drawn.line.label) dy="0.35em">
                            {drawn.label}
                        </text>
                    }).collect_view()}
                </svg>
            </div>
        </div>
    }
}

fn plot(drawn: Drawn) -> impl IntoView {
    let indicator = key(drawn.indicator);
    let points = drawn.line.points;
    let at = |place: f64| format!("{place:.2}%");
    let pairs: Vec<_> = points.windows(2).filter_map(|pair| Some((*pair.first()?, *pair.get(1)?))).collect();
    view! {
        {pairs.into_iter().map(|((x1, y1), (x2, y2))| view! {
            <line
                class="road-lines__line"
                data-indicator=indicator
                x1=at(x1)
                y1=format!("{y1:.1}")
                x2=at(x2)
                y2=format!("{y2:.1}")
            />
        }).collect_view()}
        {points.into_iter().map(|(x, y)| view! {
            <circle class="road-lines__point" data-indicator=indicator cx=at(x) cy=format!("{y:.1}") r="3.5" />
        }).collect_view()}
    }
}

fn tick(tick: Tick) -> impl IntoView {
    let anchor = match tick.place {
        place if place < 1.0 => "start",
        place if place > 99.0 => "end",
        _ => "middle",
    };
    let x = format!("{:.2}%", tick.place);
    view! {
        <text class="road-lines__year" x=x.clone() y="137" text-anchor=anchor>{tick.year}</text>
        <text class="road-lines__sum" data-between=(anchor == "middle").then_some("") x=x y="154" text-anchor=anchor>{tick.amount}</text>
    }
}

/// Lines in people where every year has them, else in rates.
fn draw(overview: &RoadMapOverview, language: Language) -> (Vec<Drawn>, Vec<Tick>) {
    let plans: Vec<&RoadMapPlan> =
        if overview.parts.is_empty() { vec![&overview.plan] } else { overview.parts.iter().collect() };
    let in_people = plans.iter().all(|plan| plan.years.iter().all(|year| year.people.is_some()));
    let value = |year: &RoadMapYear| {
        if in_people { year.people.map(count_px) } else { year.share.as_ref().map(millionths_px) }
    };
    let series: Vec<Vec<(f64, f64)>> = (plans.iter())
        .map(|plan| plan.years.iter().filter_map(|year| Some((count_px(year.year), value(year)?))).collect())
        .collect();
    let label = |plan: &RoadMapPlan| {
        let name = (text::text(language).indicator_short)(plan.road_map.indicator);
        let end = plan.years.last().map(|year| amount(year, in_people, language)).unwrap_or_default();
        format!("{name} {end}")
    };
    let drawn: Vec<Drawn> = (plans.iter().zip(lines(&series, HEIGHT, GAP)))
        .map(|(plan, line)| Drawn { indicator: plan.road_map.indicator, line, label: label(plan) })
        .collect();
    let places = lines(&[series_of(&overview.plan)], HEIGHT, GAP);
    let places = places.into_iter().flat_map(|line| line.points);
    let ticks = (overview.plan.years.iter().zip(places))
        .map(|(year, (place, _))| Tick {
            place,
            year: year.year.to_string(),
            amount: amount(year, in_people, language),
        })
        .collect();
    (drawn, ticks)
}

/// The years of the whole, for their places alone.
fn series_of(plan: &RoadMapPlan) -> Vec<(f64, f64)> {
    plan.years.iter().map(|year| (count_px(year.year), 0.0)).collect()
}

fn amount(year: &RoadMapYear, in_people: bool, language: Language) -> String {
    let people = year.people.filter(|_| in_people).map(|people| language.people(people));
    people.or_else(|| year.share.as_ref().map(|share| language.percent_of(share, 2))).unwrap_or_default()
}

/// A share in millionths, for drawing only.
fn millionths_px(share: &Rate) -> f64 {
    count_px((share * BigInt::from(1_000_000)).to_integer())
}

/// The indicator as style sheets know it.
fn key(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::CompulsorySi => "bb",
        Indicator::VoluntarySi => "tn",
        Indicator::Unemployment => "btn",
        Indicator::Health | Indicator::HouseholdHealth => "yt",
        Indicator::SocialInsurance => "bhxh",
    }
}
