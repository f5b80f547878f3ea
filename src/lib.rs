//! Bao Phủ splits a province's yearly insurance targets over its units, in whole people that add up exactly.
//!
//! # The map
//!
//! The user edits one document, the [`model::Scenario`]; everything else is derived from it by pure functions.
//!
//! | Folder | What it is for |
//! |---|---|
//! | [`model`] | the document as plain data: units, figures, claims, targets, road maps, rules, limits |
//! | [`calc`] | scenario → plan: the exact split ([`calc::split`]), also down a tree ([`calc::cascade`]) and two ways at once ([`calc::matrix`]), a year by month ([`calc::period`]), findings with cures, the look at the whole document ([`calc::check`]), and the ledger of every number |
//! | [`edit`] | changes with their inverses, and the draft that can undo them |
//! | [`merge`] | one input of a scenario taken over into another, as an edit |
//! | [`save`] | the document as versioned text, packed where it is large, and as the text of a link; and back |
//! | [`exchange`] | what comes from and goes to spreadsheets: clipboards read, understood, written |
//! | [`example`] | the built-in examples, with the source of every figure |
//! | [`solve`] | split problems as JSON text → answers: the core without the page |
//! | [`address`] | places in the page as text behind the `#`: which lens, unit, indicator and year, in which shared document |
//! | [`reading`] | plain text made readable: words without their marks, digits with their separators |
//! | [`library`] | the reader's scenarios as a list: what a line says, order, names, age of the files |
//! | [`layout`] | numbers → positions, for charts and bars |
//! | [`table`] | a table of units without a screen: its rows, where keys lead, what a block holds |
//! | [`text`] | every sentence and number format, in Vietnamese and English, and the reading of typed numbers |
//! | `ui` | the page (Leptos): the only folder that knows the browser, behind the feature `ui` |
//!
//! ```text
//! keys, mouse ─▶ ui ─▶ Edit ─▶ Draft ─▶ Scenario ─▶ calc::derive ─▶ Plan ─▶ text, layout ─▶ ui
//!                                 └─▶ save ─▶ localStorage
//! ```
//!
//! `ui` may use everything; `text` puts the facts of `calc`, `edit`, `exchange`, `library` and `save` into words; these
//! five know only `model` and `reading` and not each other; `layout` knows nobody, `address` only the names in `model`,
//! `merge` turns what `calc` finds to differ into an `edit`. `solve` and `example` are thin: they hand text to `calc`
//! and `save`.

pub mod address;
pub mod calc;
pub mod edit;
pub mod example;
pub mod exchange;
pub mod layout;
pub mod library;
pub mod merge;
pub mod model;
pub mod reading;
pub mod save;
pub mod solve;
pub mod table;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
