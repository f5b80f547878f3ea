//! What is said about the network and about a newer build of the page.

/// The words for days without a network, and for a newer build that waits.
#[derive(Debug)]
pub struct OfflineText {
    /// There is no network: what still works.
    pub offline: &'static str,
    /// A newer build is ready.
    pub update: &'static str,
    /// The newer build is in use in another tab.
    pub update_elsewhere: &'static str,
    /// Button: goes on in the newer build.
    pub use_update: &'static str,
    /// The newer build was not taken because something is not kept yet: why, and what to do.
    pub update_unsaved: &'static str,
}
