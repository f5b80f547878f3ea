//! JSON as it was written: fields in order, repeated ones kept, so that mistakes can be named.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

/// Any JSON value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Json {
    Null,
    Bool,
    /// A whole number, not negative.
    Count(u64),
    /// A negative whole number.
    Negative,
    /// Any other number; its value is of no use, since it may have been rounded on the way.
    Float,
    Text(String),
    Array(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// An array or object at a depth that is not read.
    TooDeep,
}

/// How many arrays and objects may stand in one another. What is deeper is passed over, so that no text is deep enough to
/// use up the stack.
pub(super) const MOST_LEVELS: usize = 500;

impl Json {
    /// Reads a text.
    ///
    /// # Errors
    /// Where it is not JSON.
    pub fn read(text: &str) -> serde_json::Result<Self> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        // The limit of our own is higher, and spoils only the problem that goes beyond it.
        deserializer.disable_recursion_limit();
        let json = Reader { levels: MOST_LEVELS }.deserialize(&mut deserializer)?;
        deserializer.end()?;
        Ok(json)
    }

    /// What it is, in words.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool => "true or false",
            Self::Count(_) => "a number",
            Self::Negative => "a negative number",
            Self::Float => "a number with a decimal mark or exponent, or too long",
            Self::Text(_) => "a string",
            Self::Array(_) => "an array",
            Self::Object(_) => "an object",
            Self::TooDeep => "nested too deeply",
        }
    }
}

/// Reads a value that may hold this many levels.
#[derive(Clone, Copy)]
struct Reader {
    levels: usize,
}

impl Reader {
    /// For what stands one level further in; `None` where nothing may.
    fn inside(self) -> Option<Self> {
        Some(Self { levels: self.levels.checked_sub(1)? })
    }
}

impl<'de> DeserializeSeed<'de> for Reader {
    type Value = Json;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Json, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Bool)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(Json::Count(number))
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(u64::try_from(number).map_or(Json::Negative, Json::Count))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Float)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_string<E>(self, text: String) -> Result<Json, E> {
        Ok(Json::Text(text))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let Some(inside) = self.inside() else {
            while seq.next_element::<IgnoredAny>()?.is_some() {}
            return Ok(Json::TooDeep);
        };
        let mut items = Vec::new();
        while let Some(item) = seq.next_element_seed(inside)? {
            items.push(item);
        }
        Ok(Json::Array(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let Some(inside) = self.inside() else {
            while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
            return Ok(Json::TooDeep);
        };
        let mut fields = Vec::new();
        while let Some(name) = map.next_key()? {
            fields.push((name, map.next_value_seed(inside)?));
        }
        Ok(Json::Object(fields))
    }
}
