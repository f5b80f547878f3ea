//! One line of the list, and which lines are shown in which order.

use std::cmp::{Ordering, Reverse};

use super::{About, FileCopy};
use crate::model::ScenarioId;
use crate::reading::fold;

/// One scenario in the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Its name for good.
    pub id: ScenarioId,
    /// The name the user reads.
    pub name: String,
    /// The user's remark.
    pub note: String,
    /// What is in it.
    pub content: Content,
    /// When it was last written, in milliseconds since 1970; 0 where that is not known.
    pub written: u64,
    /// How many stored characters it takes, keys, history and copies included; 0 where it is not stored.
    pub characters: usize,
    /// Whether it is in a file, too.
    pub file: FileCopy,
}

/// What is in a stored scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// It can be opened.
    Known(About),
    /// A newer page wrote it.
    Newer,
    /// It cannot be read.
    Unreadable,
}

/// In which order the lines stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    /// Last written first.
    #[default]
    Written,
    /// By name.
    Name,
    /// Largest first.
    Size,
}

impl Order {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 3] = [Self::Written, Self::Name, Self::Size];
}

/// Puts the lines in order. Equal ones are ordered by name, equal names as they stood.
///
/// - `compare`: how the reader's language orders names.
pub fn sort(lines: &mut [Line], order: Order, compare: impl Fn(&str, &str) -> Ordering) {
    lines.sort_by(|one, other| compare(&one.name, &other.name));
    match order {
        Order::Name => {}
        Order::Written => lines.sort_by_key(|line| Reverse(line.written)),
        Order::Size => lines.sort_by_key(|line| Reverse(line.characters)),
    }
}

/// Lines that were there before stay as they stood, so that none moves under the reader's hand; new ones come first.
///
/// - `before`: the ids as they stood.
pub fn keep_places(lines: &mut [Line], before: &[ScenarioId]) {
    lines.sort_by_key(|line| before.iter().position(|id| *id == line.id).map_or(0, |place| place + 1));
}

/// Whether every word searched for is in name, note or province, whatever its case and marks.
#[must_use]
pub fn matches(line: &Line, searched: &str) -> bool {
    let province = match &line.content {
        Content::Known(about) => about.province.as_str(),
        Content::Newer | Content::Unreadable => "",
    };
    let text = fold(&format!("{} {} {province}", line.name, line.note));
    fold(searched).split_whitespace().all(|word| text.contains(word))
}
