//! Which cell is selected: row and column by name, so that sorting and folding leave it where it is.

use crate::calc::{Cell, Row};
use crate::model::{Measure, Scope};

/// A column of the table, as focus and selection know it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    Unit,
    Last,
    Given,
    Change,
    /// What is given here less what is given in the scenario laid beside.
    Beside,
    Before,
    Track,
    After,
    Difficulty,
    Floor,
    Ceiling,
    /// Figures of the year on screen in Số liệu.
    Figures(Measure, Scope),
}

impl Column {
    /// What of the plan the column shows, and so what explains it; `None` for figures.
    pub fn cell(self) -> Option<Cell> {
        Some(match self {
            Self::Unit | Self::Given | Self::Beside | Self::Floor | Self::Ceiling => Cell::Given,
            Self::Last => Cell::Last,
            Self::Change => Cell::Change,
            Self::Before => Cell::Before,
            Self::Track | Self::After => Cell::After,
            Self::Difficulty => Cell::Difficulty,
            Self::Figures(..) => return None,
        })
    }
}

/// The selected cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Selected {
    pub row: Row,
    pub column: Column,
}
