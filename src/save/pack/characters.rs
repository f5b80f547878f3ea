//! Bytes as characters, 15 bits each: the densest text that browser storage and clipboards leave as it is.
//!
//! Storage counts UTF-16 units, so each character is one of them. The alphabet is letters only (Han and Hangul): no
//! surrogates, controls or combining marks, nothing a normalisation to NFC, a trim or a JSON writer would change.
//! Bits fill characters from the highest; up to 7 bits that are left over at the end make a character of a small
//! alphabet of their own, so that every text has one number of bytes. Unused bits are ones.

/// The code points that stand for 15 bits, by ranges (first, last), in the order of what they mean.
const LETTERS: [(u32, u32); 3] = [(0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xAC00, 0xC03F)];
/// The first of the 128 that stand for 7 bits at the end.
const FIRST_OF_REST: u32 = 0xC040;

const BITS: u32 = 15;
const BITS_OF_REST: u32 = 7;

/// The bytes as text, 8 characters for 15 bytes.
pub(in crate::save) fn to_text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity((bytes.len() * 8).div_ceil(15) * 3);
    let (mut bits, mut count) = (0u32, 0);
    for &byte in bytes {
        (bits, count) = (bits << 8 | u32::from(byte), count + 8);
        if count >= BITS {
            count -= BITS;
            text.extend(letter(bits >> count));
            bits &= (1 << count) - 1;
        }
    }
    if count > 0 {
        let width = if count <= BITS_OF_REST { BITS_OF_REST } else { BITS };
        let spare = width - count;
        let value = bits << spare | ((1 << spare) - 1);
        text.extend(if width == BITS { letter(value) } else { char::from_u32(FIRST_OF_REST + value) });
    }
    text
}

/// The bytes of a text, or `None` where it is not exactly what [`to_text`] makes of some bytes.
pub(in crate::save) fn to_bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 3 * 15 / 8 + 2);
    let (mut bits, mut count) = (0u32, 0);
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let (value, width) = match value(character) {
            Some(value) => (value, BITS),
            None => (rest(character).filter(|_| characters.peek().is_none())?, BITS_OF_REST),
        };
        (bits, count) = (bits << width | value, count + width);
        while count >= 8 {
            count -= 8;
            bytes.extend(u8::try_from(bits >> count));
            bits &= (1 << count) - 1;
        }
    }
    let spare_are_ones = bits == (1 << count) - 1;
    // A text that could be one byte shorter, or whose last character is of the wrong alphabet, is another's.
    (spare_are_ones && to_text(&bytes) == text).then_some(bytes)
}

/// The letter that stands for 15 bits.
fn letter(value: u32) -> Option<char> {
    let mut left = value;
    for (first, last) in LETTERS {
        let letters = last - first + 1;
        if left < letters {
            return char::from_u32(first + left);
        }
        left -= letters;
    }
    None
}

/// The 15 bits a letter stands for.
fn value(letter: char) -> Option<u32> {
    let code = u32::from(letter);
    let mut before = 0;
    for (first, last) in LETTERS {
        if (first..=last).contains(&code) {
            return Some(before + code - first);
        }
        before += last - first + 1;
    }
    None
}

/// The 7 bits a letter of the small alphabet stands for.
fn rest(letter: char) -> Option<u32> {
    u32::from(letter).checked_sub(FIRST_OF_REST).filter(|value| *value < 1 << BITS_OF_REST)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_value_of_15_bits_has_a_letter_of_its_own_in_one_utf_16_unit() {
        for value_of in 0..1 << BITS {
            let letter = letter(value_of).expect("32,768 letters");
            assert_eq!((value(letter), rest(letter)), (Some(value_of), None));
            assert!(letter.is_alphabetic() && letter.len_utf16() == 1);
        }
        assert_eq!(letter(1 << BITS), None);
    }

    #[test]
    fn fifteen_bytes_are_eight_characters() {
        for (bytes, characters) in [(0, 0), (1, 1), (2, 2), (3, 2), (14, 8), (15, 8), (16, 9)] {
            assert_eq!(to_text(&vec![0xa5; bytes]).chars().count(), characters, "{bytes} bytes");
        }
    }

    #[test]
    fn text_of_other_characters_or_cut_within_a_byte_is_refused() {
        let text = to_text(b"Son La");
        for other in ["a".into(), format!("{text} "), format!("{text}\u{C040}"), format!("\u{C040}{text}")] {
            assert_eq!(to_bytes(&other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn bytes_come_back(bytes in prop::collection::vec(any::<u8>(), 0..70)) {
            prop_assert_eq!(to_bytes(&to_text(&bytes)), Some(bytes));
        }

        #[test]
        fn any_text_is_refused_or_is_what_its_bytes_make(text in "[\u{3400}-\u{3410}\u{4DC0}\u{C03E}-\u{C0C1}]{0,6}") {
            if let Some(bytes) = to_bytes(&text) {
                prop_assert_eq!(to_text(&bytes), text);
            }
        }
    }
}
