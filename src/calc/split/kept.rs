//! The split of what is not kept.

use super::infeasible::{Infeasible, Reason};
use super::outcome::Split;
use super::share::Share;

/// Splits what is left of `total` once `kept` is taken from it (people), by `split`, which is given the rest.
///
/// # Errors
/// As `split`. Where more is kept than there is, the rest falls short by that much more, and no unit of `shares` can
/// make up for it.
pub fn split_rest(
    total: u64,
    kept: u64,
    shares: &[Share],
    split: impl Fn(u64, &[Share]) -> Result<Split, Infeasible>,
) -> Result<Split, Infeasible> {
    let Some(missing) = kept.checked_sub(total).filter(|&missing| missing > 0) else {
        return split(total - kept, shares);
    };
    let short = Infeasible {
        reason: Reason::FloorsExceedTotal,
        gap: missing.into(),
        values: shares.iter().map(Share::least).collect(),
        clash: vec![],
        release: vec![],
    };
    Err(match split(0, shares) {
        Err(Infeasible { reason: Reason::FloorsExceedTotal, gap, clash, .. }) => {
            Infeasible { gap: gap + u128::from(missing), clash, ..short }
        }
        Err(other) => Infeasible { release: vec![], ..other },
        Ok(_) => short,
    })
}
