//! Which columns there are, how cells are named in the page, and what every cell tells the browser.

use std::collections::BTreeSet;

use leptos::prelude::*;

use super::table::GridState;
use crate::address::Lens;
use crate::calc::Row;
use crate::model::{Base, CustomId, Measure, Scenario, Scope, UnitId};
use crate::ui::state::{AppState, Column, Selected};

/// One cell. Its attributes are how keys, focus and screen readers find it.
///
/// - `in_block`: whether a column of this row is in the selected block.
/// - `spoken`: the cell in words, where it holds a drawing.
#[component]
pub fn GridCell(
    selected: Selected,
    #[prop(into)] in_block: Signal<bool>,
    #[prop(into)] spoken: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let grid = expect_context::<GridState>();
    let state = expect_context::<AppState>();
    let is_active = move || grid.is_selected(selected);
    let label = move || if selected.column == Column::Track { spoken.get() } else { None };
    view! {
        <td
            role=if selected.column == Column::Unit { "rowheader" } else { "gridcell" }
            id=cell_id(selected)
            data-cell=""
            data-column=column_name(selected.column)
            tabindex=move || if is_active() { "0" } else { "-1" }
            aria-selected=move || (is_active() || in_block.get()).to_string()
            data-active=move || is_active().then_some("")
            aria-readonly=move || {
                (!can_open(state.lens.get(), selected) || state.is_read_only()).then_some("true")
            }
            aria-label=label
        >
            {children()}
        </td>
    }
}

/// Whether the cell takes typing.
pub fn is_typed(selected: Selected) -> bool {
    match selected.column {
        Column::Given | Column::Floor | Column::Ceiling => selected.row != Row::Total,
        Column::Figures(..) => true,
        _ => false,
    }
}

/// Whether the cell can be opened: those that take typing and, in Số liệu, names.
pub fn can_open(lens: Lens, selected: Selected) -> bool {
    is_typed(selected) || (lens, selected.column) == (Lens::Data, Column::Unit)
}

/// The columns on screen, in order.
///
/// - `has_rates`: there is a base, so rates can be shown.
/// - `limits`: floors and ceilings are shown.
/// - `beside`: another scenario is laid beside this one.
pub fn columns(
    lens: Lens,
    has_rates: bool,
    limits: bool,
    beside: bool,
    figures: impl FnOnce() -> Vec<(Measure, Scope)>,
) -> Vec<Column> {
    use Column::{
        After, Before, Beside, Ceiling, Change, Difficulty, Figures, Floor, Given, Last, Track, Unit,
    };
    if lens == Lens::Data {
        let figures = figures().into_iter().map(|(measure, scope)| Figures(measure, scope));
        return std::iter::once(Unit).chain(figures).collect();
    }
    let mut columns = vec![Unit, Last, Given, Change];
    if beside {
        columns.push(Beside);
    }
    if limits {
        columns.extend([Floor, Ceiling]);
    }
    if has_rates {
        columns.extend([Before, Track, After]);
    }
    columns.push(Difficulty);
    columns
}

/// What is always offered for typing: the two bases, and the results of the four insurances.
const ALWAYS: [Measure; 6] = {
    use crate::model::Indicator::{CompulsorySi, Health, Unemployment, VoluntarySi};
    [
        Measure::Base(Base::Population),
        Measure::Base(Base::LabourForce),
        Measure::Result(CompulsorySi),
        Measure::Result(VoluntarySi),
        Measure::Result(Unemployment),
        Measure::Result(Health),
    ]
};

/// The columns of figures of a year: those always offered, those asked for, and whatever else the document knows.
pub fn figure_columns(
    scenario: &Scenario,
    year: u16,
    asked_for: &BTreeSet<(Measure, Scope)>,
) -> Vec<(Measure, Scope)> {
    let mut columns: Vec<(Measure, Scope)> =
        ALWAYS.into_iter().map(|measure| (measure, Scope::InProvince)).collect();
    let there = (scenario.facts.iter()).filter(|column| column.year == year);
    columns.extend(there.map(|column| (column.measure, column.scope)));
    let planned = scenario.slots().map(|slot| (Measure::Result(slot.indicator), Scope::InProvince));
    columns.extend(planned);
    let own = scenario.customs.iter().map(|series| (Measure::Custom(series.id), Scope::InProvince));
    columns.extend(own);
    let known = |(measure, _): &&(Measure, Scope)| match *measure {
        Measure::Custom(series) => scenario.custom(series).is_some(),
        Measure::Base(_) | Measure::Result(_) | Measure::Estimate(_) => true,
    };
    columns.extend(asked_for.iter().filter(known));
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// A column's name in the page.
pub fn column_name(column: Column) -> String {
    match column {
        Column::Unit => "unit".into(),
        Column::Last => "last".into(),
        Column::Given => "given".into(),
        Column::Change => "change".into(),
        Column::Beside => "beside".into(),
        Column::Before => "before".into(),
        Column::Track => "track".into(),
        Column::After => "after".into(),
        Column::Difficulty => "difficulty".into(),
        Column::Floor => "floor".into(),
        Column::Ceiling => "ceiling".into(),
        Column::Figures(measure, scope) => format!("{}{}", measure_name(measure), scope_name(scope)),
    }
}

fn measure_name(measure: Measure) -> String {
    match measure {
        Measure::Base(Base::Population) => "population".into(),
        Measure::Base(Base::LabourForce) => "labour-force".into(),
        Measure::Base(Base::Liable) => "liable".into(),
        Measure::Result(indicator) => format!("result-{}", indicator.code()),
        Measure::Estimate(indicator) => format!("estimate-{}", indicator.code()),
        Measure::Custom(CustomId(series)) => format!("own-{series}"),
    }
}

fn scope_name(scope: Scope) -> &'static str {
    match scope {
        Scope::InProvince => "",
        Scope::OtherProvinces => "-other",
        Scope::Both => "-both",
    }
}

/// A cell's id: `cell-7-given`, `cell-total-given`.
pub fn cell_id(selected: Selected) -> String {
    let column = column_name(selected.column);
    match selected.row {
        Row::Unit(UnitId(unit)) => format!("cell-{unit}-{column}"),
        Row::Total => format!("cell-total-{column}"),
    }
}

/// The cell with this id, among the columns on screen.
pub fn from_id(id: &str, columns: &[Column]) -> Option<Selected> {
    let (row, name) = id.strip_prefix("cell-")?.split_once('-')?;
    let row = match row {
        "total" => Row::Total,
        unit => Row::Unit(UnitId(unit.parse().ok()?)),
    };
    let column = columns.iter().copied().find(|&column| column_name(column) == name)?;
    Some(Selected { row, column })
}
