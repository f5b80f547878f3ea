//! Cascades as text: the format, and every mistake.

use bao_phu::solve::answer;
use proptest::prelude::*;

use crate::solve::{check_answer, check_error, parsed};

/// A province of a district with two communes, and a commune; with more fields for the problem, the district, and the
/// first commune.
fn problem(fields: &str, district: &str, commune: &str) -> String {
    format!(
        r#"{{"id":"x","kind":"cascade","total":100{fields},"tree":{{"id":"p","children":[
            {{"id":"d","children":[{{"id":"a","weight":1{commune}}},{{"id":"b","weight":"2"}}]{district}}},
            {{"id":"c","weight":"1/2"}}]}}}}"#
    )
}

/// A cascade of 10 down a tree.
fn tree(tree: &str) -> String {
    format!(r#"{{"id":"x","kind":"cascade","total":10,"tree":{tree}}}"#)
}

#[test]
fn a_cascade_answers_values_levels_and_ties_by_id() {
    check_answer(
        &problem("", "", ""),
        r#"{"id":"x","status":"ok","values":{"p":100,"d":86,"a":29,"b":57,"c":14},"level":{"p":["57/2","173/6"],"d":["57/2","115/4"]},"ties":{"p":[],"d":[]}}"#,
    );
}

#[test]
fn a_lock_holds_its_district_and_the_others_get_the_rest() {
    let answer = parsed(
        r#"{"id":"z","kind":"cascade","total":100,"rounding":"largest_remainder","tree":{"id":"p","children":[
            {"id":"d1","weight":"3","children":[{"id":"c1","weight":"1","lock":7}]},{"id":"d2","weight":"1"}]}}"#,
    );
    assert_eq!(answer["values"], serde_json::json!({"p": 100, "d1": 7, "c1": 7, "d2": 93}));
}

#[test]
fn a_level_that_is_a_square_says_so() {
    let answer = parsed(&problem("", r#","rounding":"huntington_hill""#, ""));
    assert_eq!(answer["level_squared"]["d"], serde_json::json!(["812", "1653/2"]));
    assert_eq!(answer["level"]["d"], serde_json::Value::Null);
}

#[test]
fn a_first_signpost_is_inherited_by_itself() {
    let first =
        |district: &str| parsed(&problem(r#","rounding":"modified_webster","first":2"#, district, ""));
    assert_eq!(first(r#","first":"7/5""#)["status"], "ok");
    check_error(&problem("", r#","rounding":"modified_webster""#, ""), "tree.children[0].first", "lacks");
}

#[test]
fn ties_are_named_at_their_node() {
    check_answer(
        &tree(
            r#"{"id":"p","children":[{"id":"d","children":[{"id":"a","weight":1},{"id":"b","weight":1}]},{"id":"c","weight":2}]}"#,
        ),
        r#"{"id":"x","status":"ok","values":{"p":10,"d":5,"a":3,"b":2,"c":5},"level":{"p":["9/4","11/4"],"d":["5/2","5/2"]},"ties":{"p":[],"d":[{"units":["a","b"],"places":1}]}}"#,
    );
}

#[test]
fn a_root_alone_gets_everything() {
    check_answer(
        &tree(r#"{"id":"p","weight":1}"#),
        r#"{"id":"x","status":"ok","values":{"p":10},"level":{},"ties":{}}"#,
    );
}

#[test]
fn a_node_with_an_empty_list_of_children_has_nobody_to_give_to() {
    check_answer(
        &tree(r#"{"id":"p","kept":4,"children":[]}"#),
        r#"{"id":"x","status":"infeasible","node":"p","reason":"no_units","gap":6,"clash":[],"release":[]}"#,
    );
    check_answer(
        &tree(r#"{"id":"p","children":[{"id":"d","children":[]},{"id":"c","weight":1}]}"#),
        r#"{"id":"x","status":"ok","values":{"p":10,"d":0,"c":10},"level":{"p":["19/2","21/2"],"d":["0",null]},"ties":{"p":[],"d":[]}}"#,
    );
}

#[test]
fn an_infeasible_cascade_names_the_node_and_its_children() {
    check_answer(
        &problem("", "", r#","floor":104"#),
        r#"{"id":"x","status":"infeasible","node":"p","reason":"minimums_exceed_total","gap":4,"clash":["d"],"release":[]}"#,
    );
    check_answer(
        &problem("", r#","ceiling":50"#, r#","floor":60"#),
        r#"{"id":"x","status":"infeasible","node":"d","reason":"minimums_exceed_total","gap":10,"clash":["a"],"release":["a"]}"#,
    );
    check_answer(
        &problem("", r#","lock":50,"kept":7"#, r#","floor":60"#),
        r#"{"id":"x","status":"infeasible","node":"d","reason":"lock_conflict","gap":17,"clash":["a"],"release":["a"]}"#,
    );
    check_answer(
        &problem("", "", r#","floor":6,"ceiling":4"#),
        r#"{"id":"x","status":"infeasible","node":"d","reason":"min_exceeds_max","gap":2,"clash":["a"],"release":["a"]}"#,
    );
    check_answer(
        &tree(r#"{"id":"p","children":[{"id":"a","weight":0},{"id":"b","children":[]}]}"#),
        r#"{"id":"x","status":"infeasible","node":"p","reason":"all_weights_zero","gap":10,"clash":[],"release":[]}"#,
    );
}

#[test]
fn limits_of_the_root_are_held_against_the_total() {
    let root = |fields: &str| {
        tree(&format!(r#"{{"id":"p",{fields},"children":[{{"id":"a","weight":1,"floor":3}}]}}"#))
    };
    let answer = |fields: &str| {
        let answer = parsed(&root(fields));
        (answer["reason"].to_string(), answer["gap"].to_string(), answer["clash"].to_string())
    };
    assert_eq!(parsed(&root(r#""lock":10"#))["status"], "ok");
    let own = |reason: &str, gap: &str| (format!("\"{reason}\""), gap.to_owned(), "[]".to_owned());
    assert_eq!(answer(r#""lock":12"#), own("lock_conflict", "2"));
    assert_eq!(answer(r#""floor":13"#), own("minimums_exceed_total", "3"));
    assert_eq!(answer(r#""ceiling":4"#), own("maximums_below_total", "6"));
    assert_eq!(answer(r#""floor":7,"ceiling":6"#), own("min_exceeds_max", "1"));
}

#[test]
fn rounding_goes_down_the_tree() {
    let level = |district: &str| parsed(&problem("", district, ""))["level"]["d"].to_string();
    assert_ne!(level(""), level(r#","rounding":"largest_remainder""#));
    let all = parsed(&problem(r#","rounding":"largest_remainder""#, "", ""));
    assert_eq!(all["level"]["d"].to_string(), level(r#","rounding":"largest_remainder""#));
}

#[test]
fn mistakes_in_a_tree_are_named() {
    check_error(r#"{"id":"x","kind":"cascade","total":1}"#, "tree", "missing");
    check_error(r#"{"id":"x","kind":"cascade","tree":{"id":"p","lock":1}}"#, "total", "missing");
    check_error(&problem(r#","kept":3"#, "", ""), "kept", "no field");
    check_error(&tree("7"), "tree", "not an object");
    check_error(&tree("{}"), "tree.id", "missing");
    check_error(&tree(r#"{"id":"p"}"#), "tree.weight", "missing");
    check_error(&tree(r#"{"id":"p","children":{}}"#), "tree.children", "not an array");
    check_error(&tree(r#"{"id":"p","children":[{"id":"p","weight":1}]}"#), "tree.children[0].id", "twice");
    check_error(
        &tree(r#"{"id":"p","children":[{"id":"a","weight":1},{"id":"b"}]}"#),
        "tree.children[1].weight",
        "missing",
    );
    check_error(&problem("", r#","colour":1"#, ""), "tree.children[0].colour", "no field");
    check_error(&problem("", "", r#","kept":-1"#), "tree.children[0].children[0].kept", "negative");
    check_error(&problem("", "", r#","weight":3"#), "tree.children[0].children[0].weight", "twice");
    check_error(&problem("", r#","rounding":"odd""#, ""), "tree.children[0].rounding", "no rounding");
    let most = format!("{}", u64::MAX);
    let commune = |id: &str| format!(r#"{{"id":"{id}","weight":1,"floor":"{most}"}}"#);
    let many =
        format!(r#"{{"id":"p","children":[{{"id":"d","children":[{},{}]}}]}}"#, commune("a"), commune("b"));
    check_error(&tree(&many), "tree", "2^64");
}

/// A chain of nodes as deep as asked.
fn chain(nodes: usize) -> String {
    let open: String = (1..nodes).map(|node| format!(r#"{{"id":"{node}","children":["#)).collect();
    tree(&format!(r#"{open}{{"id":"leaf","weight":1}}{}"#, "]}".repeat(nodes - 1)))
}

#[test]
fn a_tree_may_be_hundreds_of_levels_deep() {
    assert_eq!(parsed(&chain(240))["values"]["leaf"], 10);
}

#[test]
fn a_tree_too_deep_to_read_leaves_the_others_answered() {
    let answers = parsed(&format!("[{},{}]", chain(100_000), chain(3)));
    assert_eq!((&answers[0]["id"], &answers[0]["status"]), (&"x".into(), &"error".into()));
    assert!(
        answers[0]["what"].as_str().is_some_and(|what| what.contains("levels deep")),
        "{}",
        answers[0]["what"]
    );
    assert_eq!(answers[1]["status"], "ok");
}

proptest! {
    #[test]
    fn no_text_stops_a_cascade(text in "\\PC{0,60}", cut in 0..260usize) {
        let problem = problem(r#","rounding":"adams""#, r#","kept":3,"ceiling":50"#, r#","floor":"4/2","lock":7"#);
        let _ = answer(&problem.chars().take(cut).collect::<String>());
        let _ = answer(&problem.replacen("100", &format!("{text:?}"), 1));
        let _ = answer(&problem.replacen("50", &format!("{text:?}"), 1));
    }
}
