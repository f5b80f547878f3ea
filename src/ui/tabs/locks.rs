//! Web Locks: of all tabs of this page, one at a time holds a name.
//!
//! Asked for by name: the bindings of web-sys are behind its flag for what may still change.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::ui::browser::{function, property};

/// How the name is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// At once or not at all.
    IfFree,
    /// When all who asked before have let go.
    InTurn,
    /// At once; whoever holds it loses it.
    Steal,
}

/// What becomes of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// This tab holds the name now.
    Held,
    /// Another tab holds it.
    Taken,
    /// It was taken from this tab.
    Lost,
    /// This browser has no locks, or not for this page.
    Missing,
}

/// A name asked for or held. It is let go when this is dropped.
pub struct Claim(Rc<Inner>);

#[derive(Default)]
struct Inner {
    is_over: Cell<bool>,
    let_go: RefCell<Option<Function>>,
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.0.is_over.set(true);
        if let Some(let_go) = self.0.let_go.take() {
            // It settles the promise the browser waits for; that cannot fail.
            let _ = let_go.call0(&JsValue::UNDEFINED);
        }
    }
}

/// Asks for a name. `answer` hears what becomes of it, as long as the claim is there.
pub fn ask(name: &str, how: How, answer: impl Fn(Answer) + 'static) -> Claim {
    let inner = Rc::new(Inner::default());
    let answer: Rc<dyn Fn(Answer)> = Rc::new(answer);
    let told = {
        let inner = Rc::clone(&inner);
        move |what| {
            if !inner.is_over.get() {
                answer(what);
            }
        }
    };
    let asked = request(name, how, Rc::clone(&inner), told.clone());
    let held = Rc::clone(&inner);
    leptos::task::spawn_local(async move {
        let refused = match asked {
            Some(promise) => JsFuture::from(promise).await.is_err(),
            None => true,
        };
        if refused {
            told(if held.let_go.borrow().is_some() { Answer::Lost } else { Answer::Missing });
        }
    });
    Claim(inner)
}

fn request(name: &str, how: How, inner: Rc<Inner>, told: impl Fn(Answer) + 'static) -> Option<Promise> {
    let manager = property(&leptos::prelude::window().navigator(), "locks")?;
    let options = Object::new();
    let option = match how {
        How::IfFree => Some("ifAvailable"),
        How::Steal => Some("steal"),
        How::InTurn => None,
    };
    if let Some(option) = option {
        Reflect::set(&options, &option.into(), &JsValue::TRUE).ok()?;
    }
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            told(Answer::Taken);
            return JsValue::UNDEFINED;
        }
        if inner.is_over.get() {
            return JsValue::UNDEFINED;
        }
        // Held until this promise is settled.
        let held = Promise::new(&mut |let_go, _| {
            inner.let_go.replace(Some(let_go));
        });
        told(Answer::Held);
        held.into()
    });
    let request = function(&manager, "request")?;
    request.call3(&manager, &name.into(), &options, &granted).ok()?.dyn_into().ok()
}
