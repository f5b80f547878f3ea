//! What tabs say to each other.

use leptos::prelude::*;
use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

use crate::model::ScenarioId;
use crate::ui::browser::property;

const NAME: &str = "bao-phu/tabs";

/// A sentence about one scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Said {
    /// Hand it over to me.
    Ask,
    /// It is yours; the stored text has this mark once all of it has reached you.
    Given(String),
    /// I have work that could not be stored.
    Unsaved,
}

/// The way to the other tabs; `None` where the browser has none.
#[derive(Clone)]
pub struct Talk(BroadcastChannel);

impl Talk {
    /// Listens from now on, for as long as the page lives.
    pub fn open(hear: impl Fn(ScenarioId, Said) + 'static) -> Option<Self> {
        property(&window(), "BroadcastChannel")?;
        let channel = BroadcastChannel::new(NAME).ok()?;
        let heard = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some((id, said)) = event.data().as_string().and_then(|words| read(&words)) {
                hear(id, said);
            }
        });
        channel.set_onmessage(Some(heard.as_ref().unchecked_ref()));
        heard.forget();
        Some(Self(channel))
    }

    /// Says it to every other tab.
    pub fn say(&self, id: &ScenarioId, said: &Said) {
        let words = match said {
            Said::Ask => format!("ask\n{}", id.0),
            Said::Given(stamp) => format!("given {stamp}\n{}", id.0),
            Said::Unsaved => format!("unsaved\n{}", id.0),
        };
        // Unheard, it is as if the other tab were frozen: whoever asks does not wait for long.
        let _ = self.0.post_message(&words.into());
    }
}

fn read(words: &str) -> Option<(ScenarioId, Said)> {
    let (said, id) = words.split_once('\n')?;
    let said = match said.split_once(' ') {
        Some(("given", stamp)) => Said::Given(stamp.to_owned()),
        None if said == "ask" => Said::Ask,
        None if said == "unsaved" => Said::Unsaved,
        _ => return None,
    };
    Some((ScenarioId(id.to_owned()), said))
}
