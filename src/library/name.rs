//! Names: which are free, which will not do.

/// Why a name will not do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    /// It is blank.
    Blank,
    /// Another scenario has it.
    Taken,
}

/// What is wrong with a name typed, where the other scenarios have the names `others`.
#[must_use]
pub fn name_fault(name: &str, others: &[String]) -> Option<NameFault> {
    let name = name.trim();
    if name.is_empty() {
        Some(NameFault::Blank)
    } else {
        others.iter().any(|other| other.trim() == name).then_some(NameFault::Taken)
    }
}

/// `name` itself, or where it is taken the next number behind it: `Sơn La (2)`, and after that `Sơn La (3)`.
#[must_use]
pub fn free_name(name: &str, taken: &[String]) -> String {
    let is_free = |candidate: &str| taken.iter().all(|other| other != candidate);
    if is_free(name) {
        return name.to_owned();
    }
    let (stem, number) = numbered(name);
    (number + 1..=u64::MAX)
        .map(|number| format!("{stem} ({number})"))
        .find(|candidate| is_free(candidate))
        .unwrap_or_else(|| name.to_owned())
}

/// A name without the number behind it, and that number: 1 where there is none.
fn numbered(name: &str) -> (&str, u64) {
    let split = name.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match split.and_then(|(stem, digits)| Some((stem, digits.parse::<u32>().ok()?))) {
        Some((stem, number)) if number > 1 && !stem.is_empty() => (stem, number.into()),
        _ => (name, 1),
    }
}

/// Whether an id from elsewhere can name a scenario here: letters, digits and hyphens, not too many.
#[must_use]
pub fn is_plain(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(names: &[&str]) -> Vec<String> {
        names.iter().map(|&name| name.to_owned()).collect()
    }

    #[test]
    fn a_taken_name_gets_the_next_number() {
        for (name, taken, free) in [
            ("Sơn La", &[][..], "Sơn La"),
            ("Sơn La", &["Sơn La"], "Sơn La (2)"),
            ("Sơn La (2)", &["Sơn La", "Sơn La (2)"], "Sơn La (3)"),
            ("Sơn La", &["Sơn La", "Sơn La (2)"], "Sơn La (3)"),
            ("Dự thảo (lần 1)", &["Dự thảo (lần 1)"], "Dự thảo (lần 1) (2)"),
            ("(2)", &["(2)"], "(2) (2)"),
        ] {
            assert_eq!(free_name(name, &names(taken)), free);
        }
    }

    #[test]
    fn a_name_is_neither_blank_nor_taken() {
        let others = names(&["Sơn La"]);
        assert_eq!(name_fault(" \t", &others), Some(NameFault::Blank));
        assert_eq!(name_fault(" Sơn La ", &others), Some(NameFault::Taken));
        assert_eq!(name_fault("Sơn La 2", &others), None);
    }

    #[test]
    fn an_id_from_elsewhere_is_letters_digits_and_hyphens() {
        for (id, plain) in
            [("pa-19a-7f", true), ("", false), ("a/1", false), ("ă", false), (&"a".repeat(65), false)]
        {
            assert_eq!(is_plain(id), plain, "{id}");
        }
    }
}
