//! The words of Số liệu beyond the table: units, columns, what is planned, and a beginning without any of them.

use crate::model::Kind;

/// Labels of what changes units, columns and what is planned.
#[derive(Debug)]
pub struct DataText {
    /// Name of the tools that change units and columns.
    pub tools: &'static str,
    /// Said on a phone in place of the tools.
    pub tools_elsewhere: &'static str,
    // Units.
    /// Button, and name of its form.
    pub add_units: &'static str,
    /// Button.
    pub rename: &'static str,
    /// Button, and name of its form.
    pub describe: &'static str,
    /// Button.
    pub up: &'static str,
    /// Button.
    pub down: &'static str,
    /// Why the order cannot be changed while the table is sorted.
    pub order_is_sorted: &'static str,
    /// Button, and name of its form.
    pub move_below: &'static str,
    /// Button, and name of its form.
    pub group: &'static str,
    /// Button.
    pub ungroup: &'static str,
    /// Button.
    pub remove: &'static str,
    /// Whom a form is about.
    pub about_units: fn(&str) -> String,
    /// Field: names, one a line.
    pub names: &'static str,
    /// What the field of names takes.
    pub names_hint: &'static str,
    /// Refusal: no name in the field.
    pub names_missing: &'static str,
    /// Refusal of a blank name.
    pub name_missing: &'static str,
    /// Field: the unit they belong to.
    pub parent: &'static str,
    /// Field: what a unit is.
    pub kind: &'static str,
    /// What a unit is.
    pub kind_name: fn(Kind) -> &'static str,
    /// Field: official code.
    pub code: &'static str,
    /// Field: name of a new group.
    pub group_name: &'static str,
    /// Makes the additions of a form.
    pub add: &'static str,
    /// Makes the change of a form.
    pub apply: &'static str,
    // Columns.
    /// Button, and name of its form.
    pub add_column: &'static str,
    /// Button: where a column comes from.
    pub column_source: &'static str,
    /// Name of the form of a column: heading and year.
    pub column_title: fn(&str, u16) -> String,
    /// Field: what a column counts.
    pub measure: &'static str,
    /// Field: where people are insured.
    pub scope: &'static str,
    /// Button.
    pub show_column: &'static str,
    /// Field: name of a column of one's own.
    pub own_name: &'static str,
    /// Button.
    pub add_own: &'static str,
    /// Button.
    pub remove_own: &'static str,
    /// Field: how figures came to be.
    pub provenance: &'static str,
    /// Field: who says so.
    pub source: &'static str,
    /// Field: anything else.
    pub note: &'static str,
    /// Button.
    pub remove_column: &'static str,
    // What is planned.
    /// Opens the list of what is planned.
    pub slots: &'static str,
    /// Field.
    pub year: &'static str,
    /// Button.
    pub add_slot: &'static str,
    /// Button: indicator and year.
    pub remove_slot: fn(&str) -> String,
    /// An indicator and year already planned cannot be added, the only one not be removed.
    pub one_slot_stays: &'static str,
    /// In the target's field while it has no number.
    pub no_target: &'static str,
    // A beginning.
    /// Button, and name of what it makes.
    pub new_scenario: &'static str,
    /// The province of a new scenario, until it is named.
    pub new_province: &'static str,
    /// Field.
    pub province_name: &'static str,
    /// Which columns are needed: last year's results and the base, each with its year.
    pub needed: fn(&str, &str, u16) -> String,
    /// Button.
    pub paste: &'static str,
    /// Said once the field waits for a paste.
    pub paste_now: &'static str,
    /// Button.
    pub use_example: &'static str,
}
