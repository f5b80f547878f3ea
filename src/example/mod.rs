//! The built-in examples: real provinces, as saved documents. Every figure says where it comes from.

use crate::model::{Scenario, ScenarioId};
use crate::save;

/// Sơn La 2023, voluntary social insurance: provincial figures published or derived, unit figures
/// illustrative. The one that opens on a first visit.
const SON_LA_2023: &str = include_str!("son_la_2023.json");

/// Hải Dương 2024, household health insurance and voluntary social insurance: the published unit figures of
/// a real allocation.
const HAI_DUONG_2024: &str = include_str!("hai_duong_2024.json");

/// Hải Dương 2022–2025: the published road map of social and health insurance, in rates.
const HAI_DUONG_2022_2025: &str = include_str!("hai_duong_2022_2025.json");

/// A made-up province of offices and communes, 2026: every figure and name is illustrative. It shows levels.
const COMMUNES_2026: &str = include_str!("communes_2026.json");

/// The road map of Hải Dương 2022–2025. It is not in the list of examples: it has rates but no base and no
/// units, and the page does not show road maps yet.
#[must_use]
pub fn road_map() -> Scenario {
    save::load(HAI_DUONG_2022_2025).expect("the built-in examples are valid, as a test shows")
}

/// Every example the page lists, the one that opens by default first.
#[must_use]
pub fn all() -> Vec<Scenario> {
    [SON_LA_2023, HAI_DUONG_2024, COMMUNES_2026]
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
    all().iter().any(|example| example.id == *id) || road_map().id == *id
}
