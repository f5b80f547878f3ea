//! How hard the growth asked of a unit is.

use crate::model::Bands;

/// What the growth asked of a unit means for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difficulty {
    /// Gets less than last year.
    Falls,
    /// No rise.
    None,
    /// Within reach: up to the unit's best past growth or, without a past, 15%.
    Reach,
    /// Stretch: up to one and a half times that or, without a past, 35%.
    Stretch,
    /// Very hard: above.
    VeryHard,
}

/// What growth is measured against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Yardstick {
    /// The unit's best past growth: the people gained in a year, on how many. Without one the shares are of all
    /// people counted last year.
    pub best: Option<(u64, u64)>,
    /// Growth up to so many per cent (of the best, where there is one) is within reach.
    pub reach: u16,
    /// Growth up to so many per cent is a stretch.
    pub stretch: u16,
}

impl Yardstick {
    /// - `past`: the results of the three years before the plan year, the latest first, where all are known. The
    ///   better growth of the two years between them is what is measured against, if it is growth at all; else
    ///   the fixed thresholds are.
    #[must_use]
    pub fn new(past: Option<[u64; 3]>, bands: &Bands) -> Self {
        let best = past.and_then(best_growth);
        let (reach, stretch) = match best {
            Some(_) => (bands.reach_of_best, bands.stretch_of_best),
            None => (bands.reach, bands.stretch),
        };
        Self { best, reach, stretch }
    }
}

/// How hard the growth from `last` to `given` people is; `None` where it cannot be told.
#[must_use]
pub fn difficulty(given: u64, last: u64, yardstick: &Yardstick) -> Option<Difficulty> {
    match given.cmp(&last) {
        std::cmp::Ordering::Less => return Some(Difficulty::Falls),
        std::cmp::Ordering::Equal => return Some(Difficulty::None),
        std::cmp::Ordering::Greater => {}
    }
    if last == 0 {
        return None;
    }
    let change = u128::from(given - last);
    let last = u128::from(last);
    // Growth of `more` on `on` people, at most `percent` per cent of the growth of `gained` on `of`.
    let (gained, of) = yardstick.best.unwrap_or((1, 1));
    let is_at_most = |percent: u16| {
        let (left, right) = (wide(change, of.into(), 100), wide(last, gained.into(), percent.into()));
        left <= right
    };
    Some(match () {
        () if is_at_most(yardstick.reach) => Difficulty::Reach,
        () if is_at_most(yardstick.stretch) => Difficulty::Stretch,
        () => Difficulty::VeryHard,
    })
}

/// The larger growth of two years: the people gained, on how many. Nothing where neither year grew, or one
/// started from nobody.
fn best_growth([latest, middle, first]: [u64; 3]) -> Option<(u64, u64)> {
    if middle == 0 || first == 0 {
        return None;
    }
    let one = |now: u64, before: u64| Some((now.checked_sub(before)?, before));
    let growths = [one(latest, middle), one(middle, first)].into_iter().flatten();
    let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
    growths.filter(|(gained, _)| *gained > 0).max_by(|a, b| product(a.0, b.1).cmp(&product(b.0, a.1)))
}

/// `a · b · factor`, which 128 bits may not hold.
fn wide(a: u128, b: u128, factor: u32) -> num_bigint::BigUint {
    num_bigint::BigUint::from(a) * b * factor
}
