//! How a node's target is split over its children.

use serde::{Deserialize, Serialize};

use super::{Base, CustomId, Indicator, PeriodRule, Slot, UnitId};

/// What decides each unit's part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Lift the lowest first: one level of coverage for all who are below it.
    Lift,
    /// By last year's result: one rate of growth.
    Last,
    /// The increase by population.
    Population,
    /// The increase by labour force in age.
    LabourForce,
    /// The increase by people liable.
    Liable,
    /// The increase by people not yet insured.
    Gap,
    /// The same increase for everyone.
    Equal,
    /// Several drivers at once, each with its share: the rule's [`Rule::mix`].
    Mix,
    /// A series of the user's own.
    Custom(CustomId),
}

impl Method {
    /// Those that need nothing but figures, in the order they are offered: all but the mix and the user's series.
    pub const ALL: [Self; 7] =
        [Self::Lift, Self::LabourForce, Self::Population, Self::Gap, Self::Last, Self::Equal, Self::Liable];

    /// What it weighs for this indicator; `None` for a mix, which weighs several.
    #[must_use]
    pub fn driver(self, indicator: Indicator) -> Option<Driver> {
        Some(match self {
            Self::Lift => Driver::Base(indicator.base()),
            Self::Last => Driver::Last,
            Self::Population => Driver::Base(Base::Population),
            Self::LabourForce => Driver::Base(Base::LabourForce),
            Self::Liable => Driver::Base(Base::Liable),
            Self::Gap => Driver::Gap,
            Self::Equal => Driver::Equal,
            Self::Custom(series) => Driver::Custom(series),
            Self::Mix => return None,
        })
    }

    /// The user may share out the whole by it, instead of the increase on last year.
    #[must_use]
    pub fn may_share_whole(self) -> bool {
        matches!(self, Self::Population | Self::LabourForce | Self::Liable | Self::Mix | Self::Custom(_))
    }
}

/// A figure of each unit that decides its part.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Driver {
    /// A denominator.
    Base(Base),
    /// Last year's result.
    Last,
    /// People not yet insured: the indicator's base less last year's result.
    Gap,
    /// 1 for everyone.
    Equal,
    /// A series of the user's own.
    Custom(CustomId),
}

/// One driver of a mix with its share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MixPart {
    /// What is weighed.
    pub driver: Driver,
    /// Its share of the whole, per mille; the shares of a mix total [`MixPart::WHOLE`].
    pub per_mille: u16,
}

impl MixPart {
    /// What the shares of a mix total (per mille).
    pub const WHOLE: u32 = 1_000;

    /// What these shares total (per mille).
    #[must_use]
    pub fn total(mix: &[Self]) -> u64 {
        mix.iter().map(|part| u64::from(part.per_mille)).sum()
    }

    /// The first driver that stands in the mix twice.
    #[must_use]
    pub fn double(mix: &[Self]) -> Option<Driver> {
        let twice =
            |(place, part): &(usize, &Self)| mix[..*place].iter().any(|before| before.driver == part.driver);
        mix.iter().enumerate().find(twice).map(|(_, part)| part.driver)
    }
}

/// How parts of a person become whole people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rounding {
    /// One common level, each share rounded the ordinary way (Webster with limits).
    #[default]
    CommonLevel,
    /// Whole parts, then one each to the largest remainders (Hamilton).
    LargestRemainder,
}

/// The rule of one node for one indicator and year. Nodes below that have none of their own go by it too.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rule {
    /// Which indicator and year it is for.
    pub slot: Slot,
    /// The node whose children share.
    pub node: UnitId,
    /// What decides each part.
    pub method: Method,
    /// How parts become whole people.
    pub rounding: Rounding,
    /// People kept at the node itself.
    pub kept: u64,
    /// No unit gets less than its last result.
    pub no_unit_below_last: bool,
    /// Children that get nothing by choice, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<UnitId>,
    /// The drivers of [`Method::Mix`]; kept while another method is in force.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub mix: Vec<MixPart>,
    /// Share out the whole instead of the increase, where the method lets the user choose.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub whole: bool,
    /// How the year is laid over quarters or months.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub periods: PeriodRule,
}

impl Rule {
    /// A rule with the defaults: common level, nobody kept or left out, no unit below last.
    #[must_use]
    pub fn new(slot: Slot, node: UnitId, method: Method) -> Self {
        Self {
            slot,
            node,
            method,
            rounding: Rounding::default(),
            kept: 0,
            no_unit_below_last: true,
            left_out: Vec::new(),
            mix: Vec::new(),
            whole: false,
            periods: PeriodRule::default(),
        }
    }

    /// Every unit keeps last year's result and the increase is shared out, not the whole.
    #[must_use]
    pub fn starts_from_last(&self) -> bool {
        let whole = self.whole && self.method.may_share_whole();
        !whole && !matches!(self.method, Method::Lift | Method::Last)
    }

    /// The shares of its mix must make up a whole: it goes by the mix, or keeps one for later.
    #[must_use]
    pub fn needs_mix(&self) -> bool {
        self.method == Method::Mix || !self.mix.is_empty()
    }

    /// The user's own series that its method and its mix name.
    pub fn customs(&self) -> impl Iterator<Item = CustomId> {
        let of = |driver| match driver {
            Driver::Custom(series) => Some(series),
            Driver::Base(_) | Driver::Last | Driver::Gap | Driver::Equal => None,
        };
        let method = match self.method {
            Method::Custom(series) => Some(series),
            _ => None,
        };
        method.into_iter().chain(self.mix.iter().filter_map(move |part| of(part.driver)))
    }

    /// The rule of a node further down that has none of its own. What is kept and who is left out belong to
    /// one node and are not inherited.
    #[must_use]
    pub fn inherited_by(&self, node: UnitId) -> Self {
        Self { node, kept: 0, left_out: Vec::new(), ..self.clone() }
    }
}
