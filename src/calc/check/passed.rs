//! Checks that found nothing wrong: said too, so that a reader knows they were made.

use super::claims::Reader;
use super::{Figures, Interval};
use crate::calc::{NodePlan, Plan};
use crate::model::{Indicator, Measure, Scenario, Scope, Slot, UnitId};

/// One check that agrees. All counts are people.
#[derive(Clone, Debug, PartialEq)]
pub enum Passed {
    /// A published number is what the figures give.
    Claim {
        /// The claim, as a place in the document's claims.
        claim: usize,
        /// What each of its operands stands for, in the order of the sentence.
        terms: Vec<Interval>,
        /// What the figures give.
        computed: Interval,
    },
    /// A unit's own figure is what the units below it come to.
    Sum {
        /// What is counted.
        measure: Measure,
        /// In which year.
        year: u16,
        /// Where the people are insured.
        scope: Scope,
        /// The unit above: the first in the document.
        node: UnitId,
        /// How many are right below it.
        units: usize,
        /// What both come to.
        people: u64,
        /// How many more units' figures agree with those below them.
        others: usize,
    },
    /// Parts come to their whole.
    Parts {
        /// The whole.
        whole: Indicator,
        /// In which year.
        year: u16,
        /// Where the people are insured.
        scope: Scope,
        /// Whose: the first in the document.
        unit: UnitId,
        /// What each part has.
        parts: Vec<u64>,
        /// What they come to.
        people: u64,
        /// In how many more units they do.
        others: usize,
    },
    /// A target is shared out to the last person.
    Split {
        /// The indicator and year.
        slot: Slot,
        /// The province.
        node: UnitId,
        /// Its target.
        target: u64,
        /// Given to the units below.
        given: u128,
        /// Kept at the province.
        kept: u64,
        /// How many nodes further down are shared out exactly too.
        others: usize,
    },
}

/// Every check of the document and of its `plan` that agrees: the splits, the claims, then the figures.
#[must_use]
pub fn passed(scenario: &Scenario, plan: &Plan) -> Vec<Passed> {
    let figures = Figures::new(scenario);
    let reader = Reader { scenario, figures: &figures, fulfilments: &plan.review.fulfilments };
    let mut agreed: Vec<Passed> = scenario.slots().filter_map(|slot| split(plan, slot)).collect();
    agreed.extend(claims(&reader, plan));
    for ((measure, year, scope), column) in figures.columns() {
        agreed.extend(sums(&figures, (measure, year, scope), column));
        if let Measure::Result(whole) = measure {
            agreed.extend(parts(&figures, (whole, year, scope), column));
        }
    }
    agreed
}

fn split(plan: &Plan, slot: Slot) -> Option<Passed> {
    let mut nodes = plan.at(slot);
    let province = nodes.next().filter(|node| node.is_balanced())?;
    let (node, target) = (province.node, province.target?);
    let others = nodes.filter(|node: &&NodePlan| node.is_balanced()).count();
    Some(Passed::Split { slot, node, target, given: province.given, kept: province.kept, others })
}

fn claims<'a>(reader: &'a Reader<'_>, plan: &'a Plan) -> impl Iterator<Item = Passed> + 'a {
    let agreed = plan.review.claims.iter().filter(|checked| checked.agrees() == Some(true));
    agreed.filter_map(|checked| {
        let claim = reader.scenario.claims.get(checked.place)?;
        let terms = claim.statement.terms().map(|term| reader.value(term)).collect::<Option<_>>()?;
        Some(Passed::Claim { claim: checked.place, terms, computed: checked.computed.clone()? })
    })
}

fn sums(
    figures: &Figures<'_>,
    (measure, year, scope): (Measure, u16, Scope),
    column: &[Option<u64>],
) -> Option<Passed> {
    let mut agreed = figures.nodes().filter_map(|place| {
        let people = column[place]?;
        let below = figures.children(place).iter().map(|&child| column[child].map(u128::from));
        (below.sum::<Option<u128>>()? == u128::from(people)).then_some((place, people))
    });
    let (place, people) = agreed.next()?;
    let (node, units) = (figures.unit(place), figures.children(place).len());
    Some(Passed::Sum { measure, year, scope, node, units, people, others: agreed.count() })
}

fn parts(
    figures: &Figures<'_>,
    (whole, year, scope): (Indicator, u16, Scope),
    column: &[Option<u64>],
) -> Option<Passed> {
    let addends = whole.addends();
    let columns: Vec<&[Option<u64>]> = (addends.iter())
        .map(|&part| figures.column((Measure::Result(part), year, scope)))
        .collect::<Option<_>>()
        .filter(|_| !addends.is_empty())?;
    let mut agreed = column.iter().enumerate().filter_map(|(place, people)| {
        let people = (*people)?;
        let parts: Vec<u64> = columns.iter().map(|part| part[place]).collect::<Option<_>>()?;
        let sum: u128 = parts.iter().copied().map(u128::from).sum();
        (sum == u128::from(people)).then_some((place, parts, people))
    });
    let (place, parts, people) = agreed.next()?;
    let unit = figures.unit(place);
    Some(Passed::Parts { whole, year, scope, unit, parts, people, others: agreed.count() })
}
