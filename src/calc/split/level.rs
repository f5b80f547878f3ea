//! Levels as a ledger prints them: short decimals that prove every row with a pocket calculator.

use num_bigint::BigInt;
use num_integer::Integer as _;

use super::outcome::Interval;
use crate::model::{Decimal, Rate};

/// The shortest decimal strictly between `low` and `high`; of equally short ones the largest, or, where
/// `high` is `None` (no upper end), the smallest.
///
/// `None` where nothing lies between. For a level in per cent pass the ends of [`Interval::times`] 100.
#[must_use]
pub fn shortest_between(low: &Rate, high: Option<&Rate>) -> Option<Decimal> {
    let Some(high) = high else {
        return Some(Decimal::new(low.numer().div_floor(low.denom()) + 1, 0));
    };
    if low >= high {
        return None;
    }
    let above_low = |decimal: &Decimal| {
        decimal.digits() * low.denom() > low.numer() * BigInt::from(10).pow(decimal.places())
    };
    (0..).map(|places| below(high, places)).find(above_low)
}

/// The ends of `interval` as they are printed beside a level with `places` decimals: with one decimal more, or as
/// many more as tell them apart, the lower end rounded up, the upper one down and strictly below it; `None` where
/// there is no upper end.
#[must_use]
pub fn printed_ends(interval: &Interval, places: u32) -> (Decimal, Option<Decimal>) {
    let ends = |places| {
        (Decimal::ceiled(&interval.low, places), interval.high.as_ref().map(|high| below(high, places)))
    };
    let differ = |(low, high): &(Decimal, Option<Decimal>)| {
        high.as_ref().is_none_or(|high| low.to_rate() < high.to_rate())
    };
    let first = ends(places + 1);
    if interval.high.as_ref().is_some_and(|high| *high <= interval.low) {
        return first;
    }
    (places + 1..).map(ends).find(differ).unwrap_or(first)
}

/// The level of a largest-remainder split, `factor` times, rounded up to the fewest decimals that give every
/// unit's whole part.
///
/// - `proof`: of the split by largest remainder.
/// - `factor`: 1 for people per unit of weight, 100 for per cent.
#[must_use]
pub fn level_rounded_up(proof: &Interval, factor: u32) -> Decimal {
    let proof = proof.times(factor);
    let right = |level: &Decimal| proof.high.as_ref().is_none_or(|high| level.to_rate() < *high);
    let first = Decimal::ceiled(&proof.low, 0);
    if right(&first) || proof.high.as_ref().is_some_and(|high| *high <= proof.low) {
        return first;
    }
    (1..).map(|places| Decimal::ceiled(&proof.low, places)).find(right).unwrap_or(first)
}

/// The level of a largest-remainder split, `factor` times, rounded up to the fewest decimals that are strictly
/// inside the levels of the proof: so a weight may be rounded a little either way and still gives its whole part.
#[must_use]
pub fn level_above(proof: &Interval, factor: u32) -> Decimal {
    let proof = proof.times(factor);
    let above = |places: u32| {
        let scaled = proof.low.numer() * BigInt::from(10).pow(places);
        Decimal::new(scaled.div_floor(proof.low.denom()) + 1, places)
    };
    let right = |level: &Decimal| proof.high.as_ref().is_none_or(|high| level.to_rate() < *high);
    if proof.high.as_ref().is_some_and(|high| *high <= proof.low) {
        return above(0);
    }
    (0..).map(above).find(right).unwrap_or_else(|| above(0))
}

/// The largest decimal of `places` decimals strictly below `value`.
fn below(value: &Rate, places: u32) -> Decimal {
    let scaled = value.numer() * BigInt::from(10).pow(places);
    let above = -(-scaled).div_floor(value.denom());
    Decimal::new(above - 1, places)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rate(text: &str) -> Rate {
        text.parse::<Decimal>().expect("a decimal").to_rate()
    }

    fn shortest(low: &str, high: Option<&str>) -> Option<String> {
        shortest_between(&rate(low), high.map(rate).as_ref()).map(|level| level.to_string())
    }

    #[test]
    fn the_level_is_the_shortest_decimal_inside_and_of_those_the_largest() {
        assert_eq!(shortest("4.57368", Some("4.57377")).as_deref(), Some("4.5737"));
        assert_eq!(shortest("0.2", Some("0.9")).as_deref(), Some("0.8"));
        assert_eq!(shortest("0.2", Some("3")).as_deref(), Some("2"));
        assert_eq!(shortest("1", Some("2")).as_deref(), Some("1.9"));
    }

    #[test]
    fn without_an_upper_end_the_level_is_the_smallest() {
        assert_eq!(shortest("0", None).as_deref(), Some("1"));
        assert_eq!(shortest("7.5", None).as_deref(), Some("8"));
    }

    #[test]
    fn between_equal_ends_there_is_no_level() {
        assert_eq!(shortest("1.5", Some("1.5")), None);
    }

    #[test]
    fn printed_ends_stay_inside() {
        let interval = Interval { low: rate("0.123"), high: Some(rate("0.15")) };
        let (low, high) = printed_ends(&interval, 1);
        assert_eq!(
            (low.to_string(), high.map(|high| high.to_string())),
            ("0.13".into(), Some("0.14".into()))
        );
    }

    #[test]
    fn printed_ends_differ_wherever_the_interval_is_more_than_a_point() {
        let ends = |low, high| {
            let (low, high) = printed_ends(&Interval { low: rate(low), high: Some(rate(high)) }, 2);
            (low.to_string(), high.expect("an end").to_string())
        };
        assert_eq!(ends("129.8095", "129.8105"), ("129.8095".into(), "129.8104".into()));
        assert_eq!(ends("129.80961", "129.81004"), ("129.8097".into(), "129.8100".into()));
        assert_eq!(ends("129.81", "129.81").0, "129.810");
    }

    #[test]
    fn a_rounded_up_level_changes_no_whole_part() {
        let proof = Interval { low: rate("0.12341"), high: Some(rate("0.1236")) };
        assert_eq!(level_rounded_up(&proof, 1).to_string(), "0.1235");
        assert_eq!(level_rounded_up(&proof, 100).to_string(), "12.35");
        assert_eq!(level_rounded_up(&Interval { high: None, ..proof }, 100).to_string(), "13");
    }
}
