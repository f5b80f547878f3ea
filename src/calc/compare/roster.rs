//! Which unit of one document is which of another.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Claim, Custom, CustomId, Driver, Limits, Measure, Method, MixPart, Rule, Scenario, Statement, Term, Unit,
    UnitId,
};
use crate::reading::fold;

/// All units and series met so far, by the ids of the base.
pub(super) struct Roster {
    /// How many of the units are the base's own.
    own: usize,
    units: Vec<Unit>,
    customs: Vec<Custom>,
}

/// From the ids of a document to those of the roster.
#[derive(Default)]
struct Ids {
    units: BTreeMap<UnitId, UnitId>,
    customs: BTreeMap<CustomId, CustomId>,
}

impl Roster {
    pub(super) fn of(base: &Scenario) -> Self {
        Self { own: base.units.len(), units: base.units.clone(), customs: base.customs.clone() }
    }

    pub(super) fn into_units(self) -> Vec<Unit> {
        self.units
    }

    /// The scenario with the roster's ids. Units and series that the roster does not know come into it.
    pub(super) fn take_in(&mut self, scenario: Scenario) -> Scenario {
        let mut ids = Ids::default();
        let related = self.is_related(&scenario);
        self.match_units(&scenario.units, related, &mut ids);
        self.match_customs(&scenario.customs, related, &mut ids);
        let scenario = if ids.change_nothing() { scenario } else { ids.translate(scenario) };
        let known: BTreeSet<UnitId> = self.units.iter().map(|unit| unit.id).collect();
        self.units.extend(scenario.units.iter().filter(|unit| !known.contains(&unit.id)).cloned());
        let known: BTreeSet<CustomId> = self.customs.iter().map(|custom| custom.id).collect();
        self.customs.extend(scenario.customs.iter().filter(|custom| !known.contains(&custom.id)).cloned());
        scenario
    }

    /// Whether ids mean the same in both: one document is a copy of the other where most of the units that share
    /// an id share the name, too.
    fn is_related(&self, scenario: &Scenario) -> bool {
        let names: BTreeMap<UnitId, &str> =
            self.units[..self.own].iter().map(|unit| (unit.id, unit.name.as_str())).collect();
        let shared: Vec<bool> = (scenario.units.iter())
            .filter_map(|unit| Some(fold(names.get(&unit.id)?) == fold(&unit.name)))
            .collect();
        shared.iter().filter(|same| **same).count() * 2 > shared.len()
    }

    fn match_units(&self, units: &[Unit], related: bool, ids: &mut Ids) {
        let mut taken = BTreeSet::new();
        let root = |units: &[Unit]| units.iter().find(|unit| unit.parent.is_none()).map(|unit| unit.id);
        if let (Some(here), Some(there)) = (root(&self.units), root(units)) {
            ids.units.insert(there, here);
            taken.insert(here);
        }
        if related {
            let own: BTreeSet<UnitId> = self.units[..self.own].iter().map(|unit| unit.id).collect();
            for unit in units.iter().filter(|unit| own.contains(&unit.id)) {
                if !ids.units.contains_key(&unit.id) && taken.insert(unit.id) {
                    ids.units.insert(unit.id, unit.id);
                }
            }
        }
        for key in [code, place_and_name, name] {
            let mut known = unique(&self.units, key, |unit| !taken.contains(&unit.id));
            let new = unique(units, key, |unit| !ids.units.contains_key(&unit.id));
            for (key, there) in new {
                if let Some(here) = known.remove(&key) {
                    ids.units.insert(there, here);
                    taken.insert(here);
                }
            }
        }
        let mut used: BTreeSet<UnitId> = self.units.iter().map(|unit| unit.id).collect();
        let mut free = 0_u32..;
        for unit in units
            .iter()
            .filter(|unit| !ids.units.contains_key(&unit.id))
            .map(|unit| unit.id)
            .collect::<Vec<_>>()
        {
            let id = if used.contains(&unit) {
                free.by_ref().map(UnitId).find(|id| !used.contains(id)).unwrap_or(unit)
            } else {
                unit
            };
            used.insert(id);
            ids.units.insert(unit, id);
        }
    }

    fn match_customs(&self, customs: &[Custom], related: bool, ids: &mut Ids) {
        let mut taken = BTreeSet::new();
        let same_name = |one: &Custom, two: &Custom| fold(&one.name) == fold(&two.name);
        let by_id = |one: &Custom, two: &Custom| one.id == two.id && (related || same_name(one, two));
        for is_same in [&by_id as &dyn Fn(&Custom, &Custom) -> bool, &same_name] {
            for custom in customs {
                let mut known = self.customs.iter().filter(|known| !taken.contains(&known.id));
                if let (false, Some(known)) =
                    (ids.customs.contains_key(&custom.id), known.find(|known| is_same(known, custom)))
                {
                    taken.insert(known.id);
                    ids.customs.insert(custom.id, known.id);
                }
            }
        }
        let mut used: BTreeSet<CustomId> = self.customs.iter().map(|custom| custom.id).collect();
        for custom in customs {
            ids.customs.entry(custom.id).or_insert_with(|| {
                let free = || (0..=u16::MAX).map(CustomId).find(|id| !used.contains(id));
                let id = if used.contains(&custom.id) { free().unwrap_or(custom.id) } else { custom.id };
                used.insert(id);
                id
            });
        }
    }
}

/// What units are found by: kind and words.
type Key = (u8, String, String);

/// The units that fit, by a key that no other of them has.
fn unique(
    units: &[Unit],
    key: fn(&Unit, &BTreeMap<UnitId, &str>) -> Option<Key>,
    fits: impl Fn(&Unit) -> bool,
) -> BTreeMap<Key, UnitId> {
    let names: BTreeMap<UnitId, &str> = units.iter().map(|unit| (unit.id, unit.name.as_str())).collect();
    let mut found: BTreeMap<Key, Option<UnitId>> = BTreeMap::new();
    for unit in units.iter().filter(|unit| fits(unit)) {
        if let Some(key) = key(unit, &names) {
            found.entry(key).and_modify(|other| *other = None).or_insert(Some(unit.id));
        }
    }
    found.into_iter().filter_map(|(key, unit)| Some((key, unit?))).collect()
}

fn code(unit: &Unit, _: &BTreeMap<UnitId, &str>) -> Option<Key> {
    (!unit.code.is_empty()).then(|| (unit.kind as u8, unit.code.clone(), String::new()))
}

fn place_and_name(unit: &Unit, names: &BTreeMap<UnitId, &str>) -> Option<Key> {
    Some((unit.kind as u8, fold(&unit.name), fold(names.get(&unit.parent?)?)))
}

fn name(unit: &Unit, _: &BTreeMap<UnitId, &str>) -> Option<Key> {
    Some((unit.kind as u8, fold(&unit.name), String::new()))
}

impl Ids {
    fn change_nothing(&self) -> bool {
        self.units.iter().all(|(from, to)| from == to) && self.customs.iter().all(|(from, to)| from == to)
    }

    fn unit(&self, unit: UnitId) -> UnitId {
        self.units.get(&unit).copied().unwrap_or(unit)
    }

    fn custom(&self, custom: CustomId) -> CustomId {
        self.customs.get(&custom).copied().unwrap_or(custom)
    }

    fn measure(&self, measure: Measure) -> Measure {
        match measure {
            Measure::Custom(custom) => Measure::Custom(self.custom(custom)),
            Measure::Base(_) | Measure::Result(_) | Measure::Estimate(_) => measure,
        }
    }

    fn translate(&self, mut scenario: Scenario) -> Scenario {
        for unit in &mut scenario.units {
            unit.id = self.unit(unit.id);
            unit.parent = unit.parent.map(|parent| self.unit(parent));
        }
        for custom in &mut scenario.customs {
            custom.id = self.custom(custom.id);
        }
        for column in &mut scenario.facts {
            column.measure = self.measure(column.measure);
            column.figures.iter_mut().for_each(|figure| figure.0 = self.unit(figure.0));
            column.figures.sort_unstable();
        }
        scenario.rules.iter_mut().for_each(|rule| self.rule(rule));
        let mut limits: Vec<_> = (scenario.limits.iter())
            .map(|(slot, unit, limit)| (slot, self.unit(unit), limit.clone()))
            .collect();
        limits.sort_unstable_by_key(|(slot, unit, _)| (*slot, *unit));
        scenario.limits = Limits::default();
        for (slot, unit, limit) in limits {
            scenario.limits.set(slot, unit, limit);
        }
        scenario.claims.iter_mut().for_each(|claim| self.claim(claim));
        scenario
    }

    fn rule(&self, rule: &mut Rule) {
        rule.node = self.unit(rule.node);
        rule.left_out.iter_mut().for_each(|unit| *unit = self.unit(*unit));
        rule.left_out.sort_unstable();
        if let Method::Custom(custom) = &mut rule.method {
            *custom = self.custom(*custom);
        }
        for MixPart { driver, .. } in &mut rule.mix {
            if let Driver::Custom(custom) = driver {
                *custom = self.custom(*custom);
            }
        }
    }

    fn claim(&self, claim: &mut Claim) {
        let terms: Vec<&mut Term> = match &mut claim.statement {
            Statement::Share { part, whole } => vec![part, whole],
            Statement::Sum { plus, minus } => plus.iter_mut().chain(minus).collect(),
            Statement::Growth { from, to } => vec![from, to],
        };
        for term in terms {
            if let Term::Figure { measure, unit, .. } = term {
                *measure = self.measure(*measure);
                *unit = self.unit(*unit);
            }
        }
    }
}
