//! The browser's way back closes the sheet that covers the table, as everything on a phone does.
//!
//! The open sheet is a step of its own, with a mark. Going back from it closes it; closing it by its button or by
//! Escape goes back, so that the way back never holds a step that does nothing.

use leptos::prelude::*;

use super::state::AppState;
use super::{browser, grid};
use crate::address::{Address, Location};

/// The mark of the step at which the sheet is open.
const SHEET: &str = "sheet";

/// What the address bar has to know of it.
#[derive(Clone, Copy)]
pub struct Back {
    /// The page is on its way back from the sheet's step, and not there yet.
    leaving: StoredValue<bool>,
    /// The address come to by closing the sheet: it may name an earlier unit, which is not gone back to.
    passed: StoredValue<Option<String>>,
}

impl Back {
    /// Whether the page has come to this address only by closing the sheet.
    pub fn passes_over(self, hash: &str) -> bool {
        self.passed.with_value(|passed| passed.as_deref() == Some(hash))
    }

    /// Closing the sheet selects nothing: the step come to is given the address of what is selected now.
    fn stay(self, state: AppState) {
        let come_to = browser::hash();
        let here = untrack(|| state.location());
        if Location::read(&come_to).as_ref() != Some(&here) {
            browser::set_hash(&here.to_string(), false);
            self.passed.set_value(Some(come_to));
        }
    }
}

/// Keeps sheet and way back together from now on.
pub fn follow_back(state: AppState) -> Back {
    let back = Back { leaving: StoredValue::new(false), passed: StoredValue::new(None) };
    // After a reload the sheet is closed.
    if is_at_sheet() {
        browser::unmark_step();
    }
    Effect::new(move || match (state.sheet_open.get(), is_at_sheet()) {
        // Where this leads is seen once the page has arrived.
        _ if back.leaving.get_value() => {}
        (true, false) if browser::inspector_covers() => open_step(state),
        (false, true) => back.leaving.set_value(browser::step_back()),
        _ => {}
    });
    let come = window_event_listener(leptos::ev::popstate, move |_| {
        back.passed.set_value(None);
        let (is_open, is_at_sheet) = (state.sheet_open.get_untracked(), is_at_sheet());
        if back.leaving.get_value() {
            back.leaving.set_value(false);
            back.stay(state);
            // Opened again in the meantime.
            if is_open && !is_at_sheet && browser::inspector_covers() {
                open_step(state);
            }
        } else if is_at_sheet && !is_open && browser::inspector_covers() {
            grid::open_sheet(state);
        } else if is_open && !is_at_sheet && browser::inspector_covers() && is_same_place(state) {
            back.stay(state);
            grid::close_sheet(state);
        }
    });
    on_cleanup(move || come.remove());
    back
}

/// The step below it says what is selected now, and so does the sheet's own.
fn open_step(state: AppState) {
    browser::set_hash(&untrack(|| state.location()).to_string(), false);
    browser::mark_step(SHEET);
}

fn is_at_sheet() -> bool {
    browser::step_mark().as_deref() == Some(SHEET)
}

/// The address come to is of the same lens, indicator and year: not a way elsewhere, only one out of the sheet.
fn is_same_place(state: AppState) -> bool {
    let here = untrack(|| state.location());
    let there = Location::read(&browser::hash());
    there.is_some_and(|there| {
        Location { place: Address { unit: here.place.unit, ..there.place }, ..there } == here
    })
}
