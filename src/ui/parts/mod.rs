//! The parts of the page, one file each.

mod choice;
mod context_bar;
mod header;
mod icon;
mod inspector;
mod lens_links;
mod limits_form;
mod negotiation;
mod periods;
mod problems;
mod reconciliation;
mod rule;
mod select_text;
mod slot_menu;
mod storage_notices;
mod target_input;
mod target_strip;
mod targets;
mod typed_field;

pub use choice::Choice;
pub use context_bar::ContextBar;
pub use header::Header;
pub use icon::{Icon, Shape};
pub use inspector::Inspector;
pub use lens_links::LensLinks;
pub use limits_form::LimitsForm;
pub use negotiation::Negotiation;
pub use periods::{Periods, PeriodsButton};
pub use problems::{Problems, Remarks};
pub use reconciliation::ReconciliationBar;
pub use rule::RuleBar;
pub use slot_menu::SlotMenu;
pub use storage_notices::StorageNotices;
pub use target_input::TargetInput;
pub use target_strip::TargetStrip;
pub use typed_field::{Refusal, TypedField};
