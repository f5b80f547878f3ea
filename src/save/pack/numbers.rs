//! Lists of whole numbers as bits: each number takes about as many bits as it needs.
//!
//! A list says the least of its numbers and a `k`; each number is then its difference to the least by the
//! exponential Golomb code of order `k` (Teuhola, *Information Processing Letters* 7, 1978): with `d = difference`,
//! the number `(d >> k) + 1` by as many zeros as it has bits less one and then its bits, and the low `k` bits of
//! `d`. The `k` that makes the list shortest is taken, so that figures of a column that lie within one or two
//! powers of ten cost a bit more than the information they carry.

use super::Damaged;
use super::bytes::{Reader, push_number};

/// Any difference has fewer bits than this.
const MOST_BITS: u32 = 64;

/// Adds the numbers, without their count, to the bytes.
pub(super) fn write(numbers: &[u64], bytes: &mut Vec<u8>) {
    let least = numbers.iter().copied().min().unwrap_or(0);
    // The best order lies close below the size of the average difference.
    let sum: u128 = numbers.iter().map(|number| u128::from(number - least)).sum();
    let average = sum / u128::try_from(numbers.len().max(1)).unwrap_or(1);
    let middle = u128::BITS - average.leading_zeros();
    let orders = middle.saturating_sub(3)..=middle.min(MOST_BITS - 1);
    let order = orders.min_by_key(|&order| size(numbers, least, order)).unwrap_or(0);
    push_number(least, bytes);
    push_number(order.into(), bytes);
    let mut bits = BitWriter { bytes, free: 0 };
    for number in numbers {
        let difference = number - least;
        let high = u128::from(difference >> order) + 1;
        let width = u128::BITS - high.leading_zeros();
        bits.push(0, width - 1);
        bits.push(high, width);
        bits.push(u128::from(difference) & ((1 << order) - 1), order);
    }
}

/// How many bits the numbers take by the code of this order.
fn size(numbers: &[u64], least: u64, order: u32) -> u64 {
    let of = |number: &u64| {
        let high = u128::from((number - least) >> order) + 1;
        u64::from(2 * (u128::BITS - high.leading_zeros()) - 1 + order)
    };
    numbers.iter().map(of).sum()
}

/// Reads so many numbers; the caller has made sure that there may be so many.
///
/// # Errors
/// [`Damaged`] where the bytes end before, or a number does not fit in 64 bits.
pub(super) fn read(count: usize, reader: &mut Reader<'_>) -> Result<Vec<u64>, Damaged> {
    let least = reader.number()?;
    let order = reader.number().and_then(|order| u32::try_from(order).map_err(|_| Damaged))?;
    if order >= MOST_BITS {
        return Err(Damaged);
    }
    // Each number takes a bit at least: a count that cannot be true asks for no room.
    if count > reader.left().saturating_mul(8) {
        return Err(Damaged);
    }
    let mut bits = BitReader { reader, byte: 0, left: 0 };
    let mut numbers = Vec::with_capacity(count);
    for _ in 0..count {
        let mut zeros = 0;
        while bits.next()? == 0 {
            zeros += 1;
            if zeros > MOST_BITS {
                return Err(Damaged);
            }
        }
        let high = (1u128 << zeros | bits.take(zeros)?) - 1;
        let difference = high << order | bits.take(order)?;
        let number = u64::try_from(difference).ok().and_then(|difference| difference.checked_add(least));
        numbers.push(number.ok_or(Damaged)?);
    }
    Ok(numbers)
}

/// Bits from the highest of each byte on; the rest of the last byte is zeros.
struct BitWriter<'a> {
    bytes: &'a mut Vec<u8>,
    /// How many bits of the last byte are free.
    free: u32,
}

impl BitWriter<'_> {
    fn push(&mut self, value: u128, width: u32) {
        for place in (0..width).rev() {
            if self.free == 0 {
                self.bytes.push(0);
                self.free = 8;
            }
            self.free -= 1;
            if let Some(last) = self.bytes.last_mut() {
                *last |= u8::from(value >> place & 1 == 1) << self.free;
            }
        }
    }
}

struct BitReader<'a, 'b> {
    reader: &'a mut Reader<'b>,
    byte: u8,
    left: u32,
}

impl BitReader<'_, '_> {
    fn next(&mut self) -> Result<u128, Damaged> {
        if self.left == 0 {
            (self.byte, self.left) = (self.reader.byte()?, 8);
        }
        self.left -= 1;
        Ok(u128::from(self.byte >> self.left & 1))
    }

    fn take(&mut self, width: u32) -> Result<u128, Damaged> {
        (0..width).try_fold(0, |bits, _| Ok(bits << 1 | self.next()?))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn written(numbers: &[u64]) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(numbers, &mut bytes);
        bytes
    }

    #[test]
    fn numbers_of_one_size_take_about_as_many_bits_as_they_have() {
        // Two bytes say the least and the order; equal numbers take one bit each.
        assert_eq!(written(&[7; 80]).len(), 2 + 10);
        let figures: Vec<u64> = (0..168).map(|place| 3_000 + place * 7_919 % 5_003).collect();
        assert!(written(&figures).len() * 8 < 168 * 14 + 32, "{}", written(&figures).len());
    }

    proptest! {
        #[test]
        fn numbers_come_back(
            numbers in prop::collection::vec(prop_oneof![any::<u64>(), 0..9_000u64, Just(u64::MAX)], 0..40),
        ) {
            let bytes = written(&numbers);
            let mut reader = Reader::new(&bytes);
            prop_assert_eq!(read(numbers.len(), &mut reader), Ok(numbers));
            prop_assert_eq!(reader.left(), 0);
        }

        #[test]
        fn any_bytes_are_numbers_or_damaged(bytes in prop::collection::vec(any::<u8>(), 0..40), count in 0..2_000usize) {
            let _ = read(count, &mut Reader::new(&bytes));
        }
    }
}
