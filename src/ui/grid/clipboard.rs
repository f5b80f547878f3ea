//! The clipboard: a block goes out as a spreadsheet takes it.

use super::sheet;
use super::table::GridState;
use crate::ui::state::AppState;

/// Puts the selected block on the clipboard.
pub fn copy(state: AppState, grid: GridState, event: &web_sys::ClipboardEvent) {
    if grid.is_editing() {
        return;
    }
    let block = grid.block_now();
    let rows = block.rows.clone().map(|row| {
        let cells = block.columns.clone().filter_map(|column| grid.cell_at(crate::table::At { row, column }));
        cells.map(|cell| sheet::copied(state, grid, cell)).collect::<Vec<_>>().join("\t")
    });
    let text = rows.collect::<Vec<_>>().join("\r\n");
    if let Some(clipboard) = event.clipboard_data()
        && clipboard.set_data("text/plain", &text).is_ok()
    {
        event.prevent_default();
    }
}

/// Copies the block and takes away what was entered in it.
pub fn cut(state: AppState, grid: GridState, event: &web_sys::ClipboardEvent) {
    if grid.is_editing() {
        return;
    }
    copy(state, grid, event);
    sheet::clear(state, grid, &grid.block_now());
}
