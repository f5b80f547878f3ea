//! The list of scenarios and their files.

use std::cmp::Ordering;

use bao_phu::example;
use bao_phu::library::{About, Content, FileCopy, Line, Order, Planned, keep_places, matches, sort};
use bao_phu::model::{Date, Indicator, ScenarioId};
use bao_phu::save::{self, FileError, SaveError};
use bao_phu::text::{self, Language, Moment};
use expect_test::expect;

fn line(name: &str, written: u64, characters: usize) -> Line {
    Line {
        id: ScenarioId(name.to_owned()),
        name: name.to_owned(),
        note: String::new(),
        content: Content::Unreadable,
        written,
        characters,
        file: FileCopy::Never,
    }
}

fn by_letters(one: &str, other: &str) -> Ordering {
    one.cmp(other)
}

fn ordered(order: Order) -> Vec<String> {
    let mut lines = vec![line("b", 3, 10), line("a", 1, 10), line("c", 2, 30)];
    sort(&mut lines, order, by_letters);
    lines.into_iter().map(|line| line.name).collect()
}

#[test]
fn lines_are_ordered_by_time_name_or_size_and_equal_ones_by_name() {
    assert_eq!(ordered(Order::Written), ["b", "c", "a"]);
    assert_eq!(ordered(Order::Name), ["a", "b", "c"]);
    assert_eq!(ordered(Order::Size), ["c", "a", "b"]);
}

#[test]
fn lines_stay_where_they_stood_and_new_ones_come_first() {
    let mut lines = vec![line("new", 4, 0), line("a", 3, 0), line("b", 2, 0)];
    keep_places(&mut lines, &["b", "gone", "a"].map(|id| ScenarioId(id.to_owned())));
    assert_eq!(lines.into_iter().map(|line| line.name).collect::<Vec<_>>(), ["new", "b", "a"]);
}

#[test]
fn a_search_needs_neither_marks_nor_the_order_of_words() {
    let about = About::of(&example::first());
    let son_la =
        Line {
            note: "Gửi Ban chỉ đạo".into(), content: Content::Known(about), ..line("Dự thảo 2", 0, 0)
        };
    for (searched, found) in
        [("", true), ("du thao", true), ("SON LA", true), ("đạo dự", true), ("hai duong", false)]
    {
        assert_eq!(matches(&son_la, searched), found, "{searched}");
    }
}

#[test]
fn a_line_says_province_indicators_with_their_years_and_units() {
    let of_years = |indicator, years: &[(u16, u16)]| Planned { indicator, years: years.to_vec() };
    let ahead = About {
        province: "Hải Dương".into(),
        units: 12,
        planned: vec![
            of_years(Indicator::VoluntarySi, &[(2022, 2025), (2030, 2030)]),
            of_years(Indicator::HouseholdHealth, &[(2024, 2024)]),
        ],
    };
    let told = |about: &About, language| text::about(&Content::Known(about.clone()), language);
    let son_la = About::of(&example::first());
    assert_eq!(told(&son_la, Language::Vi), "Sơn La · BHXH tự nguyện 2023 · 12 đơn vị");
    assert_eq!(told(&son_la, Language::En), "Sơn La · Voluntary social insurance 2023 · 12 units");
    assert_eq!(
        told(&ahead, Language::Vi),
        "Hải Dương · BHXH tự nguyện 2022–2025, 2030; BHYT hộ gia đình 2024 · 12 đơn vị"
    );
}

#[test]
fn sizes_are_thousands_of_characters_rounded_up() {
    let told = [0, 1, 940, 9_999, 10_001, 5_000_000].map(|size| text::kilobytes(size, Language::Vi));
    assert_eq!(told, ["0,0 KB", "0,1 KB", "1,0 KB", "10,0 KB", "11 KB", "5.000 KB"]);
    assert_eq!(text::kilobytes(5_000_000, Language::En), "5,000 KB");
}

#[test]
fn a_file_copy_is_a_fact_and_silent_once_it_has_everything() {
    let day = |day| Date::new(2026, 11, day).expect("a day");
    let at = |date| Some(Moment { date, hour: 14, minute: 2 });
    let told = |copy, date| text::file_line(copy, at(date), day(28), Language::Vi);
    assert_eq!(told(FileCopy::Never, day(28)).as_deref(), Some("Chưa có bản tệp nào của phương án này."));
    assert_eq!(told(FileCopy::Older(1), day(28)).as_deref(), Some("Bản tệp gần nhất: 14:02."));
    assert_eq!(told(FileCopy::Older(1), day(27)).as_deref(), Some("Bản tệp gần nhất: 27/11/2026 14:02."));
    assert_eq!(told(FileCopy::Current(1), day(28)), None);
}

#[test]
fn a_file_is_plain_text_with_a_row_a_line_and_gives_the_document_back() {
    for example in example::all() {
        let file = save::to_file(&example).expect("a file");
        assert!(file.starts_with("{\n \"version\": "), "{file}");
        assert!(file.ends_with("\n}\n"));
        let rows = example.units.len() + example.facts.len() + example.targets.len() + example.rules.len();
        let rows = rows + example.claims.len() + example.road_maps.len() + example.customs.len();
        let lines = file.lines().count();
        assert!(lines >= rows && lines < rows + 60, "{lines} lines for {rows} rows");
        assert_eq!(save::from_file(&file).expect("the same"), example);
        assert_eq!(save::from_file(&format!("\u{feff}{file}")).expect("the same"), example);
    }
    let file = save::to_file(&example::first()).expect("a file");
    let units: Vec<&str> = file.lines().filter(|line| line.contains("\"parent\": 0")).collect();
    assert_eq!(units[0].trim(), r#"{"id": 1, "name": "TP Sơn La", "kind": "district", "parent": 0},"#);
}

#[test]
fn only_json_files_of_a_scenarios_size_are_read() {
    assert!(save::check_file("son-la.JSON", 10).is_ok());
    for (file, size) in [("a.xlsx", 1), ("a", 1), ("a.json", save::MOST_BYTES + 1)] {
        assert!(save::check_file(file, size).is_err(), "{file}");
    }
}

#[test]
fn every_refusal_of_a_file_says_what_where_and_what_to_do() {
    let whole = save::to_file(&example::first()).expect("a file");
    let of = |text: &str| FileError::Content(save::from_file(text).expect_err("not a scenario"));
    let version = format!("\"version\": {}", save::VERSION);
    let cut = &whole[..whole.char_indices().nth(400).expect("longer").0];
    let errors = [
        save::check_file("x.xlsx", 1).expect_err("a table"),
        save::check_file("x", 1).expect_err("no extension"),
        save::check_file("x.json", 40_000_000).expect_err("too large"),
        FileError::NotHandedOver,
        of(cut),
        of("[]"),
        of(&whole.replace(&version, "\"version\": 99")),
        of(&whole.replace("\"parent\": 0", "\"parent\": 1")),
    ];
    for language in Language::ALL {
        for error in &errors {
            let message = text::file_error(error, "x.json", language);
            assert!(message.what.ends_with('.') && message.fix.ends_with('.'), "{message:?}");
            assert!(message.what.contains("x.json"), "{message:?}");
        }
    }
    assert!(matches!(errors[6], FileError::Content(SaveError::TooNew { found: 99 })));
    expect!["Tệp “x.json” không phải phương án của trang này, hoặc đã bị cắt, bị sửa (dòng 12, cột 11)."]
        .assert_eq(&text::file_error(&errors[4], "x.json", Language::Vi).what);
}
