//! The one sentence at the top: what the target asks and who rises.

use super::{Language, en, road_map_title, text, unit_name, vi};
use crate::calc::{self, NodePlan, UnitPlan};
use crate::model::{Decimal, Method, Scenario};

/// The facts of the sentence, counted from the plan; counts are units.
pub(super) struct Facts {
    pub(super) place: String,
    pub(super) target: u64,
    /// The target less last year, in people.
    pub(super) change: Option<i128>,
    /// The common level all `lifted` rise to, with its denominator, formatted.
    pub(super) level: Option<String>,
    /// Rise to the level, or, without one, rise.
    pub(super) lifted: usize,
    /// Rise, but to a lock, a floor or a ceiling.
    pub(super) rising_by_limit: usize,
    /// Fall to the level, or, without one, fall.
    pub(super) falling: usize,
    /// Fall, but to a lock, a floor or a ceiling.
    pub(super) falling_by_limit: usize,
    /// Stay because they already stand above the level.
    pub(super) above: usize,
    pub(super) unchanged: usize,
    /// Get a target but have no figure for last year.
    pub(super) without_last: usize,
    /// All fall by one percentage.
    pub(super) one_rate: bool,
}

/// The sentence at the top of the page, written from the numbers.
///
/// - `level`: the common level of a lift, per cent of the base; shown to two decimals.
#[must_use]
pub fn verdict(plan: &NodePlan, level: Option<&Decimal>, scenario: &Scenario, language: Language) -> String {
    if let Some(sentence) = road_map_alone(plan, scenario, language) {
        return sentence;
    }
    let mut sentence = match (not_balanced_reason(plan, language), plan.target) {
        (None, Some(target)) => {
            let facts = count(plan, target, level, scenario, language);
            match language {
                Language::Vi => vi::verdict::balanced(&facts),
                Language::En => en::verdict::balanced(&facts),
            }
        }
        (reason, _) => {
            let reason = reason.unwrap_or_else(|| text(language).recon_not_split.to_lowercase());
            match language {
                Language::Vi => vi::verdict::not_balanced(&reason),
                Language::En => en::verdict::not_balanced(&reason),
            }
        }
    };
    let left_out = plan.units.iter().filter(|unit| unit.left_out);
    let (without, with): (Vec<&UnitPlan>, Vec<&UnitPlan>) =
        left_out.partition(|unit| unit.last.is_none() || (plan.has_rates() && unit.base.is_none()));
    for appended in match language {
        Language::Vi => vi::verdict::left_out(without.len(), with.len()),
        Language::En => en::verdict::left_out(without.len(), with.len()),
    } {
        sentence.push(' ');
        sentence.push_str(&appended);
    }
    sentence
}

/// Without units there is nothing to split: what a road map says is then the answer.
fn road_map_alone(plan: &NodePlan, scenario: &Scenario, language: Language) -> Option<String> {
    if !plan.units.is_empty() || plan.target.is_some() {
        return None;
    }
    let road_map = calc::road_map(scenario, plan.slot.indicator)?;
    Some(format!("{}.", road_map_title(&road_map.plan, language)?))
}

/// Whether the plan adds up, in two or three words: `Khớp`, `Còn 318 chưa giao`, `Giao vượt 205`.
#[must_use]
pub fn status(plan: &NodePlan, language: Language) -> String {
    let text = text(language);
    let amount = language.people(plan.remaining.unsigned_abs());
    if plan.is_balanced() {
        text.recon_ok.into()
    } else if plan.remaining < 0 {
        (text.recon_over)(&amount)
    } else if plan.remaining > 0 && plan.target.is_some() {
        (text.recon_left)(&amount)
    } else {
        text.recon_not_split.into()
    }
}

/// Why the plan does not add up, as part of a sentence: `giao vượt 205 (sàn, khóa quá cao)`; nothing where
/// it does.
#[must_use]
pub fn not_balanced_reason(plan: &NodePlan, language: Language) -> Option<String> {
    if plan.is_balanced() {
        return None;
    }
    let told = plan.findings.iter().find_map(|finding| match language {
        Language::Vi => vi::verdict::reason(finding),
        Language::En => en::verdict::reason(finding),
    });
    told.or_else(|| Some(super::names::in_sentence(&status(plan, language))))
}

fn count(
    plan: &NodePlan,
    target: u64,
    level: Option<&Decimal>,
    scenario: &Scenario,
    language: Language,
) -> Facts {
    let words = text(language);
    let lifting = plan.method == Method::Lift && !plan.decreasing;
    let level = level.filter(|_| lifting).map(|level| {
        let shown = language.percent(&Decimal::rounded(&level.to_rate(), 2));
        (words.rate_of)(&shown, (words.base_short)(plan.base))
    });
    let units = || plan.units.iter().filter(|unit| !unit.left_out && unit.given.is_some());
    let changed = |ordering| {
        units().filter(move |unit| unit.standing().change().is_some_and(|change| change.cmp(&0) == ordering))
    };
    let rising = changed(std::cmp::Ordering::Greater).count();
    let unchanged = changed(std::cmp::Ordering::Equal).count();
    let rising_by_limit = match &level {
        Some(_) => changed(std::cmp::Ordering::Greater).filter(|unit| is_held(unit)).count(),
        None => 0,
    };
    let falling = changed(std::cmp::Ordering::Less).count();
    let falling_by_limit = changed(std::cmp::Ordering::Less).filter(|unit| is_held(unit)).count();
    let above = match &level {
        Some(_) if plan.no_unit_below_last => {
            changed(std::cmp::Ordering::Equal).filter(|unit| !is_held(unit)).count()
        }
        _ => 0,
    };
    Facts {
        place: unit_name(scenario, plan.node, language),
        target,
        change: plan.total.change(),
        level,
        lifted: rising - rising_by_limit,
        rising_by_limit,
        falling: falling - falling_by_limit,
        falling_by_limit,
        above,
        unchanged: unchanged - above,
        without_last: units().filter(|unit| unit.standing().change().is_none()).count(),
        one_rate: plan.decreasing || plan.method == Method::Last,
    }
}

/// Stands at a lock, a floor or a ceiling, its own or that of its own units, not at the level.
fn is_held(unit: &UnitPlan) -> bool {
    // Last year's result is the floor of a unit that stays above the level; no floor at all is 0.
    let is_limit = unit.own_floor || (unit.floor > 0 && unit.standing().change() != Some(0));
    let at_floor = is_limit && unit.given == Some(unit.floor);
    unit.locked || at_floor || (unit.ceiling.is_some() && unit.given == unit.ceiling)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;
    use crate::calc::{Figure, Finding, Outcome, Standing};
    use crate::model::{
        Bands, Base, Indicator, Limits, Origin, Quantity, Rounding, ScenarioId, Slot, UnitId,
    };

    const SLOT: Slot = Slot { indicator: Indicator::VoluntarySi, year: 2023 };

    fn figure(people: u64) -> Figure {
        Figure { people, year: 2022, provenance: None, column: None }
    }

    fn unit(id: u32, last: u64, given: u64) -> UnitPlan {
        UnitPlan {
            unit: UnitId(id),
            last: Some(figure(last)),
            base: Some(figure(100_000)),
            given: Some(given),
            weight: Some(100_000),
            drivers: Vec::new(),
            below: None,
            start: 0,
            floor: last,
            ceiling: Some(100_000),
            own_floor: false,
            own_ceiling: false,
            locked: false,
            left_out: false,
            difficulty: None,
            yardstick: None,
        }
    }

    fn plan(last: u64, units: Vec<UnitPlan>) -> NodePlan {
        let target = units.iter().filter_map(|unit| unit.given).sum();
        NodePlan {
            slot: SLOT,
            node: UnitId(0),
            base: Base::LabourForce,
            quantity: Quantity::people(target),
            target: Some(target),
            upper_target: None,
            method: Method::Lift,
            mix: Vec::new(),
            rounding: Rounding::CommonLevel,
            rule_of: UnitId(0),
            starts_from_last: false,
            decreasing: false,
            no_unit_below_last: true,
            given: target.into(),
            locked: 0,
            kept: 0,
            remaining: 0,
            units,
            participants: Vec::new(),
            total: Standing { last: Some(figure(last)), base: None, given: Some(target) },
            outcome: Outcome::NotSplit,
            findings: Vec::new(),
        }
    }

    fn nameless() -> Scenario {
        Scenario {
            id: ScenarioId("t".into()),
            name: String::new(),
            note: String::new(),
            origin: Origin::Own,
            units: Vec::new(),
            customs: Vec::new(),
            facts: Vec::new(),
            targets: Vec::new(),
            rules: Vec::new(),
            limits: Limits::default(),
            claims: Vec::new(),
            road_maps: Vec::new(),
            bands: Bands::default(),
        }
    }

    fn check(plan: &NodePlan, level: Option<&str>, expected: Expect) {
        let level = level.map(|level| level.parse().expect("a decimal"));
        let said = Language::ALL.map(|language| {
            let mut facts = count(plan, plan.target.unwrap_or(0), level.as_ref(), &nameless(), language);
            facts.place = "Sơn La".into();
            match language {
                Language::Vi => vi::verdict::balanced(&facts),
                Language::En => en::verdict::balanced(&facts),
            }
        });
        expected.assert_eq(&said.join("\n"));
    }

    #[test]
    fn a_lift_names_the_level_and_who_stays_above_it() {
        check(
            &plan(12_000, vec![unit(1, 3_000, 4_574), unit(2, 3_500, 4_574), unit(3, 5_500, 5_500)]),
            Some("4.5737"),
            expect![[r#"
                Để đạt 14.648 người, Sơn La cần thêm 2.648 người: 2 đơn vị lên 4,57% LLLĐ, 1 đơn vị đã cao hơn thì giữ nguyên.
                To reach 14,648 people, Sơn La needs 2,648 more people: 2 units rise to 4.57% of labour force, 1 already above stays."#]],
        );
    }

    #[test]
    fn units_held_by_a_limit_do_not_count_as_lifted() {
        let locked = UnitPlan { locked: true, ..unit(1, 3_000, 4_300) };
        let stays = UnitPlan { locked: true, ..unit(2, 3_000, 3_000) };
        check(
            &plan(9_000, vec![locked, stays, unit(3, 3_000, 4_574)]),
            Some("4.5737"),
            expect![[r#"
                Để đạt 11.874 người, Sơn La cần thêm 2.874 người: 1 đơn vị lên 4,57% LLLĐ, 1 đơn vị tăng theo sàn, trần hoặc khóa, 1 đơn vị giữ nguyên.
                To reach 11,874 people, Sơn La needs 2,874 more people: 1 unit rises to 4.57% of labour force, 1 rises to a floor, ceiling or lock, 1 stays."#]],
        );
    }

    #[test]
    fn a_unit_that_falls_to_a_limit_does_not_fall_to_the_level() {
        let locked = UnitPlan { locked: true, ..unit(1, 3_000, 2_500) };
        let capped =
            UnitPlan { own_ceiling: true, floor: 2_700, ceiling: Some(2_700), ..unit(2, 3_000, 2_700) };
        let free = UnitPlan { floor: 0, ..unit(3, 5_000, 4_574) };
        check(
            &plan(14_000, vec![locked, capped, free, unit(4, 3_000, 4_574)]),
            Some("4.5737"),
            expect![[r#"
                Để đạt 14.348 người, Sơn La cần thêm 348 người: 1 đơn vị lên 4,57% LLLĐ, 1 đơn vị giảm về 4,57% LLLĐ, 2 đơn vị giảm theo sàn, trần hoặc khóa.
                To reach 14,348 people, Sơn La needs 348 more people: 1 unit rises to 4.57% of labour force, 1 falls to 4.57% of labour force, 2 fall to a floor, ceiling or lock."#]],
        );
        let last = |units| NodePlan { method: Method::Last, no_unit_below_last: true, ..plan(6_000, units) };
        let locked = UnitPlan { locked: true, ..unit(1, 3_000, 2_500) };
        check(
            &last(vec![locked, unit(2, 3_000, 3_600)]),
            None,
            expect![[r#"
            Cần thêm 100 người để đạt 6.100 người: 1 đơn vị tăng, 1 đơn vị giảm theo sàn, trần hoặc khóa.
            100 more people are needed to reach 6,100 people: 1 unit rises, 1 falls to a floor, ceiling or lock."#]],
        );
    }

    #[test]
    fn other_methods_say_who_rises_stays_and_falls() {
        let rule = |method, decreasing, plan| NodePlan { method, decreasing, ..plan };
        check(
            &rule(Method::LabourForce, false, plan(7, vec![unit(1, 3, 4), unit(2, 4, 4)])),
            None,
            expect![[r#"
                Cần thêm 1 người để đạt 8 người: 1 đơn vị tăng, 1 đơn vị giữ nguyên.
                1 more person is needed to reach 8 people: 1 unit rises, 1 stays."#]],
        );
        check(
            &rule(Method::LabourForce, true, plan(6_000, vec![unit(1, 3_000, 2_500), unit(2, 3_000, 2_500)])),
            None,
            expect![[r#"
                Mục tiêu 5.000 người thấp hơn năm trước 1.000 người: 2 đơn vị giảm cùng tỷ lệ.
                The target 5,000 people is 1,000 people below last year: 2 units fall by one percentage."#]],
        );
        check(
            &rule(Method::Equal, false, plan(3_000, vec![unit(1, 3_000, 3_000)])),
            None,
            expect![[r#"
                Mục tiêu 3.000 người bằng năm trước: 1 đơn vị giữ nguyên.
                The target 3,000 people equals last year: 1 unit stays."#]],
        );
    }

    #[test]
    fn a_gap_is_named_and_units_left_out_are_counted() {
        let left_out = UnitPlan { left_out: true, last: None, given: None, ..unit(2, 0, 0) };
        let finding = Finding::CeilingsShort {
            ceilings: 34_684,
            gap: 318,
            kept: 0,
            clash: Vec::new(),
            release: Vec::new(),
            cures: Vec::new(),
        };
        let plan = NodePlan {
            remaining: 318,
            findings: vec![finding],
            ..plan(30_000, vec![unit(1, 3_000, 34_684), left_out])
        };
        let said = Language::ALL.map(|language| {
            format!("{} | {}", verdict(&plan, None, &nameless(), language), status(&plan, language))
        });
        expect![[r#"
            Chưa khớp: còn 318 chưa giao (trần không đủ). 1 đơn vị chưa có số nên chưa giao. | Còn 318 chưa giao
            Not balanced: 318 not yet given (ceilings too low). 1 unit has no figures and is left out. | 318 not yet given"#]]
        .assert_eq(&said.join("\n"));
    }
}
