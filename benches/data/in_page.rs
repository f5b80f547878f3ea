//! What `make bench` times inside a real browser: the same work as `benches/split.rs`, callable from a page.

use bao_phu::calc::derive;
use bao_phu::calc::split::{RoundingRule, Share, split};
use bao_phu::model::Scenario;
use wasm_bindgen::prelude::wasm_bindgen;

#[path = "mod.rs"]
mod data;

/// A split made ready, so that only the split itself is timed.
#[wasm_bindgen]
pub struct ReadySplit {
    total: u64,
    shares: Vec<Share>,
}

#[wasm_bindgen]
impl ReadySplit {
    /// A split over so many units, with floors and ceilings.
    #[wasm_bindgen(constructor)]
    pub fn new(units: u32) -> Self {
        let (total, shares) = data::shares(units.into());
        Self { total, shares }
    }

    /// Splits by the default rounding; whether it could be split.
    pub fn run(&self) -> bool {
        split(self.total, &self.shares, &RoundingRule::Webster).is_ok()
    }
}

/// A plan made ready.
#[wasm_bindgen]
pub struct ReadyPlan {
    scenario: Scenario,
}

#[wasm_bindgen]
impl ReadyPlan {
    /// A province of so many communes, indicators and years.
    #[wasm_bindgen(constructor)]
    pub fn new(communes: u32, indicators: u8, years: u16) -> Self {
        Self { scenario: data::province(communes, indicators.into(), years) }
    }

    /// Derives the whole plan; whether every target was split exactly.
    pub fn run(&self) -> bool {
        derive(&self.scenario).nodes.iter().all(|node| node.is_balanced())
    }
}

/// Nothing happens by itself: the page asks.
fn main() {}
