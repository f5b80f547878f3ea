//! Figures taken over: one of a unit, a whole series, or where a series comes from.

use super::taking::Taking;
use crate::calc::compare::Series;
use crate::model::{Column, Measure, Scenario, UnitId};

/// What a column says of its figures, and which one it is of several of a series that say the same.
type Head = (crate::model::Provenance, String, String, usize);

impl Taking<'_> {
    /// The unit's figures of a series are those it has there, each in a column that says the same.
    pub(super) fn figure(&mut self, series: Series, unit: UnitId) {
        if let Measure::Custom(custom) = series.measure {
            self.ensure_custom(custom);
        }
        let there = columns_of(self.there, series);
        let here = columns_of(&self.after, series);
        // Out of the columns that do not have it there; those that are left without figures go from behind.
        let mut emptied = Vec::new();
        for (place, head) in &here {
            let has =
                there.iter().any(|(other, of)| of == head && self.there.facts[*other].figure(unit).is_some());
            let column = &mut self.after.facts[*place];
            if !has && column.figure(unit).is_some() {
                column.figures.retain(|(id, _)| *id != unit);
                if column.figures.is_empty() && there.iter().all(|(_, of)| of != head) {
                    emptied.push(*place);
                }
            }
        }
        emptied.into_iter().rev().for_each(|place| drop(self.after.facts.remove(place)));
        for (number, (place, head)) in there.iter().enumerate() {
            let Some(people) = self.there.facts[*place].figure(unit) else { continue };
            let at = self.ensure_column(series, head, &there[..=number]);
            let figures = &mut self.after.facts[at].figures;
            match figures.binary_search_by_key(&unit, |(id, _)| *id) {
                Ok(place) => figures[place].1 = people,
                Err(place) => figures.insert(place, (unit, people)),
            }
        }
    }

    /// The place of the column that says what `head` does; it and those that say the same before it come where they
    /// are missing.
    fn ensure_column(&mut self, series: Series, head: &Head, up_to: &[(usize, Head)]) -> usize {
        let is_alike = |of: &Head| (of.0, &of.1, &of.2) == (head.0, &head.1, &head.2);
        let mut at = 0;
        for (number, (_, of)) in up_to.iter().enumerate().filter(|(_, (_, of))| is_alike(of)) {
            let here = columns_of(&self.after, series);
            let known = here.iter().find(|(_, other)| other == of).map(|(place, _)| *place);
            at = known.unwrap_or_else(|| self.insert_column(series, &up_to[..=number], &here));
        }
        at
    }

    /// Puts the last of these columns, without figures, behind the nearest before it that is here, else before all
    /// others of the series. Answers its place.
    fn insert_column(&mut self, series: Series, up_to: &[(usize, Head)], here: &[(usize, Head)]) -> usize {
        let before = up_to.iter().rev().skip(1).find_map(|(_, head)| here.iter().find(|(_, of)| of == head));
        let first = || here.first().map_or(self.after.facts.len(), |(place, _)| *place);
        let at = before.map_or_else(first, |(place, _)| place + 1);
        let like = up_to.last().and_then(|(place, _)| self.there.facts.get(*place));
        let column = like.map(|column| Column { figures: Vec::new(), ..column.clone() });
        let column = column.unwrap_or_else(|| Column {
            measure: series.measure,
            year: series.year,
            scope: series.scope,
            provenance: crate::model::Provenance::Entered,
            source: String::new(),
            note: String::new(),
            figures: Vec::new(),
        });
        self.after.facts.insert(at, column);
        at
    }

    /// All columns of a series are those it has there, with the figures of the units that are here.
    pub(super) fn series(&mut self, series: Series) {
        let known: std::collections::BTreeSet<UnitId> = self.after.units.iter().map(|unit| unit.id).collect();
        let taken =
            self.there.columns(series.measure, series.year, series.scope).cloned().map(|mut column| {
                column.figures.retain(|(unit, _)| known.contains(unit));
                column
            });
        self.replace(series, taken.collect());
    }

    /// The columns of a series say of their figures what they say there. A column that is called otherwise there
    /// keeps its figures; one that only the base has goes with them, one that is new comes with its own.
    pub(super) fn columns(&mut self, series: Series) {
        let there = columns_of(self.there, series);
        let mut left = columns_of(&self.after, series);
        // First the columns that say the same, then what is left in order.
        let mut pairs: Vec<Option<usize>> = (there.iter())
            .map(|(_, head)| {
                let found = left.iter().position(|(_, of)| of == head)?;
                Some(left.remove(found).0)
            })
            .collect();
        let mut left = left.into_iter().map(|(place, _)| place);
        for pair in pairs.iter_mut().filter(|pair| pair.is_none()) {
            *pair = left.next();
        }
        let known: std::collections::BTreeSet<UnitId> = self.after.units.iter().map(|unit| unit.id).collect();
        let taken = (there.iter().zip(pairs))
            .map(|((place, _), here)| {
                let mut column = self.there.facts[*place].clone();
                match here.and_then(|here| self.after.facts.get(here)) {
                    Some(here) => column.figures.clone_from(&here.figures),
                    None => column.figures.retain(|(unit, _)| known.contains(unit)),
                }
                column
            })
            .collect();
        self.replace(series, taken);
    }

    /// These are the columns of a series, where its first one stood.
    fn replace(&mut self, series: Series, columns: Vec<Column>) {
        let is_of = |column: &Column| column.is_of(series.measure, series.year, series.scope);
        let facts = &mut self.after.facts;
        let at = facts.iter().position(is_of).unwrap_or(facts.len());
        facts.retain(|column| !is_of(column));
        facts.splice(at..at, columns);
    }
}

/// The columns of a series by their places, in the order they count.
fn columns_of(scenario: &Scenario, series: Series) -> Vec<(usize, Head)> {
    let mut columns: Vec<(usize, Head)> = Vec::new();
    for (place, column) in scenario.facts.iter().enumerate() {
        if column.is_of(series.measure, series.year, series.scope) {
            let Column { provenance, source, note, .. } = column;
            let alike = |(_, of): &&(usize, Head)| (of.0, &of.1, &of.2) == (*provenance, source, note);
            let nth = columns.iter().filter(alike).count();
            columns.push((place, (*provenance, source.clone(), note.clone(), nth)));
        }
    }
    columns
}
