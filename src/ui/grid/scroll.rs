//! Which rows of a long table are in view: measured when something scrolls, at most once a frame.

use std::ops::Range;

use leptos::prelude::*;

use super::TABLE_ID;
use crate::layout::{ALL_ROWS, window};
use crate::ui::browser::{self, TableView};

/// Before anything is measured: rows of the style sheet's height, and a view as high as most windows.
const GUESS: TableView = TableView { row: 36, above: 0, view: 900 };

/// A long table's view.
#[derive(Clone, Copy)]
pub struct View<F> {
    /// The rows to have in the page.
    pub rows: Memo<Range<usize>>,
    /// The height of a row in pixels.
    pub row_px: Memo<u32>,
    /// To be called when the table's own box scrolls.
    pub scrolled: F,
}

/// Follows the view of a table of `count` rows as the reader scrolls.
pub fn follow_view(count: Memo<usize>) -> View<impl Fn() + Copy> {
    let view = RwSignal::new(GUESS);
    let waiting = StoredValue::new(false);
    let look = move || {
        waiting.set_value(false);
        if let Some(now) = browser::table_view(TABLE_ID)
            && view.get_untracked() != now
        {
            view.set(now);
        }
    };
    let soon = move || {
        let is_long = count.get_untracked() > ALL_ROWS;
        if is_long && !waiting.get_value() {
            waiting.set_value(true);
            request_animation_frame(look);
        }
    };
    let scroll = window_event_listener(leptos::ev::scroll, move |_| soon());
    let resize = window_event_listener(leptos::ev::resize, move |_| soon());
    on_cleanup(move || {
        scroll.remove();
        resize.remove();
    });
    Effect::new(move || {
        count.track();
        soon();
    });
    let rows = Memo::new(move |_| {
        let TableView { row, above, view } = view.get();
        window(count.get(), row, above, view)
    });
    View { rows, row_px: Memo::new(move |_| view.get().row), scrolled: soon }
}
