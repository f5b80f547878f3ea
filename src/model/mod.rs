//! The document as plain data: what is entered and decided, nothing that can be computed.
//!
//! This module does no splitting, knows no language and no storage. Everything here is public data with
//! the few look-ups that follow directly from its shape.

mod bands;
mod claim;
mod cure;
mod date;
mod decimal;
mod fact;
mod indicator;
mod limit;
mod period;
mod quantity;
mod road_map;
mod rule;
mod scenario;
mod start;
mod target;
mod unit;

pub use bands::Bands;
pub use claim::{Claim, Hedge, Scale, Stated, Statement, Term};
pub use cure::Cure;
pub use date::{Date, DateError};
pub(crate) use decimal::round_half_up;
pub use decimal::{Decimal, DecimalError, Rate};
pub(crate) use fact::is_default;
pub use fact::{Column, ColumnHead, Provenance, Scope};
pub use indicator::{Base, Custom, CustomId, Indicator, Measure};
pub use limit::{Limit, Limits};
pub use period::{PeriodRule, Periods, Shape};
pub use quantity::{Form, NoPeople, Qualifier, Quantity};
pub use road_map::{Path, RoadMap};
pub use rule::{Driver, Method, MixPart, Rounding, Rule};
pub use scenario::{Origin, Scenario, ScenarioId, Slot, Wrong};
pub use target::{Decision, Issuer, Target};
pub use unit::{Kind, Unit, UnitId};
