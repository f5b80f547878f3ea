//! View settings: how this reader looks at the page. Kept beside the document, never in it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::compare::Compared;
use crate::model::{ScenarioId, Slot, UnitId};
use crate::text::Language;

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

impl Theme {
    /// As `data-theme` has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// The other one.
    pub fn other(self) -> Self {
        match self {
            Self::Light => Self::Dark,
            Self::Dark => Self::Light,
        }
    }
}

/// Where the reader was in one scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// The indicator and year.
    pub slot: Slot,
    /// The selected unit; none for the total.
    #[serde(default)]
    pub unit: Option<UnitId>,
}

/// Everything about the view that is kept. `assets/early.js` reads theme, language and current, too.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The language chosen; Vietnamese else.
    pub language: Language,
    /// The theme chosen; the system's else.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub theme: Option<Theme>,
    /// The scenario that was open; none for the first example.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub current: Option<ScenarioId>,
    /// Where the reader was in each scenario.
    pub places: BTreeMap<String, Place>,
    /// What each scenario is compared with.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub compared: BTreeMap<String, Compared>,
}
