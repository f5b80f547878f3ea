//! Which scenarios are compared with the one on screen, and the plan of the one laid beside the table.

use std::collections::BTreeMap;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use super::others;
use crate::calc::compare::Comparison;
use crate::calc::{NodePlan, Row, SlotPlan, Standing, UnitPlan, derive_slot};
use crate::edit::Draft;
use crate::model::{Custom, Scenario, ScenarioId, Unit};

/// What is compared with one scenario. Kept with the view settings, never in the document.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Compared {
    /// The one laid beside the table.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub against: Option<ScenarioId>,
    /// Those in the lens.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub chosen: Vec<ScenarioId>,
}

impl Compared {
    /// Nothing is compared.
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The scenario laid beside the one on screen.
#[derive(Clone, Debug, PartialEq)]
struct Other {
    name: String,
    /// Its plan of the indicator and year on screen, with the ids of the one on screen.
    plan: Option<SlotPlan>,
}

/// The choice, and what follows from it. Copied freely: it holds signals.
#[derive(Clone, Copy)]
pub struct Beside {
    draft: RwSignal<Draft>,
    /// What is compared, by the id of what it is compared with.
    compared: RwSignal<BTreeMap<String, Compared>>,
    /// Files opened to be compared: in memory only.
    pub files: RwSignal<Vec<Scenario>>,
    other: Memo<Option<Other>>,
}

impl Beside {
    pub fn new(draft: RwSignal<Draft>, plan: Memo<SlotPlan>, compared: BTreeMap<String, Compared>) -> Self {
        let compared = RwSignal::new(compared);
        let files = RwSignal::new(Vec::new());
        let against = Memo::new(move |_| {
            let id = draft.with(|draft| draft.scenario().id.0.clone());
            compared.with(|compared| compared.get(&id).and_then(|of| of.against.clone()))
        });
        // What matching units needs of the scenario on screen: an edit of anything else reads the other one no more.
        let roster: Memo<Option<(Vec<Unit>, Vec<Custom>)>> = Memo::new(move |_| {
            against.with(Option::is_some).then(|| {
                draft.with(|draft| (draft.scenario().units.clone(), draft.scenario().customs.clone()))
            })
        });
        let scenario: Memo<Option<Scenario>> = Memo::new(move |_| {
            let there = files.with(|files| others::read(&against.get()?, files).ok())?;
            let (units, customs) = roster.get()?;
            let here = Scenario { units, customs, ..there.clone() };
            Comparison::new(here, [there]).scenarios().get(1).cloned()
        });
        let other = Memo::new(move |_| {
            let slot = plan.with(|plan| plan.province().slot);
            scenario.with(|scenario| {
                scenario
                    .as_ref()
                    .map(|there| Other { name: there.name.clone(), plan: derive_slot(there, slot) })
            })
        });
        Self { draft, compared, files, other }
    }

    /// What is compared with the scenario on screen; follows it.
    pub fn now(self) -> Compared {
        let id = self.draft.with(|draft| draft.scenario().id.0.clone());
        self.compared.with(|compared| compared.get(&id).cloned().unwrap_or_default())
    }

    /// Changes what is compared with the scenario on screen.
    pub fn change(self, change: impl FnOnce(&mut Compared)) {
        let id = self.draft.with_untracked(|draft| draft.scenario().id.0.clone());
        self.compared.update(|compared| change(compared.entry(id).or_default()));
    }

    /// A copy of the scenario on screen is compared with what the original was.
    pub fn carry_over(self, from: &ScenarioId, to: &ScenarioId) {
        let of = self.compared.with_untracked(|compared| compared.get(&from.0).cloned());
        if let Some(of) = of {
            self.compared.update(|compared| drop(compared.insert(to.0.clone(), of)));
        }
    }

    /// All choices, for keeping; follows them. Files are not kept, and so not chosen the next time.
    pub fn kept(self) -> BTreeMap<String, Compared> {
        let files = self.files.with(|files| files.iter().map(|file| file.id.clone()).collect::<Vec<_>>());
        let kept = |of: &Compared| Compared {
            against: of.against.clone().filter(|id| !files.contains(id)),
            chosen: of.chosen.iter().filter(|id| !files.contains(id)).cloned().collect(),
        };
        self.compared.with(|compared| {
            let all = compared.iter().map(|(id, of)| (id.clone(), kept(of)));
            all.filter(|(_, of)| !of.is_nothing()).collect()
        })
    }

    /// Whether a scenario lies beside the one on screen; follows it.
    pub fn is_on(self) -> bool {
        self.other.with(Option::is_some)
    }

    /// Its name; follows it.
    pub fn name(self) -> Option<String> {
        self.other.with(|other| other.as_ref().map(|other| other.name.clone()))
    }

    /// Reads its plan; follows it.
    pub fn with_plan<T>(self, read: impl FnOnce(Option<&SlotPlan>) -> T) -> T {
        self.other.with(|other| read(other.as_ref().and_then(|other| other.plan.as_ref())))
    }

    /// What a row is given there; follows it.
    pub fn standing(self, row: Row) -> Option<Standing> {
        self.with_plan(|plan| standing(plan?, row))
    }

    /// The same, without following it.
    pub fn standing_now(self, row: Row) -> Option<Standing> {
        self.other.with_untracked(|other| standing(other.as_ref()?.plan.as_ref()?, row))
    }
}

fn standing(plan: &SlotPlan, row: Row) -> Option<Standing> {
    match row {
        Row::Unit(unit) => plan.line(unit).map(|(_, line): (&NodePlan, &UnitPlan)| line.standing()),
        Row::Total => Some(plan.province().total),
    }
}

/// What is given here less what is given there (people).
pub fn difference(here: Standing, there: Standing) -> Option<i128> {
    Some(i128::from(here.given?) - i128::from(there.given?))
}
