//! What became of stored work is said in every language, and a newer page's text is read only where all of it is known.

use bao_phu::example;
use bao_phu::save::{SaveError, load, look_at_newer, save};
use bao_phu::text::{Language, MadeRoom, Message, Recovered, Why, made_room, recovered, text, view_only};
use serde_json::{Value, json};

/// A scenario as a page of the future would write it, with `change` made to it.
fn newer(change: impl FnOnce(&mut Value)) -> String {
    let scenario = serde_json::to_value(example::first()).expect("plain data");
    let mut document = json!({ "version": 99, "scenario": scenario });
    change(&mut document);
    document.to_string()
}

#[test]
fn a_newer_text_is_shown_where_all_of_it_has_a_meaning_here() {
    let text = newer(|_| ());
    assert!(matches!(load(&text), Err(SaveError::TooNew { found: 99 })));
    assert_eq!(look_at_newer(&text), Some(example::first()));
}

#[test]
fn a_newer_text_with_anything_unknown_in_the_document_is_not_shown() {
    assert_eq!(look_at_newer(&newer(|document| document["scenario"]["weather"] = json!("fine"))), None);
    assert_eq!(look_at_newer(&newer(|document| document["scenario"]["units"] = json!([]))), None);
    assert_eq!(look_at_newer(r#"{"version":99}"#), None);
    assert_eq!(look_at_newer("not JSON"), None);
}

#[test]
fn a_text_of_this_version_reads_the_same_both_ways() {
    let text = save(&example::first()).expect("a scenario as text");
    if let Some(scenario) = look_at_newer(&text) {
        assert_eq!(scenario, load(&text).expect("what was saved"));
    }
}

#[test]
fn whatever_became_of_stored_work_is_said_with_what_to_do() {
    let says = |Message { what, fix }: Message| {
        for sentence in [what, fix] {
            assert!(sentence.ends_with('.'), "a whole sentence: {sentence}");
            assert!(sentence.chars().next().is_some_and(char::is_uppercase), "a whole sentence: {sentence}");
        }
    };
    for language in Language::ALL {
        for why in
            [Why::OtherTab, Why::OtherTabUnsaved, Why::Changed, Why::Newer, Why::NewerChanged, Why::Link]
        {
            says(view_only(why, language));
        }
        for made in [MadeRoom::Snapshots, MadeRoom::History] {
            says(made_room(made, language));
        }
        for why in [Recovered::Unreadable, Recovered::Gone] {
            let message = recovered(why, "14:02", language);
            assert!(message.what.contains("14:02"), "{}", message.what);
            says(message);
        }
    }
}

/// A sentence that names a button names it as it is written.
#[test]
fn the_ways_on_are_called_what_their_buttons_are_called() {
    for language in Language::ALL {
        let words = text(language).access;
        assert!(view_only(Why::OtherTab, language).fix.contains(words.edit_here));
        assert!(view_only(Why::OtherTabUnsaved, language).fix.contains(words.edit_here));
        assert!(view_only(Why::Link, language).fix.contains(words.own_copy));
    }
}
