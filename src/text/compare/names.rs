//! What can differ, by name.

use std::collections::BTreeSet;

use super::super::names::{capitalised, in_sentence};
use crate::calc::compare::{Aspect, Comparison, Series};
use crate::model::{Issuer, Measure, Scenario, Scope, Slot, UnitId};
use crate::text::{Language, custom_name, measure_name, stated, text, unit_name};

/// “BHXH tự nguyện 2023”.
fn slot_name(slot: Slot, language: Language) -> String {
    format!("{} {}", (text(language).indicator_short)(slot.indicator), slot.year)
}

/// The first of the scenarios in which something is there to be named.
fn named_in(comparison: &Comparison, is_there: impl Fn(&Scenario) -> bool) -> &Scenario {
    comparison.scenarios().iter().find(|scenario| is_there(scenario)).unwrap_or(comparison.base())
}

pub(super) fn unit_of(comparison: &Comparison, unit: UnitId, language: Language) -> String {
    let known = comparison.units().iter().find(|known| known.id == unit);
    known.map_or_else(|| unit_name(comparison.base(), unit, language), |unit| unit.name.clone())
}

fn series_of(comparison: &Comparison, series: Series, language: Language) -> String {
    let scenario = named_in(comparison, |scenario| match series.measure {
        Measure::Custom(custom) => scenario.custom(custom).is_some(),
        _ => true,
    });
    let name = format!("{} {}", measure_name(series.measure, scenario, language), series.year);
    capitalised(&match series.scope {
        Scope::InProvince => name,
        scope => format!("{name}, {}", in_sentence((text(language).scope)(scope))),
    })
}

fn issuer_of(issuer: &Issuer, language: Language) -> String {
    let words = (text(language).issuer)(issuer);
    match issuer {
        Issuer::Own => in_sentence(&words),
        Issuer::Government | Issuer::Vss | Issuer::Province | Issuer::Named(_) => words,
    }
}

/// What differs, in words.
#[must_use]
pub fn aspect_name(aspect: &Aspect, comparison: &Comparison, language: Language) -> String {
    let labels = text(language);
    let text = labels.compare;
    let unit = |unit: UnitId| unit_of(comparison, unit, language);
    let slot = |slot: &Slot| slot_name(*slot, language);
    let root = comparison.base().root().map(|root| root.id);
    let of_rule = |what: &str, of: &Slot, node: &UnitId| {
        let node = (Some(*node) != root).then(|| unit(*node));
        (text.of_rule)(what, node.as_deref(), &slot(of))
    };
    match aspect {
        Aspect::Slot(of) => (text.slot)(&slot(of)),
        Aspect::Target { slot: of, issuer, .. } => (text.target)(&slot(of), &issuer_of(issuer, language)),
        Aspect::Used(of) => (text.used)(&slot(of)),
        Aspect::RoadMap(indicator) => (text.road_map)((labels.indicator_short)(*indicator)),
        Aspect::OwnRule(of, node) => of_rule(text.own_rule, of, node),
        Aspect::Method(of, node) => of_rule(labels.method_label, of, node),
        Aspect::Mix(of, node) => of_rule(text.mix, of, node),
        Aspect::Whole(of, node) => of_rule(text.whole, of, node),
        Aspect::Rounding(of, node) => of_rule(labels.rounding_label, of, node),
        Aspect::NoUnitBelowLast(of, node) => of_rule(labels.no_unit_below_last, of, node),
        Aspect::Kept(of, node) => of_rule(text.kept_back, of, node),
        Aspect::Periods(of, node) => of_rule(text.periods, of, node),
        Aspect::LeftOut(of, node, left_out) => of_rule(&(text.left_out)(&unit(*left_out)), of, node),
        Aspect::Lock(of, one) => (text.limit)(labels.lock, &unit(*one), &slot(of)),
        Aspect::Floor(of, one) => (text.limit)(labels.floor, &unit(*one), &slot(of)),
        Aspect::Ceiling(of, one) => (text.limit)(labels.ceiling, &unit(*one), &slot(of)),
        Aspect::Unit(one) => (text.unit)(&unit(*one), below(comparison, *one)),
        Aspect::Name(one) => (text.name)(&unit(*one)),
        Aspect::Code(one) => (text.code)(&unit(*one)),
        Aspect::Kind(one) => (text.kind)(&unit(*one)),
        Aspect::Parent(one) => (text.parent)(&unit(*one)),
        Aspect::Order => text.order.into(),
        Aspect::Custom(custom) | Aspect::CustomName(custom) => {
            let scenario = named_in(comparison, |scenario| scenario.custom(*custom).is_some());
            let name = custom_name(scenario, *custom, language);
            let label = if matches!(aspect, Aspect::Custom(_)) { text.custom } else { text.custom_name };
            label(&name)
        }
        Aspect::Series(series) => series_of(comparison, *series, language),
        Aspect::Columns(series) => {
            (text.columns)(&in_sentence_series(&series_of(comparison, *series, language)))
        }
        Aspect::Figure(series, one) => (text.of_unit)(&series_of(comparison, *series, language), &unit(*one)),
        Aspect::Claim(place) => comparison
            .claim(*place)
            .map(|claim| (text.claim)(&stated(&claim.stated, language), &claim.source))
            .unwrap_or_default(),
        Aspect::Bands => text.bands.into(),
    }
}

/// Names of figures that are abbreviations keep their capitals.
fn in_sentence_series(name: &str) -> String {
    let mut letters = name.chars().skip(1);
    match letters.next() {
        Some(second) if second.is_uppercase() => name.to_owned(),
        _ => in_sentence(name),
    }
}

/// How many units hang below one, in the first scenario that has it.
fn below(comparison: &Comparison, unit: UnitId) -> usize {
    let scenario = named_in(comparison, |scenario| scenario.unit(unit).is_some());
    let mut found = BTreeSet::from([unit]);
    // Parents mostly stand before their units; as long as one is found that does not, once more around.
    loop {
        let before = found.len();
        for unit in &scenario.units {
            if unit.parent.is_some_and(|parent| found.contains(&parent)) {
                found.insert(unit.id);
            }
        }
        if found.len() == before {
            return before - 1;
        }
    }
}
