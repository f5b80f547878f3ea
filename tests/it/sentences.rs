//! What the page says of a plan is true of it: the sentence at the top, in both languages.

use bao_phu::calc::common_level;
use bao_phu::example;
use bao_phu::model::{Scenario, Slot};
use bao_phu::text::{Language, verdict};
use expect_test::{Expect, expect};

use crate::common::{SON_LA, ceiling, edited, lock, node};

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
