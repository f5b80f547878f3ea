//! The labels of the page. Values in braces of a sentence are handed in already formatted.

use super::ExchangeText;
use super::SkipText;
use super::TargetsText;
use super::{DataText, GridText, RuleText};
use super::{NegotiationText, PeriodsText};
use crate::calc::{Difficulty, Severity};
use crate::model::{Base, Indicator, Issuer, Kind, Measure, Method, Provenance, Rounding, Scope};
use crate::text::{
    AccessText, ChecksText, CompareText, HistoryText, KeepingText, LibraryText, OfflineText, ShareText,
};

/// Every label of one language; counts of units are numbers, other values come formatted.
#[derive(Debug)]
pub struct Text {
    // The page.
    /// The page's title.
    pub app_title: &'static str,
    /// The product's name.
    pub app_name: &'static str,
    /// Where the figures stay.
    pub privacy: &'static str,
    /// Skip link.
    pub skip: &'static str,
    /// Switch between light and dark.
    pub theme: &'static str,
    /// Language switch.
    pub language: &'static str,
    /// Undo button, with the step's name.
    pub undo: fn(&str) -> String,
    /// Redo button, with the step's name.
    pub redo: fn(&str) -> String,
    /// Undo button without a step.
    pub nothing_to_undo: &'static str,
    /// Redo button without a step.
    pub nothing_to_redo: &'static str,
    /// Where the figures come from.
    pub sources: &'static str,
    /// Closes a panel.
    pub close: &'static str,
    /// Joins the last two of a list.
    pub and: &'static str,
    /// The rest of a cut list of units.
    pub more_units: fn(usize) -> String,
    /// A unit the scenario does not know.
    pub unnamed_unit: fn(u32) -> String,
    /// A series of the user's own that the scenario does not know.
    pub unnamed_custom: fn(u16) -> String,
    // Scenarios and saving.
    /// Introduces an example with illustrative unit figures.
    pub example: fn(&str) -> String,
    /// Introduces an example with published figures only.
    pub example_real: fn(&str) -> String,
    /// An example in the scenario menu.
    pub example_name: fn(&str) -> String,
    /// Name of the copy the first edit makes.
    pub my_copy: fn(&str) -> String,
    /// The scenario menu.
    pub scenario: &'static str,
    /// Heading of the examples.
    pub examples: &'static str,
    /// Heading of the user's scenarios.
    pub my_scenarios: &'static str,
    /// Save state.
    pub saving: &'static str,
    /// Save state, with the time.
    pub saved_at: fn(&str) -> String,
    /// Save state.
    pub not_saved: &'static str,
    /// Downloads what was kept aside.
    pub download: &'static str,
    /// Deletes what was kept aside.
    pub delete_aside: &'static str,
    /// How many units a column has figures for.
    pub units_with_figures: fn(usize) -> String,
    /// Downloads the scenario.
    pub download_json: &'static str,
    // What is planned.
    /// Indicator field.
    pub indicator_label: &'static str,
    /// How many units a node has, by kind.
    pub units_of_kind: fn(usize, Kind) -> String,
    /// An indicator in full.
    pub indicator: fn(Indicator) -> &'static str,
    /// An indicator in short.
    pub indicator_short: fn(Indicator) -> &'static str,
    /// A denominator in full.
    pub base: fn(Base) -> &'static str,
    /// A denominator in short, as behind a rate.
    pub base_short: fn(Base) -> &'static str,
    /// A figure in the middle of a sentence.
    pub measure: fn(Measure) -> &'static str,
    /// Who set a target.
    pub issuer: fn(&Issuer) -> String,
    /// How a figure came to be.
    pub provenance: fn(Provenance) -> &'static str,
    /// Where people are insured.
    pub scope: fn(Scope) -> &'static str,
    /// How much a message weighs; stands before it.
    pub severity: fn(Severity) -> &'static str,
    // The target.
    /// The target strip.
    pub target: &'static str,
    /// Target field in people.
    pub target_people: &'static str,
    /// Target field as a rate, with the base.
    pub target_rate: fn(&str) -> String,
    /// Target field as growth, with last year.
    pub target_growth: fn(u16) -> String,
    /// Stands behind a number of people.
    pub people_unit: &'static str,
    /// Stands behind a rate, with the base.
    pub rate_unit: fn(&str) -> String,
    /// Stands behind growth, with last year.
    pub growth_unit: fn(u16) -> String,
    /// A rate with its denominator.
    pub rate_of: fn(&str, &str) -> String,
    /// Says which field is held.
    pub target_held: fn(&str) -> String,
    /// In place of a target's number.
    pub target_open: &'static str,
    /// A range is the target: its ends.
    pub target_range: fn(&str, &str) -> String,
    /// Tick of last year's result.
    pub tick_last: fn(u16) -> String,
    /// Tick of the target.
    pub tick_target: &'static str,
    /// Tick of the upper end of a range.
    pub tick_upper: &'static str,
    /// Tick of another plan: year and issuer.
    pub tick_plan: fn(u16, &Issuer) -> String,
    /// Name of the number line.
    pub number_line: &'static str,
    // The rule.
    /// Method field.
    pub method_label: &'static str,
    /// A method.
    pub method: fn(Method) -> &'static str,
    /// The method that goes by a series of the user's own, with its name.
    pub method_custom: fn(&str) -> String,
    /// A method on a small button.
    pub method_short: fn(Method) -> &'static str,
    /// What is shared out: the increase on last year.
    pub split_increase: &'static str,
    /// What is shared out: the whole.
    pub split_whole: &'static str,
    /// Rounding field.
    pub rounding_label: &'static str,
    /// A rounding.
    pub rounding: fn(Rounding) -> &'static str,
    /// Switch.
    pub no_unit_below_last: &'static str,
    /// Field: people kept at the province.
    pub kept_label: &'static str,
    /// Unfolds target and method on a phone.
    pub edit_plan: &'static str,
    // Reconciliation.
    /// Name of the reconciliation bar.
    pub recon_label: &'static str,
    /// Target, given, kept, remaining.
    pub recon_line: fn(&str, &str, &str, &str) -> String,
    /// Segment split by the method.
    pub recon_by_method: fn(&str) -> String,
    /// Segment fixed by locks.
    pub recon_locked: fn(&str) -> String,
    /// Segment kept at the province.
    pub recon_kept: fn(&str) -> String,
    /// Segment that remains.
    pub recon_remaining: fn(&str) -> String,
    /// All adds up.
    pub recon_ok: &'static str,
    /// Too little is given.
    pub recon_left: fn(&str) -> String,
    /// Too much is given.
    pub recon_over: fn(&str) -> String,
    /// Nothing could be split.
    pub recon_not_split: &'static str,
    // The table.
    /// Name of the table: indicator and year.
    pub table_label: fn(&str, &str) -> String,
    /// Column heading.
    pub col_unit: &'static str,
    /// Column heading: last year's result.
    pub col_last: fn(u16) -> String,
    /// Column heading: what each unit gets.
    pub col_given: fn(u16) -> String,
    /// Column heading.
    pub col_change: &'static str,
    /// Column heading: last year's rate.
    pub col_before: &'static str,
    /// Column heading: the rate the plan leads to.
    pub col_after: &'static str,
    /// Column heading.
    pub col_difficulty: &'static str,
    /// Column heading of the chart, with the base.
    pub col_chart: fn(&str) -> String,
    /// The ends of the chart's axis, spoken.
    pub axis: fn(&str, &str) -> String,
    /// How hard a growth is.
    pub difficulty: fn(Difficulty) -> &'static str,
    /// Without last year's figure.
    pub difficulty_unknown: &'static str,
    /// The last row.
    pub row_total: &'static str,
    /// No figure.
    pub missing: &'static str,
    /// Nothing is given yet.
    pub not_given: &'static str,
    /// Footnote of the example's table.
    pub illustrative_note: &'static str,
    /// Said with the name of a locked cell.
    pub locked_mark: &'static str,
    /// Name of a unit's field.
    pub edit_cell: fn(&str) -> String,
    // The inspector.
    /// Name of the inspector.
    pub inspector_label: &'static str,
    /// Heading: unit and what it gets.
    pub why_title: fn(&str, &str) -> String,
    /// Heading for the province's line.
    pub why_title_total: fn(&str) -> String,
    /// Heading: why a unit has not been given a number yet.
    pub why_not_given: fn(&str) -> String,
    /// Heading: why a unit is left out.
    pub why_left_out: fn(&str) -> String,
    /// Heading for another cell: its column and number.
    pub why_title_cell: fn(&str, &str) -> String,
    /// Heading of floor, ceiling and lock.
    pub limits: &'static str,
    /// Field.
    pub floor: &'static str,
    /// Field.
    pub ceiling: &'static str,
    /// What a limit may be typed as.
    pub limit_hint: &'static str,
    /// Button.
    pub lock: &'static str,
    /// Button.
    pub unlock: &'static str,
    /// Switch: the unit gets nothing.
    pub left_out: &'static str,
    /// Button.
    pub copy_why: &'static str,
    /// Said after copying.
    pub copied: &'static str,
    /// Heading of the other methods.
    pub why_other: &'static str,
    /// A method that lacks figures, with their names.
    pub why_other_missing: fn(&str) -> String,
    /// What a higher target adds to the unit: both as differences.
    pub with_more: fn(&str, &str) -> String,
    /// Human scale of the increase.
    pub one_in: fn(&str) -> String,
    /// The increase per month.
    pub per_month: fn(&str) -> String,
    /// The increase per month, where it rounds to nobody.
    pub under_one_a_month: &'static str,
    /// Heading of the sources of the inputs.
    pub where_from: &'static str,
    /// Provenance of a figure that is the units' sum.
    pub sum_of_units: &'static str,
    // Notices and spoken lines.
    /// Heading of the notices.
    pub notices: &'static str,
    /// Heading where nothing needs mending.
    pub remarks: &'static str,
    /// Name of the list of cures.
    pub fixes: &'static str,
    /// Spoken after an edit: target, units, status.
    pub live_resplit: fn(&str, usize, &str) -> String,
    /// Spoken after any other edit: step and status.
    pub live_status: fn(&str, &str) -> String,
    /// Spoken after undo.
    pub undone: fn(&str) -> String,
    /// Spoken after redo.
    pub redone: fn(&str) -> String,
    // Parts with words of their own.
    /// The table.
    pub grid: &'static GridText,
    /// Whose rule it is, and a mix of drivers.
    pub rule: &'static RuleText,
    // The drawers.
    /// The list of steps.
    pub history: &'static HistoryText,
    /// Why a scenario can only be looked at.
    pub access: &'static AccessText,
    /// Links that lead past the header.
    pub skips: &'static SkipText,
    /// The network and newer builds of the page.
    pub offline: &'static OfflineText,
    /// What became of stored work.
    pub keeping: &'static KeepingText,
    /// Handing a scenario on by a link.
    pub share: &'static ShareText,
    /// Scenarios side by side.
    pub compare: &'static CompareText,
    /// Every issuer's plan, and the years ahead.
    pub targets: &'static TargetsText,
    /// Pasting and copying.
    pub exchange: &'static ExchangeText,
    /// The list of checks.
    pub checks: &'static ChecksText,
    /// Quarters and months.
    pub periods: &'static PeriodsText,
    /// Negotiation.
    pub negotiation: &'static NegotiationText,
    /// The list of scenarios.
    pub library: &'static LibraryText,
    /// Units, columns and beginnings.
    pub data: &'static DataText,
}
