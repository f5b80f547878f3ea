//! What comes from and goes to other programs: the clipboard of spreadsheets, read, understood and written.
//!
//! Texts come in, plain tables of figures and remarks with their places go out; the page wraps them in an
//! edit. Nothing here knows a browser, a language of the page or a plan.

mod clipboard;
mod copy;
mod header;
mod heading;
mod html;
mod names;
mod new_units;
mod number;
mod paste;
mod tab_separated;
mod table;
mod unit_name;

pub use clipboard::{ClipboardError, MOST_BYTES, MOST_CELLS, read_clipboard};
pub use copy::{Copied, to_html, to_tab_separated};
pub use heading::ExtraWhy;
pub use names::{Meant, UnitNames};
pub use new_units::new_unit_names;
pub use number::{Fault, Marks, ReadColumn, TwoWays, read_column};
pub use paste::{
    Answers, BlockFault, BlockPaste, CellKind, Change, ColumnMarks, Counts, Extra, Import, ImportColumn,
    ImportError, ImportFinding, Over, PasteKind, RowAnswer, Series, TotalCheck, Unmatched, Where,
    paste_block, paste_by_name, paste_into_empty, paste_kind,
};
pub use table::{Place, Table, column_letters};
