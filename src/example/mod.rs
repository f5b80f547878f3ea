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

/// Việt Nam 2021–2022: the nation, Nghệ An and the rest, with a published share that does not follow from its own
/// figures (103.000 of 1.450.000 is 7,1%, stated as 9%).
const VIET_NAM_2021_2022: &str = include_str!("viet_nam_2021_2022.json");

/// Thanh Hóa 2023: what a province published about itself, without units, and how far it is to the nation's rates.
const THANH_HOA_2023: &str = include_str!("thanh_hoa_2023.json");

/// A made-up province of offices and communes, 2026: every figure and name is illustrative. It shows levels.
const COMMUNES_2026: &str = include_str!("communes_2026.json");

/// The road map of Hải Dương 2022–2025: rates without a base and without units.
#[must_use]
pub fn road_map() -> Scenario {
    read(HAI_DUONG_2022_2025)
}

/// The nation in 2021 and its target for 2022.
#[must_use]
pub fn nation() -> Scenario {
    read(VIET_NAM_2021_2022)
}

/// Every example in the order the page lists them, the one that opens by default first.
#[must_use]
pub fn all() -> Vec<Scenario> {
    [SON_LA_2023, HAI_DUONG_2024, HAI_DUONG_2022_2025, VIET_NAM_2021_2022, THANH_HOA_2023, COMMUNES_2026]
        .into_iter()
        .map(read)
        .collect()
}

/// The example that opens on a first visit.
#[must_use]
pub fn first() -> Scenario {
    read(SON_LA_2023)
}

/// Whether this id names a built-in example.
#[must_use]
pub fn is_example(id: &ScenarioId) -> bool {
    all().iter().any(|example| example.id == *id)
}

fn read(text: &str) -> Scenario {
    save::load(text).expect("the built-in examples are valid, as a test shows")
}
