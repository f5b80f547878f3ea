//! The years of a document's road maps.

use num_bigint::BigInt;
use num_traits::ToPrimitive as _;

use super::path::{constant_growth, equal_step};
use crate::calc::check::{DocumentFinding, Figures, Lack, Size};
use crate::calc::split::{Bounds, RoundingRule, Share, Weight, split};
use crate::model::{
    Cure, Form, Indicator, Measure, NoPeople, Path, Rate, RoadMap, Scenario, Scope, Slot, Target,
};

/// The years of one road map, as far as they are known.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadMapPlan {
    /// The road map.
    pub road_map: RoadMap,
    /// Every known year in order, the first and the last included.
    pub years: Vec<RoadMapYear>,
    /// What it lacks, where a year is not known.
    pub lack: Option<Lack>,
}

/// One year of a road map.
#[derive(Clone, Debug, PartialEq)]
pub struct RoadMapYear {
    /// The year.
    pub year: u16,
    /// The people to reach; `None` where only a rate is known.
    pub people: Option<u64>,
    /// The same as a share of the year's base, 0.55 for 55%; `None` without a base.
    pub share: Option<Rate>,
    /// It is a result or a target of the document, not worked out.
    pub known: bool,
}

impl RoadMapYear {
    /// Its people, else its share.
    pub(super) fn size(&self) -> Option<Size> {
        let people = self.people.map(|people| Size::People(people.into()));
        people.or_else(|| self.share.clone().map(Size::Share))
    }

    /// Whether it is below the year before, in people where both are known, else as shares.
    fn is_below(&self, before: &Self) -> bool {
        match (self.people.zip(before.people), self.share.as_ref().zip(before.share.as_ref())) {
            (Some((now, before)), _) => now < before,
            (None, Some((now, before))) => now < before,
            (None, None) => false,
        }
    }
}

impl RoadMapPlan {
    /// The plan of a year.
    #[must_use]
    pub fn year(&self, year: u16) -> Option<&RoadMapYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// What it lacks, and the years that fall though they may not.
    pub(in crate::calc) fn findings(&self) -> impl Iterator<Item = DocumentFinding> + '_ {
        let RoadMap { indicator, may_fall, .. } = self.road_map;
        let unknown = self.lack.map(|lack| DocumentFinding::RoadMapUnknown { indicator, lack });
        let falls = self.years.windows(2).filter_map(move |pair| {
            let [before, now] = pair else { return None };
            if may_fall || !now.is_below(before) {
                return None;
            }
            let both_people = now.people.is_some() && before.people.is_some();
            let share = |year: &RoadMapYear| year.share.clone().map(Size::Share);
            let (before_size, now_size) =
                if both_people { (before.size(), now.size()) } else { (share(before), share(now)) };
            Some(DocumentFinding::RoadMapFalls {
                indicator,
                year: now.year,
                before: before_size?,
                now: now_size?,
                cures: vec![Cure::LetRoadMapFall(indicator)],
            })
        });
        unknown.into_iter().chain(falls)
    }
}

/// Every road map of the document, in document order. Where a whole and all its parts have one, the parts of
/// every year that was worked out come to the whole.
pub(in crate::calc) fn road_maps(scenario: &Scenario, figures: &Figures<'_>) -> Vec<RoadMapPlan> {
    let mut plans: Vec<RoadMapPlan> =
        scenario.road_maps.iter().map(|road_map| Filler { scenario, figures, road_map }.fill()).collect();
    for place in 0..plans.len() {
        let whole = plans[place].clone();
        let parts: Option<Vec<usize>> = (whole.road_map.indicator.addends().iter())
            .map(|&part| plans.iter().position(|plan| plan.road_map.indicator == part))
            .collect();
        if let Some(parts) = parts.filter(|parts| !parts.is_empty()) {
            fit_parts(&whole, &mut plans, &parts);
        }
    }
    plans
}

/// Fills one road map.
pub(super) struct Filler<'a> {
    pub scenario: &'a Scenario,
    pub figures: &'a Figures<'a>,
    pub road_map: &'a RoadMap,
}

impl Filler<'_> {
    pub(super) fn fill(&self) -> RoadMapPlan {
        let RoadMap { from, to, .. } = *self.road_map;
        let mut years: Vec<RoadMapYear> = Vec::new();
        let mut lack = None;
        for year in from..=to {
            match self.known(year, years.last()) {
                Ok(Some(known)) => {
                    if let Err(missing) = self.reach(&mut years, &known) {
                        lack = lack.or(Some(missing));
                    }
                    years.push(known);
                }
                Ok(None) => {}
                Err(missing) => lack = lack.or(Some(missing)),
            }
        }
        if years.last().is_none_or(|last| last.year != to) {
            lack = lack.or(Some(Lack::Goal { year: to }));
        }
        RoadMapPlan { road_map: *self.road_map, years, lack }
    }

    /// The year as the document has it: the result at the start, else the target in use.
    fn known(&self, year: u16, before: Option<&RoadMapYear>) -> Result<Option<RoadMapYear>, Lack> {
        let RoadMap { indicator, from, .. } = *self.road_map;
        if year == from
            && let Some(people) = self.result(year)
        {
            return Ok(Some(self.of_people(year, people, true)));
        }
        let Some(target) = self.scenario.target(Slot { indicator, year }) else { return Ok(None) };
        self.of_target(target, before).map(Some)
    }

    fn of_target(&self, target: &Target, before: Option<&RoadMapYear>) -> Result<RoadMapYear, Lack> {
        let year = target.slot.year;
        let planned =
            before.filter(|before| before.year.checked_add(1) == Some(year)).and_then(|before| before.people);
        let last = year.checked_sub(1).and_then(|last| self.result(last)).or(planned);
        match target.quantity.people_of(self.base(year), last) {
            Ok(people) => Ok(self.of_people(year, people, true)),
            Err(NoPeople::NoBase) if target.quantity.form == Form::Rate => {
                let share = target.quantity.value.to_rate() / BigInt::from(100);
                Ok(RoadMapYear { year, people: None, share: Some(share), known: true })
            }
            Err(why) => Err(Lack::Target { year, why }),
        }
    }

    /// Adds the years between the last one and the next known one.
    fn reach(&self, years: &mut Vec<RoadMapYear>, next: &RoadMapYear) -> Result<(), Lack> {
        let first_between = years.last().map_or(self.road_map.from, |last| last.year.saturating_add(1));
        if first_between >= next.year || self.road_map.path == Path::Typed {
            return Ok(());
        }
        let Some(start) = years.last().cloned() else {
            let measure = Measure::Result(self.road_map.indicator);
            return Err(Lack::Figure { measure, year: self.road_map.from });
        };
        for year in first_between..next.year {
            let between = self.between(&start, next, year)?;
            let may_fall = self.road_map.may_fall;
            let between = match years.last() {
                // The year before is the least, so that a smaller base takes nobody away.
                Some(before) if !may_fall && between.is_below(before) => match before.people {
                    Some(people) => self.of_people(year, people, false),
                    None => RoadMapYear { share: before.share.clone(), ..between },
                },
                _ => between,
            };
            years.push(between);
        }
        Ok(())
    }

    pub(super) fn between(
        &self,
        start: &RoadMapYear,
        next: &RoadMapYear,
        year: u16,
    ) -> Result<RoadMapYear, Lack> {
        let (step, steps) = (year - start.year, next.year - start.year);
        let no_base = |year| Lack::Figure { measure: Measure::Base(self.road_map.indicator.base()), year };
        let people = || {
            let first = start.people.ok_or(no_base(start.year))?;
            Ok((first, next.people.ok_or(no_base(next.year))?))
        };
        let shares = || {
            let first = start.share.as_ref().ok_or(no_base(start.year))?;
            Ok((first, next.share.as_ref().ok_or(no_base(next.year))?))
        };
        match self.road_map.path {
            Path::EqualPoints => {
                let (first, last) = shares()?;
                Ok(self.of_share(year, equal_step(first, last, step, steps)))
            }
            Path::EqualPeople => {
                let (first, last) = people()?;
                let whole = |people: u64| Rate::from_integer(BigInt::from(people));
                let exact = equal_step(&whole(first), &whole(last), step, steps);
                Ok(self.of_people(year, nearest(&exact), false))
            }
            Path::ConstantGrowth => {
                let growth = |first, last| {
                    constant_growth(first, last, step, steps)
                        .ok_or(Lack::Target { year: start.year, why: NoPeople::NoLast })
                };
                match people() {
                    Ok((first, last)) => Ok(self.of_people(year, growth(first, last)?, false)),
                    Err(lack) => {
                        // Rates alone: to the hundredth of a per cent.
                        let (first, last) = shares().map_err(|_: Lack| lack)?;
                        let hundredths = |share: &Rate| nearest(&(share * BigInt::from(10_000)));
                        let share = growth(hundredths(first), hundredths(last))?;
                        let share = Rate::new(BigInt::from(share), BigInt::from(10_000));
                        Ok(self.of_share(year, share))
                    }
                }
            }
            Path::Typed => Err(Lack::Goal { year }),
        }
    }

    fn of_people(&self, year: u16, people: u64, known: bool) -> RoadMapYear {
        let base = self.base(year).filter(|&base| base > 0);
        let share = base.map(|base| Rate::new(BigInt::from(people), BigInt::from(base)));
        RoadMapYear { year, people: Some(people), share, known }
    }

    /// The share stays exact; its people are the nearest whole number.
    fn of_share(&self, year: u16, share: Rate) -> RoadMapYear {
        let people = self.base(year).map(|base| nearest(&(&share * BigInt::from(base))));
        RoadMapYear { year, people, share: Some(share), known: false }
    }

    pub(super) fn result(&self, year: u16) -> Option<u64> {
        self.figures.result(self.road_map.indicator, year, Scope::InProvince, self.root()?)
    }

    pub(super) fn base(&self, year: u16) -> Option<u64> {
        let (_, base) = self.figures.base(self.road_map.indicator.base(), year, self.root()?)?;
        Some(base)
    }

    fn root(&self) -> Option<usize> {
        self.figures.place(self.scenario.root()?.id)
    }
}

/// The nearest whole number, halves upwards; it lies between two numbers of people, so it is one.
fn nearest(value: &Rate) -> u64 {
    let half = Rate::new(BigInt::from(1), BigInt::from(2));
    (value + half).floor().to_integer().to_u64().unwrap_or(0)
}

/// Makes the parts of every year come to the whole, as far as they were worked out: the people of the whole
/// are shared out in proportion to the parts' own paths, and what is known of the parts stays.
fn fit_parts(whole: &RoadMapPlan, plans: &mut [RoadMapPlan], parts: &[usize]) {
    for total in &whole.years {
        let found: Option<Vec<RoadMapYear>> =
            parts.iter().map(|&part| plans[part].year(total.year).cloned()).collect();
        let Some(mut found) = found else { continue };
        match total.people {
            Some(people) => fit_people(people, &mut found),
            None => fit_shares(total, &mut found),
        }
        for (&part, fitted) in parts.iter().zip(found) {
            if let Some(year) = plans[part].years.iter_mut().find(|year| year.year == total.year) {
                *year = fitted;
            }
        }
    }
}

fn fit_people(total: u64, parts: &mut [RoadMapYear]) {
    let Some(people) = parts.iter().map(|part| part.people).collect::<Option<Vec<u64>>>() else { return };
    let shares: Vec<Share> = (parts.iter().zip(people))
        .map(|(part, people)| Share {
            start: 0,
            weight: Weight::Whole(people),
            floor: if part.known { people } else { 0 },
            ceiling: part.known.then_some(people),
            released: Bounds::default(),
        })
        .collect();
    let Ok(fitted) = split(total, &shares, &RoundingRule::Webster) else { return };
    for (part, people) in parts.iter_mut().zip(fitted.values) {
        if part.people != Some(people) {
            let base = part
                .share
                .as_ref()
                .zip(part.people)
                .filter(|(_, old)| *old > 0)
                .map(|(share, old)| share / BigInt::from(old));
            *part = RoadMapYear {
                people: Some(people),
                share: base.map(|one| one * BigInt::from(people)),
                ..part.clone()
            };
        }
    }
}

/// The last part that was worked out takes what the others leave.
fn fit_shares(total: &RoadMapYear, parts: &mut [RoadMapYear]) {
    let Some(last) = parts.iter().rposition(|part| !part.known) else { return };
    let others: Option<Rate> = (parts.iter().enumerate())
        .filter(|&(place, _)| place != last)
        .map(|(_, part)| part.share.clone())
        .sum();
    if let Some((total, others)) = total.share.as_ref().zip(others)
        && *total >= others
    {
        parts[last].share = Some(total - others);
    }
}

/// Whether the year was worked out and so can be split like a target of the document.
pub(super) fn worked_out(plan: &RoadMapPlan) -> impl Iterator<Item = (Slot, u64)> + '_ {
    let indicator: Indicator = plan.road_map.indicator;
    plan.years
        .iter()
        .filter(|year| !year.known)
        .filter_map(move |year| Some((Slot { indicator, year: year.year }, year.people?)))
}
