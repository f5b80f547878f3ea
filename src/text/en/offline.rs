//! The network and newer builds in English.

use crate::text::OfflineText;

pub(in crate::text) static OFFLINE: OfflineText = OfflineText {
    offline: "Offline – calculating and saving still work",
    update: "A new version is ready.",
    update_elsewhere: "Another tab uses the new version.",
    use_update: "Use it",
    update_unsaved: "The new version was not taken because a change could not be saved. Download the .json file to keep your work, then try again.",
};
