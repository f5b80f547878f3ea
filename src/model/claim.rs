//! Claims: published sentences about the figures, kept so that they can be recomputed.

use serde::{Deserialize, Serialize};

use super::{Decimal, Issuer, Measure, Scope, Slot, UnitId};

/// How firmly a published number was stated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hedge {
    /// Without any qualifier: only rounding is allowed for.
    #[default]
    Exact,
    /// “khoảng …”: up to one unit of its last place away.
    About,
    /// “gần …”: less, by up to one unit of its last place.
    Nearly,
    /// “hơn …”: more, by up to one unit of its last place.
    MoreThan,
}

/// What a published number counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scale {
    /// People, or whatever the figures count, one by one.
    #[default]
    Ones,
    /// Thousands of them.
    Thousands,
    /// Millions of them.
    Millions,
    /// Per cent.
    Percent,
}

/// A number as it was printed, with the digits it was printed with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stated {
    /// The number: `96` and `96.0` were rounded differently.
    pub value: Decimal,
    /// What it counts.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub scale: Scale,
    /// How firmly it was stated.
    #[serde(default, skip_serializing_if = "super::fact::is_default")]
    pub hedge: Hedge,
}

/// One operand of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Term {
    /// A figure of the document.
    Figure {
        /// What is counted.
        measure: Measure,
        /// In which year.
        year: u16,
        /// Where the people are insured.
        #[serde(default, skip_serializing_if = "super::fact::is_default")]
        scope: Scope,
        /// Of which unit.
        unit: UnitId,
    },
    /// A target of the document, in people.
    Plan {
        /// For which indicator and year.
        slot: Slot,
        /// Who set it.
        issuer: Issuer,
    },
    /// A number printed beside the claim.
    Stated(Stated),
}

/// What a claim says; the number it states stands beside it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Statement {
    /// `part` is so many per cent of `whole`: a rate, or a share of a plan.
    Share {
        /// The numerator.
        part: Term,
        /// The denominator.
        whole: Term,
    },
    /// `plus` less `minus` come to so many.
    Sum {
        /// What is added.
        plus: Vec<Term>,
        /// What is taken away.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        minus: Vec<Term>,
    },
    /// `to` is so many per cent more than `from`.
    Growth {
        /// The earlier number.
        from: Term,
        /// The later number.
        to: Term,
    },
}

impl Statement {
    /// Every operand, in the order of the sentence.
    pub fn terms(&self) -> impl Iterator<Item = &Term> {
        let (first, second): (&[Term], &[Term]) = match self {
            Self::Share { part, whole } => (std::slice::from_ref(part), std::slice::from_ref(whole)),
            Self::Sum { plus, minus } => (plus, minus),
            Self::Growth { from, to } => (std::slice::from_ref(from), std::slice::from_ref(to)),
        };
        first.iter().chain(second)
    }

    /// The units it names.
    pub fn units(&self) -> impl Iterator<Item = UnitId> {
        self.terms().filter_map(|term| match term {
            Term::Figure { unit, .. } => Some(*unit),
            Term::Plan { .. } | Term::Stated(_) => None,
        })
    }
}

/// One published sentence about the figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What it says.
    pub statement: Statement,
    /// The number it states.
    pub stated: Stated,
    /// Who says so: an address or a document's name.
    pub source: String,
    /// Anything a reader should know about it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
