//! The split of one level: worked examples.

use bao_phu::calc::split::{
    Bounds, Held, Reason, RoundingRule, Share, Split, Weight, printed_ends, shortest_between, split,
};

use crate::reference::terms::rate;

const BOTH: [RoundingRule; 2] = [RoundingRule::Webster, RoundingRule::LargestRemainder];

/// Sơn La: the districts' labour force, and their last results in voluntary social insurance.
const LABOUR_FORCE: [u64; 12] =
    [62_924, 66_984, 93_371, 37_551, 66_984, 46_686, 56_835, 36_536, 99_460, 88_296, 39_581, 29_432];
const LAST: [u64; 12] = [4_039, 3_763, 4_215, 1_544, 2_688, 1_779, 1_938, 1_136, 2_993, 2_568, 1_072, 768];

fn son_la(rule: RoundingRule, starts_at_last: bool) -> Split {
    let share = |(&weight, &last): (&u64, &u64)| {
        let start = if starts_at_last { last } else { 0 };
        Share { floor: last, ceiling: Some(weight), ..plain(start, weight) }
    };
    let shares: Vec<Share> = LABOUR_FORCE.iter().zip(&LAST).map(share).collect();
    split(35_002, &shares, &rule).expect("a feasible split")
}

fn plain(start: u64, weight: u64) -> Share {
    Share { start, weight: Weight::Whole(weight), floor: 0, ceiling: None, released: Bounds::default() }
}

fn printed(split: &Split) -> (String, String, Option<String>) {
    let proof = split.proof.times(100);
    let level = shortest_between(&proof.low, proof.high.as_ref()).expect("an interval with an inside");
    let (low, high) = printed_ends(&proof, level.places());
    (level.to_string(), low.to_string(), high.map(|high| high.to_string()))
}

#[test]
fn equal_coverage_in_son_la_is_proved_by_one_level() {
    let split = son_la(RoundingRule::Webster, false);
    let values = [4_039, 3_763, 4_271, 1_717, 3_064, 2_135, 2_599, 1_671, 4_549, 4_038, 1_810, 1_346];
    assert_eq!(split.values, values);
    assert_eq!(printed(&split), ("4.5737".into(), "4.57369".into(), Some("4.57376".into())));
    assert_eq!(split.held[..3], [Held::AtFloor, Held::AtFloor, Held::Free]);
}

#[test]
fn largest_remainder_moves_one_person_in_son_la() {
    let split = son_la(RoundingRule::LargestRemainder, false);
    let values = [4_039, 3_763, 4_270, 1_718, 3_064, 2_135, 2_599, 1_671, 4_549, 4_038, 1_810, 1_346];
    assert_eq!(split.values, values);
    let remainders = split.remainders.expect("the ranks of the fractions");
    assert_eq!(remainders.ranks[..2], [None, None]);
    assert!(remainders.ranks[3].is_some_and(|rank| rank <= remainders.places));
    assert!(remainders.ranks[2].is_some_and(|rank| rank > remainders.places));
}

#[test]
fn two_districts_of_the_same_labour_force_tie_and_are_named() {
    let split = son_la(RoundingRule::Webster, true);
    assert_eq!((&split.ties[0].units[..], split.ties[0].places), (&[1, 4][..], 1));
    assert_eq!((split.values[1] - LAST[1], split.values[4] - LAST[4]), (601, 600));
    assert_eq!(Some(&split.level.low), split.level.high.as_ref());
    assert!(split.proof.low < split.level.low);
    assert_eq!(split.proof.high, split.level.high);
}

#[test]
fn a_unit_without_weight_keeps_its_start_within_its_limits() {
    let shares = [plain(5, 0), Share { floor: 9, ..plain(5, 0) }, plain(0, 1)];
    for rule in BOTH {
        let split = split(20, &shares, &rule).expect("a feasible split");
        assert_eq!(split.values, [5, 9, 6]);
        assert_eq!(split.held, [Held::NoWeight, Held::NoWeight, Held::Free]);
    }
}

#[test]
fn locks_alone_leave_the_level_open() {
    let lock = Share { floor: 7, ceiling: Some(7), ..plain(0, 3) };
    let split = split(7, &[lock], &RoundingRule::Webster).expect("a feasible split");
    assert_eq!((split.values, split.held), (vec![7], vec![Held::Fixed]));
    assert_eq!((split.level.low, split.level.high), (rate(0), None));
}

#[test]
fn nobody_over_no_units_is_a_split() {
    for rule in BOTH {
        assert_eq!(split(0, &[], &rule).expect("nothing to do").values, Vec::<u64>::new());
    }
}

#[test]
fn the_largest_numbers_still_add_up() {
    let shares = [plain(0, u64::MAX), plain(0, u64::MAX - 1), Share { floor: 1, ..plain(0, 1) }];
    for rule in BOTH {
        let values = split(u64::MAX, &shares, &rule).expect("a feasible split").values;
        assert_eq!(values.iter().map(|&value| u128::from(value)).sum::<u128>(), u128::from(u64::MAX));
    }
}

#[test]
fn the_first_reason_is_named() {
    let crossed = Share { floor: 4, ceiling: Some(3), ..plain(0, 1) };
    let reason =
        |total, shares: &[Share]| split(total, shares, &RoundingRule::Webster).map_err(|no| no.reason);
    assert_eq!(reason(1, &[]), Err(Reason::NoUnits));
    assert_eq!(reason(1, &[crossed]), Err(Reason::FloorAboveCeiling));
    assert_eq!(reason(1, &[plain(2, 1)]), Err(Reason::FloorsExceedTotal));
    assert_eq!(reason(1, &[plain(0, 0)]), Err(Reason::NoWeight));
    assert_eq!(reason(3, &[Share { ceiling: Some(2), ..plain(0, 1) }]), Err(Reason::CeilingsBelowTotal));
}

#[test]
fn the_unit_that_frees_most_is_released_first() {
    let floors = [(10, 5), (30, 5), (30, 8), (4, 9)];
    let shares: Vec<Share> =
        floors.iter().map(|&(floor, weight)| Share { floor, ..plain(2, weight) }).collect();
    let no = split(50, &shares, &RoundingRule::Webster).expect_err("74 do not fit in 50");
    assert_eq!((no.gap, no.clash, no.release), (24, vec![0, 1, 2, 3], vec![2]));
    let no = split(40, &shares, &RoundingRule::Webster).expect_err("74 do not fit in 40");
    assert_eq!((no.gap, no.release), (34, vec![2, 1]));
}

#[test]
fn a_ceiling_is_released_where_releasing_floors_alone_leaves_people_over() {
    let without_weight = |floor| Share { floor, ..plain(0, 0) };
    let capped = Share { ceiling: Some(1), ..plain(0, 5) };
    let release = |total, shares: &[Share]| {
        split(total, shares, &RoundingRule::Webster).expect_err("too many floors").release
    };
    assert_eq!(release(5, &[without_weight(8), capped.clone()]), [0, 1]);
    assert_eq!(release(6, &[without_weight(8), without_weight(4), capped.clone()]), [0, 2]);
    assert_eq!(release(9, &[without_weight(8), without_weight(4), capped]), [1]);
}
