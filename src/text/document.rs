//! Remarks on the whole document in words, with the numbers and claims they speak of.

use num_bigint::BigInt;

use super::names::{capitalised, in_sentence};
use super::{Language, Message, en, text, unit_name, vi};
use crate::calc::DocumentFinding;
use crate::calc::check::{Compared, Interval, PlanOf, Size};
use crate::model::{Claim, Decimal, Hedge, Issuer, Rate, Scale, Scenario, Scope, Stated, Statement, Term};

/// A remark on the document.
#[must_use]
pub fn document_finding(finding: &DocumentFinding, scenario: &Scenario, language: Language) -> Message {
    match language {
        Language::Vi => vi::document::finding(finding, scenario),
        Language::En => en::document::finding(finding, scenario),
    }
}

/// A published number as it was printed: `hơn 20,04 triệu`, `khoảng 31%`.
#[must_use]
pub fn stated(stated: &Stated, language: Language) -> String {
    let number = language.decimal(&stated.value);
    let number = match (stated.scale, language) {
        (Scale::Ones, _) => number,
        (Scale::Percent, _) => format!("{number}%"),
        (Scale::Thousands, Language::Vi) => format!("{number} nghìn"),
        (Scale::Thousands, Language::En) => format!("{number} thousand"),
        (Scale::Millions, Language::Vi) => format!("{number} triệu"),
        (Scale::Millions, Language::En) => format!("{number} million"),
    };
    match (stated.hedge, language) {
        (Hedge::Exact, _) => number,
        (Hedge::About, Language::Vi) => format!("khoảng {number}"),
        (Hedge::About, Language::En) => format!("about {number}"),
        (Hedge::Nearly, Language::Vi) => format!("gần {number}"),
        (Hedge::Nearly, Language::En) => format!("nearly {number}"),
        (Hedge::MoreThan, Language::Vi) => format!("hơn {number}"),
        (Hedge::MoreThan, Language::En) => format!("more than {number}"),
    }
}

/// People a number can stand for: `28.483`, `117.926–117.937`.
#[must_use]
pub fn people_interval(interval: &Interval, language: Language) -> String {
    ends(interval, |end| language.decimal(&Decimal::rounded(end, 0)))
}

/// A share a number can stand for, in per cent to two decimals: `7,10%`, `90,73–91,69%`.
#[must_use]
pub fn share_interval(interval: &Interval, language: Language) -> String {
    let hundred = Rate::from_integer(100.into());
    let numbers = ends(interval, |end| language.decimal(&Decimal::rounded(&(end * &hundred), 2)));
    format!("{numbers}%")
}

fn ends(interval: &Interval, words: impl Fn(&Rate) -> String) -> String {
    let (low, high) = (words(&interval.low), words(&interval.high));
    if low == high { low } else { format!("{low}–{high}") }
}

/// What a claim's number is compared with, in the unit of that number.
pub(super) fn computed(claim: &Claim, interval: &Interval, language: Language) -> String {
    match claim.stated.scale {
        Scale::Percent => share_interval(interval, language),
        Scale::Ones | Scale::Thousands | Scale::Millions => people_interval(interval, language),
    }
}

/// A claim's calculation: `số tham gia BHYT 2022/dân số 2022`, `46% + 9%`.
pub(super) fn calculation(claim: &Claim, scenario: &Scenario, language: Language) -> String {
    let terms: Vec<String> = claim.statement.terms().map(|of| term(of, scenario, language)).collect();
    capitalised(&written(&claim.statement, &terms))
}

/// The same with the figures of the document behind the words, where it has each of them:
/// `Số tham gia …/số tham gia …: 103.000/1.450.000`.
pub(super) fn calculation_in_full(claim: &Claim, scenario: &Scenario, language: Language) -> String {
    let words = calculation(claim, scenario, language);
    let is_figure = |term: &Term| matches!(term, Term::Figure { .. });
    let number = |term: &Term| match term {
        Term::Figure { measure, year, scope, unit } => {
            let figure = scenario.columns(*measure, *year, *scope).find_map(|column| column.figure(*unit))?;
            Some(language.people(figure))
        }
        Term::Stated(number) => Some(stated(number, language)),
        Term::Plan { .. } => None,
    };
    let numbers: Option<Vec<String>> = claim.statement.terms().map(number).collect();
    match numbers.filter(|_| claim.statement.terms().any(is_figure)) {
        Some(numbers) => format!("{words}: {}", written(&claim.statement, &numbers)),
        None => words,
    }
}

/// A claim's calculation in numbers: `60.553 + 57.461`. `terms`: what its operands stand for, in order.
pub(super) fn in_numbers(claim: &Claim, terms: &[Interval], language: Language) -> String {
    let number = |(term, found): (&Term, &Interval)| match term {
        Term::Stated(number) => stated(number, language),
        Term::Figure { .. } | Term::Plan { .. } => people_interval(found, language),
    };
    let terms: Vec<String> = claim.statement.terms().zip(terms).map(number).collect();
    written(&claim.statement, &terms)
}

/// A calculation with words for its operands, in the order of [`Statement::terms`].
fn written(statement: &Statement, terms: &[String]) -> String {
    match (statement, terms) {
        (Statement::Share { .. }, [part, whole]) => format!("{part}/{whole}"),
        (Statement::Growth { .. }, [from, to]) => format!("{to}/{from} − 1"),
        (Statement::Sum { plus, .. }, terms) => {
            let (plus, minus) = terms.split_at(plus.len().min(terms.len()));
            let plus = plus.join(" + ");
            if minus.is_empty() { plus } else { format!("{plus} − ({})", minus.join(" + ")) }
        }
        (Statement::Share { .. } | Statement::Growth { .. }, _) => String::new(),
    }
}

/// What a claim counts first: its numerator, or what grew.
pub(super) fn subject(claim: &Claim, scenario: &Scenario, language: Language) -> String {
    match &claim.statement {
        Statement::Share { part, .. } => term(part, scenario, language),
        Statement::Growth { to, .. } => term(to, scenario, language),
        Statement::Sum { .. } => in_sentence(&calculation(claim, scenario, language)),
    }
}

fn term(term: &Term, scenario: &Scenario, language: Language) -> String {
    let text = text(language);
    match term {
        Term::Figure { measure, year, scope, unit } => {
            let measure = (text.measure)(*measure);
            let is_root = scenario.root().is_some_and(|root| root.id == *unit);
            let of_unit =
                if is_root { String::new() } else { format!(", {}", unit_name(scenario, *unit, language)) };
            format!("{measure} {year}{of_unit}{}", scope_words(*scope, language))
        }
        Term::Plan { slot, issuer } => (text.tick_plan)(slot.year, issuer),
        Term::Stated(number) => stated(number, language),
    }
}

/// Where people are insured, behind a figure; in the province goes without saying.
pub(super) fn scope_words(scope: Scope, language: Language) -> String {
    match scope {
        Scope::InProvince => String::new(),
        Scope::OtherProvinces | Scope::Both => format!(", {}", in_sentence((text(language).scope)(scope))),
    }
}

/// A plan with its people: `KH 2022 của UBND tỉnh 40.258`.
pub(super) fn plan_of(plan: &PlanOf, year: u16, language: Language) -> String {
    format!("{} {}", plan_name(year, &plan.issuer, language), people_interval(&plan.people, language))
}

/// `KH 2022 của UBND tỉnh`.
pub(super) fn plan_name(year: u16, issuer: &Issuer, language: Language) -> String {
    (text(language).tick_plan)(year, issuer)
}

/// How many times the smaller plan the larger is at least; `None` without people in the smaller.
pub(super) fn times(smaller: &PlanOf, larger: &PlanOf, language: Language) -> Option<String> {
    let ratio = larger.people.over(&smaller.people)?;
    Some(language.decimal(&Decimal::rounded(&ratio.low, 2)))
}

/// A change between two results: `+62,3%`; from nobody, how many more.
pub(super) fn change(unit: &Compared, language: Language) -> String {
    if unit.other == 0 {
        return language.signed(i128::from(unit.people));
    }
    let change = Rate::new(BigInt::from(unit.people) - BigInt::from(unit.other), BigInt::from(unit.other));
    language.signed_percent_of(&change, 1)
}

/// People, or a share of the base as short as it can be said in two decimals.
pub(super) fn size(size: &Size, language: Language) -> String {
    match size {
        Size::People(people) => language.people(*people),
        Size::Share(share) => {
            let in_percent = share * BigInt::from(100);
            let shown = (0..2).map(|places| Decimal::rounded(&in_percent, places));
            let exact = shown.into_iter().find(|shown| shown.to_rate() == in_percent);
            language.percent(&exact.unwrap_or_else(|| Decimal::rounded(&in_percent, 2)))
        }
    }
}
