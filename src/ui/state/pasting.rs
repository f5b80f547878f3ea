//! What is being pasted, until it is applied or left.

use super::Selected;
use crate::exchange::{Answers, ClipboardError, Table};

/// How a table goes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// Each row to the unit it names.
    ByName,
    /// Cell by cell from the selected one.
    Block,
}

/// A paste on its way.
#[derive(Clone, Debug, PartialEq)]
pub enum Pasting {
    /// There was nothing to paste.
    Refused(ClipboardError),
    /// Shown before it is applied.
    Asking {
        table: Table,
        how: How,
        answers: Answers,
        /// The cell it was pasted at.
        from: Selected,
    },
    /// Applied: what came of it.
    Done(String),
}
