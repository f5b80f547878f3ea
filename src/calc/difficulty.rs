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

/// How hard the growth from `last` to `given` people is; `None` where it cannot be told.
///
/// - `past`: the results of the three years before the plan year, the latest first, where all are known. The
///   better growth of the two years between them is what is measured against, if it is growth at all; else
///   the fixed thresholds are.
#[must_use]
pub fn difficulty(given: u64, last: u64, past: Option<[u64; 3]>, bands: &Bands) -> Option<Difficulty> {
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
    let (gained, of) = past.and_then(best_growth).unwrap_or((1, 1));
    let is_at_most = |percent: u16| {
        let (left, right) = (wide(change, of, 100), wide(last, gained, percent.into()));
        left <= right
    };
    let (reach, stretch) = if past.and_then(best_growth).is_some() {
        (bands.reach_of_best, bands.stretch_of_best)
    } else {
        (bands.reach, bands.stretch)
    };
    Some(match () {
        () if is_at_most(reach) => Difficulty::Reach,
        () if is_at_most(stretch) => Difficulty::Stretch,
        () => Difficulty::VeryHard,
    })
}

/// The larger growth of two years: the people gained, on how many. Nothing where neither year grew, or one
/// started from nobody.
fn best_growth([latest, middle, first]: [u64; 3]) -> Option<(u128, u128)> {
    if middle == 0 || first == 0 {
        return None;
    }
    let one = |now: u64, before: u64| Some((u128::from(now.checked_sub(before)?), u128::from(before)));
    let growths = [one(latest, middle), one(middle, first)].into_iter().flatten();
    growths.filter(|(gained, _)| *gained > 0).max_by(|a, b| (a.0 * b.1).cmp(&(b.0 * a.1)))
}

/// `a · b · factor`, which 128 bits may not hold.
fn wide(a: u128, b: u128, factor: u32) -> num_bigint::BigUint {
    num_bigint::BigUint::from(a) * b * factor
}
