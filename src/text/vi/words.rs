//! The names of things in Vietnamese.

use super::units;
use crate::calc::{Difficulty, Severity};
use crate::model::{
    Base, Driver, Indicator, Issuer, Kind, Measure, Method, Path, Provenance, Rounding, Scenario, Scope,
};
use crate::text::Language::Vi as VI;
use crate::text::names::custom_name;

pub(super) fn indicator(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::CompulsorySi => "BHXH bắt buộc",
        Indicator::VoluntarySi => "BHXH tự nguyện",
        Indicator::SocialInsurance => "BHXH (bắt buộc và tự nguyện)",
        Indicator::Unemployment => "Bảo hiểm thất nghiệp (BHTN)",
        Indicator::Health => "Bảo hiểm y tế (BHYT)",
        Indicator::HouseholdHealth => "BHYT hộ gia đình",
    }
}

pub(super) fn indicator_short(indicator: Indicator) -> &'static str {
    match indicator {
        Indicator::CompulsorySi => "BHXH bắt buộc",
        Indicator::VoluntarySi => "BHXH tự nguyện",
        Indicator::SocialInsurance => "BHXH",
        Indicator::Unemployment => "BHTN",
        Indicator::Health => "BHYT",
        Indicator::HouseholdHealth => "BHYT hộ gia đình",
    }
}

pub(super) fn base(base: Base) -> &'static str {
    match base {
        Base::Population => "Dân số",
        Base::LabourForce => "Lực lượng lao động trong độ tuổi (LLLĐ)",
        Base::Liable => "Số người thuộc diện tham gia",
    }
}

pub(super) fn base_short(base: Base) -> &'static str {
    match base {
        Base::Population => "dân số",
        Base::LabourForce => "LLLĐ",
        Base::Liable => "số thuộc diện",
    }
}

pub(super) fn measure(measure: Measure) -> &'static str {
    match measure {
        Measure::Base(base) => base_short(base),
        Measure::Result(indicator) => match indicator {
            Indicator::CompulsorySi => "số tham gia BHXH bắt buộc",
            Indicator::VoluntarySi => "số tham gia BHXH tự nguyện",
            Indicator::SocialInsurance => "số tham gia BHXH",
            Indicator::Unemployment => "số tham gia BHTN",
            Indicator::Health => "số tham gia BHYT",
            Indicator::HouseholdHealth => "số tham gia BHYT hộ gia đình",
        },
        Measure::Estimate(indicator) => match indicator {
            Indicator::CompulsorySi => "số ước thực hiện BHXH bắt buộc",
            Indicator::VoluntarySi => "số ước thực hiện BHXH tự nguyện",
            Indicator::SocialInsurance => "số ước thực hiện BHXH",
            Indicator::Unemployment => "số ước thực hiện BHTN",
            Indicator::Health => "số ước thực hiện BHYT",
            Indicator::HouseholdHealth => "số ước thực hiện BHYT hộ gia đình",
        },
        Measure::Custom(_) => "cột riêng",
    }
}

pub(super) fn method(method: Method) -> &'static str {
    match method {
        Method::Lift => "Nâng nơi thấp trước",
        Method::Last => "Cùng tốc độ tăng",
        Method::Population => "Theo dân số",
        Method::LabourForce => "Theo LLLĐ",
        Method::Liable => "Theo số thuộc diện tham gia",
        Method::Gap => "Theo số chưa tham gia",
        Method::Equal => "Tăng đều số người",
        Method::Mix => "Kết hợp theo trọng số",
        Method::Custom(_) => "Theo cột riêng",
    }
}

pub(super) fn method_short(method: Method) -> &'static str {
    match method {
        Method::Lift => "Nâng nơi thấp trước",
        Method::Last => "Tăng đều %",
        Method::Population => "Dân số",
        Method::LabourForce => "LLLĐ",
        Method::Liable => "Số thuộc diện",
        Method::Gap => "Số chưa tham gia",
        Method::Equal => "Tăng đều số người",
        Method::Mix => "Kết hợp",
        Method::Custom(_) => "Cột riêng",
    }
}

/// A driver of a mix, in the middle of a sentence.
pub(in crate::text) fn driver(driver: Driver, scenario: &Scenario, last_year: u16) -> String {
    match driver {
        Driver::Base(base) => base_short(base).into(),
        Driver::Last => format!("số năm {last_year}"),
        Driver::Gap => "số chưa tham gia".into(),
        Driver::Equal => "phần bằng nhau".into(),
        Driver::Custom(series) => format!("“{}”", custom_name(scenario, series, VI)),
    }
}

pub(super) fn rounding(rounding: Rounding) -> &'static str {
    match rounding {
        Rounding::CommonLevel => "Mức chung, làm tròn thường",
        Rounding::LargestRemainder => "Số dư lớn nhất",
    }
}

pub(super) fn issuer(issuer: &Issuer) -> String {
    match issuer {
        Issuer::Government => "Chính phủ giao".into(),
        Issuer::Vss => "BHXH Việt Nam giao".into(),
        Issuer::Province => "UBND tỉnh giao".into(),
        Issuer::Own => "Tự đặt".into(),
        Issuer::Named(name) => format!("{name} giao"),
    }
}

pub(super) fn plan_of(year: u16, issuer: &Issuer) -> String {
    match issuer {
        Issuer::Government => format!("KH {year} của Chính phủ"),
        Issuer::Vss => format!("KH {year} của BHXH Việt Nam"),
        Issuer::Province => format!("KH {year} của UBND tỉnh"),
        Issuer::Own => format!("KH {year} tự đặt"),
        Issuer::Named(name) => format!("KH {year} của {name}"),
    }
}

pub(super) fn provenance(provenance: Provenance) -> &'static str {
    match provenance {
        Provenance::Published => "Công bố",
        Provenance::Derived => "Suy ra từ số công bố",
        Provenance::Illustrative => "Minh họa",
        Provenance::Entered => "Tự nhập",
        Provenance::Computed => "Tính",
    }
}

pub(super) fn scope(scope: Scope) -> &'static str {
    match scope {
        Scope::InProvince => "Tham gia trong tỉnh",
        Scope::OtherProvinces => "Tham gia ngoài tỉnh",
        Scope::Both => "Tham gia trong và ngoài tỉnh",
    }
}

pub(super) fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "Lỗi",
        Severity::Warning => "Cảnh báo",
        Severity::Note => "Lưu ý",
    }
}

pub(super) fn difficulty(difficulty: Difficulty) -> &'static str {
    match difficulty {
        Difficulty::Falls => "Giảm",
        Difficulty::None => "Không tăng",
        Difficulty::Reach => "Vừa sức",
        Difficulty::Stretch => "Cố gắng",
        Difficulty::VeryHard => "Rất khó",
    }
}

pub(super) fn units_of_kind(count: usize, kind: Kind) -> String {
    let counted = VI.people(count);
    match kind {
        Kind::Province => format!("{counted} tỉnh, thành phố"),
        Kind::District => format!("{counted} huyện, thành phố"),
        Kind::Commune => format!("{counted} xã, phường"),
        Kind::Village => format!("{counted} thôn, bản, tổ dân phố"),
        Kind::Office => format!("{counted} BHXH cơ sở"),
        Kind::Other => units(count),
    }
}

pub(super) fn path(path: Path) -> &'static str {
    match path {
        Path::EqualPoints => "Chia đều điểm %",
        Path::EqualPeople => "Chia đều số người",
        Path::ConstantGrowth => "Theo tốc độ tăng không đổi",
        Path::Typed => "Nhập từng năm",
    }
}
