//! Days without a network, and newer builds of the page.
//!
//! A worker of the browser (`assets/sw.js`) keeps the files of the build; a newer build waits beside it until the
//! reader takes it. Where a browser has no such workers, or refuses them, the page works, and
//! needs the network only to be opened.

use std::time::Duration;

use js_sys::futures::{JsFuture, spawn_local};
use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue, closure::Closure};
use web_sys::{
    RegistrationOptions, ServiceWorker, ServiceWorkerContainer, ServiceWorkerRegistration,
    ServiceWorkerState, ServiceWorkerUpdateViaCache,
};

use super::state::AppState;
use super::{browser, keep, storage};

/// The worker's script, beside the page.
const WORKER: &str = "sw.js";
/// Files are fetched for keeping this long after the page has loaded.
const REST: Duration = Duration::from_secs(1);
/// A page that stays open looks for a newer build at most this often, when it comes into view (milliseconds).
const LOOK_EVERY_MS: u64 = 3_600_000;

/// What there is to say about newer builds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Update {
    /// Nothing.
    None,
    /// One is ready and waits.
    Waiting,
    /// One is in use: another tab took it.
    Elsewhere,
}

/// What the page knows about the network and newer builds. Copied freely: it holds signals.
#[derive(Clone, Copy)]
pub struct Offline {
    /// The browser says that there is no network.
    pub is_offline: RwSignal<bool>,
    /// What there is to say about newer builds.
    pub update: RwSignal<Update>,
    /// The reader asked for the newer build while something could not be kept.
    pub is_refused: RwSignal<bool>,
    /// The reader asked for the newer build in this tab.
    is_leaving: StoredValue<bool>,
    /// When this page last looked for a newer build, in milliseconds since 1970.
    looked: StoredValue<u64>,
    registration: StoredValue<Option<ServiceWorkerRegistration>, LocalStorage>,
}

/// Follows the network from now on, and has the build kept once the page is at rest.
pub fn provide() {
    let offline = Offline {
        is_offline: RwSignal::new(!window().navigator().on_line()),
        update: RwSignal::new(Update::None),
        is_refused: RwSignal::new(false),
        is_leaving: StoredValue::new(false),
        looked: StoredValue::new(browser::now_ms()),
        registration: StoredValue::new_local(None),
    };
    provide_context(offline);
    let listen = |event: &'static str, act: fn(Offline)| {
        let handle = window_event_listener_untyped(event, move |_| act(offline));
        on_cleanup(move || handle.remove());
    };
    listen("offline", |offline| offline.is_offline.set(true));
    listen("online", |offline| {
        offline.is_offline.set(false);
        offline.look();
    });
    listen("visibilitychange", |offline| {
        if !document().hidden() && browser::now_ms() - offline.looked.get_value() > LOOK_EVERY_MS {
            offline.look();
        }
    });
    // A build for development carries no digest and is not kept: what was built last is what is shown.
    if browser::build().is_empty() {
        return;
    }
    let keep_build = move || set_timeout(move || spawn_local(offline.register()), REST);
    if document().ready_state() == "complete" {
        keep_build();
    } else {
        let handle = window_event_listener_untyped("load", move |_| keep_build());
        on_cleanup(move || handle.remove());
    }
}

impl Offline {
    /// Goes on in the newer build: what is not kept yet is written first, and where that fails nothing else
    /// happens.
    pub fn use_update(self, state: AppState) {
        let is_kept = keep::write_unsaved(state);
        self.is_refused.set(!is_kept);
        if !is_kept {
            return;
        }
        self.is_leaving.set_value(true);
        // Another tab may have another scenario open: this one comes back to its own.
        if let Ok(settings) = serde_json::to_string(&untrack(|| state.settings())) {
            let _ = storage::write(storage::SETTINGS, &settings);
        }
        match self.with_registration(ServiceWorkerRegistration::waiting).flatten() {
            // Once it is in charge, `follow` loads the page anew.
            Some(worker) => tell(&worker, "use"),
            None => browser::reload(),
        }
    }

    /// Has the build kept, and follows what becomes of it and of newer ones.
    async fn register(self) {
        let Some(workers) = workers() else { return };
        let options = RegistrationOptions::new();
        // Whatever the host says about keeping: the list of a newer build must be seen.
        options.set_update_via_cache(ServiceWorkerUpdateViaCache::None);
        let Ok(answer) = JsFuture::from(workers.register_with_options(WORKER, &options)).await else {
            return;
        };
        let Ok(registration) = answer.dyn_into::<ServiceWorkerRegistration>() else { return };
        if let Some(worker) = registration.active() {
            tell(&worker, "tidy");
            if let Some(worker) = registration.waiting() {
                self.update.set(Update::Waiting);
                self.follow(&worker);
            }
        }
        let follow_installing = {
            let registration = registration.clone();
            move || {
                if let Some(worker) = registration.installing() {
                    self.follow(&worker);
                }
            }
        };
        follow_installing();
        registration.set_onupdatefound(Some(listener(follow_installing).unchecked_ref()));
        self.registration.set_value(Some(registration));
    }

    /// Says what becomes of a worker that is not in charge yet.
    fn follow(self, worker: &ServiceWorker) {
        let changed = {
            let worker = worker.clone();
            move || match worker.state() {
                // The first of all takes the place of none, and there is nothing to say.
                ServiceWorkerState::Installed if self.has_active() => self.update.set(Update::Waiting),
                ServiceWorkerState::Activated if self.is_leaving.get_value() => browser::reload(),
                ServiceWorkerState::Activated if self.update.get_untracked() == Update::Waiting => {
                    self.update.set(Update::Elsewhere);
                }
                _ => {}
            }
        };
        worker.set_onstatechange(Some(listener(changed).unchecked_ref()));
    }

    /// Asks the host whether there is a newer build.
    fn look(self) {
        self.looked.set_value(browser::now_ms());
        if let Some(Ok(answer)) = self.with_registration(ServiceWorkerRegistration::update) {
            // Without an answer the build that is kept goes on.
            spawn_local(async move { drop(JsFuture::from(answer).await) });
        }
    }

    fn has_active(self) -> bool {
        self.with_registration(ServiceWorkerRegistration::active).flatten().is_some()
    }

    fn with_registration<T>(self, read: impl FnOnce(&ServiceWorkerRegistration) -> T) -> Option<T> {
        self.registration.with_value(|registration| registration.as_ref().map(read))
    }
}

/// The browser's workers; `None` where it has none for this page.
fn workers() -> Option<ServiceWorkerContainer> {
    // By name: some browsers lack it, and some throw when it is asked for.
    js_sys::Reflect::get(&window().navigator(), &"serviceWorker".into()).ok()?.dyn_into().ok()
}

fn tell(worker: &ServiceWorker, word: &str) {
    // A worker that cannot be reached any more has been replaced: there is nothing left to tell it.
    let _ = worker.post_message(&word.into());
}

/// A function for the browser to call, which lets go of it with what it listens to.
fn listener(act: impl Fn() + 'static) -> JsValue {
    Closure::<dyn Fn()>::new(act).into_js_value()
}
