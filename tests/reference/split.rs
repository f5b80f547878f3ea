//! The split of one level, slowly: one person at a time, every level, every set of limits.

use std::cmp::Reverse;

use bao_phu::calc::split::{Bounds, Infeasible, Reason, RoundingRule, Share, Split, Tie, split};
use bao_phu::model::Rate;
use proptest::prelude::*;

use super::terms::{any_problem, feasible_problem, rate, rule, share};

/// One total, the terms it is split by, and how people are rounded.
#[derive(Clone, Debug)]
pub struct Problem {
    pub total: u64,
    pub shares: Vec<Share>,
    pub rule: RoundingRule,
}

/// Problems of every rule: half of them feasible, some with a floor above a ceiling, few with no unit at all.
pub fn problem() -> impl Strategy<Value = Problem> {
    let crossed = (0..60u64, proptest::collection::vec((share(), proptest::option::of(0..20u64)), 0..5));
    let crossed = crossed.prop_map(|(total, shares)| {
        let cross = |(share, ceiling): (Share, Option<u64>)| Share { ceiling, ..share };
        (total, shares.into_iter().map(cross).collect())
    });
    let problems = prop_oneof![6 => feasible_problem(), 4 => any_problem(), 2 => crossed];
    (problems, rule()).prop_map(|((total, shares), rule)| Problem { total, shares, rule })
}

/// Holds the split against the reference: values, level, ties, or what clashes and what to release.
pub fn check(problem: &Problem) -> Result<(), TestCaseError> {
    check_all_but_release(problem)?;
    let Problem { total, shares, rule } = problem;
    if let Err(no) = split(*total, shares, rule) {
        prop_assert_eq!(no.release, fewest_releases(*total, shares));
    }
    Ok(())
}

/// The same, whatever the answer says to release.
pub fn check_all_but_release(Problem { total, shares, rule }: &Problem) -> Result<(), TestCaseError> {
    let answer = split(*total, shares, rule);
    match (&answer, reason(*total, shares)) {
        (Err(no), Some(reason)) => {
            prop_assert_eq!(no.reason, reason);
            check_refusal(*total, shares, no)
        }
        (Ok(split), None) if *rule == RoundingRule::LargestRemainder => {
            check_remainders(*total, shares, split)
        }
        (Ok(split), None) => check_level(*total, shares, rule, split),
        (_, expected) => Err(TestCaseError::fail(format!("{expected:?} is the reason, not {answer:?}"))),
    }
}

/// A signpost: where a value turns to `steps`, at least 1. Its square for Huntington–Hill.
pub fn signpost(rule: &RoundingRule, steps: u64) -> Rate {
    let half = || rate(2 * steps - 1) / rate(2);
    match rule {
        RoundingRule::Webster => half(),
        RoundingRule::Jefferson => rate(steps),
        RoundingRule::Adams => rate(steps - 1),
        RoundingRule::HuntingtonHill => rate(steps * (steps - 1)),
        RoundingRule::Dean => rate(2 * steps * (steps - 1)) / rate(2 * steps - 1),
        RoundingRule::ModifiedWebster { first } if steps == 1 => first / rate(2),
        RoundingRule::ModifiedWebster { .. } => half(),
        RoundingRule::LargestRemainder => unreachable!("it has no signposts"),
    }
}

/// The level at which a unit's value turns to `value`, above its start. Its square for Huntington–Hill.
pub fn threshold(rule: &RoundingRule, share: &Share, value: u64) -> Rate {
    let weight = share.weight.to_rate();
    let scale = if *rule == RoundingRule::HuntingtonHill { &weight * &weight } else { weight };
    signpost(rule, value - share.start) / scale
}

/// `clamp(start + round(level · weight), floor, ceiling)` at a level, or its square, that is on no signpost.
pub fn at_level(rule: &RoundingRule, share: &Share, level: &Rate) -> u64 {
    let mut value = share.least();
    while can_rise(share, value) && threshold(rule, share, value + 1) < *level {
        value += 1;
    }
    value
}

fn can_rise(share: &Share, value: u64) -> bool {
    share.most().is_none_or(|most| value < most)
}

/// Gives one person at a time to the unit whose threshold is next.
pub fn person_by_person(total: u64, shares: &[Share], rule: &RoundingRule) -> Vec<u64> {
    let mut values: Vec<u64> = shares.iter().map(Share::least).collect();
    let due = |unit: usize, value: u64| {
        let share: &Share = &shares[unit];
        can_rise(share, value)
            .then(|| (threshold(rule, share, value + 1), Reverse(share.weight.clone()), unit))
    };
    let mut turns: Vec<_> = (0..shares.len()).map(|unit| due(unit, values[unit])).collect();
    for _ in values.iter().sum::<u64>()..total {
        let (_, _, next) = turns.iter().flatten().min().expect("a feasible total");
        let next = *next;
        values[next] += 1;
        turns[next] = due(next, values[next]);
    }
    values
}

/// Values, level and ties of a rule with signposts; any level inside the interval gives the values.
fn check_level(
    total: u64,
    shares: &[Share],
    rule: &RoundingRule,
    split: &Split,
) -> Result<(), TestCaseError> {
    prop_assert_eq!(&split.values, &person_by_person(total, shares, rule));
    let rows = || shares.iter().zip(&split.values);
    let came = rows().map(|(share, &value)| (value > share.least()).then(|| threshold(rule, share, value)));
    let came: Vec<_> = came.collect();
    let comes =
        rows().map(|(share, &value)| can_rise(share, value).then(|| threshold(rule, share, value + 1)));
    let comes: Vec<_> = comes.collect();
    let low = came.iter().flatten().max().cloned().unwrap_or_else(|| rate(0));
    let high = comes.iter().flatten().min().cloned();
    prop_assert_eq!(&split.level.low, &low);
    prop_assert_eq!(&split.level.high, &high);

    let mut tied = Vec::new();
    if high.as_ref() == Some(&low) {
        let at_point = |unit: &usize| [&came, &comes].iter().any(|turns| turns[*unit].as_ref() == Some(&low));
        tied = (0..shares.len()).filter(at_point).collect();
        if low == rate(0) {
            // Larger weights come first: only those like the last that came are on the boundary.
            let last =
                tied.iter().filter(|&&unit| came[unit].is_some()).map(|&unit| &shares[unit].weight).min();
            tied.retain(|&unit| Some(&shares[unit].weight) == last);
        }
    }
    let places = tied.iter().filter(|&&unit| came[unit].as_ref() == Some(&low)).count();
    let is_tie = places < tied.len();
    prop_assert_eq!(&split.ties, &if is_tie { vec![tie(shares, tied, places)] } else { vec![] });

    if high.as_ref() != Some(&low) {
        let inside = high.map_or(&low + rate(1), |high| (&low + high) / rate(2));
        let values: Vec<u64> = shares.iter().map(|share| at_level(rule, share, &inside)).collect();
        prop_assert_eq!(&split.values, &values);
    }
    Ok(())
}

/// The tied units, larger weight first, then in order.
fn tie(shares: &[Share], mut units: Vec<usize>, places: usize) -> Tie {
    units.sort_by_key(|&unit| (Reverse(shares[unit].weight.clone()), unit));
    Tie { units, places }
}

/// A unit's part of a person more or less, at `level`.
pub fn part_at_level(share: &Share, level: &Rate) -> Rate {
    let free = rate(share.start) + level * share.weight.to_rate();
    let capped = share.ceiling.map_or(free.clone(), |ceiling| free.min(rate(ceiling)));
    capped.max(rate(share.floor))
}

/// The smallest level that solves the split in parts of people: tries every level at which a unit leaves its least or
/// reaches its most, and interpolates before the first that is enough.
pub fn real_level(total: u64, shares: &[Share]) -> Rate {
    let sum = |level: &Rate| shares.iter().map(|share| part_at_level(share, level)).sum::<Rate>();
    let mut levels = vec![rate(0)];
    for share in shares.iter().filter(|share| !share.weight.is_zero()) {
        // The last is beyond any level that is needed.
        for value in
            [Some(share.least()), share.most(), Some(share.least() + total + 1)].into_iter().flatten()
        {
            if value >= share.start {
                levels.push(rate(value - share.start) / share.weight.to_rate());
            }
        }
    }
    levels.sort();
    let reached = levels.iter().position(|level| sum(level) >= rate(total)).expect("a feasible total");
    if reached == 0 {
        return rate(0);
    }
    let [low, high] = [&levels[reached - 1], &levels[reached]];
    low + (rate(total) - sum(low)) * (high - low) / (sum(high) - sum(low))
}

/// Whole parts at the real level, then one each to the largest fractions.
fn check_remainders(total: u64, shares: &[Share], split: &Split) -> Result<(), TestCaseError> {
    let level = real_level(total, shares);
    prop_assert_eq!((&split.level.low, split.level.high.as_ref()), (&level, Some(&level)));
    let parts: Vec<Rate> = shares.iter().map(|share| part_at_level(share, &level)).collect();
    let whole = |part: &Rate| u64::try_from(part.floor().to_integer()).expect("small numbers");
    let mut values: Vec<u64> = parts.iter().map(whole).collect();
    let mut order: Vec<usize> = (0..shares.len()).collect();
    order.sort_by_key(|&unit| (Reverse((parts[unit].fract(), shares[unit].weight.clone())), unit));
    let places = (total - values.iter().sum::<u64>()) as usize;
    order[..places].iter().for_each(|&unit| values[unit] += 1);
    prop_assert_eq!(&split.values, &values);

    let last = order[..places].last().map(|&unit| parts[unit].fract());
    let is_last = |unit: &&usize| Some(parts[**unit].fract()) == last;
    let (got, missed) = order.split_at(places);
    let ties = if missed.iter().any(|unit| is_last(&unit)) {
        let units = order.iter().filter(is_last).copied().collect();
        vec![Tie { units, places: got.iter().filter(is_last).count() }]
    } else {
        vec![]
    };
    prop_assert_eq!(&split.ties, &ties);
    Ok(())
}

/// The least and the most the units can take together; `None` where there is no most.
fn room<'a>(terms: impl Iterator<Item = (&'a Share, Bounds)>) -> (u64, Option<u64>) {
    let (mut least, mut most) = (0, Some(0));
    for (share, Bounds { floor, ceiling }) in terms {
        let at_start = share.start.min(ceiling.unwrap_or(u64::MAX)).max(floor);
        let highest =
            if share.weight.is_zero() { Some(at_start) } else { ceiling.map(|most| most.max(at_start)) };
        least += at_start;
        most = most.zip(highest).map(|(most, highest)| most + highest);
    }
    (least, most)
}

fn bounds(share: &Share) -> Bounds {
    Bounds { floor: share.floor, ceiling: share.ceiling }
}

fn is_crossed(share: &Share) -> bool {
    share.ceiling.is_some_and(|ceiling| ceiling < share.floor)
}

/// What makes the problem infeasible, if it is.
fn reason(total: u64, shares: &[Share]) -> Option<Reason> {
    let (least, most) = room(shares.iter().map(|share| (share, bounds(share))));
    if shares.is_empty() && total > 0 {
        Some(Reason::NoUnits)
    } else if shares.iter().any(is_crossed) {
        Some(Reason::FloorAboveCeiling)
    } else if least > total {
        Some(Reason::FloorsExceedTotal)
    } else if most.is_none_or(|most| total <= most) {
        None
    } else if shares.iter().all(|share| share.weight.is_zero()) {
        Some(Reason::NoWeight)
    } else {
        Some(Reason::CeilingsBelowTotal)
    }
}

/// The gap, what everyone gets meanwhile, and the clash.
fn check_refusal(total: u64, shares: &[Share], no: &Infeasible) -> Result<(), TestCaseError> {
    let (least, most) = room(shares.iter().map(|share| (share, bounds(share))));
    let crossing = |share: &Share| share.floor.saturating_sub(share.ceiling.unwrap_or(u64::MAX));
    let is_short = matches!(no.reason, Reason::NoWeight | Reason::CeilingsBelowTotal);
    let gap = match no.reason {
        Reason::NoUnits => total,
        Reason::FloorAboveCeiling => shares.iter().map(crossing).sum(),
        Reason::FloorsExceedTotal => least - total,
        Reason::NoWeight | Reason::CeilingsBelowTotal => total - most.expect("a shortage has a most"),
    };
    prop_assert_eq!(no.gap, u128::from(gap));
    let value = |share: &Share| if is_short { share.most().expect("a most") } else { share.least() };
    prop_assert_eq!(&no.values, &shares.iter().map(value).collect::<Vec<_>>());
    let clashes = |share: &Share| match no.reason {
        Reason::NoUnits => false,
        Reason::FloorAboveCeiling => is_crossed(share),
        Reason::FloorsExceedTotal => share.least() > share.start,
        Reason::NoWeight | Reason::CeilingsBelowTotal => !share.weight.is_zero(),
    };
    let clash: Vec<usize> = (0..shares.len()).filter(|&unit| clashes(&shares[unit])).collect();
    prop_assert_eq!(&no.clash, &clash);
    Ok(())
}

/// The units to release, every set tried: those whose floor is above their ceiling, and the fewest of the others; of equally few the
/// first set in the order of larger gain, then larger weight, then document order.
pub fn fewest_releases(total: u64, shares: &[Share]) -> Vec<usize> {
    let (crossed, others): (Vec<usize>, Vec<usize>) =
        (0..shares.len()).partition(|&unit| is_crossed(&shares[unit]));
    let room = |released: &[usize]| {
        room(shares.iter().enumerate().map(|(unit, share)| {
            (share, if released.contains(&unit) { share.released } else { bounds(share) })
        }))
    };
    let fits = |released: &[usize]| {
        let (least, most) = room(released);
        least <= total && most.is_none_or(|most| total <= most)
    };
    let is_too_much = room(&crossed).0 > total;
    let gain = |unit: usize| {
        let ends = |bounds| self::room([(&shares[unit], bounds)].into_iter());
        let (now, then) = (ends(bounds(&shares[unit])), ends(shares[unit].released));
        match (is_too_much, now.1, then.1) {
            (true, _, _) => now.0.saturating_sub(then.0),
            (false, Some(now), Some(then)) => then.saturating_sub(now),
            (false, Some(_), None) => u64::MAX,
            (false, None, _) => 0,
        }
    };
    let mut order = others;
    order.sort_by_key(|&unit| (Reverse((gain(unit), shares[unit].weight.clone())), unit));
    let sets = (0..1u32 << order.len())
        .map(|set| (0..order.len()).filter(|at| set >> at & 1 == 1).collect::<Vec<usize>>());
    let with_crossed =
        |set: &[usize]| [&crossed[..], &set.iter().map(|&at| order[at]).collect::<Vec<_>>()].concat();
    let best = sets.filter(|set| fits(&with_crossed(set))).min_by_key(|set| (set.len(), set.clone()));
    best.map(|set| with_crossed(&set)).unwrap_or_default()
}

/// The quota, and each unit's value, of the Droop method: as its definition says, in exact ratios.
pub fn droop(total: u64, weights: &[Rate]) -> (Rate, Vec<u64>) {
    let quota = (weights.iter().sum::<Rate>() / rate(total + 1)).floor() + rate(1);
    let whole = |part: &Rate| u64::try_from(part.floor().to_integer()).expect("at most the total");
    let mut values: Vec<u64> = weights.iter().map(|weight| whole(&(weight / &quota))).collect();
    let mut order: Vec<usize> = (0..weights.len()).filter(|&unit| weights[unit] > rate(0)).collect();
    let rest = |unit: usize| (&weights[unit] / &quota).fract();
    order.sort_by_key(|&unit| (Reverse((rest(unit), weights[unit].clone())), unit));
    let left = total - values.iter().sum::<u64>();
    order.iter().cycle().take(left as usize).for_each(|&unit| values[unit] += 1);
    (quota, values)
}
