//! What storage must hold: provinces as planners fill them, with their history and snapshots.
//!
//! Made by arithmetic, so everywhere the same; every figure is drawn by itself, so that no year is like the one before:
//! real provinces are easier.

use bao_phu::edit::{Draft, Edit, Entries};
use bao_phu::model::{
    Base, Decision, Indicator, Issuer, Kind, Limit, Measure, Method, Provenance, Quantity, Scenario,
    ScenarioId, Scope, Slot, Target, Unit, UnitId,
};
use bao_phu::save;

/// Storage of Chromium, per origin, in UTF-16 units.
pub const STORAGE: usize = 5_000_000;
/// A province of 168 communes with four indicators over five years: history and snapshots included.
pub const PROVINCE: usize = 40_000;

const ROOT: UnitId = UnitId(0);
const FIRST_YEAR: u16 = 2026;
/// All that a history keeps.
const STEPS: usize = 200;
/// After so many steps a snapshot is taken.
const SNAPSHOTS: [usize; 3] = [100, 150, 190];

/// How much a scenario takes in stored characters, keys not counted.
pub struct Stored {
    pub scenario: usize,
    pub history: usize,
    pub snapshots: usize,
}

impl Stored {
    pub fn all(&self) -> usize {
        self.scenario + self.history + self.snapshots
    }
}

/// Fills a province of `communes` with `years` years of figures, pasted from a spreadsheet, then plans: 200 steps,
/// all that a history keeps. Three snapshots are taken on the way.
pub fn measure(communes: u32, years: u16, seed: u64) -> Stored {
    let mut next = numbers(seed);
    let mut draft = Draft::new(blank());
    let mut snapshots = 0;
    let mut minute = 29_000_000;
    for edit in steps(communes, years, &mut next) {
        let before = draft.history().done.len();
        minute += 3;
        draft.apply_at(edit, Some(minute)).expect("an edit that fits");
        // An edit that changes nothing is no step.
        let done = draft.history().done.len();
        if done > before && SNAPSHOTS.contains(&done) {
            snapshots += stored(&save::save(draft.scenario()));
        }
        if done == STEPS {
            break;
        }
    }
    assert_eq!(draft.history().done.len(), STEPS);
    let scenario = stored(&save::save(draft.scenario()));
    Stored { scenario, history: stored(&save::save_beside(draft.history())), snapshots }
}

fn stored(text: &Result<String, save::SaveError>) -> usize {
    save::stored_characters(text.as_ref().expect("plain data"))
}

fn blank() -> Scenario {
    let slot = Slot { indicator: Indicator::VoluntarySi, year: FIRST_YEAR };
    Scenario::blank(
        ScenarioId("pa-19a4c0ffee-7a51".into()),
        "Kế hoạch 2026 – 2030".into(),
        "Sơn La".into(),
        slot,
    )
}

fn steps(communes: u32, years: u16, next: &mut impl FnMut(u64) -> u64) -> Vec<Edit> {
    let unit = |id| Unit {
        id: UnitId(id),
        code: format!("{:05}", 3_600 + 3 * id),
        name: name(next),
        kind: Kind::Commune,
        parent: Some(ROOT),
    };
    let units: Vec<Unit> = (1..=communes).map(unit).collect();
    let mut steps = vec![Edit::AddUnits { units, before: None }];
    let planned = &Indicator::ALL[..4];
    let bases = [Measure::Base(Base::Population), Measure::Base(Base::LabourForce)];
    let measures = bases.into_iter().chain(planned.iter().copied().map(Measure::Result));
    let measures: Vec<Measure> = measures.collect();
    // A sheet for each year, with a column for each base and result.
    for year in (0..years).map(|past| FIRST_YEAR - 1 - past) {
        let sheet = measures.iter().map(|&measure| column(measure, year, communes, next));
        steps.push(Edit::SetFigures(sheet.collect()));
    }
    // Ten columns pasted once more, corrected.
    for correction in 0..10u16 {
        let measure = measures[usize::from(correction) % measures.len()];
        let year = FIRST_YEAR - 1 - correction % years;
        steps.push(Edit::SetFigures(vec![column(measure, year, communes, next)]));
    }
    // Every indicator and year gets its target, asked for by a decision.
    let slots: Vec<Slot> = (0..years)
        .flat_map(|year| planned.iter().map(move |&indicator| Slot { indicator, year: FIRST_YEAR + year }))
        .collect();
    let first = Slot { indicator: Indicator::VoluntarySi, year: FIRST_YEAR };
    for &slot in slots.iter().filter(|slot| **slot != first) {
        steps.push(Edit::AddSlot(Box::new(Target {
            slot,
            issuer: Issuer::Vss,
            scope: Scope::InProvince,
            quantity: Quantity::people(figure(next) * u64::from(communes)),
            provenance: Provenance::Entered,
            decision: Decision { number: format!("{}/QĐ-BHXH", 100 + next(900)), date: None },
            source: String::new(),
            used: true,
        })));
    }
    // Then she tries targets and methods, locks units and says why, and corrects single figures.
    while steps.len() < 2 * STEPS {
        let slot = slots[next(slots.len() as u64) as usize];
        let unit = UnitId(1 + next(communes.into()) as u32);
        steps.push(match steps.len() % 5 {
            0 => Edit::SetTarget { slot, quantity: Quantity::people(figure(next) * u64::from(communes)) },
            1 => Edit::SetMethod { slot, node: ROOT, method: Method::ALL[next(7) as usize] },
            2 => Edit::SetLimit { slot, unit, limit: Limit { lock: Some(figure(next)), ..Limit::default() } },
            3 => {
                let limit = Limit {
                    lock: Some(figure(next)),
                    reason: format!("Theo đề nghị của xã {}", name(next)),
                    ..Limit::default()
                };
                Edit::SetLimit { slot, unit, limit }
            }
            _ => {
                let measure = measures[next(measures.len() as u64) as usize];
                Edit::set_figure(measure, FIRST_YEAR - 1, Scope::InProvince, unit, Some(figure(next)))
            }
        });
    }
    steps
}

fn column(measure: Measure, year: u16, communes: u32, next: &mut impl FnMut(u64) -> u64) -> Entries {
    let figures = (1..=communes).map(|unit| (UnitId(unit), Some(figure(next)))).collect();
    Entries { measure, year, scope: Scope::InProvince, figures }
}

/// A figure of three to six digits, small ones as often as large ones.
fn figure(next: &mut impl FnMut(u64) -> u64) -> u64 {
    let size = 1 << (7 + next(10));
    size + next(size)
}

/// The name of a commune, ten letters on average.
fn name(next: &mut impl FnMut(u64) -> u64) -> String {
    const FIRST: [&str; 20] = [
        "Chiềng", "Mường", "Phiêng", "Tân", "Nậm", "Bản", "Hua", "Long", "Púng", "Tà", "Xuân", "Lóng", "Co",
        "Suối", "Quang", "Vân", "Song", "Yên", "Đông", "Háng",
    ];
    const SECOND: [&str; 24] = [
        "Khoong", "Sơ", "Bôm", "Lập", "Hẹ", "Khiêng", "Mung", "Tranh", "Giôn", "La", "Pằn", "Phong", "Hồ",
        "Sại", "Luông", "Xôm", "Cang", "Chăm", "Hoa", "Khừa", "Sàng", "Đông", "Ơn", "Bú",
    ];
    let (first, second) = (FIRST[next(20) as usize], SECOND[next(24) as usize]);
    if next(3) == 0 {
        format!("{first} {second} {}", SECOND[next(24) as usize])
    } else {
        format!("{first} {second}")
    }
}

/// Pseudo-random numbers below the one asked for.
fn numbers(seed: u64) -> impl FnMut(u64) -> u64 {
    let mut state = 20_260_101 + seed;
    move |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    }
}
