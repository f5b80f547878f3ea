//! Handing a scenario on by a link, in English.

use crate::save::SaveError;
use crate::text::Language::En as EN;
use crate::text::{Message, ShareText};

pub(in crate::text) static SHARE: ShareText = ShareText {
    title: "Share",
    holds: "The link holds the whole scenario: figures, targets, method, limits; not its history. Whoever opens it can look, and make a copy to edit.",
    privacy: "Only totals of each unit, never personal records. The figures are in the link itself: the page sends nothing; anyone who has the link can read it.",
    copy: |characters| format!("Copy link ({} characters)", EN.people(characters)),
    copied: "Link copied.",
    by_hand: "The browser refuses to copy. Select the link below and copy it.",
    link: "Link",
    too_long: |characters| {
        format!(
            "The link is {} characters and may be cut. Send the .json file instead.",
            EN.people(characters)
        )
    },
    file: "Download the .json file",
};

pub(in crate::text) fn link_error(error: &SaveError) -> Message {
    match error {
        SaveError::TooNew { .. } => Message::new(
            "This link comes from a newer version of this page.",
            "Reload the page, then open the link again.",
        ),
        SaveError::Damaged(_) | SaveError::Unreadable(_) | SaveError::Wrong(_) => Message::new(
            "The link is cut or damaged.",
            "Ask for it again, or for the .json file. Your own scenarios are untouched.",
        ),
    }
}
