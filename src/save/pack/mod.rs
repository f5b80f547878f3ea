//! JSON packed: columns of numbers and words as bytes, deflated, checked, and written as letters.
//!
//! Knows JSON, not what it means: lists of alike things (units, figures, steps of a history) are stored column by column,
//! which makes a province's figures take about as many bits as they carry. What comes back is the same JSON or
//! [`Damaged`]: a sum guards every byte, and neither cut-off nor malicious text makes it take more memory than
//! [`MOST_ROOM`] says. A packed text begins with five bytes every version keeps, so that *newer* and *damaged* can be told
//! apart: the version, and the Adler-32 sum of all other bytes.

mod bytes;
mod characters;
mod numbers;
mod read;
mod tag;
mod write;

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};
use serde_json::Value;

use bytes::{Reader, push_number};
pub(super) use characters::{to_bytes, to_text};
use read::Values;

/// The bytes are not what `pack` wrote.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the packed text is damaged")]
pub struct Damaged;

/// What a packed text holds, and the version of what it says.
#[derive(Debug, PartialEq)]
pub(super) struct Unpacked {
    pub(super) version: u8,
    pub(super) value: Result<Value, Damaged>,
}

/// Lists and fields within each other.
const MOST_DEPTH: usize = 96;
/// Lists of lists as wide as this are stored by columns; wider ones hold figures themselves.
const WIDEST_ROW: usize = 8;
/// How many values may come of one text: ten times a nation of 10,598 communes with a dozen columns.
const MOST_ROOM: usize = 4_000_000;
/// How many bytes the deflated ones may become.
const MOST_BYTES: usize = 16 << 20;
/// Deflate makes at most this of a byte (RFC 1951: a match of 258 bytes in two bits).
const MOST_GROWTH: usize = 1_032;
/// Deflate's own scale, 0 to 10.
const EFFORT: u8 = 6;
/// Version and sum.
const HEADER: usize = 5;

/// A value as packed bytes; `None` where packing does not bring it back, so that it must be stored as it is.
pub(super) fn pack(version: u8, value: &Value) -> Option<Vec<u8>> {
    let mut columns = Vec::new();
    write::write(value, 0, &mut columns)?;
    let mut body = Vec::new();
    push_number(columns.len() as u64, &mut body);
    body.append(&mut compress_to_vec(&columns, EFFORT));
    let mut packed = vec![version];
    packed.extend(sum(version, &body).to_be_bytes());
    packed.append(&mut body);
    let comes_back = unpack(&packed).is_ok_and(|unpacked| unpacked.value.as_ref() == Ok(value));
    comes_back.then_some(packed)
}

/// Reads packed bytes of any version; what a newer one holds may be unknown.
///
/// # Errors
/// [`Damaged`] where the sum is wrong.
pub(super) fn unpack(packed: &[u8]) -> Result<Unpacked, Damaged> {
    let (header, body) = packed.split_first_chunk::<HEADER>().ok_or(Damaged)?;
    let [version, stated @ ..] = *header;
    if u32::from_be_bytes(stated) != sum(version, body) {
        return Err(Damaged);
    }
    Ok(Unpacked { version, value: inflate(body).and_then(|columns| values(&columns)) })
}

fn sum(version: u8, body: &[u8]) -> u32 {
    let mut sum = adler2::Adler32::new();
    sum.write_slice(&[version]);
    sum.write_slice(body);
    sum.checksum()
}

/// The bytes that were deflated: exactly as many as stated, from exactly these.
fn inflate(body: &[u8]) -> Result<Vec<u8>, Damaged> {
    let mut reader = Reader::new(body);
    let length = reader.count()?;
    let deflated = reader.take(reader.left())?;
    if length > MOST_BYTES || length / MOST_GROWTH > deflated.len() {
        return Err(Damaged);
    }
    let mut columns = vec![0; length];
    let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) =
        decompress(&mut Box::<DecompressorOxide>::default(), deflated, &mut columns, 0, flags);
    let whole = status == TINFLStatus::Done && (read, written) == (deflated.len(), length);
    if whole { Ok(columns) } else { Err(Damaged) }
}

fn values(columns: &[u8]) -> Result<Value, Damaged> {
    let mut values = Values { reader: Reader::new(columns), room: MOST_ROOM };
    let value = values.value(0)?;
    if values.reader.left() == 0 { Ok(value) } else { Err(Damaged) }
}

#[cfg(test)]
mod tests;
