//! Lịch sử: the steps, newest first, each a way to go there.

use leptos::prelude::*;

use super::frame::Frame;
use super::snapshots::Snapshots;
use super::{Drawer, frame};
use crate::edit::{self, Step};
use crate::model::Scenario;
use crate::text::{self, HistoryText, Language};
use crate::ui::browser;
use crate::ui::state::AppState;

/// A step in words.
#[derive(Clone, Debug, PartialEq)]
struct Told {
    name: String,
    time: Option<String>,
}

/// One line of the list, from the newest down to the start.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// After the step the first `steps` steps are done; without a step, none is.
    Place { steps: usize, step: Option<Told>, standing: Standing },
    /// A way that was left right there.
    Branch { branch: usize, steps: Vec<Told> },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    Done,
    Present,
    Undone,
}

/// The drawer.
#[component]
pub fn History() -> impl IntoView {
    let state = expect_context::<AppState>();
    let lines =
        state.follow_draft(move |draft| lines(draft.history(), draft.scenario(), state.language.get()));
    view! {
        <Frame drawer=Drawer::History>
            <p class="drawer__note">{move || state.text().history.kept}</p>
            <ol class="steps" reversed>
                {move || {
                    let text = state.text().history;
                    lines.get().into_iter().map(|line| line.view(state, text)).collect_view()
                }}
            </ol>
            <Snapshots />
        </Frame>
    }
}

fn lines(history: &edit::History, scenario: &Scenario, language: Language) -> Vec<Line> {
    let told = |step: &Step| tell(step, scenario, language);
    let mut lines = Vec::new();
    let mut place = |steps: usize, step: Option<&Step>| {
        let left_here = history.branches.iter().enumerate().filter(|(_, branch)| branch.from == steps);
        lines.extend(left_here.map(|(branch, left)| Line::Branch {
            branch,
            steps: left.steps.iter().rev().map(told).collect(),
        }));
        let standing = match steps.cmp(&history.done.len()) {
            std::cmp::Ordering::Less => Standing::Done,
            std::cmp::Ordering::Equal => Standing::Present,
            std::cmp::Ordering::Greater => Standing::Undone,
        };
        lines.push(Line::Place { steps, step: step.map(told), standing });
    };
    for (steps, step) in (1..=history.length()).rev().zip(history.way().rev()) {
        place(steps, Some(step));
    }
    place(0, None);
    lines
}

fn tell(step: &Step, scenario: &Scenario, language: Language) -> Told {
    let today = browser::moment_at(browser::now_minutes()).map(|now| now.date);
    let time = (step.at.and_then(browser::moment_at).zip(today))
        .map(|(moment, today)| text::moment(moment, today, language));
    Told { name: text::step_name(step, scenario, language), time }
}

impl Line {
    fn view(self, state: AppState, text: &'static HistoryText) -> AnyView {
        match self {
            Self::Place { steps, step, standing } => {
                place_line(state, text, steps, step, standing).into_any()
            }
            Self::Branch { branch, steps } => branch_line(state, text, branch, steps).into_any(),
        }
    }
}

fn place_line(
    state: AppState,
    text: &'static HistoryText,
    steps: usize,
    step: Option<Told>,
    standing: Standing,
) -> impl IntoView {
    let mark = match standing {
        Standing::Done => None,
        Standing::Present => Some(text.present),
        Standing::Undone => Some(text.undone),
    };
    let (name, time) = step.map_or_else(|| (text.start.to_owned(), None), |step| (step.name, step.time));
    let go = move |_| {
        state.go_to_step(steps);
        // The list is drawn anew first.
        request_animation_frame(move || browser::focus(&place_id(steps)));
    };
    view! {
        <li class="step" data-standing=format!("{standing:?}").to_lowercase()>
            <button
                type="button"
                id=place_id(steps)
                class="step__name"
                aria-current=(standing == Standing::Present).then_some("step")
                on:click=go
            >
                <span>{name}</span>
                {mark.map(|mark| view! { <span class="step__mark">{mark}</span> })}
                {time.map(|time| view! { <span class="step__time">{time}</span> })}
            </button>
        </li>
    }
}

fn branch_line(
    state: AppState,
    text: &'static HistoryText,
    branch: usize,
    steps: Vec<Told>,
) -> impl IntoView {
    let return_to = move |_| {
        state.return_to_branch(branch);
        // The button that was pressed is gone with its branch.
        frame::focus_title();
    };
    view! {
        <li class="step step--branch">
            <details>
                <summary>{(text.branch)(steps.len())}</summary>
                <ul class="steps">
                    {steps.into_iter().map(|step| view! {
                        <li class="step__name">
                            <span>{step.name}</span>
                            {step.time.map(|time| view! { <span class="step__time">{time}</span> })}
                        </li>
                    }).collect_view()}
                </ul>
                <button type="button" class="button" on:click=return_to>{text.return_to}</button>
            </details>
        </li>
    }
}

fn place_id(steps: usize) -> String {
    format!("history-step-{steps}")
}
