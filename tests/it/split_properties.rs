//! What holds for every split of one level, and for every rounding rule unless said otherwise.

use bao_phu::calc::split::{
    Held, RoundingRule, Share, Weight, level_rounded_up, printed_ends, shortest_between, split,
    split_by_droop,
};
use bao_phu::model::{Decimal, Rate};
use num_bigint::BigInt;
use proptest::prelude::*;

use crate::reference::split::{at_level, check, droop, part_at_level, problem, real_level};
use crate::reference::terms::{divisor_rule, feasible_problem, rate, rule, weight};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn every_answer_is_that_of_the_slow_reference(problem in problem()) {
        check(&problem)?;
    }

    #[test]
    fn values_add_up_and_keep_to_the_limits((total, shares) in feasible_problem(), rule in rule()) {
        let split = split(total, &shares, &rule).expect("a feasible split");
        prop_assert_eq!(split.values.iter().sum::<u64>(), total);
        for (share, &value) in shares.iter().zip(&split.values) {
            prop_assert!(value >= share.least() && share.most().is_none_or(|most| value <= most));
        }
    }

    #[test]
    fn the_printed_level_reproduces_every_row((total, shares) in feasible_problem()) {
        let webster = RoundingRule::Webster;
        let split = split(total, &shares, &webster).expect("a feasible split");
        let level = shortest_between(&split.proof.low, split.proof.high.as_ref()).expect("an inside");
        let (low, high) = printed_ends(&split.proof, level.places());
        let mut values = split.values.clone();
        for tie in &split.ties {
            tie.units[..tie.places].iter().for_each(|&unit| values[unit] -= 1);
        }
        for level in [Some(level), Some(low), high].into_iter().flatten() {
            prop_assert_eq!(&rounded_half_up(&shares, &level), &values);
        }
    }

    #[test]
    fn any_level_inside_gives_the_values(
        (total, shares) in feasible_problem(), rule in divisor_rule(), part in 1..1_000u64,
    ) {
        let split = split(total, &shares, &rule).expect("a feasible split");
        let (low, high) = (&split.level.low, split.level.high.as_ref());
        if high != Some(low) {
            let high = high.map_or_else(|| low + rate(1), Clone::clone);
            let inside = low + (high - low) * rate(part) / rate(1_000);
            let values: Vec<u64> = shares.iter().map(|share| at_level(&rule, share, &inside)).collect();
            prop_assert_eq!(split.values, values);
        }
    }

    #[test]
    fn what_held_a_unit_is_what_the_level_says((total, shares) in feasible_problem()) {
        let split = split(total, &shares, &RoundingRule::LargestRemainder).expect("a feasible split");
        for (share, held) in shares.iter().zip(&split.held) {
            let free = rate(share.start) + &split.level.low * share.weight.to_rate();
            match held {
                Held::AtFloor => prop_assert!(free < rate(share.floor)),
                Held::AtCeiling => prop_assert!(share.ceiling.is_some_and(|most| free > rate(most))),
                Held::Free => prop_assert_eq!(part_at_level(share, &split.level.low), free),
                Held::Fixed => prop_assert_eq!(share.most(), Some(share.least())),
                Held::NoWeight => prop_assert!(share.weight.is_zero()),
            }
        }
    }

    #[test]
    fn the_printed_remainder_level_gives_every_whole_part((total, shares) in feasible_problem()) {
        let split = split(total, &shares, &RoundingRule::LargestRemainder).expect("a feasible split");
        let level = level_rounded_up(&split.proof, 100).to_rate() / BigInt::from(100);
        prop_assert!(level >= split.level.low);
        for share in &shares {
            let exact = part_at_level(share, &split.level.low).floor();
            prop_assert_eq!(part_at_level(share, &level).floor(), exact);
        }
    }

    #[test]
    fn a_value_is_its_part_rounded_down_or_up((total, shares) in feasible_problem(), rule in rule()) {
        let shares: Vec<Share> = shares.into_iter().map(|share| without_limits(share.weight)).collect();
        let Ok(split) = split(total, &shares, &rule) else { return Ok(()) };
        let level = real_level(total, &shares);
        for (share, value) in shares.iter().zip(split.values) {
            let part = part_at_level(share, &level);
            // Largest remainder on both sides; rounding down never gives too few, rounding up never too many.
            if matches!(rule, RoundingRule::LargestRemainder | RoundingRule::Jefferson) {
                prop_assert!(rate(value) >= part.floor());
            }
            if matches!(rule, RoundingRule::LargestRemainder | RoundingRule::Adams) {
                prop_assert!(rate(value) <= part.ceil());
            }
        }
    }

    #[test]
    fn whole_parts_stay_as_they_are(parts in proptest::collection::vec(1..30u64, 1..8), rule in rule()) {
        let shares: Vec<Share> = parts.iter().map(|&part| without_limits(Weight::Whole(7 * part))).collect();
        let split = split(parts.iter().sum(), &shares, &rule).expect("a feasible split");
        // At a first signpost of exactly 1 a unit's single person is on the boundary, and never given away.
        prop_assert_eq!(split.values, parts);
    }

    #[test]
    fn the_order_of_rows_decides_nothing_but_ties(
        (total, shares) in feasible_problem(), rule in rule(), turn in 0..8usize,
    ) {
        let mut one = split(total, &shares, &rule).expect("a feasible split");
        if one.ties.is_empty() {
            let mut turned = shares.clone();
            turned.rotate_left(turn % shares.len());
            one.values.rotate_left(turn % shares.len());
            let two = split(total, &turned, &rule).expect("a feasible split");
            prop_assert_eq!(one.values, two.values);
            prop_assert_eq!(one.level, two.level);
        }
    }

    #[test]
    fn only_the_ratios_of_weights_matter(
        (total, shares) in feasible_problem(), rule in rule(), n in 1..99u64, d in 1..99u64,
    ) {
        let factor = Rate::new(n.into(), d.into());
        let mut scaled = shares.clone();
        for share in &mut scaled {
            share.weight = Weight::Ratio(share.weight.to_rate() * &factor);
        }
        let one = split(total, &shares, &rule).expect("a feasible split");
        let two = split(total, &scaled, &rule).expect("a feasible split");
        let of_levels = if rule.squares_level() { &factor * &factor } else { factor };
        prop_assert_eq!(&one.values, &two.values);
        prop_assert_eq!(one.level.low, two.level.low * of_levels);
        prop_assert_eq!((one.ties, one.held), (two.ties, two.held));
    }

    #[test]
    fn a_larger_total_lowers_nobody_at_one_level((total, shares) in feasible_problem(), rule in divisor_rule()) {
        let one = split(total, &shares, &rule).expect("a feasible split");
        if let Ok(two) = split(total + 1, &shares, &rule) {
            prop_assert!(one.values.iter().zip(&two.values).all(|(one, two)| one <= two));
        }
    }

    #[test]
    fn a_larger_weight_lowers_nobody_but_others_at_one_level(
        (total, shares) in feasible_problem(), rule in divisor_rule(), grows in 0..8usize, by in weight(),
    ) {
        let grows = grows % shares.len();
        let one = split(total, &shares, &rule).expect("a feasible split");
        let mut shares = shares;
        shares[grows].weight = Weight::Ratio(shares[grows].weight.to_rate() + by.to_rate());
        let two = split(total, &shares, &rule).expect("a weight more takes no room");
        for (unit, (one, two)) in one.values.iter().zip(&two.values).enumerate() {
            let is_right = if unit == grows { one <= two } else { one >= two };
            prop_assert!(is_right, "unit {}: {} became {}", unit, one, two);
        }
    }

    #[test]
    fn locking_units_at_their_values_moves_nobody(
        (total, shares) in feasible_problem(), rule in divisor_rule(), which in 0..255u8,
    ) {
        let before = split(total, &shares, &rule).expect("a feasible split").values;
        let mut locked = shares;
        for (unit, share) in locked.iter_mut().enumerate().filter(|(unit, _)| which >> unit & 1 == 1) {
            (share.floor, share.ceiling) = (before[unit], Some(before[unit]));
        }
        let after = split(total, &locked, &rule).expect("the same split");
        prop_assert_eq!(after.values, before);
    }

    #[test]
    fn the_droop_quota_is_used_as_defined(
        total in 0..60u64, weights in proptest::collection::vec(weight(), 1..7),
    ) {
        let rates: Vec<Rate> = weights.iter().map(Weight::to_rate).collect();
        prop_assume!(rates.iter().any(|weight| *weight > rate(0)));
        let split = split_by_droop(total, &weights).expect("there is a weight");
        let (quota, values) = droop(total, &rates);
        prop_assert_eq!(split.values, values);
        prop_assert_eq!(split.level.low, quota.recip());
    }
}

fn without_limits(weight: Weight) -> Share {
    Share { start: 0, weight, floor: 0, ceiling: None, released: Default::default() }
}

/// `clamp(start + round(level · weight), floor, ceiling)`, halves upwards, for every unit.
fn rounded_half_up(shares: &[Share], level: &Decimal) -> Vec<u64> {
    let value = |share: &Share| {
        let steps =
            (level.to_rate() * share.weight.to_rate() + Rate::new(1.into(), 2.into())).floor().to_integer();
        // A huge weight can ask for more than there are numbers; a ceiling then holds it.
        let value = u64::try_from(steps).unwrap_or(u64::MAX).saturating_add(share.start);
        value.min(share.ceiling.unwrap_or(u64::MAX)).max(share.floor)
    };
    shares.iter().map(value).collect()
}
