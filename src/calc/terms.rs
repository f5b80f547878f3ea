//! The terms of a split: where each unit starts, what it weighs, and its limits with the defaults.

use super::Figure;
use super::cascade::{Own, limits};
use super::figures::Figures;
use super::mixture::Mixture;
use super::split::{Bounds, Share, Weight};
use super::tree::Tree;
use crate::model::{Driver, Form, Indicator, Limit, Measure, Method, MixPart, Rule, Scenario, UnitId};

/// One unit's terms. All counts are people.
#[derive(Clone, Debug)]
pub(super) struct UnitTerms {
    pub unit: UnitId,
    /// Its rank in the tree.
    pub rank: usize,
    pub last: Option<Figure>,
    pub base: Option<Figure>,
    pub start: Option<u64>,
    /// What it weighs; of a mix, scaled by [`Mixture::scaled_weight`].
    pub weight: Option<Weight>,
    /// Its values of the drivers of the mix in force.
    pub drivers: Vec<u64>,
    /// What its own units can take together, with what it keeps; `None` without units of its own.
    pub below: Option<Bounds>,
    pub limits: Bounds,
    /// What holds once everything the user set on the unit is removed.
    pub defaults: Bounds,
    /// What holds once the user's floor is removed.
    pub without_floor: Bounds,
    pub own_floor: bool,
    pub own_ceiling: bool,
    pub lock: Option<u64>,
    pub left_out: bool,
    /// The user's floor above her ceiling.
    pub crossed: Option<Bounds>,
    /// The figure one of her limits is measured on and the unit lacks.
    pub unreadable: Option<Measure>,
}

impl UnitTerms {
    /// Takes part, is not locked, and lacks what the method needs.
    pub fn is_missing(&self) -> bool {
        !self.left_out && self.lock.is_none() && (self.start.is_none() || self.weight.is_none())
    }

    /// The terms as the split takes them. A locked unit may lack its weight: it needs none, and so it cannot
    /// be released.
    pub fn share(&self) -> Share {
        let needs_its_lock = self.start.is_none() || self.weight.is_none();
        Share {
            start: self.start.unwrap_or(0),
            weight: self.weight.clone().unwrap_or(Weight::Whole(0)),
            floor: self.limits.floor,
            ceiling: self.limits.ceiling,
            released: if needs_its_lock { self.limits } else { self.defaults },
        }
    }

    /// Has a weight above zero.
    pub fn weighs(&self) -> bool {
        self.weight.as_ref().is_some_and(|weight| !weight.is_zero())
    }

    /// Makes it fall with the others, by one percentage of last year's results.
    pub fn fall(&mut self) {
        self.start = Some(0);
        self.weight = self.last.map(|figure| Weight::Whole(figure.people));
        self.drivers.clear();
    }

    /// The least it would get without the user's floor.
    pub fn least_without_floor(&self) -> u64 {
        let Bounds { floor, ceiling } = self.without_floor;
        Share { floor, ceiling, ..self.share() }.least()
    }
}

/// What the terms of all nodes of one indicator and year are taken from.
pub(super) struct Source<'a> {
    pub scenario: &'a Scenario,
    pub tree: &'a Tree,
    pub figures: Figures,
    /// By rank.
    pub left_out: Vec<bool>,
}

/// The terms of every child of the node of this rank, in document order, and the mix they are weighed by.
///
/// - `below`: what a child's own units can take together; `None` for one without.
pub(super) fn terms(
    source: &Source<'_>,
    rule: &Rule,
    rank: usize,
    below: impl Fn(usize) -> Option<Bounds>,
) -> (Vec<UnitTerms>, Option<Mixture>) {
    let children = source.tree.children(rank);
    let mut all: Vec<UnitTerms> =
        children.map(|child| unit_terms(source, rule, child, below(child))).collect();
    if rule.method != Method::Mix {
        return (all, None);
    }
    let parts = weighed_parts(rule);
    let values: Vec<Vec<Option<u64>>> = (all.iter())
        .map(|unit| parts.iter().map(|part| source.figures.driver(part.driver, unit.rank)).collect())
        .collect();
    let sharing = all.iter().zip(&values).filter(|(unit, _)| !unit.left_out);
    let mixture = Mixture::of(&parts, sharing.map(|(_, values)| values.as_slice()));
    for (unit, values) in all.iter_mut().zip(&values) {
        if let Some(values) = mixture.values(values) {
            unit.weight = Some(mixture.scaled_weight(&values));
            unit.drivers = values;
        }
    }
    (all, Some(mixture))
}

/// The drivers of a mix that have a share.
fn weighed_parts(rule: &Rule) -> Vec<MixPart> {
    rule.mix.iter().copied().filter(|part| part.per_mille > 0).collect()
}

/// What the rule weighs.
pub(super) fn drivers(rule: &Rule) -> Vec<Driver> {
    match rule.method.driver(rule.slot.indicator) {
        Some(driver) => vec![driver],
        None => weighed_parts(rule).into_iter().map(|part| part.driver).collect(),
    }
}

/// The figures a rule weighs or starts from.
pub(super) fn needs(rule: &Rule) -> Vec<Measure> {
    let indicator = rule.slot.indicator;
    let last = Measure::Result(indicator);
    let of = |driver| match driver {
        Driver::Base(base) => vec![Measure::Base(base)],
        Driver::Last => vec![last],
        Driver::Gap => vec![last, Measure::Base(indicator.base())],
        Driver::Equal => vec![],
        Driver::Custom(series) => vec![Measure::Custom(series)],
    };
    let mut needed: Vec<Measure> = if rule.starts_from_last() { vec![last] } else { vec![] };
    for measure in drivers(rule).into_iter().flat_map(of) {
        if !needed.contains(&measure) {
            needed.push(measure);
        }
    }
    needed
}

fn unit_terms(source: &Source<'_>, rule: &Rule, rank: usize, below: Option<Bounds>) -> UnitTerms {
    let unit = source.tree.unit(rank);
    let (last, base) = (source.figures.last[rank], source.figures.base[rank]);
    let last_people = last.map(|figure| figure.people);
    let base_people = base.map(|figure| figure.people);
    let driver = rule.method.driver(rule.slot.indicator);
    let own = source.scenario.limits.get(rule.slot, unit);
    let floor = own.and_then(|limit| limit.floor.as_ref()?.floor(base_people, last_people));
    let ceiling = own.and_then(|limit| limit.ceiling.as_ref()?.ceiling(base_people, last_people));
    let lock = own.and_then(|limit| limit.lock);
    let defaults = Bounds {
        floor: if rule.no_unit_below_last { last_people.unwrap_or(0) } else { 0 },
        ceiling: base_people.map(|base| base.max(last_people.unwrap_or(0))),
    };
    let room = below.unwrap_or_default();
    // Her own floor above her own ceiling holds.
    let held = |floor: Option<u64>, ceiling: Option<u64>| ceiling.map(|most| most.max(floor.unwrap_or(0)));
    let limits =
        |floor, ceiling, lock| limits(Own { floor, ceiling: held(floor, ceiling), lock }, defaults, room);
    UnitTerms {
        unit,
        rank,
        last,
        base,
        start: if rule.starts_from_last() { last_people } else { Some(0) },
        weight: driver.and_then(|driver| source.figures.driver(driver, rank)).map(Weight::Whole),
        drivers: Vec::new(),
        below,
        limits: limits(floor, ceiling, lock),
        defaults: limits(None, None, None),
        without_floor: limits(None, ceiling, lock),
        own_floor: floor.is_some() && lock.is_none(),
        own_ceiling: ceiling.is_some() && lock.is_none(),
        lock,
        left_out: source.left_out[rank],
        crossed: floor
            .zip(ceiling)
            .filter(|(floor, ceiling)| floor > ceiling && lock.is_none())
            .map(|(floor, ceiling)| Bounds { floor, ceiling: Some(ceiling) }),
        unreadable: own.and_then(|limit| unreadable(limit, floor, ceiling, rule.slot.indicator)),
    }
}

/// What the first limit that cannot be read is measured on.
fn unreadable(
    limit: &Limit,
    floor: Option<u64>,
    ceiling: Option<u64>,
    indicator: Indicator,
) -> Option<Measure> {
    let lost = [(&limit.floor, floor), (&limit.ceiling, ceiling)]
        .into_iter()
        .find_map(|(set, people)| set.as_ref().filter(|_| people.is_none()))?;
    Some(match lost.form {
        Form::Rate => Measure::Base(indicator.base()),
        Form::People | Form::Growth | Form::Increase | Form::Open => Measure::Result(indicator),
    })
}
