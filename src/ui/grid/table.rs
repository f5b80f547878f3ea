//! The table itself: heading, one row a unit, the province's line.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::TABLE_ID;
use super::cell::{columns, figure_columns};
use super::editor::Editing;
use super::heading::Heading;
use super::keys::{self, cell_of, edit, keydown, open_sheet};
use super::paste_panel::PastePanel;
use super::row::{TotalRow, UnitRow};
use super::scroll::{View, follow_view};
use crate::address::Lens;
use crate::calc::{Figure, Known, Row, known};
use crate::layout::{Axis, Piece, pieces};
use crate::model::{Measure, Scope, Slot, UnitId};
use crate::table::{At, Block, Cursor, Gesture, Motion, TableRow, matches, moved, rows};
use crate::text;
use crate::ui::chart::rate_axis;
use crate::ui::data::UnitTools;
use crate::ui::state::{AppState, Column, Selected};

/// What every row shares.
#[derive(Clone, Copy)]
pub struct GridState {
    state: AppState,
    pub editing: RwSignal<Option<Editing>>,
    pub columns: Memo<Vec<Column>>,
    /// The units' rows, from top to bottom; the province's own line comes after them.
    pub rows: Memo<Vec<TableRow>>,
    /// Each unit's place in `rows`.
    places: Memo<BTreeMap<UnitId, usize>>,
    is_tree: Memo<bool>,
    /// The selected block, where it is more than one cell.
    pub block: Memo<Option<Block>>,
    /// The axis all rows are drawn on.
    pub axis: Memo<Axis>,
    /// The figures of the columns on screen in Số liệu.
    figures: Memo<BTreeMap<(Measure, Scope), Known>>,
    selector: StoredValue<Selector<Selected>>,
}

impl GridState {
    fn new(state: AppState) -> Self {
        let has_rates = state.follow_plans(|plan| plan.nodes().iter().any(|node| node.has_rates()));
        let figure_columns = Memo::new(move |_| {
            let year = state.figures_year.get();
            state
                .view
                .shown
                .with(|shown| state.read_scenario(|scenario| figure_columns(scenario, year, shown)))
        });
        let columns = Memo::new(move |_| {
            let (limits, beside) = (state.view.limits.get(), state.beside.is_on());
            columns(state.lens.get(), has_rates.get(), limits, beside, || figure_columns.get())
        });
        let figures = Memo::new(move |_| {
            if state.lens.get() != Lens::Data {
                return BTreeMap::new();
            }
            let (year, columns) = (state.figures_year.get(), figure_columns.get());
            state.read_scenario(|scenario| {
                let of = |&(measure, scope): &(Measure, Scope)| {
                    ((measure, scope), known(scenario, measure, year, scope))
                };
                columns.iter().map(of).collect()
            })
        });
        let rows = Memo::new(move |_| {
            let view = state.view;
            let (open, searched) = (view.open.get(), view.searched.get());
            state.read_scenario(|scenario| {
                let found = (!searched.trim().is_empty()).then(|| matches(scenario, &searched));
                view.sorted.with(|sorted| rows(scenario, &open, &sorted.order, found.as_ref()))
            })
        });
        let places = Memo::new(move |_| {
            rows.with(|rows| rows.iter().enumerate().map(|(place, row)| (row.unit, place)).collect())
        });
        let selector = StoredValue::new(Selector::new(move || state.selected.get()));
        let grid = Self {
            state,
            editing: RwSignal::new(None),
            columns,
            rows,
            places,
            is_tree: Memo::new(move |_| rows.with(|rows| rows.iter().any(|row| row.open.is_some()))),
            block: Memo::new(|_| None),
            axis: Memo::new(move |_| {
                state.read_plans(|plan| state.beside.with_plan(|other| rate_axis(plan, other)))
            }),
            figures,
            selector,
        };
        let block = Memo::new(move |_| {
            let (anchor, selected) = (state.anchor.get()?, state.selected.get());
            grid.columns.track();
            grid.places.track();
            let block = Block::between(grid.place_of(anchor), grid.place_of(selected));
            block.is_several().then_some(block)
        });
        Self { block, ..grid }
    }

    /// Whether this is the selected cell; tells only the two cells a change touches.
    pub fn is_selected(self, selected: Selected) -> bool {
        self.selector.with_value(|selector| selector.selected(&selected))
    }

    /// A unit's row with its place, followed; `None` where it is not on screen.
    pub fn place(self, unit: UnitId) -> Option<(usize, TableRow)> {
        let place = self.places.with(|places| places.get(&unit).copied())?;
        self.rows.with(|rows| rows.get(place).map(|row| (place, *row)))
    }

    /// A cell is being typed in: copying and pasting are its field's own.
    pub fn is_editing(self) -> bool {
        self.editing.with_untracked(Option::is_some)
    }

    /// Whether any unit has others below it, followed.
    pub fn is_tree(self) -> bool {
        self.is_tree.get()
    }

    /// A unit's row, where it has one.
    pub fn row_of(self, unit: UnitId) -> Option<TableRow> {
        let place = self.places.with_untracked(|places| places.get(&unit).copied())?;
        self.rows.with_untracked(|rows| rows.get(place).copied())
    }

    /// Where a cell stands; a cell that is not on screen stands where the table begins or ends.
    pub fn place_of(self, cell: Selected) -> At {
        let row = match cell.row {
            Row::Unit(unit) => self.places.with_untracked(|places| places.get(&unit).copied()).unwrap_or(0),
            Row::Total => self.rows.with_untracked(Vec::len),
        };
        let column = |columns: &Vec<Column>| columns.iter().position(|&column| column == cell.column);
        At { row, column: self.columns.with_untracked(column).unwrap_or(0) }
    }

    /// The cell at a place.
    pub fn cell_at(self, at: At) -> Option<Selected> {
        let column = self.columns.with_untracked(|columns| columns.get(at.column).copied())?;
        let row = self.rows.with_untracked(|rows| match rows.get(at.row) {
            Some(row) => Some(Row::Unit(row.unit)),
            None if at.row == rows.len() => Some(Row::Total),
            None => None,
        })?;
        Some(Selected { row, column })
    }

    /// How many rows and columns there are, the province's line included.
    pub fn size(self) -> At {
        At { row: self.rows.with_untracked(Vec::len) + 1, column: self.columns.with_untracked(Vec::len) }
    }

    /// The cell a movement leads to.
    pub fn moved(self, from: Selected, motion: Motion) -> Selected {
        let filled = |at: At| self.cell_at(at).is_some_and(|cell| self.is_filled(cell));
        self.cell_at(moved(self.size(), self.place_of(from), motion, filled)).unwrap_or(from)
    }

    /// What is selected, by places.
    fn cursor(self) -> Cursor {
        Cursor {
            at: self.place_of(self.state.selected.get_untracked()),
            anchor: self.state.anchor.get_untracked().map(|anchor| self.place_of(anchor)),
        }
    }

    /// What a gesture selects; `None` where there is nothing to give up.
    pub fn cursor_after(self, gesture: Gesture) -> Option<Cursor> {
        let filled = |at: At| self.cell_at(at).is_some_and(|cell| self.is_filled(cell));
        self.cursor().after(gesture, self.size(), filled)
    }

    /// The selected block: at least the selected cell.
    pub fn block_now(self) -> Block {
        self.cursor().block()
    }

    /// The units whose rows a block touches.
    pub fn units_of(self, block: &Block) -> Vec<UnitId> {
        self.rows.with_untracked(|rows| {
            block.rows.clone().filter_map(|place| rows.get(place)).map(|row| row.unit).collect()
        })
    }

    /// The row of the unit above; the province's has no row among the units.
    pub fn parent_row(self, state: AppState, unit: UnitId) -> Option<Row> {
        let parent = state.with_draft(|draft| draft.scenario().unit(unit).and_then(|unit| unit.parent))?;
        self.row_of(parent).map(|row| Row::Unit(row.unit))
    }

    /// The figure of a column of Số liệu, followed.
    pub fn figure(self, measure: Measure, scope: Scope, unit: UnitId) -> Option<Figure> {
        self.figures.with(|figures| figures.get(&(measure, scope))?.figure(unit))
    }

    /// The same, without following it.
    pub fn figure_untracked(self, measure: Measure, scope: Scope, unit: UnitId) -> Option<Figure> {
        self.figures.with_untracked(|figures| figures.get(&(measure, scope))?.figure(unit))
    }

    /// Whether a cell holds something: only columns of figures have empty cells.
    fn is_filled(self, cell: Selected) -> bool {
        match (cell.column, cell.row) {
            (Column::Figures(measure, scope), Row::Unit(unit)) => {
                self.figure_untracked(measure, scope, unit).is_some()
            }
            _ => true,
        }
    }
}

/// A part of the table's body, named so that the same rows keep the same nodes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum Part {
    Unit(UnitId),
    /// Room for so many rows that are not there, after this place.
    Gap(usize, usize),
}

/// The table.
#[component]
pub fn Grid() -> impl IntoView {
    let state = expect_context::<AppState>();
    let grid = GridState::new(state);
    provide_context(grid);
    let editing = grid.editing;
    // A cell being edited belongs to one plan: another scenario, indicator, year or lens closes it.
    let plan = state.follow(|scenario| (scenario.units.len(), scenario.name.clone()));
    let place = Memo::new(move |_| {
        let slot = state.read_plans(|plan| plan.province().slot);
        (plan.get(), slot, state.lens.get(), state.figures_year.get())
    });
    Effect::new(move |before: Option<((usize, String), Slot, Lens, u16)>| {
        let now = place.get();
        if before.is_some_and(|before| before != now) {
            editing.set(None);
        }
        now
    });
    keep_selection_on_screen(state, grid);
    let count = Memo::new(move |_| grid.rows.with(Vec::len));
    let View { rows: in_view, row_px, scrolled } = follow_view(count);
    let parts = Memo::new(move |_| {
        let keep = match state.selected.get().row {
            Row::Unit(unit) => grid.places.with(|places| places.get(&unit).copied()),
            Row::Total => None,
        };
        let keep: Vec<usize> = keep.into_iter().collect();
        grid.rows.with(|rows| {
            let part = |piece| match piece {
                Piece::Row(place) => rows.get(place).map(|row: &TableRow| Part::Unit(row.unit)),
                Piece::Gap(from, to) => Some(Part::Gap(from, to - from)),
            };
            pieces(rows.len(), in_view.get(), &keep).into_iter().filter_map(part).collect::<Vec<Part>>()
        })
    });
    let label = Memo::new(move |_| {
        let text = state.text();
        match state.lens.get() {
            Lens::Data => (text.grid.data_label)(&state.figures_year.get().to_string()),
            Lens::Allocate | Lens::Compare | Lens::Library => {
                let slot = state.read_plans(|plan| plan.province().slot);
                (text.table_label)((text.indicator)(slot.indicator), &slot.year.to_string())
            }
        }
    });
    let illustrative =
        state.follow_plans_words(|_, scenario, language| text::illustrative_note(scenario, language));
    let mouse = Mouse { state, grid, pressed: StoredValue::new(None) };
    let has_rates = move || grid.columns.with(|columns| columns.contains(&Column::After)).then_some("");
    view! {
        <PastePanel />
        <UnitTools />
        <div class="grid-box" on:scroll=move |_| scrolled() data-lens=move || lens_name(state.lens.get())>
            <table
                id=TABLE_ID
                class="grid"
                role=move || if grid.is_tree() { "treegrid" } else { "grid" }
                aria-label=label
                aria-multiselectable="true"
                aria-rowcount=move || (count.get() + 2).to_string()
                data-rates=has_rates
                data-limits=move || state.view.limits.get().then_some("")
                on:keydown=move |event| keydown(state, grid, &event)
                on:click=move |event| mouse.click(&event)
                on:dblclick=move |event| mouse.double_click(&event)
                on:mousedown=move |event| mouse.press(&event)
                on:mouseover=move |event| mouse.drag(&event)
                on:copy=move |event| super::clipboard::copy(state, grid, &event)
                on:cut=move |event| super::clipboard::cut(state, grid, &event)
                on:paste=move |event| super::clipboard::paste(state, grid, &event)
            >
                <Heading />
                <tbody role="rowgroup">
                    <For each=move || parts.get() key=|part| *part let:part>
                        {match part {
                            Part::Unit(unit) => view! { <UnitRow unit /> }.into_any(),
                            Part::Gap(_, rows) => view! {
                                <tr class="grid__gap" role="presentation" style:height=move || gap_height(rows, row_px.get())></tr>
                            }.into_any(),
                        }}
                    </For>
                </tbody>
                <tfoot role="rowgroup">
                    <TotalRow />
                </tfoot>
            </table>
        </div>
        {move || illustrative.get().map(|note| view! { <p class="grid-note">{note}</p> })}
    }
}

/// The room of rows that are not in the page.
fn gap_height(rows: usize, row_px: u32) -> String {
    format!("{}px", rows.saturating_mul(row_px as usize))
}

fn lens_name(lens: Lens) -> &'static str {
    match lens {
        Lens::Data => "data",
        Lens::Allocate | Lens::Compare | Lens::Library => "allocate",
    }
}

/// The selected cell is always one of those on screen: a closed or filtered row hands it to what is left of its
/// way up, a column that is gone to the given one or the name.
fn keep_selection_on_screen(state: AppState, grid: GridState) {
    Effect::new(move || {
        let columns = grid.columns.get();
        grid.places.track();
        let now = state.selected.get_untracked();
        let column = if columns.contains(&now.column) {
            now.column
        } else if columns.contains(&Column::Given) {
            Column::Given
        } else {
            columns.get(1).copied().unwrap_or(Column::Unit)
        };
        let row = match now.row {
            Row::Unit(unit) if grid.row_of(unit).is_none() => {
                let above = state.with_draft(|draft| crate::table::way_up(draft.scenario(), unit));
                let first = || grid.rows.with_untracked(|rows| rows.first().map(|row| row.unit));
                let shown = above.into_iter().find(|&unit| grid.row_of(unit).is_some()).or_else(first);
                shown.map_or(Row::Total, Row::Unit)
            }
            row => row,
        };
        if (Selected { row, column }) != now {
            state.anchor.set(None);
            state.selected.set(Selected { row, column });
        }
    });
}

/// Presses and drags: one click selects and explains, Shift or dragging makes a block, two clicks open.
#[derive(Clone, Copy)]
struct Mouse {
    state: AppState,
    grid: GridState,
    /// The cell a drag began in.
    pressed: StoredValue<Option<Selected>>,
}

impl Mouse {
    fn click(self, event: &web_sys::MouseEvent) {
        let Some(cell) = cell_of(self.grid, event) else { return };
        // The end of a drag is no click on its last cell.
        if event.shift_key() || self.state.anchor.get_untracked().is_some() {
            return;
        }
        self.state.selected.set(cell);
        open_sheet(self.state);
    }

    fn press(self, event: &web_sys::MouseEvent) {
        let cell = cell_of(self.grid, event).filter(|_| event.button() == 0);
        self.pressed.set_value(cell);
        match cell {
            Some(cell) if event.shift_key() => {
                event.prevent_default();
                keys::extend(self.state, cell);
            }
            Some(_) => self.state.anchor.set(None),
            None => {}
        }
    }

    fn drag(self, event: &web_sys::MouseEvent) {
        if event.buttons() != 1 || self.grid.editing.get_untracked().is_some() {
            return;
        }
        let (Some(from), Some(to)) = (self.pressed.get_value(), cell_of(self.grid, event)) else { return };
        if from != to || self.state.anchor.get_untracked().is_some() {
            self.state.anchor.set(Some(from));
            self.state.selected.set(to);
        }
    }

    fn double_click(self, event: &web_sys::MouseEvent) {
        if let Some(cell) = cell_of(self.grid, event) {
            edit(self.state, self.grid, cell, None);
        }
    }
}
