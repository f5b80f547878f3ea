//! Problems of kind `matrix`: a table whose rows and columns both have totals.

use serde::Serialize;

use super::answer::{Number, Outcome, Solved};
use super::fields::{Fault, Fields, short};
use super::json::Json;
use super::number;
use crate::calc::matrix::{Cell, Matrix, NoTable, Table, TableReason, TableRounding, fill};
use crate::calc::split::Weight;
use crate::model::Rate;

/// Cells a table may have at most, times its rows or its columns, whichever are fewer: 14,000 units by month fit, and
/// 128 by 128.
const MOST_WORK: usize = 1 << 21;

/// Rows and columns, by position.
#[derive(Serialize)]
pub(super) struct Lines {
    rows: Vec<usize>,
    columns: Vec<usize>,
}

/// Reads the problem and solves it.
pub(super) fn answer(fields: &Fields<'_>) -> Result<Outcome, Fault> {
    fields.only(&[
        "id",
        "kind",
        "rounding",
        "row_totals",
        "column_totals",
        "weights",
        "floors",
        "ceilings",
    ])?;
    let rounding = rounding(fields)?;
    let table = table(fields)?;
    Ok(match fill(&table, rounding) {
        Ok(matrix) => Outcome::Ok(solved(&matrix, table.column_totals.len())),
        Err(NoTable { reason, gap, rows, columns }) => {
            Outcome::NoTable { reason: code(reason), gap: Number(gap), clash: Lines { rows, columns } }
        }
    })
}

fn rounding(fields: &Fields<'_>) -> Result<TableRounding, Fault> {
    let fault = |what: String| {
        Err(Fault::new(what, fields.path("rounding"), "use \"webster\", \"jefferson\" or \"adams\""))
    };
    match fields.optional("rounding") {
        None => Ok(TableRounding::Webster),
        Some(Json::Text(name)) => match name.as_str() {
            "webster" => Ok(TableRounding::Webster),
            "jefferson" => Ok(TableRounding::Jefferson),
            "adams" => Ok(TableRounding::Adams),
            other => fault(format!("a table cannot be rounded by “{}”", short(other))),
        },
        Some(other) => fault(format!("the rounding is {}, not a string", other.kind())),
    }
}

fn table(fields: &Fields<'_>) -> Result<Table, Fault> {
    let row_totals = totals(fields, "row_totals")?;
    let column_totals = totals(fields, "column_totals")?;
    let (rows, columns) = (row_totals.len(), column_totals.len());
    if rows.saturating_mul(columns).saturating_mul(rows.min(columns)) > MOST_WORK {
        let what = format!("a table of {rows} rows and {columns} columns is too large");
        let fix = "send fewer rows or columns: up to 14,000 by 12, or 128 by 128";
        return Err(Fault::new(what, "row_totals, column_totals", fix));
    }
    let weights = Grid::required(fields, "weights", rows, columns)?;
    let floors = Grid::optional(fields, "floors", rows, columns)?;
    let ceilings = Grid::optional(fields, "ceilings", rows, columns)?;
    let mut cells = Vec::with_capacity(rows * columns);
    for row in 0..rows {
        for column in 0..columns {
            let limit = |limits: &Option<Grid<'_>>| match limits {
                Some(limits) => limits.count(row, column),
                None => Ok(None),
            };
            let (floor, ceiling) = (limit(&floors)?.unwrap_or(0), limit(&ceilings)?);
            cells.push(Cell { weight: weights.weight(row, column)?, floor, ceiling });
        }
    }
    Ok(Table { row_totals, column_totals, cells })
}

fn totals(fields: &Fields<'_>, name: &str) -> Result<Vec<u64>, Fault> {
    let totals = list(fields.required(name)?, name)?;
    totals.iter().enumerate().map(|(at, total)| number::count(total, &format!("{name}[{at}]"))).collect()
}

fn list<'a>(value: &'a Json, place: &str) -> Result<&'a [Json], Fault> {
    match value {
        Json::Array(items) => Ok(items),
        other => Err(Fault::new(
            format!("this is {}, not an array", other.kind()),
            place,
            "write an array: [1, 2, 3]",
        )),
    }
}

/// An array for every row, with something for every column.
struct Grid<'a> {
    name: &'a str,
    rows: Vec<&'a [Json]>,
}

impl<'a> Grid<'a> {
    fn required(fields: &Fields<'a>, name: &'a str, rows: usize, columns: usize) -> Result<Self, Fault> {
        Self::read(fields.required(name)?, name, rows, columns)
    }

    fn optional(
        fields: &Fields<'a>,
        name: &'a str,
        rows: usize,
        columns: usize,
    ) -> Result<Option<Self>, Fault> {
        fields.optional(name).map(|value| Self::read(value, name, rows, columns)).transpose()
    }

    fn read(value: &'a Json, name: &'a str, rows: usize, columns: usize) -> Result<Self, Fault> {
        let items = list(value, name)?;
        if items.len() != rows {
            let what = format!("{} rows here, but {rows} row totals", items.len());
            return Err(Fault::new(what, name, "write one array for every row total"));
        }
        let row = |(at, row): (usize, &'a Json)| {
            let place = format!("{name}[{at}]");
            let cells = list(row, &place)?;
            if cells.len() == columns {
                return Ok(cells);
            }
            let what = format!("{} cells here, but {columns} column totals", cells.len());
            Err(Fault::new(what, place, "write one cell for every column total"))
        };
        Ok(Self { name, rows: items.iter().enumerate().map(row).collect::<Result<_, _>>()? })
    }

    fn place(&self, row: usize, column: usize) -> String {
        format!("{}[{row}][{column}]", self.name)
    }

    fn count(&self, row: usize, column: usize) -> Result<Option<u64>, Fault> {
        match &self.rows[row][column] {
            Json::Null => Ok(None),
            value => number::count(value, &self.place(row, column)).map(Some),
        }
    }

    fn weight(&self, row: usize, column: usize) -> Result<Weight, Fault> {
        let weight = number::ratio(&self.rows[row][column], &self.place(row, column))?;
        Ok(match u64::try_from(weight.numer()) {
            Ok(whole) if weight.is_integer() => Weight::Whole(whole),
            _ => Weight::Ratio(weight),
        })
    }
}

fn solved(matrix: &Matrix, columns: usize) -> Solved {
    let people = |&value: &u64| Number(value.into());
    let exact = |divisors: &[Rate]| divisors.iter().map(ToString::to_string).collect();
    let rows = matrix.row_divisors.len();
    Solved::Matrix {
        values: (0..rows)
            .map(|row| matrix.values[row * columns..][..columns].iter().map(people).collect())
            .collect(),
        row_divisors: exact(&matrix.row_divisors),
        column_divisors: exact(&matrix.column_divisors),
        unique: matrix.unique,
    }
}

/// The code of a reason.
fn code(reason: TableReason) -> &'static str {
    match reason {
        TableReason::NoLines => "no_units",
        TableReason::LeastAboveMost => "min_exceeds_max",
        TableReason::TotalsDiffer => "totals_differ",
        TableReason::RowLeastsExceedTotal => "row_minimums_exceed_total",
        TableReason::ColumnLeastsExceedTotal => "column_minimums_exceed_total",
        TableReason::NoTransport => "no_transport",
    }
}
