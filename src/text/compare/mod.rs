//! Scenarios side by side: what differs and what comes of it, in words.

mod names;
mod results;
mod values;

pub use names::aspect_name;
pub use results::{HeadlineRow, compare_verdict, headline_rows};
pub use values::value_words;

use crate::calc::compare::Aspect;
use crate::model::PeriodRule;

/// What belongs together in the list of differences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// Targets, road maps, and how they are split.
    Plans,
    /// Locks, floors and ceilings.
    Limits,
    /// The unit tree.
    Units,
    /// Figures and where they come from.
    Figures,
    /// Claims and thresholds.
    Checks,
}

impl Group {
    /// Where a difference belongs.
    #[must_use]
    pub fn of(aspect: &Aspect) -> Self {
        match aspect {
            Aspect::Slot(_)
            | Aspect::Target { .. }
            | Aspect::Used(_)
            | Aspect::RoadMap(_)
            | Aspect::OwnRule(..)
            | Aspect::Method(..)
            | Aspect::Mix(..)
            | Aspect::Whole(..)
            | Aspect::Rounding(..)
            | Aspect::NoUnitBelowLast(..)
            | Aspect::Kept(..)
            | Aspect::Periods(..)
            | Aspect::LeftOut(..) => Self::Plans,
            Aspect::Lock(..) | Aspect::Floor(..) | Aspect::Ceiling(..) => Self::Limits,
            Aspect::Unit(_)
            | Aspect::Name(_)
            | Aspect::Code(_)
            | Aspect::Kind(_)
            | Aspect::Parent(_)
            | Aspect::Order => Self::Units,
            Aspect::Custom(_)
            | Aspect::CustomName(_)
            | Aspect::Series(_)
            | Aspect::Columns(_)
            | Aspect::Figure(..) => Self::Figures,
            Aspect::Claim(_) | Aspect::Bands => Self::Checks,
        }
    }
}

/// The labels of comparing. Values in braces are handed in already formatted.
#[derive(Debug)]
pub struct CompareText {
    /// Heading: the name of the scenario that the others are compared with.
    pub title: fn(&str) -> String,
    /// Name of the list of what is compared.
    pub chosen: &'static str,
    /// Behind the name of the scenario on screen.
    pub on_screen: &'static str,
    /// Field: another scenario.
    pub add: &'static str,
    /// Where as many are chosen as there is room for.
    pub full: &'static str,
    /// Takes one away, with its name.
    pub remove: fn(&str) -> String,
    /// Button: a file to compare with.
    pub open_file: &'static str,
    /// A file that cannot be read, with its name; why stands behind.
    pub file_unread: fn(&str) -> String,
    /// A scenario that is not there any more.
    pub gone: &'static str,
    /// Nothing is chosen yet.
    pub nothing_chosen: &'static str,
    /// Button.
    pub duplicate: &'static str,
    /// Name of a copy.
    pub copy_of: fn(&str) -> String,
    /// Heading of the inputs that differ.
    pub differs: &'static str,
    /// All inputs are the same.
    pub all_same: &'static str,
    /// Heading of what belongs together.
    pub group: fn(Group) -> &'static str,
    /// Column heading.
    pub input: &'static str,
    /// Button: take the value of the scenario with this letter.
    pub take: fn(&str) -> String,
    /// The same for ears: letter and input.
    pub take_spoken: fn(&str, &str) -> String,
    /// Unfolds the rest of a list.
    pub show_all: fn(usize) -> String,
    /// More lines of a list.
    pub show_rows: fn(usize) -> String,
    /// More rows of a table.
    pub show_more: fn(usize) -> String,
    /// Heading of the headline figures.
    pub headline: &'static str,
    /// Column heading of their names.
    pub figure: &'static str,
    /// Headline figure.
    pub given: &'static str,
    /// Headline figure.
    pub kept: &'static str,
    /// Headline figure.
    pub remaining: &'static str,
    /// Headline figure, with last year.
    pub rate_before: fn(u16) -> String,
    /// Headline figure, with the year.
    pub rate_after: fn(u16) -> String,
    /// Headline figure.
    pub gap: &'static str,
    /// A difference of two rates.
    pub points: fn(&str) -> String,
    /// Headline figure.
    pub rising: &'static str,
    /// So many of so many.
    pub of: fn(&str, &str) -> String,
    /// Headline figure.
    pub findings: &'static str,
    /// The scenario does not plan this.
    pub not_planned: &'static str,
    /// Heading of the units.
    pub units: &'static str,
    /// Column heading: the difference to the base, with the letter.
    pub change: fn(&str) -> String,
    /// Sorting.
    pub movers_first: &'static str,
    /// The sentence at the top, nothing differs: letter.
    pub verdict_same: fn(&str) -> String,
    /// Inputs that differ: letter, and how many.
    pub verdict_inputs: fn(&str, usize) -> String,
    /// Units that get something else: how many, which one most, and by how much.
    pub verdict_units: fn(usize, &str, &str) -> String,
    /// No unit gets anything else.
    pub verdict_no_unit: &'static str,
    /// No unit is given anything in both.
    pub verdict_no_common: &'static str,
    // Compare as a mode.
    /// Field: which scenario is laid beside the one on screen.
    pub against: &'static str,
    /// None.
    pub nobody: &'static str,
    /// Column heading in the table.
    pub column: &'static str,
    /// What the column holds, with the other scenario's name.
    pub column_about: fn(&str) -> String,
    /// What the unit gets there: name, people, and the difference.
    pub there: fn(&str, &str, &str) -> String,
    /// The unit is not there, or gets nothing: name.
    pub not_there: fn(&str) -> String,
    // The names of inputs.
    /// An indicator and year.
    pub slot: fn(&str) -> String,
    /// A row of the targets: indicator and year, and the issuer.
    pub target: fn(&str, &str) -> String,
    /// Which row is used.
    pub used: fn(&str) -> String,
    /// A road map.
    pub road_map: fn(&str) -> String,
    /// A node's own rule.
    pub own_rule: &'static str,
    /// What is shared out.
    pub whole: &'static str,
    /// The shares of a mix.
    pub mix: &'static str,
    /// A part of a rule: what it is, whose it is where that is not the province, and indicator and year.
    pub of_rule: fn(&str, Option<&str>, &str) -> String,
    /// People kept.
    pub kept_back: &'static str,
    /// Quarters and months.
    pub periods: &'static str,
    /// A unit left out: its name.
    pub left_out: fn(&str) -> String,
    /// A limit: what it is, the unit, and indicator and year.
    pub limit: fn(&str, &str, &str) -> String,
    /// A unit; how many are below it.
    pub unit: fn(&str, usize) -> String,
    /// A unit's name.
    pub name: fn(&str) -> String,
    /// A unit's code.
    pub code: fn(&str) -> String,
    /// A unit's kind.
    pub kind: fn(&str) -> String,
    /// What a unit belongs to.
    pub parent: fn(&str) -> String,
    /// The order of units.
    pub order: &'static str,
    /// A series of the user's own.
    pub custom: fn(&str) -> String,
    /// Its name.
    pub custom_name: fn(&str) -> String,
    /// Where the figures of a series come from.
    pub columns: fn(&str) -> String,
    /// A figure: the series and the unit.
    pub of_unit: fn(&str, &str) -> String,
    /// A claim: what it states, and its source.
    pub claim: fn(&str, &str) -> String,
    /// Thresholds.
    pub bands: &'static str,
    // Values.
    /// Not there.
    pub absent: &'static str,
    /// There.
    pub present: &'static str,
    /// Goes by the rule above.
    pub inherits: &'static str,
    /// Has a rule of its own.
    pub own: &'static str,
    /// Is given a target.
    pub takes_part: &'static str,
    /// No lock.
    pub unlocked: &'static str,
    /// No floor or ceiling.
    pub unlimited: &'static str,
    /// On.
    pub on: &'static str,
    /// Off.
    pub off: &'static str,
    /// The order differs.
    pub other_order: &'static str,
    /// A road map may fall.
    pub may_fall: &'static str,
    /// The pattern of periods.
    pub pattern: fn(&PeriodRule) -> String,
    /// The eight thresholds in the order of [`crate::model::Bands`], in per cent.
    pub thresholds: fn([&str; 8]) -> String,
}

/// The letter by which a scenario is called in tables: A is the one on screen.
#[must_use]
pub fn letter(place: usize) -> &'static str {
    ["A", "B", "C", "D"].get(place).copied().unwrap_or("?")
}
