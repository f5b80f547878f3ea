//! The labels of the list of steps in English.

use super::counted;
use crate::text::HistoryText;

pub(in crate::text) static HISTORY: HistoryText = HistoryText {
    title: "History",
    kept: "Choose a step to go back to that moment. The last 200 steps are kept with the scenario.",
    start: "At the start",
    present: "you are here",
    undone: "undone",
    branch: |steps| format!("Abandoned branch: {}", counted(steps, "step", "steps")),
    return_to: "Return to this branch",
    at_step: |step| format!("Now at step: {step}"),
    at_start: "Now at the start.",
};
