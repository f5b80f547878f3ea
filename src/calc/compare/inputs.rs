//! Every input of a scenario as a fact: an aspect and its value.

use std::collections::BTreeMap;

use super::value::{Stacked, head};
use super::{Aspect, Series, Value};
use crate::model::{
    Claim, Column, Custom, Issuer, Limit, Provenance, Rule, Scenario, Slot, Target, Unit, UnitId,
};

/// All inputs of a scenario. What it leaves unsaid has no entry.
pub(super) type Inputs<'a> = BTreeMap<Aspect, Value<'a>>;

/// Reads all inputs of a scenario.
///
/// Every part of the document is taken apart here without “and the rest”, so that a new part is not forgotten.
/// - `claims`: the claims of all scenarios that are compared, those said twice twice.
pub(super) fn inputs<'a>(scenario: &'a Scenario, claims: &[&Claim]) -> Inputs<'a> {
    let Scenario {
        // Who it is, not what it says.
        id: _,
        name: _,
        note: _,
        origin: _,
        units,
        customs,
        facts,
        targets,
        rules,
        limits,
        claims: own_claims,
        road_maps,
        bands,
    } = scenario;
    let mut inputs = Inputs::new();
    read_units(units, &mut inputs);
    for Custom { id, name } in customs {
        inputs.insert(Aspect::Custom(*id), Value::Present);
        inputs.insert(Aspect::CustomName(*id), Value::Words(name));
    }
    read_facts(facts, &mut inputs);
    read_targets(targets, &mut inputs);
    rules.iter().for_each(|rule| read_rule(rule, &mut inputs));
    limits.iter().for_each(|(slot, unit, limit)| read_limit(slot, unit, limit, &mut inputs));
    for claim in own_claims {
        let free = |place: &usize| claims[*place] == claim && !inputs.contains_key(&Aspect::Claim(*place));
        if let Some(place) = (0..claims.len()).find(free) {
            inputs.insert(Aspect::Claim(place), Value::Present);
        }
    }
    for road_map in road_maps {
        inputs.insert(Aspect::RoadMap(road_map.indicator), Value::RoadMap(road_map));
    }
    inputs.insert(Aspect::Bands, Value::Bands(bands));
    inputs
}

fn read_units<'a>(units: &'a [Unit], inputs: &mut Inputs<'a>) {
    for Unit { id, code, name, kind, parent } in units {
        inputs.insert(Aspect::Unit(*id), Value::Present);
        inputs.insert(Aspect::Name(*id), Value::Words(name));
        inputs.insert(Aspect::Code(*id), Value::Words(code));
        inputs.insert(Aspect::Kind(*id), Value::Kind(*kind));
        inputs.insert(Aspect::Parent(*id), Value::Unit(*parent));
    }
    inputs.insert(Aspect::Order, Value::Units(units.iter().map(|unit| unit.id).collect()));
}

fn read_facts<'a>(facts: &'a [Column], inputs: &mut Inputs<'a>) {
    let mut stacks: BTreeMap<Series, Vec<&Column>> = BTreeMap::new();
    for column in facts {
        let Column { measure, year, scope, provenance: _, source: _, note: _, figures: _ } = column;
        let series = Series { measure: *measure, year: *year, scope: *scope };
        stacks.entry(series).or_default().push(column);
    }
    for (series, columns) in stacks {
        let mut units: BTreeMap<UnitId, Vec<Stacked<'a>>> = BTreeMap::new();
        let mut counting: BTreeMap<UnitId, (u64, Provenance)> = BTreeMap::new();
        for (place, column) in columns.iter().enumerate() {
            let (provenance, source, note) = head(column);
            let nth = columns[..place].iter().filter(|before| head(before) == head(column)).count();
            for &(unit, people) in &column.figures {
                counting.entry(unit).or_insert((people, provenance));
                units.entry(unit).or_default().push((provenance, source, note, nth, people));
            }
        }
        for (unit, mut stack) in units {
            let all = stack.iter().map(|figure| figure.4).collect();
            stack.sort_unstable();
            let (people, provenance) = counting[&unit];
            inputs.insert(Aspect::Figure(series, unit), Value::Figure { people, provenance, all, stack });
        }
        inputs.insert(Aspect::Series(series), Value::Present);
        inputs.insert(Aspect::Columns(series), Value::Columns(columns));
    }
}

fn read_targets<'a>(targets: &'a [Target], inputs: &mut Inputs<'a>) {
    let mut rows: BTreeMap<(Slot, &Issuer), usize> = BTreeMap::new();
    for target in targets {
        let (slot, issuer) = (target.slot, &target.issuer);
        let nth = rows.entry((slot, issuer)).or_default();
        if target.used {
            inputs.insert(Aspect::Slot(slot), Value::Present);
            inputs.insert(Aspect::Used(slot), Value::Row(issuer, *nth));
        }
        let row = Aspect::Target { slot, issuer: issuer.clone(), nth: *nth };
        inputs.insert(row, Value::Target(target));
        *nth += 1;
    }
}

fn read_rule<'a>(rule: &'a Rule, inputs: &mut Inputs<'a>) {
    let Rule { slot, node, method, rounding, kept, no_unit_below_last, left_out, mix, whole, periods } = rule;
    let (slot, node) = (*slot, *node);
    inputs.extend([
        (Aspect::OwnRule(slot, node), Value::Present),
        (Aspect::Method(slot, node), Value::Method(*method)),
        (Aspect::Mix(slot, node), Value::Mix(mix)),
        (Aspect::Whole(slot, node), Value::On(*whole)),
        (Aspect::Rounding(slot, node), Value::Rounding(*rounding)),
        (Aspect::NoUnitBelowLast(slot, node), Value::On(*no_unit_below_last)),
        (Aspect::Kept(slot, node), Value::People(*kept)),
        (Aspect::Periods(slot, node), Value::Periods(periods)),
    ]);
    inputs.extend(left_out.iter().map(|unit| (Aspect::LeftOut(slot, node, *unit), Value::Present)));
}

fn read_limit<'a>(slot: Slot, unit: UnitId, limit: &'a Limit, inputs: &mut Inputs<'a>) {
    let Limit { floor, ceiling, lock, reason } = limit;
    if lock.is_some() || !reason.is_empty() {
        inputs.insert(Aspect::Lock(slot, unit), Value::Lock(*lock, reason));
    }
    if let Some(floor) = floor {
        inputs.insert(Aspect::Floor(slot, unit), Value::Quantity(floor));
    }
    if let Some(ceiling) = ceiling {
        inputs.insert(Aspect::Ceiling(slot, unit), Value::Quantity(ceiling));
    }
}
