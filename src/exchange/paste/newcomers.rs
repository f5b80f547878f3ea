//! A table pasted into a document without units: its rows name the units to begin with.

use std::collections::BTreeMap;

use super::import::{Answers, Import, ImportError, RowAnswer, Where};
use super::layout::{Layout, layout, names_to_begin_with};
use super::paste_by_name;
use crate::exchange::names::{UnitNames, is_total};
use crate::exchange::unit_name::{Title, UnitName, as_listed, kind_of};
use crate::exchange::{Place, Table};
use crate::model::{Kind, Scenario, Unit, UnitId};

/// Reads a table whose rows name units that are still to be added, and its figures; nothing is changed yet.
///
/// Where the document has units already this is [`paste_by_name`].
///
/// - `kind`: what the units most likely are; a title in front of a name says better.
///
/// # Errors
/// [`ImportError`]: no column holds names, or none figures that are known.
pub fn paste_into_empty(
    table: &Table,
    to: Where<'_>,
    answers: &Answers,
    kind: Kind,
) -> Result<Import, ImportError> {
    if to.scenario.units.len() > 1 {
        return paste_by_name(table, to, answers);
    }
    let names = UnitNames::of(&to.scenario.units);
    let at = answers.names.or_else(|| names_to_begin_with(table, to.scenario, &names));
    let answers = &Answers { names: at, ..answers.clone() };
    let layout = layout(table, to, &names, answers)?;
    let newcomers = named(table, &layout, to.scenario, answers, kind);
    let import = paste_by_name(table, Where { scenario: &with(to.scenario, &newcomers), ..to }, answers)?;
    Ok(Import { newcomers, ..import })
}

/// The document as the paste leaves it, as far as units go.
pub(super) fn with(scenario: &Scenario, newcomers: &[Unit]) -> Scenario {
    let mut scenario = scenario.clone();
    scenario.units.extend_from_slice(newcomers);
    scenario
}

/// Notes and signatures stand behind the last row with figures.
fn last_row(table: &Table, layout: &Layout) -> usize {
    let is_figure = |row: usize, column: usize| {
        let text = table.cell(Place { row, column });
        text.chars().any(|c| c.is_ascii_digit())
    };
    let holds_figures = |row: &usize| layout.figures.iter().any(|column| is_figure(*row, column.place));
    (layout.body..table.rows.len()).rev().find(holds_figures).map_or(layout.body, |row| row + 1)
}

fn named(table: &Table, layout: &Layout, scenario: &Scenario, answers: &Answers, kind: Kind) -> Vec<Unit> {
    let Some(Unit { id: root, name, .. }) = scenario.root() else { return Vec::new() };
    let (root, province) = (*root, UnitName::as_written(name));
    let mut found = Found { units: Vec::new(), places: BTreeMap::new(), next: scenario.next_unit_id() };
    let (mut parent, below) = (root, layout.parents.map_or(kind, |_| Kind::Commune));
    for row in layout.body..last_row(table, layout) {
        let text = |column: usize| table.cell(Place { row, column }).trim();
        let is_unit = |name: &str| name.chars().any(char::is_alphabetic) && !is_total_of(name, &province);
        let name = layout.name(table, row);
        if answers.rows.get(&row) == Some(&RowAnswer::Skip) {
            continue;
        }
        // Of merged cells only the first holds the text.
        if let Some(above) = layout.parents.map(text).filter(|above| is_unit(above)) {
            parent = found.unit(above, "", kind, root);
        }
        if is_unit(name) {
            found.unit(name, layout.codes.map_or("", text), below, parent);
        }
    }
    found.units
}

/// A row of the whole province: it is called so, or by the province's name. A city may bear that name with its title.
fn is_total_of(name: &str, province: &UnitName) -> bool {
    UnitName::readings(name).iter().any(|name| {
        let is_province =
            name.full == province.full || (name.title == Some(Title::Province) && name.bare == province.bare);
        is_province || is_total(name)
    })
}

struct Found {
    units: Vec<Unit>,
    places: BTreeMap<(UnitId, String), UnitId>,
    next: UnitId,
}

impl Found {
    /// The unit of this name below its parent, now in the list.
    fn unit(&mut self, name: &str, code: &str, kind: Kind, parent: UnitId) -> UnitId {
        let listed = as_listed(name);
        let written = UnitName::as_written(listed).full;
        let id = *self.places.entry((parent, written)).or_insert(self.next);
        if id == self.next {
            let kind = kind_of(listed, kind);
            let (name, code) = (listed.to_owned(), code.to_owned());
            self.units.push(Unit { id, code, name, kind, parent: Some(parent) });
            self.next = UnitId(id.0.saturating_add(1));
        }
        id
    }
}
