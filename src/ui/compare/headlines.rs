//! What comes of each scenario, in a few figures.

use leptos::prelude::*;

use super::lens::Compared;
use crate::calc::compare::headline;
use crate::calc::derive;
use crate::text::{self, HeadlineRow, letter};
use crate::ui::state::AppState;

/// The table.
#[component]
pub fn Headlines(comparison: Compared) -> impl IntoView {
    let state = expect_context::<AppState>();
    let rows = Memo::new(move |_| {
        let language = state.language.get();
        let slot = state.read_plans(|plan| plan.province().slot);
        comparison.with(|comparison| {
            let Some(comparison) = comparison else { return Vec::new() };
            let all = comparison.scenarios();
            let headlines: Vec<_> = all.iter().map(|scenario| headline(scenario, slot)).collect();
            let findings: Vec<usize> = (all.iter())
                .map(|scenario| text::checks(&derive(scenario), scenario, language).count())
                .collect();
            text::headline_rows(&headlines, &findings, slot, comparison, language)
        })
    });
    let places =
        Memo::new(move |_| comparison.with(|one| one.as_ref().map_or(0, |one| one.scenarios().len())));
    let title = move || {
        let slot = state.read_plans(|plan| plan.province().slot);
        let text = state.text();
        format!("{}: {} {}", text.compare.headline, (text.indicator)(slot.indicator), slot.year)
    };
    let row =
        |HeadlineRow { name, values }: HeadlineRow| {
            let values = values.into_iter().map(|(value, change)| view! {
            <td>
                {value}
                {change.map(|change| view! { " " <span class="compare-table__change">{change}</span> })}
            </td>
        });
            view! { <tr><th scope="row">{name}</th>{values.collect_view()}</tr> }
        };
    view! {
        <h3 class="compare__heading" id="compare-headline">{title}</h3>
        <div class="compare__box" role="region" tabindex="0" aria-labelledby="compare-headline">
            <table class="compare-table compare-table--figures">
                <thead>
                    <tr>
                        <th scope="col">{move || state.text().compare.figure}</th>
                        {move || (0..places.get()).map(|place| view! { <th scope="col">{letter(place)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{move || rows.get().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
