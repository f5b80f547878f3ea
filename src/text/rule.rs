//! Words around the rule: whose it is, what is shared out, the thumbnails of the methods, the shares of a mix.

use super::names::capitalised;
use super::{Language, Message, en, measure_name, text, vi};
use crate::calc::Compared;
use crate::model::{Decimal, Driver, Measure, Scenario};

/// The labels of the rule bar.
#[derive(Debug)]
pub struct RuleText {
    /// The rule of a node above is in force: that node's name.
    pub inherited: fn(&str) -> String,
    /// Button: gives the node a rule of its own.
    pub give_own: fn(&str) -> String,
    /// The node's own rule is in force: its name.
    pub own: fn(&str) -> String,
    /// Button: back to the rule of the node above.
    pub inherit: &'static str,
    /// Name of the choice between the increase and the whole.
    pub shared_out: &'static str,
    /// What the bars in the chips of the methods are.
    pub thumbnails: fn(Compared) -> &'static str,
    /// The same where each bar stands for the mean of several units.
    pub thumbnails_grouped: fn(Compared) -> &'static str,
    /// Heading of the drivers of a mix with their shares.
    pub mix: &'static str,
    /// The share of a driver.
    pub share_of: fn(&str) -> String,
    /// Switch: the share stays while others move.
    pub lock_share: fn(&str) -> String,
    /// Button: takes a driver out of the mix.
    pub remove_driver: fn(&str) -> String,
    /// Before the buttons that add a driver.
    pub add_driver: &'static str,
    /// What the shares always total.
    pub total: &'static str,
    /// No share can move.
    pub nothing_moves: &'static str,
    /// On a phone.
    pub on_a_computer: &'static str,
}

/// A driver of a mix, in the middle of a sentence.
///
/// - `last_year`: of the results that [`Driver::Last`] weighs.
#[must_use]
pub fn driver_name(driver: Driver, scenario: &Scenario, last_year: u16, language: Language) -> String {
    match language {
        Language::Vi => vi::words::driver(driver, scenario, last_year),
        Language::En => en::words::driver(driver, scenario, last_year),
    }
}

/// A driver of a mix, at the start of a line.
#[must_use]
pub fn driver_label(driver: Driver, scenario: &Scenario, last_year: u16, language: Language) -> String {
    capitalised(&driver_name(driver, scenario, last_year, language))
}

/// A share of a mix (per mille) in per cent: `50%`, `33,3%`.
#[must_use]
pub fn share(per_mille: u16, language: Language) -> String {
    let whole = per_mille.is_multiple_of(10);
    language.percent(&if whole { Decimal::new(per_mille / 10, 0) } else { Decimal::new(per_mille, 1) })
}

/// A share outside of what the locked ones leave (per mille).
#[must_use]
pub fn share_out_of_reach(least: u16, most: u16, language: Language) -> Message {
    let (least, most) = (share(least, language), share(most, language));
    match language {
        Language::Vi => vi::rule::share_out_of_reach(&least, &most),
        Language::En => en::rule::share_out_of_reach(&least, &most),
    }
}

/// What a method or a driver lacks, in a word beside it; `None` where that is nothing.
#[must_use]
pub fn lacking(measures: &[Measure], scenario: &Scenario, language: Language) -> Option<String> {
    let names: Vec<_> = measures.iter().map(|&measure| measure_name(measure, scenario, language)).collect();
    (!names.is_empty()).then(|| (text(language).why_other_missing)(&names.join(", ")))
}
