//! What holds for every split of one level, and for both roundings unless said otherwise.

use bao_phu::calc::split::{
    Held, Reason, RoundingRule, Weight, level_rounded_up, printed_ends, shortest_between, split,
};
use bao_phu::model::Rate;
use num_bigint::BigInt;
use proptest::prelude::*;

use crate::reference::{
    any_problem, at_level, feasible_problem, largest_remainders, part_at_level, person_by_person, rate,
    real_level, room, threshold,
};

const BOTH: [RoundingRule; 2] = [RoundingRule::Webster, RoundingRule::LargestRemainder];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn values_add_up_and_keep_to_the_limits((total, shares) in feasible_problem()) {
        for rule in BOTH {
            let split = split(total, &shares, &rule).expect("a feasible split");
            prop_assert_eq!(split.values.iter().sum::<u64>(), total);
            for (share, &value) in shares.iter().zip(&split.values) {
                prop_assert!(value >= share.least() && share.most().is_none_or(|most| value <= most));
            }
        }
    }

    #[test]
    fn the_common_level_agrees_with_giving_person_by_person((total, shares) in feasible_problem()) {
        let split = split(total, &shares, &RoundingRule::Webster).expect("a feasible split");
        prop_assert_eq!(split.values, person_by_person(total, &shares));
    }

    #[test]
    fn largest_remainder_agrees_with_trying_every_level((total, shares) in feasible_problem()) {
        let split = split(total, &shares, &RoundingRule::LargestRemainder).expect("a feasible split");
        prop_assert_eq!(&split.values, &largest_remainders(total, &shares));
        prop_assert_eq!(&split.level.low, &real_level(total, &shares));
        prop_assert_eq!(Some(&split.level.low), split.level.high.as_ref());
    }

    #[test]
    fn the_level_reproduces_every_row((total, shares) in feasible_problem()) {
        let split = split(total, &shares, &RoundingRule::Webster).expect("a feasible split");
        let level = shortest_between(&split.proof.low, split.proof.high.as_ref()).expect("an inside");
        let (low, high) = printed_ends(&split.proof, level.places());
        let mut values = split.values.clone();
        for tie in &split.ties {
            tie.units[..tie.places].iter().for_each(|&unit| values[unit] -= 1);
        }
        for level in [Some(level), Some(low), high].into_iter().flatten() {
            let rows: Vec<u64> = shares.iter().map(|share| at_level(share, &level.to_rate())).collect();
            prop_assert_eq!(&rows, &values);
        }
    }

    #[test]
    fn the_ends_of_the_level_are_where_a_row_changes((total, shares) in feasible_problem()) {
        let split = split(total, &shares, &RoundingRule::Webster).expect("a feasible split");
        let rows = || shares.iter().zip(&split.values);
        let came = rows().filter(|(share, value)| **value > share.least());
        let comes = rows().filter(|(share, value)| share.most().is_none_or(|most| **value < most));
        let low = came.map(|(share, &value)| threshold(share, value)).max();
        let high = comes.map(|(share, &value)| threshold(share, value + 1)).min();
        prop_assert_eq!(&split.level.low, &low.unwrap_or_else(|| rate(0)));
        prop_assert_eq!(&split.level.high, &high);
        prop_assert_eq!(split.ties.is_empty(), high.as_ref() != Some(&split.level.low));
        for tie in &split.ties {
            let point = &split.level.low;
            let tied = |unit: usize| [0, 1].map(|more| threshold(&shares[unit], split.values[unit] + more));
            prop_assert!(tie.places > 0 && tie.places < tie.units.len());
            for (at, &unit) in tie.units.iter().enumerate() {
                prop_assert_eq!(&tied(unit)[usize::from(at >= tie.places)], point);
            }
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
    fn the_order_of_rows_decides_nothing_but_ties((total, shares) in feasible_problem(), turn in 0..8usize) {
        for rule in BOTH {
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
    }

    #[test]
    fn only_the_ratios_of_weights_matter((total, shares) in feasible_problem(), n in 1..99u64, d in 1..99u64) {
        let factor = Rate::new(n.into(), d.into());
        let mut scaled = shares.clone();
        for share in &mut scaled {
            share.weight = Weight::Ratio(share.weight.to_rate() * &factor);
        }
        for rule in BOTH {
            let one = split(total, &shares, &rule).expect("a feasible split");
            let two = split(total, &scaled, &rule).expect("a feasible split");
            prop_assert_eq!(&one.values, &two.values);
            prop_assert_eq!(one.level.low, two.level.low * &factor);
            prop_assert_eq!((one.ties, one.held), (two.ties, two.held));
        }
    }

    #[test]
    fn a_larger_total_lowers_nobody_at_the_common_level((total, shares) in feasible_problem()) {
        let one = split(total, &shares, &RoundingRule::Webster).expect("a feasible split");
        if let Ok(two) = split(total + 1, &shares, &RoundingRule::Webster) {
            prop_assert!(one.values.iter().zip(&two.values).all(|(one, two)| one <= two));
        }
    }

    #[test]
    fn locking_units_at_their_values_moves_nobody((total, shares) in feasible_problem(), which in 0..255u8) {
        let before = split(total, &shares, &RoundingRule::Webster).expect("a feasible split").values;
        let mut locked = shares;
        for (unit, share) in locked.iter_mut().enumerate().filter(|(unit, _)| which >> unit & 1 == 1) {
            (share.floor, share.ceiling) = (before[unit], Some(before[unit]));
        }
        let after = split(total, &locked, &RoundingRule::Webster).expect("the same split");
        prop_assert_eq!(after.values, before);
    }

    #[test]
    fn an_infeasible_split_says_by_how_many_and_what_helps((total, shares) in any_problem()) {
        let (least, most) = room(&shares);
        let Err(no) = split(total, &shares, &RoundingRule::Webster) else {
            prop_assert!(least <= total && most.is_none_or(|most| total <= most));
            return Ok(());
        };
        match no.reason {
            Reason::FloorsExceedTotal => prop_assert_eq!(no.gap, u128::from(least - total)),
            _ => prop_assert_eq!(Some(no.gap), most.map(|most| u128::from(total - most))),
        }
        let feasible = |released: u32| {
            let mut shares = shares.clone();
            for (_, share) in shares.iter_mut().enumerate().filter(|(unit, _)| released >> unit & 1 == 1) {
                (share.floor, share.ceiling) = (share.released.floor, share.released.ceiling);
            }
            split(total, &shares, &RoundingRule::Webster).is_ok()
        };
        let fewest = (1..1u32 << shares.len()).filter(|&set| feasible(set)).map(u32::count_ones).min();
        let release = no.release.iter().fold(0, |set, unit| set | 1 << unit);
        prop_assert!(release == 0 || feasible(release));
        if shares.iter().all(|share| !share.weight.is_zero()) {
            prop_assert_eq!(no.release.len(), fewest.unwrap_or(0) as usize);
        }
    }
}
