//! Findings: remarks the user should see. Each is a fact with its place and numbers; `text` words it.

use crate::model::{Base, Cure, Driver, Measure, Method, Rate, UnitId};

/// How much a finding weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The plan does not stand as it is.
    Error,
    /// Probably not intended.
    Warning,
    /// Good to know.
    Note,
}

/// One remark on a node's plan. All counts are people.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// The floors and locks come to more than there is to give.
    FloorsExceed {
        /// What the floors and locks come to.
        floors: u128,
        /// How much more that is.
        gap: u128,
        /// Kept at the node beside them.
        kept: u64,
        /// The units whose floors or locks are in the way.
        clash: Vec<UnitId>,
        /// The fewest units whose own limits, once removed, make it possible.
        release: Vec<UnitId>,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// The ceilings and locks leave less room than there is to give.
    CeilingsShort {
        /// What the ceilings and locks come to.
        ceilings: u128,
        /// How much is left over.
        gap: u128,
        /// Kept at the node beside them.
        kept: u64,
        /// The units whose ceilings are in the way.
        clash: Vec<UnitId>,
        /// The fewest units whose own limits, once removed, make it possible.
        release: Vec<UnitId>,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// Every unit is locked and the sum is off.
    AllLocked {
        /// What remains to be given; negative where too much is given.
        remaining: i128,
        /// The fewest units whose locks, once removed, make it possible.
        release: Vec<UnitId>,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// Every unit that could take more has weight 0.
    NoWeight {
        /// The method in force.
        method: Method,
        /// What cannot be given.
        left: u128,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// The method needs figures that units lack; the node is not split.
    MissingFigures {
        /// The method in force.
        method: Method,
        /// What is needed.
        measures: Vec<Measure>,
        /// Who lacks it.
        units: Vec<UnitId>,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// The target has no number yet.
    TargetNotSet,
    /// The target is a rate or a growth, and the figure it is measured on is missing.
    TargetUnknown {
        /// The missing figure.
        measure: Measure,
    },
    /// The target does not fit in 64 bits.
    TargetTooLarge,
    /// More is kept at the node than its target.
    KeptExceedsTarget {
        /// Kept at the node.
        kept: u64,
        /// Its target.
        target: u64,
    },
    /// The user's own floor stands above her own ceiling; the unit is held at the floor.
    FloorAboveCeiling {
        /// The unit.
        unit: UnitId,
        /// Its floor.
        floor: u64,
        /// Its ceiling.
        ceiling: u64,
    },
    /// A floor or ceiling is a rate or growth of a figure the unit does not have, and is not applied.
    LimitUnknown {
        /// The unit.
        unit: UnitId,
        /// The missing figure.
        measure: Measure,
    },
    /// A unit gets more people than its base has.
    OverBase {
        /// The unit.
        unit: UnitId,
        /// The base.
        base: Base,
        /// What it gets over its base.
        rate: Rate,
    },
    /// The target is below last year's result.
    TargetBelowLast {
        /// The target.
        target: u64,
        /// Last year's result.
        last: u64,
    },
    /// Units may fall and the target is lower: all fall by one percentage.
    Decrease {
        /// Kept at the node, which is not shared out either.
        kept: u64,
    },
    /// Units that stand exactly at the rounding border.
    Tie {
        /// Who ties, larger weight first, then document order.
        units: Vec<UnitId>,
        /// How many of them, from the front, got one more.
        places: usize,
    },
    /// Units have no last result, so nothing keeps them from falling.
    NoFloor {
        /// Who.
        units: Vec<UnitId>,
    },
    /// Units have no base, so nothing keeps them from exceeding it.
    NoCeiling {
        /// The base.
        base: Base,
        /// Who.
        units: Vec<UnitId>,
    },
    /// The base is that of an earlier year.
    BaseOfOtherYear {
        /// The base.
        base: Base,
        /// The year its figures belong to.
        year: u16,
    },
    /// The node's own figure is not what its units come to.
    SumDiffers {
        /// Which figure.
        measure: Measure,
        /// The node.
        node: UnitId,
        /// What the units come to.
        units: u128,
        /// What the node's own figure says.
        own: u64,
    },
    /// Drivers of the mix that are zero for everyone; the others share their part.
    DroppedDrivers {
        /// Which.
        drivers: Vec<Driver>,
        /// The year before the plan year.
        last_year: u16,
    },
    /// Units that get nothing by choice.
    LeftOut {
        /// Who.
        units: Vec<UnitId>,
        /// The node that leaves them out.
        node: UnitId,
        /// The year before the plan year.
        last_year: u16,
        /// Their people of that year, as far as known, that the node's own figure counts; the other units make up
        /// for them. 0 where the node's figure is the sum of the other units.
        last: u128,
    },
}

impl Finding {
    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::FloorsExceed { .. }
            | Self::CeilingsShort { .. }
            | Self::AllLocked { .. }
            | Self::NoWeight { .. }
            | Self::MissingFigures { .. }
            | Self::TargetUnknown { .. }
            | Self::TargetTooLarge
            | Self::KeptExceedsTarget { .. }
            | Self::FloorAboveCeiling { .. } => Severity::Error,
            Self::LimitUnknown { .. }
            | Self::OverBase { .. }
            | Self::TargetBelowLast { .. }
            | Self::Decrease { .. }
            | Self::DroppedDrivers { .. }
            | Self::SumDiffers { .. } => Severity::Warning,
            Self::TargetNotSet
            | Self::Tie { .. }
            | Self::NoFloor { .. }
            | Self::NoCeiling { .. }
            | Self::BaseOfOtherYear { .. }
            | Self::LeftOut { .. } => Severity::Note,
        }
    }

    /// The units it is about, where they are few enough to be gone to one by one.
    #[must_use]
    pub fn units(&self) -> &[UnitId] {
        match self {
            Self::FloorsExceed { release, .. }
            | Self::CeilingsShort { release, .. }
            | Self::AllLocked { release, .. } => release,
            Self::MissingFigures { units, .. } => units,
            Self::FloorAboveCeiling { unit, .. }
            | Self::LimitUnknown { unit, .. }
            | Self::OverBase { unit, .. } => std::slice::from_ref(unit),
            _ => &[],
        }
    }

    /// What would mend it, the gentlest first.
    #[must_use]
    pub fn cures(&self) -> &[Cure] {
        match self {
            Self::FloorsExceed { cures, .. }
            | Self::CeilingsShort { cures, .. }
            | Self::AllLocked { cures, .. }
            | Self::NoWeight { cures, .. }
            | Self::MissingFigures { cures, .. } => cures,
            _ => &[],
        }
    }
}
