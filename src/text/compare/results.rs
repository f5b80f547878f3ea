//! What comes of the scenarios.

use super::letter;
use super::names::unit_of;
use crate::calc::compare::{Comparison, Difference, Headline, UnitRow};
use crate::model::{Decimal, Rate, Slot, UnitId};
use crate::text::{Language, text};

/// A headline figure of every scenario: its name, and what each says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeadlineRow {
    /// The figure.
    pub name: String,
    /// Its value in each scenario, with the difference to the base where one can be told.
    pub values: Vec<(String, Option<String>)>,
}

/// The headline figures of all scenarios, row by row. `findings`: how many things are wrong or remarkable in each.
#[must_use]
pub fn headline_rows(
    headlines: &[Option<Headline>],
    findings: &[usize],
    slot: Slot,
    comparison: &Comparison,
    language: Language,
) -> Vec<HeadlineRow> {
    let labels = text(language);
    let text = labels.compare;
    let last = slot.year.saturating_sub(1);
    let count = |read: &dyn Fn(&Headline) -> Option<i128>| {
        let of = |place: usize| headlines[place].as_ref().and_then(read);
        (0..headlines.len())
            .map(|place| {
                let change = (place > 0).then(|| Some(of(place)? - of(0)?)).flatten();
                let value = match (&headlines[place], of(place)) {
                    (None, _) => text.not_planned.to_owned(),
                    (Some(_), None) => labels.missing.to_owned(),
                    (Some(_), Some(value)) => language.people(value),
                };
                (value, change.filter(|&change| change != 0).map(|change| language.signed(change)))
            })
            .collect::<Vec<_>>()
    };
    let rate = |read: &dyn Fn(&Headline) -> Option<Rate>, words: &dyn Fn(&Headline, &Rate) -> String| {
        let of = |place: usize| headlines[place].as_ref().and_then(read);
        (0..headlines.len())
            .map(|place| {
                let value = match (&headlines[place], of(place)) {
                    (None, _) => text.not_planned.to_owned(),
                    (Some(_), None) => labels.missing.to_owned(),
                    (Some(headline), Some(value)) => words(headline, &value),
                };
                let change = (place > 0).then(|| Some(of(place)? - of(0)?)).flatten();
                let shown = change.map(|change| points(&change, true, language));
                (value, shown.filter(|(is_any, _)| *is_any).map(|(_, words)| words))
            })
            .collect::<Vec<_>>()
    };
    let of_base = |headline: &Headline, rate: &Rate| {
        (labels.rate_of)(&language.percent_of(rate, 2), (labels.base_short)(headline.base))
    };
    let gap = |headline: &Headline, rate: &Rate| {
        let apart = points(rate, false, language).1;
        let name = |end: &Option<(UnitId, Rate)>| {
            end.as_ref().map(|(unit, _)| unit_of(comparison, *unit, language)).unwrap_or_default()
        };
        format!("{apart} ({} – {})", name(&headline.highest), name(&headline.lowest))
    };
    let rising = |headlines: &[Option<Headline>]| {
        let words = |headline: &Headline| {
            (text.of)(&language.people(headline.rising), &language.people(headline.units))
        };
        let value =
            |headline: &Option<Headline>| headline.as_ref().map_or(text.not_planned.to_owned(), words);
        headlines.iter().map(|headline| (value(headline), None)).collect()
    };
    let row = |name: String, values| HeadlineRow { name, values };
    vec![
        row(labels.target.into(), count(&|headline| headline.total.given.map(Into::into))),
        row(text.given.into(), count(&|headline| headline.given.try_into().ok())),
        row(text.kept.into(), count(&|headline| Some(headline.kept.into()))),
        row(text.remaining.into(), count(&|headline| Some(headline.remaining))),
        row((text.rate_before)(last), rate(&|headline| headline.total.before(), &of_base)),
        row((text.rate_after)(slot.year), rate(&|headline| headline.total.after(), &of_base)),
        row(text.gap.into(), rate(&Headline::gap, &gap)),
        row(text.rising.into(), rising(headlines)),
        row(text.findings.into(), findings.iter().map(|&count| (language.people(count), None)).collect()),
    ]
}

/// A difference of rates in points: whether anything is left of it when rounded, and the words.
fn points(difference: &Rate, signed: bool, language: Language) -> (bool, String) {
    let points = Decimal::rounded(&(difference * Rate::from_integer(100.into())), 2);
    let words = if signed { language.signed_decimal(&points) } else { language.decimal(&points) };
    (!points.is_zero(), (text(language).compare.points)(&words))
}

/// What comes of a comparison with one other scenario, in a sentence.
#[must_use]
pub fn compare_verdict(
    place: usize,
    differences: &[Difference<'_>],
    rows: &[UnitRow],
    comparison: &Comparison,
    language: Language,
) -> String {
    let text = text(language).compare;
    let inputs = differences.iter().filter(|difference| difference.differs.get(place) == Some(&true)).count();
    if inputs == 0 {
        return (text.verdict_same)(letter(place));
    }
    let moved = || rows.iter().filter_map(|row| Some((row, row.change(place)?))).filter(|(_, by)| *by != 0);
    // The first of the largest, as in the table.
    let most =
        moved().reduce(|most, next| if next.1.unsigned_abs() > most.1.unsigned_abs() { next } else { most });
    let units = match most {
        None if rows.iter().all(|row| row.change(place).is_none()) => text.verdict_no_common.to_owned(),
        None => text.verdict_no_unit.to_owned(),
        Some((row, by)) => (text.verdict_units)(
            moved().count(),
            &unit_of(comparison, row.unit, language),
            &language.signed(by),
        ),
    };
    format!("{}{units}", (text.verdict_inputs)(letter(place), inputs))
}
