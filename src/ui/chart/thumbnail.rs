//! The thumbnail of a method: one bar a unit, or a group of units.

use std::fmt::Write as _;

use leptos::prelude::*;

use crate::layout::{Bar, Thumbnail};

/// The bars. The inspector has their numbers, so they are hidden from screen readers.
#[component]
pub fn ThumbnailMark(thumbnail: Thumbnail) -> impl IntoView {
    let Thumbnail { width, height, bars } = thumbnail;
    view! {
        <svg class="thumbnail" width=format!("{width:.1}") height=format!("{height:.1}") aria-hidden="true">
            <path d=outline(&bars) />
        </svg>
    }
}

fn outline(bars: &[Bar]) -> String {
    let mut outline = String::new();
    for Bar { x, y, width, height } in bars {
        // Writing to a text does not fail.
        let _ = write!(outline, "M{x:.2} {y:.2}h{width:.2}v{height:.2}h-{width:.2}z");
    }
    outline
}
