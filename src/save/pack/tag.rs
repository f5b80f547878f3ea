//! What stands in front of each value and each list, as one byte. They are stored: a number never changes its meaning.

/// No value.
pub(super) const NULL: u8 = 0;
/// No.
pub(super) const FALSE: u8 = 1;
/// Yes.
pub(super) const TRUE: u8 = 2;
/// A whole number from 0.
pub(super) const NUMBER: u8 = 3;
/// A whole number below 0: its bits turned round.
pub(super) const NEGATIVE: u8 = 4;
/// Text: its length in bytes, then UTF-8.
pub(super) const TEXT: u8 = 5;
/// Named fields: how many, then name and value of each.
pub(super) const FIELDS: u8 = 6;
/// A list, value by value: how many, then each.
pub(super) const LIST: u8 = 7;
/// A list of one value over and over: how many, then the value.
pub(super) const SAME: u8 = 8;
/// A list in which some are null: how many, which are not (a bit each), then the list of those.
pub(super) const SPARSE: u8 = 9;
/// A list of whole numbers: how many, then the numbers.
pub(super) const NUMBERS: u8 = 10;
/// A list of whole numbers that climb: how many, the first, then the steps between them.
pub(super) const STEPS: u8 = 11;
/// A list of texts: how many, the length of each in bytes, then all their bytes.
pub(super) const TEXTS: u8 = 12;
/// A list of short lists of one length: how many, how long, then each column as a list.
pub(super) const ROWS: u8 = 13;
/// A list of named fields: how many, how many names, then of each name itself, who has it (a bit each), and the list of
/// their values.
pub(super) const RECORDS: u8 = 14;
