//! What a scenario says of an input.

use super::super::names::in_sentence;
use super::CompareText;
use super::names::unit_of;
use crate::calc::compare::{Aspect, Comparison, Difference, Value};
use crate::model::{Bands, Column, Decimal, MixPart, Scope, Target};
use crate::text::{BLANK, Language, driver_name, method_name, quantity, share, text};

/// What a scenario says of an input, in words.
#[must_use]
pub fn value_words(
    difference: &Difference<'_>,
    place: usize,
    comparison: &Comparison,
    language: Language,
) -> String {
    let labels = text(language);
    let text = labels.compare;
    let scenario = comparison.scenarios().get(place).unwrap_or(comparison.base());
    let aspect = &difference.aspect;
    let Some(value) = difference.values.get(place) else { return text.absent.into() };
    match value {
        Value::Absent => match aspect {
            Aspect::OwnRule(..) => text.inherits,
            Aspect::LeftOut(..) => text.takes_part,
            Aspect::Lock(..) => text.unlocked,
            Aspect::Floor(..) | Aspect::Ceiling(..) => text.unlimited,
            Aspect::Figure(..) => labels.missing,
            _ => text.absent,
        }
        .into(),
        Value::Present => match aspect {
            Aspect::OwnRule(..) => text.own,
            Aspect::LeftOut(..) => labels.left_out,
            _ => text.present,
        }
        .into(),
        Value::Words("") => BLANK.into(),
        Value::Words(words) => (*words).into(),
        Value::Unit(None) => BLANK.into(),
        Value::Unit(Some(unit)) => unit_of(comparison, *unit, language),
        Value::Kind(kind) => (labels.data.kind_name)(*kind).into(),
        Value::Units(_) if place == 0 => BLANK.into(),
        Value::Units(_) => text.other_order.into(),
        Value::Target(target) => target_words(target, &difference.values, language),
        Value::Row(issuer, _) => (labels.issuer)(issuer),
        Value::RoadMap(map) => {
            let path = (labels.targets.road_map.path)(map.path);
            let falls = if map.may_fall { format!(", {}", text.may_fall) } else { String::new() };
            format!("{}–{}: {}{falls}", map.from, map.to, in_sentence(path))
        }
        Value::Method(method) => method_name(*method, scenario, language),
        Value::Mix([]) => BLANK.into(),
        Value::Mix(mix) => {
            let year = match aspect {
                Aspect::Mix(slot, _) => slot.year.saturating_sub(1),
                _ => 0,
            };
            let part = |part: &MixPart| {
                format!(
                    "{} {}",
                    driver_name(part.driver, scenario, year, language),
                    share(part.per_mille, language)
                )
            };
            mix.iter().map(part).collect::<Vec<_>>().join(" · ")
        }
        Value::Rounding(rounding) => (labels.rounding)(*rounding).into(),
        Value::On(on) => match (aspect, on) {
            (Aspect::Whole(..), true) => labels.split_whole,
            (Aspect::Whole(..), false) => labels.split_increase,
            (_, true) => text.on,
            (_, false) => text.off,
        }
        .into(),
        Value::People(people) => language.people(*people),
        Value::Periods(rule) => (text.pattern)(rule),
        Value::Quantity(limit) => match aspect {
            Aspect::Floor(slot, _) | Aspect::Ceiling(slot, _) => quantity(limit, *slot, language),
            _ => String::new(),
        },
        Value::Lock(lock, reason) => {
            let people = lock.map_or_else(|| text.unlocked.to_owned(), |people| language.people(people));
            if reason.is_empty() { people } else { format!("{people} ({reason})") }
        }
        Value::Columns(columns) => {
            columns.iter().map(|column| origin(column, language)).collect::<Vec<_>>().join("; ")
        }
        Value::Figure { people, provenance, .. } => {
            let provenance = in_sentence((labels.provenance)(*provenance));
            format!("{} ({provenance})", language.people(*people))
        }
        Value::Bands(bands) => bands_words(bands, text, language),
    }
}

/// `36.500`, and where rows that are compared differ in more than their amounts, `36.500 · tự nhập · 3294/QĐ-UBND`.
fn target_words(target: &Target, all: &[Value<'_>], language: Language) -> String {
    let labels = text(language);
    let amount = quantity(&target.quantity, target.slot, language);
    let beyond = |row: &Target| (row.scope, row.provenance, row.decision.clone(), row.source.clone());
    let differs =
        |value: &Value<'_>| matches!(value, Value::Target(other) if beyond(other) != beyond(target));
    if !all.iter().any(differs) {
        return amount;
    }
    let scope =
        (target.scope != Scope::InProvince).then(|| in_sentence(labels.targets.scope_of(target.scope)));
    let provenance = Some(in_sentence((labels.provenance)(target.provenance)));
    let number = Some(target.decision.number.clone()).filter(|number| !number.is_empty());
    let date = target.decision.date.map(|date| language.date(date));
    let source = Some(target.source.clone()).filter(|source| !source.is_empty());
    let parts = [Some(amount), scope, provenance, number, date, source];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `Công bố (Niên giám)`.
fn origin(column: &Column, language: Language) -> String {
    let provenance = (text(language).provenance)(column.provenance);
    let words: Vec<&str> = [column.source.as_str(), column.note.as_str()]
        .into_iter()
        .filter(|words| !words.is_empty())
        .collect();
    if words.is_empty() { provenance.into() } else { format!("{provenance} ({})", words.join("; ")) }
}

fn bands_words(bands: &Bands, text: &CompareText, language: Language) -> String {
    let Bands { plans, change, reach, stretch, reach_of_best, stretch_of_best, on_course, behind } = *bands;
    let words = [plans, change, reach, stretch, reach_of_best, stretch_of_best, on_course, behind]
        .map(|percent| language.percent(&Decimal::new(percent, 0)));
    (text.thresholds)([
        &words[0], &words[1], &words[2], &words[3], &words[4], &words[5], &words[6], &words[7],
    ])
}
