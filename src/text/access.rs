//! Why a scenario can be looked at and not changed, and the ways on from there.

use super::{Language, Message, text};

/// Why what is on screen can only be looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// Another tab of this browser is changing it.
    OtherTab,
    /// So it is, and holds work there that could not be stored.
    OtherTabUnsaved,
    /// Something else has been stored in its place while there was unsaved work here.
    Changed,
    /// A newer page has written it.
    Newer,
    /// So it has, while there was unsaved work here.
    NewerChanged,
    /// It came with a link and is nobody's own yet.
    Link,
}

/// The words around a scenario that can only be looked at.
#[derive(Debug)]
pub struct AccessText {
    /// Stands in the header instead of what is kept.
    pub view_only: &'static str,
    /// Button: this tab changes the scenario from now on.
    pub edit_here: &'static str,
    /// Spoken once this tab may change it.
    pub edited_here: &'static str,
    /// Button: what is stored now replaces what is on screen.
    pub load_stored: &'static str,
    /// Button: what is on screen becomes a scenario of its own.
    pub keep_as_new: &'static str,
    /// Button: a copy of the reader's own, to be changed.
    pub own_copy: &'static str,
    /// Button: the page itself anew.
    pub reload: &'static str,
    /// Why, and what to do.
    pub why: fn(Why) -> Message,
}

/// Why what is on screen can only be looked at, and what to do.
#[must_use]
pub fn view_only(why: Why, language: Language) -> Message {
    (text(language).access.why)(why)
}
