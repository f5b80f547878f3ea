//! One edit is one gesture, and every edit knows its inverse.

use std::mem;

use serde::{Deserialize, Serialize};

use super::target::{change_targets, type_target, use_target};
use super::{Entries, ListChange, Patch, UnitChange, column, figures, slot, tree};
use crate::model::{
    Bands, Claim, Column, ColumnHead, Custom, CustomId, Indicator, Limit, Method, MixPart, PeriodRule,
    Quantity, RoadMap, Rounding, Rule, Scenario, Slot, Target, Unit, UnitId, Wrong,
};

/// What several changes made at once were for: names the step in the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// Floors lowered as little as possible.
    LowerFloors,
    /// Ceilings raised as little as possible.
    RaiseCeilings,
    /// Limits removed.
    Release,
    /// Cells locked.
    Lock,
    /// Cells unlocked.
    Unlock,
    /// Cells cleared.
    Clear,
    /// Cells filled from another one.
    Fill,
    /// Cells pasted.
    Paste,
    /// Floors and ceilings set.
    Limits,
    /// Units put below a new one.
    Group,
    /// A unit taken away, its units left in its place.
    Ungroup,
    /// Several drivers mixed, with the shares to begin with.
    StartMix,
    /// A year of a road map gets a target of its own, and the rule to split it by.
    PlanYear,
    /// A road map is set, with its goal and the rules to split its years by.
    PlanAhead,
    /// The target counts other people, and what is kept at the province with them.
    CountScope,
    /// One unit gets fewer or more, and others take the difference.
    Negotiate,
}

/// A change of the scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Edit {
    /// Replaces the target that is split: the user's own number from now on, whoever vouched for the one before.
    SetTarget {
        /// Of which indicator and year.
        slot: Slot,
        /// The new one.
        quantity: Quantity,
    },
    /// Replaces the method of a node's rule.
    SetMethod {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        method: Method,
    },
    /// Replaces the rounding of a node's rule.
    SetRounding {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        rounding: Rounding,
    },
    /// Replaces what is kept at a node (people).
    SetKept {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        kept: u64,
    },
    /// Says whether units may fall below their last result.
    SetNoUnitBelowLast {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// On or off.
        on: bool,
    },
    /// Replaces the units left out of a node's split.
    SetLeftOut {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// Who, sorted.
        units: Vec<UnitId>,
    },
    /// Replaces the drivers and shares of a node's mix; none is allowed while another method is in force.
    SetMix {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new ones; their shares total [`MixPart::WHOLE`].
        mix: Vec<MixPart>,
    },
    /// Says whether the whole is shared out, not the increase.
    SetWhole {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The whole or the increase.
        on: bool,
    },
    /// Replaces how a node's year is laid over its quarters or months.
    SetPeriods {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
        /// The new one.
        periods: PeriodRule,
    },
    /// Gives a node a rule of its own, which the nodes below it that have none inherit.
    GiveOwnRule {
        /// The rule, with its node.
        rule: Box<Rule>,
        /// Where it goes in the list of rules; `None` is at its end.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<usize>,
    },
    /// Takes a node's own rule away: it goes by that of the nearest node above which has one.
    Inherit {
        /// For which indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// Replaces a unit's floor, ceiling and lock; an empty limit removes them.
    SetLimit {
        /// For which indicator and year.
        slot: Slot,
        /// The unit.
        unit: UnitId,
        /// The new ones.
        limit: Limit,
    },
    /// Adds, removes or replaces a row of the targets.
    ChangeTargets {
        /// Where in the list.
        place: usize,
        /// What is done there.
        change: ListChange<Target>,
    },
    /// Chooses the row of the targets that is split, or none.
    UseTarget {
        /// For which indicator and year.
        slot: Slot,
        /// Where in the list of targets.
        place: Option<usize>,
    },
    /// Adds, removes or replaces a claim.
    ChangeClaims {
        /// Where in the list.
        place: usize,
        /// What is done there.
        change: ListChange<Claim>,
    },
    /// Replaces an indicator's road map; nothing removes it.
    SetRoadMap {
        /// Of which indicator.
        indicator: Indicator,
        /// The new one.
        road_map: Option<RoadMap>,
    },
    /// Replaces the thresholds of the findings.
    SetBands(Bands),
    /// Enters figures (people), typed or pasted, or clears them.
    SetFigures(Vec<Entries>),
    /// Replaces what a column says of its figures.
    DescribeColumn {
        /// Where in the facts.
        place: usize,
        /// The new words.
        head: ColumnHead,
    },
    /// Puts a column before the others of its measure, year and scope, so that its figures count.
    AddColumn(Box<Column>),
    /// Takes a column out.
    RemoveColumn {
        /// Where in the facts.
        place: usize,
    },
    /// Adds a series of the user's own, still without figures.
    AddCustom(Custom),
    /// Renames a series of the user's own.
    RenameCustom {
        /// Which one.
        series: CustomId,
        /// The new name.
        name: String,
    },
    /// Takes a series of the user's own out, with its figures.
    RemoveCustom {
        /// Which one.
        series: CustomId,
    },
    /// Adds units, each below its own parent.
    AddUnits {
        /// The units, with ids of their own.
        units: Vec<Unit>,
        /// The unit they stand before in the list; none is behind all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<UnitId>,
    },
    /// Gives units other names, codes or kinds.
    DescribeUnits(Vec<UnitChange>),
    /// Puts units below a parent, in the order given; also the same one, to change their order.
    MoveUnits {
        /// The units.
        units: Vec<UnitId>,
        /// Their parent from now on.
        parent: UnitId,
        /// The unit they stand before in the list; none is behind all.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        before: Option<UnitId>,
    },
    /// Removes units with everything below them: figures, limits, rules, and claims that name them.
    RemoveUnits(Vec<UnitId>),
    /// Plans another indicator and year: adds its target, in use, and a rule for the province.
    AddSlot(Box<Target>),
    /// Plans an indicator and year no longer: its targets, rules and limits go, its figures stay.
    RemoveSlot {
        /// Which indicator and year.
        slot: Slot,
    },
    /// Puts lists back as they were: the inverse of changes of figures, of the tree and of what is planned.
    Restore(Box<Patch>),
    /// Several changes as one gesture.
    Several {
        /// What they were for.
        purpose: Purpose,
        /// The changes, in the order they are made.
        edits: Vec<Edit>,
    },
}

/// Why an edit could not be made; the scenario is as it was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// There is no such unit.
    #[error("unit {} does not exist", unit.0)]
    UnknownUnit {
        /// The id.
        unit: UnitId,
    },
    /// There is no target for this indicator and year.
    #[error("{slot:?} has no target")]
    NoTarget {
        /// The indicator and year.
        slot: Slot,
    },
    /// The list has no such row.
    #[error("the list has no row {place}")]
    NoRow {
        /// Where it was looked for, from 0.
        place: usize,
    },
    /// The document would contradict itself.
    #[error("the document would contradict itself: {0}")]
    Wrong(Wrong),
    /// The node has no rule for this indicator and year.
    #[error("{slot:?} has no rule at unit {}", node.0)]
    NoRule {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// The node has a rule of its own already.
    #[error("{slot:?} has a rule at unit {} already", node.0)]
    HasRule {
        /// The indicator and year.
        slot: Slot,
        /// The node.
        node: UnitId,
    },
    /// The province has nobody above it to inherit a rule from.
    #[error("the province needs a rule of its own for {slot:?}")]
    ProvinceRule {
        /// The indicator and year.
        slot: Slot,
    },
    /// The unit has nobody below it, so nothing is split there.
    #[error("unit {} has no units below it", unit.0)]
    NothingBelow {
        /// The unit.
        unit: UnitId,
    },
    /// The shares of a mix do not total 1,000 per mille.
    #[error("the shares of the mix total {per_mille} per mille")]
    MixNotWhole {
        /// What they total.
        per_mille: u64,
    },
    /// A driver stands in a mix twice.
    #[error("a driver stands in the mix twice")]
    DoubleDriver,
    /// There is no such series of the user's own.
    #[error("series {} does not exist", series.0)]
    UnknownCustom {
        /// The id.
        series: CustomId,
    },
    /// A rule goes by this series of the user's own.
    #[error("{slot:?} is split by series {} at unit {}", series.0, node.0)]
    CustomInUse {
        /// The series.
        series: CustomId,
        /// The indicator and year of the rule.
        slot: Slot,
        /// The node of the rule.
        node: UnitId,
    },
    /// A name is blank.
    #[error("a name is blank")]
    EmptyName,
    /// What the program works out is no figure of the document.
    #[error("computed figures are not kept in the document")]
    ComputedColumn,
    /// The province can neither be removed nor moved, and there is one only.
    #[error("the province stays at the top of the tree")]
    Province,
    /// A unit cannot be put below itself, or below a unit that hangs on it.
    #[error("unit {} cannot be put below unit {}, which hangs on it", unit.0, parent.0)]
    UnderItself {
        /// The unit.
        unit: UnitId,
        /// Where it was to go.
        parent: UnitId,
    },
    /// This indicator and year are planned already.
    #[error("{slot:?} has a target already")]
    HasTarget {
        /// The indicator and year.
        slot: Slot,
    },
}

impl Edit {
    /// Applies the edit and returns its inverse.
    ///
    /// # Errors
    /// [`EditError`]; the scenario is then unchanged.
    pub fn apply(self, scenario: &mut Scenario) -> Result<Self, EditError> {
        match self {
            Self::SetTarget { slot, quantity } => type_target(scenario, slot, quantity),
            Self::SetMethod { slot, node, method } => {
                let changed = Rule { method, ..rule(scenario, slot, node)?.clone() };
                check_rule(scenario, &changed)?;
                let method = mem::replace(rule(scenario, slot, node)?, changed).method;
                Ok(Self::SetMethod { slot, node, method })
            }
            Self::SetMix { slot, node, mix } => {
                let changed = Rule { mix, ..rule(scenario, slot, node)?.clone() };
                check_rule(scenario, &changed)?;
                let mix = mem::replace(rule(scenario, slot, node)?, changed).mix;
                Ok(Self::SetMix { slot, node, mix })
            }
            Self::SetWhole { slot, node, on } => {
                let on = mem::replace(&mut rule(scenario, slot, node)?.whole, on);
                Ok(Self::SetWhole { slot, node, on })
            }
            Self::SetPeriods { slot, node, periods } if !periods.has_shape() => {
                Err(EditError::Wrong(Wrong::Periods { slot, node }))
            }
            Self::SetPeriods { slot, node, periods } => {
                let periods = mem::replace(&mut rule(scenario, slot, node)?.periods, periods);
                Ok(Self::SetPeriods { slot, node, periods })
            }
            Self::GiveOwnRule { rule, place } => give_own_rule(scenario, *rule, place),
            Self::Inherit { slot, node } => inherit(scenario, slot, node),
            Self::SetRounding { slot, node, rounding } => {
                let rounding = mem::replace(&mut rule(scenario, slot, node)?.rounding, rounding);
                Ok(Self::SetRounding { slot, node, rounding })
            }
            Self::SetKept { slot, node, kept } => {
                let kept = mem::replace(&mut rule(scenario, slot, node)?.kept, kept);
                Ok(Self::SetKept { slot, node, kept })
            }
            Self::SetNoUnitBelowLast { slot, node, on } => {
                let on = mem::replace(&mut rule(scenario, slot, node)?.no_unit_below_last, on);
                Ok(Self::SetNoUnitBelowLast { slot, node, on })
            }
            Self::SetLeftOut { slot, node, mut units } => {
                check_left_out(scenario, &mut units)?;
                let units = mem::replace(&mut rule(scenario, slot, node)?.left_out, units);
                Ok(Self::SetLeftOut { slot, node, units })
            }
            Self::SetLimit { slot, unit, limit } => {
                scenario.unit(unit).ok_or(EditError::UnknownUnit { unit })?;
                if limit.is_open() {
                    return Err(EditError::Wrong(Wrong::EmptyLimit { slot, unit }));
                }
                let limit = scenario.limits.set(slot, unit, limit);
                Ok(Self::SetLimit { slot, unit, limit })
            }
            Self::ChangeTargets { place, change } => {
                let change = change_targets(scenario, place, change)?;
                Ok(Self::ChangeTargets { place, change })
            }
            Self::UseTarget { slot, place } => {
                let place = use_target(scenario, slot, place)?;
                Ok(Self::UseTarget { slot, place })
            }
            Self::ChangeClaims { place, change } => {
                let change = change_claims(scenario, place, change)?;
                Ok(Self::ChangeClaims { place, change })
            }
            Self::SetRoadMap { indicator, road_map } => {
                let road_map = set_road_map(scenario, indicator, road_map)?;
                Ok(Self::SetRoadMap { indicator, road_map })
            }
            Self::SetBands(bands) if !bands.is_in_order() => Err(EditError::Wrong(Wrong::Bands)),
            Self::SetBands(bands) => Ok(Self::SetBands(mem::replace(&mut scenario.bands, bands))),
            Self::SetFigures(entries) => restoring(scenario, figures::enter(scenario, &entries)),
            Self::DescribeColumn { place, head } => {
                let head = column::describe(scenario, place, head)?;
                Ok(Self::DescribeColumn { place, head })
            }
            Self::AddColumn(column) => restoring(scenario, column::add(scenario, *column)),
            Self::RemoveColumn { place } => restoring(scenario, column::remove(scenario, place)),
            Self::AddCustom(custom) => restoring(scenario, column::add_custom(scenario, custom)),
            Self::RenameCustom { series, name } => {
                let name = column::rename_custom(scenario, series, name)?;
                Ok(Self::RenameCustom { series, name })
            }
            Self::RemoveCustom { series } => restoring(scenario, column::remove_custom(scenario, series)),
            Self::AddUnits { units, before } => restoring(scenario, tree::add(scenario, units, before)),
            Self::DescribeUnits(changes) => restoring(scenario, tree::describe(scenario, &changes)),
            Self::MoveUnits { units, parent, before } => {
                restoring(scenario, tree::put_below(scenario, &units, parent, before))
            }
            Self::RemoveUnits(units) => restoring(scenario, tree::remove(scenario, &units)),
            Self::AddSlot(target) => restoring(scenario, slot::add(scenario, *target)),
            Self::RemoveSlot { slot } => restoring(scenario, slot::remove(scenario, slot)),
            Self::Restore(patch) => restoring(scenario, Ok(*patch)),
            Self::Several { purpose, edits } => apply_all(scenario, purpose, edits),
        }
    }

    /// It changes nothing, wherever it is made.
    pub(super) fn is_nothing(&self) -> bool {
        match self {
            Self::Restore(patch) => patch.is_nothing(),
            Self::Several { edits, .. } => edits.iter().all(Self::is_nothing),
            _ => false,
        }
    }

    /// After it the document says what it said before `inverse` was needed: a target typed back to the number that
    /// stood there is no change, and is not the user's own for it.
    pub(super) fn comes_to_nothing(&self, inverse: &Self) -> bool {
        match (self, inverse) {
            (
                Self::SetTarget { slot, quantity },
                Self::ChangeTargets { change: ListChange::Replace(before), .. },
            ) => before.slot == *slot && before.quantity == *quantity,
            _ => self == inverse,
        }
    }

    /// Replaces the same part of the document, so that the inverse of one takes both back.
    pub(super) fn is_at_place_of(&self, other: &Self) -> bool {
        self.place().is_some_and(|place| other.place() == Some(place))
    }

    fn place(&self) -> Option<(mem::Discriminant<Self>, Slot, Option<UnitId>)> {
        let (slot, unit) = match self {
            Self::SetTarget { slot, .. } => (*slot, None),
            Self::SetMethod { slot, node, .. }
            | Self::SetRounding { slot, node, .. }
            | Self::SetKept { slot, node, .. }
            | Self::SetNoUnitBelowLast { slot, node, .. }
            | Self::SetLeftOut { slot, node, .. }
            | Self::SetMix { slot, node, .. }
            | Self::SetWhole { slot, node, .. }
            | Self::SetPeriods { slot, node, .. } => (*slot, Some(*node)),
            Self::SetLimit { slot, unit, .. } => (*slot, Some(*unit)),
            Self::GiveOwnRule { .. }
            | Self::Inherit { .. }
            | Self::ChangeTargets { .. }
            | Self::UseTarget { .. }
            | Self::ChangeClaims { .. }
            | Self::SetRoadMap { .. }
            | Self::SetBands(_)
            | Self::SetFigures(_)
            | Self::DescribeColumn { .. }
            | Self::AddColumn(_)
            | Self::RemoveColumn { .. }
            | Self::AddCustom(_)
            | Self::RenameCustom { .. }
            | Self::RemoveCustom { .. }
            | Self::AddUnits { .. }
            | Self::DescribeUnits(_)
            | Self::MoveUnits { .. }
            | Self::RemoveUnits(_)
            | Self::AddSlot(_)
            | Self::RemoveSlot { .. }
            | Self::Restore(_)
            | Self::Several { .. } => return None,
        };
        Some((mem::discriminant(self), slot, unit))
    }
}

/// Carries the patch out; its inverse puts everything back.
fn restoring(scenario: &mut Scenario, patch: Result<Patch, EditError>) -> Result<Edit, EditError> {
    Ok(Edit::Restore(Box::new(patch?.apply(scenario)?)))
}

/// All or nothing: an error takes back what was already done.
fn apply_all(scenario: &mut Scenario, purpose: Purpose, edits: Vec<Edit>) -> Result<Edit, EditError> {
    let mut inverses = Vec::with_capacity(edits.len());
    let mut outcome = Ok(());
    for edit in edits {
        match edit.apply(scenario) {
            Ok(inverse) => inverses.push(inverse),
            Err(error) => {
                outcome = Err(error);
                break;
            }
        }
    }
    inverses.reverse();
    match outcome {
        Ok(()) => Ok(Edit::Several { purpose, edits: inverses }),
        Err(error) => {
            for inverse in inverses {
                inverse.apply(scenario)?;
            }
            Err(error)
        }
    }
}

fn change_claims(
    scenario: &mut Scenario,
    place: usize,
    change: ListChange<Claim>,
) -> Result<ListChange<Claim>, EditError> {
    if let ListChange::Insert(claim) | ListChange::Replace(claim) = &change
        && let Some(unit) = claim.statement.units().find(|&unit| scenario.unit(unit).is_none())
    {
        return Err(EditError::UnknownUnit { unit });
    }
    change.apply(&mut scenario.claims, place)
}

/// Puts the road map at its place in the sorted list and returns what stood there.
fn set_road_map(
    scenario: &mut Scenario,
    indicator: Indicator,
    road_map: Option<RoadMap>,
) -> Result<Option<RoadMap>, EditError> {
    if let Some(RoadMap { from, to, .. }) = road_map
        && from >= to
    {
        return Err(EditError::Wrong(Wrong::RoadMapYears { indicator, from, to }));
    }
    let road_map = road_map.map(|road_map| RoadMap { indicator, ..road_map });
    let road_maps = &mut scenario.road_maps;
    let place = road_maps.binary_search_by_key(&indicator, |road_map| road_map.indicator);
    Ok(match (place, road_map) {
        (Ok(place), Some(road_map)) => Some(mem::replace(&mut road_maps[place], road_map)),
        (Ok(place), None) => Some(road_maps.remove(place)),
        (Err(place), Some(road_map)) => {
            road_maps.insert(place, road_map);
            None
        }
        (Err(_), None) => None,
    })
}

fn rule(scenario: &mut Scenario, slot: Slot, node: UnitId) -> Result<&mut Rule, EditError> {
    (scenario.rules.iter_mut())
        .find(|rule| rule.slot == slot && rule.node == node)
        .ok_or(EditError::NoRule { slot, node })
}

/// The inverse of going back to the inherited rule: it puts the rule where it stood.
fn give_own_rule(scenario: &mut Scenario, mut own: Rule, place: Option<usize>) -> Result<Edit, EditError> {
    let (slot, node) = (own.slot, own.node);
    scenario.unit(node).ok_or(EditError::UnknownUnit { unit: node })?;
    // The province may still be without units.
    if scenario.children(node).next().is_none() && scenario.root().map(|root| root.id) != Some(node) {
        return Err(EditError::NothingBelow { unit: node });
    }
    if scenario.rule(slot, node).is_some() {
        return Err(EditError::HasRule { slot, node });
    }
    check_left_out(scenario, &mut own.left_out)?;
    check_rule(scenario, &own)?;
    let end = scenario.rules.len();
    scenario.rules.insert(place.unwrap_or(end).min(end), own);
    Ok(Edit::Inherit { slot, node })
}

fn inherit(scenario: &mut Scenario, slot: Slot, node: UnitId) -> Result<Edit, EditError> {
    let is_province = scenario.root().is_some_and(|root| root.id == node);
    // What is not planned needs no rule: the way back from planning it.
    if is_province && scenario.target(slot).is_some() {
        return Err(EditError::ProvinceRule { slot });
    }
    let at = |rule: &Rule| rule.slot == slot && rule.node == node;
    let place = scenario.rules.iter().position(at).ok_or(EditError::NoRule { slot, node })?;
    let rule = Box::new(scenario.rules.remove(place));
    Ok(Edit::GiveOwnRule { rule, place: Some(place) })
}

/// Puts the units in order; all must exist.
fn check_left_out(scenario: &Scenario, units: &mut Vec<UnitId>) -> Result<(), EditError> {
    units.sort_unstable();
    units.dedup();
    match units.iter().find(|&&unit| scenario.unit(unit).is_none()) {
        Some(&unit) => Err(EditError::UnknownUnit { unit }),
        None => Ok(()),
    }
}

/// What its method and mix name exists, and the mix is whole.
fn check_rule(scenario: &Scenario, rule: &Rule) -> Result<(), EditError> {
    if let Some(series) = rule.customs().find(|&series| scenario.custom(series).is_none()) {
        return Err(EditError::UnknownCustom { series });
    }
    let per_mille = MixPart::total(&rule.mix);
    if rule.needs_mix() && per_mille != u64::from(MixPart::WHOLE) {
        return Err(EditError::MixNotWhole { per_mille });
    }
    let Rule { slot, node, .. } = *rule;
    match MixPart::double(&rule.mix) {
        Some(_) => Err(EditError::DoubleDriver),
        None if !rule.periods.has_shape() => Err(EditError::Wrong(Wrong::Periods { slot, node })),
        None => Ok(()),
    }
}
