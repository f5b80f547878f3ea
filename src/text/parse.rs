//! From typed text to facts, the same in every language: `35.002`, `35,002`, `4,83%`, `+6.499`, `37–38%`,
//! `từ 95% trở lên`, `khoảng 31%`.

mod date;
mod number;

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

pub use self::date::parse_date;
use self::number::{Number, Sign};
use crate::model::{Form, MixPart, Qualifier, Quantity};
use crate::reading::{fold, is_separator};

/// Why typed text is not the number the field needs; `found` is what was typed.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Nothing was typed.
    #[error("nothing was typed")]
    Empty,
    /// No name was typed where one must stand.
    #[error("no name was typed")]
    NoName,
    /// Not a number in any accepted form.
    #[error("{found:?} is not a number")]
    NotNumber {
        /// What was typed.
        found: String,
    },
    /// A part of a person, less than nobody, or a rate where people are counted.
    #[error("{found:?} is not a whole number of people, 0 or more")]
    NotWhole {
        /// What was typed.
        found: String,
    },
    /// Does not fit in 64 bits.
    #[error("{found:?} is too large")]
    TooLarge {
        /// What was typed.
        found: String,
    },
    /// The lower end of a range is above the upper one.
    #[error("{found:?} runs from the higher to the lower end")]
    RangeReversed {
        /// What was typed.
        found: String,
    },
    /// A rate with a sign: a rate is not negative, and a plus may mean points or growth.
    #[error("{found:?}: a rate has no sign")]
    SignedRate {
        /// What was typed.
        found: String,
    },
    /// Not a day of the calendar, day first.
    #[error("{found:?} is not a day")]
    NotDay {
        /// What was typed.
        found: String,
    },
    /// A range, “about”, “at least” or a plus where the field takes one plain number.
    #[error("{found:?} is not one plain number")]
    NotPlain {
        /// What was typed.
        found: String,
    },
    /// Not a share in per cent, from 0 to 100 with one decimal at most.
    #[error("{found:?} is not a share from 0 to 100 per cent, with one decimal at most")]
    NotShare {
        /// What was typed.
        found: String,
    },
}

/// Which of the three linked fields was typed in: what a bare number means there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TargetField {
    /// People; signed: more than last year.
    People,
    /// Per cent of the base.
    Rate,
    /// Growth on last year, per cent.
    Growth,
}

/// Reads a target.
///
/// # Errors
/// [`ReadError`], with what was typed.
pub fn parse_target(text: &str, field: TargetField) -> Result<Quantity, ReadError> {
    let typed = Typed::read(text)?;
    let form = typed.form(field);
    if form == Form::Rate && typed.signed() {
        return Err(ReadError::SignedRate { found: excerpt(text) });
    }
    // "-5" where people are counted is a slip more often than a wish; a fall is given in per cent.
    if form == Form::Increase && typed.lower.sign == Sign::Minus {
        return Err(ReadError::NotWhole { found: excerpt(text) });
    }
    let value = typed.lower.value(form, text)?;
    let upper = typed.upper.as_ref().map(|upper| upper.value(form, text)).transpose()?;
    if upper.as_ref().is_some_and(|upper| upper.to_rate() < value.to_rate()) {
        return Err(ReadError::RangeReversed { found: excerpt(text) });
    }
    Ok(Quantity { form, value, upper, qualifier: typed.qualifier })
}

/// Reads a floor or ceiling: people, a rate (`95%`), growth (`+10%`) or an increase (`+300`).
///
/// # Errors
/// [`ReadError`], with what was typed.
pub fn parse_limit(text: &str) -> Result<Quantity, ReadError> {
    let quantity = parse_target(text, TargetField::People)?;
    if quantity.upper.is_some() || quantity.qualifier != Qualifier::Exact {
        return Err(ReadError::NotPlain { found: excerpt(text) });
    }
    Ok(quantity)
}

/// Reads a whole number of people.
///
/// # Errors
/// [`ReadError`], with what was typed.
pub fn parse_count(text: &str) -> Result<u64, ReadError> {
    let typed = Typed::read(text)?;
    let found = || excerpt(text);
    if typed.upper.is_some() || typed.qualifier != Qualifier::Exact || typed.lower.sign == Sign::Plus {
        return Err(ReadError::NotPlain { found: found() });
    }
    if typed.percent || typed.lower.sign == Sign::Minus {
        return Err(ReadError::NotWhole { found: found() });
    }
    let people = typed.lower.value(Form::People, text)?;
    people.digits().to_u64().ok_or_else(|| ReadError::TooLarge { found: found() })
}

/// Reads a share in per cent, `33,3` or `33,3%`, as per mille.
///
/// # Errors
/// [`ReadError`], with what was typed.
pub fn parse_share(text: &str) -> Result<u16, ReadError> {
    let typed = Typed::read(text)?;
    let wrong = || ReadError::NotShare { found: excerpt(text) };
    let is_plain = typed.upper.is_none() && typed.qualifier == Qualifier::Exact && !typed.people;
    if !is_plain || typed.signed() {
        return Err(wrong());
    }
    let per_mille = typed.lower.value(Form::Rate, text)?.to_rate() * BigInt::from(10);
    let per_mille = if per_mille.is_integer() { per_mille.to_integer().to_u16() } else { None };
    per_mille.filter(|&share| u32::from(share) <= MixPart::WHOLE).ok_or_else(wrong)
}

/// No number a person types is longer.
const MOST_CHARACTERS: usize = 40;

/// What was typed, before the field says what it means.
struct Typed {
    qualifier: Qualifier,
    lower: Number,
    upper: Option<Number>,
    percent: bool,
    people: bool,
}

impl Typed {
    fn read(text: &str) -> Result<Self, ReadError> {
        let folded = fold(text);
        let rest = folded.trim();
        if rest.is_empty() {
            return Err(ReadError::Empty);
        }
        let wrong = || ReadError::NotNumber { found: excerpt(text) };
        let (about, rest) = without_prefix(rest, &["khoang", "about", "around", "~", "≈"]);
        let (at_least, rest) = without_prefix(rest, &["≥", ">=", "it nhat", "toi thieu", "at least"]);
        let (from, rest) = without_prefix(rest, &["tu ", "from "]);
        let (upwards, rest) = without_suffix(rest, &["tro len", "or more", "and above", "and over"]);
        let (lower, upper) = match split_range(rest) {
            Some((lower, upper)) => (lower, Some(upper)),
            None => (rest, None),
        };
        let lower = End::read(lower).ok_or_else(wrong)?;
        let upper = upper.map(|upper| End::read(upper).ok_or_else(wrong)).transpose()?;
        let open_end = at_least || upwards || (from && upper.is_none());
        let qualifier = match (about, open_end) {
            (true, true) => return Err(wrong()),
            (true, false) => Qualifier::About,
            (false, true) => Qualifier::AtLeast,
            (false, false) => Qualifier::Exact,
        };
        let percent = lower.percent || upper.as_ref().is_some_and(|end| end.percent);
        let people = lower.people || upper.as_ref().is_some_and(|end| end.people);
        let sign_only_above = lower.number.sign == Sign::None
            && upper.as_ref().is_some_and(|end| end.number.sign != Sign::None);
        if (percent && people) || (open_end && upper.is_some()) || sign_only_above {
            return Err(wrong());
        }
        Ok(Self { qualifier, lower: lower.number, upper: upper.map(|end| end.number), percent, people })
    }

    fn signed(&self) -> bool {
        self.lower.sign != Sign::None
    }

    fn form(&self, field: TargetField) -> Form {
        let ends = || [Some(&self.lower), self.upper.as_ref()].into_iter().flatten();
        // Nobody means 1,000 per cent without saying so: from four digits on it is people, grouped or not.
        let thousands = || ends().all(Number::is_thousands);
        let grouped = || self.signed() && ends().all(Number::is_grouped) || thousands();
        match field {
            _ if self.percent && field == TargetField::Growth => Form::Growth,
            _ if self.percent && field == TargetField::Rate => Form::Rate,
            _ if self.percent => {
                if self.signed() {
                    Form::Growth
                } else {
                    Form::Rate
                }
            }
            TargetField::Growth if self.people || grouped() => Form::Increase,
            TargetField::Growth => Form::Growth,
            TargetField::Rate if !self.people && !grouped() => Form::Rate,
            TargetField::People | TargetField::Rate if self.signed() => Form::Increase,
            TargetField::People | TargetField::Rate => Form::People,
        }
    }
}

/// One end of a range, or the only number.
struct End {
    number: Number,
    percent: bool,
    people: bool,
}

impl End {
    fn read(text: &str) -> Option<Self> {
        let (people, rest) = without_suffix(text, &["nguoi", "people", "person"]);
        let (percent, rest) = without_suffix(rest, &["%", "phan tram", "per cent", "percent"]);
        let (sign, rest) = match rest.chars().next()? {
            '+' => (Sign::Plus, &rest[1..]),
            dash if is_dash(dash) => (Sign::Minus, &rest[dash.len_utf8()..]),
            _ => (Sign::None, rest),
        };
        let digits = rest.trim();
        let starts_and_ends_well = digits.starts_with(|c: char| c.is_ascii_digit())
            && digits.ends_with(|c: char| c.is_ascii_digit());
        let all_known = digits.chars().all(|c| c.is_ascii_digit() || is_separator(c));
        let fits = digits.chars().count() <= MOST_CHARACTERS;
        (starts_and_ends_well && all_known && fits).then(|| Self {
            number: Number { sign, digits: digits.into() },
            percent,
            people,
        })
    }
}

/// The two ends of a range; a dash in front of the first digit is a sign.
fn split_range(text: &str) -> Option<(&str, &str)> {
    let first_digit = text.find(|c: char| c.is_ascii_digit())?;
    let behind = &text[first_digit..];
    let (at, length) = [" den ", " to "]
        .iter()
        .find_map(|word| behind.find(word).map(|at| (at, word.len())))
        .or_else(|| behind.char_indices().find(|&(_, c)| is_dash(c)).map(|(at, c)| (at, c.len_utf8())))?;
    let at = first_digit + at;
    Some((text[..at].trim(), text[at + length..].trim()))
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '−' | '–' | '—' | '‑')
}

fn without_prefix<'a>(text: &'a str, prefixes: &[&str]) -> (bool, &'a str) {
    let rest = prefixes.iter().find_map(|prefix| text.strip_prefix(prefix));
    (rest.is_some(), rest.unwrap_or(text).trim())
}

fn without_suffix<'a>(text: &'a str, suffixes: &[&str]) -> (bool, &'a str) {
    let rest = suffixes.iter().find_map(|suffix| text.strip_suffix(suffix));
    (rest.is_some(), rest.unwrap_or(text).trim())
}

/// What was typed, short enough to be shown in a sentence.
pub(super) fn excerpt(text: &str) -> String {
    let text = text.trim();
    let start: String = text.chars().take(MOST_CHARACTERS).collect();
    if start.len() < text.len() { format!("{start}…") } else { start }
}
