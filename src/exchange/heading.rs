//! What the heading of a foreign column says: names, codes, or figures of which measure, year and scope.

use crate::model::{Base, Custom, Indicator, Measure, Scope};
use crate::reading::fold;

/// What a column holds by its heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    /// Names of units; the higher the finer: province, district, any unit, commune.
    Name(u8),
    /// Codes of units, with the same rank.
    Code(u8),
    /// The number in the list.
    Ordinal,
    /// Figures.
    Figures(Figures),
    /// Recognised, and not to be read.
    Extra(ExtraWhy),
    /// Nothing this reading knows.
    Unknown,
}

/// What figures a column holds, as far as its heading says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Figures {
    pub(super) measure: Option<Measure>,
    pub(super) year: Option<u16>,
    pub(super) scope: Option<Scope>,
    /// An estimate of the indicator, not its result.
    pub(super) estimate: bool,
}

/// Why a column is kept out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ExtraWhy {
    /// Its heading says nothing this reading knows.
    Unknown,
    /// It holds targets, which are not facts.
    Plan,
    /// It holds rates, differences or money, not people.
    NotPeople,
    /// It holds a part of a year, or compares years.
    NotOneYear,
    /// A column before it holds the same.
    Twice,
}

const NAMES: [(&str, u8); 34] = [
    ("tinh", 0),
    ("province", 0),
    ("huyen", 1),
    ("quan huyen", 1),
    ("ten huyen", 1),
    ("huyen thi xa thanh pho", 1),
    ("huyen thanh pho", 1),
    ("huyen thi", 1),
    ("district", 1),
    ("districts", 1),
    ("bhxh huyen", 1),
    ("don vi", 2),
    ("ten don vi", 2),
    ("don vi hanh chinh", 2),
    ("ten don vi hanh chinh", 2),
    ("dia phuong", 2),
    ("ten dia phuong", 2),
    ("dia ban", 2),
    ("co quan bhxh", 2),
    ("bhxh co so", 2),
    ("ten", 2),
    ("unit", 2),
    ("units", 2),
    ("unit name", 2),
    ("name", 2),
    ("area", 2),
    ("locality", 2),
    ("xa", 3),
    ("ten xa", 3),
    ("xa phuong", 3),
    ("xa phuong thi tran", 3),
    ("xa phuong dac khu", 3),
    ("commune", 3),
    ("communes", 3),
];

const CODES: [(&str, u8); 11] = [
    ("ma tinh", 0),
    ("ma huyen", 1),
    ("district code", 1),
    ("ma", 2),
    ("ma so", 2),
    ("ma don vi", 2),
    ("ma dv", 2),
    ("code", 2),
    ("unit code", 2),
    ("ma xa", 3),
    ("commune code", 3),
];

const ORDINALS: [&str; 6] = ["stt", "tt", "so tt", "so thu tu", "no", "num"];

const NOT_PEOPLE: [&str; 30] = [
    "ty le",
    "ti le",
    "so sanh",
    "so voi",
    "tang",
    "giam",
    "tang truong",
    "dat",
    "chenh lech",
    "trieu dong",
    "ty dong",
    "so tien",
    "so thu",
    "thu bhxh",
    "thu bhyt",
    "tien",
    "so no",
    "cham dong",
    "so ho",
    "so don vi",
    "rate",
    "growth",
    "increase",
    "decrease",
    "change",
    "difference",
    "vnd",
    "amount",
    "percent",
    "revenue",
];

/// Groups within an indicator: a part of its people is not all of them.
const GROUPS: [&str; 13] = [
    "hoc sinh",
    "hssv",
    "sinh vien",
    "ngheo",
    "can ngheo",
    "cao tuoi",
    "tre em",
    "dtts",
    "do tuoi lao dong",
    "nong lam",
    "students",
    "poor",
    "children",
];

const PLANS: [&str; 9] =
    ["chi tieu", "giao", "ke hoach", "kh", "muc tieu", "target", "targets", "plan", "assigned"];

const PARTS_OF_YEAR: [&str; 9] =
    ["6 thang", "9 thang", "3 thang", "quy", "thang", "month", "quarter", "dau nam", "tuan"];

/// Words that name no measure; a heading of only these is about the measure it is pasted into.
const NEUTRAL: [&str; 47] = [
    "nam",
    "ket",
    "qua",
    "thuc",
    "hien",
    "so",
    "nguoi",
    "tham",
    "gia",
    "tinh",
    "den",
    "ngay",
    "cuoi",
    "thang",
    "uoc",
    "trong",
    "ngoai",
    "ca",
    "va",
    "th",
    "lieu",
    "lao",
    "dong",
    "the",
    "of",
    "in",
    "other",
    "province",
    "provinces",
    "out",
    "elsewhere",
    "year",
    "end",
    "at",
    "as",
    "actual",
    "result",
    "results",
    "people",
    "participants",
    "number",
    "estimate",
    "estimated",
    "projected",
    "insured",
    "luy",
    "ke",
];

/// Reads a heading; that of stacked rows is their texts one behind the other.
pub(super) fn heading(text: &str, customs: &[Custom]) -> Heading {
    let folded = fold(text);
    let words = Words::of(&folded);
    if words.0.is_empty() && !folded.contains('%') {
        return Heading::Unknown;
    }
    if let Some(series) = customs.iter().find(|series| Words::of(&fold(&series.name)) == words) {
        let measure = Some(Measure::Custom(series.id));
        return Heading::Figures(Figures { measure, ..Figures::default() });
    }
    if ORDINALS.iter().any(|known| words.are(known)) {
        return Heading::Ordinal;
    }
    if let Some((_, rank)) = NAMES.iter().find(|(known, _)| words.are(known)) {
        return Heading::Name(*rank);
    }
    if let Some((_, rank)) = CODES.iter().find(|(known, _)| words.are(known)) {
        return Heading::Code(*rank);
    }
    // Without its marks “đồng” is also “đóng”, and “nợ” also “no”.
    let text = text.to_lowercase();
    let is_money = text.contains("đồng") || text.contains("nợ");
    figures(&words, is_money || folded.contains('%'))
}

fn figures(words: &Words, not_people: bool) -> Heading {
    let has_any = |known: &[&str]| known.iter().any(|known| words.has(known));
    let measure = base(words).map(Measure::Base).or_else(|| indicator(words).map(Measure::Result));
    let years = words.years();
    if not_people || has_any(&NOT_PEOPLE) {
        return Heading::Extra(ExtraWhy::NotPeople);
    }
    if has_any(&PLANS) {
        return Heading::Extra(ExtraWhy::Plan);
    }
    let year = match years.as_slice() {
        [] => None,
        [year, others @ ..] if others.iter().all(|other| other == year) => Some(*year),
        _ => return Heading::Extra(ExtraWhy::NotOneYear),
    };
    if words.is_part_of_year(year) {
        return Heading::Extra(ExtraWhy::NotOneYear);
    }
    let estimate = has_any(&["uoc", "estimate", "estimated", "projected"]);
    let scope = scope(words);
    if has_any(&GROUPS) || (measure.is_none() && !words.are_neutral()) {
        return Heading::Unknown;
    }
    Heading::Figures(Figures { measure, year, scope, estimate })
}

fn base(words: &Words) -> Option<Base> {
    let has_any = |known: &[&str]| known.iter().any(|known| words.has(known));
    if has_any(&["dan so", "nhan khau", "population"]) {
        Some(Base::Population)
    } else if has_any(&["llld", "luc luong lao dong", "labour force", "labor force", "workforce"]) {
        Some(Base::LabourForce)
    } else if has_any(&["thuoc dien", "so doi tuong tham gia", "doi tuong tham gia", "liable", "eligible"]) {
        // “Số đối tượng tham gia BHXH” are those who take part, “đối tượng tham gia” those who should.
        let takes_part = indicator(words).is_some() && !has_any(&["thuoc dien", "liable", "eligible"]);
        (!takes_part).then_some(Base::Liable)
    } else {
        None
    }
}

fn indicator(words: &Words) -> Option<Indicator> {
    let has_any = |known: &[&str]| known.iter().any(|known| words.has(known));
    let compulsory = has_any(&["bb", "bat buoc", "bhxhbb", "compulsory", "csi"]);
    let voluntary = has_any(&["tn", "tu nguyen", "bhxhtn", "voluntary", "vsi"]);
    if has_any(&["ho gia dinh", "hgd", "household", "bhythgd"]) {
        Some(Indicator::HouseholdHealth)
    } else if has_any(&["bhtn", "bao hiem that nghiep", "that nghiep", "btn", "ui", "unemployment"]) {
        Some(Indicator::Unemployment)
    } else if has_any(&["bhyt", "bao hiem y te", "yt", "hi", "health insurance"]) {
        Some(Indicator::Health)
    } else if compulsory && voluntary {
        Some(Indicator::SocialInsurance)
    } else if compulsory {
        Some(Indicator::CompulsorySi)
    } else if voluntary {
        Some(Indicator::VoluntarySi)
    } else if has_any(&["bhxh", "bao hiem xa hoi", "si", "social insurance"]) {
        Some(Indicator::SocialInsurance)
    } else {
        None
    }
}

fn scope(words: &Words) -> Option<Scope> {
    let has_any = |known: &[&str]| known.iter().any(|known| words.has(known));
    let outside =
        has_any(&["ngoai tinh", "other provinces", "other province", "elsewhere", "out of province"]);
    let inside = has_any(&["trong tinh", "in province"]);
    let both = has_any(&["ca ngoai tinh", "trong va ngoai tinh", "trong ngoai tinh"]) || (outside && inside);
    match (both, outside, inside) {
        (true, ..) => Some(Scope::Both),
        (_, true, _) => Some(Scope::OtherProvinces),
        (_, _, true) => Some(Scope::InProvince),
        _ => None,
    }
}

/// Folded words of letters and digits.
#[derive(PartialEq, Eq)]
struct Words(Vec<String>);

impl Words {
    fn of(folded: &str) -> Self {
        Self(
            folded
                .split(|c: char| !c.is_alphanumeric())
                .filter(|word| !word.is_empty())
                .map(Into::into)
                .collect(),
        )
    }

    fn are(&self, known: &str) -> bool {
        known.split(' ').eq(self.0.iter().map(String::as_str))
    }

    /// These words stand in it, one behind the other.
    fn has(&self, known: &str) -> bool {
        let length = known.split(' ').count();
        self.0.windows(length).any(|words| known.split(' ').eq(words.iter().map(String::as_str)))
    }

    fn are_neutral(&self) -> bool {
        let is_number = |word: &str| word.bytes().all(|c| c.is_ascii_digit());
        self.0.iter().all(|word| is_number(word) || NEUTRAL.contains(&word.as_str()))
    }

    /// Years, also those written as the end of a day: “31/12/2022”.
    fn years(&self) -> Vec<u16> {
        let year =
            |word: &String| word.parse().ok().filter(|year| word.len() == 4 && (1990..2100).contains(year));
        self.0.iter().filter_map(year).collect()
    }

    /// A month, a quarter or a day before the end of the year; “12 tháng” and “31/12” are all of it.
    fn is_part_of_year(&self, year: Option<u16>) -> bool {
        if ["12 thang", "thang 12", "31 12"].iter().any(|whole| self.has(whole)) {
            return false;
        }
        let dated = year.is_some_and(|year| {
            let month_of = |pair: &[String]| {
                pair[1] == year.to_string()
                    && pair[0].len() <= 2
                    && pair[0].bytes().all(|c| c.is_ascii_digit())
            };
            self.0.windows(2).any(month_of)
        });
        dated || PARTS_OF_YEAR.iter().any(|part| self.has(part))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Heading::{Code, Extra, Name, Ordinal, Unknown};

    fn of(measure: Measure) -> Heading {
        Heading::Figures(Figures { measure: Some(measure), ..Figures::default() })
    }

    fn result(indicator: Indicator) -> Heading {
        of(Measure::Result(indicator))
    }

    #[test]
    fn columns_are_known_by_what_people_call_them() {
        for (text, expected) in [
            ("STT", Ordinal),
            ("Tên đơn vị", Name(2)),
            ("Huyện, thị xã, thành phố", Name(1)),
            ("Xã/phường", Name(3)),
            ("Mã ĐV", Code(2)),
            ("Dân số", of(Measure::Base(Base::Population))),
            ("LLLĐ", of(Measure::Base(Base::LabourForce))),
            ("Lực lượng lao động trong độ tuổi (người)", of(Measure::Base(Base::LabourForce))),
            ("Số thuộc diện tham gia BHXH", of(Measure::Base(Base::Liable))),
            ("Đối tượng tham gia", of(Measure::Base(Base::Liable))),
            ("Số đối tượng tham gia BHXH TN", result(Indicator::VoluntarySi)),
            ("BB", result(Indicator::CompulsorySi)),
            ("Số người đóng BHXH bắt buộc", result(Indicator::CompulsorySi)),
            ("TN", result(Indicator::VoluntarySi)),
            ("BHXH TN", result(Indicator::VoluntarySi)),
            ("BHXH", result(Indicator::SocialInsurance)),
            ("BHTN", result(Indicator::Unemployment)),
            ("BHYT", result(Indicator::Health)),
            ("BHYT HGĐ", result(Indicator::HouseholdHealth)),
            ("BHYT hộ gia đình", result(Indicator::HouseholdHealth)),
            ("Voluntary SI", result(Indicator::VoluntarySi)),
            ("Labour force", of(Measure::Base(Base::LabourForce))),
            ("Tỷ lệ bao phủ BHYT", Extra(ExtraWhy::NotPeople)),
            ("% BHYT", Extra(ExtraWhy::NotPeople)),
            ("Thu BHXH (triệu đồng)", Extra(ExtraWhy::NotPeople)),
            ("Chỉ tiêu giao 2023", Extra(ExtraWhy::Plan)),
            ("KH 2023", Extra(ExtraWhy::Plan)),
            ("BHXH TN 6 tháng 2023", Extra(ExtraWhy::NotOneYear)),
            ("BHXH TN 30/6/2023", Extra(ExtraWhy::NotOneYear)),
            ("2023/2022", Extra(ExtraWhy::NotOneYear)),
            ("BHYT học sinh", Unknown),
            ("Dân số trong độ tuổi lao động", Unknown),
            ("Số máy tính 2022", Unknown),
            ("Ghi chú", Unknown),
            ("", Unknown),
        ] {
            assert_eq!(heading(text, &[]), expected, "{text}");
        }
    }

    #[test]
    fn years_scopes_and_estimates_are_read_from_the_heading() {
        let year = Some(2022);
        for text in
            ["2022", "Năm 2022", "Thực hiện 2022", "Số người tham gia đến 31/12/2022", "12 tháng năm 2022"]
        {
            assert_eq!(
                heading(text, &[]),
                Heading::Figures(Figures { year, ..Figures::default() }),
                "{text}"
            );
        }
        let measure = Some(Measure::Result(Indicator::Health));
        for (text, scope) in [
            ("BHYT 2022 trong tỉnh", Scope::InProvince),
            ("BHYT 2022 (ngoài tỉnh)", Scope::OtherProvinces),
            ("BHYT 2022 cả trong và ngoài tỉnh", Scope::Both),
        ] {
            let scope = Some(scope);
            assert_eq!(
                heading(text, &[]),
                Heading::Figures(Figures { measure, year, scope, estimate: false }),
                "{text}"
            );
        }
        let estimate = heading("Ước thực hiện BHYT năm 2022", &[]);
        assert_eq!(estimate, Heading::Figures(Figures { measure, year, scope: None, estimate: true }));
    }
}
