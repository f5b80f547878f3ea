//! The ledger (vì sao?) in words: a sentence and a tape that can be read back and redone.

use super::{Language, en, vi};
use crate::calc::{Amount, Label, Ledger, LevelUnit, Line, Sign, Why};
use crate::model::{Method, Rate, Scenario, Slot};

/// One line of the tape as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerLine {
    /// How the line acts; empty where it starts anew, `›` where it replaces what stands.
    pub sign: &'static str,
    /// What it is about.
    pub label: String,
    /// Its number.
    pub amount: String,
    /// A range of levels beside the level: it is not reckoned with.
    pub is_range: bool,
}

/// What the labels of one ledger need to know.
pub(super) struct Place<'a> {
    pub(super) scenario: &'a Scenario,
    pub(super) slot: Slot,
    /// The units that share are lifted to one level.
    pub(super) lifting: bool,
}

impl Place<'_> {
    pub(super) fn last_year(&self) -> u16 {
        self.slot.year.saturating_sub(1)
    }
}

/// The tape of a ledger, line by line; the last results it speaks of are those of the year before `slot`.
#[must_use]
pub fn ledger_lines(ledger: &Ledger, scenario: &Scenario, slot: Slot, language: Language) -> Vec<LedgerLine> {
    let place = Place { scenario, slot, lifting: is_lifting(ledger) };
    (ledger.lines.iter())
        .map(|line| LedgerLine {
            sign: sign(line.sign, language),
            label: match language {
                Language::Vi => vi::ledger::label(&line.label, &place),
                Language::En => en::ledger::label(&line.label, &place),
            },
            amount: amount(&line.amount, language),
            is_range: matches!(line.amount, Amount::Between(..)),
        })
        .collect()
}

/// The reason in one sentence.
#[must_use]
pub fn why_sentence(why: &Why, slot: Slot, language: Language) -> String {
    let last_year = slot.year.saturating_sub(1);
    match language {
        Language::Vi => vi::ledger::why(why, last_year),
        Language::En => en::ledger::why(why, last_year),
    }
}

/// The reason of a locked cell whose lock carries a reason of its own: what it is locked at (people), and
/// how many units share the rest.
#[must_use]
pub fn locked_because(people: u64, others: usize, reason: &str, language: Language) -> String {
    let (people, reason) = (language.people(people), reason.trim_end_matches('.'));
    match language {
        Language::Vi => format!("Khóa ở {people}: {reason}. Phần còn lại chia cho {others} đơn vị."),
        Language::En if others == 1 => format!("Locked at {people}: {reason}. The rest goes to 1 unit."),
        Language::En => format!("Locked at {people}: {reason}. The rest is shared by {others} units."),
    }
}

/// The sentence and the tape as plain text: one line each, amounts right-aligned.
#[must_use]
pub fn ledger_as_text(ledger: &Ledger, scenario: &Scenario, slot: Slot, language: Language) -> String {
    let lines = ledger_lines(ledger, scenario, slot, language);
    let width = |text: &str| text.chars().count();
    let labels = lines.iter().map(|line| width(&line.label)).max().unwrap_or(0);
    // A range is longer than any number and stands alone, so it does not widen the column.
    let numbers = (lines.iter().zip(&ledger.lines))
        .filter(|(_, line)| !matches!(line.amount, Amount::Between(..)))
        .map(|(line, _)| width(&line.amount))
        .max()
        .unwrap_or(0);
    let mut text = why_sentence(&ledger.why, slot, language);
    for line in &lines {
        let LedgerLine { sign, label, amount, .. } = line;
        text.push_str(&format!("\n{sign:<1} {label:<labels$}  {amount:>numbers$}"));
    }
    text
}

/// A line's number: `4.549`, `4.549,00`, `4,5737%`, `từ 4,57369% đến 4,57376%`.
#[must_use]
pub fn amount(amount: &Amount, language: Language) -> String {
    match amount {
        Amount::People(people) => language.people(*people),
        Amount::Share(share) => language.decimal(share),
        Amount::Percent(percent) => language.percent(percent),
        Amount::Between(unit, low, high) => {
            let end = |value| match (unit, language) {
                (LevelUnit::Percent, _) => language.percent(value),
                (LevelUnit::People, Language::Vi) => format!("{} người", language.decimal(value)),
                (LevelUnit::People, Language::En) => format!("{} people", language.decimal(value)),
            };
            let (low, high) = (end(low), high.as_ref().map(end));
            match language {
                Language::Vi => vi::ledger::between(&low, high.as_deref()),
                Language::En => en::ledger::between(&low, high.as_deref()),
            }
        }
    }
}

fn sign(sign: Sign, language: Language) -> &'static str {
    match (sign, language) {
        (Sign::Start, _) => "",
        (Sign::Minus, _) => "−",
        (Sign::Plus, _) => "+",
        (Sign::Times, _) => "×",
        (Sign::Over, Language::Vi) => ":",
        (Sign::Over, Language::En) => "÷",
        (Sign::Equals, _) => "=",
        // An arrow is not in the page's font subset.
        (Sign::Becomes, _) => "›",
    }
}

/// Growth on the year before, of the people gained on how many.
pub(super) fn best_growth((gained, of): (u64, u64)) -> Rate {
    Rate::new(gained.into(), of.into())
}

fn is_lifting(ledger: &Ledger) -> bool {
    let by_weight =
        |line: &Line| matches!(line.label, Label::Weight { method: Method::Lift, decreasing: false, .. });
    matches!(ledger.why, Why::Lifted { .. } | Why::AlreadyAbove { .. }) || ledger.lines.iter().any(by_weight)
}
