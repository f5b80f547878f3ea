//! The built-in examples: real provinces, as saved documents. Every figure says where it comes from.

use crate::model::{Scenario, ScenarioId};
use crate::save;

/// Sơn La 2023, voluntary social insurance: provincial figures published or derived, unit figures
/// illustrative. The one that opens on a first visit.
const SON_LA_2023: &str = include_str!("son_la_2023.json");

/// Hải Dương 2024, household health insurance and voluntary social insurance: the published unit figures of
/// a real allocation.
const HAI_DUONG_2024: &str = include_str!("hai_duong_2024.json");

/// Every example, the one that opens by default first.
#[must_use]
pub fn all() -> Vec<Scenario> {
    [SON_LA_2023, HAI_DUONG_2024]
        .into_iter()
        .map(|text| save::load(text).expect("the built-in examples are valid, as a test shows"))
        .collect()
}

/// The example that opens on a first visit.
#[must_use]
pub fn first() -> Scenario {
    save::load(SON_LA_2023).expect("the built-in examples are valid, as a test shows")
}

/// Whether this id names a built-in example.
#[must_use]
pub fn is_example(id: &ScenarioId) -> bool {
    all().iter().any(|example| example.id == *id)
}
