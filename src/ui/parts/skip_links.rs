//! The first stops of the Tab key: past the header, to what planners do most.

use leptos::prelude::*;

use super::rule::focus_method;
use crate::address::Lens;
use crate::model::{Measure, Scope};
use crate::text::Text;
use crate::ui::data::FIRST_NAMES;
use crate::ui::state::{AppState, Column};
use crate::ui::{browser, grid};

/// The links, shown while they have the focus: to the table, the target, the methods and last year's figures.
#[component]
pub fn SkipLinks() -> impl IntoView {
    let state = expect_context::<AppState>();
    let is_plan = move || state.lens.get() == Lens::Allocate;
    view! {
        <SkipLink to=grid::TABLE_ID words=|text| text.skip go=to_table />
        <Show when=is_plan>
            <SkipLink to="target-people" words=|text| text.skips.target go=|_| browser::focus("target-people") narrow=false />
            <SkipLink to="methods" words=|text| text.skips.methods go=focus_method narrow=false />
        </Show>
        <SkipLink to=grid::TABLE_ID words=|text| text.skips.figures go=to_figures />
    }
}

/// One of them. It moves the focus by itself: the address bar says where in the plan the reader is.
///
/// - `to`: the id of the part it leads to.
/// - `narrow`: whether a phone has it; there target and methods are folded away.
#[component]
fn SkipLink(
    to: &'static str,
    words: fn(&'static Text) -> &'static str,
    go: fn(AppState),
    #[prop(default = true)] narrow: bool,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <a
            class="skip"
            class:skip--wide=!narrow
            href=format!("#{to}")
            on:click=move |event| {
                event.prevent_default();
                go(state);
            }
        >
            {move || words(state.text())}
        </a>
    }
}

/// To the selected cell; in So sánh to what is compared.
fn to_table(state: AppState) {
    match state.lens.get_untracked() {
        Lens::Compare => browser::focus(grid::TABLE_ID),
        // Phương án has a link of its own to its list.
        Lens::Data | Lens::Allocate | Lens::Library => grid::focus_selected(state),
    }
}

/// To the first unit's figure of the year before the plan's: where a pasted column begins.
fn to_figures(state: AppState) {
    let slot = state.slot_now();
    let first = state.with_province(|node| node.units.first().map(|line| line.unit));
    state.figures_year.set(slot.year.saturating_sub(1));
    state.lens.set(Lens::Data);
    let Some(unit) = first else { return browser::focus(FIRST_NAMES) };
    let column = Column::Figures(Measure::Result(slot.indicator), Scope::InProvince);
    grid::go_to(state, unit, column);
}
