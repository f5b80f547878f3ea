//! The names of things in English.

use super::{counted, units};
use crate::calc::{Difficulty, Severity};
use crate::model::{
    Base, Driver, Indicator, Issuer, Kind, Measure, Method, Path, Provenance, Rounding, Scenario, Scope,
};
use crate::text::Language::En as EN;
use crate::text::names::custom_name;

pub(super) fn indicator(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::CompulsorySi => "Compulsory social insurance",
        Indicator::VoluntarySi => "Voluntary social insurance",
        Indicator::SocialInsurance => "Social insurance (compulsory and voluntary)",
        Indicator::Unemployment => "Unemployment insurance",
        Indicator::Health => "Health insurance",
        Indicator::HouseholdHealth => "Household health insurance",
    }
}

pub(super) fn indicator_short(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::CompulsorySi => "Compulsory SI",
        Indicator::VoluntarySi => "Voluntary SI",
        Indicator::SocialInsurance => "Social insurance",
        Indicator::Unemployment => "Unemployment insurance",
        Indicator::Health => "Health insurance",
        Indicator::HouseholdHealth => "Household HI",
    }
}

pub(super) fn base(base: Base) -> &'static str {
    match base {
        Base::Population => "Population",
        Base::LabourForce => "Labour force in the age group",
        Base::Liable => "People liable",
    }
}

pub(super) fn base_short(base: Base) -> &'static str {
    match base {
        Base::Population => "population",
        Base::LabourForce => "labour force",
        Base::Liable => "people liable",
    }
}

pub(super) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Base(base) => base_short(base),
        Measure::Result(indicator) => match indicator {
            Indicator::CompulsorySi => "people in compulsory social insurance",
            Indicator::VoluntarySi => "people in voluntary social insurance",
            Indicator::SocialInsurance => "people in social insurance",
            Indicator::Unemployment => "people in unemployment insurance",
            Indicator::Health => "people in health insurance",
            Indicator::HouseholdHealth => "people in household health insurance",
        },
        Measure::Estimate(indicator) => match indicator {
            Indicator::CompulsorySi => "estimate for compulsory social insurance",
            Indicator::VoluntarySi => "estimate for voluntary social insurance",
            Indicator::SocialInsurance => "estimate for social insurance",
            Indicator::Unemployment => "estimate for unemployment insurance",
            Indicator::Health => "estimate for health insurance",
            Indicator::HouseholdHealth => "estimate for household health insurance",
        },
        Measure::Custom(_) => "your own column",
    }
}

pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Lift => "Lift the lowest first",
        Method::Last => "Equal growth",
        Method::Population => "By population",
        Method::LabourForce => "By labour force",
        Method::Liable => "By people liable",
        Method::Gap => "By people not yet insured",
        Method::Equal => "Equal increments",
        Method::Mix => "Weighted mix",
        Method::Custom(_) => "By a column of your own",
    }
}

pub(super) fn method_short(method: Method) -> &'static str {
    match method {
        Method::Lift => "Lift the lowest",
        Method::Last => "Equal %",
        Method::Population => "Population",
        Method::LabourForce => "Labour force",
        Method::Liable => "People liable",
        Method::Gap => "Not yet insured",
        Method::Equal => "Equal increments",
        Method::Mix => "Mix",
        Method::Custom(_) => "Own column",
    }
}

/// A driver of a mix, in the middle of a sentence.
pub(in crate::text) fn driver(driver: Driver, scenario: &Scenario, last_year: u16) -> String {
    match driver {
        Driver::Base(base) => base_short(base).into(),
        Driver::Last => format!("{last_year} result"),
        Driver::Gap => "people not yet insured".into(),
        Driver::Equal => "equal parts".into(),
        Driver::Custom(series) => format!("“{}”", custom_name(scenario, series, EN)),
    }
}

pub(super) fn rounding(rounding: Rounding) -> &'static str {
    match rounding {
        Rounding::CommonLevel => "Common level, ordinary rounding",
        Rounding::LargestRemainder => "Largest remainder",
    }
}

pub(super) fn issuer(issuer: &Issuer) -> String {
    match issuer {
        Issuer::Government => "Set by the Government".into(),
        Issuer::Vss => "Set by Vietnam Social Security".into(),
        Issuer::Province => "Set by the provincial People's Committee".into(),
        Issuer::Own => "Own target".into(),
        Issuer::Named(name) => format!("Set by {name}"),
    }
}

pub(super) fn plan_of(year: u16, issuer: &Issuer) -> String {
    match issuer {
        Issuer::Government => format!("{year} plan of the Government"),
        Issuer::Vss => format!("{year} plan of Vietnam Social Security"),
        Issuer::Province => format!("{year} plan of the People's Committee"),
        Issuer::Own => format!("own plan {year}"),
        Issuer::Named(name) => format!("{year} plan of {name}"),
    }
}

pub(super) fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Published => "Published",
        Provenance::Derived => "Derived from published figures",
        Provenance::Illustrative => "Illustrative",
        Provenance::Entered => "Entered",
        Provenance::Computed => "Computed",
    }
}

pub(super) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::InProvince => "Insured in the province",
        Scope::OtherProvinces => "Insured in other provinces",
        Scope::Both => "Insured in the province and in others",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Error",
        Severity::Warning => "Warning",
        Severity::Note => "Note",
    }
}

pub(super) fn difficulty(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Falls => "Falls",
        Difficulty::None => "No rise",
        Difficulty::Reach => "Within reach",
        Difficulty::Stretch => "Stretch",
        Difficulty::VeryHard => "Very hard",
    }
}

pub(super) fn units_of_kind(count: usize, kind: Kind) -> String {
    match kind {
        Kind::Province => counted(count, "province", "provinces"),
        Kind::District => counted(count, "district or town", "districts and towns"),
        Kind::Commune => counted(count, "commune or ward", "communes and wards"),
        Kind::Village => counted(count, "village", "villages"),
        Kind::Office => counted(count, "social security office", "social security offices"),
        Kind::Other => units(count),
    }
}

pub(super) fn path(path: Path) -> &'static str {
    match path {
        Path::EqualPoints => "Equal points",
        Path::EqualPeople => "Equal people",
        Path::ConstantGrowth => "Constant growth",
        Path::Typed => "Year by year",
    }
}
