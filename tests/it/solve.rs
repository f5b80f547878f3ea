//! Problem text in, answer text out: the format, every mistake, and facts from outside.

use std::fs;
use std::path::Path;

use bao_phu::solve::answer;
use proptest::prelude::*;
use serde_json::Value;

pub fn parsed(text: &str) -> Value {
    serde_json::from_str(&answer(text).0).expect("answers are JSON")
}

/// A split of 10 over two units, with more fields for the problem and for its first unit.
fn problem(fields: &str, unit: &str) -> String {
    format!(
        r#"{{"id":"x","kind":"split","total":10{fields},
            "units":[{{"id":"a","weight":2{unit}}},{{"id":"b","weight":"1/2"}}]}}"#
    )
}

#[track_caller]
pub fn check_answer(text: &str, expected: &str) {
    assert_eq!(answer(text), (expected.into(), true));
}

#[track_caller]
pub fn check_error(text: &str, place: &str, what: &str) {
    let answer = parsed(text);
    assert_eq!(answer["status"], "error", "{text}\n{answer}");
    assert_eq!(answer["where"], place, "{text}\n{answer}");
    assert!(answer["what"].as_str().is_some_and(|found| found.contains(what)), "{answer}");
    assert!(answer["fix"].as_str().is_some_and(|fix| !fix.is_empty()), "{answer}");
}

#[test]
fn facts_from_outside_are_reproduced() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/worked");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder of facts").map(|file| file.expect("a file").path()).collect();
    files.sort();
    let mut count = 0;
    for file in files {
        let facts: Vec<Value> =
            serde_json::from_str(&fs::read_to_string(&file).expect("a text file")).expect("a list of facts");
        for fact in facts {
            let answer = parsed(&fact["problem"].to_string());
            let expected = fact["expected"].as_object().expect("what is expected");
            for (field, expected) in expected {
                assert_eq!(
                    &answer[field], expected,
                    "{field} of {}: {}",
                    fact["problem"]["id"], fact["source"]
                );
            }
            count += 1;
        }
    }
    assert!(count >= 65, "{count} facts");
}

#[test]
fn a_split_answers_values_level_and_ties() {
    check_answer(
        &problem("", ""),
        r#"{"id":"x","status":"ok","values":[8,2],"level":["15/4","17/4"],"ties":[]}"#,
    );
    check_answer(
        r#"{"id":"t","kind":"split","total":1,"units":[{"id":"a","weight":1},{"id":"b","weight":1}]}"#,
        r#"{"id":"t","status":"ok","values":[1,0],"level":["1/2","1/2"],"ties":[{"units":["a","b"],"places":1}]}"#,
    );
}

#[test]
fn largest_remainder_answers_its_level_twice() {
    check_answer(
        &problem(r#","rounding":"largest_remainder","quota":"hare""#, ""),
        r#"{"id":"x","status":"ok","values":[8,2],"level":["4","4"],"ties":[]}"#,
    );
}

#[test]
fn every_rounding_answers_by_its_name() {
    let answer = |rounding: &str| parsed(&problem(&format!(r#","rounding":{rounding}"#), r#","floor":1"#));
    for (rounding, level, values, ends) in [
        (r#""jefferson""#, "level", [8, 2], ["4", "9/2"]),
        (r#""adams""#, "level", [8, 2], ["7/2", "4"]),
        (r#""huntington_hill""#, "level_squared", [8, 2], ["14", "18"]),
        (r#""dean""#, "level", [8, 2], ["56/15", "72/17"]),
        (r#""modified_webster","first":"7/5""#, "level", [8, 2], ["15/4", "17/4"]),
        (r#""modified_webster","first":2"#, "level", [8, 2], ["15/4", "17/4"]),
    ] {
        let answer = answer(rounding);
        assert_eq!(answer["values"], serde_json::json!(values), "{rounding}: {answer}");
        assert_eq!(answer[level], serde_json::json!(ends), "{rounding}: {answer}");
    }
}

#[test]
fn the_droop_quota_is_its_level_and_goes_through_the_remainders_again() {
    let droop = |total: u32, weights: [u32; 3]| {
        let unit = |(at, weight): (usize, &u32)| format!(r#"{{"id":"{at}","weight":{weight}}}"#);
        let units: Vec<String> = weights.iter().enumerate().map(unit).collect();
        let problem = format!(
            r#"{{"id":"x","kind":"split","total":{total},"rounding":"largest_remainder","quota":"droop","units":[{}]}}"#,
            units.join(",")
        );
        let answer = parsed(&problem);
        (answer["values"].to_string(), answer["level"][0].clone(), answer["ties"].to_string())
    };
    // ⌊100 / 6⌋ + 1 = 17: 3 · 17 = 51 and 1 · 17 = 17 are whole, the rests are 2, 13 and 0.
    assert_eq!(droop(5, [53, 30, 17]), ("[3,1,1]".into(), "1/17".into(), "[]".into()));
    // ⌊3 / 9⌋ + 1 = 1: 2 + 1 whole; of the 5 left each of the two units with a weight gets 2, the heavier one more.
    assert_eq!(
        droop(8, [2, 0, 1]),
        ("[5,0,3]".into(), "1".into(), r#"[{"places":1,"units":["0","2"]}]"#.into())
    );
    assert_eq!(droop(0, [2, 0, 1]), ("[0,0,0]".into(), "1/4".into(), "[]".into()));
}

#[test]
fn too_few_people_for_one_each_go_to_the_larger_weights() {
    let few = |total: u32, rounding: &str| {
        let problem = format!(
            r#"{{"id":"x","kind":"split","total":{total},"rounding":"{rounding}","units":[
                {{"id":"a","weight":3}},{{"id":"b","weight":"7/2"}},{{"id":"c","weight":3}},
                {{"id":"d","weight":9,"start":4,"floor":5}},{{"id":"e","weight":3,"lock":1}},{{"id":"f","weight":0}}]}}"#
        );
        let answer = parsed(&problem);
        let level = if rounding == "huntington_hill" { "level_squared" } else { "level" };
        (answer["values"].to_string(), answer[level].to_string(), answer["ties"].to_string())
    };
    let none: String = "[]".into();
    let zero: String = r#"["0","0"]"#.into();
    for rounding in ["adams", "dean", "huntington_hill"] {
        assert_eq!(few(6, rounding), ("[0,0,0,5,1,0]".into(), zero.clone(), none.clone()));
        assert_eq!(few(7, rounding), ("[0,1,0,5,1,0]".into(), zero.clone(), none.clone()));
        let tie = r#"[{"places":1,"units":["a","c"]}]"#.into();
        assert_eq!(few(8, rounding), ("[1,1,0,5,1,0]".into(), zero.clone(), tie));
        let (values, level, ties) = few(9, rounding);
        assert_eq!((values, ties), ("[1,1,1,5,1,0]".into(), none.clone()));
        assert!(level.starts_with(r#"["0",""#) && level != zero, "{level}");
    }
}

#[test]
fn a_lock_stands_in_place_of_weight_and_limits() {
    check_answer(
        r#"{"id":"x","kind":"split","total":10,"units":[{"id":"a","lock":7},{"id":"b","weight":1}]}"#,
        r#"{"id":"x","status":"ok","values":[7,3],"level":["5/2","7/2"],"ties":[]}"#,
    );
}

#[test]
fn what_is_kept_is_part_of_the_total() {
    check_answer(
        &problem(r#","kept":5"#, ""),
        r#"{"id":"x","status":"ok","values":[4,1],"level":["7/4","9/4"],"ties":[]}"#,
    );
    check_answer(
        &problem(r#","kept":12"#, r#","floor":3"#),
        r#"{"id":"x","status":"infeasible","reason":"minimums_exceed_total","gap":5,"clash":["a"],"release":[]}"#,
    );
}

#[test]
fn units_that_are_all_fixed_leave_the_level_open() {
    check_answer(
        r#"{"id":"x","kind":"split","total":7,"units":[{"id":"a","lock":7}]}"#,
        r#"{"id":"x","status":"ok","values":[7],"level":["0",null],"ties":[]}"#,
    );
}

#[test]
fn numbers_too_large_for_other_programs_are_strings() {
    check_answer(
        r#"{"id":"x","kind":"split","total":"18446744073709551615","units":[{"id":"a","lock":"9007199254740993"},{"id":"b","weight":"0.25"}]}"#,
        r#"{"id":"x","status":"ok","values":["9007199254740993","18437736874454810622"],"level":["73750947497819242486","73750947497819242490"],"ties":[]}"#,
    );
}

#[test]
fn an_infeasible_split_names_reason_gap_clash_and_release() {
    check_answer(
        &problem("", r#","floor":14"#),
        r#"{"id":"x","status":"infeasible","reason":"minimums_exceed_total","gap":4,"clash":["a"],"release":["a"]}"#,
    );
    check_answer(
        r#"{"id":"x","kind":"split","total":10,"units":[{"id":"a","weight":2,"ceiling":3},{"id":"b","weight":1,"ceiling":4}]}"#,
        r#"{"id":"x","status":"infeasible","reason":"maximums_below_total","gap":3,"clash":["a","b"],"release":["a"]}"#,
    );
}

#[test]
fn one_malformed_problem_leaves_the_others_answered() {
    let answers = parsed(&format!("[{},3,{}]", problem("", ""), problem(r#","rounding":"odd""#, "")));
    let status: Vec<&str> = (0..3).map(|at| answers[at]["status"].as_str().expect("a status")).collect();
    assert_eq!(status, ["ok", "error", "error"]);
    assert_eq!((&answers[1]["id"], &answers[2]["id"]), (&Value::Null, &Value::from("x")));
}

#[test]
fn text_that_is_not_json_is_one_error_without_id() {
    for text in ["", "[1,", "{\"id\":", "nonsense", &"[".repeat(100_000)] {
        let (answer, is_json) = answer(text);
        let answer: Value = serde_json::from_str(&answer).expect("answers are JSON");
        assert_eq!((is_json, &answer["id"], &answer["status"]), (false, &Value::Null, &"error".into()));
    }
}

#[test]
fn mistakes_in_a_number_are_named() {
    let unit = |field: &str| problem("", &format!(",{field}"));
    check_error(&unit(r#""floor":1.0"#), "units[0].floor", "decimal mark");
    check_error(&unit(r#""floor":1e3"#), "units[0].floor", "decimal mark");
    check_error(&unit(r#""floor":9007199254740993"#), "units[0].floor", "2^53");
    check_error(&unit(r#""floor":99999999999999999999999"#), "units[0].floor", "2^64");
    check_error(&unit(r#""floor":-1"#), "units[0].floor", "negative");
    check_error(&unit(r#""floor":"-1""#), "units[0].floor", "negative");
    check_error(&unit(r#""floor":"1/2""#), "units[0].floor", "whole");
    check_error(&unit(r#""floor":true"#), "units[0].floor", "not a number");
    check_error(&unit(r#""floor":"""#), "units[0].floor", "not a number");
    check_error(&unit(r#""floor":"1,5""#), "units[0].floor", "not a number");
    check_error(&unit(r#""floor":"1/0""#), "units[0].floor", "over zero");
    check_error(&unit(r#""floor":"18446744073709551616""#), "units[0].floor", "2^64");
    check_error(&unit(r#""floor":"1/18446744073709551616""#), "units[0].floor", "2^64");
    check_error(&unit(&format!(r#""floor":"{}""#, "9".repeat(1_000_000))), "units[0].floor", "characters");
}

#[test]
fn mistakes_in_the_form_are_named() {
    check_error("{}", "id", "missing");
    check_error(r#"{"id":7}"#, "id", "not a string");
    check_error(r#"{"id":"x"}"#, "kind", "missing");
    check_error(r#"{"id":"x","kind":"pie"}"#, "kind", "no kind");
    check_error(r#"{"id":"x","kind":"split","units":[]}"#, "total", "missing");
    check_error(r#"{"id":"x","kind":"split","total":1}"#, "units", "missing");
    check_error(r#"{"id":"x","kind":"split","total":1,"units":{}}"#, "units", "array");
    check_error(r#"{"id":"x","kind":"split","total":1,"units":[7]}"#, "units[0]", "not an object");
    check_error(r#"{"id":"x","kind":"split","total":1,"units":[{"id":"a"}]}"#, "units[0].weight", "missing");
    check_error(&problem(r#","colour":1"#, ""), "colour", "no field");
    check_error(&problem("", r#","colour":1"#), "units[0].colour", "no field");
    check_error(&problem(r#","total":11"#, ""), "total", "twice");
    check_error(&problem("", r#","weight":3"#), "units[0].weight", "twice");
    check_error(&problem(r#","rounding":7"#, ""), "rounding", "not a string");
    check_error(&problem(r#","rounding":"odd""#, ""), "rounding", "no rounding");
    check_error(&problem(r#","quota":"hare""#, ""), "quota", "largest remainder");
    check_error(&problem(r#","rounding":"adams","quota":"droop""#, ""), "quota", "largest remainder");
    let quota = |quota: &str, unit: &str| {
        problem(&format!(r#","rounding":"largest_remainder","quota":{quota}"#), unit)
    };
    check_error(&quota(r#""hagenbach""#, ""), "quota", "no such quota");
    for limit in [r#","start":1"#, r#","floor":1"#, r#","ceiling":9"#, r#","lock":3"#] {
        check_error(&quota(r#""droop""#, limit), "units[0]", "no start, floor, ceiling or lock");
    }
    let twice = r#"{"id":"x","kind":"split","total":1,"units":[{"id":"a","lock":1},{"id":"a","lock":0}]}"#;
    check_error(twice, "units[1].id", "twice");
}

#[test]
fn mistakes_in_a_first_signpost_are_named() {
    let modified = |first: &str| problem(&format!(r#","rounding":"modified_webster"{first}"#), "");
    check_error(&modified(""), "first", "lacks its first signpost");
    check_error(&modified(r#","first":"11/5""#), "first", "above 1");
    check_error(&modified(r#","first":1.4"#), "first", "decimal mark");
    check_error(&modified(r#","first":"-1""#), "first", "negative");
    check_error(&problem(r#","first":"7/5""#, ""), "first", "modified Webster only");
}

#[test]
fn weights_that_would_take_minutes_are_refused() {
    let unit = |at: u64| format!(r#"{{"id":"{at}","weight":"1/{}"}}"#, u64::MAX - 2 * at);
    let units: Vec<String> = (0..1_000).map(unit).collect();
    let text = format!(r#"{{"id":"x","kind":"split","total":1,"units":[{}]}}"#, units.join(","));
    check_error(&text, "units", "common denominator");
}

proptest! {
    #[test]
    fn no_text_stops_the_solver(text in "\\PC{0,60}", cut in 0..200usize) {
        let _ = answer(&text);
        let problem = problem(r#","kept":3,"rounding":"largest_remainder""#, r#","floor":"4/2","ceiling":7"#);
        let _ = answer(&problem.chars().take(cut).collect::<String>());
        let _ = answer(&problem.replacen("10", &format!("{text:?}"), 1));
    }
}
