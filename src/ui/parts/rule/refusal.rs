//! What was asked for and lacks figures.

use leptos::prelude::*;

use crate::calc::Lack;
use crate::model::Method;
use crate::text;
use crate::ui::state::AppState;

/// The id of the line that says it.
pub const REFUSAL_ID: &str = "method-error";

/// A method that was asked for and what it lacks; in words only when it is shown, so that they follow the language.
#[derive(Clone, Copy)]
pub struct Refusal(RwSignal<Option<(Method, Lack)>>);

impl Refusal {
    /// Nothing is refused. Any change of the plan ends a refusal: what was asked for is no longer what is on screen.
    pub fn new(state: AppState) -> Self {
        let refused = RwSignal::new(None);
        let plan = state.follow_plan(|node| (node.slot, node.node, node.method, node.given));
        Effect::new(move |before: Option<()>| {
            // Read, not only tracked: a memo nobody reads never looks at the plan.
            plan.with(|_| ());
            if before.is_some() {
                refused.set(None);
            }
        });
        Self(refused)
    }

    /// Says what the method lacks.
    pub fn say(self, method: Method, lack: Lack) {
        self.0.set(Some((method, lack)));
    }
}

/// The line below the methods.
#[component]
pub fn RefusalLine(refusal: Refusal) -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = move || {
        refusal.0.get().map(|(method, Lack { measures, units })| {
            let language = state.language.get();
            let message = state
                .with_draft(|draft| text::method_lacks(method, &measures, units, draft.scenario(), language));
            format!("{} {}", message.what, message.fix)
        })
    };
    view! { <p class="field-error" id=REFUSAL_ID role="alert">{words}</p> }
}
