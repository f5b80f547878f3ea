//! The address bar: where the reader is, so that a link leads there and Back works.

use std::time::Duration;

use leptos::prelude::*;

use super::browser;
use super::state::AppState;
use crate::address::Address;

/// A moving selection is written this long after it has come to rest: browsers count how often an address changes.
const REST: Duration = Duration::from_millis(400);

/// Keeps address bar and page together from now on. Another lens, indicator or year is a step of the way back; another
/// unit is not.
pub fn follow_address(state: AppState) {
    let come = window_event_listener(leptos::ev::hashchange, move |_| {
        if let Some(address) = Address::read(&browser::hash()) {
            state.go(address);
        }
    });
    on_cleanup(move || come.remove());
    let here = Memo::new(move |_| state.address());
    let waiting = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |before: Option<Address>| {
        let now = here.get();
        if let Some(handle) = waiting.get_value() {
            handle.clear();
        }
        let moved = before.is_some_and(|before| (Address { unit: now.unit, ..before }) != now);
        let arrived = Address::read(&browser::hash());
        if moved && !arrived.is_some_and(|arrived| Address { unit: None, ..arrived }.leads_to(&now)) {
            browser::set_hash(&now.to_string(), true);
        } else {
            let write = move || {
                if Address::read(&browser::hash()) != Some(now) {
                    browser::set_hash(&now.to_string(), false);
                }
            };
            waiting.set_value(set_timeout_with_handle(write, REST).ok());
        }
        now
    });
}
