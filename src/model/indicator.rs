//! What is counted (indicators) and what it is counted against (bases).

use serde::{Deserialize, Serialize};

/// A built-in indicator, all in people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Indicator {
    /// Compulsory social insurance, BHXH bắt buộc.
    #[serde(rename = "bb")]
    CompulsorySi,
    /// Voluntary social insurance, BHXH tự nguyện.
    #[serde(rename = "tn")]
    VoluntarySi,
    /// Compulsory and voluntary social insurance together.
    #[serde(rename = "bhxh")]
    SocialInsurance,
    /// Unemployment insurance, bảo hiểm thất nghiệp.
    #[serde(rename = "btn")]
    Unemployment,
    /// Health insurance, bảo hiểm y tế.
    #[serde(rename = "yt")]
    Health,
    /// Household health insurance, BHYT hộ gia đình.
    #[serde(rename = "yt_hgd")]
    HouseholdHealth,
}

impl Indicator {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 6] = [
        Self::CompulsorySi,
        Self::VoluntarySi,
        Self::SocialInsurance,
        Self::Unemployment,
        Self::Health,
        Self::HouseholdHealth,
    ];

    /// Its short name in addresses, the same as in saved documents.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::CompulsorySi => "bb",
            Self::VoluntarySi => "tn",
            Self::SocialInsurance => "bhxh",
            Self::Unemployment => "btn",
            Self::Health => "yt",
            Self::HouseholdHealth => "yt_hgd",
        }
    }

    /// The denominator of its rate (GSO statistical indicator definitions, 2023).
    #[must_use]
    pub fn base(self) -> Base {
        match self {
            Self::CompulsorySi | Self::VoluntarySi | Self::SocialInsurance | Self::Unemployment => {
                Base::LabourForce
            }
            Self::Health | Self::HouseholdHealth => Base::Population,
        }
    }

    /// The indicator whose people these are a part of, where there is one.
    #[must_use]
    pub fn whole(self) -> Option<Self> {
        match self {
            Self::CompulsorySi | Self::VoluntarySi => Some(Self::SocialInsurance),
            Self::Unemployment => Some(Self::CompulsorySi),
            Self::HouseholdHealth => Some(Self::Health),
            Self::SocialInsurance | Self::Health => None,
        }
    }

    /// The parts that together are all of it, where it is a sum: social insurance is compulsory and voluntary.
    #[must_use]
    pub fn addends(self) -> &'static [Self] {
        match self {
            Self::SocialInsurance => &[Self::CompulsorySi, Self::VoluntarySi],
            _ => &[],
        }
    }
}

/// A denominator: the people among whom an indicator is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Base {
    /// Dân số.
    Population,
    /// Lực lượng lao động trong độ tuổi (LLLĐ).
    LabourForce,
    /// Số người thuộc diện tham gia.
    Liable,
}

/// What a column of facts holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Measure {
    /// A denominator (people).
    Base(Base),
    /// An indicator's result at the end of the year (people).
    Result(Indicator),
    /// An indicator's estimate where the year is not closed (people).
    Estimate(Indicator),
    /// A series of the user's own (whole numbers of any kind).
    Custom(CustomId),
}

/// Names a series of the user's own for good.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CustomId(pub u16);

/// A series of the user's own: its columns stand among the facts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Custom {
    /// Its name for good.
    pub id: CustomId,
    /// The name the user gave it.
    pub name: String,
}
