//! The edit that turns one document into another: what is alike stays where it stands.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use super::patch::{FigureChanges, Patch, Splice};
use super::{Edit, Purpose};
use crate::model::{Column, Indicator, Limit, Provenance, Scenario, Slot, UnitId};

/// The edit that makes a scenario say what `after` says; its id, name and note stay.
///
/// Rows that both have, in the same order, are left alone, so that the step costs what differs, not what is there.
#[must_use]
pub fn toward(scenario: &Scenario, after: &Scenario, purpose: Purpose) -> Edit {
    let patch = Patch {
        units: splice(&scenario.units, &after.units, |unit| unit.id),
        customs: splice(&scenario.customs, &after.customs, |custom| custom.id),
        targets: splice(&scenario.targets, &after.targets, |target| (target.slot, target.issuer.clone())),
        rules: splice(&scenario.rules, &after.rules, |rule| (rule.slot, rule.node)),
        limits: limits(scenario, after),
        claims: splice(&scenario.claims, &after.claims, |claim| claim.source.clone()),
        ..columns(scenario, after)
    };
    let indicators = scenario.road_maps.iter().chain(&after.road_maps).map(|map| map.indicator);
    let road_maps = (indicators.collect::<BTreeSet<Indicator>>().into_iter())
        .filter(|&indicator| scenario.road_map(indicator) != after.road_map(indicator))
        .map(|indicator| Edit::SetRoadMap { indicator, road_map: after.road_map(indicator).copied() });
    let mut edits: Vec<Edit> =
        (!patch.is_nothing()).then(|| Edit::Restore(Box::new(patch))).into_iter().chain(road_maps).collect();
    if scenario.bands != after.bands {
        edits.push(Edit::SetBands(after.bands));
    }
    Edit::Several { purpose, edits }
}

/// The rows that go and come. `key`: what a row that stays has in common with itself; only equal rows stay.
fn splice<T: Clone + PartialEq, K: Ord>(before: &[T], after: &[T], key: impl Fn(&T) -> K) -> Splice<T> {
    let stay = staying(before, after, &key, PartialEq::eq);
    let (out, into): (BTreeSet<usize>, BTreeSet<usize>) = stay.into_iter().unzip();
    Splice {
        out: (0..before.len()).filter(|place| !out.contains(place)).collect(),
        into: (after.iter().enumerate())
            .filter(|(place, _)| !into.contains(place))
            .map(|(place, row)| (place, row.clone()))
            .collect(),
    }
}

/// The rows that stay, as their places before and after: the longest list of pairs that are the same and do not
/// cross.
fn staying<T, K: Ord>(
    before: &[T],
    after: &[T],
    key: impl Fn(&T) -> K,
    same: impl Fn(&T, &T) -> bool,
) -> Vec<(usize, usize)> {
    let mut places: BTreeMap<K, VecDeque<usize>> = BTreeMap::new();
    for (place, row) in before.iter().enumerate() {
        places.entry(key(row)).or_default().push_back(place);
    }
    let mut pairs = Vec::new();
    for (place, row) in after.iter().enumerate() {
        let Some(candidates) = places.get_mut(&key(row)) else { continue };
        if let Some(found) = candidates.iter().position(|&candidate| same(&before[candidate], row)) {
            pairs.extend(candidates.remove(found).map(|from| (from, place)));
        }
    }
    longest_rising(&pairs)
}

/// The longest part of the pairs, in their order, whose first places rise.
fn longest_rising(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // `ends[n]`: the pair that ends the best run of n + 1; `earlier`: the pair before each in its run.
    let mut ends: Vec<usize> = Vec::new();
    let mut earlier: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    for (place, pair) in pairs.iter().enumerate() {
        let length = ends.partition_point(|&end| pairs[end].0 < pair.0);
        earlier.push(length.checked_sub(1).map(|before| ends[before]));
        if length == ends.len() {
            ends.push(place);
        } else {
            ends[length] = place;
        }
    }
    let mut run: Vec<(usize, usize)> = std::iter::successors(ends.last().copied(), |&place| earlier[place])
        .map(|place| pairs[place])
        .collect();
    run.reverse();
    run
}

/// What a column is recognised by; its figures may change while it stays.
type Head<'a> = ((crate::model::Measure, u16, crate::model::Scope), Provenance, &'a str, &'a str);

fn head(column: &Column) -> Head<'_> {
    let Column { measure, year, scope, provenance, source, note, figures: _ } = column;
    ((*measure, *year, *scope), *provenance, source, note)
}

/// Columns that go and come, and the figures of those that stay.
fn columns(scenario: &Scenario, after: &Scenario) -> Patch {
    let (before, after) = (&scenario.facts, &after.facts);
    let stay = staying(before, after, |column| owned(head(column)), |_, _| true);
    let figures = (stay.iter().enumerate())
        .map(|(place, &(from, to))| (place, figure_changes(&before[from], &after[to])))
        .filter(|(_, changes)| !changes.is_empty())
        .collect();
    let (out, into): (BTreeSet<usize>, BTreeSet<usize>) = stay.into_iter().unzip();
    let come = after.iter().enumerate().filter(|(place, _)| !into.contains(place));
    Patch {
        columns: Splice {
            out: (0..before.len()).filter(|place| !out.contains(place)).collect(),
            into: come.map(|(place, column)| (place, column.clone())).collect(),
        },
        figures,
        ..Patch::default()
    }
}

fn owned((series, provenance, source, note): Head<'_>) -> impl Ord + use<> {
    (series, provenance, source.to_owned(), note.to_owned())
}

fn figure_changes(before: &Column, after: &Column) -> FigureChanges {
    let old: BTreeMap<UnitId, u64> = before.figures.iter().copied().collect();
    let new: BTreeMap<UnitId, u64> = after.figures.iter().copied().collect();
    let units: BTreeSet<UnitId> = old.keys().chain(new.keys()).copied().collect();
    units
        .into_iter()
        .filter(|unit| old.get(unit) != new.get(unit))
        .map(|unit| (unit, new.get(&unit).copied()))
        .collect()
}

fn limits(scenario: &Scenario, after: &Scenario) -> Vec<(Slot, UnitId, Limit)> {
    let new: BTreeMap<(Slot, UnitId), &Limit> =
        after.limits.iter().map(|(slot, unit, limit)| ((slot, unit), limit)).collect();
    let gone = scenario.limits.iter().filter(|(slot, unit, _)| !new.contains_key(&(*slot, *unit)));
    let changed =
        (new.iter()).filter(|((slot, unit), limit)| scenario.limits.get(*slot, *unit) != Some(**limit));
    gone.map(|(slot, unit, _)| (slot, unit, Limit::default()))
        .chain(changed.map(|(&(slot, unit), limit)| (slot, unit, (*limit).clone())))
        .collect()
}
