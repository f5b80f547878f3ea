//! What is measured, natively and in the browser: made by arithmetic, so everywhere the same.

use bao_phu::calc::split::{Bounds, Share, Weight};
use bao_phu::model::{
    Bands, Base, Column, Decision, Indicator, Issuer, Kind, Limits, Measure, Method, Origin, Provenance,
    Quantity, Rule, Scenario, ScenarioId, Scope, Slot, Target, Unit, UnitId,
};

/// Units with a floor of 3–6% and a ceiling of 5–12% of a weight up to 100,000 people, and a target of 6%.
pub fn shares(units: u64) -> (u64, Vec<Share>) {
    let mut next = numbers();
    let shares: Vec<Share> = (0..units)
        .map(|_| {
            let weight = 1_000 + next(99_000);
            let (floor, ceiling) = (weight * (30 + next(30)) / 1_000, weight * (61 + next(60)) / 1_000);
            let weight = Weight::Whole(weight);
            Share { start: 0, weight, floor, ceiling: Some(ceiling), released: Bounds::default() }
        })
        .collect();
    let between = shares.iter().map(|share| share.floor * 2 + share.ceiling.unwrap_or(0)).sum::<u64>();
    (between / 3, shares)
}

/// A province of `communes` with targets for the first `indicators` indicators in `years` years.
pub fn province(communes: u32, indicators: usize, years: u16) -> Scenario {
    const ROOT: UnitId = UnitId(0);
    const FIRST_YEAR: u16 = 2026;
    let mut next = numbers();
    let mut column = |measure: Measure, year: u16, least: u64, room: u64| Column {
        measure,
        year,
        scope: Scope::InProvince,
        provenance: Provenance::Illustrative,
        source: String::new(),
        note: String::new(),
        figures: (1..=communes).map(|unit| (UnitId(unit), least + next(room))).collect(),
    };
    let mut facts = vec![
        column(Measure::Base(Base::Population), FIRST_YEAR, 9_000, 20_000),
        column(Measure::Base(Base::LabourForce), FIRST_YEAR, 5_000, 4_000),
    ];
    let (mut targets, mut rules) = (Vec::new(), Vec::new());
    let root =
        Unit { id: ROOT, code: String::new(), name: "Tỉnh".into(), kind: Kind::Province, parent: None };
    let communes = (1..=communes).map(|id| Unit {
        id: UnitId(id),
        code: String::new(),
        name: format!("Xã {id}"),
        kind: Kind::Commune,
        parent: Some(ROOT),
    });
    for indicator in Indicator::ALL.into_iter().take(indicators) {
        for year in FIRST_YEAR..FIRST_YEAR + years {
            let results = column(Measure::Result(indicator), year - 1, 200, 1_500);
            let sum: u64 = results.figures.iter().map(|&(_, people)| people).sum();
            facts.push(results);
            let slot = Slot { indicator, year };
            targets.push(Target {
                slot,
                issuer: Issuer::Own,
                scope: Scope::InProvince,
                quantity: Quantity::people(sum + sum / 5),
                provenance: Provenance::Illustrative,
                decision: Decision::default(),
                source: String::new(),
                used: true,
            });
            rules.push(Rule::new(slot, ROOT, Method::Lift));
        }
    }
    Scenario {
        id: ScenarioId("do".into()),
        name: "Đo tốc độ".into(),
        note: String::new(),
        origin: Origin::Own,
        units: std::iter::once(root).chain(communes).collect(),
        customs: Vec::new(),
        facts,
        targets,
        rules,
        limits: Limits::default(),
        claims: Vec::new(),
        road_maps: Vec::new(),
        bands: Bands::default(),
    }
}

/// Pseudo-random numbers below the one asked for.
pub fn numbers() -> impl FnMut(u64) -> u64 {
    let mut state = 20_260_101u64;
    move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}
