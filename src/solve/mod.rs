//! The core without the page: problems as JSON text in, answers as JSON text out.
//!
//! One problem or an array of them; every problem has an `id` and a `kind`, and is answered by itself: a malformed
//! one says what is wrong, where, and how to fix it, and the rest is still answered. Whole numbers up to 2^53 may be
//! JSON numbers; larger ones, and ratios such as `"7/3"` or `"0.25"`, are strings, both ways. JSON numbers with a decimal
//! mark or an exponent are refused, because other programs may have rounded them. Arrays and objects may stand 500 deep in
//! one another, which is a tree of almost 250 levels.
//!
//! ```
//! let (answer, is_json) = bao_phu::solve::answer(
//!     r#"{"id":"x","kind":"split","total":10,"units":[{"id":"a","weight":2},{"id":"b","weight":"1/2"}]}"#,
//! );
//! assert!(is_json);
//! assert_eq!(answer, r#"{"id":"x","status":"ok","values":[8,2],"level":["15/4","17/4"],"ties":[]}"#);
//! ```

mod answer;
mod cascade;
mod fields;
mod json;
mod matrix;
mod number;
mod rounding;
mod split;

use answer::Answer;
use fields::{Fault, Fields, short};
use json::Json;

/// Answers the problem, or the array of problems, in `text`.
///
/// Returns the answers as JSON text, in the same form and order, and whether `text` was JSON at all; if not, the
/// answer is one error object whose `id` is null.
#[must_use]
pub fn answer(text: &str) -> (String, bool) {
    match Json::read(text) {
        Ok(Json::Array(problems)) => {
            let answers: Vec<String> = problems.iter().map(|problem| answer_one(problem).to_json()).collect();
            (format!("[{}]", answers.join(",")), true)
        }
        Ok(problem) => (answer_one(&problem).to_json(), true),
        Err(error) => {
            let fault = Fault::new(
                format!("the text is not JSON: {error}"),
                format!("line {}, column {}", error.line(), error.column()),
                "send one problem object, or an array of them",
            );
            (Answer::error(None, fault).to_json(), false)
        }
    }
}

fn answer_one(problem: &Json) -> Answer {
    solve(problem).unwrap_or_else(|fault| Answer::error(id_of(problem), fault))
}

/// Reads a problem and solves it: every kind has a file of its own.
fn solve(problem: &Json) -> Result<Answer, Fault> {
    let fields = Fields::of(problem, "")?;
    let id = fields.text("id")?.to_owned();
    let outcome = match fields.text("kind")? {
        "split" => split::answer(&fields)?,
        "matrix" => matrix::answer(&fields)?,
        "cascade" => cascade::answer(&fields)?,
        kind => {
            return Err(Fault::new(
                format!("there is no kind “{}”", short(kind)),
                "kind",
                "send a problem of kind \"split\", \"matrix\" or \"cascade\"",
            ));
        }
    };
    Ok(Answer { id: Some(id), outcome })
}

/// The id, as far as the problem has one.
fn id_of(problem: &Json) -> Option<String> {
    let Json::Object(fields) = problem else { return None };
    match &fields.iter().find(|(name, _)| name == "id")?.1 {
        Json::Text(id) => Some(id.clone()),
        _ => None,
    }
}
