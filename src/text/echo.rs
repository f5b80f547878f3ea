//! Numbers with what they mean: the echo under the target, quantities, moves of a rate, sources.

use num_bigint::BigInt;

use super::names::{capitalised, in_sentence, total_name};
use super::{Language, text};
use crate::calc::{Figure, UnitPlan};
use crate::model::{
    Base, Column, Decimal, Decision, Form, Issuer, Measure, Qualifier, Quantity, Rate, Scenario, Slot, Target,
};

/// How the page understood the target: `= 35.002 người · 4,83% LLLĐ · +6.499 (+22,8%) so với 2022`.
///
/// - `base`: the denominator and its people; `last`: last year and its result. Unknown parts are left away.
#[must_use]
pub fn echo(people: u64, base: Option<(Base, u64)>, last: Option<(u16, u64)>, language: Language) -> String {
    let text = text(language);
    let mut parts = vec![format!("= {} {}", language.people(people), text.people_unit)];
    if let Some((base, all)) = base
        && let Some(rate) = ratio(people, all)
    {
        parts.push((text.rate_of)(&language.percent_of(&rate, 2), (text.base_short)(base)));
    }
    if let Some((year, last)) = last {
        let change = i128::from(people) - i128::from(last);
        let growth = ratio(change, last)
            .map(|growth| format!(" ({})", language.signed_percent_of(&growth, 1)))
            .unwrap_or_default();
        parts.push(compared(&format!("{}{growth}", language.signed(change)), year, language));
    }
    parts.join(" · ")
}

/// A quantity in a sentence: `36.500`, `từ 95% dân số trở lên`, `+22,8% so với 2022`.
#[must_use]
pub fn quantity(quantity: &Quantity, slot: Slot, language: Language) -> String {
    let text = text(language);
    let numbers = numbers(quantity, language);
    let named = match quantity.form {
        Form::Open => text.target_open.to_owned(),
        Form::People => numbers,
        Form::Rate => (text.rate_of)(&numbers, (text.base_short)(slot.indicator.base())),
        Form::Growth | Form::Increase => compared(&numbers, slot.year.saturating_sub(1), language),
    };
    match (quantity.qualifier, language) {
        (Qualifier::Exact, _) => named,
        (Qualifier::AtLeast, Language::Vi) => format!("từ {named} trở lên"),
        (Qualifier::AtLeast, Language::En) => format!("at least {named}"),
        (Qualifier::About, Language::Vi) => format!("khoảng {named}"),
        (Qualifier::About, Language::En) => format!("about {named}"),
    }
}

/// A quantity as a person would type it; `parse_target` in the people's field and `parse_limit` read it back.
#[must_use]
pub fn typed(quantity: &Quantity, language: Language) -> String {
    if quantity.is_open() {
        return String::new();
    }
    // “1.234%” would be read as 1,234 per cent, so rates carry no group marks here.
    let percent = matches!(quantity.form, Form::Rate | Form::Growth);
    let numbers = numbers(quantity, language);
    let numbers = if percent { numbers.replace(language.group_mark(), "") } else { numbers };
    match (quantity.qualifier, language) {
        (Qualifier::Exact, _) => numbers,
        (Qualifier::AtLeast, Language::Vi) => format!("từ {numbers} trở lên"),
        (Qualifier::AtLeast, Language::En) => format!("at least {numbers}"),
        (Qualifier::About, Language::Vi) => format!("khoảng {numbers}"),
        (Qualifier::About, Language::En) => format!("about {numbers}"),
    }
}

/// How a rate moves, spoken for a mark in the chart: `từ 3,01% lên 4,57% LLLĐ`.
#[must_use]
pub fn rate_move(before: &Rate, after: &Rate, base: Base, language: Language) -> String {
    let text = text(language);
    let of_base = |rate: &str| (text.rate_of)(rate, (text.base_short)(base));
    let shown = |rate: &Rate| Decimal::rounded(&(rate * BigInt::from(100)), 2);
    let (from, to) = (shown(before), shown(after));
    let (start, end) = (language.percent(&from), of_base(&language.percent(&to)));
    match (from.to_rate().cmp(&to.to_rate()), language) {
        (std::cmp::Ordering::Less, Language::Vi) => format!("từ {start} lên {end}"),
        (std::cmp::Ordering::Less, Language::En) => format!("from {start} up to {end}"),
        (std::cmp::Ordering::Equal, Language::Vi) => format!("giữ {end}"),
        (std::cmp::Ordering::Equal, Language::En) => format!("stays at {end}"),
        (std::cmp::Ordering::Greater, Language::Vi) => format!("từ {start} xuống {end}"),
        (std::cmp::Ordering::Greater, Language::En) => format!("from {start} down to {end}"),
    }
}

/// A unit's change in human terms: the change, the people per month, and one in how many not yet insured.
/// Nothing where the change is not known or there is none.
#[must_use]
pub fn human_scale(unit: &UnitPlan, language: Language) -> Option<String> {
    let text = text(language);
    let change = unit.standing().change().filter(|&change| change != 0)?;
    let growth = (unit.standing().growth())
        .map(|growth| format!(" ({})", language.signed_percent_of(&growth, 1)))
        .unwrap_or_default();
    let size = change.unsigned_abs();
    let people = language.people(size);
    if change < 0 {
        return Some(match language {
            Language::Vi => format!("Giảm {people}{growth}."),
            Language::En => format!("{people} fewer{growth}."),
        });
    }
    let head = match language {
        Language::Vi => format!("Tăng {people}{growth}"),
        Language::En => format!("{people} more{growth}"),
    };
    let per_month = (size + 6) / 12;
    let month = if per_month == 0 {
        text.under_one_a_month.to_owned()
    } else {
        (text.per_month)(&language.people(per_month))
    };
    let not_yet = (unit.base.zip(unit.last))
        .and_then(|(base, last)| base.people.checked_sub(last.people))
        .map(u128::from)
        .filter(|&not_yet| not_yet >= size);
    Some(match not_yet {
        Some(not_yet) => {
            let one_in = (not_yet + size / 2) / size;
            format!("{head}: {month}; {}.", in_sentence(&(text.one_in)(&language.people(one_in))))
        }
        None => format!("{head}: {month}."),
    })
}

/// Where a figure comes from: `LLLĐ 2022: minh họa (tên nguồn)`.
#[must_use]
pub fn source_line(figure: &Figure, measure: Measure, scenario: &Scenario, language: Language) -> String {
    let text = text(language);
    let provenance = match figure.provenance {
        Some(provenance) => in_sentence((text.provenance)(provenance)),
        None => text.sum_of_units.to_owned(),
    };
    let source = figure.column.and_then(|place| scenario.facts.get(place)).map(|column| &column.source);
    let source = match source {
        Some(source) if !source.is_empty() => format!(" ({source})"),
        _ => String::new(),
    };
    format!("{} {}: {provenance}{source}", capitalised((text.measure)(measure)), figure.year)
}

/// A column of figures: `LLLĐ 2022: minh họa, 12 đơn vị (nguồn). ghi chú`.
#[must_use]
pub fn column_line(column: &Column, scenario: &Scenario, language: Language) -> String {
    let text = text(language);
    let root = scenario.root().map(|root| root.id);
    let who = match column.figures.as_slice() {
        [(unit, people)] if Some(*unit) == root => {
            format!("{} {}", in_sentence(total_name(scenario, language)), language.people(*people))
        }
        figures => (text.units_with_figures)(figures.len()),
    };
    let provenance = in_sentence((text.provenance)(column.provenance));
    let measure = capitalised((text.measure)(column.measure));
    format!("{measure} {}, {who}: {provenance}{}", column.year, behind(&[&column.source, &column.note]))
}

/// A target: `Mục tiêu 2023, tự đặt, 35.002: suy ra từ số công bố (nguồn)`.
#[must_use]
pub fn target_line(target: &Target, language: Language) -> String {
    let text = text(language);
    let provenance = in_sentence((text.provenance)(target.provenance));
    let issuer = in_sentence_if_common(&target.issuer, &(text.issuer)(&target.issuer));
    let amount = quantity(&target.quantity, target.slot, language);
    let indicator = (text.indicator)(target.slot.indicator);
    let head = format!("{} {indicator} {}, {issuer}, {amount}", text.target, target.slot.year);
    let decision = decision(&target.decision, language);
    format!("{head}: {provenance}{}", behind(&[&decision, &target.source]))
}

/// `3294/QĐ-UBND, 18/03/2022`; nothing where neither is known.
fn decision(decision: &Decision, language: Language) -> String {
    let date = decision.date.map(|date| language.date(date));
    let parts = [Some(decision.number.clone()).filter(|number| !number.is_empty()), date];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// Issuers that are names keep their capital.
fn in_sentence_if_common(issuer: &Issuer, words: &str) -> String {
    match issuer {
        Issuer::Own => in_sentence(words),
        Issuer::Government | Issuer::Vss | Issuer::Province | Issuer::Named(_) => words.to_owned(),
    }
}

/// What stands behind a line in brackets, where there is anything.
fn behind(parts: &[&str]) -> String {
    let parts: Vec<&str> = parts.iter().copied().filter(|part| !part.is_empty()).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// The numbers of a quantity with their signs and per cent, without what they are measured on.
fn numbers(quantity: &Quantity, language: Language) -> String {
    let change = matches!(quantity.form, Form::Growth | Form::Increase);
    let end = |value: &Decimal| match (change, value.is_zero()) {
        (false, _) => language.decimal(value),
        // Without its plus a change by nothing would read as a count or a rate.
        (true, true) => format!("+{}", language.decimal(value)),
        (true, false) => language.signed_decimal(value),
    };
    let percent = if matches!(quantity.form, Form::Rate | Form::Growth) { "%" } else { "" };
    match &quantity.upper {
        Some(upper) => format!("{}–{}{percent}", end(&quantity.value), end(upper)),
        None => format!("{}{percent}", end(&quantity.value)),
    }
}

fn compared(numbers: &str, year: u16, language: Language) -> String {
    match language {
        Language::Vi => format!("{numbers} so với {year}"),
        Language::En => format!("{numbers} on {year}"),
    }
}

fn ratio(part: impl Into<BigInt>, all: u64) -> Option<Rate> {
    (all > 0).then(|| Rate::new(part.into(), BigInt::from(all)))
}
