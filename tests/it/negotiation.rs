//! Negotiation: one unit gets fewer or more, others take the difference, and the sum stays.

use bao_phu::calc::{NegotiateError, Preview, Request, Takers, negotiate};
use bao_phu::edit::{Draft, settle};
use bao_phu::example;
use bao_phu::model::{Limit, Quantity, Scenario, UnitId};
use bao_phu::text::{Language, negotiate_error, step_name};
use proptest::prelude::*;

use crate::common::{
    ROOT, SON_LA, any_province, ceiling, edited, floor, given, lock, node, rounding, target,
};

fn request(unit: u32, change: i64, takers: Takers) -> Request {
    Request { unit: UnitId(unit), change, takers, reason: "Họp ngày 12/3".into() }
}

fn ids(units: &[u32]) -> Vec<UnitId> {
    units.iter().copied().map(UnitId).collect()
}

fn by_hand(parts: &[(u32, u64)]) -> Takers {
    Takers::ByHand(parts.iter().map(|&(unit, people)| (UnitId(unit), people)).collect())
}

fn tried(scenario: &Scenario, request: &Request) -> Result<Preview, NegotiateError> {
    negotiate(scenario, SON_LA, ROOT, request)
}

/// Carries the preview out: the plan is what was promised, in one step that is taken back as one.
fn check(scenario: &Scenario, request: &Request, preview: &Preview) {
    let before = node(scenario, SON_LA);
    let mut draft = Draft::new(scenario.clone());
    draft.apply(settle(preview.limits.clone(), SON_LA)).expect("an edit that fits");
    let after = node(draft.scenario(), SON_LA);
    assert!(after.is_balanced());
    assert_eq!((after.given, after.given), (before.given, preview.total));
    for (line, now) in after.units.iter().zip(&before.units) {
        let moved = preview.moved.iter().find(|moved| moved.unit == line.unit);
        let promised = moved.map_or(now.given, |moved| Some(moved.then));
        assert_eq!(line.given, promised, "unit {}", line.unit.0);
    }
    let first = preview.moved.first().expect("the unit itself");
    assert_eq!(first.unit, request.unit);
    assert_eq!(i128::from(first.then) - i128::from(first.now), i128::from(request.change));
    draft.undo().expect("one step");
    assert_eq!(draft.scenario(), scenario);
    assert!(draft.history().done.is_empty());
}

#[test]
fn everyone_takes_the_difference_by_the_rule() {
    let scenario = example::first();
    let request = request(9, -549, Takers::Everyone);
    let preview = tried(&scenario, &request).expect("a way");
    check(&scenario, &request, &preview);
    assert_eq!((preview.moved[0].now, preview.moved[0].then), (4_549, 4_000));
    assert_eq!(preview.moved[1..].iter().map(|moved| moved.then - moved.now).sum::<u64>(), 549);
    assert_eq!(preview.limits.len(), 1);
    assert_eq!(preview.limits[0].1.reason, "Họp ngày 12/3");
}

#[test]
fn only_the_chosen_take_it_and_all_others_stay() {
    let scenario = example::first();
    for change in [-300, 300] {
        let request = request(9, change, Takers::Only(ids(&[8, 10])));
        let preview = tried(&scenario, &request).expect("a way");
        check(&scenario, &request, &preview);
        let moved: Vec<u32> = preview.moved.iter().map(|moved| moved.unit.0).collect();
        assert_eq!(moved, [9, 8, 10]);
        assert_eq!(preview.unchanged, 9);
        assert!(preview.limits.iter().all(|(_, limit)| limit.reason == "Họp ngày 12/3"));
    }
}

#[test]
fn by_hand_each_takes_what_was_entered_and_nobody_else_moves() {
    for scenario in [
        example::first(),
        edited(&example::first(), &[rounding(SON_LA, bao_phu::model::Rounding::LargestRemainder)]),
    ] {
        let request = request(9, -100, by_hand(&[(10, 60), (11, 40), (12, 0)]));
        let preview = tried(&scenario, &request).expect("a way");
        check(&scenario, &request, &preview);
        let moved: Vec<(u32, i128)> = (preview.moved.iter())
            .map(|moved| (moved.unit.0, i128::from(moved.then) - i128::from(moved.now)))
            .collect();
        assert_eq!(moved, [(9, -100), (10, 60), (11, 40)]);
    }
}

#[test]
fn a_locked_unit_is_moved_from_its_lock_and_keeps_its_floor() {
    let own = Limit { floor: Some(Quantity::people(4_100)), lock: Some(4_300), ..Limit::default() };
    let scenario = edited(&example::first(), &[crate::common::limit(SON_LA, 1, own)]);
    let fewer = request(1, -200, Takers::Everyone);
    let preview = tried(&scenario, &fewer).expect("a way");
    check(&scenario, &fewer, &preview);
    assert_eq!(preview.limits[0].1.floor, Some(Quantity::people(4_100)));
    let refused = tried(&scenario, &request(1, -201, Takers::Everyone));
    assert_eq!(refused, Err(NegotiateError::BelowFloor { unit: UnitId(1), floor: 4_100, most: 200 }));
}

#[test]
fn what_cannot_be_done_says_what_is_in_the_way_and_what_would_go() {
    let example = example::first();
    let capped = edited(&example, &[ceiling(SON_LA, 10, 4_100), floor(SON_LA, 9, 4_400)]);
    let all_locked =
        (1..=12).filter(|&unit| unit != 9).map(|unit| lock(SON_LA, unit, given_of(&example, unit)));
    let all_locked = edited(&example, &all_locked.collect::<Vec<_>>());
    let off = edited(&example, &[lock(SON_LA, 1, 36_000)]);
    let out = edited(&example, &[crate::common::left_out(SON_LA, &[3])]);
    for (scenario, request, expected) in [
        (&example, request(9, 0, Takers::Everyone), NegotiateError::NoChange),
        (&off, request(9, 5, Takers::Everyone), NegotiateError::NotBalanced),
        (&out, request(3, 5, Takers::Everyone), NegotiateError::NotGiven { unit: UnitId(3) }),
        (&example, request(77, 5, Takers::Everyone), NegotiateError::NotGiven { unit: UnitId(77) }),
        (
            &capped,
            request(9, -150, Takers::Everyone),
            NegotiateError::BelowFloor { unit: UnitId(9), floor: 4_400, most: 149 },
        ),
        (
            &capped,
            request(9, -100, by_hand(&[(10, 100)])),
            NegotiateError::AboveCeiling { unit: UnitId(10), ceiling: 4_100, most: 62 },
        ),
        (&capped, request(9, -100, Takers::Only(ids(&[10]))), NegotiateError::NoRoom { most: 62 }),
        (&all_locked, request(9, -100, Takers::Everyone), NegotiateError::NoRoom { most: 0 }),
        (&example, request(9, -100, Takers::Only(vec![])), NegotiateError::NoTakers),
        (&example, request(9, -100, by_hand(&[(10, 0)])), NegotiateError::NoTakers),
        (&example, request(9, -100, Takers::Only(ids(&[9]))), NegotiateError::CannotTake { unit: UnitId(9) }),
        (
            &all_locked,
            request(9, -100, Takers::Only(ids(&[10]))),
            NegotiateError::CannotTake { unit: UnitId(10) },
        ),
        (
            &example,
            request(9, -100, by_hand(&[(10, 50), (10, 50)])),
            NegotiateError::CannotTake { unit: UnitId(10) },
        ),
        (
            &example,
            request(9, -100, by_hand(&[(10, 50), (11, 40)])),
            NegotiateError::SumDiffers { taken: 90, asked: 100 },
        ),
    ] {
        assert_eq!(tried(scenario, &request), Err(expected.clone()), "{request:?}");
        for language in Language::ALL {
            let message = negotiate_error(&expected, scenario, language);
            assert!(message.what.ends_with('.') && message.fix.ends_with('.'), "{message:?}");
        }
    }
}

fn given_of(scenario: &Scenario, unit: u32) -> u64 {
    node(scenario, SON_LA).unit(UnitId(unit)).and_then(|line| line.given).expect("a number")
}

#[test]
fn the_step_is_named_after_the_unit() {
    let scenario = example::first();
    let preview = tried(&scenario, &request(9, -549, Takers::Everyone)).expect("a way");
    let mut draft = Draft::new(scenario);
    draft.apply(settle(preview.limits, SON_LA)).expect("an edit that fits");
    let step = draft.history().done.last().expect("a step").clone();
    assert_eq!(step_name(&step, draft.scenario(), Language::Vi), "Thương lượng Thuận Châu: 4.000");
    assert_eq!(step_name(&step, draft.scenario(), Language::En), "Negotiate Thuận Châu: 4,000");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn whatever_is_agreed_adds_up_and_breaks_no_limit(
        scenario in any_province(3..=12), unit in 1..12u32, change in -3_000..3_000i64, pick in any::<u16>(),
        way in 0..3u8, percent in 100..140u64,
    ) {
        let last: u64 = given(&node(&scenario, SON_LA)).iter().sum();
        let scenario = edited(&scenario, &[target(SON_LA, last * percent / 100)]);
        let others: Vec<UnitId> =
            (1..12).filter(|&other| other != unit && pick >> other & 1 == 1).map(UnitId).collect();
        let takers = match way {
            0 => Takers::Everyone,
            1 => Takers::Only(others),
            _ => {
                let each = change.unsigned_abs() / (others.len().max(1) as u64);
                let mut parts: Vec<(UnitId, u64)> = others.into_iter().map(|unit| (unit, each)).collect();
                let rest = change.unsigned_abs() - each * parts.len() as u64;
                if let Some(first) = parts.first_mut() {
                    first.1 += rest;
                }
                Takers::ByHand(parts)
            }
        };
        let request = request(unit, change, takers);
        if let Ok(preview) = tried(&scenario, &request) {
            check(&scenario, &request, &preview);
        }
    }
}
