//! Any JSON comes back, any bytes are answered, and no text grows without bound.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use serde_json::json;

use super::*;

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        2 => any::<u64>().prop_map(Value::from),
        4 => (0..90_000u64).prop_map(Value::from),
        1 => (i64::MIN..0).prop_map(Value::from),
        3 => "[a-zđạ\"\\\\ ]{0,9}".prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 120, 12, |inner| {
        let rows = (1..5usize)
            .prop_flat_map(|width| vec(vec((0..9_000u64).prop_map(Value::from), width).prop_map(Value::from), 0..9));
        prop_oneof![
            2 => vec(inner.clone(), 0..12).prop_map(Value::from),
            1 => rows.prop_map(Value::from),
            1 => (inner.clone(), 0..9usize).prop_map(|(value, count)| Value::from(vec![value; count])),
            2 => btree_map("[a-e]", inner.clone(), 0..5).prop_map(|fields| Value::Object(fields.into_iter().collect())),
            2 => vec(btree_map("[a-c]", inner, 0..4), 0..9).prop_map(|records| {
                Value::from_iter(records.into_iter().map(|fields| Value::Object(fields.into_iter().collect())))
            }),
        ]
    })
}

fn unpacked(packed: &[u8]) -> Result<Value, Damaged> {
    unpack(packed).and_then(|unpacked| unpacked.value)
}

/// Packs what the reader is to refuse, with a sum that is right.
fn forged(columns: &[u8], length: u64) -> Vec<u8> {
    let mut body = Vec::new();
    push_number(length, &mut body);
    body.append(&mut compress_to_vec(columns, EFFORT));
    let mut packed = vec![2];
    packed.extend(sum(2, &body).to_be_bytes());
    packed.append(&mut body);
    packed
}

#[test]
fn figures_of_a_column_take_about_as_many_bits_as_they_carry() {
    let figures: Vec<_> = (0..168u64).map(|unit| json!([unit + 1, 3_000 + unit * 7_919 % 5_003])).collect();
    let packed = pack(2, &json!(figures)).expect("packable");
    assert!(packed.len() < 168 * 14 / 8 + 40, "{} bytes", packed.len());
}

#[test]
fn fractions_and_bottomless_nesting_are_left_to_json() {
    assert_eq!(pack(2, &json!([1.5])), None);
    let deep = (0..MOST_DEPTH).fold(Value::Null, |inner, _| json!([inner]));
    assert_eq!(pack(2, &deep), None);
}

#[test]
fn what_would_grow_without_bound_is_refused() {
    let many = |tag: u8, then: &[u8]| {
        let mut bytes = vec![tag];
        push_number(u64::MAX / 4, &mut bytes);
        bytes.extend(then);
        bytes
    };
    // Lists of numbers, of the same value, of records without fields, of rows: each claims more than there can be.
    for columns in [
        many(tag::NUMBERS, &[0, 0, 0xff]),
        many(tag::STEPS, &[0, 0, 0, 0xff]),
        many(tag::SAME, &[tag::NULL]),
        many(tag::RECORDS, &[0]),
        many(tag::ROWS, &[1, tag::SAME, 1, tag::NULL]),
        many(tag::TEXTS, &[0, 0, 0xff]),
        many(tag::SPARSE, &[0xff]),
        many(tag::LIST, &[tag::NULL]),
    ] {
        assert_eq!(unpacked(&forged(&columns, columns.len() as u64)), Err(Damaged), "{columns:?}");
    }
    // The same of the same of the same.
    let nested: Vec<u8> = (0..20).flat_map(|_| [tag::SAME, 0xff, 0x7f]).chain([tag::NULL]).collect();
    assert_eq!(unpacked(&forged(&nested, nested.len() as u64)), Err(Damaged));
    // Zeros without end, stated or not.
    let zeros = vec![0; MOST_BYTES + 1];
    for length in [zeros.len() as u64, 1, u64::MAX] {
        assert_eq!(unpacked(&forged(&zeros, length)), Err(Damaged));
    }
}

proptest! {
    #[test]
    fn any_json_comes_back(value in any_json()) {
        let packed = pack(2, &value).expect("no fractions, not deep");
        prop_assert_eq!(unpack(&packed), Ok(Unpacked { version: 2, value: Ok(value) }));
    }

    #[test]
    fn one_changed_or_missing_byte_is_damage(value in any_json(), at in any::<prop::sample::Index>(), bit in 0..8u8) {
        let mut packed = pack(2, &value).expect("no fractions, not deep");
        let place = at.index(packed.len());
        prop_assert_eq!(unpack(&packed[..place]), Err(Damaged));
        packed[place] ^= 1 << bit;
        prop_assert_eq!(unpack(&packed), Err(Damaged));
    }

    #[test]
    fn columns_of_any_bytes_are_values_or_damaged(columns in vec(prop_oneof![3 => 0..16u8, 1 => any::<u8>()], 0..60)) {
        if let Ok(value) = unpacked(&forged(&columns, columns.len() as u64)) {
            prop_assert!(pack(2, &value).is_some());
        }
    }
}
