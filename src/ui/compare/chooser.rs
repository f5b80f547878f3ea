//! Which scenarios are compared: those kept here, examples, files.

use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::lens::Compared;
use super::others;
use crate::model::{Scenario, ScenarioId};
use crate::save;
use crate::text::{self, letter};
use crate::ui::browser;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::AppState;

/// How many can be compared with the one on screen.
pub const MOST: usize = 3;

/// What is compared, and the way to more.
#[component]
pub fn Chooser(comparison: Compared) -> impl IntoView {
    let state = expect_context::<AppState>();
    let trouble = RwSignal::new(None::<String>);
    let names = Memo::new(move |_| {
        comparison.with(|comparison| {
            let others = comparison.iter().flat_map(|comparison| comparison.scenarios().iter().skip(1));
            others.map(|scenario| (scenario.id.clone(), scenario.name.clone())).collect::<others::Named>()
        })
    });
    let is_full = move || names.with(Vec::len) >= MOST;
    let here = state.follow(|scenario| scenario.name.clone());
    view! {
        <div class="compare__chooser">
            <ul class="compare__chosen" aria-label=move || state.text().compare.chosen>
                <li class="compare__one">
                    <strong class="compare__letter">"A"</strong>
                    <span lang="vi">{here}</span>
                    <span class="compare__aside">{move || format!("({})", state.text().compare.on_screen)}</span>
                </li>
                <For
                    each=move || names.get().into_iter().enumerate()
                    key=|(place, (id, _))| (*place, id.clone())
                    let((place, (id, name)))
                >
                    <Chosen place=place + 1 id name />
                </For>
            </ul>
            <div class="compare__tools">
                <Show
                    when=move || !is_full()
                    fallback=move || view! { <p class="compare__aside">{move || state.text().compare.full}</p> }
                >
                    <Add names trouble />
                    <OpenFile trouble />
                </Show>
            </div>
            <p class="field-error" role="status">{move || trouble.get()}</p>
        </div>
    }
}

/// One of the others, with the button that takes it away.
#[component]
fn Chosen(place: usize, id: ScenarioId, name: String) -> impl IntoView {
    let state = expect_context::<AppState>();
    let label = {
        let name = name.clone();
        move || (state.text().compare.remove)(&name)
    };
    let remove = move |_| {
        state.beside.change(|compared| compared.chosen.retain(|other| *other != id));
        browser::focus("compare-add");
    };
    view! {
        <li class="compare__one">
            <strong class="compare__letter">{letter(place)}</strong>
            <span lang="vi">{name}</span>
            <button type="button" class="icon-button" aria-label=label.clone() title=label on:click=remove>
                <Icon shape=Shape::Close />
            </button>
        </li>
    }
}

/// The list of what is kept here and of the examples.
#[component]
fn Add(names: Memo<others::Named>, trouble: RwSignal<Option<String>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let current = state.follow(|scenario| scenario.id.clone());
    let offered = Memo::new(move |_| {
        // A save changes the list.
        state.saved.track();
        let (examples, own) = current.with(|id| others::offered(id, state.text()));
        let free =
            |(id, _): &(ScenarioId, String)| names.with(|names| names.iter().all(|(other, _)| other != id));
        let list = |list: others::Named| list.into_iter().filter(free).collect::<others::Named>();
        (list(examples), list(own))
    });
    let option = |(id, name): (ScenarioId, String)| view! { <option value=id.0>{name}</option> };
    let choose = move |id: String| {
        let id = ScenarioId(id);
        match others::read(&id, &[]) {
            Ok(_) => {
                trouble.set(None);
                state.beside.change(|compared| compared.chosen.push(id));
            }
            Err(error) => trouble.set(Some(why(state, error.as_ref()))),
        }
    };
    view! {
        <label class="field field--inline">
            <span class="field__label">{move || state.text().compare.add}</span>
            <select
                id="compare-add"
                on:change:target=move |event| {
                    let id = event.target().value();
                    // The list stands at nothing again, ready for the next.
                    event.target().set_value("");
                    if !id.is_empty() { choose(id) }
                }
            >
                <option value="">"…"</option>
                <optgroup label=move || state.text().my_scenarios>
                    {move || offered.get().1.into_iter().map(option).collect_view()}
                </optgroup>
                <optgroup label=move || state.text().examples>
                    {move || offered.get().0.into_iter().map(option).collect_view()}
                </optgroup>
            </select>
        </label>
    }
}

/// Why a scenario cannot be compared, and what to do.
fn why(state: AppState, error: Option<&save::SaveError>) -> String {
    let language = state.language.get_untracked();
    match error {
        None => text::text(language).compare.gone.to_owned(),
        Some(error) => {
            let message = text::save_error(error, language);
            format!("{} {}", message.what, message.fix)
        }
    }
}

/// A file to compare with: it is read, and kept nowhere.
#[component]
fn OpenFile(trouble: RwSignal<Option<String>>) -> impl IntoView {
    let state = expect_context::<AppState>();
    let read = move |input: web_sys::HtmlInputElement| {
        let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
        spawn_local(async move {
            let read = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
            // The same file may be chosen again.
            input.set_value("");
            match save::load(&read.unwrap_or_default()) {
                Ok(scenario) => {
                    trouble.set(None);
                    let id = ScenarioId(browser::new_id());
                    state.beside.files.update(|files| files.push(Scenario { id: id.clone(), ..scenario }));
                    state.beside.change(|compared| compared.chosen.push(id));
                }
                Err(error) => {
                    let language = state.language.get_untracked();
                    let unread = (text::text(language).compare.file_unread)(&file.name());
                    trouble.set(Some(format!("{unread} {}", why(state, Some(&error)))));
                }
            }
        });
    };
    view! {
        <label class="button compare__file">
            {move || state.text().compare.open_file}
            <input
                type="file"
                class="spoken"
                accept=".json,application/json"
                on:change=move |event| {
                    if let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) { read(input) }
                }
            />
        </label>
    }
}
