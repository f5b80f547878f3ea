//! The labels of every issuer's plan, and what is said of a row.

use super::RoadMapText;
use super::echo::quantity;
use super::{Language, text};
use crate::calc::Fulfilment;
use crate::model::{Decimal, Issuer, Rate, Scope, Target};

/// The labels of one language.
#[derive(Debug)]
pub struct TargetsText {
    /// Unfolds the plans, with how many there are.
    pub plans: fn(usize) -> String,
    /// Heading of the plans: indicator and year.
    pub plans_of: fn(&str, u16) -> String,
    /// Heading of the plans of other years.
    pub other_years: &'static str,
    /// Marks the row that is split.
    pub use_label: &'static str,
    /// Field: who set it.
    pub issuer_label: &'static str,
    /// An issuer with a name of its own.
    pub issuer_named: &'static str,
    /// Field: that name.
    pub issuer_name: &'static str,
    /// An issuer, as chosen in a list.
    pub issuer: fn(&Issuer) -> &str,
    /// Field: how much.
    pub amount_label: &'static str,
    /// What may be typed there.
    pub amount_hint: &'static str,
    /// Field: whose people count.
    pub scope_label: &'static str,
    /// Only people insured in the province.
    pub scope_in: &'static str,
    /// Also people insured in other provinces.
    pub scope_all: &'static str,
    /// Only people insured in other provinces.
    pub scope_out: &'static str,
    /// Field: the decision's number.
    pub decision_number: &'static str,
    /// Field: the day it was signed.
    pub decision_date: &'static str,
    /// Column: how much of the plan is met.
    pub share_label: &'static str,
    /// How much of a plan is met.
    pub share: fn(&str) -> String,
    /// The plan in use counts other people, so nothing is divided.
    pub other_scope: &'static str,
    /// The plan's people are not known.
    pub unknown: &'static str,
    /// Takes a row away, with its name.
    pub remove: fn(&str) -> String,
    /// Adds the row that was typed.
    pub add: &'static str,
    /// A row asks for more than the one in use: its name and people.
    pub higher: fn(&str, &str) -> String,
    /// Where the people insured elsewhere stand: how many, and the target without them.
    pub elsewhere_kept: fn(&str, &str) -> String,
    /// The years ahead.
    pub road_map: &'static RoadMapText,
    /// The people insured elsewhere are counted, but not known: last year.
    pub elsewhere_unknown: fn(u16) -> String,
}

impl TargetsText {
    /// Whose people count.
    #[must_use]
    pub fn scope_of(&self, scope: Scope) -> &'static str {
        match scope {
            Scope::InProvince => self.scope_in,
            Scope::Both => self.scope_all,
            Scope::OtherProvinces => self.scope_out,
        }
    }
}

/// How much of a plan is met: `đạt 87,05%`. Rounded down, so that a plan that is not met never reads 100%.
#[must_use]
pub fn share_of_plan(share: &Rate, language: Language) -> String {
    let hundred = Rate::from_integer(100.into());
    let percent = language.percent(&Decimal::floored(&(share * hundred), 2));
    (text(language).targets.share)(&percent)
}

/// A plan in one line: `KH 2022 của UBND tỉnh: 40.258 · đạt 70,80%`, the share being what the result reached.
#[must_use]
pub fn plan_line(target: &Target, row: &Fulfilment, language: Language) -> String {
    let name = (text(language).tick_plan)(target.slot.year, &target.issuer);
    let amount = quantity(&target.quantity, target.slot, language);
    let share = row.reached().map(|share| format!(" · {}", share_of_plan(&share, language)));
    format!("{name}: {amount}{}", share.unwrap_or_default())
}
