//! What a table pasted by name holds, ready to be shown before it is applied.

use std::collections::BTreeMap;

use crate::exchange::{ExtraWhy, Fault, Marks, Place, TwoWays};
use crate::model::{Measure, Scenario, Scope, Unit, UnitId};

/// Which figures a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Series {
    /// What is counted.
    pub measure: Measure,
    /// The year the figures belong to.
    pub year: u16,
    /// Where the people are insured.
    pub scope: Scope,
}

/// Where a table is pasted.
#[derive(Clone, Copy, Debug)]
pub struct Where<'a> {
    /// The document.
    pub scenario: &'a Scenario,
    /// The columns from the active cell to the right. The first says what a heading leaves open: “2022” is its
    /// measure, “BHXH TN” its year. Columns without headings go into them in this order.
    pub columns: &'a [Series],
    /// The unit whose units are on screen: tells units of one name apart.
    pub within: Option<UnitId>,
}

/// What the user has answered about a table; nothing at first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// The column that holds the names.
    pub names: Option<usize>,
    /// How columns of the table are read that can be read two ways.
    pub marks: BTreeMap<usize, Marks>,
    /// What rows of the table are about.
    pub rows: BTreeMap<usize, RowAnswer>,
}

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowAnswer {
    /// This unit.
    Unit(UnitId),
    /// Nothing that is to be read.
    Skip,
}

/// Why a table cannot be read by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ImportError {
    /// No column holds names of units.
    #[error("no column holds names of units")]
    NoNames,
    /// No column holds figures that are known.
    #[error("no column holds figures that are known")]
    NoFigures,
}

/// A table read by name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Import {
    /// The columns that are read.
    pub columns: Vec<ImportColumn>,
    /// The columns that are kept out.
    pub extras: Vec<Extra>,
    /// The figures that become others, row by row; what a remark is open on is not among them.
    pub changes: Vec<Change>,
    /// How many figures are what to the document.
    pub counts: Counts,
    /// How many units were read.
    pub units: usize,
    /// The units that come with the table, into a document that has none.
    pub newcomers: Vec<Unit>,
    /// The rows that match no unit.
    pub unmatched: Vec<Unmatched>,
    /// Totals of the table against the sums of its rows.
    pub totals: Vec<TotalCheck>,
    /// What the user should see or answer; totals that differ are among them.
    pub findings: Vec<ImportFinding>,
}

impl Import {
    /// The document with the units that come with the table, to name those its remarks are about.
    #[must_use]
    pub fn with_newcomers(&self, scenario: &Scenario) -> Scenario {
        super::newcomers::with(scenario, &self.newcomers)
    }

    /// Every total the table states is the sum of its rows, and it states one.
    #[must_use]
    pub fn totals_match(&self) -> bool {
        !self.totals.is_empty() && self.totals.iter().all(TotalCheck::matches)
    }
}

/// A column that is read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportColumn {
    /// Its place in the table.
    pub place: usize,
    /// Its heading; blank where it has none.
    pub heading: String,
    /// What it holds.
    pub series: Series,
    /// The year stands in the heading, and is not that of the column it is pasted into.
    pub says_year: bool,
    /// The first number with a mark and how it was read (people), to be shown.
    pub example: Option<(String, u64)>,
    /// How marks were read, or that it has to be asked.
    pub marks: ColumnMarks,
}

/// How the marks of a column were read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ColumnMarks {
    /// There is only one way.
    OneWay,
    /// There are two, and the answer was this.
    Answered(TwoWays, Marks),
    /// There are two, and nothing of the column is taken until it is answered.
    Asked(TwoWays),
}

/// A column that is kept out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extra {
    /// Its place in the table.
    pub place: usize,
    /// Its heading; blank where it has none.
    pub heading: String,
    /// Why.
    pub why: ExtraWhy,
}

/// A figure that becomes another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Whose.
    pub unit: UnitId,
    /// Of which series.
    pub series: Series,
    /// Where it stands in the table.
    pub place: Place,
    /// What it was (people).
    pub old: Option<u64>,
    /// What it becomes (people); `None`: there is no figure any more.
    pub new: Option<u64>,
}

/// How many figures of the table are what to the document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// The same as before.
    pub kept: usize,
    /// Other than before.
    pub changed: usize,
    /// There was none before.
    pub new: usize,
    /// There is none any more.
    pub cleared: usize,
}

/// A row that matches no unit, or several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unmatched {
    /// The row of the table.
    pub row: usize,
    /// What it calls itself.
    pub name: String,
    /// The units it may mean: those of its name, else the one whose name is nearest.
    pub guesses: Vec<UnitId>,
}

/// A total the table states, against the sum of the rows that were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TotalCheck {
    /// Where it is stated.
    pub place: Place,
    /// What is stated (people).
    pub stated: u64,
    /// What the rows come to (people).
    pub sum: u128,
}

impl TotalCheck {
    /// It is the sum.
    #[must_use]
    pub fn matches(&self) -> bool {
        u128::from(self.stated) == self.sum
    }
}

/// What the user should see or answer about a table pasted by name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportFinding {
    /// A column can be read in two ways.
    TwoWays {
        /// Its place in the table.
        column: usize,
        /// Its heading.
        heading: String,
        /// The number and its readings.
        two_ways: TwoWays,
    },
    /// A cell is no number of people; the figure before stays.
    Cell {
        /// Where.
        place: Place,
        /// Why.
        fault: Fault,
        /// What stands there.
        found: String,
    },
    /// A unit has several rows that differ; none is taken until the others are skipped.
    Duplicate {
        /// The unit.
        unit: UnitId,
        /// Its rows in the table.
        rows: Vec<usize>,
    },
    /// Rows match no unit.
    Unmatched {
        /// How many.
        rows: usize,
    },
    /// A total is not the sum of the rows.
    TotalDiffers {
        /// The heading of its column.
        heading: String,
        /// What is stated and what it should be.
        check: TotalCheck,
    },
}
