//! Why a scenario can only be looked at, in English.

use crate::text::{AccessText, Message, Why};

pub(in crate::text) static ACCESS: AccessText = AccessText {
    view_only: "View only",
    edit_here: "Edit here",
    edited_here: "From now on you edit in this tab.",
    load_stored: "Load the new version",
    keep_as_new: "Keep this one as a new scenario",
    own_copy: "Make my own copy to edit",
    reload: "Reload the page",
    why,
};

fn why(why: Why) -> Message {
    match why {
        Why::OtherTab => Message::new(
            "This scenario is being edited in another tab.",
            "Here you look on and see what is done there. To edit, press “Edit here”.",
        ),
        Why::OtherTabUnsaved => Message::new(
            "The other tab holds work that could not be saved.",
            "Go there first and download the .json file or free some storage, then press “Edit here” again.",
        ),
        Why::Changed => Message::new(
            "This scenario has just been saved from elsewhere, while there are unsaved changes here.",
            "Choose which to go on with; the other stays in the list or among the kept versions.",
        ),
        Why::Newer => Message::new(
            "This scenario was written by a newer version of the page, so here you can only look.",
            "Reload the page to edit; the saved text is untouched and can be downloaded.",
        ),
        Why::NewerChanged => Message::new(
            "A newer version of the page has just saved this scenario, while there are unsaved changes here.",
            "Keep this one as a new scenario; to open the other, reload the page.",
        ),
        Why::Link => Message::new(
            "View only: this scenario came with a link.",
            "To edit, press “Make my own copy to edit”.",
        ),
    }
}
