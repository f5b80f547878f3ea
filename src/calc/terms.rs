//! The terms of a split: where each unit starts, what it weighs, and its limits with the defaults.

use super::Figure;
use super::series::Series;
use super::split::{Bounds, Share, Weight};
use crate::model::{Base, Form, Indicator, Limit, Measure, Method, Rule, Scenario, UnitId};

/// One unit's terms. All counts are people.
#[derive(Clone, Debug)]
pub(super) struct UnitTerms {
    pub unit: UnitId,
    pub last: Option<Figure>,
    pub base: Option<Figure>,
    pub start: Option<u64>,
    pub weight: Option<u64>,
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
            weight: Weight::Whole(self.weight.unwrap_or(0)),
            floor: self.limits.floor,
            ceiling: self.limits.ceiling,
            released: if needs_its_lock { self.limits } else { self.defaults },
        }
    }

    /// The least it would get without the user's floor.
    pub fn least_without_floor(&self) -> u64 {
        let Bounds { floor, ceiling } = self.without_floor;
        Share { floor, ceiling, ..self.share() }.least()
    }
}

/// The terms of every child of the rule's node, in document order.
pub(super) fn terms(scenario: &Scenario, rule: &Rule) -> Vec<UnitTerms> {
    let (indicator, year) = (rule.slot.indicator, rule.slot.year);
    let series = Lookups {
        last: Series::last(scenario, indicator, year),
        base: Series::base(scenario, indicator.base(), year),
        weighed: weighed_base(rule.method).map(|base| Series::base(scenario, base, year)),
    };
    scenario.children(rule.node).map(|unit| unit_terms(scenario, rule, &series, unit.id)).collect()
}

/// The figures one rule needs of every unit.
struct Lookups<'a> {
    last: Series<'a>,
    base: Series<'a>,
    /// The base the method weighs, where it names one of its own.
    weighed: Option<Series<'a>>,
}

/// The base that a method shares the increase by.
fn weighed_base(method: Method) -> Option<Base> {
    match method {
        Method::Population => Some(Base::Population),
        Method::LabourForce => Some(Base::LabourForce),
        Method::Liable => Some(Base::Liable),
        Method::Lift | Method::Last | Method::Gap | Method::Equal => None,
    }
}

/// The figures a method weighs or starts from.
pub(super) fn needs(method: Method, rule: &Rule) -> Vec<Measure> {
    let indicator = rule.slot.indicator;
    let last = Measure::Result(indicator);
    match (method, weighed_base(method)) {
        (Method::Lift, _) => vec![Measure::Base(indicator.base())],
        (Method::Gap, _) => vec![last, Measure::Base(indicator.base())],
        (_, Some(base)) => vec![last, Measure::Base(base)],
        (_, None) => vec![last],
    }
}

fn unit_terms(scenario: &Scenario, rule: &Rule, series: &Lookups<'_>, unit: UnitId) -> UnitTerms {
    let last = series.last.figure(unit);
    let base = series.base.figure(unit);
    let last_people = last.map(|figure| figure.people);
    let base_people = base.map(|figure| figure.people);
    let weighed = || series.weighed.as_ref()?.figure(unit).map(|figure| figure.people);
    let (start, weight) = match rule.method {
        Method::Lift => (Some(0), base_people),
        Method::Last => (Some(0), last_people),
        Method::Population | Method::LabourForce | Method::Liable => (last_people, weighed()),
        Method::Gap => {
            (last_people, base_people.zip(last_people).map(|(base, last)| base.saturating_sub(last)))
        }
        Method::Equal => (last_people, Some(1)),
    };
    let defaults = Bounds {
        floor: if rule.no_unit_below_last { last_people.unwrap_or(0) } else { 0 },
        ceiling: base_people.map(|base| base.max(last_people.unwrap_or(0))),
    };
    let own = scenario.limits.get(rule.slot, unit);
    let floor = own.and_then(|limit| limit.floor.as_ref()?.floor(base_people, last_people));
    let ceiling = own.and_then(|limit| limit.ceiling.as_ref()?.ceiling(base_people, last_people));
    let lock = own.and_then(|limit| limit.lock);
    UnitTerms {
        unit,
        last,
        base,
        start,
        weight,
        limits: limits(&defaults, floor, ceiling, lock),
        defaults,
        without_floor: limits(&defaults, None, ceiling, lock),
        own_floor: floor.is_some() && lock.is_none(),
        own_ceiling: ceiling.is_some() && lock.is_none(),
        lock,
        left_out: rule.left_out.binary_search(&unit).is_ok(),
        crossed: floor
            .zip(ceiling)
            .filter(|(floor, ceiling)| floor > ceiling && lock.is_none())
            .map(|(floor, ceiling)| Bounds { floor, ceiling: Some(ceiling) }),
        unreadable: own.and_then(|limit| unreadable(limit, floor, ceiling, rule.slot.indicator)),
    }
}

/// A default gives way to what the user sets: her ceiling replaces the default one and lowers the floor to
/// it, her floor replaces the default one and raises the ceiling to it, a lock replaces all. Her own floor
/// above her own ceiling holds.
fn limits(defaults: &Bounds, floor: Option<u64>, ceiling: Option<u64>, lock: Option<u64>) -> Bounds {
    if let Some(people) = lock {
        return Bounds { floor: people, ceiling: Some(people) };
    }
    match (floor, ceiling) {
        (None, None) => *defaults,
        (None, Some(ceiling)) => Bounds { floor: defaults.floor.min(ceiling), ceiling: Some(ceiling) },
        (Some(floor), None) => Bounds { floor, ceiling: defaults.ceiling.map(|most| most.max(floor)) },
        (Some(floor), Some(ceiling)) => Bounds { floor, ceiling: Some(ceiling.max(floor)) },
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
        Form::People | Form::Growth | Form::Increase => Measure::Result(indicator),
    })
}
