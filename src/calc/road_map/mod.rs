//! Road maps: the years between the last result and the goal.
//!
//! `path` has the arithmetic of the years between two known ones, `years` fills a document's road maps, and
//! `ahead` lets the plan of a later year start from what the plan gave the year before.

mod ahead;
mod path;
mod years;

pub(super) use ahead::{ahead_of, derive_ahead};
pub(super) use years::road_maps;
pub use years::{RoadMapPlan, RoadMapYear};
