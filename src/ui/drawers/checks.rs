//! Kiểm tra: everything that was checked, each finding with its cures and the way to its cell.

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use super::frame::{Frame, focus_title};
use super::{Drawer, OpenDrawer};
use crate::address::Lens;
use crate::calc::{Row, Severity, derive};
use crate::edit::mend;
use crate::text::{self, Agreed, Place, Told};
use crate::ui::grid;
use crate::ui::parts::{Icon, Shape};
use crate::ui::state::{AppState, Column, Selected};

/// The whole document is looked at once so long nothing has changed: typing never waits for it.
const QUIET: std::time::Duration = std::time::Duration::from_millis(300);

/// What was found when the page was last quiet.
#[derive(Clone, Copy)]
pub struct Checked {
    state: AppState,
    checks: RwSignal<text::Checks>,
}

impl Checked {
    /// Looks now, and again after every change.
    pub fn follow(state: AppState) -> Self {
        let checked = Self { state, checks: RwSignal::new(text::Checks::default()) };
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let look_soon = move || {
            if let Some(handle) = waiting.get_value() {
                handle.clear();
            }
            waiting.set_value(set_timeout_with_handle(move || checked.look(), QUIET).ok());
        };
        let version = state.follow_draft(|draft| draft.scenario().clone());
        Effect::new(move |first: Option<()>| {
            version.with(|_| ());
            state.language.track();
            if first.is_some() { look_soon() } else { checked.look() }
        });
        checked
    }

    /// How many errors and warnings there are.
    pub fn count(self) -> usize {
        self.checks.with(text::Checks::count)
    }

    fn look(self) {
        let language = self.state.language.get_untracked();
        let checks = self.state.with_draft(|draft| {
            let scenario = draft.scenario();
            text::checks(&derive(scenario), scenario, language)
        });
        if self.checks.with_untracked(|before| *before != checks) {
            self.checks.set(checks);
        }
    }
}

/// The drawer.
#[component]
pub fn Checks() -> impl IntoView {
    let state = expect_context::<AppState>();
    let checked: Checked = expect_context();
    let nothing = move || {
        let words = (checked.count() == 0).then(|| state.text().checks.nothing);
        words.map(|words| view! { <p class="checks__nothing"><Icon shape=Shape::Check />{words}</p> })
    };
    view! {
        <Frame drawer=Drawer::Checks>
            {nothing}
            <Group severity=Severity::Error />
            <Group severity=Severity::Warning />
            <Group severity=Severity::Note />
            <Passed />
        </Frame>
    }
}

/// The findings of one severity.
#[component]
fn Group(severity: Severity) -> impl IntoView {
    let state = expect_context::<AppState>();
    let checked: Checked = expect_context();
    let open: OpenDrawer = expect_context();
    let found = Memo::new(move |_| {
        checked.checks.with(|checks| {
            checks.found.iter().filter(|told| told.severity == severity).cloned().collect::<Vec<_>>()
        })
    });
    let title = move || {
        let text = state.text().checks;
        let title = match severity {
            Severity::Error => text.errors,
            Severity::Warning => text.warnings,
            Severity::Note => text.notes,
        };
        title(found.with(Vec::len))
    };
    let items = move || {
        let fixes = state.text().fixes;
        found.get().into_iter().map(|told| item(state, checked, open, told, fixes)).collect_view()
    };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <section class="checks" data-severity=format!("{severity:?}").to_lowercase()>
                <h3 class="checks__title">{title}</h3>
                <ul>{items}</ul>
            </section>
        </Show>
    }
}

fn item(
    state: AppState,
    checked: Checked,
    open: OpenDrawer,
    told: Told,
    fixes: &'static str,
) -> impl IntoView {
    let (slot, node) = (told.slot, told.node);
    let shape = if told.severity == Severity::Note { Shape::Note } else { Shape::Warning };
    let cure = move |(cure, words)| {
        let carry_out = move |_| {
            state.dispatch(state.with_draft(|draft| mend(&cure, draft.scenario(), slot, node)));
            checked.look();
            // The button that was pressed is gone with what it mended.
            focus_title();
        };
        view! { <button type="button" class="button" on:click=carry_out>{words}</button> }
    };
    let link = |place: Place| {
        let words = place.words.clone();
        let follow = move |_| {
            open.make_way();
            go_to(state, &place);
        };
        view! { <button type="button" class="link" on:click=follow>{words}</button> }
    };
    view! {
        <li class="check-item">
            <Icon shape />
            <div class="check-item__body">
                <p>{told.message.what}" "{told.message.fix}</p>
                {told.clash_line.map(|line| view! { <p class="problem__clash">{line}</p> })}
                <div class="problem__cures" role="group" aria-label=fixes>
                    {told.cures.into_iter().map(cure).collect_view()}
                </div>
                {told.place.map(link)}
            </div>
        </li>
    }
}

/// Shows the indicator and year, and puts the focus on the cell.
fn go_to(state: AppState, place: &Place) {
    state.lens.set(Lens::Allocate);
    if state.slot_now() != place.slot {
        state.show(place.slot);
    }
    let column = if place.is_last { Column::Last } else { Column::Given };
    if state.with_plans(|plan| plan.line(place.unit).is_some()) {
        grid::go_to(state, place.unit, column);
    } else {
        state.selected.set(Selected { row: Row::Total, column });
        // The table of another indicator is drawn first.
        request_animation_frame(move || grid::focus_selected(state));
    }
}

/// What agrees.
#[component]
fn Passed() -> impl IntoView {
    let state = expect_context::<AppState>();
    let checked: Checked = expect_context();
    let passed = Memo::new(move |_| checked.checks.with(|checks| checks.passed.clone()));
    let items = move || {
        let agrees = state.text().checks.agrees;
        passed.get().into_iter().map(|agreed| agreed_item(agreed, agrees)).collect_view()
    };
    view! {
        <Show when=move || passed.with(|passed| !passed.is_empty())>
            <section class="checks" data-severity="passed">
                <h3 class="checks__title">{move || (state.text().checks.passed)(passed.with(Vec::len))}</h3>
                <ul>{items}</ul>
            </section>
        </Show>
    }
}

fn agreed_item(agreed: Agreed, agrees: &'static str) -> impl IntoView {
    view! {
        <li class="check-item">
            <Icon shape=Shape::Check />
            <div class="check-item__body">
                <p>{agreed.numbers}<span class="spoken">", "{agrees}</span></p>
                <p class="check-item__about">{agreed.about}</p>
            </div>
        </li>
    }
}
