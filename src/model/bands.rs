//! From where on something is remarkable: the thresholds of the findings, in whole per cent.

use serde::{Deserialize, Serialize};

/// Thresholds, all in per cent. A document keeps them only where they were changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bands {
    /// Two plans of one indicator are remarked on when the larger is more than this above the smaller.
    pub plans: u16,
    /// A change on the year before, up or down, is remarked on above this.
    pub change: u16,
    /// Growth up to this is within reach, where a unit's past is not known.
    pub reach: u16,
    /// Growth up to this is a stretch, where a unit's past is not known.
    pub stretch: u16,
    /// Growth up to this share of the unit's best past growth is within reach.
    pub reach_of_best: u16,
    /// Growth up to this share of the unit's best past growth is a stretch.
    pub stretch_of_best: u16,
    /// From this share of the planned path on, a result is on course.
    pub on_course: u16,
    /// From this share of the planned path on, a result is behind; below, far behind.
    pub behind: u16,
}

impl Default for Bands {
    fn default() -> Self {
        Self {
            plans: 25,
            change: 50,
            reach: 15,
            stretch: 35,
            reach_of_best: 100,
            stretch_of_best: 150,
            on_course: 100,
            behind: 90,
        }
    }
}

impl Bands {
    /// Every stretch is above its reach, and behind is below on course.
    #[must_use]
    pub fn is_in_order(&self) -> bool {
        self.reach <= self.stretch
            && self.reach_of_best <= self.stretch_of_best
            && self.behind <= self.on_course
    }
}
