//! The header: which scenario, whether it is kept, undo and redo, language and theme.

use leptos::prelude::*;

use super::{Icon, LensLinks, PageStatus, Shape};
use crate::address::{Address, Lens};
use crate::edit::Step;
use crate::example;
use crate::model::{Origin, ScenarioId};
use crate::text::{self, Language};
use crate::ui::browser;
use crate::ui::data::FIRST_NAMES;
use crate::ui::drawers::DrawerButtons;
use crate::ui::keep::{self, Saved};
use crate::ui::settings::Theme;
use crate::ui::share::Share;
use crate::ui::state::AppState;

/// The header.
#[component]
pub fn Header() -> impl IntoView {
    view! {
        <header class="page-head">
            <h1 class="page-head__name">"Bao Phủ"</h1>
            <ScenarioMenu />
            <LibraryLink />
            <NewScenario />
            <LensLinks />
            <div class="page-head__status">
                <SaveState />
                <PageStatus />
            </div>
            <span class="page-head__space"></span>
            <HistoryButtons />
            <DrawerButtons />
            <Share />
            <LanguageSwitch />
            <ThemeButton />
        </header>
    }
}

/// Examples and the reader's own scenarios, in one list.
#[component]
fn ScenarioMenu() -> impl IntoView {
    let state = expect_context::<AppState>();
    let current = state.follow(|scenario| (scenario.id.clone(), scenario.name.clone(), scenario.origin));
    // A save changes the list; the scenario on screen is in it even before it has been saved.
    let own = Memo::new(move |_| {
        state.saved.track();
        state.listed.track();
        let (id, name, origin) = current.get();
        let mut entries: Vec<(ScenarioId, String)> =
            keep::entries().into_iter().map(|entry| (entry.id, entry.name)).collect();
        match entries.iter_mut().find(|(other, _)| *other == id) {
            Some(entry) => entry.1 = name,
            None if origin == Origin::Own => entries.insert(0, (id, name)),
            None => {}
        }
        entries
    });
    let option = move |id: ScenarioId, name: String| {
        let chosen = id.clone();
        let selected = move || current.with(|(id, ..)| *id == chosen);
        view! { <option value=id.0 prop:selected=selected>{name}</option> }
    };
    let examples: Vec<(ScenarioId, String)> =
        example::all().into_iter().map(|example| (example.id, example.name)).collect();
    view! {
        <label class="scenario-menu">
            <span class="spoken">{move || state.text().scenario}</span>
            <select on:change:target=move |event| {
                if !state.open(&ScenarioId(event.target().value())) {
                    event.target().set_value(&current.with_untracked(|(id, ..)| id.0.clone()));
                }
            }>
                <optgroup label=move || state.text().examples>
                    {move || {
                        let text = state.text();
                        let named = |(id, name): (ScenarioId, String)| option(id, (text.example_name)(&name));
                        examples.clone().into_iter().map(named).collect_view()
                    }}
                </optgroup>
                <Show when=move || own.with(|own| !own.is_empty())>
                    <optgroup label=move || state.text().my_scenarios>
                        {move || own.get().into_iter().map(|(id, name)| option(id, name)).collect_view()}
                    </optgroup>
                </Show>
            </select>
        </label>
    }
}

/// Leads to the list of every scenario.
#[component]
fn LibraryLink() -> impl IntoView {
    let state = expect_context::<AppState>();
    let address = Address { lens: Lens::Library, ..Address::default() }.to_string();
    view! {
        <a
            class="button page-head__library"
            href=address
            aria-label=move || state.text().library.link
            title=move || state.text().library.title
            aria-current=move || (state.lens.get() == Lens::Library).then_some("page")
        >
            <Icon shape=Shape::List />
            <span>{move || state.text().library.link}</span>
        </a>
    }
}

/// Begins a scenario of the reader's own; the first thing to do there is to name its units.
#[component]
fn NewScenario() -> impl IntoView {
    let state = expect_context::<AppState>();
    let begin = move |_| {
        if state.begin() {
            request_animation_frame(|| browser::focus(FIRST_NAMES));
        }
    };
    view! {
        <button
            type="button"
            class="button page-head__new"
            aria-label=move || state.text().data.new_scenario
            title=move || state.text().data.new_scenario
            on:click=begin
        >
            <Icon shape=Shape::Plus />
            <span>{move || state.text().data.new_scenario}</span>
        </button>
    }
}

/// What is kept: a fact, never a promise.
#[component]
fn SaveState() -> impl IntoView {
    let state = expect_context::<AppState>();
    let words = move || {
        let text = state.text();
        if state.is_read_only() {
            return text.access.view_only.to_owned();
        }
        match state.saved.get() {
            Saved::Nothing => String::new(),
            Saved::Soon => text.saving.to_owned(),
            Saved::At(hour, minute) => (text.saved_at)(&state.language.get().clock(hour, minute)),
            Saved::Not(_) => text.not_saved.to_owned(),
        }
    };
    let status = move || match state.saved.get() {
        _ if state.is_read_only() => "quiet",
        Saved::Nothing | Saved::Soon => "quiet",
        Saved::At(..) => "ok",
        Saved::Not(_) => "bad",
    };
    let shape = move || match state.saved.get() {
        _ if state.is_read_only() => None,
        Saved::Nothing | Saved::Soon => None,
        Saved::At(..) => Some(Shape::Check),
        Saved::Not(_) => Some(Shape::Warning),
    };
    view! {
        <span class="save-state" data-status=status>
            {move || shape().map(|shape| view! { <Icon shape /> })}
            {words}
        </span>
    }
}

#[component]
fn HistoryButtons() -> impl IntoView {
    let state = expect_context::<AppState>();
    let undo = state.follow_draft(|draft| draft.history().done.last().cloned());
    let redo = state.follow_draft(|draft| draft.history().undone.last().cloned());
    let name = move |step: &Step| {
        state.with_draft(|draft| text::step_name(step, draft.scenario(), state.language.get()))
    };
    let undo_name = Signal::derive(move || {
        let text = state.text();
        undo.with(|step| {
            step.as_ref().map_or(text.nothing_to_undo.to_owned(), |step| (text.undo)(&name(step)))
        })
    });
    let redo_name = Signal::derive(move || {
        let text = state.text();
        redo.with(|step| {
            step.as_ref().map_or(text.nothing_to_redo.to_owned(), |step| (text.redo)(&name(step)))
        })
    });
    view! {
        <HistoryButton name=undo_name keys="Ctrl+Z" shape=Shape::Undo step=undo act=AppState::undo />
        <HistoryButton name=redo_name keys="Ctrl+Y" shape=Shape::Redo step=redo act=AppState::redo />
    }
}

/// One of the two. Without a `step` it stays where it is, says so, and does nothing.
#[component]
fn HistoryButton(
    name: Signal<String>,
    keys: &'static str,
    shape: Shape,
    step: Memo<Option<Step>>,
    act: fn(AppState),
) -> impl IntoView {
    let state = expect_context::<AppState>();
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=name
            title=move || format!("{} ({keys})", name.get())
            aria-disabled=move || (step.with(Option::is_none) || state.is_read_only()).then_some("true")
            on:click=move |_| act(state)
        >
            <Icon shape />
        </button>
    }
}

#[component]
fn LanguageSwitch() -> impl IntoView {
    let state = expect_context::<AppState>();
    let button = move |language: Language| {
        view! {
            <button
                type="button"
                class="switch__option"
                lang=language.code()
                aria-label=language.own_name()
                aria-pressed=move || (state.language.get() == language).to_string()
                on:click=move |_| {
                    // What was read aloud is over; it would stay in the other language.
                    state.spoken.set(String::new());
                    state.language.set(language);
                }
            >
                {language.code().to_uppercase()}
            </button>
        }
    };
    view! {
        <div class="switch" role="group" aria-label=move || state.text().language>
            {Language::ALL.map(button).collect_view()}
        </div>
    }
}

#[component]
fn ThemeButton() -> impl IntoView {
    let state = expect_context::<AppState>();
    let change = move |_| {
        let now = state.theme.get_untracked().unwrap_or_else(system_theme);
        state.theme.set(Some(now.other()));
    };
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=move || state.text().theme
            title=move || state.text().theme
            on:click=change
        >
            <Icon shape=Shape::Contrast />
        </button>
    }
}

/// What the system asks for, while the reader has not chosen.
fn system_theme() -> Theme {
    if browser::matches_media("(prefers-color-scheme: dark)") { Theme::Dark } else { Theme::Light }
}
