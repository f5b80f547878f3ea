//! The ledger of what a unit gets: the pool that is shared, the level, and the unit's own arithmetic.

use num_bigint::BigInt;

use super::cells::{line, people};
use super::level::PrintedLevel;
use super::mixed::MixedWeight;
use super::{Amount, Label, Ledger, LevelUnit, Line, Sign, Why};
use crate::calc::split::{Held, Split, Tie};
use crate::calc::{NodePlan, Outcome, UnitPlan};
use crate::model::{Decimal, Method, Rate, Rounding};

/// Shares show two decimals, or as many more as keep their rounding on the right side.
const SHARE_PLACES: u32 = 2;

/// More decimals than any weight of a count of people needs to be told from a neighbour.
const MOST_PLACES: u32 = 120;

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
        () if node.starts_from_last => Label::Last,
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
    let label = if node.starts_from_last { Label::Last } else { Label::WithoutWeight(1) };
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
    if node.starts_from_last && !sharing.is_empty() {
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
        let mixed = (!self.node.mix.is_empty()).then(|| self.mixed_weight(number));
        let weight = match &mixed {
            Some(mixed) => mixed.weight(),
            None => Rate::from_integer(BigInt::from(self.unit.weight.unwrap_or(0))),
        };
        let share = self.level.times(&weight);
        let whole = self.whole(&share);
        let label = match self.node.rounding {
            Rounding::CommonLevel => Label::Rounded,
            Rounding::LargestRemainder => Label::WholePart,
        };
        let mut lines = mixed.as_ref().map(MixedWeight::lines).unwrap_or_default();
        lines.extend(self.level.lines());
        lines.extend(self.times_weight(mixed.as_ref()));
        lines.push(line(Sign::Equals, Label::Share, Amount::Share(shown(&share, |shown| self.whole(shown)))));
        let mut stands = i128::try_from(whole).unwrap_or(i128::MAX);
        lines.push(line(Sign::Becomes, label, people(stands)));
        for gain in [self.tie(), self.rank()].into_iter().flatten() {
            if let Amount::People(more) = gain.amount {
                stands = stands.saturating_add(more);
            }
            lines.push(gain);
        }
        if self.node.starts_from_last {
            stands = stands.saturating_add(self.unit.start.into());
            lines.push(line(Sign::Plus, Label::Last, people(self.unit.start)));
        }
        lines.extend(clamped(stands, number));
        lines.push(line(Sign::Equals, Label::Given, people(number)));
        lines
    }

    /// The weight the level is multiplied by; none where it is 1 for everyone.
    fn times_weight(&self, mixed: Option<&MixedWeight<'_>>) -> Option<Line> {
        let Self { node, unit, level, .. } = self;
        match mixed {
            Some(mixed) => Some(line(Sign::Times, Label::MixedWeight(unit.unit), mixed.amount())),
            None if level.unit == LevelUnit::People => None,
            None => {
                let label =
                    Label::Weight { method: node.method, decreasing: node.decreasing, unit: unit.unit };
                Some(line(Sign::Times, label, people(unit.weight.unwrap_or(0))))
            }
        }
    }

    /// The mixed weight to as few decimals as lead to `number`, from the level and from both ends of its range.
    fn mixed_weight(&self, number: i128) -> MixedWeight<'_> {
        let leads = |mixed: &MixedWeight<'_>, level: &Decimal| {
            let share = self.level.times_at(level, &mixed.weight());
            let whole = i128::try_from(self.whole(&share)).unwrap_or(i128::MAX);
            let gains = [self.tie(), self.rank()].into_iter().flatten().map(|gain| match gain.amount {
                Amount::People(more) => more,
                _ => 0,
            });
            let start = if self.node.starts_from_last { i128::from(self.unit.start) } else { 0 };
            let stands = gains.fold(whole, i128::saturating_add).saturating_add(start);
            let most = self.unit.ceiling.map_or(stands, |ceiling| stands.min(ceiling.into()));
            most.max(self.unit.floor.into()) == number
        };
        let printed = |places| MixedWeight::of(self.node, self.unit, places);
        let everywhere = |mixed: &MixedWeight<'_>| self.level.printed().all(|level| leads(mixed, level));
        // The level is strictly inside its interval, so some number of decimals is enough for it; an end may not be.
        let at_level = |mixed: &MixedWeight<'_>| leads(mixed, &self.level.value);
        let places = || (SHARE_PLACES..MOST_PLACES).map(printed);
        (places().find(everywhere).or_else(|| places().find(at_level)))
            .unwrap_or_else(|| printed(MOST_PLACES))
    }

    /// The share in whole people.
    fn whole(&self, share: &Rate) -> BigInt {
        match self.node.rounding {
            Rounding::CommonLevel => half_up(share),
            Rounding::LargestRemainder => share.floor().to_integer(),
        }
    }

    /// One more, or not, among units that tie at the common level.
    fn tie(&self) -> Option<Line> {
        if self.node.rounding != Rounding::CommonLevel {
            return None;
        }
        let (tie, gains) = tie_of(self.split, self.row)?;
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

/// The tie a row of the split is in, and whether it gets one more.
pub(super) fn tie_of(split: &Split, row: usize) -> Option<(&Tie, bool)> {
    let tie = split.ties.iter().find(|tie| tie.units.contains(&row))?;
    Some((tie, tie.units.iter().take(tie.places).any(|&unit| unit == row)))
}

/// A share to as few decimals, two at least, as come to the same whole people.
pub(super) fn shown(share: &Rate, whole: impl Fn(&Rate) -> BigInt) -> Decimal {
    let right = |shown: &Decimal| whole(&shown.to_rate()) == whole(share);
    (SHARE_PLACES..)
        .map(|places| Decimal::rounded(share, places))
        .find(right)
        .unwrap_or_else(|| Decimal::rounded(share, SHARE_PLACES))
}

/// The whole number nearest to a share, halves upwards.
pub(super) fn half_up(share: &Rate) -> BigInt {
    Decimal::rounded(share, 0).digits().clone()
}

/// The reason in one sentence.
fn why(node: &NodePlan, split: &Split, unit: &UnitPlan, row: usize) -> Why {
    let level = || {
        let middle = PrintedLevel::of(node, split).map_or_else(|| Decimal::new(0, 0), |level| level.value);
        Decimal::rounded(&middle.to_rate(), 2)
    };
    let stays = unit.given == unit.last.map(|figure| figure.people) && !unit.own_floor;
    let at_most = || if is_most_below(unit) { Why::AtMostBelow } else { Why::AtCeiling };
    match (split.held[row], node.method) {
        (Held::AtCeiling, _) => at_most(),
        (Held::Fixed, _) if is_at_ceiling(unit) => at_most(),
        (Held::NoWeight, _) => Why::WithoutWeight,
        (Held::AtFloor, Method::Lift) if stays => Why::AlreadyAbove { level: level(), base: node.base },
        (Held::AtFloor | Held::Fixed, _) if is_least_below(unit) => Why::AtLeastBelow,
        (Held::AtFloor | Held::Fixed, _) => Why::AtFloor,
        (Held::Free, _) if node.decreasing => Why::SameRate { growth: from_whole(&level()) },
        (Held::Free, Method::Last) => Why::SameRate { growth: from_whole(&level()) },
        (Held::Free, Method::Lift) => Why::Lifted { level: level(), base: node.base },
        (Held::Free, method) if node.starts_from_last => Why::ShareOfIncrease { method },
        (Held::Free, method) => Why::ShareOfWhole { method },
    }
}

/// The floor is what its own units come to at least, and no limit of the user's.
fn is_least_below(unit: &UnitPlan) -> bool {
    !unit.own_floor && unit.below.is_some_and(|below| below.floor == unit.floor)
}

/// The ceiling is what its own units come to at most, and no limit of the user's.
fn is_most_below(unit: &UnitPlan) -> bool {
    !unit.own_ceiling && unit.below.is_some_and(|below| below.ceiling == unit.ceiling)
}

/// 108,17% of last year is 8,17% growth.
fn from_whole(level: &Decimal) -> Decimal {
    Decimal::rounded(&(level.to_rate() - BigInt::from(100)), 2)
}
