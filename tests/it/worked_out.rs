//! The terms of every split, worked out again from the document and the rules alone: slowly and plainly.

use bao_phu::calc::NodePlan;
use bao_phu::model::{Base, Driver, Measure, Method, Rule, Scenario, Scope, Slot, UnitId};
use num_bigint::BigInt;
use num_rational::Ratio;

pub type Number = Ratio<BigInt>;

pub fn whole(number: impl Into<BigInt>) -> Number {
    Number::from_integer(number.into())
}

/// One unit's terms (people).
#[derive(Clone, Debug)]
pub struct Terms {
    pub unit: UnitId,
    pub last: Option<u64>,
    pub start: Option<u64>,
    pub weight: Option<Number>,
    pub floor: u64,
    pub ceiling: Option<u64>,
    pub locked: bool,
}

impl Terms {
    /// `people`, moved between the limits.
    pub fn clamp(&self, people: i128) -> i128 {
        self.ceiling.map_or(people, |ceiling| people.min(ceiling.into())).max(self.floor.into())
    }

    pub fn least(&self) -> i128 {
        self.clamp(self.start.unwrap_or(0).into())
    }

    pub fn weighs(&self) -> bool {
        self.weight.as_ref().is_some_and(|weight| *weight > whole(0))
    }

    /// The most at any level, `None` without bound.
    pub fn most(&self) -> Option<i128> {
        if !self.weighs() {
            return Some(self.least());
        }
        self.ceiling.map(|ceiling| i128::from(ceiling).max(self.floor.into()))
    }

    fn is_missing(&self) -> bool {
        !self.locked && (self.start.is_none() || self.weight.is_none())
    }
}

/// The terms of the units of a node that take part, in document order, with the decrease rule where it
/// applies. `None` where a figure the method needs is missing or the target is not known.
pub fn terms(scenario: &Scenario, plan: &NodePlan) -> Option<Vec<Terms>> {
    let rule = scenario.rule_in_force(plan.slot, plan.node)?;
    let mut all = plain_terms(scenario, &rule);
    if all.iter().any(Terms::is_missing) {
        return None;
    }
    let total = i128::from(plan.target?.saturating_sub(rule.kept));
    if may_fall(&rule) && total < all.iter().map(Terms::least).sum() {
        for unit in &mut all {
            (unit.start, unit.weight) = (Some(0), unit.last.map(whole));
        }
    }
    Some(all)
}

fn starts_from_last(rule: &Rule) -> bool {
    let chosen = matches!(
        rule.method,
        Method::Population | Method::LabourForce | Method::Liable | Method::Mix | Method::Custom(_)
    );
    let from_nothing = matches!(rule.method, Method::Lift | Method::Last) || chosen && rule.whole;
    !from_nothing
}

fn may_fall(rule: &Rule) -> bool {
    starts_from_last(rule) && !rule.no_unit_below_last
}

fn sharing<'a>(scenario: &'a Scenario, rule: &'a Rule) -> impl Iterator<Item = UnitId> + 'a {
    scenario.children(rule.node).map(|unit| unit.id).filter(|unit| !rule.left_out.contains(unit))
}

fn plain_terms(scenario: &Scenario, rule: &Rule) -> Vec<Terms> {
    sharing(scenario, rule).map(|unit| unit_terms(scenario, rule, unit)).collect()
}

/// The unit's own figure.
fn own_figure(scenario: &Scenario, measure: Measure, slot: Slot, unit: UnitId) -> Option<u64> {
    let years = match measure {
        Measure::Base(_) | Measure::Custom(_) => slot.year.saturating_sub(40)..=slot.year,
        Measure::Result(_) | Measure::Estimate(_) => slot.year - 1..=slot.year - 1,
    };
    years.rev().find_map(|year| {
        scenario.columns(measure, year, Scope::InProvince).find_map(|column| column.figure(unit))
    })
}

fn own_last(scenario: &Scenario, slot: Slot, unit: UnitId) -> Option<u64> {
    own_figure(scenario, Measure::Result(slot.indicator), slot, unit)
        .or_else(|| own_figure(scenario, Measure::Estimate(slot.indicator), slot, unit))
}

/// The unit's own value, else what the units below it that are not left out come to.
fn own_or_sum(
    scenario: &Scenario,
    slot: Slot,
    unit: UnitId,
    own: &dyn Fn(UnitId) -> Option<u64>,
) -> Option<u64> {
    if let Some(own) = own(unit) {
        return Some(own);
    }
    scenario.children(unit).next()?;
    let rule = scenario.rule_in_force(slot, unit)?;
    let parts: Option<Vec<u64>> =
        sharing(scenario, &rule).map(|below| own_or_sum(scenario, slot, below, own)).collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.iter().sum())
}

fn value(scenario: &Scenario, slot: Slot, driver: Driver, unit: UnitId) -> Option<u64> {
    let of = |measure: Measure| {
        own_or_sum(scenario, slot, unit, &|unit| own_figure(scenario, measure, slot, unit))
    };
    match driver {
        Driver::Equal => Some(1),
        Driver::Last => own_or_sum(scenario, slot, unit, &|unit| own_last(scenario, slot, unit)),
        Driver::Base(base) => of(Measure::Base(base)),
        Driver::Custom(series) => of(Measure::Custom(series)),
        Driver::Gap => own_or_sum(scenario, slot, unit, &|unit| {
            let base = own_figure(scenario, Measure::Base(slot.indicator.base()), slot, unit)?;
            Some(base.saturating_sub(own_last(scenario, slot, unit)?))
        }),
    }
}

fn weight(scenario: &Scenario, rule: &Rule, unit: UnitId) -> Option<Number> {
    let of = |driver| value(scenario, rule.slot, driver, unit);
    let driver = match rule.method {
        Method::Lift => Driver::Base(rule.slot.indicator.base()),
        Method::Last => Driver::Last,
        Method::Population => Driver::Base(Base::Population),
        Method::LabourForce => Driver::Base(Base::LabourForce),
        Method::Liable => Driver::Base(Base::Liable),
        Method::Gap => Driver::Gap,
        Method::Equal => Driver::Equal,
        Method::Custom(series) => Driver::Custom(series),
        Method::Mix => return mixed_weight(scenario, rule, unit),
    };
    of(driver).map(whole)
}

/// Σ share · value / sum over all units, over the shares of the drivers that are not zero for everyone.
fn mixed_weight(scenario: &Scenario, rule: &Rule, unit: UnitId) -> Option<Number> {
    let (mut weight, mut shares) = (whole(0), whole(0));
    for part in rule.mix.iter().filter(|part| part.per_mille > 0) {
        let of = |unit| value(scenario, rule.slot, part.driver, unit);
        let sum: u64 = sharing(scenario, rule).filter_map(of).sum();
        let own = of(unit)?;
        if sum > 0 {
            weight += Number::new(own.into(), sum.into()) * whole(part.per_mille);
            shares += whole(part.per_mille);
        }
    }
    Some(if shares == whole(0) { weight } else { weight / shares })
}

fn unit_terms(scenario: &Scenario, rule: &Rule, unit: UnitId) -> Terms {
    let slot = rule.slot;
    let last = value(scenario, slot, Driver::Last, unit);
    let base = value(scenario, slot, Driver::Base(slot.indicator.base()), unit);
    let (floor, ceiling) = limits(scenario, rule, unit, base, last);
    Terms {
        unit,
        last,
        start: if starts_from_last(rule) { last } else { Some(0) },
        weight: weight(scenario, rule, unit),
        floor,
        ceiling,
        locked: scenario.limits.get(slot, unit).is_some_and(|limit| limit.lock.is_some()),
    }
}

/// Floor and ceiling: the lock; else the user's limits narrowed to what the units below can take, or, where these
/// cannot meet them, the end of hers that is nearest; then the defaults as near as they may be.
fn limits(
    scenario: &Scenario,
    rule: &Rule,
    unit: UnitId,
    base: Option<u64>,
    last: Option<u64>,
) -> (u64, Option<u64>) {
    let limit = scenario.limits.get(rule.slot, unit).cloned().unwrap_or_default();
    if let Some(lock) = limit.lock {
        return (lock, Some(lock));
    }
    const ENDLESS: u64 = u64::MAX;
    let own_floor = limit.floor.and_then(|floor| floor.floor(base, last));
    let own_ceiling = limit.ceiling.and_then(|ceiling| ceiling.ceiling(base, last));
    let default_floor = if rule.no_unit_below_last { last.unwrap_or(0) } else { 0 };
    let default_ceiling = base.map_or(ENDLESS, |base| base.max(last.unwrap_or(0)));

    let least = own_floor.unwrap_or(0);
    let most = own_ceiling.unwrap_or(ENDLESS).max(least);
    let (room_least, room_most) = room(scenario, rule.slot, unit).unwrap_or((0, ENDLESS));
    let (floor, ceiling) = if room_most < least {
        (least, least)
    } else if room_least > most {
        (most, most)
    } else {
        let (least, most) = (least.max(room_least), most.min(room_most));
        let floor = own_floor.unwrap_or(default_floor).clamp(least, most);
        (floor, own_ceiling.unwrap_or(default_ceiling).clamp(least, most))
    };
    (floor, Some(ceiling).filter(|&ceiling| ceiling != ENDLESS))
}

/// The least and the most the units of a node can get together, with what it keeps; `None` for a leaf.
fn room(scenario: &Scenario, slot: Slot, unit: UnitId) -> Option<(u64, u64)> {
    scenario.children(unit).next()?;
    let rule = scenario.rule_in_force(slot, unit)?;
    let all = plain_terms(scenario, &rule);
    let least = all.iter().map(|unit| if may_fall(&rule) { unit.clamp(0) } else { unit.least() });
    let most =
        all.iter().map(|unit| if unit.is_missing() { unit.ceiling.map(i128::from) } else { unit.most() });
    let most: Option<i128> = most.sum();
    let with_kept = |people: i128| u64::try_from(people + i128::from(rule.kept)).expect("a count of people");
    Some((with_kept(least.sum()), most.map_or(u64::MAX, with_kept)))
}
