//! Looks at the document as a whole: are its figures, targets, claims and road maps consistent?
//!
//! A plan's own [`Finding`](super::Finding)s say what keeps a split from being done or is remarkable about
//! it; what is here needs no split. Nothing is ever judged with less than it takes: where a figure is
//! missing, nothing is said.
//!
//! | File | What it looks at |
//! |---|---|
//! | `figures` | every figure by what, when, where and whom |
//! | `facts` | figures against each other |
//! | `targets` | targets against each other, their base and their results |
//! | `claims`, `interval` | published sentences, as intervals, against the figures |
//! | `finding` | what is told |
//! | `passed` | what agrees |

mod claims;
mod facts;
mod figures;
mod finding;
mod interval;
mod passed;
mod targets;

pub use claims::CheckedClaim;
pub(crate) use figures::Figures;
pub use finding::{Compared, DocumentFinding, Lack, PlanOf, Size};
pub use interval::Interval;
pub use passed::{Passed, passed};
pub use targets::highest;

use self::claims::Reader;
use super::fulfilment::fulfilments;
use super::road_map::{RoadMapPlan, road_maps};
use super::{Fulfilment, NodePlan};
use crate::model::Scenario;

/// What a look at the whole document gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// Every row of the targets, in document order.
    pub fulfilments: Vec<Fulfilment>,
    /// Every claim, in document order, those that agree included.
    pub claims: Vec<CheckedClaim>,
    /// Every road map, in document order.
    pub road_maps: Vec<RoadMapPlan>,
    /// What the user should see, most severe first.
    pub findings: Vec<DocumentFinding>,
}

/// Reviews the document. `nodes`: plans derived from it, as many as there are; they say what is given, and
/// what they already tell is not told again.
///
/// Total and deterministic, like [`derive()`](super::derive()).
#[must_use]
pub fn review(scenario: &Scenario, nodes: &[NodePlan]) -> Review {
    let figures = Figures::new(scenario);
    let fulfilments = fulfilments(scenario, &figures, nodes);
    let reader = Reader { scenario, figures: &figures, fulfilments: &fulfilments };
    let claims = reader.check_all();
    let road_maps = road_maps(scenario, &figures);
    let mut findings = facts::fact_findings(scenario, &figures, nodes);
    let implied = reader.implied_plans(&claims);
    findings.extend(targets::target_findings(scenario, &figures, &fulfilments, &implied));
    findings.extend(reader.findings(&claims));
    findings.extend(road_maps.iter().flat_map(RoadMapPlan::findings));
    findings.sort_by_key(DocumentFinding::severity);
    Review { fulfilments, claims, road_maps, findings }
}
