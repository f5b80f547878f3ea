//! The ledger of any cell.

use num_bigint::BigInt;

use super::given::explain_given;
use super::{Amount, Cell, Label, Ledger, Line, Row, Sign, Why};
use crate::calc::{NodePlan, Outcome, Yardstick};
use crate::model::{Decimal, Rate};

/// Why the cell shows its number.
///
/// A cell without a number has a ledger without lines; `why` then says what is missing.
#[must_use]
pub fn explain(node: &NodePlan, row: Row, cell: Cell) -> Ledger {
    let facts = match row {
        Row::Total => Facts::of_total(node),
        Row::Unit(id) => {
            let Some(place) = node.units.iter().position(|unit| unit.unit == id) else {
                return Ledger { why: Why::NotSplit, lines: Vec::new() };
            };
            if cell == Cell::Given {
                return explain_given(node, place);
            }
            Facts::of_unit(node, place)
        }
    };
    let last = facts.last.map(i128::from);
    let given = facts.given;
    let lines = match cell {
        Cell::Last => last.map(|last| vec![line(Sign::Start, Label::Last, people(last))]),
        Cell::Given => Some(together(node)),
        Cell::Change => given.zip(last).map(|(given, last)| difference(given, last)),
        Cell::Before => last.zip(facts.base).map(|(last, base)| rate(node, Label::Last, last, base)),
        Cell::After => given.zip(facts.base).map(|(given, base)| rate(node, Label::Given, given, base)),
        Cell::Difficulty => given.zip(last).map(|(given, last)| growth(given, last)),
    };
    let why = match (&lines, cell) {
        (None, _) => facts.without,
        (Some(_), Cell::Last) => Why::Fact,
        (Some(_), Cell::Difficulty) => facts.yardstick.map_or(Why::Computed, Why::Measured),
        (Some(_), _) => Why::Computed,
    };
    Ledger { why, lines: lines.unwrap_or_default() }
}

struct Facts {
    last: Option<u64>,
    base: Option<u64>,
    given: Option<i128>,
    yardstick: Option<Yardstick>,
    without: Why,
}

impl Facts {
    fn of_unit(node: &NodePlan, place: usize) -> Self {
        let unit = &node.units[place];
        Self {
            last: unit.last.map(|figure| figure.people),
            base: unit.base.map(|figure| figure.people),
            given: unit.given.map(i128::from),
            yardstick: unit.yardstick,
            without: if unit.left_out { Why::LeftOut } else { Why::NotSplit },
        }
    }

    fn of_total(node: &NodePlan) -> Self {
        Self {
            last: node.total.last.map(|figure| figure.people),
            base: node.total.base.map(|figure| figure.people),
            given: node.target.map(i128::from),
            yardstick: None,
            without: Why::NotSplit,
        }
    }
}

/// Given + kept + remaining = target.
fn together(node: &NodePlan) -> Vec<Line> {
    let given = i128::try_from(node.given).unwrap_or(i128::MAX);
    let mut lines = vec![line(Sign::Start, Label::GivenTogether, people(given))];
    if node.kept > 0 {
        lines.push(line(Sign::Plus, Label::Kept(node.node), people(node.kept)));
    }
    if node.remaining != 0 || node.outcome == Outcome::NotSplit {
        lines.push(line(Sign::Plus, Label::Remaining, people(node.remaining)));
    }
    if let Some(target) = node.target {
        lines.push(line(Sign::Equals, Label::Target(node.node), people(target)));
    }
    lines
}

fn difference(given: i128, last: i128) -> Vec<Line> {
    vec![
        line(Sign::Start, Label::Given, people(given)),
        line(Sign::Minus, Label::Last, people(last)),
        line(Sign::Equals, Label::Change, people(given - last)),
    ]
}

fn rate(node: &NodePlan, label: Label, count: i128, base: u64) -> Vec<Line> {
    let over = line(Sign::Over, Label::Base(node.base), people(base));
    let rate = percent(count, base.into()).map(|rate| line(Sign::Equals, Label::RateOf(node.base), rate));
    divided(line(Sign::Start, label, people(count)), over, rate)
}

fn growth(given: i128, last: i128) -> Vec<Line> {
    let over = line(Sign::Over, Label::Last, people(last));
    let growth = percent(given - last, last).map(|growth| line(Sign::Equals, Label::Growth, growth));
    divided(line(Sign::Start, Label::Change, people(given - last)), over, growth)
}

/// Nothing is divided by zero: there the tape ends with the count.
fn divided(count: Line, over: Line, outcome: Option<Line>) -> Vec<Line> {
    match outcome {
        Some(outcome) => vec![count, over, outcome],
        None => vec![count],
    }
}

/// Two decimals, as rates are published. `None` for a whole of zero.
fn percent(part: i128, whole: i128) -> Option<Amount> {
    if whole == 0 {
        return None;
    }
    let rate = Rate::new(BigInt::from(part) * 100, BigInt::from(whole));
    Some(Amount::Percent(Decimal::rounded(&rate, 2)))
}

pub(super) fn line(sign: Sign, label: Label, amount: Amount) -> Line {
    Line { sign, label, amount }
}

pub(super) fn people(count: impl Into<i128>) -> Amount {
    Amount::People(count.into())
}
