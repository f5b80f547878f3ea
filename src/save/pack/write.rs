//! Values as bytes, lists column by column.

use std::collections::BTreeSet;

use serde_json::{Map, Value};

use super::bytes::push_number;
use super::{MOST_DEPTH, WIDEST_ROW, numbers, tag};

/// Adds a value to the bytes; `None` where it holds what cannot be packed: a fraction, or too deep a nesting.
pub(super) fn write(value: &Value, depth: usize, bytes: &mut Vec<u8>) -> Option<()> {
    match value {
        Value::Null => bytes.push(tag::NULL),
        Value::Bool(false) => bytes.push(tag::FALSE),
        Value::Bool(true) => bytes.push(tag::TRUE),
        Value::Number(number) => {
            let (tag, number) = match (number.as_u64(), number.as_i64()) {
                (Some(number), _) => (tag::NUMBER, number),
                (None, Some(number)) => (tag::NEGATIVE, (!number).cast_unsigned()),
                (None, None) => return None,
            };
            bytes.push(tag);
            push_number(number, bytes);
        }
        Value::String(text) => {
            bytes.push(tag::TEXT);
            push_text(text, bytes);
        }
        Value::Object(fields) => {
            let depth = depth.checked_add(1).filter(|depth| *depth < MOST_DEPTH)?;
            bytes.push(tag::FIELDS);
            push_count(fields.len(), bytes);
            for (name, value) in fields {
                push_text(name, bytes);
                write(value, depth, bytes)?;
            }
        }
        Value::Array(items) => write_list(&items.iter().collect::<Vec<_>>(), depth, bytes)?,
    }
    Some(())
}

/// Adds a list by the first shape that fits.
fn write_list(items: &[&Value], depth: usize, bytes: &mut Vec<u8>) -> Option<()> {
    let depth = depth.checked_add(1).filter(|depth| *depth < MOST_DEPTH)?;
    let mut begin = |tag| {
        bytes.push(tag);
        push_count(items.len(), bytes);
    };
    if let [first, second, ..] = items
        && items.iter().all(|item| item == first)
    {
        debug_assert_eq!(first, second);
        begin(tag::SAME);
        return write(first, depth, bytes);
    }
    if items.len() > 1 && items.iter().any(|item| item.is_null()) {
        begin(tag::SPARSE);
        push_bits(items.iter().map(|item| !item.is_null()), bytes);
        let rest: Vec<&Value> = items.iter().copied().filter(|item| !item.is_null()).collect();
        return write_list(&rest, depth, bytes);
    }
    if let Some(list) = all(items, Value::as_u64) {
        write_numbers(&list, bytes);
    } else if let Some(texts) = all(items, Value::as_str) {
        begin(tag::TEXTS);
        let lengths: Vec<u64> = texts.iter().map(|text| text.len() as u64).collect();
        numbers::write(&lengths, bytes);
        texts.iter().for_each(|text| bytes.extend(text.as_bytes()));
    } else if let Some((width, rows)) = rows(items) {
        begin(tag::ROWS);
        push_count(width, bytes);
        for column in 0..width {
            write_list(&rows.iter().map(|row| &row[column]).collect::<Vec<_>>(), depth, bytes)?;
        }
    } else if let Some(records) = all(items, Value::as_object).filter(|records| records.len() > 1) {
        begin(tag::RECORDS);
        write_records(&records, depth, bytes)?;
    } else {
        begin(tag::LIST);
        for item in items {
            write(item, depth, bytes)?;
        }
    }
    Some(())
}

/// What `read` sees in every item, where it sees something in each.
fn all<'a, T>(items: &[&'a Value], read: impl Fn(&'a Value) -> Option<T>) -> Option<Vec<T>> {
    if items.is_empty() { None } else { items.iter().map(|item| read(item)).collect() }
}

/// More than one list, all of one length, and short: pairs of a unit and its figure, say.
fn rows<'a>(items: &[&'a Value]) -> Option<(usize, Vec<&'a Vec<Value>>)> {
    let rows = all(items, Value::as_array)?;
    let width = rows.first()?.len();
    let fits = rows.len() > 1 && (1..=WIDEST_ROW).contains(&width);
    (fits && rows.iter().all(|row| row.len() == width)).then_some((width, rows))
}

/// Numbers as they are, or by their steps, whichever is shorter.
fn write_numbers(list: &[u64], bytes: &mut Vec<u8>) {
    let mut plain = vec![tag::NUMBERS];
    push_count(list.len(), &mut plain);
    numbers::write(list, &mut plain);
    let mut by_steps = vec![tag::STEPS];
    push_count(list.len(), &mut by_steps);
    push_number(list[0], &mut by_steps);
    let steps: Vec<u64> = list.windows(2).map(|pair| step(pair[0], pair[1])).collect();
    numbers::write(&steps, &mut by_steps);
    bytes.append(if by_steps.len() < plain.len() { &mut by_steps } else { &mut plain });
}

/// From one number to the next, small steps in either direction as small numbers.
fn step(from: u64, to: u64) -> u64 {
    let difference = to.wrapping_sub(from).cast_signed();
    ((difference << 1) ^ (difference >> 63)).cast_unsigned()
}

fn write_records(records: &[&Map<String, Value>], depth: usize, bytes: &mut Vec<u8>) -> Option<()> {
    let names: BTreeSet<&String> = records.iter().flat_map(|record| record.keys()).collect();
    push_count(names.len(), bytes);
    for name in names {
        push_text(name, bytes);
        push_bits(records.iter().map(|record| record.contains_key(name)), bytes);
        write_list(&records.iter().filter_map(|record| record.get(name)).collect::<Vec<_>>(), depth, bytes)?;
    }
    Some(())
}

fn push_text(text: &str, bytes: &mut Vec<u8>) {
    push_count(text.len(), bytes);
    bytes.extend(text.as_bytes());
}

fn push_count(count: usize, bytes: &mut Vec<u8>) {
    push_number(count as u64, bytes);
}

/// Eight to a byte, the first in the highest bit.
fn push_bits(bits: impl Iterator<Item = bool>, bytes: &mut Vec<u8>) {
    for (place, bit) in bits.enumerate() {
        if place % 8 == 0 {
            bytes.push(0);
        }
        if let Some(last) = bytes.last_mut() {
            *last |= u8::from(bit) << (7 - place % 8);
        }
    }
}
