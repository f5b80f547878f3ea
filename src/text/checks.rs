//! Everything that was checked, in words: what is wrong, what is remarkable, what agrees.

use super::document::{calculation, computed, in_numbers, scope_words, stated};
use super::{Language, Message, clash_line, cure, document_finding, finding, measure_name, text, unit_name};
use crate::calc::check::{Passed, passed};
use crate::calc::{DocumentFinding, Finding, NodePlan, Plan, Severity};
use crate::model::{Cure, Indicator, Scenario, Scope, Slot, UnitId};

/// The labels of the list of checks.
#[derive(Debug)]
pub struct ChecksText {
    /// Its heading, and the button that opens it, with the number of errors and warnings.
    pub title: fn(usize) -> String,
    /// Nothing is wrong.
    pub nothing: &'static str,
    /// Heading of what is wrong, with its number.
    pub errors: fn(usize) -> String,
    /// Heading of what is probably not intended, with its number.
    pub warnings: fn(usize) -> String,
    /// Heading of what is good to know, with its number.
    pub notes: fn(usize) -> String,
    /// Heading of what agrees, with its number.
    pub passed: fn(usize) -> String,
    /// Link to the cell: unit, indicator and year.
    pub go_to: fn(&str, &str) -> String,
    /// Spoken after a check that agrees.
    pub agrees: &'static str,
    /// The figures give one number, another was published.
    pub as_stated: fn(&str, &str) -> String,
    /// So many units come to this.
    pub units_sum: fn(usize, &str) -> String,
    /// In so many more places it does, too.
    pub others_too: fn(usize) -> String,
    /// A target shared out: target, given, kept.
    pub shared_out: fn(&str, &str, &str) -> String,
}

/// A finding in words, with what can be done about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    /// How much it weighs.
    pub severity: Severity,
    /// What happened and what to do.
    pub message: Message,
    /// The units it is about, with their names.
    pub units: Vec<(UnitId, String)>,
    /// The clashing limits and those to release.
    pub clash_line: Option<String>,
    /// What would mend it, as the words of buttons.
    pub cures: Vec<(Cure, String)>,
    /// The indicator and year its cures are for.
    pub slot: Slot,
    /// The node its cures are for.
    pub node: UnitId,
    /// The cell it leads to.
    pub place: Option<Place>,
}

/// A cell to go to.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The indicator and year.
    pub slot: Slot,
    /// The row: a unit, or the province.
    pub unit: UnitId,
    /// The figure of the year before is meant, not what is given.
    pub is_last: bool,
    /// The link's words.
    pub words: String,
}

/// A check that agrees, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreed {
    /// The calculation in numbers: `60.553 + 57.461 = 118.014`.
    pub numbers: String,
    /// What is counted there, and who says so.
    pub about: String,
}

/// Everything that was checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Checks {
    /// What was found, most severe first.
    pub found: Vec<Told>,
    /// What agrees.
    pub passed: Vec<Agreed>,
}

impl Checks {
    /// How many errors and warnings there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.found.iter().filter(|told| told.severity != Severity::Note).count()
    }
}

/// Everything that was checked of the document and of its `plan`, in words.
#[must_use]
pub fn checks(plan: &Plan, scenario: &Scenario, language: Language) -> Checks {
    let of_plans = plan
        .nodes
        .iter()
        .flat_map(|node| node.findings.iter().map(|finding| told_of_plan(finding, node, scenario, language)));
    let of_document =
        plan.review.findings.iter().map(|finding| told_of_document(finding, scenario, language));
    let mut found: Vec<Told> = of_plans.chain(of_document.flatten()).collect();
    found.sort_by_key(|told| told.severity);
    let passed =
        passed(scenario, plan).iter().filter_map(|check| agreed(check, scenario, language)).collect();
    Checks { found, passed }
}

/// A finding of a plan in words.
#[must_use]
pub fn told_of_plan(found: &Finding, node: &NodePlan, scenario: &Scenario, language: Language) -> Told {
    let words = |of: &Cure| (of.clone(), cure(of, scenario, node.slot, node.node, language));
    let unit = found.units().first().copied().unwrap_or(node.node);
    Told {
        severity: found.severity(),
        message: finding(found, scenario, language),
        units: found.units().iter().map(|&unit| (unit, unit_name(scenario, unit, language))).collect(),
        clash_line: clash_line(found, scenario, language),
        cures: found.cures().iter().map(words).collect(),
        slot: node.slot,
        node: node.node,
        place: Some(place(node.slot, unit, false, scenario, language)),
    }
}

/// A finding of the document in words; nothing where the document has no plan at all.
#[must_use]
pub fn told_of_document(found: &DocumentFinding, scenario: &Scenario, language: Language) -> Option<Told> {
    let root = scenario.root()?.id;
    let slot = found.slot().or_else(|| scenario.slots().next())?;
    let words = |of: &Cure| (of.clone(), cure(of, scenario, slot, root, language));
    let leads_to = slot_of(found.slot(), found.indicator(&scenario.claims), scenario);
    let unit = found.unit();
    Some(Told {
        severity: found.severity(),
        message: document_finding(found, scenario, language),
        units: Vec::new(),
        clash_line: None,
        cures: found.cures().iter().map(words).collect(),
        slot,
        node: root,
        place: leads_to.map(|slot| place(slot, unit.unwrap_or(root), unit.is_some(), scenario, language)),
    })
}

/// The plan that shows most of what a remark is about: its own, else one of its indicator, else, for what is
/// about no indicator, any.
fn slot_of(own: Option<Slot>, indicator: Option<Indicator>, scenario: &Scenario) -> Option<Slot> {
    let has = |slot: &Slot| own == Some(*slot);
    let fits = |slot: &Slot| indicator.is_none_or(|indicator| slot.indicator == indicator);
    scenario.slots().find(has).or_else(|| scenario.slots().find(fits))
}

fn place(slot: Slot, unit: UnitId, is_last: bool, scenario: &Scenario, language: Language) -> Place {
    let text = text(language);
    let plan = format!("{} {}", (text.indicator_short)(slot.indicator), slot.year);
    let words = (text.checks.go_to)(&unit_name(scenario, unit, language), &plan);
    Place { slot, unit, is_last, words }
}

/// A check that agrees in words; nothing for a claim that is gone.
fn agreed(check: &Passed, scenario: &Scenario, language: Language) -> Option<Agreed> {
    let text = text(language);
    let people =
        |parts: &[u64]| parts.iter().map(|&part| language.people(part)).collect::<Vec<_>>().join(" + ");
    let about = |unit, what: &str, year: &u16, scope, others| {
        let place = unit_name(scenario, unit, language);
        let too = if others == 0 { String::new() } else { format!("; {}", (text.checks.others_too)(others)) };
        format!("{place}, {what} {year}{}{too}", scope_words(scope, language))
    };
    Some(match check {
        Passed::Claim { claim, terms, computed: found } => {
            let claim = scenario.claims.get(*claim)?;
            let (found, published) = (computed(claim, found, language), stated(&claim.stated, language));
            let result = if found == published { found } else { (text.checks.as_stated)(&found, &published) };
            Agreed {
                numbers: format!("{} = {result}", in_numbers(claim, terms, language)),
                about: format!("{} ({})", calculation(claim, scenario, language), claim.source),
            }
        }
        Passed::Sum { measure, year, scope, node, units, people, others } => Agreed {
            numbers: (text.checks.units_sum)(*units, &language.people(*people)),
            about: about(*node, &measure_name(*measure, scenario, language), year, *scope, *others),
        },
        Passed::Parts { whole, year, scope, unit, parts, people: sum, others } => Agreed {
            numbers: format!("{} = {}", people(parts), language.people(*sum)),
            about: about(*unit, (text.indicator)(*whole), year, *scope, *others),
        },
        Passed::Split { slot, node, target, given, kept, others } => Agreed {
            numbers: (text.checks.shared_out)(
                &language.people(*target),
                &language.people(*given),
                &language.people(*kept),
            ),
            about: about(*node, (text.indicator)(slot.indicator), &slot.year, Scope::InProvince, *others),
        },
    })
}
