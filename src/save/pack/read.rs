//! Values from bytes, with a bound on how much they may grow into.

use serde_json::{Map, Value};

use super::bytes::Reader;
use super::{Damaged, MOST_DEPTH, WIDEST_ROW, numbers, tag};

/// Reads values and counts what they take.
pub(super) struct Values<'a> {
    pub(super) reader: Reader<'a>,
    /// How many plain values may still come; other things take the room of several.
    pub(super) room: usize,
}

/// A text of so many bytes takes the room of a value more.
const PIECE: usize = 32;
/// A value with named fields takes the room of so many more, a list of a row of one more.
const FIELDS: usize = 8;

impl Values<'_> {
    /// Reads one value.
    ///
    /// # Errors
    /// [`Damaged`]: the bytes end too soon or mean nothing, or they would grow beyond the bound.
    pub(super) fn value(&mut self, depth: usize) -> Result<Value, Damaged> {
        self.spend(1)?;
        Ok(match self.reader.byte()? {
            tag::NULL => Value::Null,
            tag::FALSE => Value::Bool(false),
            tag::TRUE => Value::Bool(true),
            tag::NUMBER => Value::from(self.reader.number()?),
            tag::NEGATIVE => Value::from(!self.reader.number()?.cast_signed()),
            tag::TEXT => Value::String(self.text()?),
            tag::FIELDS => {
                self.spend(FIELDS)?;
                let depth = deeper(depth)?;
                let mut fields = Map::new();
                for _ in 0..self.reader.count()? {
                    let name = self.text()?;
                    fields.insert(name, self.value(depth)?);
                }
                Value::Object(fields)
            }
            tag => Value::Array(self.list(tag, depth)?),
        })
    }

    fn list(&mut self, tag: u8, depth: usize) -> Result<Vec<Value>, Damaged> {
        let depth = deeper(depth)?;
        let count = self.reader.count()?;
        match tag {
            tag::LIST => (0..count).map(|_| self.value(depth)).collect(),
            tag::SAME => self.same(count, depth),
            tag::SPARSE => {
                let there = self.bits(count)?;
                let mut rest = self.column(ones(&there), depth)?.into_iter();
                Ok(there
                    .into_iter()
                    .map(|there| there.then(|| rest.next()).flatten().unwrap_or(Value::Null))
                    .collect())
            }
            tag::NUMBERS => {
                self.spend(count)?;
                Ok(numbers::read(count, &mut self.reader)?.into_iter().map(Value::from).collect())
            }
            tag::STEPS => {
                self.spend(count)?;
                let first = self.reader.number()?;
                let steps = numbers::read(count.checked_sub(1).ok_or(Damaged)?, &mut self.reader)?;
                let climbed = steps.into_iter().scan(first, |at, step| {
                    let difference = (step >> 1) ^ (step & 1).wrapping_neg();
                    *at = at.wrapping_add(difference);
                    Some(*at)
                });
                Ok(std::iter::once(first).chain(climbed).map(Value::from).collect())
            }
            tag::TEXTS => {
                self.spend(count)?;
                let lengths = numbers::read(count, &mut self.reader)?;
                lengths.into_iter().map(|length| Ok(Value::String(self.text_of(length)?))).collect()
            }
            tag::ROWS => self.rows(count, depth),
            tag::RECORDS => self.records(count, depth),
            _ => Err(Damaged),
        }
    }

    /// A list that must have so many values.
    fn column(&mut self, count: usize, depth: usize) -> Result<Vec<Value>, Damaged> {
        let tag = self.reader.byte()?;
        self.list(tag, depth).and_then(|list| if list.len() == count { Ok(list) } else { Err(Damaged) })
    }

    fn same(&mut self, count: usize, depth: usize) -> Result<Vec<Value>, Damaged> {
        let before = self.room;
        let value = self.value(depth)?;
        let taken = before - self.room;
        self.spend(taken.checked_mul(count).ok_or(Damaged)?)?;
        Ok(vec![value; count])
    }

    fn rows(&mut self, count: usize, depth: usize) -> Result<Vec<Value>, Damaged> {
        let width = self.reader.count()?;
        if !(1..=WIDEST_ROW).contains(&width) {
            return Err(Damaged);
        }
        self.spend(count)?;
        let mut rows = vec![Vec::with_capacity(width); count];
        for _ in 0..width {
            let column = self.column(count, depth)?;
            rows.iter_mut().zip(column).for_each(|(row, value)| row.push(value));
        }
        Ok(rows.into_iter().map(Value::Array).collect())
    }

    fn records(&mut self, count: usize, depth: usize) -> Result<Vec<Value>, Damaged> {
        self.spend(count.checked_mul(FIELDS).ok_or(Damaged)?)?;
        let mut records = vec![Map::new(); count];
        for _ in 0..self.reader.count()? {
            let name = self.text()?;
            let there = self.bits(count)?;
            let values = self.column(ones(&there), depth)?;
            self.spend(values.len() * (name.len() / PIECE))?;
            let having = records.iter_mut().zip(there).filter(|(_, there)| *there);
            for ((record, _), value) in having.zip(values) {
                record.insert(name.clone(), value);
            }
        }
        Ok(records.into_iter().map(Value::Object).collect())
    }

    fn text(&mut self) -> Result<String, Damaged> {
        let length = self.reader.number()?;
        self.text_of(length)
    }

    fn text_of(&mut self, length: u64) -> Result<String, Damaged> {
        let bytes = self.reader.take(usize::try_from(length).map_err(|_| Damaged)?)?;
        self.spend(bytes.len() / PIECE)?;
        String::from_utf8(bytes.to_vec()).map_err(|_| Damaged)
    }

    fn bits(&mut self, count: usize) -> Result<Vec<bool>, Damaged> {
        let bytes = self.reader.take(count.div_ceil(8))?;
        Ok((0..count).map(|place| bytes[place / 8] >> (7 - place % 8) & 1 == 1).collect())
    }

    fn spend(&mut self, room: usize) -> Result<(), Damaged> {
        self.room = self.room.checked_sub(room).ok_or(Damaged)?;
        Ok(())
    }
}

fn deeper(depth: usize) -> Result<usize, Damaged> {
    if depth + 1 < MOST_DEPTH { Ok(depth + 1) } else { Err(Damaged) }
}

fn ones(bits: &[bool]) -> usize {
    bits.iter().filter(|bit| **bit).count()
}
