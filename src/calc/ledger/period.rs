//! The ledger of what stands at the end of a quarter or a month.

use num_bigint::BigInt;
use num_traits::{One as _, Zero as _};

use super::cells::{line, people};
use super::given::{half_up, shown, tie_of};
use super::level::PrintedLevel;
use super::{Amount, Label, Ledger, Line, PeriodLabel, Row, Sign, Why};
use crate::calc::period::{PeriodPlan, PeriodRow};
use crate::model::Rate;

/// Why a unit, or all units together, stand at what they do when the period at `place` (from 0) ends.
///
/// Without lines where the table has no such row or period.
#[must_use]
pub fn explain_period(plan: &PeriodPlan, row: Row, place: usize) -> Ledger {
    let lines = match row {
        Row::Total => total(plan, place),
        Row::Unit(unit) => (plan.rows.iter().enumerate())
            .find(|(_, row)| row.unit == unit)
            .and_then(|(at, row)| Some(End { plan, at, row, place, end: *row.ends.get(place)? }.lines())),
    };
    Ledger { why: Why::Computed, lines: lines.unwrap_or_default() }
}

/// All units: the year's change × the weights so far : all weights, on top of last year's, rounded.
fn total(plan: &PeriodPlan, place: usize) -> Option<Vec<Line>> {
    let (periods, end) = (plan.rule.periods, *plan.ends.get(place)?);
    let weights = plan.rule.weights();
    let all: u64 = weights.iter().copied().map(u64::from).sum();
    let so_far: u64 = weights.iter().take(place + 1).copied().map(u64::from).sum();
    let change = i128::from(plan.given) - i128::from(plan.last);
    let part = Rate::new(BigInt::from(change) * so_far, all.max(1).into());
    let last = Rate::from_integer(plan.last.into());
    let part_shown = shown(&part, |part| half_up(&(&last + part)));
    let mut lines = vec![
        line(Sign::Start, Label::Period(PeriodLabel::YearChange(plan.rows.len())), people(change)),
        line(Sign::Times, Label::Period(PeriodLabel::WeightsSoFar { periods, place }), people(so_far)),
        line(Sign::Over, Label::Period(PeriodLabel::WeightsOfYear), people(all)),
        line(Sign::Equals, Label::Share, Amount::Share(part_shown)),
        line(Sign::Plus, Label::Period(PeriodLabel::LastOf(plan.rows.len())), people(plan.last)),
    ];
    if !part.is_integer() {
        lines.push(line(Sign::Becomes, Label::Rounded, people(end)));
    }
    lines.push(line(Sign::Equals, Label::Period(PeriodLabel::PeriodEnd { periods, place }), people(end)));
    Some(lines)
}

/// One unit at the end of one period.
struct End<'a> {
    plan: &'a PeriodPlan,
    at: usize,
    row: &'a PeriodRow,
    place: usize,
    end: u64,
}

impl End<'_> {
    fn lines(&self) -> Vec<Line> {
        let Self { row, place, end, .. } = *self;
        let periods = self.plan.rule.periods;
        let part = self.part();
        let mut lines = Vec::new();
        if part.is_zero() || row.given == row.last {
            lines.push(line(Sign::Start, Label::Last, people(row.last)));
        } else if row.given > row.last {
            lines.extend(self.moved(&part, Sign::Start));
            lines.push(line(Sign::Plus, Label::Last, people(row.last)));
        } else if part.is_one() {
            lines.push(line(Sign::Start, Label::Last, people(row.last)));
            lines.extend(self.moved(&part, Sign::Minus));
        } else {
            let label = Label::Period(PeriodLabel::FallenBy { periods, place });
            let fallen = people(i128::from(row.last) - i128::from(end));
            lines.extend(self.moved(&part, Sign::Start));
            lines.push(line(Sign::Equals, label.clone(), fallen.clone()));
            lines.push(line(Sign::Start, Label::Last, people(row.last)));
            lines.push(line(Sign::Minus, label, fallen));
        }
        lines.push(line(Sign::Equals, Label::Period(PeriodLabel::PeriodEnd { periods, place }), people(end)));
        lines
    }

    /// What the unit has moved by then: the level reached × what it moves in the year, rounded; or all of it.
    fn moved(&self, part: &Rate, sign: Sign) -> Vec<Line> {
        let Self { plan, row, .. } = *self;
        let is_fall = row.given < row.last;
        let side = if is_fall { &plan.falling } else { &plan.rising };
        let found = side.rows.iter().position(|&row| row == self.at).zip(side.splits.get(self.place));
        let Some((place, split)) = found else { return Vec::new() };
        let unit = row.unit;
        let whole =
            Label::Period(if is_fall { PeriodLabel::YearFall(unit) } else { PeriodLabel::YearRise(unit) });
        let change = people(side.changes[place]);
        let level = PrintedLevel::near(split, &(part * BigInt::from(100)));
        let Some(level) = level.filter(|_| !part.is_one()) else {
            return vec![line(sign, whole, change)];
        };
        let share = level.times(&Rate::from_integer(side.changes[place].into()));
        let rounded = i128::try_from(half_up(&share)).unwrap_or(i128::MAX);
        let mut lines = level.lines();
        lines.push(line(Sign::Times, whole, change));
        lines.push(line(Sign::Equals, Label::Share, Amount::Share(shown(&share, half_up))));
        lines.push(line(Sign::Becomes, Label::Rounded, people(rounded)));
        if let Some((tie, gains)) = tie_of(split, place) {
            let (places, tied) = (tie.places, tie.units.len());
            let fall = Label::Period(PeriodLabel::FallTie { places, tied });
            let label = if is_fall { fall } else { Label::TieGain { places, tied } };
            lines.push(line(Sign::Plus, label, people(i128::from(gains))));
        }
        lines
    }

    /// The part of the year's weights up to this period.
    fn part(&self) -> Rate {
        let weights = self.plan.rule.weights();
        let sum =
            |count: usize| weights.iter().take(count).map(|&weight| BigInt::from(weight)).sum::<BigInt>();
        let all = sum(weights.len());
        if all.is_zero() { Rate::zero() } else { Rate::new(sum(self.place + 1), all) }
    }
}
