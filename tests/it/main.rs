//! Native tests: one module per feature.

mod blank;
mod cascade;
mod cascade_properties;
mod common;
mod edits;
mod example;
mod figures;
mod first_screen;
mod fuzz;
mod history;
mod ledger;
mod levels;
mod matrix;
mod matrix_properties;
mod paste;
mod paste_words;
mod period;
mod plan;
mod plans;
#[path = "../reference/mod.rs"]
mod reference;
mod review;
mod road_map;
mod rules;
mod saves;
mod sentences;
mod solve;
mod solve_cascade;
mod solve_matrix;
mod split;
mod split_properties;
mod table;
mod text;
mod text_document;
mod tree_edits;
mod worked_out;
