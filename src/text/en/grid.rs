//! The table's words in English.

use crate::address::Lens;
use crate::text::Language::En as EN;
use crate::text::grid::GridText;

pub(in crate::text) const GRID: GridText = GridText {
    lenses: "Parts of the page",
    lens: |lens| match lens {
        Lens::Data => "Data",
        Lens::Allocate => "Allocate",
        Lens::Compare => "Compare",
        Lens::Library => super::library::LIBRARY.title,
    },
    data_label: |year| format!("Figures of {year}"),
    edit_other: |unit, column| format!("{unit}, {column}"),
    search: "Find a unit…",
    found: |units| format!("{} {}", EN.people(units), if units == 1 { "unit" } else { "units" }),
    sort: "Sort",
    as_in_document: "as listed",
    sorted_by: |column, descending| {
        format!("{column}, {}", if descending { "largest first" } else { "smallest first" })
    },
    sorted_by_name: |descending| if descending { "name, Y to A" } else { "name, A to Y" },
    limits: "Floors, ceilings",
    open_all: "Open all levels",
    close_all: "Close all",
    all_balanced: "Every level is balanced.",
    mismatch: |node, status| format!("{node}: {status}."),
    next_mismatch: "Next mismatch (F8)",
    years: "Year of the figures",
    year_without_figures: |year| format!("{year} (no figures yet)"),
    estimate: |indicator| format!("{indicator} estimate"),
    other_provinces: "other provinces",
    both_scopes: "incl. other provinces",
    mixed_origin: "several sources",
    type_it: "No figure yet. Type it into the cell, or paste it from Excel.",
    sum: "sum",
    example_made_up: |name| format!("This is the {name} example: every name and figure is illustrative."),
    example_derived: |name| {
        format!(
            "This is the {name} example: figures published, or derived from published ones; blanks are not known."
        )
    },
    row_all: "All",
    all_made_up: "* Every name and figure: illustrative.",
    no_units: "There are no units yet.",
    none_found: "No unit matches what you are looking for.",
};
