//! Large documents and histories are packed, links carry a document: each comes back the same, or is refused by name.
//! Every version ever released still loads.

use bao_phu::edit::{Draft, History};
use bao_phu::example;
use bao_phu::model::{Scenario, UnitId};
use bao_phu::save::{
    SaveError, VERSION, from_link, load, load_beside, save, save_beside, save_readable, stored_characters,
    to_link,
};
use proptest::prelude::*;
use serde_json::Value;

use crate::common::{SON_LA, any_province, lock};

const V1_FULL: &str = include_str!("../data/saves/v1_full.json");
const V1_HISTORY: &str = include_str!("../data/saves/v1_history.json");
const V2: &str = include_str!("../data/saves/v2.json");
const V2_PACKED: &str = include_str!("../data/saves/v2_packed.json");
const V2_HISTORY: &str = include_str!("../data/saves/v2_history.json");
const V2_LINK: &str = include_str!("../data/saves/v2_link.txt");

/// A province of 168 communes under Sơn La's districts, with figures of its own.
fn large() -> Scenario {
    let mut scenario = load(V1_FULL).expect("a version that was released");
    let like = scenario.units[1].clone();
    for id in 200..368 {
        let (name, parent) = (format!("Xã {id}"), Some(UnitId(1 + id % 12)));
        scenario.units.push(bao_phu::model::Unit { id: UnitId(id), name, parent, ..like.clone() });
        for (place, column) in scenario.facts.iter_mut().enumerate() {
            column.figures.push((UnitId(id), u64::from(id) * 7_919 % 5_003 + place as u64));
        }
    }
    scenario
}

/// Sơn La after so many locks, one step each, the last two taken back.
fn history(steps: u32) -> Draft {
    let mut draft = Draft::new(example::first());
    for step in 0..steps {
        let edit = lock(SON_LA, 1 + step % 12, u64::from(step) * 37 % 9_000);
        draft.apply_at(edit, Some(29_000_000 + step)).expect("an edit that fits");
    }
    for _ in 0..2 {
        draft.undo().expect("a history that fits");
    }
    draft
}

fn is_packed(text: &str) -> bool {
    let stored: Value = serde_json::from_str(text).expect("JSON in every version");
    assert_eq!(stored["version"], VERSION);
    stored["packed"].is_string()
}

#[test]
fn every_version_ever_released_still_loads() {
    let document = load(V1_FULL).expect("version 1");
    assert_eq!(load(V2).expect("version 2"), document);
    assert_eq!(from_link(V2_LINK.trim_end()).expect("a link of version 2"), document);
    assert_eq!(load(V2_PACKED).expect("version 2, packed"), large());
    let steps = history(40);
    assert_eq!(&load_beside::<History>(V1_HISTORY).expect("version 1"), steps.history());
    let steps = history(199);
    assert_eq!(&load_beside::<History>(V2_HISTORY).expect("version 2, packed"), steps.history());
}

#[test]
fn the_sample_of_version_1_has_every_part_a_document_can_have() {
    let parts: Value = serde_json::from_str(V1_FULL).expect("JSON");
    let named: Vec<&String> = parts["scenario"].as_object().expect("fields").keys().collect();
    // An example has all of what may be left out, but the note and the series of the user's own.
    for part in ["note", "customs", "claims", "road_maps", "bands", "limits"] {
        assert!(named.contains(&&part.to_owned()), "{part}");
    }
    // What is written again says the same: nothing of the sample was lost on the way in.
    let written: Value =
        serde_json::from_str(&save_readable(&load(V1_FULL).expect("it loads")).expect("text")).expect("JSON");
    assert_eq!(written["scenario"], parts["scenario"]);
}

#[test]
fn small_documents_stay_readable_and_large_ones_are_packed() {
    for example in example::all() {
        assert!(!is_packed(&save(&example).expect("text")));
    }
    let (stored, readable) = (save(&large()).expect("text"), save_readable(&large()).expect("text"));
    assert!(is_packed(&stored) && !is_packed(&readable));
    assert!(stored_characters(&stored) * 6 < stored_characters(&readable));
    assert_eq!(load(&stored).expect("what was saved"), large());
    assert_eq!(load(&readable).expect("what was saved"), large());
}

#[test]
fn a_packed_text_that_was_cut_off_or_changed_is_damaged_and_a_newer_one_is_newer() {
    let text = save(&large()).expect("text");
    let places: Vec<(usize, char)> = text.char_indices().collect();
    for &(place, character) in places.iter().step_by(53) {
        assert!(load(&text[..place]).is_err(), "cut off at {place}");
        let (before, after) = (&text[..place], &text[place + character.len_utf8()..]);
        assert!(load(&format!("{before}{after}")).is_err(), "without {place}");
        for other in ['\u{3400}', '一', 'x', '\0'] {
            if other != character {
                assert!(load(&format!("{before}{other}{after}")).is_err(), "{other} at {place}");
            }
        }
    }
    let swapped = text.replacen("\"version\":2", "\"version\":3", 1);
    assert!(matches!(load(&swapped), Err(SaveError::TooNew { found: 3 })));
    let empty = "{\"version\":2,\"packed\":\"\"}";
    assert!(matches!(load(empty), Err(SaveError::Damaged(_))));
    assert!(load("{\"version\":1,\"packed\":\"\"}").is_err());
    // A history is no document, packed or not.
    let steps = save_beside(history(199).history()).expect("text");
    assert!(is_packed(&steps));
    assert!(load(&steps).is_err());
}

#[test]
fn a_link_that_was_cut_off_or_changed_is_refused() {
    let link = to_link(&example::first()).expect("a link");
    for place in (0..link.len()).step_by(7) {
        assert!(from_link(&link[..place]).is_err(), "cut off at {place}");
        let mut changed = link.clone();
        changed.replace_range(place..=place, if &link[place..=place] == "x" { "y" } else { "x" });
        assert!(from_link(&changed).is_err(), "changed at {place}");
    }
    for other in ["", "=", "AAAA", "%20", "Sơn La"] {
        assert!(matches!(from_link(other), Err(SaveError::Damaged(_))), "{other}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn document_link_document_is_the_same(scenario in any_province(1..=60)) {
        let link = to_link(&scenario).expect("a link");
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
        let opened = from_link(&link).expect("a link just made");
        prop_assert_eq!(to_link(&opened).expect("a link"), link);
        prop_assert_eq!(opened, scenario);
    }

    #[test]
    fn any_large_document_comes_back_as_it_was_saved(scenario in any_province(200..=260)) {
        let text = save(&scenario).expect("text");
        prop_assert!(is_packed(&text));
        prop_assert_eq!(load(&text).expect("what was saved"), scenario);
    }
}
