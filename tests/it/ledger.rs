//! The explanation proves itself: what the user reads, redone with a pocket calculator, gives the cell.

use std::collections::BTreeMap;

use bao_phu::calc::{
    Cell, Label, Ledger, Line, NodePlan, Outcome, Row, UnitPlan, alternatives, derive, explain,
};
use bao_phu::edit::Edit;
use bao_phu::example;
use bao_phu::model::{Limit, Method, Quantity, Rounding, Scenario, Slot, UnitId};
use bao_phu::text::{Language, LedgerLine, ledger_as_text, ledger_lines};
use num_bigint::BigInt;
use num_traits::{Signed as _, Zero as _};
use proptest::prelude::*;

use crate::common::{
    BOTH, ROOT, SON_LA, any_province, ceiling, edited, floor, kept, left_out, limit, lock, method, node,
    rounding, target, units_may_fall,
};
use crate::worked_out::{Number, Terms, terms, whole};

const CELLS: [Cell; 6] = [Cell::Last, Cell::Given, Cell::Change, Cell::Before, Cell::After, Cell::Difficulty];

/// A number as it is printed.
struct Printed {
    /// 0,045737 for 4,5737%.
    value: Number,
    /// One unit of its last decimal.
    step: Number,
}

/// Reads a printed number: groups of three, decimals, a true minus, per cent.
fn read(text: &str, language: Language) -> Printed {
    let (group, mark) = match language {
        Language::Vi => ('.', ','),
        Language::En => (',', '.'),
    };
    let (number, scale) = match text.strip_suffix('%') {
        Some(number) => (number, 100),
        None => (text, 1),
    };
    let (number, sign) = match number.strip_prefix('−') {
        Some(number) => (number, -1),
        None => (number, 1),
    };
    let (people, decimals) = number.split_once(mark).unwrap_or((number, ""));
    let groups: Vec<&str> = people.split(group).collect();
    assert!(
        groups.iter().enumerate().all(|(place, digits)| digits.len() == 3 || place == 0 && digits.len() < 4),
        "“{text}” is not grouped in threes"
    );
    let digits: BigInt = format!("{}{decimals}", groups.concat()).parse().expect("digits only");
    let step = Number::new(1.into(), BigInt::from(10).pow(decimals.len() as u32) * scale);
    Printed { value: whole(digits * sign) * &step, step }
}

/// To the nearest multiple of `step`, halves away from zero.
fn rounded(value: &Number, step: &Number) -> Number {
    let half = Number::new(1.into(), 2.into());
    let steps = (value.abs() / step + half).floor();
    if value.is_negative() { -steps * step } else { steps * step }
}

/// The ends of a printed range, the high one open or not.
fn read_range(text: &str, language: Language) -> (Number, Option<Number>) {
    let (from, to, open) = match language {
        Language::Vi => ("từ ", " đến ", " trở lên"),
        Language::En => ("from ", " to ", " upwards"),
    };
    let end = |text: &str| read(text.trim_end_matches(" người").trim_end_matches(" people"), language).value;
    let text = text.strip_prefix(from).expect("a range");
    match text.strip_suffix(open) {
        Some(low) => (end(low), None),
        None => {
            let (low, high) = text.split_once(to).expect("two ends");
            (end(low), Some(end(high)))
        }
    }
}

/// A tape as the user reads it, with what each of its lines is about.
struct Tape<'a> {
    lines: Vec<(LedgerLine, &'a Line)>,
    language: Language,
    /// The unit's limits; none for the province's own line.
    limits: Option<(u64, Option<u64>)>,
}

impl Tape<'_> {
    /// Redoes the tape. `copies`: after `=` the printed number is copied, as someone does who clears the
    /// calculator in between; else what stands is kept.
    fn redo(&self, copies: bool) -> Result<Number, String> {
        let mut stands = Number::zero();
        for (shown, line) in &self.lines {
            let wrong = |found: &Number| Err(format!("{} {}: {found} stands", shown.label, shown.amount));
            if shown.is_range {
                let (low, high) = read_range(&shown.amount, self.language);
                if stands < low || high.is_some_and(|high| stands > high) {
                    return wrong(&stands);
                }
                continue;
            }
            let Printed { value, step } = read(&shown.amount, self.language);
            match (shown.sign, self.language) {
                ("", _) => stands = value,
                ("−", _) => stands -= value,
                ("+", _) => stands += value,
                ("×", _) => stands *= value,
                (":", Language::Vi) | ("÷", Language::En) => stands /= value,
                ("=", _) => {
                    if rounded(&stands, &step) != value {
                        return wrong(&stands);
                    }
                    if copies {
                        stands = value;
                    }
                }
                ("›", _) => {
                    stands = self.becomes(&line.label, stands);
                    if stands != value {
                        return wrong(&stands);
                    }
                }
                (sign, _) => return Err(format!("{sign} is no sign")),
            }
        }
        Ok(stands)
    }

    /// Both ends of a printed range in place of the level lead to the same number; but for a tie, where the range is
    /// a point.
    fn check_ends(&self, place: &dyn Fn() -> String) {
        let about = |wanted: fn(&Label) -> bool| self.lines.iter().position(|(_, line)| wanted(&line.label));
        let Some(range) = about(|label| matches!(label, Label::LevelRange)) else { return };
        if about(|label| matches!(label, Label::TieGain { .. })).is_some() {
            return;
        }
        let amount = |at: usize| read(&self.lines[at].0.amount, self.language).value;
        let Some(people) = about(|label| matches!(label, Label::Rounded)) else { return };
        let weight = if self.lines[range + 1].0.sign == "×" { amount(range + 1) } else { whole(1) };
        let (low, high) = read_range(&self.lines[range].0.amount, self.language);
        let after = people + 1..self.lines.len();
        let last = (0..self.lines.len()).rfind(|&at| self.lines[at].0.sign == "=");
        let given = amount(last.expect("a reason ends in a sum"));
        for end in std::iter::once(low).chain(high) {
            let mut stands = rounded(&(&end * &weight), &whole(1));
            for at in after.clone().filter(|&at| self.lines[at].0.sign == "+") {
                stands += amount(at);
            }
            // Where a limit holds the unit, it does so at every level in the range.
            if let Some((floor, ceiling)) = self.limits {
                stands = stands.max(whole(floor));
                stands = ceiling.map_or(stands.clone(), |ceiling| stands.min(whole(ceiling)));
            }
            assert_eq!(stands, given, "at {end} in {}", place());
        }
    }

    fn becomes(&self, label: &Label, stands: Number) -> Number {
        let limits = || self.limits.expect("only a unit has limits");
        match label {
            Label::Rounded => rounded(&stands, &whole(1)),
            Label::WholePart => stands.floor(),
            Label::RaisedToFloor => stands.max(whole(limits().0)),
            Label::StoppedAtCeiling => stands.min(whole(limits().1.expect("a ceiling that stops"))),
            other => unreachable!("{other:?} does not replace what stands"),
        }
    }
}

/// What a ledger without limits comes to, redone from its visible text both ways.
pub fn redone(ledger: &Ledger, scenario: &Scenario, slot: Slot, language: Language) -> Number {
    let lines = ledger_lines(ledger, scenario, slot, language);
    let tape = Tape { lines: lines.into_iter().zip(&ledger.lines).collect(), language, limits: None };
    let text = || ledger_as_text(ledger, scenario, slot, language);
    let [kept, copied] = [false, true].map(|copies| {
        let outcome = tape.redo(copies).map_err(|wrong| format!("{wrong} in {}", text()));
        outcome.expect("a tape that can be redone")
    });
    assert_eq!(kept, copied, "{}", text());
    kept
}

/// The number a cell shows (a rate as a ratio), if it shows one.
fn shown(node: &NodePlan, row: Row, cell: Cell) -> Option<Number> {
    let hundredth = Number::new(1.into(), 10_000.into());
    let rate = |rate: Option<Number>| rate.map(|rate| rounded(&rate, &hundredth));
    let standing = match row {
        Row::Total => node.total,
        Row::Unit(id) => node.unit(id)?.standing(),
    };
    match cell {
        Cell::Last => standing.last.map(|figure| whole(figure.people)),
        Cell::Given => standing.given.map(whole),
        Cell::Change => standing.change().map(whole),
        Cell::Before => rate(standing.before()),
        Cell::After => rate(standing.after()),
        Cell::Difficulty => rate(standing.growth()),
    }
}

/// Redoes every visible ledger of every node and compares it with its cell.
pub fn check(scenario: &Scenario, slot: Slot) {
    derive(scenario).at(slot).for_each(|node| check_node(scenario, slot, node));
}

fn check_node(scenario: &Scenario, slot: Slot, node: &NodePlan) {
    let rows = node.units.iter().map(|unit| Row::Unit(unit.unit)).chain([Row::Total]);
    for (row, cell) in rows.flat_map(|row| CELLS.map(|cell| (row, cell))) {
        let ledger = explain(node, row, cell);
        let unit = match row {
            Row::Unit(id) => node.unit(id),
            Row::Total => None,
        };
        for language in Language::ALL {
            let place = || format!("{row:?} {cell:?}\n{}", ledger_as_text(&ledger, scenario, slot, language));
            let lines = ledger_lines(&ledger, scenario, slot, language);
            assert_eq!(lines.len(), ledger.lines.len());
            let tape = Tape {
                lines: lines.into_iter().zip(&ledger.lines).collect(),
                language,
                limits: unit.map(|unit| (unit.floor, unit.ceiling)),
            };
            let cell_shows = shown(node, row, cell);
            tape.check_ends(&place);
            if tape.lines.is_empty() {
                assert_eq!(cell_shows, None, "no reason for {}", place());
                continue;
            }
            for copies in [false, true] {
                let outcome = tape.redo(copies).map_err(|wrong| format!("{wrong} in {}", place()));
                let outcome = outcome.expect("a tape that can be redone");
                if let Some(number) = &cell_shows {
                    let step = if matches!(cell, Cell::Before | Cell::After | Cell::Difficulty) {
                        Number::new(1.into(), 10_000.into())
                    } else {
                        whole(1)
                    };
                    assert_eq!(rounded(&outcome, &step), *number, "{}", place());
                }
            }
            tape.lines.iter().for_each(|(line, about)| {
                check_fact(node, unit, cell, about, &read_amount(line, language), &place);
            });
        }
    }
    check_pool(node);
    check_level(scenario, slot, node);
}

fn read_amount(line: &LedgerLine, language: Language) -> Option<Number> {
    (!line.is_range).then(|| read(&line.amount, language).value)
}

/// A line that names a fact states that fact.
fn check_fact(
    node: &NodePlan,
    unit: Option<&UnitPlan>,
    cell: Cell,
    line: &Line,
    amount: &Option<Number>,
    place: &dyn Fn() -> String,
) {
    let last = unit.map_or(node.total.last, |unit| unit.last).map(|figure| figure.people);
    let base = unit.map_or(node.total.base, |unit| unit.base).map(|figure| figure.people);
    let fact = match &line.label {
        Label::Target(_) => node.target,
        Label::Kept(_) => Some(node.kept),
        Label::Locked(_) => u64::try_from(node.locked).ok(),
        Label::Last => last,
        Label::Base(_) => base,
        Label::Weight { .. } => unit.and_then(|unit| unit.weight),
        Label::RaisedToFloor => unit.map(|unit| unit.floor),
        Label::StoppedAtCeiling => unit.and_then(|unit| unit.ceiling),
        Label::SetByHand => unit.filter(|unit| unit.locked).and_then(|unit| unit.given),
        Label::Given if cell != Cell::Before => unit.map_or(node.target, |unit| unit.given),
        _ => return,
    };
    assert_eq!(amount.clone(), fact.map(whole), "{:?} in {}", line.label, place());
}

/// The groups that are taken from the target, and those that share, are all units that take part.
fn check_pool(node: &NodePlan) {
    if !matches!(node.outcome, Outcome::Split(_)) {
        return;
    }
    for unit in node.units.iter().filter(|unit| !unit.locked && !unit.left_out) {
        let ledger = explain(node, Row::Unit(unit.unit), Cell::Given);
        let counted: usize = (ledger.lines.iter())
            .map(|line| match line.label {
                Label::Locked(k)
                | Label::Unchanged(k)
                | Label::AtFloor(k)
                | Label::AtCeiling(k)
                | Label::ForSharing(k) => k,
                Label::WithoutWeight(k) if line.sign == bao_phu::calc::Sign::Minus => k,
                _ => 0,
            })
            .sum();
        assert_eq!(counted, node.participants.len(), "{:#?}", ledger.lines);
    }
}

/// The one printed level gives every row and so the total, and so does every level of the printed range.
fn check_level(scenario: &Scenario, slot: Slot, node: &NodePlan) {
    let Outcome::Split(split) = &node.outcome else { return };
    let terms = terms(scenario, node).expect("the figures of a node that is split");
    let language = Language::Vi;
    let mut levels: Vec<Number> = Vec::new();
    for unit in &node.units {
        let ledger = explain(node, Row::Unit(unit.unit), Cell::Given);
        for (shown, line) in ledger_lines(&ledger, scenario, slot, language).iter().zip(&ledger.lines) {
            match line.label {
                Label::Level => levels.push(read(&shown.amount, language).value),
                Label::LevelRange => {
                    let (low, high) = read_range(&shown.amount, language);
                    let high = high.unwrap_or_else(|| &low + whole(1_000_000));
                    levels.push((&low + &high) / whole(2));
                    levels.extend([low, high]);
                }
                _ => {}
            }
        }
    }
    levels.sort();
    levels.dedup();
    let ranks: BTreeMap<usize, usize> = (split.remainders.iter())
        .flat_map(|remainders| remainders.ranks.iter().enumerate())
        .filter_map(|(row, &rank)| Some((row, rank?)))
        .collect();
    let places = split.remainders.as_ref().map_or(0, |remainders| remainders.places);
    for level in &levels {
        let row = |row: usize, unit: &Terms| -> i128 {
            let share = level * unit.weight.clone().unwrap_or_else(|| whole(0));
            let (people, gains) = match node.rounding {
                Rounding::CommonLevel => {
                    let gains = |tie: &bao_phu::calc::split::Tie| tie.units[..tie.places].contains(&row);
                    (rounded(&share, &whole(1)), split.ties.iter().any(gains))
                }
                Rounding::LargestRemainder => {
                    (share.floor(), ranks.get(&row).is_some_and(|&rank| rank <= places))
                }
            };
            let people = i128::try_from(people.to_integer()).expect("a count of people");
            unit.clamp(people + i128::from(gains) + i128::from(unit.start.unwrap_or(0)))
        };
        let rows: Vec<i128> = terms.iter().enumerate().map(|(at, unit)| row(at, unit)).collect();
        let given: Vec<i128> = split.values.iter().copied().map(i128::from).collect();
        assert_eq!(rows, given, "at level {level}");
        // Where more is kept than there is, nobody gets anything.
        let target = node.target.expect("a target that is split").max(node.kept);
        assert_eq!(rows.iter().sum::<i128>() + i128::from(node.kept), i128::from(target));
    }
}

/// Every method whose figures the scenario has.
fn methods(scenario: &Scenario, slot: Slot) -> Vec<Method> {
    let own = scenario.rule(slot, ROOT).map(|rule| rule.method);
    alternatives(scenario, slot, ROOT).into_iter().map(|other| other.method).chain(own).collect()
}

fn check_all(scenario: &Scenario, slot: Slot, edits: &[Edit]) {
    let scenario = edited(scenario, edits);
    for chosen in methods(&scenario, slot) {
        for way in BOTH {
            check(&edited(&scenario, &[method(slot, chosen), rounding(slot, way)]), slot);
        }
    }
}

#[test]
fn every_number_of_son_la_can_be_redone_at_every_target() {
    for people in [27_000, 28_503, 28_504, 30_000, 35_002, 36_500, 45_000, 60_000] {
        check_all(&example::first(), SON_LA, &[target(SON_LA, people)]);
        check_all(&example::first(), SON_LA, &[target(SON_LA, people), units_may_fall(SON_LA)]);
    }
}

#[test]
fn every_number_of_son_la_can_be_redone_under_limits() {
    let own = |floor: Option<u64>, ceiling: Option<u64>| Limit {
        floor: floor.map(Quantity::people),
        ceiling: ceiling.map(Quantity::people),
        ..Limit::default()
    };
    let set: [&[Edit]; 14] = [
        &[lock(SON_LA, 1, 4_300)],
        &[lock(SON_LA, 1, 4_300), lock(SON_LA, 9, 4_000), lock(SON_LA, 12, 0)],
        &[floor(SON_LA, 4, 2_500)],
        &[floor(SON_LA, 9, 3_100), floor(SON_LA, 10, 5_000)],
        &[floor(SON_LA, 12, 40_000)],
        &[ceiling(SON_LA, 9, 3_500)],
        &[ceiling(SON_LA, 1, 3_000), ceiling(SON_LA, 2, 3_700)],
        &[limit(SON_LA, 3, own(Some(4_400), Some(4_500))), limit(SON_LA, 5, own(Some(3_000), Some(2_900)))],
        &[limit(SON_LA, 3, own(Some(4_000), Some(4_000)))],
        &[kept(SON_LA, 500)],
        &[kept(SON_LA, 500), lock(SON_LA, 7, 2_000), floor(SON_LA, 8, 2_000), ceiling(SON_LA, 10, 3_000)],
        &[left_out(SON_LA, &[3, 8])],
        &[left_out(SON_LA, &[3]), lock(SON_LA, 2, 4_000)],
        &[kept(SON_LA, 40_000)],
    ];
    for edits in set {
        for more in [&[][..], &[units_may_fall(SON_LA)], &[units_may_fall(SON_LA), target(SON_LA, 25_000)]] {
            check_all(&example::first(), SON_LA, &[edits, more].concat());
        }
    }
}

#[test]
fn every_number_of_son_la_can_be_redone_where_all_or_nearly_all_are_locked() {
    let locks: Vec<Edit> = (1..=12).map(|unit| lock(SON_LA, unit, 2_000 + u64::from(unit))).collect();
    for count in [10, 11, 12] {
        check_all(&example::first(), SON_LA, &locks[..count]);
    }
}

#[test]
fn every_number_of_hai_duong_can_be_redone() {
    let scenario = &example::all()[1];
    for slot in scenario.slots() {
        let released = [limit(slot, 1, Limit::default()), limit(slot, 4, Limit::default())];
        check_all(scenario, slot, &[]);
        check_all(scenario, slot, &released);
        check_all(scenario, slot, &[&released[..], &[units_may_fall(slot), target(slot, 40_000)]].concat());
        check_all(scenario, slot, &[&released[..], &[kept(slot, 120), floor(slot, 2, 50_000)]].concat());
    }
}

#[test]
fn a_target_given_as_a_rate_can_be_redone() {
    let rate = crate::common::quantity(bao_phu::model::Form::Rate, "4.83");
    check_all(&example::first(), SON_LA, &[Edit::SetTarget { slot: SON_LA, quantity: rate }]);
}

#[test]
fn units_that_tie_are_told_apart_in_the_ledger() {
    let scenario = edited(&example::first(), &[method(SON_LA, Method::LabourForce)]);
    check(&scenario, SON_LA);
    let node = node(&scenario, SON_LA);
    let gains = |unit: u32| {
        let ledger = explain(&node, Row::Unit(UnitId(unit)), Cell::Given);
        let lines = ledger_lines(&ledger, &scenario, SON_LA, Language::Vi);
        let line = lines.iter().find(|line| line.label.contains("ngang nhau"));
        line.map(|line| format!("{} {}", line.sign, line.amount))
    };
    assert_eq!([2, 5, 9].map(gains), [Some("+ 1".into()), Some("+ 0".into()), None]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn every_number_of_any_province_can_be_redone(scenario in any_province(3..=40)) {
        check(&scenario, SON_LA);
    }
}
