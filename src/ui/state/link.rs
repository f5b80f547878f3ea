//! A document that came with a link: on screen to be looked at, kept nowhere until the reader makes a copy of it.

use std::sync::Arc;

use leptos::prelude::*;

use super::AppState;
use crate::address::Location;
use crate::edit::Draft;
use crate::model::Scenario;
use crate::save::{self, SaveError};
use crate::text::Why;
use crate::ui::access::Access;
use crate::ui::keep::{self, Opened, OpenedScenario, Trouble};

/// What the page starts with where its address carries a document: that one, or, where it is damaged, what it would
/// have started with, and a word about the link.
pub(super) fn arrived(kept: Opened, location: Option<&Location>) -> Opened {
    let Some(document) = location.and_then(|location| location.document.as_deref()) else { return kept };
    match save::from_link(document) {
        Ok(scenario) => {
            let OpenedScenario { draft, trouble, saved, access, stored } = to_look_at(scenario);
            Opened { draft, trouble, saved: keep::blocked_or(saved), access, stored, ..kept }
        }
        Err(error) => Opened { trouble: Some(not_opened(error)), ..kept },
    }
}

impl AppState {
    /// The text of the link of what is on screen, while it can only be looked at because it came with one. The same
    /// document has the same text, so that a reload of the address shows it again.
    pub(super) fn follow_link(draft: RwSignal<Draft>, access: RwSignal<Access>) -> Memo<Option<String>> {
        Memo::new(move |_| match access.get() {
            Access::ReadOnly(Why::Link) => draft.with(|draft| save::to_link(draft.scenario())).ok(),
            Access::ReadOnly(
                Why::OtherTab | Why::OtherTabUnsaved | Why::Changed | Why::Newer | Why::NewerChanged,
            )
            | Access::Write => None,
        })
    }

    /// Goes where an address leads: to a place in what is on screen, to a shared document, or from one back to what is
    /// kept here. Where that would lose work that could not be saved, and where the document is damaged, the page
    /// stays as it is and says why.
    pub fn come_to(self, location: &Location) {
        let shown = self.link.get_untracked();
        let is_there = match &location.document {
            Some(document) => shown.as_ref() == Some(document) || self.open_link(document),
            None => shown.is_none() || self.open_kept(),
        };
        if is_there {
            self.go(location.place);
        }
    }

    /// Where the reader is; follows all of it.
    pub fn location(self) -> Location {
        Location { document: self.link.get(), place: self.address() }
    }

    fn open_link(self, document: &str) -> bool {
        self.draft.update(Draft::close_step);
        if !keep::write_unsaved(self) {
            return false;
        }
        match save::from_link(document) {
            Ok(scenario) => {
                let slot = super::first_slot(&scenario);
                self.put_on_screen(to_look_at(scenario), slot, None);
                true
            }
            Err(error) => {
                self.trouble.set(Some(not_opened(error)));
                false
            }
        }
    }

    /// What the reader had open before the link.
    fn open_kept(self) -> bool {
        let kept = keep::settings().current.unwrap_or_else(|| crate::example::first().id);
        self.open(&kept)
    }
}

fn to_look_at(scenario: Scenario) -> OpenedScenario {
    OpenedScenario { access: Access::ReadOnly(Why::Link), ..OpenedScenario::new(Draft::new(scenario)) }
}

fn not_opened(error: SaveError) -> Trouble {
    Trouble::Link(Arc::new(error))
}
