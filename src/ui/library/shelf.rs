//! What the library follows: the lines of the list, what was deleted, and what was last said.

use std::collections::BTreeMap;

use leptos::prelude::*;

use super::said::Said;
use crate::library::{About, Content, FileCopy, Line, Order, keep_places, matches, sort};
use crate::model::{Origin, Scenario, ScenarioId};
use crate::save::SaveError;
use crate::text::Why;
use crate::ui::access::Access;
use crate::ui::keep::{self, Entry};
use crate::ui::keep_list::{self, Deleted};
use crate::ui::state::AppState;
use crate::ui::{browser, storage};

/// What of a stored text is shown, so that only texts that changed are read again.
#[derive(Clone)]
struct Read {
    written: u64,
    characters: usize,
    name: String,
    note: String,
    content: Content,
}

/// The library's state. Copied freely: it holds signals.
#[derive(Clone, Copy)]
pub struct Shelf {
    pub state: AppState,
    /// Every scenario of the reader's own, in the order chosen.
    lines: Memo<Vec<Line>>,
    /// What can come back.
    pub deleted: Memo<Vec<(Deleted, usize)>>,
    /// How many characters everything takes that is kept.
    pub characters: Memo<usize>,
    pub order: RwSignal<Order>,
    pub searched: RwSignal<String>,
    /// The scenario whose name and note are being typed.
    pub described: RwSignal<Option<ScenarioId>>,
    /// What came of the last act.
    pub said: RwSignal<Vec<Said>>,
}

impl Shelf {
    pub fn new(state: AppState) -> Self {
        let order = RwSignal::new(Order::default());
        let read = StoredValue::new(BTreeMap::new());
        let placed = StoredValue::new((order.get_untracked(), Vec::new()));
        let on_screen = Memo::new(move |_| {
            // What came with a link is nobody's until it is copied.
            let is_linked = state.access.get() == Access::ReadOnly(Why::Link);
            if is_linked { None } else { state.read_scenario(on_screen) }
        });
        let changed = move || {
            state.listed.track();
            state.saved.track();
        };
        let lines = Memo::new(move |_| {
            changed();
            let mut lines = read
                .try_update_value(|read| on_screen.with(|line| lines(read, line.as_ref())))
                .unwrap_or_default();
            let order = order.get();
            sort(&mut lines, order, browser::collator());
            placed.update_value(|(before, places)| {
                if *before == order {
                    keep_places(&mut lines, places);
                }
                *before = order;
                *places = lines.iter().map(|line| line.id.clone()).collect();
            });
            lines
        });
        let deleted = Memo::new(move |_| {
            changed();
            let sized = |note: Deleted| {
                let characters = keep_list::characters(&note.entry.id);
                (note, characters)
            };
            keep_list::deleted().into_iter().map(sized).collect()
        });
        let characters = Memo::new(move |_| {
            changed();
            keep_list::characters_of_all()
        });
        Self {
            state,
            lines,
            deleted,
            characters,
            order,
            searched: RwSignal::new(String::new()),
            described: RwSignal::new(None),
            said: RwSignal::new(Vec::new()),
        }
    }

    /// Whether the reader has none of his own.
    pub fn is_empty(self) -> bool {
        self.lines.with(Vec::is_empty)
    }

    /// The ids of the lines that match what is searched, in order.
    pub fn found(self) -> Memo<Vec<ScenarioId>> {
        Memo::new(move |_| {
            let searched = self.searched.get();
            let found = |lines: &Vec<Line>| {
                lines.iter().filter(|line| matches(line, &searched)).map(|line| line.id.clone()).collect()
            };
            self.lines.with(found)
        })
    }

    /// One line as it is now.
    pub fn line(self, id: ScenarioId) -> Memo<Option<Line>> {
        Memo::new(move |_| self.lines.with(|lines| lines.iter().find(|line| line.id == id).cloned()))
    }

    /// The names of all but one.
    pub fn other_names(self, id: &ScenarioId) -> Vec<String> {
        self.lines.with_untracked(|lines| {
            lines.iter().filter(|line| line.id != *id).map(|line| line.name.clone()).collect()
        })
    }

    /// The name of a line.
    pub fn name(self, id: &ScenarioId) -> String {
        let of = |line: &&Line| line.id == *id;
        self.lines
            .with_untracked(|lines| lines.iter().find(of).map(|line| line.name.clone()))
            .unwrap_or_default()
    }

    /// The scenario that is not this one and was written last.
    pub fn next_best(self, id: &ScenarioId) -> Option<ScenarioId> {
        self.lines.with_untracked(|lines| {
            let others = lines.iter().filter(|line| line.id != *id);
            let readable = others.filter(|line| matches!(line.content, Content::Known(_)));
            readable.max_by_key(|line| line.written).map(|line| line.id.clone())
        })
    }
}

/// The scenario on screen, where it is the reader's own.
fn on_screen(scenario: &Scenario) -> Option<Line> {
    (scenario.origin == Origin::Own).then(|| Line {
        id: scenario.id.clone(),
        name: scenario.name.clone(),
        note: scenario.note.clone(),
        content: Content::Known(About::of(scenario)),
        written: 0,
        characters: 0,
        file: FileCopy::Never,
    })
}

fn lines(read: &mut BTreeMap<ScenarioId, Read>, on_screen: Option<&Line>) -> Vec<Line> {
    let files = keep_list::files();
    let mut lines: Vec<Line> = keep::entries()
        .into_iter()
        .map(|entry| {
            let characters = keep_list::characters(&entry.id);
            let file = FileCopy::of(files.get(&entry.id.0).copied(), entry.written);
            let written = entry.written;
            let Read { name, note, content, .. } = looked_up(read, entry.clone(), characters);
            Line { id: entry.id, name, note, content, written, characters, file }
        })
        .collect();
    // What is on screen is newer than what is kept of it.
    if let Some(shown) = on_screen {
        match lines.iter_mut().find(|line| line.id == shown.id) {
            Some(line) => {
                let Line { name, note, content, .. } = shown.clone();
                *line = Line { name, note, content, ..line.clone() };
            }
            None => lines.push(shown.clone()),
        }
    }
    lines
}

fn looked_up(read: &mut BTreeMap<ScenarioId, Read>, entry: Entry, characters: usize) -> Read {
    let known = read
        .get(&entry.id)
        .filter(|read| entry.written > 0 && read.written == entry.written && read.characters == characters);
    if let Some(known) = known {
        return known.clone();
    }
    let (name, note, content) = match keep_list::load(&entry.id) {
        Some(Ok(scenario)) => {
            let content = Content::Known(About::of(&scenario));
            (scenario.name, scenario.note, content)
        }
        Some(Err(SaveError::TooNew { .. })) => (entry.name, String::new(), Content::Newer),
        Some(Err(_)) | None => (entry.name, String::new(), Content::Unreadable),
    };
    let looked = Read { written: entry.written, characters, name, note, content };
    read.insert(entry.id, looked.clone());
    looked
}

/// Another tab has changed what is kept: the list is looked at again.
pub fn follow_other_tabs(state: AppState) {
    let changed = window_event_listener(leptos::ev::storage, move |event| {
        if event.key().is_none_or(|key| key == storage::INDEX || key.starts_with(keep_list::DELETED)) {
            state.listed.update(|listed| *listed = listed.wrapping_add(1));
        }
    });
    on_cleanup(move || changed.remove());
}
