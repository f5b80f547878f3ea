//! The ledger of what a unit gets: the pool that is shared, the level, and the unit's own arithmetic.

use num_bigint::BigInt;

use super::cells::{line, people};
use super::{Amount, Label, Ledger, LevelUnit, Line, Sign, Why};
use crate::calc::split::{Held, Split, level_rounded_up, printed_ends, shortest_between};
use crate::calc::{NodePlan, Outcome, UnitPlan};
use crate::model::{Decimal, Method, Rate, Rounding};

/// Shares show two decimals, or as many more as keep their rounding on the right side.
const SHARE_PLACES: u32 = 2;

/// Why the unit at `place` gets what it gets.
pub(super) fn explain_given(node: &NodePlan, place: usize) -> Ledger {
    let unit = &node.units[place];
    let Some(value) = unit.given else {
        let why = if unit.left_out { Why::LeftOut } else { Why::NotSplit };
        return Ledger { why, lines: Vec::new() };
    };
    let number = i128::from(value);
    if unit.locked {
        let others = node.participants.iter().filter(|&&place| !node.units[place].locked).count();
        return Ledger { why: Why::Locked { people: value, others }, lines: fixed(Label::SetByHand, number) };
    }
    let split = match &node.outcome {
        Outcome::Split(split) => split,
        Outcome::Infeasible(_) => return without_level(node, unit, number),
        Outcome::NotSplit => return Ledger { why: Why::NotSplit, lines: Vec::new() },
    };
    let Some(row) = node.participants.iter().position(|&other| other == place) else {
        return Ledger { why: Why::LeftOut, lines: Vec::new() };
    };
    let mut lines = pool(node, split);
    match (split.held[row], PrintedLevel::of(node, split)) {
        (Held::NoWeight, _) => lines.extend(own_start(node, unit, number)),
        (Held::Fixed, _) | (_, None) if is_at_ceiling(unit) => {
            lines.extend(fixed(Label::StoppedAtCeiling, number));
        }
        (Held::Fixed, _) | (_, None) => lines.extend(fixed(Label::RaisedToFloor, number)),
        (_, Some(level)) => {
            let own = Own { node, split, unit, row, level: &level };
            lines.extend(own.lines(number));
        }
    }
    Ledger { why: why(node, split, unit, row), lines }
}

/// The common level as it is printed; per cent of the weight, or people where every unit weighs the same.
/// `None` where there is none: not split, or every unit fixed.
#[must_use]
pub fn common_level(node: &NodePlan) -> Option<Decimal> {
    match &node.outcome {
        Outcome::Split(split) => PrintedLevel::of(node, split).map(|level| level.value),
        Outcome::Infeasible(_) | Outcome::NotSplit => None,
    }
}

/// One amount that is what the unit gets.
fn fixed(label: Label, number: i128) -> Vec<Line> {
    vec![line(Sign::Start, label, people(number)), line(Sign::Equals, Label::Given, people(number))]
}

/// No level fits: everyone stands at the least or the most.
fn without_level(node: &NodePlan, unit: &UnitPlan, number: i128) -> Ledger {
    let too_much = node.remaining < 0;
    let why = if too_much { Why::NotBalancedLeast } else { Why::NotBalancedMost };
    let at_start = number == i128::from(unit.start);
    let at_floor = number == i128::from(unit.floor);
    let at_ceiling = unit.ceiling.map(i128::from) == Some(number);
    let label = match () {
        () if at_ceiling && (!too_much || !at_floor && !at_start) => Label::StoppedAtCeiling,
        () if at_floor && (too_much || !at_start) => Label::RaisedToFloor,
        () if starts_from_last(node) => Label::Last,
        () => Label::WithoutWeight(1),
    };
    Ledger { why, lines: fixed(label, number) }
}

/// Stands at its ceiling because the ceiling leaves it nothing else: one of the user's, which took the place
/// of the floor, or one below where the unit starts.
fn is_at_ceiling(unit: &UnitPlan) -> bool {
    let floor_too = unit.given == Some(unit.floor);
    unit.given == unit.ceiling && (!floor_too || unit.own_ceiling && !unit.own_floor)
}

/// A unit without weight stays where it starts, between its limits.
fn own_start(node: &NodePlan, unit: &UnitPlan, number: i128) -> Vec<Line> {
    let start = i128::from(unit.start);
    let label = if starts_from_last(node) { Label::Last } else { Label::WithoutWeight(1) };
    let mut lines = vec![line(Sign::Start, label, people(start))];
    lines.extend(clamped(start, number));
    lines.push(line(Sign::Equals, Label::Given, people(number)));
    lines
}

/// Raised to the floor or stopped at the ceiling, where `before` is not yet the number.
fn clamped(before: i128, number: i128) -> Option<Line> {
    match before.cmp(&number) {
        std::cmp::Ordering::Less => Some(line(Sign::Becomes, Label::RaisedToFloor, people(number))),
        std::cmp::Ordering::Greater => Some(line(Sign::Becomes, Label::StoppedAtCeiling, people(number))),
        std::cmp::Ordering::Equal => None,
    }
}

fn starts_from_last(node: &NodePlan) -> bool {
    !node.decreasing && !matches!(node.method, Method::Lift | Method::Last)
}

/// Target − kept − units held by something − starts = what the level shares out.
fn pool(node: &NodePlan, split: &Split) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut left = i128::from(node.target.unwrap_or(0));
    lines.push(line(Sign::Start, Label::Target(node.node), people(left)));
    let mut take = |label: Label, amount: i128| {
        left -= amount;
        lines.push(line(Sign::Minus, label, people(amount)));
    };
    if node.kept > 0 {
        take(Label::Kept(node.node), node.kept.into());
    }
    let groups: [fn(usize) -> Label; 5] =
        [Label::Locked, Label::Unchanged, Label::AtFloor, Label::AtCeiling, Label::WithoutWeight];
    for group in groups {
        let members =
            members(node, split, |unit, held| holder(unit, held).is_some_and(|of| of(0) == group(0)));
        if !members.is_empty() {
            take(group(members.len()), members.iter().map(|&(_, value)| i128::from(value)).sum());
        }
    }
    let sharing = members(node, split, |unit, held| holder(unit, held).is_none());
    if starts_from_last(node) && !sharing.is_empty() {
        let starts = sharing.iter().map(|&(unit, _)| i128::from(unit.start)).sum();
        take(Label::LastOfSharing(sharing.len()), starts);
    }
    if !sharing.is_empty() {
        lines.push(line(Sign::Equals, Label::ForSharing(sharing.len()), people(left)));
    }
    lines
}

/// What keeps a unit out of the sharing, if anything does.
fn holder(unit: &UnitPlan, held: Held) -> Option<fn(usize) -> Label> {
    let stays = unit.given == unit.last.map(|figure| figure.people);
    match held {
        _ if unit.locked => Some(Label::Locked),
        Held::Free => None,
        Held::NoWeight => Some(Label::WithoutWeight),
        Held::AtFloor | Held::Fixed if stays && !unit.own_floor => Some(Label::Unchanged),
        Held::Fixed if is_at_ceiling(unit) => Some(Label::AtCeiling),
        Held::AtFloor | Held::Fixed => Some(Label::AtFloor),
        Held::AtCeiling => Some(Label::AtCeiling),
    }
}

fn members<'a>(
    node: &'a NodePlan,
    split: &Split,
    chosen: impl Fn(&UnitPlan, Held) -> bool,
) -> Vec<(&'a UnitPlan, u64)> {
    (node.participants.iter().zip(split.held.iter().zip(&split.values)))
        .map(|(&place, (&held, &value))| (&node.units[place], held, value))
        .filter(|&(unit, held, _)| chosen(unit, held))
        .map(|(unit, _, value)| (unit, value))
        .collect()
}

/// The level as a ledger prints it.
struct PrintedLevel {
    value: Decimal,
    unit: LevelUnit,
    /// Low and high end; the range is not printed for largest remainder.
    ends: Option<(Decimal, Option<Decimal>)>,
}

impl PrintedLevel {
    /// `None` where no level can be printed: every unit is fixed.
    fn of(node: &NodePlan, split: &Split) -> Option<Self> {
        let (unit, factor) = level_unit(node);
        if node.rounding == Rounding::LargestRemainder {
            return Some(Self { value: level_rounded_up(&split.proof, factor), unit, ends: None });
        }
        let shown = split.proof.times(factor);
        let value = shortest_between(&shown.low, shown.high.as_ref())?;
        let ends = Some(printed_ends(&shown, value.places()));
        Some(Self { value, unit, ends })
    }

    fn lines(&self) -> Vec<Line> {
        let amount = match self.unit {
            LevelUnit::Percent => Amount::Percent(self.value.clone()),
            LevelUnit::People => Amount::Share(self.value.clone()),
        };
        let mut lines = vec![line(Sign::Start, Label::Level, amount)];
        if let Some((low, high)) = &self.ends {
            let range = Amount::Between(self.unit, low.clone(), high.clone());
            lines.push(line(Sign::Start, Label::LevelRange, range));
        }
        lines
    }

    /// Printed level × weight, exactly.
    fn times(&self, weight: u64) -> Rate {
        let factor = match self.unit {
            LevelUnit::Percent => 100,
            LevelUnit::People => 1,
        };
        self.value.to_rate() * BigInt::from(weight) / BigInt::from(factor)
    }
}

/// Levels are per cent of a weight in people; where every unit weighs 1 they are people per unit.
fn level_unit(node: &NodePlan) -> (LevelUnit, u32) {
    if node.method == Method::Equal && !node.decreasing {
        (LevelUnit::People, 1)
    } else {
        (LevelUnit::Percent, 100)
    }
}

/// One unit's own arithmetic: level × weight, rounded, on top of where it starts.
struct Own<'a> {
    node: &'a NodePlan,
    split: &'a Split,
    unit: &'a UnitPlan,
    row: usize,
    level: &'a PrintedLevel,
}

impl Own<'_> {
    fn lines(&self, number: i128) -> Vec<Line> {
        let weight = self.unit.weight.unwrap_or(0);
        let share = self.level.times(weight);
        let (label, whole) = match self.node.rounding {
            Rounding::CommonLevel => (Label::Rounded, half_up(&share)),
            Rounding::LargestRemainder => (Label::WholePart, share.floor().to_integer()),
        };
        let mut lines = self.level.lines();
        if self.level.unit == LevelUnit::Percent {
            let label = Label::Weight {
                method: self.node.method,
                decreasing: self.node.decreasing,
                unit: self.unit.unit,
            };
            lines.push(line(Sign::Times, label, people(weight)));
        }
        lines.push(line(Sign::Equals, Label::Share, Amount::Share(self.shown(&share, &whole))));
        let mut stands = i128::try_from(whole).unwrap_or(i128::MAX);
        lines.push(line(Sign::Becomes, label, people(stands)));
        for gain in [self.tie(), self.rank()].into_iter().flatten() {
            if let Amount::People(more) = gain.amount {
                stands = stands.saturating_add(more);
            }
            lines.push(gain);
        }
        if starts_from_last(self.node) {
            stands = stands.saturating_add(self.unit.start.into());
            lines.push(line(Sign::Plus, Label::Last, people(self.unit.start)));
        }
        lines.extend(clamped(stands, number));
        lines.push(line(Sign::Equals, Label::Given, people(number)));
        lines
    }

    /// The share to as few decimals as keep its rounding on the right side.
    fn shown(&self, share: &Rate, whole: &BigInt) -> Decimal {
        let right = |shown: &Decimal| match self.node.rounding {
            Rounding::CommonLevel => half_up(&shown.to_rate()) == *whole,
            Rounding::LargestRemainder => shown.to_rate().floor().to_integer() == *whole,
        };
        (SHARE_PLACES..)
            .map(|places| Decimal::rounded(share, places))
            .find(right)
            .unwrap_or_else(|| Decimal::rounded(share, SHARE_PLACES))
    }

    /// One more, or not, among units that tie at the common level.
    fn tie(&self) -> Option<Line> {
        if self.node.rounding != Rounding::CommonLevel {
            return None;
        }
        let tie = self.split.ties.iter().find(|tie| tie.units.contains(&self.row))?;
        let gains = tie.units.iter().take(tie.places).any(|&unit| unit == self.row);
        let label = Label::TieGain { places: tie.places, tied: tie.units.len() };
        Some(line(Sign::Plus, label, people(i128::from(gains))))
    }

    /// One more, or not, by the rank of the remainder.
    fn rank(&self) -> Option<Line> {
        let remainders = self.split.remainders.as_ref()?;
        let rank = remainders.ranks[self.row]?;
        let label = Label::Rank { rank, places: remainders.places };
        Some(line(Sign::Plus, label, people(i128::from(rank <= remainders.places))))
    }
}

/// The whole number nearest to a share, halves upwards.
fn half_up(share: &Rate) -> BigInt {
    Decimal::rounded(share, 0).digits().clone()
}

/// The reason in one sentence.
fn why(node: &NodePlan, split: &Split, unit: &UnitPlan, row: usize) -> Why {
    let level = || {
        let middle = PrintedLevel::of(node, split).map_or_else(|| Decimal::new(0, 0), |level| level.value);
        Decimal::rounded(&middle.to_rate(), 2)
    };
    let stays = unit.given == unit.last.map(|figure| figure.people) && !unit.own_floor;
    match (split.held[row], node.method) {
        (Held::AtCeiling, _) => Why::AtCeiling,
        (Held::Fixed, _) if is_at_ceiling(unit) => Why::AtCeiling,
        (Held::NoWeight, _) => Why::WithoutWeight,
        (Held::AtFloor, Method::Lift) if stays => Why::AlreadyAbove { level: level(), base: node.base },
        (Held::AtFloor | Held::Fixed, _) => Why::AtFloor,
        (Held::Free, _) if node.decreasing => Why::SameRate { growth: from_whole(&level()) },
        (Held::Free, Method::Last) => Why::SameRate { growth: from_whole(&level()) },
        (Held::Free, Method::Lift) => Why::Lifted { level: level(), base: node.base },
        (Held::Free, method) => Why::ShareOfIncrease { method },
    }
}

/// 108,17% of last year is 8,17% growth.
fn from_whole(level: &Decimal) -> Decimal {
    Decimal::rounded(&(level.to_rate() - BigInt::from(100)), 2)
}
