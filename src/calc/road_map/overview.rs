//! One indicator's road map as it is looked at: its years with their reasons, its parts, and their sums.

use super::why::YearWhy;
use super::years::{Filler, RoadMapPlan, RoadMapYear, road_maps};
use crate::calc::check::{DocumentFinding, Figures, Size};
use crate::model::{Form, Indicator, Rate, Scenario, Slot};

/// An indicator's road map with all that is told of it.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadMapOverview {
    /// Its years.
    pub plan: RoadMapPlan,
    /// Why each year is what it is, in the order of the years.
    pub whys: Vec<Option<YearWhy>>,
    /// The road maps of its parts, where all of them have one.
    pub parts: Vec<RoadMapPlan>,
    /// The parts of the sum it is, or is a part of, held against it: every year in which all are known.
    pub sums: Vec<PartSum>,
    /// What it lacks, and the years that fall.
    pub findings: Vec<DocumentFinding>,
}

/// The parts of one year held against the whole.
#[derive(Clone, Debug, PartialEq)]
pub struct PartSum {
    /// The year.
    pub year: u16,
    /// The whole.
    pub whole: Indicator,
    /// The parts, in the order of [`Indicator::addends`].
    pub parts: Vec<Size>,
    /// What they come to.
    pub sum: Size,
    /// What the whole says.
    pub stated: Size,
}

impl PartSum {
    /// The parts come to the whole, exactly.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.sum == self.stated
    }
}

/// The overview of an indicator's road map; `None` without one.
#[must_use]
pub(in crate::calc) fn overview(scenario: &Scenario, indicator: Indicator) -> Option<RoadMapOverview> {
    let figures = Figures::new(scenario);
    let plans = road_maps(scenario, &figures);
    let family = Family { scenario, figures: &figures, plans: &plans };
    let plan = family.plan(indicator)?.clone();
    let filler = Filler { scenario, figures: &figures, road_map: &plan.road_map };
    let whys = filler.whys(&plan, |year| family.rest(indicator, year));
    let parts: Option<Vec<RoadMapPlan>> =
        indicator.addends().iter().map(|&part| family.plan(part).cloned()).collect();
    let findings = plan.findings().collect();
    let sums = family.sums(indicator, &plan);
    Some(RoadMapOverview { whys, parts: parts.unwrap_or_default(), sums, findings, plan })
}

/// A whole and its parts.
struct Family<'a> {
    scenario: &'a Scenario,
    figures: &'a Figures<'a>,
    plans: &'a [RoadMapPlan],
}

impl Family<'_> {
    fn plan(&self, indicator: Indicator) -> Option<&RoadMapPlan> {
        self.plans.iter().find(|plan| plan.road_map.indicator == indicator)
    }

    /// The sum that the indicator is, or is an addend of.
    fn whole(indicator: Indicator) -> Option<Indicator> {
        if !indicator.addends().is_empty() {
            return Some(indicator);
        }
        indicator.whole().filter(|whole| whole.addends().contains(&indicator))
    }

    /// The whole of a part's year, and what the other parts come to.
    fn rest(&self, part: Indicator, year: u16) -> Option<(Size, Size)> {
        let whole = Self::whole(part).filter(|&whole| whole != part)?;
        let others: Vec<RoadMapYear> = (whole.addends().iter())
            .filter(|&&other| other != part)
            .map(|&other| self.year(other, year))
            .collect::<Option<_>>()?;
        let whole = self.year(whole, year)?;
        let (stated, _, sum) = alike(&whole, &others)?;
        Some((stated, sum))
    }

    fn sums(&self, indicator: Indicator, plan: &RoadMapPlan) -> Vec<PartSum> {
        let Some(whole) = Self::whole(indicator) else { return Vec::new() };
        let of_year = |year: u16| {
            let parts: Vec<RoadMapYear> =
                whole.addends().iter().map(|&part| self.year(part, year)).collect::<Option<_>>()?;
            let (stated, parts, sum) = alike(&self.year(whole, year)?, &parts)?;
            Some(PartSum { year, whole, parts, sum, stated })
        };
        plan.years.iter().filter_map(|year| of_year(year.year)).collect()
    }

    /// The year by the indicator's road map, else by its target in use.
    fn year(&self, indicator: Indicator, year: u16) -> Option<RoadMapYear> {
        if let Some(known) = self.plan(indicator).and_then(|plan| plan.year(year)) {
            return Some(known.clone());
        }
        let target = self.scenario.target(Slot { indicator, year })?;
        let root = self.figures.place(self.scenario.root()?.id)?;
        let base = self.figures.base(indicator.base(), year, root).map(|(_, base)| base);
        let last = self.figures.result(indicator, year.checked_sub(1)?, target.scope, root);
        let share = (target.quantity.form == Form::Rate)
            .then(|| target.quantity.value.to_rate() / Rate::from_integer(100.into()));
        Some(RoadMapYear { year, people: target.quantity.target(base, last), share, known: true })
    }
}

/// Whole and parts in people where all are known so, else as shares; with what the parts come to.
fn alike(whole: &RoadMapYear, parts: &[RoadMapYear]) -> Option<(Size, Vec<Size>, Size)> {
    let people: Option<Vec<u64>> = parts.iter().map(|part| part.people).collect();
    if let Some((stated, people)) = whole.people.zip(people) {
        let sum = people.iter().map(|&people| u128::from(people)).sum();
        let parts = people.into_iter().map(|people| Size::People(people.into())).collect();
        return Some((Size::People(stated.into()), parts, Size::People(sum)));
    }
    let shares: Vec<Rate> = parts.iter().map(|part| part.share.clone()).collect::<Option<_>>()?;
    let sum = Size::Share(shares.iter().sum());
    Some((Size::Share(whole.share.clone()?), shares.into_iter().map(Size::Share).collect(), sum))
}
