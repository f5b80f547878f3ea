//! Numbers of a problem: exact, not negative, and below 2^64 above and below the bar.

use num_bigint::BigInt;

use super::fields::Fault;
use super::json::Json;
use crate::model::{Decimal, Rate};

/// The largest whole number every JSON reader keeps exactly.
pub(super) const LARGEST_JSON: u64 = 1 << 53;

/// More characters than two numbers below 2^64 and many decimals need.
const LONGEST_TEXT: usize = 100;

/// A number of people.
pub(super) fn count(value: &Json, place: &str) -> Result<u64, Fault> {
    let rate = ratio(value, place)?;
    let whole = rate.is_integer().then(|| u64::try_from(rate.numer()).ok()).flatten();
    whole.ok_or_else(|| {
        Fault::new(
            "people are whole numbers",
            place,
            "write a whole number such as 35002, or \"35002\" as a string",
        )
    })
}

/// Any ratio, such as a weight.
pub(super) fn ratio(value: &Json, place: &str) -> Result<Rate, Fault> {
    match value {
        Json::Count(number) if *number <= LARGEST_JSON => Ok(Rate::from_integer(BigInt::from(*number))),
        Json::Count(number) => Err(Fault::new(
            "a number above 2^53 may have been rounded on the way",
            place,
            format!("write it as a string: \"{number}\""),
        )),
        Json::Float => Err(Fault::new(
            "a number with a decimal mark or exponent, or above 2^64, is not exact",
            place,
            "write it as a string, such as \"0.25\" or \"7/3\"",
        )),
        Json::Negative => Err(negative(place)),
        Json::Text(text) => from_text(text, place),
        other => Err(Fault::new(
            format!("this is {}, not a number", other.kind()),
            place,
            "write a whole number, or a string such as \"7/3\" or \"0.25\"",
        )),
    }
}

fn from_text(text: &str, place: &str) -> Result<Rate, Fault> {
    if text.len() > LONGEST_TEXT {
        return Err(Fault::new(
            format!("the number has more than {LONGEST_TEXT} characters"),
            place,
            "round it or shorten the fraction",
        ));
    }
    let wrong = || {
        Fault::new(
            format!("“{text}” is not a number"),
            place,
            "write digits, such as \"62924\", \"7/3\" or \"0.25\"",
        )
    };
    let too_large = || {
        Fault::new(
            "the number, or what stands above or below its bar, is 2^64 or more",
            place,
            "use smaller numbers; only the ratios of weights matter",
        )
    };
    if text.starts_with('-') {
        return Err(negative(place));
    }
    if let Some((numer, denom)) = text.split_once('/') {
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(numer) || !digits(denom) {
            return Err(wrong());
        }
        let whole = |part: &str| part.parse::<u64>().map_err(|_| too_large());
        let (numer, denom) = (whole(numer)?, whole(denom)?);
        if denom == 0 {
            return Err(Fault::new("a fraction over zero", place, "write a denominator above zero"));
        }
        return Ok(Rate::new(BigInt::from(numer), BigInt::from(denom)));
    }
    let rate = text.parse::<Decimal>().map_err(|_| wrong())?.to_rate();
    if rate.numer().bits() > 64 || rate.denom().bits() > 64 {
        return Err(too_large());
    }
    Ok(rate)
}

fn negative(place: &str) -> Fault {
    Fault::new("the number is negative", place, "write zero or more")
}
