//! The rule bar: whose rule it is, the method with what it would give, the shares of a mix, what is shared out,
//! the rounding, and whether units may fall.

mod choices;
mod methods;
mod mix;
mod prospects;
mod refusal;
mod share;
mod whose;

use leptos::prelude::*;

use self::choices::{NoUnitBelowLast, RoundingChoice, SharedOut};
pub use self::methods::focus_method;
use self::methods::{Methods, ThumbnailNote};
use self::mix::MixPanel;
use self::prospects::follow_prospects;
use self::refusal::{Refusal, RefusalLine};
use self::whose::WhoseRule;
use crate::ui::state::AppState;

/// The rule bar.
///
/// - `children`: what else stands in its last row.
#[component]
pub fn RuleBar(children: Children) -> impl IntoView {
    let state = expect_context::<AppState>();
    let prospects = follow_prospects(state);
    let refusal = Refusal::new(state);
    view! {
        <div class="rule">
            <WhoseRule />
            <Methods prospects refusal />
            <RefusalLine refusal />
            <MixPanel prospects refusal />
            <div class="rule__more">
                <SharedOut />
                <RoundingChoice />
                <NoUnitBelowLast />
                <ThumbnailNote prospects />
                {children()}
            </div>
        </div>
    }
}
