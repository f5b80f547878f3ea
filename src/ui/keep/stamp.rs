//! A short mark of a text.

use std::fmt;

/// Tells one text from another: two of the same mark by chance are as good as impossible, two made alike on purpose
/// are no matter here. FNV-1a, 64 bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stamp(u64);

impl Stamp {
    pub fn of(text: &str) -> Self {
        let mix = |mark: u64, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        Self(text.bytes().fold(0xcbf2_9ce4_8422_2325, mix))
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}
