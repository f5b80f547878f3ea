//! Every sentence and number format, in Vietnamese and English, and the reading of typed numbers.
//!
//! Facts come in (plans, findings, errors, edits), words go out. Labels are one [`Text`] per language; what
//! depends on a fact is one exhaustive `match` per language in `vi` and `en`, so that a missing translation
//! does not compile. This module decides nothing and knows no browser: the language is an argument.

mod access;
mod cell;
mod checks;
mod compare;
mod data;
mod document;
mod echo;
mod en;
mod exchange;
mod figures;
mod grid;
mod history;
mod keeping;
mod labels;
mod ledger;
mod library;
mod message;
mod names;
mod negotiation;
mod number;
mod offline;
mod origin;
mod parse;
mod periods;
mod road_map;
mod rule;
mod share;
mod skips;
mod step;
mod targets;
mod verdict;
mod vi;

use serde::{Deserialize, Serialize};

pub use access::{AccessText, Why, view_only};
pub use cell::{total_cell, unit_cell};
pub use checks::{Agreed, Checks, ChecksText, Place, Told, checks, told_of_document, told_of_plan};
pub use compare::{
    CompareText, Group, HeadlineRow, aspect_name, compare_verdict, headline_rows, letter, value_words,
};
pub use data::DataText;
pub use document::{document_finding, people_interval, share_interval, stated};
pub use echo::{column_line, echo, human_scale, quantity, rate_move, source_line, target_line, typed};
pub use exchange::{
    ExchangeText, block_asked, block_fault, block_over, block_readings, block_result, clipboard_error,
    extra_column, import_counts, import_error, import_finding, import_newcomers, import_readings,
    import_result, reading_choices, series_name,
};
pub use figures::{FigureTold, figure_told};
pub use grid::{GridText, figures_heading, figures_origin};
pub use history::{HistoryText, Moment, moment};
pub use keeping::{KeepingText, MadeRoom, Recovered, made_room, recovered};
pub use labels::Text;
pub use ledger::{LedgerLine, amount, ledger_as_text, ledger_lines, locked_because, why_sentence};
pub use library::{LibraryText, about, file_copy, file_error, file_line, kilobytes, name_fault, written};
pub use message::{
    Message, StorageTrouble, clash_line, cure, edit_error, finding, history_lost, kept_aside, kept_too_large,
    method_lacks, read_error, save_error, storage_trouble,
};
pub use names::{
    custom_name, measure_name, method_name, total_in_sentence, total_name, unit_list, unit_name,
};
pub use negotiation::{NegotiationText, negotiate_error};
pub use number::BLANK;
pub use offline::OfflineText;
pub use origin::{example_line, illustrative_note};
pub use parse::{ReadError, TargetField, parse_count, parse_date, parse_limit, parse_share, parse_target};
pub use periods::{PeriodsText, WeightError, parse_weight, period_error, weight_error};
pub use road_map::{RoadMapText, part_sum, road_map_title, size_words, year_change, year_why};
pub use rule::{RuleText, driver_label, driver_name, lacking, share, share_out_of_reach};
pub use share::{MOST_CHARACTERS, ShareText, link_error, link_too_long};
pub use skips::SkipText;
pub use step::step_name;
pub use targets::{TargetsText, plan_line, share_of_plan};
pub use verdict::{not_balanced_reason, status, verdict};

pub use crate::reading::fold;

/// A language of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Language {
    /// Vietnamese, the first.
    #[default]
    Vi,
    /// English.
    En,
}

impl Language {
    /// Both, in the order they are offered.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The code for `lang` attributes and settings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// Its own name for itself.
    #[must_use]
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Vi => "Tiếng Việt",
            Self::En => "English",
        }
    }
}

/// The labels of a language.
#[must_use]
pub fn text(language: Language) -> &'static Text {
    match language {
        Language::Vi => &vi::TEXT,
        Language::En => &en::TEXT,
    }
}
