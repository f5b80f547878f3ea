//! The few things the page asks of the browser itself.

use std::cmp::Ordering;

use leptos::prelude::*;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, HtmlElement, Url};

use crate::model::Date;
use crate::text::Moment;

/// The element with this id.
pub fn element(id: &str) -> Option<HtmlElement> {
    document().get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus without scrolling the page under the reader.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        // A failed focus leaves it where it was, which is the best that can be done.
        let _ = element.focus();
    }
}

/// Moves the focus to a part of the page that is out of sight, and brings its top into view.
pub fn lead_to(id: &str) {
    focus(id);
    if let Some(element) = element(id) {
        element.scroll_into_view();
    }
}

/// Too narrow for table and inspector side by side, as in `style/parts/inspector.css`: it covers the table.
pub fn inspector_covers() -> bool {
    matches_media("(max-width: 1279px)")
}

/// Whether the window meets a media query.
pub fn matches_media(query: &str) -> bool {
    window().match_media(query).ok().flatten().is_some_and(|query| query.matches())
}

/// Sets an attribute of `<html>`: language and theme.
pub fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = document().document_element() {
        let _ = root.set_attribute(name, value);
    }
}

/// Presses a part of the page that is out of sight.
pub fn press(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Scrolls the page to its top.
pub fn to_top() {
    window().scroll_to_with_x_and_y(0.0, 0.0);
}

/// Milliseconds since 1970, for names of keys.
pub fn now_ms() -> u64 {
    // Whole and positive for the next quarter of a million years.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    {
        js_sys::Date::now() as u64
    }
}

/// Minutes since 1970: when a step was made.
pub fn now_minutes() -> u32 {
    u32::try_from(now_ms() / 60_000).unwrap_or(u32::MAX)
}

/// A moment (minutes since 1970) on the reader's calendar and clock.
pub fn moment_at(minutes: u32) -> Option<Moment> {
    moment_of(u64::from(minutes) * 60_000)
}

/// A moment (milliseconds since 1970) on the reader's calendar and clock.
pub fn moment_of(moment_ms: u64) -> Option<Moment> {
    let moment = date_at(moment_ms);
    let small = |number: u32| u8::try_from(number).ok();
    let year = u16::try_from(moment.get_full_year()).ok()?;
    let date = Date::new(year, small(moment.get_month() + 1)?, small(moment.get_date())?)?;
    Some(Moment { date, hour: small(moment.get_hours())?, minute: small(moment.get_minutes())? })
}

/// The day on the reader's calendar.
pub fn today() -> Option<Date> {
    moment_of(now_ms()).map(|now| now.date)
}

/// Hour and minute of the reader's clock.
pub fn clock() -> (u8, u8) {
    let now = js_sys::Date::new_0();
    (u8::try_from(now.get_hours()).unwrap_or(0), u8::try_from(now.get_minutes()).unwrap_or(0))
}

/// The year on the reader's calendar.
pub fn year_now() -> u16 {
    u16::try_from(js_sys::Date::new_0().get_full_year()).unwrap_or(u16::MAX)
}

/// A name for a new scenario that no other on this machine has.
pub fn new_id() -> String {
    // Two scenarios begun in one millisecond would need the same draw out of a million.
    #[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let draw = (js_sys::Math::random() * 1_000_000.0) as u32;
    format!("pa-{:x}-{draw:x}", now_ms())
}

/// Hands `text` to the reader as a file.
pub fn download(name: &str, text: &str) -> Result<(), JsValue> {
    let kind = BlobPropertyBag::new();
    kind.set_type("application/json");
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &kind)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.dyn_into()?;
    link.set_href(&address);
    link.set_download(name);
    // In the page, and kept a while: some browsers start a download only then.
    document().body().ok_or(JsValue::NULL)?.append_child(&link)?;
    link.click();
    link.remove();
    set_timeout(move || drop(Url::revoke_object_url(&address)), std::time::Duration::from_secs(30));
    Ok(())
}

/// Puts `text` on the clipboard; the browser may refuse, and then nothing happens.
pub fn copy(text: &str) {
    let _ = window().navigator().clipboard().write_text(text);
}

fn date_at(moment_ms: u64) -> js_sys::Date {
    // Exact in 64-bit floating point for the next quarter of a million years.
    #[allow(clippy::cast_precision_loss)]
    js_sys::Date::new(&JsValue::from_f64(moment_ms as f64))
}

/// Hour and minute of a moment (milliseconds since 1970) on the reader's clock.
pub fn clock_at(moment_ms: u64) -> (u8, u8) {
    let moment = date_at(moment_ms);
    (u8::try_from(moment.get_hours()).unwrap_or(0), u8::try_from(moment.get_minutes()).unwrap_or(0))
}

/// How a table stands in its view, in whole pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TableView {
    /// The height of a row.
    pub row: u32,
    /// How far the first row's top lies above the top of the view.
    pub above: i32,
    /// The height of the view: of the table's own box where that scrolls, else of the window.
    pub view: u32,
}

/// Measures a table whose body has rows; `None` while it has none.
#[allow(clippy::float_arithmetic, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
pub fn table_view(id: &str) -> Option<TableView> {
    let table = element(id)?;
    let body = table.query_selector("tbody").ok().flatten()?.get_bounding_client_rect();
    let row: HtmlElement = table.query_selector("[data-row]").ok().flatten()?.dyn_into().ok()?;
    let shown = table.parent_element()?.get_bounding_client_rect();
    let window_height = window().inner_height().ok().and_then(|height| height.as_f64()).unwrap_or(0.0);
    let top = shown.top().max(0.0);
    let bottom = shown.bottom().min(window_height).max(top);
    Some(TableView {
        row: u32::try_from(row.offset_height()).ok()?,
        above: (top - body.top()) as i32,
        view: (bottom - top) as u32,
    })
}

/// Loads the page anew.
pub fn reload() {
    // A browser that refuses leaves the page as it is.
    let _ = window().location().reload();
}

/// Puts `text` on the clipboard and says whether the browser let it.
pub fn copy_then(text: &str, then: impl FnOnce(bool) + 'static) {
    // A page that is not served safely has no clipboard at all: asking for it must be an answer, not a panic.
    let clipboard = js_sys::Reflect::get(&window().navigator(), &"clipboard".into());
    let Some(clipboard) = clipboard.ok().and_then(|found| found.dyn_into::<web_sys::Clipboard>().ok()) else {
        return then(false);
    };
    let written = clipboard.write_text(text);
    leptos::task::spawn_local(
        async move { then(wasm_bindgen_futures::JsFuture::from(written).await.is_ok()) },
    );
}

/// The address of the page itself: what stands in the address bar before the `#`.
pub fn page_address() -> String {
    let address = window().location().href().unwrap_or_default();
    address.split('#').next().unwrap_or_default().to_owned()
}

/// What stands in the address bar from the `#` on.
pub fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Writes an address: as a new step of the browser's way back, or in place of the present one, which keeps its mark.
pub fn set_hash(hash: &str, is_step: bool) {
    let Ok(history) = window().history() else { return };
    // A browser that refuses keeps the old address; the page does not depend on it.
    let _ = if is_step {
        history.push_state_with_url(&JsValue::NULL, "", Some(hash))
    } else {
        let mark = history.state().unwrap_or(JsValue::NULL);
        history.replace_state_with_url(&mark, "", Some(hash))
    };
}

/// The mark of the present step of the way back, where it has one.
pub fn step_mark() -> Option<String> {
    window().history().ok()?.state().ok()?.as_string()
}

/// A new step of the way back at the same address, with a mark by which it is known again.
pub fn mark_step(mark: &str) {
    if let Ok(history) = window().history() {
        let _ = history.push_state(&JsValue::from_str(mark), "");
    }
}

/// Takes the mark off the present step.
pub fn unmark_step() {
    if let Ok(history) = window().history() {
        let _ = history.replace_state(&JsValue::NULL, "");
    }
}

/// One step back, as by the browser's button; `false` where it will not go.
pub fn step_back() -> bool {
    window().history().is_ok_and(|history| history.back().is_ok())
}

/// Orders texts as Vietnamese readers expect: Đ after D, tone marks last.
pub fn collate(texts: &mut [(String, crate::model::UnitId)]) {
    let compare = collator();
    texts.sort_by(|(one, _), (other, _)| compare(one, other));
}

/// Compares two texts as Vietnamese readers order them.
pub fn collator() -> impl Fn(&str, &str) -> Ordering {
    let collator =
        js_sys::Intl::Collator::new(&js_sys::Array::of1(&JsValue::from_str("vi")), &js_sys::Object::new());
    let compare = collator.compare();
    move |one, other| {
        let order = compare.call2(&JsValue::NULL, &JsValue::from_str(one), &JsValue::from_str(other));
        let order = order.ok().and_then(|order| order.as_f64()).unwrap_or(0.0);
        order.partial_cmp(&0.0).unwrap_or(Ordering::Equal)
    }
}

/// The digest of the files of this build; empty in a build for development.
pub fn build() -> String {
    let meta = document().query_selector("meta[name=build]").ok().flatten();
    meta.and_then(|meta| meta.get_attribute("content")).unwrap_or_default()
}

/// Asks the browser, once, not to clear away what is kept here when it needs space. It may ask the reader, or refuse:
/// nothing depends on the answer.
pub fn ask_to_persist() {
    thread_local!(static ASKED: std::cell::Cell<bool> = const { std::cell::Cell::new(false) });
    if ASKED.replace(true) {
        return;
    }
    // Raw: the manager is missing where the page is not served over a safe connection.
    let manager = property(&window().navigator(), "storage");
    if let Some(persist) = manager.as_ref().and_then(|manager| function(manager, "persist")) {
        let answer = persist.call0(manager.as_ref().unwrap_or(&JsValue::UNDEFINED));
        forget_failure(answer.ok());
    }
}

/// What an object has under a name; `None` where there is nothing.
pub fn property(object: &JsValue, name: &str) -> Option<JsValue> {
    let value = js_sys::Reflect::get(object, &JsValue::from_str(name)).ok()?;
    (!value.is_undefined() && !value.is_null()).then_some(value)
}

/// The function an object has under a name.
pub fn function(object: &JsValue, name: &str) -> Option<js_sys::Function> {
    property(object, name)?.dyn_into().ok()
}

/// A promise whose failure matters to nobody: unheard, the browser would complain of it.
fn forget_failure(answer: Option<JsValue>) {
    if let Some(promise) = answer.and_then(|answer| answer.dyn_into::<js_sys::Promise>().ok()) {
        leptos::task::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(promise).await;
        });
    }
}

/// Leaves the field that has the focus, so that what was typed in it becomes a change.
pub fn leave_field() {
    let field = document().active_element().and_then(|element| element.dyn_into::<HtmlElement>().ok());
    if let Some(field) = field {
        let _ = field.blur();
    }
}
