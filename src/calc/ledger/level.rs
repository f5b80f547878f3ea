//! The common level as a ledger prints it.

use num_bigint::BigInt;

use super::cells::line;
use super::{Amount, Label, LevelUnit, Line, Sign};
use crate::calc::split::{Split, level_above, level_rounded_up, printed_ends, shortest_between};
use crate::calc::{NodePlan, Outcome};
use crate::model::{Decimal, Method, Rate, Rounding};

/// The common level as it is printed; per cent of the weight, or people where every unit weighs the
/// same or the weights are parts of a whole.
/// `None` where there is none: not split, or every unit fixed.
#[must_use]
pub fn common_level(node: &NodePlan) -> Option<Decimal> {
    match &node.outcome {
        Outcome::Split(split) => PrintedLevel::of(node, split).map(|level| level.value),
        Outcome::Infeasible(_) | Outcome::NotSplit => None,
    }
}

/// The level as a ledger prints it.
pub(super) struct PrintedLevel {
    pub value: Decimal,
    pub unit: LevelUnit,
    /// Low and high end; the range is not printed for largest remainder.
    ends: Option<(Decimal, Option<Decimal>)>,
}

impl PrintedLevel {
    /// `None` where no level can be printed: every unit is fixed.
    pub fn of(node: &NodePlan, split: &Split) -> Option<Self> {
        let (unit, factor) = level_unit(node);
        if node.rounding == Rounding::LargestRemainder {
            // A mixed weight is printed rounded, so the level must leave it room on both sides.
            let value = if node.mix.is_empty() {
                level_rounded_up(&split.proof, factor)
            } else {
                level_above(&split.proof, factor)
            };
            return Some(Self { value, unit, ends: None });
        }
        let shown = split.proof.times(factor);
        let value = shortest_between(&shown.low, shown.high.as_ref())?;
        let ends = Some(printed_ends(&shown, value.places()));
        Some(Self { value, unit, ends })
    }

    /// The level of a split of people by people, per cent: `natural` to as few decimals as lie strictly inside, where
    /// any do; else the shortest decimal that does. `None` where no level can be printed.
    pub fn near(split: &Split, natural: &Rate) -> Option<Self> {
        let shown = split.proof.times(100);
        let inside = |level: &Decimal| {
            let level = level.to_rate();
            shown.low < level && shown.high.as_ref().is_none_or(|high| level < *high)
        };
        let shortest = shortest_between(&shown.low, shown.high.as_ref())?;
        let value = (0..=shortest.places() + 1)
            .map(|places| Decimal::rounded(natural, places))
            .find(inside)
            .unwrap_or(shortest);
        let ends = Some(printed_ends(&shown, value.places()));
        Some(Self { value, unit: LevelUnit::Percent, ends })
    }

    pub fn lines(&self) -> Vec<Line> {
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

    /// Every level that is printed: the one that is used, and the ends of the range.
    pub fn printed(&self) -> impl Iterator<Item = &Decimal> {
        let ends = self.ends.iter().flat_map(|(low, high)| std::iter::once(low).chain(high));
        std::iter::once(&self.value).chain(ends)
    }

    /// Printed level × weight, exactly.
    pub fn times(&self, weight: &Rate) -> Rate {
        self.times_at(&self.value, weight)
    }

    /// The same for another level, in the unit of this one.
    pub fn times_at(&self, level: &Decimal, weight: &Rate) -> Rate {
        let factor = match self.unit {
            LevelUnit::Percent => 100,
            LevelUnit::People => 1,
        };
        level.to_rate() * weight / BigInt::from(factor)
    }
}

/// Levels are per cent of a weight in people; where every unit weighs 1, or a part of a whole, they are people.
fn level_unit(node: &NodePlan) -> (LevelUnit, u32) {
    if !node.decreasing && matches!(node.method, Method::Equal | Method::Mix) {
        (LevelUnit::People, 1)
    } else {
        (LevelUnit::Percent, 100)
    }
}
