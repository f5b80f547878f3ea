//! Whether another tab is changing a scenario: it holds the lock of that name.

use js_sys::{Array, Function, Promise, Reflect};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

use crate::model::ScenarioId;
use crate::ui::storage;

/// Whether it is; `false` where a browser has no locks.
pub async fn is_changed_elsewhere(id: &ScenarioId) -> bool {
    let name = format!("{}{}", storage::SCENARIO, id.0);
    held_names().await.is_some_and(|names| names.contains(&name))
}

/// The names all tabs hold. Asked for by name: the bindings of web-sys are behind its flag for what may still change.
async fn held_names() -> Option<Vec<String>> {
    let locks = property(&leptos::prelude::window().navigator(), "locks")?;
    let query: Function = property(&locks, "query")?.dyn_into().ok()?;
    let answer: Promise = query.call0(&locks).ok()?.dyn_into().ok()?;
    let held: Array = property(&JsFuture::from(answer).await.ok()?, "held")?.dyn_into().ok()?;
    Some(held.iter().filter_map(|lock| property(&lock, "name")?.as_string()).collect())
}

fn property(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok().filter(|value| !value.is_undefined())
}
