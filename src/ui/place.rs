//! The address bar: where the reader is, so that a link leads there and Back works.

use std::time::Duration;

use leptos::prelude::*;

use super::back::Back;
use super::browser;
use super::state::AppState;
use crate::address::{Address, Location};

/// A moving selection is written at most this often: browsers count how often an address changes.
const REST: Duration = Duration::from_millis(400);

/// Keeps address bar and page together from now on. Another lens, indicator or year is a step of the way back; another
/// unit is not.
pub fn follow_address(state: AppState, back: Back) {
    // The address that was come to, as the event has it: by now the bar may say another.
    let come = window_event_listener(leptos::ev::hashchange, move |event| {
        let address = event.new_url();
        let hash = address.find('#').map_or("", |mark| &address[mark..]);
        if let Some(location) = Location::read(hash).filter(|_| !back.passes_over(hash)) {
            state.come_to(&location);
            // Where the page stays as it is (a damaged link, work that could not be saved) the bar says where that is.
            let now = untrack(|| state.location());
            if !location.leads_to(&now) {
                browser::set_hash(&now.to_string(), false);
            }
        }
    });
    on_cleanup(move || come.remove());
    let here = Memo::new(move |_| state.location());
    let resting = StoredValue::new(false);
    let write = move || {
        let now = here.get_untracked();
        if Location::read(&browser::hash()).as_ref() != Some(&now) {
            browser::set_hash(&now.to_string(), false);
        }
    };
    let with_unit =
        |location: Location, unit| Location { place: Address { unit, ..location.place }, ..location };
    Effect::new(move |before: Option<Location>| {
        let now = here.get();
        let moved = before.is_some_and(|before| with_unit(before, now.place.unit) != now);
        let arrived = Location::read(&browser::hash());
        if moved && !arrived.is_some_and(|arrived| with_unit(arrived, None).leads_to(&now)) {
            browser::set_hash(&now.to_string(), true);
        } else if !resting.get_value() {
            write();
            resting.set_value(true);
            let rested = move || {
                resting.set_value(false);
                write();
            };
            set_timeout(rested, REST);
        }
        now
    });
}
