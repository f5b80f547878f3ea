//! `&amp;` and its like as the characters they stand for.

/// The named characters that spreadsheets and browsers write; accented Latin letters, which Excel writes by
/// name in some languages, are put together from letter and accent.
const NAMED: [(&str, char); 14] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("ensp", ' '),
    ("emsp", ' '),
    ("thinsp", ' '),
    ("ndash", '–'),
    ("mdash", '—'),
    ("minus", '−'),
    ("hellip", '…'),
    ("ETH", 'Đ'),
];

/// The accents of `&acirc;`, and the letters of Vietnamese that carry them, each with what they become.
const ACCENTS: [(&str, &str, &str); 5] = [
    ("grave", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ("acute", "AEIOUYaeiouy", "ÁÉÍÓÚÝáéíóúý"),
    ("circ", "AEOaeo", "ÂÊÔâêô"),
    ("tilde", "AIOUaiou", "ÃĨÕŨãĩõũ"),
    ("breve", "Aa", "Ăă"),
];

/// No entity is longer.
const LONGEST: usize = 12;

/// The text with every entity it knows replaced; others stay as they are written.
pub(super) fn decoded(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        read.push_str(before);
        let length = behind.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(behind.len());
        let name = &behind[..length];
        match (length <= LONGEST).then(|| character(name)).flatten() {
            Some(character) => {
                read.push(character);
                rest = behind[length..].strip_prefix(';').unwrap_or(&behind[length..]);
            }
            None => {
                read.push('&');
                rest = behind;
            }
        }
    }
    read.push_str(rest);
    read
}

fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16),
            None => number.parse(),
        };
        return code.ok().and_then(char::from_u32).filter(|&character| character != '\0');
    }
    let named = NAMED.iter().find(|(known, _)| *known == name).map(|&(_, character)| character);
    named.or_else(|| accented(name))
}

fn accented(name: &str) -> Option<char> {
    let letter = name.chars().next()?;
    let accent = name.get(1..)?;
    let (_, plain, marked) = ACCENTS.iter().find(|(known, ..)| *known == accent)?;
    plain.chars().zip(marked.chars()).find(|&(known, _)| known == letter).map(|(_, marked)| marked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities_are_the_characters_they_stand_for() {
        assert_eq!(decoded("Ch&acirc;u &amp; S&#417;n La &#x1EA5;"), "Châu & Sơn La ấ");
        assert_eq!(decoded("1&nbsp;234 &ndash; &lt;5"), "1\u{a0}234 – <5");
        assert_eq!(decoded("a & b && &unknown; &#0; &#xffffff; &"), "a & b && &unknown; &#0; &#xffffff; &");
    }
}
