//! Tables as text: the format, and every mistake.

use crate::solve::{check_answer, check_error};

/// A table of two rows and two columns, with more fields.
fn problem(weights: &str, fields: &str) -> String {
    format!(
        r#"{{"id":"x","kind":"matrix","row_totals":[3,"2"],"column_totals":[4,1],"weights":{weights}{fields}}}"#
    )
}

#[test]
fn a_table_answers_values_divisors_and_whether_it_is_the_only_one() {
    check_answer(
        &problem(r#"[[5,"1/2"],["0.5",1]]"#, ""),
        r#"{"id":"x","status":"ok","values":[[3,0],[1,1]],"row_divisors":["9/5","7/10"],"column_divisors":["1","2"],"unique":true}"#,
    );
}

#[test]
fn tied_people_go_to_the_first_cells() {
    check_answer(
        r#"{"id":"x","kind":"matrix","row_totals":[1,1],"column_totals":[1,1],"weights":[[1,1],[1,1]]}"#,
        r#"{"id":"x","status":"ok","values":[[1,0],[0,1]],"row_divisors":["2","2"],"column_divisors":["1","1"],"unique":false}"#,
    );
}

#[test]
fn an_impossible_table_names_the_rows_and_columns_that_clash() {
    check_answer(
        &problem("[[1,1],[1,1]]", r#","ceilings":[[1,null],[null,null]]"#),
        r#"{"id":"x","status":"infeasible","reason":"no_transport","gap":1,"clash":{"rows":[0],"columns":[1]}}"#,
    );
    check_answer(
        &problem("[[1,1],[1,1]]", r#","floors":[[2,2],[0,null]]"#),
        r#"{"id":"x","status":"infeasible","reason":"row_minimums_exceed_total","gap":1,"clash":{"rows":[0],"columns":[]}}"#,
    );
    check_answer(
        &problem("[[1,1],[1,1]]", r#","floors":[[0,1],[0,1]]"#),
        r#"{"id":"x","status":"infeasible","reason":"column_minimums_exceed_total","gap":1,"clash":{"rows":[],"columns":[1]}}"#,
    );
    check_answer(
        &problem("[[1,1],[1,1]]", r#","floors":[[0,1],[0,0]],"ceilings":[[9,0],[9,9]]"#),
        r#"{"id":"x","status":"infeasible","reason":"min_exceeds_max","gap":1,"clash":{"rows":[0],"columns":[1]}}"#,
    );
    check_answer(
        r#"{"id":"x","kind":"matrix","row_totals":[3],"column_totals":[1,1],"weights":[[1,1]]}"#,
        r#"{"id":"x","status":"infeasible","reason":"totals_differ","gap":1,"clash":{"rows":[0],"columns":[0,1]}}"#,
    );
    check_answer(
        r#"{"id":"x","kind":"matrix","row_totals":[],"column_totals":[1],"weights":[]}"#,
        r#"{"id":"x","status":"infeasible","reason":"no_units","gap":1,"clash":{"rows":[],"columns":[0]}}"#,
    );
}

#[test]
fn rounding_upwards_needs_somebody_in_every_open_cell() {
    check_answer(
        &problem("[[1,1],[1,1]]", r#","rounding":"adams""#),
        r#"{"id":"x","status":"infeasible","reason":"column_minimums_exceed_total","gap":1,"clash":{"rows":[],"columns":[1]}}"#,
    );
}

#[test]
fn no_rows_and_no_people_are_an_empty_table() {
    check_answer(
        r#"{"id":"x","kind":"matrix","row_totals":[],"column_totals":[0],"weights":[]}"#,
        r#"{"id":"x","status":"ok","values":[],"row_divisors":[],"column_divisors":["1"],"unique":true}"#,
    );
}

#[test]
fn the_largest_totals_there_are_fit() {
    check_answer(
        r#"{"id":"x","kind":"matrix","row_totals":["18446744073709551615"],"column_totals":["18446744073709551615"],"weights":[["1/18446744073709551615"]]}"#,
        r#"{"id":"x","status":"ok","values":[["18446744073709551615"]],"row_divisors":["73468396926392969257/25000000000000000000000000000000000000000000000000000000000"],"column_divisors":["1"],"unique":true}"#,
    );
}

#[test]
fn mistakes_in_a_table_are_named() {
    check_error(r#"{"id":"x","kind":"matrix"}"#, "row_totals", "missing");
    check_error(r#"{"id":"x","kind":"matrix","row_totals":3}"#, "row_totals", "not an array");
    check_error(r#"{"id":"x","kind":"matrix","row_totals":[1,-1]}"#, "row_totals[1]", "negative");
    check_error(&problem("[[1,1]]", ""), "weights", "1 rows here, but 2");
    check_error(&problem("[[1,1],[1]]", ""), "weights[1]", "1 cells here, but 2");
    check_error(&problem("[[1,1],7]", ""), "weights[1]", "not an array");
    check_error(&problem("[[1,1],[1,null]]", ""), "weights[1][1]", "null");
    check_error(&problem("[[1,1],[1,0.5]]", ""), "weights[1][1]", "not exact");
    check_error(&problem("[[1,1],[1,1]]", r#","floors":[[0,0],[0,"1/2"]]"#), "floors[1][1]", "whole");
    check_error(&problem("[[1,1],[1,1]]", r#","ceilings":[]"#), "ceilings", "0 rows here");
    check_error(&problem("[[1,1],[1,1]]", r#","rounding":"dean""#), "rounding", "dean");
    check_error(&problem("[[1,1],[1,1]]", r#","rounding":7"#), "rounding", "not a string");
    check_error(&problem("[[1,1],[1,1]]", r#","colour":1"#), "colour", "no field");
    let zeros = |count: usize| vec!["0"; count].join(",");
    let large = format!(
        r#"{{"id":"x","kind":"matrix","row_totals":[{}],"column_totals":[{}],"weights":[]}}"#,
        zeros(500),
        zeros(500)
    );
    check_error(&large, "row_totals, column_totals", "too large");
}
