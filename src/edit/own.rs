//! A change of the rule at a node, whether the rule is its own or an inherited one.

use super::Edit;
use crate::model::{Rule, Scenario, Slot, UnitId};

/// The edit that makes a change of a node's rule: `edit` itself where the node has a rule of its own; where it
/// goes by an inherited one, a rule of its own that differs from it by what `edit` says.
///
/// An edit that changes no rule is returned as it is.
#[must_use]
pub fn at_own_rule(edit: Edit, scenario: &Scenario) -> Edit {
    let Some((slot, node)) = edit.rule_place() else { return edit };
    if scenario.rule(slot, node).is_some() {
        return edit;
    }
    let Some(mut rule) = scenario.rule_in_force(slot, node) else { return edit };
    edit.change(&mut rule);
    Edit::GiveOwnRule { rule: Box::new(rule), place: None }
}

impl Edit {
    /// Whose rule it changes; `None` where it changes no rule, or those of several nodes.
    fn rule_place(&self) -> Option<(Slot, UnitId)> {
        match self {
            Self::SetMethod { slot, node, .. }
            | Self::SetRounding { slot, node, .. }
            | Self::SetKept { slot, node, .. }
            | Self::SetNoUnitBelowLast { slot, node, .. }
            | Self::SetLeftOut { slot, node, .. }
            | Self::SetMix { slot, node, .. }
            | Self::SetWhole { slot, node, .. }
            | Self::SetPeriods { slot, node, .. } => Some((*slot, *node)),
            Self::Several { edits, .. } => {
                let first = edits.first()?.rule_place();
                first.filter(|_| edits.iter().all(|edit| edit.rule_place() == first))
            }
            _ => None,
        }
    }

    /// Makes its change of a rule in `rule`; nothing where it changes none.
    fn change(&self, rule: &mut Rule) {
        match self {
            Self::SetMethod { method, .. } => rule.method = *method,
            Self::SetRounding { rounding, .. } => rule.rounding = *rounding,
            Self::SetKept { kept, .. } => rule.kept = *kept,
            Self::SetNoUnitBelowLast { on, .. } => rule.no_unit_below_last = *on,
            Self::SetLeftOut { units, .. } => rule.left_out.clone_from(units),
            Self::SetMix { mix, .. } => rule.mix.clone_from(mix),
            Self::SetWhole { on, .. } => rule.whole = *on,
            Self::SetPeriods { periods, .. } => rule.periods.clone_from(periods),
            Self::Several { edits, .. } => edits.iter().for_each(|edit| edit.change(rule)),
            _ => {}
        }
    }

    /// The one edit that does what this one and then `next` do, while the same thing is being typed or dragged;
    /// `None` where they are two steps.
    pub(super) fn grown_by(&self, next: &Self) -> Option<Self> {
        match self {
            _ if self.is_at_place_of(next) => Some(next.clone()),
            Self::GiveOwnRule { rule, place } if next.rule_place() == Some((rule.slot, rule.node)) => {
                let mut rule = rule.clone();
                next.change(&mut rule);
                Some(Self::GiveOwnRule { rule, place: *place })
            }
            _ => None,
        }
    }
}
