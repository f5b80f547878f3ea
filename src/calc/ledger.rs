//! The ledger (vì sao?): why a cell shows its number, as data that can be redone with a pocket calculator.
//!
//! A ledger reads like an adding machine's tape. Each line has a sign and an amount: a line without a sign
//! starts anew, `−` `+` `×` act on what stands, `=` says what must stand now.

mod cells;
mod given;
mod level;
mod mixed;
mod period;

pub use cells::explain;
pub use level::common_level;
pub use period::explain_period;

use super::Yardstick;
use crate::model::{Base, Decimal, Driver, Method, Periods, UnitId};

/// What a cell shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Cell {
    /// Last year's result.
    Last,
    /// What the unit gets.
    Given,
    /// The difference of the two.
    Change,
    /// Last year's rate.
    Before,
    /// The rate the plan leads to.
    After,
    /// How hard the growth is.
    Difficulty,
}

/// Which row a cell stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Row {
    /// A unit below the node.
    Unit(UnitId),
    /// The node's own line.
    Total,
}

/// How a line acts on what stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Starts anew.
    Start,
    /// Subtracts.
    Minus,
    /// Adds.
    Plus,
    /// Multiplies.
    Times,
    /// Divides.
    Over,
    /// Must stand now, to as many decimals as are shown.
    Equals,
    /// Replaces what stands by the whole number named (rounding, floors and ceilings): see the label.
    Becomes,
}

/// A line's number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Amount {
    /// Whole people; negative for a fall.
    People(i128),
    /// People with decimals, before rounding.
    Share(Decimal),
    /// Per cent, as shown: 4,5737 for 0,045737.
    Percent(Decimal),
    /// A range of levels, low and high, in the level's unit; the high end may be open.
    Between(LevelUnit, Decimal, Option<Decimal>),
}

/// What a level is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LevelUnit {
    /// Per cent of the weight.
    Percent,
    /// People per unit.
    People,
}

/// What a line is about. `k` counts units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// The node's target.
    Target(UnitId),
    /// Kept at the node.
    Kept(UnitId),
    /// Units fixed by hand.
    Locked(usize),
    /// Units that stay at last year's result.
    Unchanged(usize),
    /// Units held at their floor.
    AtFloor(usize),
    /// Units held at their ceiling.
    AtCeiling(usize),
    /// Units without weight, which stay where they start.
    WithoutWeight(usize),
    /// Last year's results of the units that share.
    LastOfSharing(usize),
    /// What is left for the units that share.
    ForSharing(usize),
    /// The common level.
    Level,
    /// Every level in this range gives the same result.
    LevelRange,
    /// The unit's weight under the method.
    Weight {
        /// The method in force.
        method: Method,
        /// The decrease rule is in force, so last year's results weigh.
        decreasing: bool,
        /// The unit.
        unit: UnitId,
    },
    /// The unit's value of one driver of the mix.
    Driver {
        /// Which.
        driver: Driver,
        /// The unit.
        unit: UnitId,
    },
    /// What all units that take part come to.
    DriverSum {
        /// Of which driver.
        driver: Driver,
        /// How many units.
        units: usize,
    },
    /// The driver's share of the mix.
    DriverShare(Driver),
    /// What the shares of the drivers in force come to, where others are zero for everyone.
    SharesInForce,
    /// What one driver adds to the unit's weight.
    DriverPart(Driver),
    /// The unit's weight under a mix: its part of the whole.
    MixedWeight(UnitId),
    /// Level × weight.
    Share,
    /// Rounded the ordinary way.
    Rounded,
    /// The whole part.
    WholePart,
    /// One more by largest remainder; zero more otherwise.
    Rank {
        /// Its rank by remainder; 1 is the largest.
        rank: usize,
        /// How many ranks get one more.
        places: usize,
    },
    /// One more (or not) among units that tie.
    TieGain {
        /// How many of them get one more.
        places: usize,
        /// How many tie.
        tied: usize,
    },
    /// Last year's result, which the part is added to.
    Last,
    /// Raised to the unit's floor.
    RaisedToFloor,
    /// Stopped at the unit's ceiling.
    StoppedAtCeiling,
    /// Fixed by hand.
    SetByHand,
    /// What the unit gets.
    Given,
    /// What all units get together.
    GivenTogether,
    /// Not given yet; negative where too much is given.
    Remaining,
    /// The difference of given and last.
    Change,
    /// The base.
    Base(Base),
    /// A rate of the base.
    RateOf(Base),
    /// Growth on last year.
    Growth,
    /// Something of a quarter or a month.
    Period(PeriodLabel),
}

/// What a line about a quarter or a month is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PeriodLabel {
    /// By how much the unit rises in the year.
    YearRise(UnitId),
    /// By how much the unit falls in the year.
    YearFall(UnitId),
    /// By how much so many units together change in the year; negative for a fall.
    YearChange(usize),
    /// The weights of the periods up to this one.
    WeightsSoFar {
        /// Quarters or months.
        periods: Periods,
        /// Which, from 0.
        place: usize,
    },
    /// The weights of all periods.
    WeightsOfYear,
    /// One more falls (or not) among units that tie.
    FallTie {
        /// How many of them fall by one more.
        places: usize,
        /// How many tie.
        tied: usize,
    },
    /// How far the unit has fallen by the end of a period.
    FallenBy {
        /// Quarters or months.
        periods: Periods,
        /// Which, from 0.
        place: usize,
    },
    /// Last year's results of so many units.
    LastOf(usize),
    /// What stands at the end of a period.
    PeriodEnd {
        /// Quarters or months.
        periods: Periods,
        /// Which, from 0.
        place: usize,
    },
}

/// One line of a ledger.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How it acts.
    pub sign: Sign,
    /// What it is about.
    pub label: Label,
    /// Its number.
    pub amount: Amount,
}

/// The reason in one plain sentence. Counts are people, `k` counts units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Below the common level and lifted to it.
    Lifted {
        /// The level, per cent of the base, to two decimals.
        level: Decimal,
        /// The base.
        base: Base,
    },
    /// Already above the common level: stays at last year's result.
    AlreadyAbove {
        /// The level, per cent of the base, to two decimals.
        level: Decimal,
        /// The base.
        base: Base,
    },
    /// Gets a share of the increase.
    ShareOfIncrease {
        /// What decides.
        method: Method,
    },
    /// Gets a share of the whole.
    ShareOfWhole {
        /// What decides.
        method: Method,
    },
    /// Grows (or, decreasing, falls) at the rate of all.
    SameRate {
        /// Growth on last year, per cent, to two decimals; negative for a fall.
        growth: Decimal,
    },
    /// Held at its floor.
    AtFloor,
    /// Held at its ceiling.
    AtCeiling,
    /// Held at the least that its own units' floors and locks come to.
    AtLeastBelow,
    /// Held at the most that its own units' ceilings and locks allow.
    AtMostBelow,
    /// Weight 0: stays where it starts.
    WithoutWeight,
    /// Set by the user; the rest is shared by `others`.
    Locked {
        /// What it is set to.
        people: u64,
        /// How many units share the rest.
        others: usize,
    },
    /// The limits do not allow the target: stands at the least it can get.
    NotBalancedLeast,
    /// The limits do not allow the target: stands at the most it can get.
    NotBalancedMost,
    /// Left out by choice.
    LeftOut,
    /// The node is not split because figures are missing.
    NotSplit,
    /// A figure from the facts.
    Fact,
    /// Computed from two others.
    Computed,
    /// A growth, measured against this.
    Measured(Yardstick),
}

/// Why a cell shows its number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ledger {
    /// The reason in one sentence.
    pub why: Why,
    /// The tape.
    pub lines: Vec<Line>,
}
