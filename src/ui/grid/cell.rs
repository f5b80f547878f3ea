//! Which columns there are, how cells are named in the page, and what every cell tells the browser.

use leptos::prelude::*;

use super::table::GridState;
use crate::calc::Row;
use crate::model::UnitId;
use crate::ui::state::{Column, Selected};

/// One cell. Its attributes are how keys, focus and screen readers find it.
///
/// - `spoken`: the cell in words, where it holds a drawing.
#[component]
pub fn GridCell(
    selected: Selected,
    #[prop(into)] spoken: Signal<Option<String>>,
    children: Children,
) -> impl IntoView {
    let grid = expect_context::<GridState>();
    let is_selected = move || grid.is_selected(selected);
    let label = move || if selected.column == Column::Track { spoken.get() } else { None };
    let is_typed = selected.column == Column::Given && selected.row != Row::Total;
    view! {
        <td
            role=if selected.column == Column::Unit { "rowheader" } else { "gridcell" }
            id=cell_id(selected)
            data-cell=""
            data-column=column_name(selected.column)
            tabindex=move || if is_selected() { "0" } else { "-1" }
            aria-selected=move || is_selected().to_string()
            aria-readonly=(!is_typed).then_some("true")
            aria-label=label
        >
            {children()}
        </td>
    }
}

/// The columns on screen, in order; those of rates only where there is a base.
pub fn columns(has_rates: bool) -> &'static [Column] {
    use Column::{After, Before, Change, Difficulty, Given, Last, Track, Unit};
    if has_rates {
        &[Unit, Last, Given, Change, Before, Track, After, Difficulty]
    } else {
        &[Unit, Last, Given, Change, Difficulty]
    }
}

/// A column's name in the page.
pub fn column_name(column: Column) -> &'static str {
    match column {
        Column::Unit => "unit",
        Column::Last => "last",
        Column::Given => "given",
        Column::Change => "change",
        Column::Before => "before",
        Column::Track => "track",
        Column::After => "after",
        Column::Difficulty => "difficulty",
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

/// The cell with this id.
pub fn from_id(id: &str) -> Option<Selected> {
    let (row, name) = id.strip_prefix("cell-")?.split_once('-')?;
    let row = match row {
        "total" => Row::Total,
        unit => Row::Unit(UnitId(unit.parse().ok()?)),
    };
    let column = columns(true).iter().copied().find(|&column| column_name(column) == name)?;
    Some(Selected { row, column })
}
