//! What the page says of a plan is true of it: the sentence at the top, in both languages.

use bao_phu::calc::{Cell, Finding, common_level};
use bao_phu::example;
use bao_phu::model::{Indicator, Scenario, Slot, UnitId};
use bao_phu::text::{Language, finding, unit_cell, verdict};
use expect_test::{Expect, expect};

use crate::common::{ROOT, SON_LA, ceiling, edited, left_out, lock, node};

fn check(scenario: &Scenario, slot: Slot, expected: Expect) {
    let plan = node(scenario, slot);
    let said = Language::ALL.map(|language| verdict(&plan, common_level(&plan).as_ref(), scenario, language));
    expected.assert_eq(&said.join("\n"));
}

#[test]
fn a_unit_locked_below_last_year_is_not_said_to_fall_to_the_level() {
    check(
        &edited(&example::first(), &[lock(SON_LA, 9, 2_500)]),
        SON_LA,
        expect![[r#"
        Để đạt 35.002 người, Sơn La cần thêm 6.499 người: 9 đơn vị lên 4,99% LLLĐ, 1 đơn vị giảm theo sàn, trần hoặc khóa, 2 đơn vị đã cao hơn thì giữ nguyên.
        To reach 35,002 people, Sơn La needs 6,499 more people: 9 units rise to 4.99% of labour force, 1 falls to a floor, ceiling or lock, 2 already above stay."#]],
    );
    check(
        &edited(&example::first(), &[ceiling(SON_LA, 9, 2_500)]),
        SON_LA,
        expect![[r#"
        Để đạt 35.002 người, Sơn La cần thêm 6.499 người: 9 đơn vị lên 4,99% LLLĐ, 1 đơn vị giảm theo sàn, trần hoặc khóa, 2 đơn vị đã cao hơn thì giữ nguyên.
        To reach 35,002 people, Sơn La needs 6,499 more people: 9 units rise to 4.99% of labour force, 1 falls to a floor, ceiling or lock, 2 already above stay."#]],
    );
}

/// The province's published figure stays what it is, so the remark says who is in it.
#[test]
fn people_of_a_unit_left_out_are_said_to_be_in_the_figure_of_the_province() {
    let scenario = edited(&example::first(), &[left_out(SON_LA, &[11])]);
    let plan = node(&scenario, SON_LA);
    let remark =
        plan.findings.iter().find(|found| matches!(found, Finding::LeftOut { .. })).expect("a remark");
    let said = Language::ALL.map(|language| finding(remark, &scenario, language).what);
    expect![[r#"
        Bắc Yên: không giao (theo lựa chọn trong phương án). Số năm 2022 của Sơn La vẫn gồm 1.072 người ở đây; các đơn vị khác phải bù số này.
        Bắc Yên: left out (as chosen in this scenario). The 2022 figure of Sơn La still counts 1,072 people there; the other units make up for them."#]].assert_eq(&said.join("\n"));
    let changes = plan.units.iter().filter_map(|unit| unit.standing().change()).sum::<i128>();
    assert_eq!((changes, plan.total.change()), (7_571, Some(6_499)));
}

#[test]
fn a_unit_left_out_that_has_its_figure_is_not_said_to_lack_one() {
    let slot = Slot { indicator: Indicator::VoluntarySi, year: 2024 };
    let scenario = (example::all().into_iter())
        .find(|scenario| scenario.rule(slot, ROOT).is_some_and(|rule| rule.left_out.len() == 3))
        .expect("the example of Hải Dương, where three districts lack their figures");
    check(
        &edited(&scenario, &[left_out(slot, &[9, 10, 11, 12])]),
        slot,
        expect![[r#"
        Chưa khớp: còn 5.657 chưa giao (mọi ô đã khóa). 3 đơn vị chưa có số nên chưa giao. 1 đơn vị không giao theo lựa chọn.
        Not balanced: 5,657 not yet given (every cell is locked). 3 units have no figures and are left out. 1 unit is left out by choice."#]],
    );
}

#[test]
fn a_unit_that_gets_less_falls() {
    let plan = node(&edited(&example::first(), &[lock(SON_LA, 9, 2_500)]), SON_LA);
    let unit = plan.unit(UnitId(9)).expect("Thuận Châu");
    let said = Language::ALL.map(|language| unit_cell(unit, Cell::Difficulty, language).expect("words"));
    assert_eq!(said, ["Giảm", "Falls"]);
}
