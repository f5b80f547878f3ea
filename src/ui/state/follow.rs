//! What a view follows: one aspect of the document, of the plans, or of what is said of them.

use leptos::prelude::*;

use super::{AppState, REST, in_focus};
use crate::calc::{NodePlan, SlotPlan, UnitPlan};
use crate::edit::Draft;
use crate::model::{Scenario, Slot, UnitId};
use crate::text::Language;

impl AppState {
    /// Follows one aspect of the scenario; a view re-runs only when that aspect changes.
    pub fn follow<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Scenario) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.draft.with(|draft| read(draft.scenario())))
    }

    /// Follows one aspect of the draft: the scenario with its history.
    pub fn follow_draft<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&Draft) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.draft.with(|draft| read(draft)))
    }

    /// Follows one aspect of the plan of the node in focus.
    pub fn follow_plan<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.plan.with(|plan| read(in_focus(plan, self.focus.get()))))
    }

    /// Follows one aspect of the province's own plan.
    pub fn follow_province<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.plan.with(|plan| read(plan.province())))
    }

    /// Follows one aspect of the plans at every level.
    pub fn follow_plans<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&SlotPlan) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| self.plan.with(|plan| read(plan)))
    }

    /// Follows a unit's line of the plan.
    pub fn follow_line(self, unit: UnitId) -> Memo<Option<UnitPlan>> {
        self.follow_plans(move |plan| plan.line(unit).map(|(_, line)| line.clone()))
    }

    /// Follows what needs the plan of the node in focus, the scenario's names and the language: a sentence.
    pub fn follow_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.follow_all(move |plan, focus, scenario, language| {
            read(in_focus(plan, focus), scenario, language)
        })
    }

    /// Follows what needs the province's own plan, the scenario's names and the language.
    pub fn follow_province_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        self.follow_plans_words(move |plan, scenario, language| read(plan.province(), scenario, language))
    }

    /// Follows what needs the plans at every level, the scenario's names and the language.
    pub fn follow_plans_words<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&SlotPlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            let language = self.language.get();
            self.plan.with(|plan| self.draft.with(|draft| read(plan, draft.scenario(), language)))
        })
    }

    /// Follows what takes longer to work out than a keystroke may take: it is worked out once plan, selection and
    /// language have come to rest, and stays as it was until then; in another language it is worded at once.
    pub fn follow_settled<T: Default + PartialEq + Clone + Send + Sync + 'static>(
        self,
        read: impl Fn(&NodePlan, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> RwSignal<T> {
        let settled = RwSignal::new(T::default());
        let read = StoredValue::new(read);
        let work = move || {
            let language = self.language.get_untracked();
            let now = self.with_plan(|node| {
                self.with_draft(|draft| read.try_with_value(|read| read(node, draft.scenario(), language)))
            });
            // Where what showed it has left the page, nobody waits for it any more.
            let Some(now) = now else { return };
            if settled.try_with_untracked(|settled| *settled != now).unwrap_or(false) {
                settled.set(now);
            }
        };
        let waiting = StoredValue::new(None::<TimeoutHandle>);
        let stop = move || {
            if let Some(handle) = waiting.try_get_value().flatten() {
                handle.clear();
            }
        };
        Effect::new(move |before: Option<Language>| {
            self.plan.track();
            self.draft.track();
            self.selected.track();
            let language = self.language.get();
            stop();
            // Words never lag behind a switch of language.
            if before.is_some_and(|before| before != language) {
                work();
            } else {
                waiting.set_value(set_timeout_with_handle(work, REST).ok());
            }
            language
        });
        on_cleanup(stop);
        settled
    }

    pub(super) fn follow_all<T: PartialEq + Send + Sync + 'static>(
        self,
        read: impl Fn(&SlotPlan, UnitId, &Scenario, Language) -> T + Send + Sync + 'static,
    ) -> Memo<T> {
        Memo::new(move |_| {
            let (language, focus) = (self.language.get(), self.focus.get());
            self.plan.with(|plan| self.draft.with(|draft| read(plan, focus, draft.scenario(), language)))
        })
    }

    /// Reads the scenario inside something that follows it.
    pub fn read_scenario<T>(self, read: impl FnOnce(&Scenario) -> T) -> T {
        self.draft.with(|draft| read(draft.scenario()))
    }

    /// Reads the plans at every level inside something that follows them.
    pub fn read_plans<T>(self, read: impl FnOnce(&SlotPlan) -> T) -> T {
        self.plan.with(read)
    }

    /// The draft as it is now, without following it.
    pub fn with_draft<T>(self, read: impl FnOnce(&Draft) -> T) -> T {
        self.draft.with_untracked(read)
    }

    /// The plan of the node in focus as it is now, without following it.
    pub fn with_plan<T>(self, read: impl FnOnce(&NodePlan) -> T) -> T {
        let focus = self.focus.get_untracked();
        self.plan.with_untracked(|plan| read(in_focus(plan, focus)))
    }

    /// The province's own plan as it is now, without following it.
    pub fn with_province<T>(self, read: impl FnOnce(&NodePlan) -> T) -> T {
        self.plan.with_untracked(|plan| read(plan.province()))
    }

    /// The plans at every level as they are now, without following them.
    pub fn with_plans<T>(self, read: impl FnOnce(&SlotPlan) -> T) -> T {
        self.plan.with_untracked(read)
    }

    /// The indicator and year on screen now.
    pub fn slot_now(self) -> Slot {
        self.with_province(|node| node.slot)
    }

    /// The node in focus now.
    pub fn node_now(self) -> UnitId {
        self.focus.get_untracked()
    }
}
