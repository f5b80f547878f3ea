//! Remarks on the document, targets and road maps in words, in both languages.

use bao_phu::calc::DocumentFinding;
use bao_phu::calc::check::{Compared, Interval, Lack, PlanOf, Size};
use bao_phu::edit::{Draft, Edit, ListChange};
use bao_phu::model::{
    Bands, Base, Claim, Date, Decision, Hedge, Indicator, Issuer, Measure, NoPeople, Path, Quantity, Rate,
    RoadMap, Scale, Scenario, Scope, Slot, Stated, Statement, Target, Term, UnitId,
};
use bao_phu::text::{
    Language, document_finding, people_interval, share_interval, stated, step_name, target_line,
};
use expect_test::expect;

use crate::text::{assert_message, assert_words, decimal, scenario};

const TN: Indicator = Indicator::VoluntarySi;
const SLOT: Slot = Slot { indicator: TN, year: 2023 };
const PROVINCE: UnitId = UnitId(0);

fn ratio(part: i64, whole: i64) -> Rate {
    Rate::new(part.into(), whole.into())
}

fn number(value: &str, scale: Scale, hedge: Hedge) -> Stated {
    Stated { value: decimal(value), scale, hedge }
}

fn claimed() -> Scenario {
    let figure = |measure, scope| Term::Figure { measure, year: 2022, scope, unit: PROVINCE };
    let health = figure(Measure::Result(Indicator::Health), Scope::Both);
    let shares = [
        (health, figure(Measure::Base(Base::Population), Scope::InProvince), "96"),
        (
            figure(Measure::Result(TN), Scope::InProvince),
            Term::Plan { slot: Slot { year: 2022, ..SLOT }, issuer: Issuer::Vss },
            "100.07",
        ),
    ];
    let claim = |statement, stated| Claim {
        statement,
        stated,
        source: "VSS, 23/03/2023".into(),
        note: String::new(),
    };
    let part = |value| Term::Stated(number(value, Scale::Percent, Hedge::Exact));
    let sum = Statement::Sum { plus: vec![part("46"), part("9")], minus: Vec::new() };
    Scenario {
        claims: shares
            .into_iter()
            .map(|(part, whole, value)| {
                claim(Statement::Share { part, whole }, number(value, Scale::Percent, Hedge::Exact))
            })
            .chain([claim(sum, number("56", Scale::Percent, Hedge::About))])
            .collect(),
        ..scenario()
    }
}

fn every_finding() -> Vec<DocumentFinding> {
    let (measure, year, unit) = (Measure::Result(TN), 2022, UnitId(8));
    let of = |people, other| Compared { unit, people, other };
    let plan = |issuer, low: i64, high: i64| PlanOf {
        issuer,
        people: Interval { low: ratio(low, 1), high: ratio(high, 1) },
    };
    let share = |low, high| Interval { low: ratio(low, 10_000), high: ratio(high, 10_000) };
    vec![
        DocumentFinding::SumDiffers {
            measure,
            year,
            scope: Scope::InProvince,
            node: PROVINCE,
            units: 28_500,
            own: 28_503,
        },
        DocumentFinding::MissingFigures { measure, year, node: PROVINCE, units: vec![unit] },
        DocumentFinding::DuplicateUnit { first: UnitId(2), second: unit },
        DocumentFinding::ResultAboveBase { indicator: TN, year, units: vec![of(101_000, 99_460)] },
        DocumentFinding::PartAboveWhole {
            part: TN,
            whole: Indicator::SocialInsurance,
            year,
            units: vec![of(2_993, 2_000); 2],
        },
        DocumentFinding::PartsDiffer {
            whole: Indicator::SocialInsurance,
            year,
            units: vec![of(55_373, 55_374)],
        },
        DocumentFinding::LargeChange { indicator: TN, year, units: vec![of(2_993, 1_000); 5] },
        DocumentFinding::LargeChange { indicator: TN, year, units: vec![of(2_993, 0)] },
        DocumentFinding::LargeChange { indicator: TN, year, units: Vec::new() },
        DocumentFinding::PlansDiffer {
            slot: SLOT,
            smaller: plan(Issuer::Vss, 28_482, 28_484),
            larger: plan(Issuer::Province, 40_258, 40_258),
            cures: Vec::new(),
        },
        DocumentFinding::PlansDiffer {
            slot: SLOT,
            smaller: plan(Issuer::Vss, 0, 0),
            larger: plan(Issuer::Province, 40_258, 40_258),
            cures: Vec::new(),
        },
        DocumentFinding::TargetPartsDiffer {
            slot: SLOT,
            issuer: Issuer::Vss,
            parts: Size::Share(ratio(55, 100)),
            whole: Size::Share(ratio(555, 1_000)),
            cures: Vec::new(),
        },
        DocumentFinding::TargetAboveWhole {
            slot: SLOT,
            whole: Indicator::SocialInsurance,
            issuer: Issuer::Vss,
            part_size: Size::People(40_000),
            whole_size: Size::People(35_000),
        },
        DocumentFinding::TargetAboveBase { slot: SLOT, issuer: Issuer::Own, people: 725_000, base: 724_640 },
        DocumentFinding::TargetOfOtherScope {
            slot: SLOT,
            issuer: Issuer::Vss,
            target: Scope::Both,
            result: Scope::InProvince,
        },
        DocumentFinding::ElsewhereNotKept { slot: SLOT, elsewhere: 57_461, kept: 0, cures: Vec::new() },
        DocumentFinding::ClaimDiffers {
            claim: 0,
            computed: share(9_710, 9_710),
            stated: share(9_550, 9_650),
        },
        DocumentFinding::ClaimDiffers {
            claim: 2,
            computed: share(5_400, 5_600),
            stated: share(5_500, 5_700),
        },
        DocumentFinding::ClaimDiffers { claim: 9, computed: share(1, 1), stated: share(2, 2) },
        DocumentFinding::ClaimCountsElsewhere {
            claim: 0,
            elsewhere: 62_254,
            in_province: share(9_073, 9_168),
        },
        DocumentFinding::ClaimOfOtherYear { claim: 0, part: 2022, whole: 2021 },
        DocumentFinding::SamePercentage { first: 1, second: 0 },
        DocumentFinding::RoadMapUnknown { indicator: TN, lack: Lack::Figure { measure, year } },
        DocumentFinding::RoadMapUnknown {
            indicator: TN,
            lack: Lack::Figure { measure: Measure::Base(Base::LabourForce), year },
        },
        DocumentFinding::RoadMapUnknown { indicator: TN, lack: Lack::Goal { year: 2025 } },
        DocumentFinding::RoadMapUnknown {
            indicator: TN,
            lack: Lack::Target { year: 2025, why: NoPeople::TooLarge },
        },
        DocumentFinding::RoadMapFalls {
            indicator: TN,
            year: 2024,
            before: Size::Share(ratio(7, 100)),
            now: Size::Share(ratio(2, 30)),
            cures: Vec::new(),
        },
    ]
}

#[test]
fn every_remark_on_the_document_reads_as_a_sentence_with_what_to_do() {
    let scenario = claimed();
    for finding in every_finding() {
        assert_message(|language| document_finding(&finding, &scenario, language));
    }
    let said = |language| {
        let words = |finding| {
            let message = document_finding(&finding, &scenario, language);
            format!("{} {}", message.what, message.fix)
        };
        every_finding().into_iter().map(words).collect::<Vec<_>>().join("\n")
    };
    expect![[r#"
        Sơn La, số tham gia BHXH tự nguyện 2022: tổng cấp dưới 28.500, số cấp trên 28.503, lệch 3. Kiểm tra số của từng đơn vị và số của cấp trên.
        Thuận Châu: chưa có số tham gia BHXH tự nguyện 2022, các đơn vị khác đã có. Nhập số còn thiếu.
        Mộc Châu và Thuận Châu: trùng tên hoặc trùng mã. Sửa tên, mã hoặc bỏ bớt một đơn vị.
        Thuận Châu, BHXH tự nguyện 2022: 101.000 người, nhiều hơn LLLĐ 99.460. Kiểm tra hai số này và phạm vi tính.
        Thuận Châu, năm 2022: BHXH tự nguyện 2.993 lớn hơn BHXH 2.000; 1 đơn vị khác cũng vậy. Kiểm tra hai số này và phạm vi tính.
        Thuận Châu, BHXH 2022: các phần cộng lại 55.374, đã ghi 55.373, lệch 1. Kiểm tra từng phần và số chung.
        Thuận Châu, BHXH tự nguyện: năm 2021 có 1.000, năm 2022 có 2.993 (+199,3%); 4 đơn vị khác cũng vậy. Kiểm tra hai số này và phạm vi tính.
        Thuận Châu, BHXH tự nguyện: năm 2021 có 0, năm 2022 có 2.993 (+2.993). Kiểm tra hai số này và phạm vi tính.
        Không còn đơn vị nào cần xem. Không cần sửa.
        BHXH tự nguyện: KH 2023 của BHXH Việt Nam 28.482–28.484 và KH 2023 của UBND tỉnh 40.258 chênh 1,41 lần; có thể khác phạm vi tính. Kiểm tra từng kế hoạch tính những ai.
        BHXH tự nguyện: KH 2023 của BHXH Việt Nam 0 và KH 2023 của UBND tỉnh 40.258 chênh rất xa; có thể khác phạm vi tính. Kiểm tra từng kế hoạch tính những ai.
        KH 2023 của BHXH Việt Nam, BHXH tự nguyện: các phần cộng lại 55%, mục tiêu chung 55,5%. Sửa mục tiêu chung hoặc từng phần.
        KH 2023 của BHXH Việt Nam: BHXH tự nguyện 40.000 lớn hơn BHXH 35.000. Kiểm tra hai mục tiêu này.
        KH 2023 tự đặt, BHXH tự nguyện: 725.000 vượt 100% LLLĐ (724.640). Kiểm tra mục tiêu và LLLĐ.
        KH 2023 của BHXH Việt Nam, BHXH tự nguyện: mục tiêu tính người tham gia trong và ngoài tỉnh, kết quả lại tính người tham gia trong tỉnh. Nhập kết quả cùng phạm vi thì mới tính được tỷ lệ hoàn thành.
        Mục tiêu BHXH tự nguyện 2023 tính cả 57.461 người tham gia ngoài tỉnh, nhưng chỉ giữ 0 ở tỉnh. Giữ số này ở tỉnh, vì không đơn vị nào vận động được họ.
        Số tham gia BHYT 2022, tham gia trong và ngoài tỉnh/dân số 2022 = 97,10%, không phải 96% như đã ghi (VSS, 23/03/2023). Kiểm tra lại số công bố và số liệu.
        46% + 9% = 54,00–56,00%, không phải khoảng 56% như đã ghi (VSS, 23/03/2023). Kiểm tra lại số công bố và số liệu.
        Số công bố này không còn trong phương án. Tải lại trang.
        Tỷ lệ 96% tính cả 62.254 người tham gia ngoài tỉnh; trong tỉnh là 90,73–91,68%. So sánh trên cùng một phạm vi tính.
        Tỷ lệ 96% lấy số năm 2022 chia cho mẫu số năm 2021. Dùng mẫu số cùng năm nếu có.
        100,07% được ghi hai lần: cho số tham gia BHXH tự nguyện 2022 và cho số tham gia BHYT 2022, tham gia trong và ngoài tỉnh. Kiểm tra xem có chép nhầm không.
        Lộ trình BHXH tự nguyện: thiếu số tham gia BHXH tự nguyện 2022 của toàn tỉnh. Nhập số tham gia BHXH tự nguyện 2022.
        Lộ trình BHXH tự nguyện: thiếu LLLĐ 2022. Nhập LLLĐ 2022.
        Lộ trình BHXH tự nguyện: năm 2025 chưa có mục tiêu. Nhập mục tiêu năm 2025.
        Lộ trình BHXH tự nguyện: chưa tính được số người của năm 2025. Nhập số năm 2025 bằng số người.
        Lộ trình BHXH tự nguyện: năm 2024 là 6,67%, thấp hơn năm trước (7%). Kiểm tra các năm, hoặc cho phép thấp hơn năm trước."#]].assert_eq(&said(Language::Vi));
    expect![[r#"
        Sơn La, people in voluntary social insurance 2022: children add to 28,500, parent says 28,503, off by 3. Check the figures of the units and of the level above.
        Thuận Châu: no figure for people in voluntary social insurance 2022, while the other units have one. Enter what is missing.
        Mộc Châu and Thuận Châu have the same name or the same code. Correct the name or the code, or remove one of them.
        Thuận Châu, Voluntary SI 2022: 101,000 people, more than the 99,460 of labour force. Check both figures and whom they count.
        Thuận Châu, 2022: Voluntary SI 2,993 is above Social insurance 2,000; the same goes for 1 other unit. Check both figures and whom they count.
        Thuận Châu, Social insurance 2022: its parts add to 55,374, stated 55,373, off by 1. Check each part and the whole.
        Thuận Châu, Voluntary SI: 1,000 in 2021, 2,993 in 2022 (+199.3%); the same goes for 4 other units. Check both figures and whom they count.
        Thuận Châu, Voluntary SI: 0 in 2021, 2,993 in 2022 (+2,993). Check both figures and whom they count.
        No unit is left to look at. Nothing to mend.
        Voluntary SI: 2023 plan of Vietnam Social Security 28,482–28,484 and 2023 plan of the People's Committee 40,258 differ 1.41-fold; they may count different people. Check whom each plan counts.
        Voluntary SI: 2023 plan of Vietnam Social Security 0 and 2023 plan of the People's Committee 40,258 are far apart; they may count different people. Check whom each plan counts.
        2023 plan of Vietnam Social Security, Voluntary SI: the parts add to 55%, the target of the whole is 55.5%. Change the target of the whole or of a part.
        2023 plan of Vietnam Social Security: Voluntary SI 40,000 is above Social insurance 35,000. Check both targets.
        Own plan 2023, Voluntary SI: 725,000 is over 100% of labour force (724,640). Check the target and labour force.
        2023 plan of Vietnam Social Security, Voluntary SI: the target counts people insured in the province and in others, the result those insured in the province. Enter a result that counts the same people to see the share of the plan.
        The target for Voluntary SI 2023 counts 57,461 people insured in other provinces, but 0 are kept at province. Keep them at province: no unit can act on them.
        People in health insurance 2022, insured in the province and in others/population 2022 = 97.10%, not 96% as stated (VSS, 23/03/2023). Check the published number and the figures.
        46% + 9% = 54.00–56.00%, not about 56% as stated (VSS, 23/03/2023). Check the published number and the figures.
        This published number is no longer in the scenario. Reload the page.
        The rate 96% counts 62,254 people insured elsewhere; in-province it is 90.73–91.68%. Compare what counts the same people.
        The rate 96% sets a figure of 2022 against a base of 2021. Use a base of the same year if there is one.
        100.07% is stated twice: for people in voluntary social insurance 2022 and for people in health insurance 2022, insured in the province and in others. Check that it was not copied by mistake.
        Road map of Voluntary SI: the province has no figure for people in voluntary social insurance 2022. Enter people in voluntary social insurance 2022.
        Road map of Voluntary SI: the province has no figure for labour force 2022. Enter labour force 2022.
        Road map of Voluntary SI: 2025 has no target. Enter a target for 2025.
        Road map of Voluntary SI: the people of 2025 cannot be computed. Enter 2025 as a number of people.
        Road map of Voluntary SI: 2024 has 6.67%, below the year before (7%). Check the years, or let a year fall below the one before."#]].assert_eq(&said(Language::En));
}

#[test]
fn numbers_read_as_they_were_printed() {
    let all = |scale| {
        [Hedge::Exact, Hedge::About, Hedge::Nearly, Hedge::MoreThan]
            .map(|hedge| number("20.04", scale, hedge))
    };
    let said = |language| {
        [Scale::Ones, Scale::Thousands, Scale::Millions, Scale::Percent]
            .map(|scale| all(scale).map(|number| stated(&number, language)).join(", "))
            .join("\n")
    };
    expect![[r#"
        20,04, khoảng 20,04, gần 20,04, hơn 20,04
        20,04 nghìn, khoảng 20,04 nghìn, gần 20,04 nghìn, hơn 20,04 nghìn
        20,04 triệu, khoảng 20,04 triệu, gần 20,04 triệu, hơn 20,04 triệu
        20,04%, khoảng 20,04%, gần 20,04%, hơn 20,04%"#]]
    .assert_eq(&said(Language::Vi));
    expect![[r#"
        20.04, about 20.04, nearly 20.04, more than 20.04
        20.04 thousand, about 20.04 thousand, nearly 20.04 thousand, more than 20.04 thousand
        20.04 million, about 20.04 million, nearly 20.04 million, more than 20.04 million
        20.04%, about 20.04%, nearly 20.04%, more than 20.04%"#]]
    .assert_eq(&said(Language::En));
    let share = Interval { low: ratio(9_073, 10_000), high: ratio(9_168, 10_000) };
    assert_eq!(share_interval(&share, Language::Vi), "90,73–91,68%");
    assert_eq!(people_interval(&Interval::people(28_483), Language::En), "28,483");
}

#[test]
fn a_target_names_its_decision() {
    let decision = Decision { number: "3294/QĐ-UBND".into(), date: Date::new(2022, 3, 18) };
    let target = Target { decision, issuer: Issuer::Province, ..scenario().targets[0].clone() };
    expect!["Mục tiêu BHXH tự nguyện 2023, UBND tỉnh giao, 35.002: tự nhập (3294/QĐ-UBND, 18/03/2022)"]
        .assert_eq(&target_line(&target, Language::Vi));
    assert!(target_line(&target, Language::En).ends_with("(3294/QĐ-UBND, 18 Mar 2022)"));
}

#[test]
fn every_step_with_targets_claims_and_road_maps_has_a_name() {
    let plan = |people| {
        let quantity = Quantity::people(people);
        Target { issuer: Issuer::Vss, quantity, used: false, ..scenario().targets[0].clone() }
    };
    let claim = || claimed().claims.remove(0);
    let road_map = |path| Some(RoadMap { indicator: TN, from: 2022, to: 2025, path, may_fall: false });
    let paths = [Path::EqualPoints, Path::EqualPeople, Path::ConstantGrowth, Path::Typed];
    let edits = [
        Edit::ChangeTargets { place: 1, change: ListChange::Insert(plan(36_000)) },
        Edit::ChangeTargets { place: 1, change: ListChange::Replace(plan(37_000)) },
        Edit::UseTarget { slot: SLOT, place: Some(1) },
        Edit::UseTarget { slot: SLOT, place: Some(0) },
        Edit::ChangeTargets { place: 1, change: ListChange::Remove },
        Edit::ChangeClaims { place: 0, change: ListChange::Insert(claim()) },
        Edit::ChangeClaims { place: 0, change: ListChange::Replace(Claim { note: "x".into(), ..claim() }) },
        Edit::ChangeClaims { place: 0, change: ListChange::Remove },
        Edit::SetBands(Bands { change: 30, ..Bands::default() }),
    ];
    let road_maps = paths.map(|path| Edit::SetRoadMap { indicator: TN, road_map: road_map(path) });
    let gone = [Edit::SetRoadMap { indicator: TN, road_map: None }];
    let mut draft = Draft::new(scenario());
    let mut said = [Vec::new(), Vec::new()];
    for edit in edits.into_iter().chain(road_maps).chain(gone) {
        draft.apply(edit).expect("an edit that fits");
        let step = draft.history().done.last().expect("just done");
        assert_words(|language| step_name(step, draft.scenario(), language));
        for (said, language) in said.iter_mut().zip(Language::ALL) {
            said.push(step_name(step, draft.scenario(), language));
        }
    }
    let [vi, en] = said.map(|steps| steps.join("\n"));
    expect![[r#"
        Thêm kế hoạch: KH 2023 của BHXH Việt Nam, 36.000
        Sửa kế hoạch: KH 2023 của BHXH Việt Nam, 37.000
        Dùng để giao: KH 2023 của BHXH Việt Nam, 37.000
        Dùng để giao: KH 2023 tự đặt, 35.002
        Bỏ kế hoạch: KH 2023 của BHXH Việt Nam, 37.000
        Thêm số công bố để kiểm tra
        Sửa số công bố để kiểm tra
        Bỏ số công bố để kiểm tra
        Đổi ngưỡng nhận xét
        Lộ trình BHXH tự nguyện 2022–2025: chia đều điểm %
        Lộ trình BHXH tự nguyện 2022–2025: chia đều số người
        Lộ trình BHXH tự nguyện 2022–2025: theo tốc độ tăng không đổi
        Lộ trình BHXH tự nguyện 2022–2025: nhập từng năm
        Bỏ lộ trình BHXH tự nguyện"#]]
    .assert_eq(&vi);
    expect![[r#"
        Add plan: 2023 plan of Vietnam Social Security, 36,000
        Change plan: 2023 plan of Vietnam Social Security, 37,000
        Use for allocation: 2023 plan of Vietnam Social Security, 37,000
        Use for allocation: own plan 2023, 35,002
        Remove plan: 2023 plan of Vietnam Social Security, 37,000
        Add a published figure to check
        Change a published figure to check
        Remove a published figure to check
        Change the thresholds of the remarks
        Road map of Voluntary SI 2022–2025: equal points
        Road map of Voluntary SI 2022–2025: equal people
        Road map of Voluntary SI 2022–2025: constant growth
        Road map of Voluntary SI 2022–2025: year by year
        Remove the road map of Voluntary SI"#]]
    .assert_eq(&en);
}
