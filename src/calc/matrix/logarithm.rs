//! Binary logarithms as whole numbers of the smallest step `2^-bits`, so that prices can be added and compared.
//!
//! They only ever decide where to look: what they find is proved, or refused, with exact ratios
//! ([`super::divisors`]), and then looked for again with more bits.

use std::ops::{Add, Sub};

use num_bigint::BigInt;
use num_traits::{One as _, ToPrimitive as _, Zero};

use crate::model::Rate;

/// The bits behind the point of the first search.
pub(super) const FIRST_BITS: u64 = 48;

/// A whole number of steps of `2^-bits`.
pub(super) trait Fixed: Clone + Ord + Zero + Add<Output = Self> + Sub<Output = Self> {
    /// `count` steps.
    fn steps(count: i128) -> Self;
    /// Half of it, rounded down.
    fn half(self) -> Self;
    /// The logarithm of `number > 0`, at most two steps too low and never too high.
    fn log2(number: &BigInt, bits: u64) -> Self;
    /// The logarithm of `number > 0`, at most two steps too low and never too high.
    fn log2_of(number: u128, bits: u64) -> Self;
    /// Two to this power, to about `bits` bits; not in lowest terms.
    fn exp2(&self, bits: u64) -> Rate;
}

impl Fixed for i128 {
    fn steps(count: i128) -> Self {
        count
    }

    fn half(self) -> Self {
        self >> 1
    }

    fn log2(number: &BigInt, bits: u64) -> Self {
        if let Some(number) = number.to_u128() {
            return Self::log2_of(number, bits);
        }
        let above = number.bits() - u64::from(u128::BITS);
        let top = (number >> above).to_u128().unwrap_or(1);
        Self::log2_of(top, bits) + (Self::from(above) << bits)
    }

    fn log2_of(number: u128, bits: u64) -> Self {
        let whole = number.ilog2();
        let power = number << (u128::BITS - 1 - whole);
        let behind =
            if bits <= FIRST_BITS { behind_point((power >> 64) as u64, bits) } else { wide(power, bits) };
        (Self::from(whole) << bits) + behind
    }

    fn exp2(&self, bits: u64) -> Rate {
        if bits > FIRST_BITS {
            return BigInt::from(*self).exp2(bits);
        }
        let (whole, power) = power_of_two(*self, bits);
        shifted(power.into(), whole - 63)
    }
}

/// The logarithm of a number from one to two, with 63 bits behind its point: squaring doubles it and gives its next bit.
fn behind_point(mut power: u64, bits: u64) -> i128 {
    let mut log = 0_u64;
    for _ in 0..bits {
        let square = (u128::from(power) * u128::from(power)) >> 63;
        let carry = square >> 64;
        power = (square >> carry) as u64;
        log = (log << 1) | carry as u64;
    }
    log.into()
}

/// The same with 127 bits behind the point.
fn wide(mut power: u128, bits: u64) -> i128 {
    let mut log = 0_i128;
    for _ in 0..bits {
        let (high, low) = (power >> 64, power & u128::from(u64::MAX));
        let square = high * high + ((high * low) >> 63);
        let carry = square >> 127;
        power = square << (1 - carry);
        log = (log << 1) | carry as i128;
    }
    log
}

/// Two to the power of `log`, as a number below two with 63 bits behind the point, and by how many bits to shift it.
pub(super) fn power_of_two(log: i128, bits: u64) -> (i128, u64) {
    let whole = log >> bits;
    let behind = log - (whole << bits);
    let power = (0..bits)
        .filter(|bit| behind >> (bits - 1 - bit) & 1 == 1)
        .fold(1_u64 << 63, |power, bit| ((u128::from(power) * u128::from(ROOTS[bit as usize])) >> 63) as u64);
    (whole, power)
}

/// Two to the power of a half, a quarter, an eighth …, with 63 bits behind the point.
const ROOTS: [u64; FIRST_BITS as usize] = {
    let mut roots = [0; FIRST_BITS as usize];
    let (mut at, mut root) = (0, 1_u128 << 64);
    while at < roots.len() {
        root = (root << 63).isqrt();
        roots[at] = root as u64;
        at += 1;
    }
    roots
};

impl Fixed for BigInt {
    fn steps(count: i128) -> Self {
        count.into()
    }

    fn half(self) -> Self {
        self >> 1
    }

    fn log2(number: &BigInt, bits: u64) -> Self {
        let whole = number.bits() - 1;
        // Squaring doubles what was cut off before; this many more bits keep it below the last.
        let width = bits + 8;
        let mut power = if whole > width { number >> (whole - width) } else { number << (width - whole) };
        let two = Self::one() << (width + 1);
        let mut log = Self::from(whole);
        for _ in 0..bits {
            power = (&power * &power) >> width;
            log <<= 1;
            if power >= two {
                power >>= 1;
                log += 1;
            }
        }
        log
    }

    fn log2_of(number: u128, bits: u64) -> Self {
        Self::log2(&number.into(), bits)
    }

    fn exp2(&self, bits: u64) -> Rate {
        let whole = self >> bits;
        let behind = self - (&whole << bits);
        let width = bits + 8;
        let (mut power, mut root) = (Self::one() << width, Self::one() << (width + 1));
        for bit in (0..bits).rev() {
            root = (root << width).sqrt();
            if behind.bit(bit) {
                power = (power * &root) >> width;
            }
        }
        shifted(power, whole.to_i128().unwrap_or(0) - i128::from(width))
    }
}

/// `number · 2^places`, not in lowest terms.
fn shifted(number: BigInt, places: i128) -> Rate {
    let power = BigInt::one() << places.unsigned_abs();
    if places.is_negative() { Rate::new_raw(number, power) } else { Rate::from_integer(number * power) }
}

#[cfg(test)]
mod tests {
    use num_traits::Signed as _;

    use super::*;

    #[test]
    fn logarithms_of_all_widths_agree_and_powers_take_them_back() {
        for number in [1_u128, 2, 3, 7, 1_000_003, u128::from(u64::MAX), u128::MAX] {
            let logs: [BigInt; 3] = [
                i128::log2_of(number, FIRST_BITS).into(),
                i128::log2_of(number, 2 * FIRST_BITS).into(),
                BigInt::log2_of(number, 200),
            ];
            for (log, bits) in logs.iter().zip([FIRST_BITS, 2 * FIRST_BITS]) {
                let lost = (&logs[2] >> (200 - bits)) - log;
                assert!(lost.abs() <= BigInt::from(2), "{number}: {lost}");
            }
            for power in [i128::log2_of(number, FIRST_BITS).exp2(FIRST_BITS), logs[2].exp2(200)] {
                let ratio = power / Rate::from_integer(number.into());
                let off = (ratio - Rate::one()).abs();
                assert!(off < Rate::new(1.into(), (1_u64 << 40).into()), "{number}: {off}");
            }
        }
    }
}
