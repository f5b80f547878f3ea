//! A labelled list to choose one thing from.

use leptos::prelude::*;

/// The list.
///
/// - `options`: what can be chosen, each with its name.
/// - `chosen`: what is chosen.
#[component]
pub fn Choice<T: Clone + PartialEq + Send + Sync + 'static>(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] options: Signal<Vec<(T, String)>>,
    #[prop(into)] chosen: Signal<T>,
    choose: impl Fn(T) + Copy + 'static,
) -> impl IntoView {
    let pick = move |place: String| {
        let option =
            place.parse().ok().and_then(|place: usize| options.get_untracked().into_iter().nth(place));
        if let Some((option, _)) = option {
            choose(option);
        }
    };
    view! {
        <label class="field">
            <span class="field__label">{label}</span>
            <select on:change:target=move |event| pick(event.target().value())>
                {move || options.get().into_iter().enumerate().map(|(place, (option, name))| view! {
                    <option value=place.to_string() prop:selected=move || chosen.get() == option>{name}</option>
                }).collect_view()}
            </select>
        </label>
    }
}
