//! The years between two known ones, in exact arithmetic.

use std::cmp::Ordering;

use num_bigint::{BigInt, BigUint};

use crate::model::Rate;

/// The number `step` equal steps on the way from `first` to `last`, of `steps` in all.
pub(super) fn equal_step(first: &Rate, last: &Rate, step: u16, steps: u16) -> Rate {
    let part = Rate::new(BigInt::from(step), BigInt::from(steps.max(1)));
    first + (last - first) * part
}

/// The whole number of people `step` years on the way from `first` to `last` at one rate of growth, over
/// `steps` years; to the nearest, halves upwards. `None` where it would have to grow from nobody.
///
/// The growth itself is irrational as a rule, `(last / first)^(1 / steps)`, so it is never computed. The year's
/// number is the largest `x` with `x − ½ ≤ first · (last / first)^(step / steps)`, that is
/// `(2x − 1)^steps ≤ 2^steps · first^(steps − step) · last^step`: whole numbers, compared exactly.
pub(super) fn constant_growth(first: u64, last: u64, step: u16, steps: u16) -> Option<u64> {
    if first == 0 && last > 0 {
        return None;
    }
    let (first_power, last_power) = (u32::from(steps.saturating_sub(step)), u32::from(step));
    let steps = u32::from(steps);
    let bound = BigUint::from(2u32).pow(steps)
        * BigUint::from(first).pow(first_power)
        * BigUint::from(last).pow(last_power);
    let fits = |people: u64| {
        let doubled = BigUint::from(people) * 2u32 - 1u32;
        doubled.pow(steps).cmp(&bound) != Ordering::Greater
    };
    // Every year lies between its ends; `low` always fits, `high + 1` never does.
    let (mut low, mut high) = (first.min(last), first.max(last));
    while low < high {
        let middle = low + (high - low).div_ceil(2);
        if fits(middle) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    Some(low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn constant_growth_doubles_and_halves_exactly() {
        let years = |first, last, steps| -> Vec<Option<u64>> {
            (0..=steps).map(|step| constant_growth(first, last, step, steps)).collect()
        };
        assert_eq!(years(100, 800, 3), [100, 200, 400, 800].map(Some));
        assert_eq!(years(800, 100, 3), [800, 400, 200, 100].map(Some));
        assert_eq!(years(7, 7, 2), [7, 7, 7].map(Some));
        assert_eq!(years(9, 0, 2), [9, 0, 0].map(Some));
        assert_eq!(years(0, 9, 2), [None, None, None]);
        // 33.874,4 at the middle of the way: 33.873,5² < 28.503 · 40.258 < 33.874,5².
        assert_eq!(constant_growth(28_503, 40_258, 1, 2), Some(33_874));
    }
}
