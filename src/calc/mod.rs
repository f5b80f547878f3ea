//! From what was entered to a plan: pure mathematics on whole people and exact ratios.
//!
//! Nothing here knows a browser, a language or a clock, and nothing here computes in floating point.

pub mod split;
