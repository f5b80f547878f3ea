//! The inputs that differ, one line each, and the button that takes one over.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::lens::Compared;
use crate::calc::compare::Aspect;
use crate::merge::take;
use crate::text::{self, Group, letter};
use crate::ui::browser;
use crate::ui::state::AppState;

/// So many lines of a group are shown at first.
const FIRST: usize = 8;

/// So many more at a press.
const MORE: usize = 200;

/// Where the focus goes when a line is gone.
const HEADING: &str = "compare-differs";

/// One input, in words.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Line {
    aspect: Aspect,
    name: String,
    /// What each scenario says, and whether that differs from the base.
    cells: Vec<(String, bool)>,
}

/// Lines that belong together, as far as they are shown.
#[derive(Clone, Debug, PartialEq)]
struct Lines {
    group: Group,
    all: usize,
    shown: Vec<Line>,
}

/// The list.
#[component]
pub fn Differences(comparison: Compared) -> impl IntoView {
    let state = expect_context::<AppState>();
    let limits = RwSignal::new(BTreeMap::<Group, usize>::new());
    let groups = Memo::new(move |_| {
        let language = state.language.get();
        let limits = limits.get();
        comparison.with(|comparison| {
            let Some(comparison) = comparison else { return Vec::new() };
            let mut groups: BTreeMap<Group, Lines> = BTreeMap::new();
            for difference in comparison.differences() {
                let group = Group::of(&difference.aspect);
                let lines = groups.entry(group).or_insert_with(|| Lines { group, all: 0, shown: Vec::new() });
                lines.all += 1;
                // Only what is shown is put into words: two provinces may differ in thousands.
                if lines.all <= limits.get(&group).copied().unwrap_or(FIRST) {
                    let words = |place| text::value_words(&difference, place, comparison, language);
                    lines.shown.push(Line {
                        name: text::aspect_name(&difference.aspect, comparison, language),
                        cells: difference
                            .differs
                            .iter()
                            .enumerate()
                            .map(|(place, differs)| (words(place), *differs))
                            .collect(),
                        aspect: difference.aspect.clone(),
                    });
                }
            }
            groups.into_values().collect()
        })
    });
    let places =
        Memo::new(move |_| comparison.with(|one| one.as_ref().map_or(0, |one| one.scenarios().len())));
    let is_empty = move || groups.with(Vec::is_empty);
    let heads =
        move || (0..places.get()).map(|place| view! { <th scope="col">{letter(place)}</th> }).collect_view();
    view! {
        <h3 class="compare__heading" id=HEADING tabindex="-1">{move || state.text().compare.differs}</h3>
        <Show
            when=move || !is_empty()
            fallback=move || view! { <p>{move || state.text().compare.all_same}</p> }
        >
            <div class="compare__box" role="region" tabindex="0" aria-labelledby=HEADING>
                <table class="compare-table compare-table--inputs">
                    <thead>
                        <tr>
                            <th scope="col">{move || state.text().compare.input}</th>
                            {heads}
                        </tr>
                    </thead>
                    <For each=move || groups.get() key=|lines| lines.group let:lines>
                        <GroupRows group=lines.group groups comparison limits places />
                    </For>
                </table>
            </div>
        </Show>
    }
}

/// The lines of one group under its heading.
#[component]
fn GroupRows(
    group: Group,
    groups: Memo<Vec<Lines>>,
    comparison: Compared,
    limits: RwSignal<BTreeMap<Group, usize>>,
    places: Memo<usize>,
) -> impl IntoView {
    let state = expect_context::<AppState>();
    let lines =
        Memo::new(move |_| groups.with(|groups| groups.iter().find(|lines| lines.group == group).cloned()));
    let shown = move || lines.get().map(|lines| lines.shown).unwrap_or_default();
    let counts = Memo::new(move |_| lines.get().map_or((0, 0), |lines| (lines.all, lines.shown.len())));
    let columns = move || (places.get() + 1).to_string();
    let more = move |_| {
        let shown = counts.get_untracked().1;
        limits.update(|limits| {
            limits.insert(group, shown + MORE);
        });
    };
    let heading = move || {
        let (all, _) = counts.get();
        format!("{} ({})", (state.text().compare.group)(group), state.language.get().people(all))
    };
    view! {
        <tbody>
            <tr class="compare-table__group">
                <th scope="rowgroup" colspan=columns>{heading}</th>
            </tr>
            <For each=shown key=|line| line.clone() let:line>
                <LineRow line comparison />
            </For>
            <Show when=move || counts.get().1 < counts.get().0>
                <tr>
                    <td colspan=columns>
                        <button type="button" class="link" on:click=more>
                            {move || {
                                let (all, shown) = counts.get();
                                let text = state.text().compare;
                                if all <= shown + MORE { (text.show_all)(all) } else { (text.show_rows)(MORE) }
                            }}
                        </button>
                    </td>
                </tr>
            </Show>
        </tbody>
    }
}

/// One line: the input, what each scenario says, and the buttons that take it over.
#[component]
fn LineRow(line: Line, comparison: Compared) -> impl IntoView {
    let Line { aspect, name, cells } = line;
    let cells = cells.into_iter().enumerate().map(|(place, (words, differs))| {
        let button =
            differs.then(|| view! { <Take place aspect=aspect.clone() name=name.clone() comparison /> });
        view! {
            <td data-differs=differs.then_some("")>
                <span class="compare-table__value">{words}</span>
                {button}
            </td>
        }
    });
    let cells = cells.collect_view();
    view! {
        <tr>
            <th scope="row">{name}</th>
            {cells}
        </tr>
    }
}

/// Takes the value of another scenario over: one step, which undo takes back.
#[component]
fn Take(place: usize, aspect: Aspect, name: String, comparison: Compared) -> impl IntoView {
    let state = expect_context::<AppState>();
    let press = move |_| {
        if !state.may_change() {
            return;
        }
        let edit = comparison.with_untracked(|one| one.as_ref().map(|one| take(one, place, &aspect)));
        if let Some(edit) = edit {
            state.dispatch(edit);
            // The button is gone with its line.
            browser::focus(HEADING);
        }
    };
    view! {
        <button
            type="button"
            class="button compare-table__take"
            aria-label=move || (state.text().compare.take_spoken)(letter(place), &name)
            on:click=press
        >
            {move || (state.text().compare.take)(letter(place))}
        </button>
    }
}
