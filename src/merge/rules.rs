//! Rules taken over: a node's whole rule, or a part of it.

use super::taking::Taking;
use crate::model::{CustomId, Method, MixPart, Rule, Slot, UnitId};

impl Taking<'_> {
    /// The node has the rule it has there, or none. The node's units come along where it has none of its own yet.
    pub(super) fn own_rule(&mut self, slot: Slot, node: UnitId) {
        self.after.rules.retain(|rule| (rule.slot, rule.node) != (slot, node));
        let Some(mut rule) = self.there.rule(slot, node).cloned() else { return };
        if self.after.unit(node).is_none() {
            return;
        }
        let is_root = self.after.root().is_some_and(|root| root.id == node);
        if !is_root && self.after.children(node).next().is_none() {
            let units: Vec<UnitId> = self.there.children(node).map(|unit| unit.id).collect();
            for unit in units {
                self.ensure_unit(unit);
                self.parent(unit);
            }
        }
        rule.left_out.retain(|&unit| self.after.unit(unit).is_some());
        self.ensure_customs(&rule);
        self.after.rules.push(rule);
    }

    /// A part of the rule is as there; nothing happens where one of them has none.
    pub(super) fn rule(&mut self, slot: Slot, node: UnitId, change: impl FnOnce(&mut Rule, &Rule)) {
        let Some(there) = self.there.rule(slot, node) else { return };
        let at = |rule: &&mut Rule| (rule.slot, rule.node) == (slot, node);
        let Some(rule) = self.after.rules.iter_mut().find(at) else { return };
        change(rule, there);
        let rule = rule.clone();
        self.ensure_customs(&rule);
    }

    /// The unit is left out there, or not.
    pub(super) fn left_out(&mut self, slot: Slot, node: UnitId, unit: UnitId) {
        self.rule(slot, node, |rule, there| {
            rule.left_out.retain(|other| *other != unit);
            if there.left_out.contains(&unit) {
                rule.left_out.push(unit);
                rule.left_out.sort_unstable();
            }
        });
    }

    /// A rule that goes by a series that is gone goes by what it goes by there, else by last year's results.
    pub(super) fn rules_without_custom(&mut self, id: CustomId) {
        let there = self.there;
        let mut needed = Vec::new();
        for rule in self.after.rules.iter_mut().filter(|rule| rule.customs().any(|used| used == id)) {
            let (method, mix) = match there.rule(rule.slot, rule.node) {
                Some(there) => (there.method, there.mix.clone()),
                None => (Method::Last, Vec::<MixPart>::new()),
            };
            rule.method = method;
            rule.mix = mix;
            needed.push(rule.clone());
        }
        needed.iter().for_each(|rule| self.ensure_customs(rule));
    }

    fn ensure_customs(&mut self, rule: &Rule) {
        let customs: Vec<CustomId> = rule.customs().collect();
        customs.into_iter().for_each(|custom| self.ensure_custom(custom));
    }
}
