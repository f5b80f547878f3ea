//! Road maps: the years between the last result and the goal.
//!
//! `path` has the arithmetic of the years between two known ones, `years` fills a document's road maps, and
//! `ahead` lets the plan of a later year start from what the plan gave the year before. `why` has the numbers that
//! lead to a year, and `overview` holds one road map with its parts and their sums.

mod ahead;
mod overview;
mod path;
mod why;
mod years;

pub(super) use ahead::{ahead_of, derive_ahead};
pub(super) use overview::overview;
pub use overview::{PartSum, RoadMapOverview};
pub use why::YearWhy;
pub(super) use years::road_maps;
pub use years::{RoadMapPlan, RoadMapYear};
