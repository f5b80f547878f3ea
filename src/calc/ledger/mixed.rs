//! The weight under a mix of drivers, so that it can be redone by hand: each driver's part, then their sum.

use num_bigint::BigInt;
use num_traits::Zero as _;

use super::cells::{line, people};
use super::{Amount, Label, Line, Sign};
use crate::calc::mixture::shares_in_force;
use crate::calc::{MixTerm, NodePlan, UnitPlan};
use crate::model::{Decimal, MixPart, Rate};

/// One unit's weight as it is printed: the sum of its printed parts.
pub(super) struct MixedWeight<'a> {
    node: &'a NodePlan,
    unit: &'a UnitPlan,
    /// By driver of the mix, per cent of the whole.
    parts: Vec<Decimal>,
    places: u32,
}

impl<'a> MixedWeight<'a> {
    /// With so many decimals of a per cent.
    pub fn of(node: &'a NodePlan, unit: &'a UnitPlan, places: u32) -> Self {
        let shares = shares_in_force(&node.mix);
        let parts = node.mix.iter().zip(&unit.drivers).map(|(term, &value)| {
            let part = BigInt::from(value) * term.per_mille * 100;
            Decimal::rounded(&Rate::new(part, BigInt::from(term.sum) * shares), places)
        });
        Self { node, unit, parts: parts.collect(), places }
    }

    /// The printed weight, exactly: a part of 1.
    pub fn weight(&self) -> Rate {
        self.percent().to_rate() / BigInt::from(100)
    }

    /// The printed weight.
    pub fn amount(&self) -> Amount {
        Amount::Percent(self.percent())
    }

    /// Each driver's part, then their sum.
    pub fn lines(&self) -> Vec<Line> {
        let parts = self.node.mix.iter().zip(&self.unit.drivers).zip(&self.parts);
        let mut lines: Vec<Line> =
            parts.clone().flat_map(|((term, &value), part)| self.part_lines(term, value, part)).collect();
        for (place, ((term, _), part)) in parts.enumerate() {
            let sign = if place == 0 { Sign::Start } else { Sign::Plus };
            lines.push(line(sign, Label::DriverPart(term.driver), Amount::Percent(part.clone())));
        }
        lines.push(line(Sign::Equals, Label::MixedWeight(self.unit.unit), self.amount()));
        lines
    }

    /// Value ÷ sum × share = part.
    fn part_lines(&self, term: &MixTerm, value: u64, part: &Decimal) -> Vec<Line> {
        let driver = term.driver;
        let units = self.node.participants.len();
        let sum = people(i128::try_from(term.sum).unwrap_or(i128::MAX));
        let mut lines = vec![
            line(Sign::Start, Label::Driver { driver, unit: self.unit.unit }, people(value)),
            line(Sign::Over, Label::DriverSum { driver, units }, sum),
            line(Sign::Times, Label::DriverShare(driver), per_mille(term.per_mille.into())),
        ];
        let shares = shares_in_force(&self.node.mix);
        if shares != MixPart::WHOLE {
            lines.push(line(Sign::Over, Label::SharesInForce, per_mille(shares)));
        }
        lines.push(line(Sign::Equals, Label::DriverPart(driver), Amount::Percent(part.clone())));
        lines
    }

    fn percent(&self) -> Decimal {
        let digits = self.parts.iter().fold(BigInt::zero(), |sum, part| sum + part.digits());
        Decimal::new(digits, self.places)
    }
}

/// Per mille as per cent: 50%, 33,3%.
fn per_mille(share: u32) -> Amount {
    Amount::Percent(if share.is_multiple_of(10) {
        Decimal::new(share / 10, 0)
    } else {
        Decimal::new(share, 1)
    })
}
