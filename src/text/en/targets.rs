//! The labels of every issuer's plan in English.

use crate::model::Issuer;
use crate::text::Language::En as EN;
use crate::text::TargetsText;

/// The labels in English.
pub(in crate::text) static TARGETS: TargetsText = TargetsText {
    plans: |n| format!("Plans ({})", EN.people(n)),
    plans_of: |indicator, year| format!("Plans for {indicator} in {year}"),
    other_years: "Plans of other years, for comparison only",
    use_label: "Use for allocation",
    issuer_label: "Issuer",
    issuer_named: "Another…",
    issuer_name: "Name of the issuer",
    issuer,
    amount_label: "Amount",
    amount_hint: "People, a rate or growth: 40,258 · 5.5% · 37–38% · +10%",
    scope_label: "People counted",
    scope_in: "Count in-province only",
    scope_all: "Include other provinces",
    scope_out: "Count other provinces only",
    decision_number: "Decision number",
    decision_date: "Signed on",
    share_label: "With the target in use",
    share: |percent| format!("{percent} achieved"),
    other_scope: "counts other people",
    unknown: "people not known yet",
    remove: |plan| format!("Remove {plan}"),
    add: "Add a plan",
    higher: |plan, people| {
        format!(
            "{plan} is above the target in use. Allocating {people} meets every plan that counts the same people."
        )
    },
    elsewhere_kept: |elsewhere, rest| {
        format!(
            "The target includes {elsewhere} people insured in other provinces, kept at province; in-province it is {rest}."
        )
    },
    road_map: &super::road_map::ROAD_MAP,
    elsewhere_unknown: |year| {
        format!(
            "How many were insured in other provinces in {year} is not known. Enter it as kept at province, since no unit can act on them."
        )
    },
};

fn issuer(issuer: &Issuer) -> &str {
    match issuer {
        Issuer::Government => "Government",
        Issuer::Vss => "Vietnam Social Security",
        Issuer::Province => "Provincial People's Committee",
        Issuer::Own => "Own target",
        Issuer::Named(name) => name,
    }
}
