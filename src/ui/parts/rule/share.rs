//! One driver of a mix: its share as a slider and as a field, whether it stays, and the way out.

use std::sync::Arc;
use std::time::Duration;

use leptos::ev::KeyboardEvent;
use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::prospects::follow_lacking;
use crate::calc::{self, Prospects};
use crate::edit::Edit;
use crate::layout::moved_by;
use crate::model::{Base, Driver, MixPart};
use crate::text::{self, ReadError, parse_share};
use crate::ui::browser;
use crate::ui::parts::typed_field::{Refusal, unreadable};
use crate::ui::parts::{Icon, Shape, TypedField};
use crate::ui::state::AppState;

/// What one step of a slider is: one per cent (per mille).
const STEP: u16 = 10;
/// So long after the last key, the keys that moved a slider are one gesture.
const PAUSE: Duration = Duration::from_millis(600);

/// The shares of the mix on screen, which of them stay, and the gesture that moves them.
#[derive(Clone, Copy)]
pub struct Shares {
    state: AppState,
    pub mix: Memo<Vec<MixPart>>,
    /// Those that do not follow when another moves. The reader's help, no part of the document.
    pub fixed: RwSignal<Vec<Driver>>,
    /// The mix as it was when the gesture began: going there and back changes nothing.
    from: StoredValue<Option<Vec<MixPart>>>,
    ending: StoredValue<Option<TimeoutHandle>>,
}

impl Shares {
    pub fn new(state: AppState) -> Self {
        let mix = state.follow_words(|node, scenario, _| {
            scenario.rule_in_force(node.slot, node.node).map(|rule| rule.mix).unwrap_or_default()
        });
        let fixed = RwSignal::new(Vec::new());
        let place = state.follow_words(|node, scenario, _| (scenario.id.clone(), node.slot, node.node));
        Effect::new(move |_| {
            place.with(|_| ());
            fixed.set(Vec::new());
        });
        let shares = Self { state, mix, fixed, from: StoredValue::new(None), ending: StoredValue::new(None) };
        on_cleanup(move || shares.stop_waiting());
        shares
    }

    /// No share can move: too many of them stay.
    pub fn is_stuck(self) -> bool {
        self.mix.with(|mix| mix.len() > 1 && mix.iter().all(|part| !self.moves(part.driver)))
    }

    /// The share of a driver (per mille).
    fn of(self, driver: Driver) -> u16 {
        self.mix.with(|mix| mix.iter().find(|part| part.driver == driver).map_or(0, |part| part.per_mille))
    }

    /// The driver's share can be another one.
    fn moves(self, driver: Driver) -> bool {
        let possible = self.possible(driver);
        possible.start() < possible.end() && self.fixed.with(|fixed| !fixed.contains(&driver))
    }

    fn possible(self, driver: Driver) -> std::ops::RangeInclusive<u16> {
        self.mix.with(|mix| self.fixed.with(|fixed| calc::possible_shares(mix, driver, fixed)))
    }

    fn toggle(self, driver: Driver) {
        self.fixed.update(|fixed| match fixed.iter().position(|&other| other == driver) {
            Some(place) => drop(fixed.remove(place)),
            None => fixed.push(driver),
        });
    }

    /// While a slider moves: all that it comes by is one step.
    fn move_to(self, driver: Driver, per_mille: u16) {
        let begun = self.from.get_value().filter(|_| self.state.is_typing());
        let from = begun.unwrap_or_else(|| self.mix.get_untracked());
        let mix = self.fixed.with_untracked(|fixed| calc::with_share(&from, driver, per_mille, fixed));
        self.from.set_value(Some(from));
        if self.mix.with_untracked(|now| *now != mix) {
            let edit = self.set(mix);
            self.state.dispatch_typing(edit);
        }
    }

    /// The gesture is over once no key has come for a while.
    fn end_soon(self) {
        self.stop_waiting();
        self.ending.set_value(set_timeout_with_handle(move || self.end(), PAUSE).ok());
    }

    /// The gesture is over.
    fn end(self) {
        self.stop_waiting();
        let begun = self.from.try_update_value(Option::take).flatten();
        if begun.is_some() && self.state.is_typing() {
            self.state.close_step();
        }
    }

    /// The gesture is taken back.
    fn cancel(self) -> bool {
        self.stop_waiting();
        let begun = self.from.try_update_value(Option::take).flatten();
        let is_moving = begun.is_some() && self.state.is_typing();
        if is_moving {
            self.state.cancel_typing();
        }
        is_moving
    }

    fn stop_waiting(self) {
        if let Some(handle) = self.ending.try_update_value(Option::take).flatten() {
            handle.clear();
        }
    }

    /// Shares typed, or without a driver: a step at once.
    fn change(self, mix: Vec<MixPart>) {
        self.end();
        if self.mix.with_untracked(|now| *now != mix) {
            self.state.dispatch(self.set(mix));
        }
    }

    fn set(self, mix: Vec<MixPart>) -> Edit {
        Edit::SetMix { slot: self.state.slot_now(), node: self.state.node_now(), mix }
    }
}

/// The row of a driver.
#[component]
pub fn ShareRow(driver: Driver, shares: Shares, prospects: RwSignal<Prospects>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = state.follow_words(move |node, scenario, language| {
        let last_year = node.last_year();
        let label = text::driver_label(driver, scenario, last_year, language);
        (label, text::driver_name(driver, scenario, last_year, language))
    });
    let lacks = follow_lacking(state, prospects, driver);
    let name = move || words.get().1;
    let share = Memo::new(move |_| shares.of(driver));
    let printed = move || text::share(share.get(), state.language.get());
    let is_fixed = Memo::new(move |_| shares.fixed.with(|fixed| fixed.contains(&driver)));
    let without = Memo::new(move |_| {
        shares.mix.with(|mix| shares.fixed.with(|fixed| calc::without_driver(mix, driver, fixed)))
    });
    let remove = move |_| {
        if let Some(mix) = without.get_untracked() {
            shares.change(mix);
            shares.fixed.update(|fixed| fixed.retain(|&other| other != driver));
            // The row is gone; the button that brings it back takes its place.
            request_animation_frame(move || browser::focus(&format!("add-{}", driver_key(driver))));
        }
    };
    view! {
        <li class="mix__row">
            <span class="mix__name">
                {move || words.get().0}
                {move || lacks.get().map(|lacks| view! { <span class="method__lacks">{lacks}</span> })}
            </span>
            <Slider driver shares share label=Signal::derive(move || (state.text().rule.share_of)(&name())) />
            <ShareField driver shares label=Signal::derive(move || (state.text().rule.share_of)(&name())) />
            <span class="mix__share">{printed}</span>
            <button
                type="button"
                class="icon-button mix__lock"
                aria-pressed=move || is_fixed.get().to_string()
                aria-label=move || (state.text().rule.lock_share)(&name())
                title=move || (state.text().rule.lock_share)(&name())
                on:click=move |_| shares.toggle(driver)
            >
                <Icon shape=Shape::Lock />
            </button>
            <button
                type="button"
                class="icon-button mix__remove"
                aria-disabled=move || without.with(Option::is_none).then_some("true")
                aria-label=move || (state.text().rule.remove_driver)(&name())
                title=move || (state.text().rule.remove_driver)(&name())
                on:click=remove
            >
                <Icon shape=Shape::Close />
            </button>
        </li>
    }
}

/// The slider. Its keys are those of the pattern, the same in every browser.
#[component]
fn Slider(driver: Driver, shares: Shares, share: Memo<u16>, label: Signal<String>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let keydown = move |event: KeyboardEvent| {
        if event.is_composing()
            || event.key_code() == 229
            || event.ctrl_key()
            || event.alt_key()
            || event.meta_key()
        {
            return;
        }
        if event.key() == "Escape" {
            if shares.cancel() {
                event.prevent_default();
            }
            return;
        }
        let moved = untrack(|| moved_by(&event.key(), share.get(), STEP, &shares.possible(driver)));
        if let Some(moved) = moved {
            event.prevent_default();
            shares.move_to(driver, moved);
            shares.end_soon();
        }
    };
    let dragged = move |target: web_sys::HtmlInputElement| {
        if let Ok(per_mille) = target.value().parse() {
            shares.move_to(driver, per_mille);
        }
        // The browser has moved the thumb also to where the share cannot go.
        target.set_value(&share.get_untracked().to_string());
    };
    view! {
        <input
            type="range"
            class="mix__slider"
            id=format!("share-{}", driver_key(driver))
            min="0"
            max=MixPart::WHOLE.to_string()
            step=STEP.to_string()
            prop:value=move || share.get().to_string()
            aria-label=label
            aria-valuetext=move || text::share(share.get(), state.language.get())
            disabled=move || state.is_read_only() || !shares.moves(driver)
            on:keydown=keydown
            on:input:target=move |event| dragged(event.target())
            on:change=move |_| shares.end()
            on:blur=move |_| shares.end()
        />
    }
}

/// The same share as a number.
#[component]
fn ShareField(driver: Driver, shares: Shares, label: Signal<String>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let value = Memo::new(move |_| text::share(shares.of(driver), state.language.get()));
    let enter = move |words: &str| {
        let per_mille = match parse_share(words) {
            Ok(per_mille) => per_mille,
            Err(ReadError::Empty) => return Ok(()),
            Err(wrong) => return Err(unreadable(wrong, value.get_untracked())),
        };
        let possible = untrack(|| shares.possible(driver));
        if !possible.contains(&per_mille) {
            let (least, most) = possible.into_inner();
            return Err(Arc::new(move |language| text::share_out_of_reach(least, most, language)) as Refusal);
        }
        shares.change(untrack(|| {
            shares.mix.with(|mix| shares.fixed.with(|fixed| calc::with_share(mix, driver, per_mille, fixed)))
        }));
        Ok(())
    };
    let disabled = Signal::derive(move || !shares.moves(driver));
    view! { <TypedField id=format!("percent-{}", driver_key(driver)) label value enter keyboard="decimal" disabled /> }
}

/// What the ids of a driver's controls end in.
pub fn driver_key(driver: Driver) -> String {
    match driver {
        Driver::Base(Base::Population) => "population".into(),
        Driver::Base(Base::LabourForce) => "labour-force".into(),
        Driver::Base(Base::Liable) => "liable".into(),
        Driver::Last => "last".into(),
        Driver::Gap => "gap".into(),
        Driver::Equal => "equal".into(),
        Driver::Custom(series) => format!("custom-{}", series.0),
    }
}
