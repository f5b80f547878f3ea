//! Typed words and spaces made alike before they are read.

/// Lower case without Vietnamese marks (typed either way), every kind of space as `' '`.
#[must_use]
pub fn fold(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{300}'..='\u{36f}' | '\u{200b}' | '\u{feff}'))
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'á' | 'ả' | 'ã' | 'ạ' | 'ă' | 'ằ'..='ặ' | 'â' | 'ấ'..='ậ' | 'ắ' => 'a',
            'è' | 'é' | 'ẻ' | 'ẽ' | 'ẹ' | 'ê' | 'ế'..='ệ' => 'e',
            'ì' | 'í' | 'ỉ' | 'ĩ' | 'ị' => 'i',
            'ò' | 'ó' | 'ỏ' | 'õ' | 'ọ' | 'ô' | 'ố'..='ộ' | 'ơ' | 'ớ'..='ợ' => 'o',
            'ù' | 'ú' | 'ủ' | 'ũ' | 'ụ' | 'ư' | 'ứ'..='ự' => 'u',
            'ỳ' | 'ý' | 'ỷ' | 'ỹ' | 'ỵ' => 'y',
            'đ' => 'd',
            '％' => '%',
            space if space.is_whitespace() => ' ',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_with_and_without_their_marks() {
        assert_eq!(fold("Từ KHOẢNG người trở lên đến"), "tu khoang nguoi tro len den");
        assert_eq!(fold("Phù Mỹ, Thụy, Lý, Kỳ"), "phu my, thuy, ly, ky");
        assert_eq!(fold("a\u{302}\u{301}35\u{202f}002"), "a35 002");
    }
}
