//! Any step can be gone to in one go, and a way that was left can be taken up again.

use bao_phu::edit::{Branch, Draft, Edit, EditError, History};
use bao_phu::example;
use bao_phu::model::{Date, UnitId};
use bao_phu::save::{load_beside, save, save_beside};
use bao_phu::text::{Language, Moment, moment};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::common::{ROOT, SON_LA, kept, lock};

fn bytes(draft: &Draft) -> String {
    save(draft.scenario()).expect("a scenario as text")
}

/// After keeping 1, 2 … people at the province, one step each.
fn kept_up_to(people: u64) -> Draft {
    let mut draft = Draft::new(example::first());
    (1..=people).for_each(|people| draft.apply(kept(SON_LA, people)).expect("an edit that fits"));
    draft
}

fn people(draft: &Draft) -> u64 {
    draft.scenario().rule(SON_LA, ROOT).map_or(0, |rule| rule.kept)
}

/// What a reader can do with a draft.
#[derive(Clone, Debug)]
enum Act {
    Make(Box<Edit>),
    Undo,
    Redo,
    GoTo(usize),
    ReturnTo(usize),
}

fn any_act() -> impl Strategy<Value = Act> {
    prop_oneof![
        5 => (0..40u64).prop_map(|people| Act::Make(Box::new(kept(SON_LA, people)))),
        2 => (1..=12u32, 0..9u64).prop_map(|(unit, people)| Act::Make(Box::new(lock(SON_LA, unit, people)))),
        3 => Just(Act::Undo),
        1 => Just(Act::Redo),
        2 => (0..40usize).prop_map(Act::GoTo),
        1 => (0..6usize).prop_map(Act::ReturnTo),
    ]
}

fn do_all(acts: Vec<Act>) -> Draft {
    let mut draft = Draft::new(example::first());
    for act in acts {
        let outcome = match act {
            Act::Make(edit) => draft.apply(*edit),
            Act::Undo => draft.undo().map(|_| ()),
            Act::Redo => draft.redo().map(|_| ()),
            Act::GoTo(steps) => draft.go_to(steps),
            Act::ReturnTo(branch) => draft.return_to(branch),
        };
        assert_eq!(outcome, Ok(()));
    }
    draft
}

/// Every state the history leads to, the branches' included, sorted.
fn reachable(draft: &Draft) -> Vec<String> {
    let mut reached = reachable_after(draft, 0);
    reached.sort_unstable();
    reached.dedup();
    reached
}

/// The states from place `from` of the way on, and those of the branches that leave it there or later.
fn reachable_after(draft: &Draft, from: usize) -> Vec<String> {
    let state = |steps| {
        let mut there = draft.clone();
        there.go_to(steps).expect("a history that fits");
        bytes(&there)
    };
    let mut reached: Vec<String> = (from..=draft.history().length()).map(state).collect();
    for (place, branch) in
        draft.history().branches.iter().enumerate().filter(|(_, branch)| branch.from >= from)
    {
        let mut taken = draft.clone();
        taken.return_to(place).expect("a history that fits");
        reached.extend(reachable_after(&taken, branch.from + 1));
    }
    reached
}

#[test]
fn a_way_that_is_left_is_kept_and_can_be_taken_up_and_left_again() {
    let mut draft = kept_up_to(5);
    draft.go_to(2).expect("a history that fits");
    draft.apply(kept(SON_LA, 100)).expect("an edit that fits");
    let lengths = |draft: &Draft| {
        let branch = |branch: &Branch| (branch.from, branch.steps.len());
        (draft.history().done.len(), draft.history().branches.iter().map(branch).collect::<Vec<_>>())
    };
    assert_eq!((people(&draft), lengths(&draft)), (100, (3, vec![(2, 3)])));
    draft.return_to(0).expect("a history that fits");
    assert_eq!((people(&draft), lengths(&draft)), (5, (5, vec![(2, 1)])));
    draft.return_to(0).expect("a history that fits");
    assert_eq!((people(&draft), lengths(&draft)), (100, (3, vec![(2, 3)])));
}

#[test]
fn a_branch_takes_the_branches_that_leave_it_along() {
    let mut draft = kept_up_to(5);
    draft.go_to(4).expect("a history that fits");
    draft.apply(kept(SON_LA, 50)).expect("an edit that fits");
    draft.go_to(1).expect("a history that fits");
    draft.apply(kept(SON_LA, 10)).expect("an edit that fits");
    assert_eq!(draft.history().branches.len(), 1);
    let branch = &draft.history().branches[0];
    assert_eq!((branch.from, branch.steps.len(), branch.branches.len(), branch.count()), (1, 4, 1, 5));
    draft.return_to(0).expect("a history that fits");
    assert_eq!(people(&draft), 50);
    let from: Vec<usize> = draft.history().branches.iter().map(|branch| branch.from).collect();
    assert_eq!(from, [1, 4]);
    draft.return_to(1).expect("a history that fits");
    assert_eq!(people(&draft), 5);
}

#[test]
fn of_two_hundred_steps_the_abandoned_ones_go_first() {
    let mut draft = kept_up_to(150);
    draft.go_to(100).expect("a history that fits");
    (301..=400).for_each(|people| draft.apply(kept(SON_LA, people)).expect("an edit that fits"));
    assert_eq!((draft.history().done.len(), draft.history().branches.len()), (200, 0));
    draft.apply(kept(SON_LA, 7)).expect("an edit that fits");
    assert_eq!(draft.history().done.len(), 200);
    draft.go_to(0).expect("a history that fits");
    assert_eq!(people(&draft), 1);
}

#[test]
fn a_branch_that_is_not_there_or_leaves_nowhere_changes_nothing() {
    let mut draft = kept_up_to(3);
    let before = draft.clone();
    assert_eq!(draft.return_to(0), Ok(()));
    assert_eq!(draft, before);
    let mut history = before.history().clone();
    history.branches.push(Branch { from: 9, steps: history.done.clone(), branches: Vec::new() });
    let mut draft = Draft::with_history(before.scenario().clone(), history);
    let before = draft.clone();
    assert_eq!(draft.return_to(0), Ok(()));
    assert_eq!(draft, before);
}

#[test]
fn a_jump_that_fails_halfway_changes_nothing() {
    let mut draft = Draft::new(example::first());
    for unit in [5, 1, 2] {
        draft.apply(lock(SON_LA, unit, 1)).expect("an edit that fits");
    }
    let mut other = draft.scenario().clone();
    other.units.retain(|unit| unit.id != UnitId(5));
    let mut draft = Draft::with_history(other, draft.history().clone());
    let before = draft.clone();
    assert_eq!(draft.go_to(0), Err(EditError::UnknownUnit { unit: UnitId(5) }));
    assert_eq!(draft, before);
}

#[test]
fn steps_keep_their_time_and_those_of_older_saves_have_none() {
    let mut draft = Draft::new(example::first());
    draft.apply(kept(SON_LA, 1)).expect("an edit that fits");
    let untimed = save_beside(draft.history()).expect("a history as text");
    assert!(!untimed.contains("\"at\"") && !untimed.contains("branches"), "{untimed}");
    draft.apply_at(kept(SON_LA, 2), Some(29_000_000)).expect("an edit that fits");
    draft.apply_typing(kept(SON_LA, 3), Some(29_000_001)).expect("an edit that fits");
    draft.apply_typing(kept(SON_LA, 34), Some(29_000_002)).expect("an edit that fits");
    draft.undo().expect("a history that fits");
    draft.apply(kept(SON_LA, 9)).expect("an edit that fits");
    let text = save_beside(draft.history()).expect("a history as text");
    let history: History = load_beside(&text).expect("what was saved");
    assert_eq!(&history, draft.history());
    let times: Vec<Option<u32>> = history.way().map(|step| step.at).collect();
    assert_eq!(times, [None, Some(29_000_000), None]);
    assert_eq!(history.branches[0].steps[0].at, Some(29_000_002));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn going_to_a_step_is_as_many_undos_or_redos(acts in vec(any_act(), 1..50), steps in 0..50usize) {
        let mut draft = do_all(acts);
        let mut walked = draft.clone();
        let steps_there = steps.min(draft.history().length());
        while walked.history().done.len() > steps_there {
            walked.undo().expect("a history that fits");
        }
        while walked.history().done.len() < steps_there {
            walked.redo().expect("a history that fits");
        }
        draft.go_to(steps).expect("a history that fits");
        prop_assert_eq!(draft, walked);
    }

    #[test]
    fn nothing_that_was_ever_on_screen_is_out_of_reach(acts in vec(any_act(), 1..30)) {
        let mut seen = Vec::new();
        for count in 0..=acts.len() {
            seen.push(bytes(&do_all(acts[..count].to_vec())));
        }
        let reachable = reachable(&do_all(acts));
        for state in seen {
            prop_assert!(reachable.binary_search(&state).is_ok());
        }
    }

    #[test]
    fn taking_up_a_branch_loses_nothing(acts in vec(any_act(), 10..50), branch in 0..4usize) {
        let mut draft = do_all(acts);
        draft.go_to(usize::MAX).expect("a history that fits");
        let before = draft.clone();
        draft.return_to(branch).expect("a history that fits");
        prop_assert_eq!(reachable(&draft), reachable(&before));
    }
}

#[test]
fn the_time_of_a_step_is_as_short_as_it_can_be_said_today() {
    let day = |day| Date::new(2023, 3, day).expect("a day");
    let at = Moment { date: day(22), hour: 14, minute: 2 };
    assert_eq!(moment(at, day(22), Language::Vi), "14:02");
    assert_eq!(moment(at, day(23), Language::Vi), "22/03/2023 14:02");
    assert_eq!(moment(at, day(23), Language::En), "22 Mar 2023 14:02");
}
