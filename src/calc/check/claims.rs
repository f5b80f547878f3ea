//! Published sentences recomputed from the figures.

use num_bigint::BigInt;

use super::{DocumentFinding, Figures, Interval, PlanOf};
use crate::calc::Fulfilment;
use crate::model::{Claim, Issuer, Measure, Rate, Scale, Scenario, Scope, Slot, Stated, Statement, Term};

/// One claim with what the figures say to it. Shares and growth are ratios: 0.96 for 96%.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckedClaim {
    /// The claim, as a place in the document's claims.
    pub place: usize,
    /// What the published number allows.
    pub stated: Interval,
    /// What the figures allow; `None` where one is missing or the denominator is zero.
    pub computed: Option<Interval>,
    /// Of a share: what the denominator must then be, from the numerator and the published number.
    pub implied_whole: Option<Interval>,
}

impl CheckedClaim {
    /// Whether some number is both what was published and what the figures give; `None` where not known.
    #[must_use]
    pub fn agrees(&self) -> Option<bool> {
        Some(self.computed.as_ref()?.meets(&self.stated))
    }
}

/// Where the numbers of the claims come from.
pub(super) struct Reader<'a> {
    pub scenario: &'a Scenario,
    pub figures: &'a Figures<'a>,
    pub fulfilments: &'a [Fulfilment],
}

impl Reader<'_> {
    /// Every claim, in document order.
    pub fn check_all(&self) -> Vec<CheckedClaim> {
        (self.scenario.claims.iter().enumerate())
            .map(|(place, claim)| {
                let stated = Interval::of(&claim.stated);
                let implied_whole = match &claim.statement {
                    Statement::Share { part, .. } => self.value(part).and_then(|part| part.over(&stated)),
                    Statement::Sum { .. } | Statement::Growth { .. } => None,
                };
                CheckedClaim { place, computed: self.compute(&claim.statement), stated, implied_whole }
            })
            .collect()
    }

    /// Every remark on the claims.
    pub fn findings(&self, checked: &[CheckedClaim]) -> Vec<DocumentFinding> {
        let claims = || self.scenario.claims.iter().zip(checked);
        let differs =
            checked.iter().filter(|checked| checked.agrees() == Some(false)).filter_map(|checked| {
                let (computed, stated) = (checked.computed.clone()?, checked.stated.clone());
                Some(DocumentFinding::ClaimDiffers { claim: checked.place, computed, stated })
            });
        let elsewhere = claims().filter_map(|(claim, checked)| self.counts_elsewhere(claim, checked));
        let years = claims().filter_map(|(claim, checked)| other_year(claim, checked.place));
        differs.chain(elsewhere).chain(years).chain(same_percentages(&self.scenario.claims)).collect()
    }

    /// The plans that shares of a plan imply, where the document does not have the plan itself.
    pub fn implied_plans(&self, checked: &[CheckedClaim]) -> Vec<(Slot, PlanOf)> {
        (self.scenario.claims.iter().zip(checked))
            .filter_map(|(claim, checked)| {
                let Statement::Share { whole: whole @ Term::Plan { slot, issuer }, .. } = &claim.statement
                else {
                    return None;
                };
                let people = checked.implied_whole.clone().filter(|_| self.value(whole).is_none())?;
                Some((*slot, PlanOf { issuer: issuer.clone(), people }))
            })
            .collect()
    }

    fn compute(&self, statement: &Statement) -> Option<Interval> {
        match statement {
            Statement::Share { part, whole } => self.value(part)?.over(&self.value(whole)?),
            Statement::Sum { plus, minus } => {
                let nothing = || Some(Interval::people(0));
                let add = |sum: Option<Interval>, term| Some(sum?.plus(&self.value(term)?));
                let plus = plus.iter().fold(nothing(), add)?;
                Some(plus.minus(&minus.iter().fold(nothing(), add)?))
            }
            Statement::Growth { from, to } => {
                let one = Interval::people(1);
                Some(self.value(to)?.over(&self.value(from)?)?.minus(&one))
            }
        }
    }

    /// What a term can stand for: people, or a ratio for a number in per cent.
    pub fn value(&self, term: &Term) -> Option<Interval> {
        match term {
            Term::Figure { measure, year, scope, unit } => {
                let place = self.figures.place(*unit)?;
                self.figures.total((*measure, *year, *scope), place).map(Interval::people)
            }
            Term::Plan { slot, issuer } => {
                let row = self.plan(*slot, issuer)?;
                let whole = |count: u64| Rate::from_integer(BigInt::from(count));
                let low = row.people.ok()?;
                Some(Interval { low: whole(low), high: whole(row.upper.unwrap_or(low)) })
            }
            Term::Stated(stated) => Some(Interval::of(stated)),
        }
    }

    fn plan(&self, slot: Slot, issuer: &Issuer) -> Option<&Fulfilment> {
        let of_issuer = |row: &&Fulfilment| {
            row.slot == slot
                && self.scenario.targets.get(row.place).is_some_and(|target| target.issuer == *issuer)
        };
        self.fulfilments.iter().find(of_issuer)
    }

    /// A share whose numerator counts people insured elsewhere too, unless its plan does as well.
    fn counts_elsewhere(&self, claim: &Claim, checked: &CheckedClaim) -> Option<DocumentFinding> {
        let Statement::Share { part: Term::Figure { measure, year, scope: Scope::Both, unit }, whole } =
            &claim.statement
        else {
            return None;
        };
        if let Term::Plan { slot, issuer } = whole
            && self.plan(*slot, issuer).is_some_and(|row| row.scope == Scope::Both)
        {
            return None;
        }
        let place = self.figures.place(*unit)?;
        let counted = |scope| self.figures.total((*measure, *year, scope), place);
        let (all, inside) = (counted(Scope::Both)?, counted(Scope::InProvince)?);
        let share = Interval::people(inside).over(&Interval::people(all))?;
        let in_province = checked.stated.times(&share)?;
        let elsewhere = all.checked_sub(inside)?;
        Some(DocumentFinding::ClaimCountsElsewhere { claim: checked.place, elsewhere, in_province })
    }
}

/// A share of a base of another year.
fn other_year(claim: &Claim, place: usize) -> Option<DocumentFinding> {
    let Statement::Share {
        part: Term::Figure { year: part, .. },
        whole: Term::Figure { measure: Measure::Base(_), year: whole, .. },
    } = &claim.statement
    else {
        return None;
    };
    let (part, whole) = (*part, *whole);
    (part != whole).then_some(DocumentFinding::ClaimOfOtherYear { claim: place, part, whole })
}

/// One percentage, to two decimals or more, for different numerators of one source.
fn same_percentages(claims: &[Claim]) -> Vec<DocumentFinding> {
    let is_precise = |stated: &Stated| stated.scale == Scale::Percent && stated.value.places() >= 2;
    let part = |claim: &Claim| match &claim.statement {
        Statement::Share { part, .. } => Some(part.clone()),
        Statement::Growth { to, .. } => Some(to.clone()),
        Statement::Sum { .. } => None,
    };
    let same = |a: &Claim, b: &Claim| {
        a.source == b.source
            && a.stated.value == b.stated.value
            && is_precise(&a.stated)
            && is_precise(&b.stated)
            && part(a).zip(part(b)).is_some_and(|(a, b)| a != b)
    };
    (claims.iter().enumerate())
        .filter_map(|(second, claim)| {
            let first = claims[..second].iter().position(|before| same(before, claim))?;
            Some(DocumentFinding::SamePercentage { first, second })
        })
        .collect()
}
