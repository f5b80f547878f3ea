//! What is remarkable about the document itself: its figures, targets, claims and road maps.

use super::Interval;
use crate::calc::Severity;
use crate::model::{Claim, Cure, Indicator, Issuer, Measure, NoPeople, Rate, Scope, Slot, Term, UnitId};

/// A plan of an indicator as far as it is known: its people, or what a published share of it implies.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanOf {
    /// Who set it.
    pub issuer: Issuer,
    /// Its people: a point where the document has the plan itself.
    pub people: Interval,
}

/// A unit's figure beside the number it is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Compared {
    /// The unit.
    pub unit: UnitId,
    /// Its figure.
    pub people: u64,
    /// What it is held against.
    pub other: u128,
}

/// How much something is asked for or stated: people, or a share of the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Size {
    /// People.
    People(u128),
    /// A share of the base, 0.46 for 46%.
    Share(Rate),
}

/// What a road map lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// A figure of the whole province.
    Figure {
        /// What is counted.
        measure: Measure,
        /// In which year.
        year: u16,
    },
    /// A target in use for its last year.
    Goal {
        /// That year.
        year: u16,
    },
    /// A target in use that is no number of people.
    Target {
        /// Its year.
        year: u16,
        /// Why it is none.
        why: NoPeople,
    },
}

/// One remark on the document. All counts are people; places are places in the document's lists.
#[derive(Clone, Debug, PartialEq)]
pub enum DocumentFinding {
    /// A unit's own figure is not what the units below it come to.
    SumDiffers {
        /// What is counted.
        measure: Measure,
        /// In which year.
        year: u16,
        /// Where the people are insured.
        scope: Scope,
        /// The unit above.
        node: UnitId,
        /// What the units below come to.
        units: u128,
        /// What the unit's own figure says.
        own: u64,
    },
    /// Some units of a node have a figure and these have none.
    MissingFigures {
        /// What is counted.
        measure: Measure,
        /// In which year.
        year: u16,
        /// The unit above.
        node: UnitId,
        /// Who has none.
        units: Vec<UnitId>,
    },
    /// Two units below one node bear the same name or the same code.
    DuplicateUnit {
        /// The one listed first.
        first: UnitId,
        /// The other.
        second: UnitId,
    },
    /// More people have a result than the base of the same year has.
    ResultAboveBase {
        /// The indicator.
        indicator: Indicator,
        /// The year of both.
        year: u16,
        /// Whose results, each against the base.
        units: Vec<Compared>,
    },
    /// A part has more people than its whole.
    PartAboveWhole {
        /// The part.
        part: Indicator,
        /// The whole.
        whole: Indicator,
        /// The year of both.
        year: u16,
        /// Whose parts, each against the whole.
        units: Vec<Compared>,
    },
    /// The parts of a sum do not come to it.
    PartsDiffer {
        /// The sum: social insurance of compulsory and voluntary.
        whole: Indicator,
        /// The year.
        year: u16,
        /// Whose sums, each against what its parts come to.
        units: Vec<Compared>,
    },
    /// Results changed more on the year before than the threshold.
    LargeChange {
        /// The indicator.
        indicator: Indicator,
        /// The later year.
        year: u16,
        /// Whose results of the later year, each against that of the year before.
        units: Vec<Compared>,
    },
    /// Two plans of one indicator and year differ more than the threshold; they may count different people.
    PlansDiffer {
        /// The indicator and year.
        slot: Slot,
        /// The smaller.
        smaller: PlanOf,
        /// The larger.
        larger: PlanOf,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// The targets of the parts do not come to the target of the sum.
    TargetPartsDiffer {
        /// The sum and its year.
        slot: Slot,
        /// Whose targets.
        issuer: Issuer,
        /// What the parts' targets come to.
        parts: Size,
        /// The target of the sum.
        whole: Size,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// The target of a part is above the target of its whole.
    TargetAboveWhole {
        /// The part and its year.
        slot: Slot,
        /// The whole.
        whole: Indicator,
        /// Whose targets.
        issuer: Issuer,
        /// The target of the part.
        part_size: Size,
        /// The target of the whole.
        whole_size: Size,
    },
    /// A target asks for more people than the base has.
    TargetAboveBase {
        /// The indicator and year.
        slot: Slot,
        /// Whose target.
        issuer: Issuer,
        /// What it asks for.
        people: u64,
        /// The base.
        base: u64,
    },
    /// A target and the only result there is count people in different places.
    TargetOfOtherScope {
        /// The indicator and year.
        slot: Slot,
        /// Whose target.
        issuer: Issuer,
        /// Where the target counts.
        target: Scope,
        /// Where the result counts.
        result: Scope,
    },
    /// The target that is split also counts people insured elsewhere, whom no unit can act on.
    ElsewhereNotKept {
        /// The indicator and year.
        slot: Slot,
        /// The people insured in other provinces, last year.
        elsewhere: u64,
        /// What is kept at the province.
        kept: u64,
        /// What would mend it.
        cures: Vec<Cure>,
    },
    /// A published number is not what the figures give.
    ClaimDiffers {
        /// The claim.
        claim: usize,
        /// What the figures allow.
        computed: Interval,
        /// What the published number allows.
        stated: Interval,
    },
    /// A published share counts people insured elsewhere.
    ClaimCountsElsewhere {
        /// The claim.
        claim: usize,
        /// The people insured elsewhere that it counts.
        elsewhere: u64,
        /// The same share with people insured in the province only.
        in_province: Interval,
    },
    /// A published share sets a figure of one year against a base of another.
    ClaimOfOtherYear {
        /// The claim.
        claim: usize,
        /// The year of the numerator.
        part: u16,
        /// The year of the denominator.
        whole: u16,
    },
    /// The same percentage, to two decimals or more, is published for different things.
    SamePercentage {
        /// The claim listed first.
        first: usize,
        /// The other.
        second: usize,
    },
    /// A road map cannot be worked out.
    RoadMapUnknown {
        /// Of which indicator.
        indicator: Indicator,
        /// What it lacks.
        lack: Lack,
    },
    /// A year of a road map falls below the year before.
    RoadMapFalls {
        /// Of which indicator.
        indicator: Indicator,
        /// The year that falls.
        year: u16,
        /// The year before.
        before: Size,
        /// The year that falls.
        now: Size,
        /// What would mend it.
        cures: Vec<Cure>,
    },
}

impl DocumentFinding {
    /// How much it weighs.
    #[must_use]
    pub fn severity(&self) -> Severity {
        match self {
            Self::SumDiffers { .. }
            | Self::DuplicateUnit { .. }
            | Self::ResultAboveBase { .. }
            | Self::PartAboveWhole { .. }
            | Self::PartsDiffer { .. }
            | Self::LargeChange { .. }
            | Self::PlansDiffer { .. }
            | Self::TargetPartsDiffer { .. }
            | Self::TargetAboveWhole { .. }
            | Self::TargetAboveBase { .. }
            | Self::TargetOfOtherScope { .. }
            | Self::ElsewhereNotKept { .. }
            | Self::ClaimDiffers { .. }
            | Self::RoadMapUnknown { .. }
            | Self::RoadMapFalls { .. } => Severity::Warning,
            Self::MissingFigures { .. }
            | Self::ClaimCountsElsewhere { .. }
            | Self::ClaimOfOtherYear { .. }
            | Self::SamePercentage { .. } => Severity::Note,
        }
    }

    /// The indicator and year its cures are for, where it has any that need them.
    #[must_use]
    pub fn slot(&self) -> Option<Slot> {
        match self {
            Self::PlansDiffer { slot, .. }
            | Self::TargetPartsDiffer { slot, .. }
            | Self::TargetAboveWhole { slot, .. }
            | Self::TargetAboveBase { slot, .. }
            | Self::TargetOfOtherScope { slot, .. }
            | Self::ElsewhereNotKept { slot, .. } => Some(*slot),
            _ => None,
        }
    }

    /// The indicator it is about; `None` where it is about none, or several.
    #[must_use]
    pub fn indicator(&self, claims: &[Claim]) -> Option<Indicator> {
        let of_measure = |measure: Measure| match measure {
            Measure::Result(indicator) | Measure::Estimate(indicator) => Some(indicator),
            Measure::Base(_) | Measure::Custom(_) => None,
        };
        let of_claim = |claim: usize| {
            claims.get(claim)?.statement.terms().find_map(|term| match term {
                Term::Figure { measure, .. } => of_measure(*measure),
                Term::Plan { slot, .. } => Some(slot.indicator),
                Term::Stated(_) => None,
            })
        };
        match self {
            Self::SumDiffers { measure, .. } | Self::MissingFigures { measure, .. } => of_measure(*measure),
            Self::DuplicateUnit { .. } => None,
            Self::ResultAboveBase { indicator, .. }
            | Self::LargeChange { indicator, .. }
            | Self::RoadMapUnknown { indicator, .. }
            | Self::RoadMapFalls { indicator, .. }
            | Self::PartAboveWhole { part: indicator, .. }
            | Self::PartsDiffer { whole: indicator, .. } => Some(*indicator),
            Self::PlansDiffer { slot, .. }
            | Self::TargetPartsDiffer { slot, .. }
            | Self::TargetAboveWhole { slot, .. }
            | Self::TargetAboveBase { slot, .. }
            | Self::TargetOfOtherScope { slot, .. }
            | Self::ElsewhereNotKept { slot, .. } => Some(slot.indicator),
            Self::ClaimDiffers { claim, .. }
            | Self::ClaimCountsElsewhere { claim, .. }
            | Self::ClaimOfOtherYear { claim, .. }
            | Self::SamePercentage { first: claim, .. } => of_claim(*claim),
        }
    }

    /// The unit whose figure it is about, the first where it is about several; `None` where it is about the
    /// whole document.
    #[must_use]
    pub fn unit(&self) -> Option<UnitId> {
        match self {
            Self::SumDiffers { node, .. } => Some(*node),
            Self::DuplicateUnit { second, .. } => Some(*second),
            Self::MissingFigures { units, .. } => units.first().copied(),
            Self::ResultAboveBase { units, .. }
            | Self::PartAboveWhole { units, .. }
            | Self::PartsDiffer { units, .. }
            | Self::LargeChange { units, .. } => units.first().map(|compared| compared.unit),
            _ => None,
        }
    }

    /// What would mend it, the gentlest first.
    #[must_use]
    pub fn cures(&self) -> &[Cure] {
        match self {
            Self::PlansDiffer { cures, .. }
            | Self::TargetPartsDiffer { cures, .. }
            | Self::ElsewhereNotKept { cures, .. }
            | Self::RoadMapFalls { cures, .. } => cures,
            _ => &[],
        }
    }
}
