//! Pasting in words: what came in, what was left out, what is asked.

use super::names::measure_name;
use super::{Language, Message, en, vi};
use crate::exchange::{
    BlockFault, BlockPaste, ClipboardError, ColumnMarks, Counts, Extra, Import, ImportError, ImportFinding,
    Over, Series, TwoWays, column_letters,
};
use crate::model::{Scenario, Scope, UnitId};

/// The labels of pasting, in one language.
#[derive(Debug)]
pub struct ExchangeText {
    /// Button: paste what was copied in a spreadsheet.
    pub paste: &'static str,
    /// Heading of what a table pasted by name would change.
    pub preview: &'static str,
    /// Button: apply it.
    pub apply: &'static str,
    /// Button: paste only what fits into the table.
    pub apply_fitting: &'static str,
    /// Button: leave everything as it was.
    pub cancel: &'static str,
    /// Choice for a row: it is not read.
    pub skip_row: &'static str,
    /// Choice between the rows of one unit, with the number of the row from 1.
    pub keep_row: fn(usize) -> String,
    /// Choice of the column that holds the names.
    pub names_column: &'static str,
    /// How many units come with the table, and their names.
    pub newcomers: fn(usize, &str) -> String,
    /// Heading of the rows that match no unit.
    pub unmatched: &'static str,
    /// Heading of the columns that are kept out.
    pub extras: &'static str,
}

/// Why nothing can be pasted.
#[must_use]
pub fn clipboard_error(error: ClipboardError, language: Language) -> Message {
    match language {
        Language::Vi => vi::exchange::clipboard_error(error),
        Language::En => en::exchange::clipboard_error(error),
    }
}

/// Why a table cannot be read by the names of units.
#[must_use]
pub fn import_error(error: ImportError, language: Language) -> Message {
    match language {
        Language::Vi => vi::exchange::import_error(error),
        Language::En => en::exchange::import_error(error),
    }
}

/// A remark on a table pasted by name.
#[must_use]
pub fn import_finding(finding: &ImportFinding, scenario: &Scenario, language: Language) -> Message {
    match language {
        Language::Vi => vi::exchange::import_finding(finding, scenario),
        Language::En => en::exchange::import_finding(finding, scenario),
    }
}

/// A cell of a block that holds no number of people.
#[must_use]
pub fn block_fault(fault: &BlockFault, language: Language) -> Message {
    match language {
        Language::Vi => vi::exchange::cell(fault.place, fault.fault, &fault.found),
        Language::En => en::exchange::cell(fault.place, fault.fault, &fault.found),
    }
}

/// A column of a block that can be read in two ways.
#[must_use]
pub fn block_asked(column: usize, two_ways: &TwoWays, language: Language) -> Message {
    match language {
        Language::Vi => vi::exchange::two_ways(&column_letters(column), two_ways),
        Language::En => en::exchange::two_ways(&column_letters(column), two_ways),
    }
}

/// The two readings of a column, as the words of their buttons: grouped, then with decimals.
#[must_use]
pub fn reading_choices(two_ways: &TwoWays, language: Language) -> [String; 2] {
    let grouped = language.people(two_ways.grouped);
    let decimal = language.decimal(&two_ways.decimal);
    match language {
        Language::Vi => [format!("{grouped} người"), format!("{decimal} (có phần lẻ)")],
        Language::En => [format!("{grouped} people"), format!("{decimal} (with decimals)")],
    }
}

/// What a block that is larger than the table goes beyond it, and the question what to do.
#[must_use]
pub fn block_over(over: Over, language: Language) -> Message {
    match language {
        Language::Vi => vi::exchange::over(over),
        Language::En => en::exchange::over(over),
    }
}

/// The result of a table pasted by name: “Đã dán 12 dòng × 2 cột; khớp dòng Tổng cộng”.
#[must_use]
pub fn import_result(import: &Import, language: Language) -> String {
    let asked = |column: &&crate::exchange::ImportColumn| matches!(column.marks, ColumnMarks::Asked(_));
    let columns = import.columns.len() - import.columns.iter().filter(asked).count();
    let off = import.totals.iter().filter(|check| !check.matches()).count();
    let faults =
        import.findings.iter().filter(|finding| matches!(finding, ImportFinding::Cell { .. })).count();
    let duplicates = import.findings.iter().filter_map(|finding| match finding {
        ImportFinding::Duplicate { rows, .. } => Some(rows.len()),
        _ => None,
    });
    let left_out =
        LeftOut { faults, rows: import.unmatched.len() + duplicates.sum::<usize>(), ..LeftOut::default() };
    let totals = match (import.totals.len(), off) {
        (0, _) => Totals::None,
        (_, 0) => Totals::Match,
        (_, off) => Totals::Differ(off),
    };
    match language {
        Language::Vi => vi::exchange::pasted(import.units, columns, totals, &left_out),
        Language::En => en::exchange::pasted(import.units, columns, totals, &left_out),
    }
}

/// The units that come with a table: “Thêm 12 đơn vị: TP Sơn La, Mộc Châu, Mai Sơn và 9 đơn vị nữa.”; `None` where
/// there are none.
///
/// - `scenario`: as the paste leaves it.
#[must_use]
pub fn import_newcomers(import: &Import, scenario: &Scenario, language: Language) -> Option<String> {
    let units: Vec<UnitId> = import.newcomers.iter().map(|unit| unit.id).collect();
    let names = super::unit_list(scenario, &units, language);
    (!units.is_empty()).then(|| (super::text(language).exchange.newcomers)(units.len(), &names))
}

/// The result of a block: how much of it went in, and what was left alone.
#[must_use]
pub fn block_result(block: &BlockPaste, language: Language) -> String {
    let extent = |part: fn(&crate::exchange::Place) -> usize| {
        block.set.iter().map(|(place, _)| part(place)).collect::<std::collections::BTreeSet<_>>().len()
    };
    let left_out = LeftOut {
        locked: block.locked,
        computed: block.computed,
        faults: block.faults.len(),
        headings: block.headings,
        rows: 0,
    };
    let totals = if block.totals.is_empty() { Totals::None } else { Totals::Match };
    let (rows, columns) = (extent(|place| place.row), extent(|place| place.column));
    match (language, block.fills) {
        (Language::Vi, true) => vi::exchange::filled(block.set.len(), &left_out),
        (Language::En, true) => en::exchange::filled(block.set.len(), &left_out),
        (Language::Vi, false) => vi::exchange::pasted(rows, columns, totals, &left_out),
        (Language::En, false) => en::exchange::pasted(rows, columns, totals, &left_out),
    }
}

/// What a paste left alone, by reason: cells, and rows of the table.
#[derive(Default)]
pub(super) struct LeftOut {
    pub(super) locked: usize,
    pub(super) computed: usize,
    pub(super) faults: usize,
    pub(super) headings: usize,
    pub(super) rows: usize,
}

/// What became of the totals of a table.
pub(super) enum Totals {
    None,
    Match,
    Differ(usize),
}

/// How many figures of a table are what to the document: kept, changed, new, without a figure now.
#[must_use]
pub fn import_counts(counts: Counts, language: Language) -> String {
    match language {
        Language::Vi => vi::exchange::counts(counts),
        Language::En => en::exchange::counts(counts),
    }
}

/// How the numbers of each column were read, for those with a mark in them: “Cột “TN”: “1,234” đọc là 1.234.”
#[must_use]
pub fn import_readings(import: &Import, language: Language) -> Vec<String> {
    let line = |column: &crate::exchange::ImportColumn| {
        let (text, people) = column.example.as_ref()?;
        let is_open = matches!(column.marks, ColumnMarks::Asked(_));
        (!is_open).then(|| reading(&column_name(&column.heading, column.place), text, *people, language))
    };
    import.columns.iter().filter_map(line).collect()
}

/// How the numbers of each column of a block were read.
#[must_use]
pub fn block_readings(block: &BlockPaste, language: Language) -> Vec<String> {
    let line = |(column, text, people): &(usize, String, u64)| {
        reading(&column_letters(*column), text, *people, language)
    };
    block.examples.iter().map(line).collect()
}

fn reading(column: &str, text: &str, people: u64, language: Language) -> String {
    let people = language.people(people);
    match language {
        Language::Vi => format!("Cột “{column}”: “{text}” đọc là {people}."),
        Language::En => format!("Column “{column}”: “{text}” is read as {people}."),
    }
}

/// A column that is kept out, and why.
#[must_use]
pub fn extra_column(extra: &Extra, language: Language) -> String {
    let name = column_name(&extra.heading, extra.place);
    match language {
        Language::Vi => format!("{name}: {}", vi::exchange::why_extra(extra.why)),
        Language::En => format!("{name}: {}", en::exchange::why_extra(extra.why)),
    }
}

/// The figures of a column: “số tham gia BHXH tự nguyện 2022, tham gia ngoài tỉnh”.
#[must_use]
pub fn series_name(series: Series, scenario: &Scenario, language: Language) -> String {
    let name = format!("{} {}", measure_name(series.measure, scenario, language), series.year);
    match series.scope {
        Scope::InProvince => name,
        Scope::OtherProvinces | Scope::Both => {
            let scope = (super::text(language).scope)(series.scope);
            format!("{name}, {}", super::names::in_sentence(scope))
        }
    }
}

/// A column by its heading, else by the letter spreadsheets have for it.
pub(super) fn column_name(heading: &str, column: usize) -> String {
    if heading.is_empty() { column_letters(column) } else { super::parse::excerpt(heading) }
}
