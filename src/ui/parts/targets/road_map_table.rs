//! The years of a road map as columns: what each aims at, its people, rate and change, and how it came to be.

use leptos::prelude::*;

use super::slot_now;
use crate::calc::{RoadMapOverview, RoadMapYear, YearWhy};
use crate::edit::{Edit, ListChange, plan_year};
use crate::model::{Scenario, Slot};
use crate::text::{self, Language, ReadError, TargetField, parse_target};
use crate::ui::parts::TypedField;
use crate::ui::parts::typed_field::unreadable;
use crate::ui::state::AppState;

/// The table.
#[component]
pub fn RoadMapTable(overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let years = Memo::new(move |_| {
        overview.with(|overview| {
            let road_map = overview.as_ref().map(|overview| overview.plan.road_map);
            road_map.map(|road_map| (road_map.from..=road_map.to).collect::<Vec<_>>()).unwrap_or_default()
        })
    });
    let has = move |known: fn(&RoadMapYear) -> bool| {
        Memo::new(move |_| {
            overview.with(|overview| {
                overview.as_ref().is_some_and(|overview| overview.plan.years.iter().any(known))
            })
        })
    };
    let has_people = has(|year| year.people.is_some());
    let has_rates = has(|year| year.share.is_some());
    let label = state.follow_province_words(|node, _, language| {
        let text = text::text(language);
        (text.targets.road_map.table)((text.indicator_short)(node.slot.indicator))
    });
    let rate_row = state.follow_province_words(|node, _, language| {
        let text = text::text(language);
        (text.targets.road_map.rate_row)((text.base_short)(node.base))
    });
    let words = move || state.text().targets.road_map;
    let row = move |heading: Signal<String>, read: fn(&Seen<'_>) -> String| {
        view! {
            <tr>
                <th scope="row">{heading}</th>
                <For each=move || years.get() key=|year| *year children=move |year| {
                    let shown = state.follow_province_words(move |_, _, language| {
                        overview.with(|overview| Seen::of(overview.as_ref()?, year, language).map(|seen| read(&seen)))
                    });
                    view! { <td>{move || shown.get().unwrap_or_default()}</td> }
                } />
            </tr>
        }
    };
    view! {
        <div class="road-map__scroll">
            <table class="road-map__table" aria-label=label>
                <thead>
                    <tr>
                        <td></td>
                        <For each=move || years.get() key=|year| *year children=|year| view! {
                            <th scope="col">{year}</th>
                        } />
                    </tr>
                </thead>
                <tbody>
                    <tr>
                        <th scope="row">{move || words().target_row}</th>
                        <For each=move || years.get() key=|year| *year children=move |year| view! {
                            <td><YearCell year overview /></td>
                        } />
                    </tr>
                    <Show when=move || has_people.get()>
                        {row(Signal::derive(move || words().people_row.to_owned()), people)}
                    </Show>
                    <Show when=move || has_rates.get()>
                        {row(rate_row.into(), rate)}
                    </Show>
                    {row(Signal::derive(move || words().change_row.to_owned()), change)}
                    {row(Signal::derive(move || words().kind_row.to_owned()), kind)}
                </tbody>
            </table>
        </div>
    }
}

/// A year as a row of the table looks at it.
struct Seen<'a> {
    year: &'a RoadMapYear,
    before: Option<&'a RoadMapYear>,
    why: Option<&'a YearWhy>,
    language: Language,
}

impl<'a> Seen<'a> {
    fn of(overview: &'a RoadMapOverview, year: u16, language: Language) -> Option<Self> {
        let place = overview.plan.years.iter().position(|known| known.year == year)?;
        let before = place.checked_sub(1).and_then(|before| overview.plan.years.get(before));
        let before = before.filter(|before| before.year.checked_add(1) == Some(year));
        let why = overview.whys.get(place).and_then(Option::as_ref);
        Some(Self { year: overview.plan.years.get(place)?, before, why, language })
    }
}

fn people(seen: &Seen<'_>) -> String {
    seen.year.people.map(|people| seen.language.people(people)).unwrap_or_default()
}

fn rate(seen: &Seen<'_>) -> String {
    seen.year.share.as_ref().map(|share| seen.language.percent_of(share, 2)).unwrap_or_default()
}

fn change(seen: &Seen<'_>) -> String {
    seen.before.and_then(|before| text::year_change(seen.year, before, seen.language)).unwrap_or_default()
}

fn kind(seen: &Seen<'_>) -> String {
    let words = text::text(seen.language).targets.road_map;
    match seen.why {
        Some(YearWhy::Result) => words.is_result,
        Some(YearWhy::Target) => words.is_typed,
        _ => words.is_computed,
    }
    .to_owned()
}

/// What a year aims at: a field, but for the result it starts from. Typing fixes the year; emptied, it is worked
/// out again.
#[component]
fn YearCell(year: u16, overview: Memo<Option<RoadMapOverview>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_result = Memo::new(move |_| {
        overview.with(|overview| {
            let seen = overview.as_ref().and_then(|overview| Seen::of(overview, year, Language::Vi));
            seen.is_some_and(|seen| seen.why == Some(&YearWhy::Result))
        })
    });
    let value = state.follow_province_words(move |node, scenario, language| {
        let slot = Slot { year, ..node.slot };
        if let Some(target) = scenario.target(slot).filter(|_| !is_result.get()) {
            return text::typed(&target.quantity, language);
        }
        overview.with(|overview| {
            let seen = overview.as_ref().and_then(|overview| Seen::of(overview, year, language));
            seen.and_then(|seen| [people(&seen), rate(&seen)].into_iter().find(|words| !words.is_empty()))
                .unwrap_or_default()
        })
    });
    let enter = move |words: &str| {
        let like = slot_now(state);
        let slot = Slot { year, ..like };
        let edit = match parse_target(words, TargetField::People) {
            Ok(quantity) => Some(state.with_draft(|draft| plan_year(draft.scenario(), slot, quantity, like))),
            Err(ReadError::Empty) => state.with_draft(|draft| release(draft.scenario(), slot)),
            Err(wrong) => return Err(unreadable(wrong, value.get_untracked())),
        };
        if let Some(edit) = edit {
            state.dispatch(edit);
        }
        Ok(())
    };
    view! {
        {move || if is_result.get() {
            view! { <span class="road-map__result">{value}</span> }.into_any()
        } else {
            view! {
                <TypedField
                    id=format!("road-map-{year}")
                    label=Signal::derive(move || (state.text().targets.road_map.target_of)(year))
                    value
                    enter
                    keyboard="text"
                />
            }.into_any()
        }}
    }
}

/// Takes a year's own target away, so that it is worked out again; not that of the year on screen or of the last
/// one, which have nothing to be worked out from.
fn release(scenario: &Scenario, slot: Slot) -> Option<Edit> {
    let goal = scenario.road_map(slot.indicator).map(|road_map| road_map.to);
    if goal == Some(slot.year) {
        return None;
    }
    let place = scenario.targets.iter().position(|target| target.used && target.slot == slot)?;
    Some(Edit::ChangeTargets { place, change: ListChange::Remove })
}
