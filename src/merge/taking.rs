//! One input after another is brought to what the other scenario says.

use crate::calc::compare::{Aspect, Comparison, Series};
use crate::edit::{Edit, Purpose, toward};
use crate::model::{Claim, CustomId, Indicator, Limit, Measure, Scenario, Slot, UnitId};

use super::typed::typed;

/// The document on its way.
pub(super) struct Taking<'a> {
    /// The base, as changed so far.
    pub(super) after: Scenario,
    /// The scenario the input is taken from, with the base's ids.
    pub(super) there: &'a Scenario,
}

/// The edit that makes the base of a comparison say what the scenario at `from` says in one aspect: one step.
///
/// Where that needs more to stand, it comes along; where the base is as the other already, the edit changes nothing.
#[must_use]
pub fn take(comparison: &Comparison, from: usize, aspect: &Aspect) -> Edit {
    let base = comparison.base();
    let there = comparison.scenarios().get(from).unwrap_or(base);
    let mut taking = Taking { after: base.clone(), there };
    let claim = match aspect {
        Aspect::Claim(place) => comparison.claim(*place),
        _ => None,
    };
    taking.take(aspect, claim);
    taking.tidy();
    // An edit the page knows by name tells the step better than “taken over”, where it comes to the same.
    typed(base, &taking.after, aspect).unwrap_or_else(|| toward(base, &taking.after, Purpose::TakeOver))
}

impl Taking<'_> {
    fn take(&mut self, aspect: &Aspect, claim: Option<&Claim>) {
        match aspect {
            Aspect::Slot(slot) => self.slot(*slot),
            Aspect::Target { slot, issuer, nth } => self.target(*slot, issuer, *nth),
            Aspect::Used(slot) => self.used(*slot),
            Aspect::RoadMap(indicator) => self.road_map(*indicator),
            Aspect::OwnRule(slot, node) => self.own_rule(*slot, *node),
            Aspect::Method(slot, node) => self.rule(*slot, *node, |rule, there| {
                rule.method = there.method;
                rule.mix.clone_from(&there.mix);
            }),
            Aspect::Mix(slot, node) => {
                self.rule(*slot, *node, |rule, there| rule.mix.clone_from(&there.mix));
            }
            Aspect::Whole(slot, node) => self.rule(*slot, *node, |rule, there| rule.whole = there.whole),
            Aspect::Rounding(slot, node) => {
                self.rule(*slot, *node, |rule, there| rule.rounding = there.rounding);
            }
            Aspect::NoUnitBelowLast(slot, node) => self.rule(*slot, *node, |rule, there| {
                rule.no_unit_below_last = there.no_unit_below_last;
            }),
            Aspect::Kept(slot, node) => self.rule(*slot, *node, |rule, there| rule.kept = there.kept),
            Aspect::Periods(slot, node) => {
                self.rule(*slot, *node, |rule, there| rule.periods.clone_from(&there.periods));
            }
            Aspect::LeftOut(slot, node, unit) => self.left_out(*slot, *node, *unit),
            Aspect::Lock(slot, unit) => self.limit(*slot, *unit, |limit, there| {
                limit.lock = there.lock;
                limit.reason = there.reason;
            }),
            Aspect::Floor(slot, unit) => self.limit(*slot, *unit, |limit, there| limit.floor = there.floor),
            Aspect::Ceiling(slot, unit) => {
                self.limit(*slot, *unit, |limit, there| limit.ceiling = there.ceiling);
            }
            Aspect::Unit(unit) => self.unit(*unit),
            Aspect::Name(unit) => self.describe(*unit, |unit, there| unit.name.clone_from(&there.name)),
            Aspect::Code(unit) => self.describe(*unit, |unit, there| unit.code.clone_from(&there.code)),
            Aspect::Kind(unit) => self.describe(*unit, |unit, there| unit.kind = there.kind),
            Aspect::Parent(unit) => self.parent(*unit),
            Aspect::Order => self.order(),
            Aspect::Custom(custom) => self.custom(*custom),
            Aspect::CustomName(custom) => self.custom_name(*custom),
            Aspect::Series(series) => self.series(*series),
            Aspect::Columns(series) => self.columns(*series),
            Aspect::Figure(series, unit) => self.figure(*series, *unit),
            Aspect::Claim(_) => claim.into_iter().for_each(|claim| self.claim(claim)),
            Aspect::Bands => self.after.bands = self.there.bands,
        }
    }

    fn road_map(&mut self, indicator: Indicator) {
        let maps = &mut self.after.road_maps;
        maps.retain(|map| map.indicator != indicator);
        maps.extend(self.there.road_map(indicator));
        maps.sort_by_key(|map| map.indicator);
    }

    pub(super) fn limit(&mut self, slot: Slot, unit: UnitId, change: impl FnOnce(&mut Limit, Limit)) {
        let mut limit = self.after.limits.get(slot, unit).cloned().unwrap_or_default();
        change(&mut limit, self.there.limits.get(slot, unit).cloned().unwrap_or_default());
        self.after.limits.set(slot, unit, limit);
    }

    fn claim(&mut self, claim: &Claim) {
        let said = |scenario: &Scenario| scenario.claims.iter().filter(|other| *other == claim).count();
        if said(self.there) > said(&self.after) {
            let units: Vec<UnitId> = claim.statement.units().collect();
            units.into_iter().for_each(|unit| self.ensure_unit(unit));
            self.after.claims.push(claim.clone());
        } else if let Some(place) = self.after.claims.iter().rposition(|other| other == claim) {
            self.after.claims.remove(place);
        }
    }

    fn custom_name(&mut self, id: CustomId) {
        if let (Some(custom), Some(there)) =
            (self.after.customs.iter_mut().find(|custom| custom.id == id), self.there.custom(id))
        {
            custom.name.clone_from(&there.name);
        }
    }

    fn custom(&mut self, id: CustomId) {
        if self.there.custom(id).is_some() {
            self.ensure_custom(id);
        } else {
            self.after.customs.retain(|custom| custom.id != id);
            self.rules_without_custom(id);
        }
        let measure = Measure::Custom(id);
        let columns = self.after.facts.iter().chain(&self.there.facts);
        let mut series: Vec<Series> = (columns.filter(|column| column.measure == measure))
            .map(|column| Series { measure, year: column.year, scope: column.scope })
            .collect();
        series.sort_unstable();
        series.dedup();
        series.into_iter().for_each(|series| self.series(series));
    }

    /// The series of the user's own is there, still without figures where it was not.
    pub(super) fn ensure_custom(&mut self, id: CustomId) {
        if self.after.custom(id).is_none() {
            self.after.customs.extend(self.there.custom(id).cloned());
        }
    }
}
