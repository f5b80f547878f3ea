//! Two to four scenarios brought to the same ids, and what they differ in.

use std::collections::{BTreeMap, BTreeSet};

use super::inputs::{Inputs, inputs};
use super::roster::Roster;
use super::{Aspect, Value};
use crate::model::{Claim, Scenario, Unit, UnitId};

/// Scenarios that are compared with the first of them, the base.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The base as it is, then the others with the base's ids.
    scenarios: Vec<Scenario>,
    /// Every unit that any of them has, in the order of the base, then of the others.
    units: Vec<Unit>,
}

/// One input in which at least one scenario differs from the base.
#[derive(Clone, Debug)]
pub struct Difference<'a> {
    /// What it is.
    pub aspect: Aspect,
    /// Its value in each scenario.
    pub values: Vec<Value<'a>>,
    /// Which scenarios differ from the base in it; the first never does. A scenario in which it is only part of a
    /// greater difference (the figure of a unit that it does not have) is not marked.
    pub differs: Vec<bool>,
}

impl Comparison {
    /// Compares the others with the base. A unit is the same where its id says so, in documents that come from one
    /// another; else where its code does; else where its name does, with tone marks or without.
    #[must_use]
    pub fn new(base: Scenario, others: impl IntoIterator<Item = Scenario>) -> Self {
        let mut roster = Roster::of(&base);
        let mut scenarios = vec![base];
        for other in others {
            scenarios.push(roster.take_in(other));
        }
        Self { scenarios, units: roster.into_units() }
    }

    /// The scenario that the others are compared with.
    #[must_use]
    pub fn base(&self) -> &Scenario {
        &self.scenarios[0]
    }

    /// All of them, the base first, with the base's ids.
    #[must_use]
    pub fn scenarios(&self) -> &[Scenario] {
        &self.scenarios
    }

    /// Every unit that any of them has: those of the base in its order, then those of the others.
    #[must_use]
    pub fn units(&self) -> &[Unit] {
        &self.units
    }

    /// The units of a scenario that the base does not have, in the scenario's order.
    pub fn only_there(&self, place: usize) -> impl Iterator<Item = &Unit> {
        let known: BTreeSet<UnitId> = self.base().units.iter().map(|unit| unit.id).collect();
        let units = self.scenarios.get(place).map(|there| there.units.as_slice()).unwrap_or_default();
        units.iter().filter(move |unit| !known.contains(&unit.id))
    }

    /// The claim that [`Aspect::Claim`] names.
    #[must_use]
    pub fn claim(&self, place: usize) -> Option<&Claim> {
        self.claims().get(place).copied()
    }

    /// The claims of all scenarios: each as often as the scenario says it that says it most often.
    fn claims(&self) -> Vec<&Claim> {
        let mut all: Vec<&Claim> = Vec::new();
        for scenario in &self.scenarios {
            for (place, claim) in scenario.claims.iter().enumerate() {
                let said = scenario.claims[..=place].iter().filter(|before| *before == claim).count();
                if all.iter().filter(|known| **known == claim).count() < said {
                    all.push(claim);
                }
            }
        }
        all
    }

    /// Every input in which a scenario differs from the base, in the order of [`Aspect`].
    ///
    /// There is none exactly where the documents say the same, whatever their ids, names and notes, and whatever the
    /// order of lists whose order means nothing: rules, rows of targets of other issuers, columns of other series,
    /// claims, series of the user's own.
    #[must_use]
    pub fn differences(&self) -> Vec<Difference<'_>> {
        let claims = self.claims();
        let all: Vec<Inputs<'_>> = self.scenarios.iter().map(|scenario| inputs(scenario, &claims)).collect();
        let Some((base, others)) = all.split_first() else { return Vec::new() };
        let mut found: BTreeMap<Aspect, Vec<bool>> = BTreeMap::new();
        for (place, other) in others.iter().enumerate() {
            for aspect in differing(base, other) {
                found.entry(aspect).or_insert_with(|| vec![false; all.len()])[place + 1] = true;
            }
        }
        let value = |aspect: &Aspect, place: usize| all[place].get(aspect).cloned().unwrap_or(Value::Absent);
        (found.into_iter())
            .map(|(aspect, differs)| Difference {
                values: (0..all.len()).map(|place| value(&aspect, place)).collect(),
                aspect,
                differs,
            })
            .collect()
    }
}

/// The aspects in which two scenarios differ, without those that are part of another.
fn differing(base: &Inputs<'_>, other: &Inputs<'_>) -> Vec<Aspect> {
    let differs = |aspect: &Aspect| match (base.get(aspect), other.get(aspect)) {
        (Some(Value::Units(one)), Some(Value::Units(two))) => {
            let common = |units: &[UnitId], there: &Inputs<'_>| -> Vec<UnitId> {
                let stays = |unit: &UnitId| there.contains_key(&Aspect::Unit(*unit));
                units.iter().copied().filter(stays).collect()
            };
            common(one, other) != common(two, base)
        }
        (Some(one), Some(two)) if one.is_same(two) => false,
        // The same numbers under columns that are called otherwise: where they come from is the difference.
        (Some(one), Some(two)) => match aspect {
            Aspect::Figure(series, _) => {
                let columns = Aspect::Columns(*series);
                let renamed = || {
                    let (here, there) = (base.get(&columns), other.get(&columns));
                    here.zip(there).is_some_and(|(here, there)| !here.is_same(there))
                };
                !(one.is_same_numbers(two) && renamed())
            }
            _ => true,
        },
        (None, None) => false,
        (Some(_), None) | (None, Some(_)) => true,
    };
    let parent = |unit: UnitId| {
        let above = Aspect::Parent(unit);
        match base.get(&above).or_else(|| other.get(&above)) {
            Some(Value::Unit(parent)) => *parent,
            _ => None,
        }
    };
    let only_there = other.keys().filter(|aspect| !base.contains_key(*aspect));
    (base.keys().chain(only_there))
        .filter(|aspect| differs(aspect) && !aspect.is_part_of_another(differs, parent))
        .cloned()
        .collect()
}
