//! How every issuer's target fares: the people it asks for, the result, and what the plan gives.

use num_bigint::BigInt;

use super::NodePlan;
use super::check::Figures;
use crate::model::{NoPeople, Rate, Scenario, Scope, Slot};

/// One row of the targets with what was reached and what is given. All counts are people of the whole
/// province, on the row's own scope: shares of different scopes cannot be compared.
#[derive(Clone, Debug, PartialEq)]
pub struct Fulfilment {
    /// The row, as a place in the document's targets.
    pub place: usize,
    /// The indicator and year.
    pub slot: Slot,
    /// Where the people are counted.
    pub scope: Scope,
    /// What the row asks for; of a range, its lower end.
    pub people: Result<u64, NoPeople>,
    /// The upper end of a range.
    pub upper: Option<u64>,
    /// The result of the year on the row's scope, else its estimate.
    pub result: Option<u64>,
    /// What is given and kept for the year; `None` where the plan counts on another scope, or there is none.
    pub allocated: Option<u64>,
}

impl Fulfilment {
    /// The share of the plan that the result reaches.
    #[must_use]
    pub fn reached(&self) -> Option<Rate> {
        share(self.result?, self.people.ok()?)
    }

    /// The share of the plan that is given out.
    #[must_use]
    pub fn covered(&self) -> Option<Rate> {
        share(self.allocated?, self.people.ok()?)
    }

    /// How many more people the plan needs beyond the result; none where it is met.
    #[must_use]
    pub fn missing(&self) -> Option<u64> {
        Some(self.people.ok()?.saturating_sub(self.result?))
    }
}

fn share(part: u64, whole: u64) -> Option<Rate> {
    (whole > 0).then(|| Rate::new(BigInt::from(part), BigInt::from(whole)))
}

/// Every row of the targets, in document order. `nodes`: the plans derived from the same scenario.
pub(crate) fn fulfilments(scenario: &Scenario, figures: &Figures<'_>, nodes: &[NodePlan]) -> Vec<Fulfilment> {
    let root = scenario.root().and_then(|root| figures.place(root.id));
    (scenario.targets.iter().enumerate())
        .map(|(place, target)| {
            let Slot { indicator, year } = target.slot;
            let node = nodes.iter().find(|node| {
                node.slot == target.slot && Some(node.node) == scenario.root().map(|root| root.id)
            });
            let last_year = year.checked_sub(1);
            let base = root.and_then(|root| figures.base(indicator.base(), year, root)).map(|(_, base)| base);
            let last = root
                .zip(last_year)
                .and_then(|(root, last)| figures.result(indicator, last, target.scope, root));
            let used_scope = scenario.target(target.slot).map(|used| used.scope);
            Fulfilment {
                place,
                slot: target.slot,
                scope: target.scope,
                people: target.quantity.people_of(base, last),
                upper: target.quantity.upper_target(base, last),
                result: root.and_then(|root| figures.result(indicator, year, target.scope, root)),
                allocated: node
                    .filter(|_| used_scope == Some(target.scope))
                    .and_then(|node| u64::try_from(node.given).ok()?.checked_add(node.kept)),
            }
        })
        .collect()
}
