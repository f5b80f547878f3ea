//! What comes of a scenario, in a few figures.

use crate::calc::{Standing, UnitPlan, derive_slot};
use crate::model::{Base, Rate, Scenario, Slot, UnitId};

/// The figures by which scenarios are told apart first. All counts are people, but for those of units.
#[derive(Clone, Debug, PartialEq)]
pub struct Headline {
    /// The denominator of the rates.
    pub base: Base,
    /// The province's target, with its last result.
    pub total: Standing,
    /// Given to the units below the province.
    pub given: u128,
    /// Kept at the province.
    pub kept: u64,
    /// Neither given nor kept; negative where too much is given.
    pub remaining: i128,
    /// Everything adds up.
    pub balanced: bool,
    /// The unit below the province that is left with the lowest rate.
    pub lowest: Option<(UnitId, Rate)>,
    /// The one with the highest.
    pub highest: Option<(UnitId, Rate)>,
    /// How many units below the province get more than they had.
    pub rising: usize,
    /// How many units there are below the province.
    pub units: usize,
}

impl Headline {
    /// How far apart the highest and the lowest rate are, as a share of the base.
    #[must_use]
    pub fn gap(&self) -> Option<Rate> {
        Some(&self.highest.as_ref()?.1 - &self.lowest.as_ref()?.1)
    }
}

/// The headline figures of an indicator and year; `None` where the scenario does not plan it.
#[must_use]
pub fn headline(scenario: &Scenario, slot: Slot) -> Option<Headline> {
    let plan = derive_slot(scenario, slot)?;
    let province = plan.province();
    let rates = || {
        let rate = |line: &UnitPlan| Some((line.unit, line.standing().after()?));
        province.units.iter().filter_map(rate)
    };
    let rises = |line: &&UnitPlan| line.standing().change().is_some_and(|change| change > 0);
    Some(Headline {
        base: province.base,
        total: province.total,
        given: province.given,
        kept: province.kept,
        remaining: province.remaining,
        balanced: province.is_balanced(),
        lowest: rates().min_by(|one, two| one.1.cmp(&two.1)),
        highest: rates().max_by(|one, two| one.1.cmp(&two.1)),
        rising: province.units.iter().filter(rises).count(),
        units: province.units.len(),
    })
}
