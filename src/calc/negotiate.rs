//! Negotiation: one unit gets fewer or more, and others take the difference. Tried here before it is decided.

use super::{NodePlan, derive_node};
use crate::model::{Limit, Scenario, Slot, UnitId};

/// Who takes the difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Takers {
    /// Every unit that is not locked, by the rule in force.
    Everyone,
    /// These units, by the rule in force; all others stay at what they get.
    Only(Vec<UnitId>),
    /// So many people each, entered by hand; all others stay at what they get.
    ByHand(Vec<(UnitId, u64)>),
}

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// The unit that gets fewer or more.
    pub unit: UnitId,
    /// By how many people; negative for fewer.
    pub change: i64,
    /// Who takes the difference.
    pub takers: Takers,
    /// Why, kept with every lock that is set.
    pub reason: String,
}

/// What a unit gets now and what it would get (people).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// The unit.
    pub unit: UnitId,
    /// Now.
    pub now: u64,
    /// Then.
    pub then: u64,
}

impl Moved {
    /// How many more, or fewer.
    #[must_use]
    pub fn difference(&self) -> i128 {
        i128::from(self.then) - i128::from(self.now)
    }
}

/// The outcome before it is decided.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Preview {
    /// The unit itself first, then every other whose number changes, in document order.
    pub moved: Vec<Moved>,
    /// How many units that take part keep their number.
    pub unchanged: usize,
    /// What all units get together, before and after (people).
    pub total: u128,
    /// The limits that bring it about, the unit's own first: each locks its unit.
    pub limits: Vec<(UnitId, Limit)>,
}

/// Why it cannot be done.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NegotiateError {
    /// No difference was asked for.
    #[error("no difference is asked for")]
    NoChange,
    /// The plan does not add up yet, so nothing can be handed over.
    #[error("the plan does not add up yet")]
    NotBalanced,
    /// The unit gets nothing that could change.
    #[error("unit {} is not given anything", unit.0)]
    NotGiven {
        /// The unit.
        unit: UnitId,
    },
    /// A unit would get less than it may.
    #[error("unit {} may not get less than {floor}", unit.0)]
    BelowFloor {
        /// The unit.
        unit: UnitId,
        /// The least it may get.
        floor: u64,
        /// How many fewer it can get at most.
        most: u64,
    },
    /// A unit would get more than it may.
    #[error("unit {} may not get more than {ceiling}", unit.0)]
    AboveCeiling {
        /// The unit.
        unit: UnitId,
        /// The most it may get.
        ceiling: u64,
        /// How many more it can get at most.
        most: u64,
    },
    /// Nobody was chosen.
    #[error("no unit takes the difference")]
    NoTakers,
    /// A chosen unit cannot take anything: it is locked, left out, or the unit itself.
    #[error("unit {} cannot take the difference", unit.0)]
    CannotTake {
        /// The unit.
        unit: UnitId,
    },
    /// What was entered by hand is not the difference.
    #[error("{taken} are taken of {asked}")]
    SumDiffers {
        /// What was entered together.
        taken: u128,
        /// The difference, without its sign.
        asked: u64,
    },
    /// Those who take the difference have no room for all of it.
    #[error("only {most} can be taken")]
    NoRoom {
        /// How many people they can take.
        most: u64,
    },
}

/// Tries what `request` asks for among the children of `node`. What the units get together stays the same.
///
/// # Errors
/// [`NegotiateError`]: what is in the way, with the number that would be possible where there is one.
pub fn negotiate(
    scenario: &Scenario,
    slot: Slot,
    node: UnitId,
    request: &Request,
) -> Result<Preview, NegotiateError> {
    let Request { unit, change, ref takers, .. } = *request;
    let plan = derive_node(scenario, slot, node).ok_or(NegotiateError::NotGiven { unit })?;
    if change == 0 {
        return Err(NegotiateError::NoChange);
    }
    if !plan.is_balanced() {
        return Err(NegotiateError::NotBalanced);
    }
    let mut talks = Talks { scenario, slot, node, plan: &plan, request, limits: Vec::new() };
    talks.lock(unit, talks.changed(unit, change)?);
    match takers {
        Takers::Everyone => {}
        Takers::Only(units) => {
            talks.check_takers(units, true)?;
            talks.lock_all_but(units);
        }
        Takers::ByHand(parts) => talks.hand_over(parts)?,
    }
    let mut outcome = talks.outcome();
    if let Takers::ByHand(_) = takers
        && !outcome.as_ref().is_ok_and(|then| talks.others_stay(then))
    {
        talks.lock_all_but(&[]);
        outcome = talks.outcome();
    }
    let then = outcome?;
    Ok(talks.preview(&then))
}

/// A negotiation under way.
struct Talks<'a> {
    scenario: &'a Scenario,
    slot: Slot,
    node: UnitId,
    plan: &'a NodePlan,
    request: &'a Request,
    limits: Vec<(UnitId, Limit)>,
}

impl Talks<'_> {
    fn given(&self, unit: UnitId) -> Option<u64> {
        self.plan.unit(unit)?.given
    }

    fn is_settled(&self, unit: UnitId) -> bool {
        self.limits.iter().any(|&(other, _)| other == unit)
    }

    /// Locks the unit at so many people, with the reason; its floor and ceiling stay.
    fn lock(&mut self, unit: UnitId, people: u64) {
        let own = self.scenario.limits.get(self.slot, unit).cloned().unwrap_or_default();
        let reason = self.request.reason.trim().to_owned();
        self.limits.push((unit, Limit { lock: Some(people), reason, ..own }));
    }

    /// Locks every unit that is neither locked nor among `free` at what it gets.
    fn lock_all_but(&mut self, free: &[UnitId]) {
        let stay: Vec<(UnitId, u64)> = (self.plan.units.iter())
            .filter(|line| !line.locked && !free.contains(&line.unit) && !self.is_settled(line.unit))
            .filter_map(|line| Some((line.unit, line.given?)))
            .collect();
        for (unit, given) in stay {
            self.lock(unit, given);
        }
    }

    /// What the unit would get, within the limits that hold for it without its lock.
    fn changed(&self, unit: UnitId, change: i64) -> Result<u64, NegotiateError> {
        let now = self.given(unit).ok_or(NegotiateError::NotGiven { unit })?;
        let (floor, ceiling) = self.bounds(unit).ok_or(NegotiateError::NotGiven { unit })?;
        let then = i128::from(now) + i128::from(change);
        if change < 0 && then < i128::from(floor) {
            return Err(NegotiateError::BelowFloor { unit, floor, most: now.saturating_sub(floor) });
        }
        if let Some(ceiling) = ceiling.filter(|&ceiling| change > 0 && then > i128::from(ceiling)) {
            return Err(NegotiateError::AboveCeiling { unit, ceiling, most: ceiling.saturating_sub(now) });
        }
        let no_number = || NegotiateError::AboveCeiling { unit, ceiling: u64::MAX, most: u64::MAX - now };
        u64::try_from(then).map_err(|_| no_number())
    }

    fn bounds(&self, unit: UnitId) -> Option<(u64, Option<u64>)> {
        let line = self.plan.unit(unit)?;
        if !line.locked {
            return Some((line.floor, line.ceiling));
        }
        let own = self.scenario.limits.get(self.slot, unit).cloned().unwrap_or_default();
        let unlocked = self.derive(&[(unit, Limit { lock: None, reason: String::new(), ..own })])?;
        unlocked.unit(unit).map(|line| (line.floor, line.ceiling))
    }

    /// Every one of them can take something; a locked one only by hand.
    fn check_takers(&self, units: &[UnitId], by_rule: bool) -> Result<(), NegotiateError> {
        let can = |unit: UnitId| {
            let line = self.plan.unit(unit).filter(|line| line.given.is_some() && unit != self.request.unit);
            line.is_some_and(|line| !(by_rule && line.locked))
        };
        match units.iter().find(|&&unit| !can(unit)) {
            _ if units.is_empty() => Err(NegotiateError::NoTakers),
            Some(&unit) => Err(NegotiateError::CannotTake { unit }),
            None => Ok(()),
        }
    }

    /// Locks each of those who take something at its new number.
    fn hand_over(&mut self, parts: &[(UnitId, u64)]) -> Result<(), NegotiateError> {
        let parts: Vec<(UnitId, u64)> = parts.iter().copied().filter(|&(_, people)| people > 0).collect();
        let units: Vec<UnitId> = parts.iter().map(|&(unit, _)| unit).collect();
        self.check_takers(&units, false)?;
        let taken: u128 = parts.iter().map(|&(_, people)| u128::from(people)).sum();
        let asked = self.request.change.unsigned_abs();
        if taken != u128::from(asked) {
            return Err(NegotiateError::SumDiffers { taken, asked });
        }
        for (unit, people) in parts {
            if self.is_settled(unit) {
                return Err(NegotiateError::CannotTake { unit });
            }
            // No part is more than the whole difference, which is a signed number.
            let people = i64::try_from(people).map_err(|_| NegotiateError::CannotTake { unit })?;
            let then = self.changed(unit, if self.request.change < 0 { people } else { -people })?;
            self.lock(unit, then);
        }
        Ok(())
    }

    fn derive(&self, limits: &[(UnitId, Limit)]) -> Option<NodePlan> {
        let mut tried = self.scenario.clone();
        for (unit, limit) in limits {
            tried.limits.set(self.slot, *unit, limit.clone());
        }
        derive_node(&tried, self.slot, self.node)
    }

    /// The plan with the limits so far; what it leaves over is what could not be taken.
    fn outcome(&self) -> Result<NodePlan, NegotiateError> {
        let asked = self.request.change.unsigned_abs();
        let then = self.derive(&self.limits).ok_or(NegotiateError::NoRoom { most: 0 })?;
        if then.is_balanced() && then.given == self.plan.given {
            return Ok(then);
        }
        // Below the province, what has no room here may have moved the node's own target.
        let moved = then.target.zip(self.plan.target).map_or(0, |(then, now)| then.abs_diff(now));
        let short = then.remaining.unsigned_abs() + u128::from(moved);
        let most = u128::from(asked).saturating_sub(short);
        Err(NegotiateError::NoRoom { most: u64::try_from(most).unwrap_or(0) })
    }

    /// Nobody but those who were locked anew has another number.
    fn others_stay(&self, then: &NodePlan) -> bool {
        (self.plan.units.iter().zip(&then.units))
            .all(|(now, then)| now.given == then.given || self.is_settled(now.unit))
    }

    fn preview(self, then: &NodePlan) -> Preview {
        let both = |(now, then): (&super::UnitPlan, &super::UnitPlan)| {
            Some(Moved { unit: now.unit, now: now.given?, then: then.given? })
        };
        let all: Vec<Moved> = self.plan.units.iter().zip(&then.units).filter_map(both).collect();
        let (mut moved, same): (Vec<Moved>, Vec<Moved>) =
            all.into_iter().partition(|one| one.now != one.then);
        moved.sort_by_key(|one| one.unit != self.request.unit);
        Preview { moved, unchanged: same.len(), total: then.given, limits: self.limits }
    }
}
