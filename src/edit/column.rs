//! Whole columns of figures, and the series of the user's own.

use std::mem;

use super::EditError;
use super::patch::{Patch, Splice};
use crate::model::{Column, ColumnHead, Custom, CustomId, Measure, Provenance, Scenario, Wrong};

/// Replaces what a column says of its figures and returns what it said.
pub(super) fn describe(
    scenario: &mut Scenario,
    place: usize,
    head: ColumnHead,
) -> Result<ColumnHead, EditError> {
    let column = scenario.facts.get_mut(place).ok_or(EditError::NoRow { place })?;
    if head.provenance == Provenance::Computed {
        return Err(EditError::ComputedColumn);
    }
    Ok(ColumnHead {
        provenance: mem::replace(&mut column.provenance, head.provenance),
        source: mem::replace(&mut column.source, head.source),
        note: mem::replace(&mut column.note, head.note),
    })
}

/// The patch that puts a column before the others of its series: its figures count.
pub(super) fn add(scenario: &Scenario, column: Column) -> Result<Patch, EditError> {
    if column.provenance == Provenance::Computed {
        return Err(EditError::ComputedColumn);
    }
    let same = |other: &Column| other.is_of(column.measure, column.year, column.scope);
    let place = scenario.facts.iter().position(same).unwrap_or(scenario.facts.len());
    Ok(Patch { columns: Splice { out: Vec::new(), into: vec![(place, column)] }, ..Patch::default() })
}

/// The patch that takes a column out.
pub(super) fn remove(scenario: &Scenario, place: usize) -> Result<Patch, EditError> {
    scenario.facts.get(place).ok_or(EditError::NoRow { place })?;
    Ok(Patch { columns: Splice { out: vec![place], into: Vec::new() }, ..Patch::default() })
}

/// The patch that adds a series of the user's own, still without figures.
pub(super) fn add_custom(scenario: &Scenario, custom: Custom) -> Result<Patch, EditError> {
    if custom.name.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    if scenario.custom(custom.id).is_some() {
        return Err(EditError::Wrong(Wrong::DoubleCustom { series: custom.id }));
    }
    Ok(Patch { customs: Splice::append(&scenario.customs, [custom]), ..Patch::default() })
}

/// Renames a series of the user's own and returns the name it had.
pub(super) fn rename_custom(
    scenario: &mut Scenario,
    series: CustomId,
    name: String,
) -> Result<String, EditError> {
    if name.trim().is_empty() {
        return Err(EditError::EmptyName);
    }
    let custom = (scenario.customs.iter_mut())
        .find(|custom| custom.id == series)
        .ok_or(EditError::UnknownCustom { series })?;
    Ok(mem::replace(&mut custom.name, name))
}

/// The patch that takes a series of the user's own out, with its figures. No rule may go by it.
pub(super) fn remove_custom(scenario: &Scenario, series: CustomId) -> Result<Patch, EditError> {
    scenario.custom(series).ok_or(EditError::UnknownCustom { series })?;
    if let Some(rule) = scenario.rules.iter().find(|rule| rule.customs().any(|used| used == series)) {
        return Err(EditError::CustomInUse { series, slot: rule.slot, node: rule.node });
    }
    Ok(Patch {
        customs: Splice::remove(&scenario.customs, |custom| custom.id == series),
        columns: Splice::remove(&scenario.facts, |column| column.measure == Measure::Custom(series)),
        ..Patch::default()
    })
}
