//! The targets against each other, against the base, and against what their results count.

use num_bigint::BigInt;
use num_traits::{Signed as _, ToPrimitive as _};

use super::{DocumentFinding, Figures, Interval, PlanOf, Size};
use crate::calc::Fulfilment;
use crate::model::{Cure, Decimal, Form, Indicator, Quantity, Rate, Scenario, Scope, Slot, Target};

/// Every remark on the targets. `implied`: plans known only by published shares of them.
pub(super) fn target_findings(
    scenario: &Scenario,
    figures: &Figures<'_>,
    rows: &[Fulfilment],
    implied: &[(Slot, PlanOf)],
) -> Vec<DocumentFinding> {
    let mut found = plans_differ(scenario, rows, implied);
    for row in rows {
        let Some(target) = scenario.targets.get(row.place) else { continue };
        found.extend(above_base(figures, scenario, target, row));
        found.extend(other_scope(figures, scenario, target, row));
        found.extend(elsewhere_not_kept(figures, scenario, target));
        found.extend(parts_differ(scenario, row.place, target));
        found.extend(above_whole(scenario, target));
    }
    found
}

/// Of every indicator and year with several plans, the smallest and the largest, where they are far apart.
fn plans_differ(
    scenario: &Scenario,
    rows: &[Fulfilment],
    implied: &[(Slot, PlanOf)],
) -> Vec<DocumentFinding> {
    // Most indicators and years have one plan, which cannot differ from itself.
    let is_one_of_several = |row: &&Fulfilment| {
        rows.iter().any(|other| other.place != row.place && other.slot == row.slot)
            || implied.iter().any(|(slot, _)| *slot == row.slot)
    };
    let known = rows.iter().filter(is_one_of_several).filter_map(|row| {
        let target = scenario.targets.get(row.place)?;
        let people = Interval::people(row.people.ok()?);
        Some((row.slot, PlanOf { issuer: target.issuer.clone(), people }, Some(row)))
    });
    let implied = implied.iter().map(|(slot, plan)| (*slot, plan.clone(), None));
    let mut plans: Vec<(Slot, PlanOf, Option<&Fulfilment>)> = known.chain(implied).collect();
    plans.sort_by_key(|(slot, ..)| *slot);
    plans.chunk_by(|(a, ..), (b, ..)| a == b).filter_map(|plans| far_apart(scenario, plans)).collect()
}

fn far_apart(scenario: &Scenario, plans: &[(Slot, PlanOf, Option<&Fulfilment>)]) -> Option<DocumentFinding> {
    let (slot, smaller, _) = plans.iter().min_by(|(_, a, _), (_, b, _)| a.people.high.cmp(&b.people.high))?;
    let (_, larger, row) = plans.iter().max_by(|(_, a, _), (_, b, _)| a.people.low.cmp(&b.people.low))?;
    let percent = |share: u32| Rate::new(BigInt::from(share), BigInt::from(100));
    let limit = &smaller.people.high * percent(100 + u32::from(scenario.bands.plans));
    if larger.people.low <= limit {
        return None;
    }
    // Only plans of one scope can be put in each other's stead: meeting the highest then meets all.
    let used = scenario.target(*slot);
    let cures = (row.iter())
        .filter(|row| used.is_some_and(|used| used.scope == row.scope))
        .filter(|row| scenario.targets.get(row.place).is_some_and(|target| !target.used))
        .filter_map(|row| Some(Cure::UseTarget { slot: *slot, place: row.place, people: row.people.ok()? }))
        .collect();
    let (smaller, larger) = (smaller.clone(), larger.clone());
    Some(DocumentFinding::PlansDiffer { slot: *slot, smaller, larger, cures })
}

fn above_base(
    figures: &Figures<'_>,
    scenario: &Scenario,
    target: &Target,
    row: &Fulfilment,
) -> Option<DocumentFinding> {
    let Slot { indicator, year } = target.slot;
    let root = figures.place(scenario.root()?.id)?;
    let (_, base) = figures.base(indicator.base(), year, root)?;
    let people = row.people.ok().filter(|&people| people > base)?;
    let issuer = target.issuer.clone();
    Some(DocumentFinding::TargetAboveBase { slot: target.slot, issuer, people, base })
}

/// A result is there, but counts elsewhere.
fn other_scope(
    figures: &Figures<'_>,
    scenario: &Scenario,
    target: &Target,
    row: &Fulfilment,
) -> Option<DocumentFinding> {
    let root = figures.place(scenario.root()?.id)?;
    if row.result.is_some() {
        return None;
    }
    let Slot { indicator, year } = target.slot;
    let result = [Scope::InProvince, Scope::OtherProvinces, Scope::Both]
        .into_iter()
        .find(|&scope| figures.result(indicator, year, scope, root).is_some())?;
    let issuer = target.issuer.clone();
    Some(DocumentFinding::TargetOfOtherScope { slot: target.slot, issuer, target: target.scope, result })
}

/// People insured elsewhere belong at the province where the target in use counts them.
fn elsewhere_not_kept(
    figures: &Figures<'_>,
    scenario: &Scenario,
    target: &Target,
) -> Option<DocumentFinding> {
    if !target.used || target.scope != Scope::Both {
        return None;
    }
    let root = scenario.root()?.id;
    let elsewhere = figures.elsewhere(target.slot)?;
    let kept = scenario.rule(target.slot, root)?.kept;
    (kept < elsewhere).then(|| DocumentFinding::ElsewhereNotKept {
        slot: target.slot,
        elsewhere,
        kept,
        cures: vec![Cure::KeepAtNode(elsewhere)],
    })
}

/// The same issuer's targets of the parts, in the same form and scope, against the target of their sum.
fn parts_differ(scenario: &Scenario, place: usize, target: &Target) -> Option<DocumentFinding> {
    let addends = target.slot.indicator.addends();
    if addends.is_empty() {
        return None;
    }
    let whole = size(&target.quantity)?;
    let parts: Vec<Rate> = (addends.iter())
        .map(|&part| exact(&beside(scenario, target, part)?.quantity))
        .collect::<Option<_>>()?;
    let sum: Rate = parts.into_iter().sum();
    if sum == exact(&target.quantity)? {
        return None;
    }
    let parts = sized(target.quantity.form, &sum)?;
    let cures = (decimal(&sum).into_iter())
        .map(|value| {
            let quantity = Quantity { value, ..target.quantity.clone() };
            Cure::ChangeTarget { place, target: Box::new(Target { quantity, ..target.clone() }) }
        })
        .collect();
    let issuer = target.issuer.clone();
    Some(DocumentFinding::TargetPartsDiffer { slot: target.slot, issuer, parts, whole, cures })
}

fn above_whole(scenario: &Scenario, target: &Target) -> Option<DocumentFinding> {
    let whole = target.slot.indicator.whole()?;
    let other = beside(scenario, target, whole)?;
    // Shares of different bases cannot be compared.
    let same_base = target.quantity.form == Form::People || whole.base() == target.slot.indicator.base();
    if !same_base || exact(&target.quantity)? <= exact(&other.quantity)? {
        return None;
    }
    let (part_size, whole_size) = (size(&target.quantity)?, size(&other.quantity)?);
    let issuer = target.issuer.clone();
    Some(DocumentFinding::TargetAboveWhole { slot: target.slot, whole, issuer, part_size, whole_size })
}

/// The same issuer's target of another indicator for the same year, in the same form and scope.
fn beside<'a>(scenario: &'a Scenario, target: &Target, indicator: Indicator) -> Option<&'a Target> {
    let slot = Slot { indicator, ..target.slot };
    scenario.targets.iter().find(|other| {
        other.slot == slot
            && (&other.issuer, other.scope) == (&target.issuer, target.scope)
            && other.quantity.form == target.quantity.form
    })
}

/// The number as it stands, people or per cent; only of forms that can be added up.
fn exact(quantity: &Quantity) -> Option<Rate> {
    let adds_up = matches!(quantity.form, Form::People | Form::Rate) && quantity.upper.is_none();
    adds_up.then(|| quantity.value.to_rate()).filter(|value| !value.is_negative())
}

fn size(quantity: &Quantity) -> Option<Size> {
    sized(quantity.form, &exact(quantity)?)
}

fn sized(form: Form, value: &Rate) -> Option<Size> {
    match form {
        Form::People => value.to_integer().to_u128().map(Size::People),
        Form::Rate => Some(Size::Share(value / BigInt::from(100))),
        Form::Growth | Form::Increase | Form::Open => None,
    }
}

/// The shortest decimal that is just this number; sums of decimals always have one.
fn decimal(value: &Rate) -> Option<Decimal> {
    (0..=400).map(|places| Decimal::floored(value, places)).find(|decimal| decimal.to_rate() == *value)
}

/// The row of this year's targets that asks for the most, of those that count like the row in use: meeting it
/// meets them all. What a new scenario allocates by default.
#[must_use]
pub fn highest(scenario: &Scenario, slot: Slot) -> Option<usize> {
    let figures = Figures::new(scenario);
    let scope = scenario.target(slot).map_or(Scope::InProvince, |used| used.scope);
    let rows = crate::calc::fulfilment::fulfilments(scenario, &figures, &[]);
    let mut rows =
        rows.into_iter().filter(|row| row.slot == slot && row.scope == scope && row.people.is_ok());
    let first = rows.next()?;
    // Of equals, the one listed first.
    let highest = rows.fold(first, |best, row| if row.people.ok() > best.people.ok() { row } else { best });
    Some(highest.place)
}
