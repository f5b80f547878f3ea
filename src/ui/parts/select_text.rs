//! A field whose text is selected when it gets the focus, so that typing replaces it.

use leptos::prelude::*;
use web_sys::HtmlInputElement;

/// What a field needs to know for it. A press places the caret after the focus came, so the click that ends the
/// press selects once more; the next click places the caret.
#[derive(Clone, Copy)]
pub struct SelectText {
    /// The press under way is the one that brings the focus.
    arriving: StoredValue<bool>,
}

impl SelectText {
    pub fn new() -> Self {
        Self { arriving: StoredValue::new(false) }
    }

    /// The field has got the focus, in whatever way.
    pub fn focused(self, field: &HtmlInputElement) {
        field.select();
    }

    /// A mouse or finger has gone down on the field.
    pub fn pressed(self, field: &HtmlInputElement) {
        self.arriving.set_value(document().active_element().as_ref() != Some(field.as_ref()));
    }

    /// …and up again: what was selected by dragging stays.
    pub fn clicked(self, field: &HtmlInputElement) {
        let caret_only = field.selection_start().ok() == field.selection_end().ok();
        if self.arriving.get_value() && caret_only {
            field.select();
        }
        self.arriving.set_value(false);
    }
}
