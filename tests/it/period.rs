//! A year by month and by quarter.

use bao_phu::calc::period::{Dips, LastYear, Pattern, PatternError, Periods, flow, stock};
use bao_phu::model::Rate;
use proptest::collection::vec;
use proptest::prelude::*;

fn custom(weights: &[i64]) -> Pattern {
    Pattern::Custom(weights.iter().map(|&weight| Rate::from_integer(weight.into())).collect())
}

fn last_stock(before: u64, ends: &[u64]) -> Pattern {
    Pattern::LastYear(LastYear::Stock { before, ends: ends.into() })
}

#[test]
fn a_flow_sums_to_the_year() {
    assert_eq!(flow(10, &Pattern::Equal, Periods::Quarters), Ok(vec![3, 3, 2, 2]));
    assert_eq!(flow(100, &custom(&[1, 2, 3, 4]), Periods::Quarters), Ok(vec![10, 20, 30, 40]));
    let last = Pattern::LastYear(LastYear::Flow(vec![30, 0, 30, 60]));
    assert_eq!(flow(8, &last, Periods::Quarters), Ok(vec![2, 0, 2, 4]));
}

#[test]
fn a_stock_goes_from_last_year_to_this_one() {
    let equal = |last, year| stock(last, year, &Pattern::Equal, Periods::Quarters, Dips::Flattened);
    assert_eq!(equal(100, 140), Ok(vec![110, 120, 130, 140]));
    assert_eq!(equal(140, 100), Ok(vec![130, 120, 110, 100]));
    assert_eq!(equal(1, 4), Ok(vec![2, 3, 3, 4]));
}

#[test]
fn a_january_dip_of_last_year_is_flattened_unless_it_is_kept() {
    let last = last_stock(100, &[90, 110, 110, 120]);
    let ends = |dips| stock(200, 240, &last, Periods::Quarters, dips);
    assert_eq!(ends(Dips::Flattened), Ok(vec![200, 227, 227, 240]));
    assert_eq!(ends(Dips::Kept), Ok(vec![180, 220, 220, 240]));
}

#[test]
fn a_dip_never_goes_below_nobody() {
    let last = last_stock(100, &[10, 110, 110, 101]);
    assert_eq!(stock(5, 10, &last, Periods::Quarters, Dips::Kept), Ok(vec![0, 55, 55, 10]));
}

#[test]
fn a_pattern_without_a_shape_is_refused() {
    let refused = |pattern: &Pattern| flow(10, pattern, Periods::Quarters).expect_err("no shape");
    assert_eq!(refused(&custom(&[1, 2, 3])), PatternError::Count { found: 3, expected: 4 });
    assert_eq!(refused(&custom(&[1, 2, -3, 4])), PatternError::Negative { period: 2 });
    assert_eq!(refused(&custom(&[0, 0, 0, 0])), PatternError::NoShape);
    let back = last_stock(100, &[90, 120, 110, 100]);
    assert_eq!(stock(5, 10, &back, Periods::Quarters, Dips::Kept), Err(PatternError::NoShape));
}

proptest! {
    #[test]
    fn months_add_up_and_stocks_arrive(
        last in 0..1_000_000u64, year in 0..1_000_000u64, before in 0..1_000u64, ends in vec(0..1_000u64, 12),
    ) {
        let pattern = last_stock(before, &ends);
        if let Ok(months) = flow(year, &pattern, Periods::Months) {
            prop_assert_eq!(months.iter().sum::<u64>(), year);
        }
        if let Ok(months) = stock(last, year, &pattern, Periods::Months, Dips::Kept) {
            prop_assert_eq!(months.last(), Some(&year));
        }
        if let Ok(months) = stock(last, year, &pattern, Periods::Months, Dips::Flattened) {
            prop_assert_eq!(months.last(), Some(&year));
            let steps = || [last].into_iter().chain(months.iter().copied()).zip(&months);
            prop_assert!(steps().all(|(from, &to)| from <= to) || steps().all(|(from, &to)| from >= to));
        }
    }
}
