//! What the scenario plans: another indicator and year is added, or one of them given up.

use leptos::prelude::*;

use super::Choice;
use crate::edit::Edit;
use crate::model::{Indicator, Slot, Target};
use crate::ui::state::AppState;

/// How many years before and after the one on screen are offered.
const YEARS: std::ops::RangeInclusive<u16> = 0..=12;

/// The years before the one on screen among them.
const YEARS_BEFORE: u16 = 4;

/// The list of what is planned.
#[component]
pub fn SlotMenu() -> impl IntoView {
    let state = expect_context::<AppState>();
    let slots = state.follow(|scenario| scenario.slots().collect::<Vec<_>>());
    let indicator = RwSignal::new(state.slot_now().indicator);
    let year = RwSignal::new(state.slot_now().year);
    let indicators = Signal::derive(move || {
        let text = state.text();
        Indicator::ALL.map(|indicator| (indicator, (text.indicator)(indicator).to_owned())).to_vec()
    });
    let years = Signal::derive(move || {
        let first = state.read_plans(|plan| plan.province().slot.year).saturating_sub(YEARS_BEFORE);
        let year = |after: u16| first.saturating_add(after);
        YEARS.map(|after| (year(after), year(after).to_string())).collect::<Vec<_>>()
    });
    // Opened, the lists stand at what is on screen.
    let open = move |_| {
        let now = state.slot_now();
        indicator.set(now.indicator);
        year.set(now.year);
    };
    let chosen = move || Slot { indicator: indicator.get(), year: year.get() };
    let is_planned = move || slots.with(|slots| slots.contains(&chosen()));
    let add = move |_| {
        if !is_planned() && state.may_change() {
            let slot = chosen();
            state.dispatch(Edit::AddSlot(Box::new(Target::open(slot))));
            state.show(slot);
        }
    };
    let name = move |slot: Slot| {
        let text = state.text();
        format!("{} {}", (text.indicator)(slot.indicator), slot.year)
    };
    let remove = move |slot: Slot| {
        let only = move || slots.with(|slots| slots.len() < 2);
        let press = move |_| {
            if !only() {
                state.dispatch(Edit::RemoveSlot { slot });
            }
        };
        view! {
            <li>
                <button
                    type="button"
                    class="button"
                    aria-disabled=move || only().then_some("true")
                    title=move || only().then(|| state.text().data.one_slot_stays)
                    on:click=press
                >
                    {move || (state.text().data.remove_slot)(&name(slot))}
                </button>
            </li>
        }
    };
    let text = move || state.text().data;
    view! {
        <details class="sources slots" on:toggle=open>
            <summary>{move || text().slots}</summary>
            <div class="sources__list slots__box">
                <div class="form__row">
                    <Choice
                        label=Signal::derive(move || state.text().indicator_label.to_owned())
                        options=indicators
                        chosen=indicator
                        choose=move |new| indicator.set(new)
                    />
                    <Choice
                        label=Signal::derive(move || text().year.to_owned())
                        options=years
                        chosen=year
                        choose=move |new| year.set(new)
                    />
                    <button
                        type="button"
                        class="button"
                        aria-disabled=move || is_planned().then_some("true")
                        on:click=add
                    >
                        {move || text().add_slot}
                    </button>
                </div>
                <ul class="slots__list">{move || slots.get().into_iter().map(remove).collect_view()}</ul>
            </div>
        </details>
    }
}
