//! What a pasted table changes: by the names of units, or cell by cell from where it is pasted.

mod block;
mod by_name;
mod import;
mod layout;
mod newcomers;
mod rows;
mod totals;

pub use block::{BlockFault, BlockPaste, CellKind, Over, paste_block};
pub use by_name::paste_by_name;
pub use import::{
    Answers, Change, ColumnMarks, Counts, Extra, Import, ImportColumn, ImportError, ImportFinding, RowAnswer,
    Series, TotalCheck, Unmatched, Where,
};
pub use layout::{PasteKind, paste_kind};
pub use newcomers::paste_into_empty;
