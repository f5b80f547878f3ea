//! Whether what is on screen may be changed here.

use leptos::prelude::*;

use super::state::AppState;
use crate::text::{self, Why};

/// Whether what is on screen may be changed here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// It may.
    Write,
    /// It is there to be looked at.
    ReadOnly(Why),
}

impl AppState {
    /// What is on screen can only be looked at; follows it.
    pub fn is_read_only(self) -> bool {
        self.access.get() != Access::Write
    }

    /// The same, without following it.
    pub fn is_looking(self) -> bool {
        self.access.get_untracked() != Access::Write
    }

    /// Whether what is on screen may be changed now. Where not, nothing must change: the page says why and what to
    /// do. Every change asks first.
    pub fn may_change(self) -> bool {
        let Access::ReadOnly(why) = self.access.get_untracked() else { return true };
        let message = text::view_only(why, self.language.get_untracked());
        self.spoken.set(format!("{} {}", message.what, message.fix));
        self.refused.update(|refused| *refused = refused.wrapping_add(1));
        false
    }
}
