//! Every change can be taken back and made again, to the byte.

use bao_phu::edit::{Draft, Edit, EditError, Entries, ListChange, Purpose, UnitChange, add_units};
use bao_phu::example;
use bao_phu::model::{
    Bands, Claim, CustomId, Date, Decimal, Decision, Driver, Form, Hedge, Issuer, Kind, Limit, Measure,
    Method, MixPart, Path, Provenance, Quantity, RoadMap, Rounding, Rule, Scale, Scenario, Scope, Slot,
    Stated, Statement, Target, Term, Unit, UnitId, Wrong,
};
use bao_phu::save::save;
use bao_phu::text::{self, Language};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::common::{
    ROOT, SON_LA, ceiling, floor, kept, left_out, limit, lock, method, quantity, rounding, target,
    units_may_fall,
};

const NOBODY: UnitId = UnitId(99);
const NO_YEAR: Slot = Slot { year: 1999, ..SON_LA };

fn bytes(scenario: &Scenario) -> String {
    save(scenario).expect("a scenario as text")
}

fn opened() -> Draft {
    Draft::new(example::first())
}

fn plan_of_vss() -> Target {
    let decision = Decision { number: "99/KH-BHXH".into(), date: Date::new(2023, 1, 20) };
    let own = example::first().targets[0].clone();
    Target { issuer: Issuer::Vss, decision, used: false, ..own }
}

fn a_claim(unit: u32) -> Claim {
    let figure = |measure| Term::Figure { measure, year: 2022, scope: Scope::InProvince, unit: UnitId(unit) };
    Claim {
        statement: Statement::Share {
            part: figure(Measure::Result(SON_LA.indicator)),
            whole: figure(Measure::Base(SON_LA.indicator.base())),
        },
        stated: Stated { value: Decimal::new(39, 1), scale: Scale::Percent, hedge: Hedge::Exact },
        source: "VSS, 23/03/2023".into(),
        note: String::new(),
    }
}

fn a_road_map(from: u16, to: u16) -> RoadMap {
    RoadMap { indicator: SON_LA.indicator, from, to, path: Path::EqualPeople, may_fall: false }
}

fn mix(per_mille: u16) -> Vec<MixPart> {
    vec![
        MixPart { driver: Driver::Gap, per_mille },
        MixPart { driver: Driver::Equal, per_mille: 1_000 - per_mille },
    ]
}

fn set_mix(mix: Vec<MixPart>) -> Edit {
    Edit::SetMix { slot: SON_LA, node: ROOT, mix }
}

fn own_rule(node: UnitId) -> Edit {
    Edit::GiveOwnRule { rule: Box::new(Rule::new(SON_LA, node, Method::Equal)), place: None }
}

fn every_edit() -> Vec<Edit> {
    let full = Limit {
        floor: Some(quantity(Form::Growth, "5.5")),
        ceiling: Some(quantity(Form::Rate, "7")),
        lock: Some(2_000),
        reason: "theo biên bản".into(),
    };
    vec![
        target(SON_LA, 36_500),
        Edit::SetTarget { slot: SON_LA, quantity: quantity(Form::Rate, "4.83") },
        method(SON_LA, Method::Gap),
        rounding(SON_LA, Rounding::LargestRemainder),
        kept(SON_LA, 500),
        units_may_fall(SON_LA),
        left_out(SON_LA, &[8, 3, 8]),
        Edit::SetMix { slot: SON_LA, node: ROOT, mix: mix(300) },
        Edit::SetWhole { slot: SON_LA, node: ROOT, on: true },
        limit(SON_LA, 4, full),
        Edit::ChangeTargets { place: 1, change: ListChange::Insert(plan_of_vss()) },
        Edit::ChangeTargets { place: 1, change: ListChange::Remove },
        Edit::ChangeTargets {
            place: 1,
            change: ListChange::Replace(Target { quantity: quantity(Form::Rate, "5.5"), ..plan_of_vss() }),
        },
        Edit::ChangeClaims { place: 0, change: ListChange::Insert(a_claim(0)) },
        Edit::SetRoadMap { indicator: SON_LA.indicator, road_map: Some(a_road_map(2022, 2025)) },
        Edit::SetBands(Bands { plans: 40, ..Bands::default() }),
        Edit::Describe { name: "Dự thảo 2".into(), note: "Gửi Ban chỉ đạo".into() },
        Edit::Several {
            purpose: Purpose::LowerFloors,
            edits: vec![
                floor(SON_LA, 1, 4_100),
                ceiling(SON_LA, 1, 5_000),
                lock(SON_LA, 9, 4_000),
                kept(SON_LA, 7),
            ],
        },
    ]
}

#[test]
fn every_edit_is_taken_back_to_the_byte() {
    let before = example::first();
    for edit in every_edit() {
        let mut scenario = before.clone();
        let inverse = edit.clone().apply(&mut scenario).expect("an edit that fits");
        assert_ne!(scenario, before, "{edit:?}");
        let after = bytes(&scenario);
        let again = inverse.apply(&mut scenario).expect("an inverse fits");
        assert_eq!(bytes(&scenario), bytes(&before), "{edit:?}");
        again.apply(&mut scenario).expect("the inverse of the inverse fits");
        assert_eq!(bytes(&scenario), after, "{edit:?}");
    }
}

#[test]
fn an_edit_that_does_not_fit_changes_nothing_and_says_why() {
    let no_rule = EditError::NoRule { slot: SON_LA, node: NOBODY };
    let unknown = EditError::UnknownUnit { unit: NOBODY };
    for (edit, why) in [
        (target(NO_YEAR, 1), EditError::NoTarget { slot: NO_YEAR }),
        (Edit::SetMethod { slot: SON_LA, node: NOBODY, method: Method::Gap }, no_rule.clone()),
        (
            Edit::SetRounding { slot: SON_LA, node: NOBODY, rounding: Rounding::LargestRemainder },
            no_rule.clone(),
        ),
        (Edit::SetKept { slot: SON_LA, node: NOBODY, kept: 1 }, no_rule.clone()),
        (Edit::SetNoUnitBelowLast { slot: SON_LA, node: NOBODY, on: false }, no_rule),
        (left_out(SON_LA, &[3, 99]), unknown.clone()),
        (left_out(NO_YEAR, &[3]), EditError::NoRule { slot: NO_YEAR, node: ROOT }),
        (lock(SON_LA, 99, 1), unknown.clone()),
        (Edit::ChangeTargets { place: 7, change: ListChange::Remove }, EditError::NoRow { place: 7 }),
        (
            Edit::ChangeTargets { place: 3, change: ListChange::Insert(plan_of_vss()) },
            EditError::NoRow { place: 3 },
        ),
        (Edit::ChangeTargets { place: 0, change: ListChange::Remove }, EditError::Wrong(Wrong::NoTarget)),
        (
            Edit::ChangeTargets {
                place: 2,
                change: ListChange::Insert(Target { used: true, ..plan_of_vss() }),
            },
            EditError::Wrong(Wrong::Incomplete { slot: SON_LA }),
        ),
        (Edit::UseTarget { slot: SON_LA, place: Some(1) }, EditError::NoRow { place: 1 }),
        (Edit::UseTarget { slot: SON_LA, place: None }, EditError::Wrong(Wrong::NoTarget)),
        (
            Edit::UseTarget { slot: Slot { year: 2022, ..SON_LA }, place: Some(1) },
            EditError::Wrong(Wrong::Incomplete { slot: Slot { year: 2022, ..SON_LA } }),
        ),
        (Edit::ChangeClaims { place: 0, change: ListChange::Insert(a_claim(99)) }, unknown.clone()),
        (
            Edit::SetRoadMap { indicator: SON_LA.indicator, road_map: Some(a_road_map(2025, 2022)) },
            EditError::Wrong(Wrong::RoadMapYears { indicator: SON_LA.indicator, from: 2025, to: 2022 }),
        ),
        (Edit::SetBands(Bands { stretch: 3, ..Bands::default() }), EditError::Wrong(Wrong::Bands)),
        (method(SON_LA, Method::Mix), EditError::MixNotWhole { per_mille: 0 }),
        (method(SON_LA, Method::Custom(CustomId(1))), EditError::UnknownCustom { series: CustomId(1) }),
        (set_mix([mix(300), mix(400)].concat()), EditError::MixNotWhole { per_mille: 2_000 }),
        (set_mix([&mix(500)[..1], &mix(500)[..1]].concat()), EditError::DoubleDriver),
        (Edit::Inherit { slot: SON_LA, node: ROOT }, EditError::ProvinceRule { slot: SON_LA }),
        (
            Edit::Inherit { slot: SON_LA, node: UnitId(3) },
            EditError::NoRule { slot: SON_LA, node: UnitId(3) },
        ),
        (own_rule(ROOT), EditError::HasRule { slot: SON_LA, node: ROOT }),
        (own_rule(UnitId(3)), EditError::NothingBelow { unit: UnitId(3) }),
        (own_rule(NOBODY), unknown.clone()),
        (
            Edit::Several {
                purpose: Purpose::Release,
                edits: vec![lock(SON_LA, 1, 5), kept(SON_LA, 9), lock(SON_LA, 99, 1), lock(SON_LA, 2, 6)],
            },
            unknown,
        ),
    ] {
        let mut draft = opened();
        draft.apply(target(SON_LA, 36_000)).expect("an edit that fits");
        draft.undo().expect("a history that fits");
        let before = draft.clone();
        assert_eq!(draft.apply(edit.clone()), Err(why.clone()));
        assert_eq!(draft, before, "{edit:?}");
        assert_eq!(draft.apply_typing(edit, None), Err(why));
        assert_eq!(draft, before);
    }
}

#[test]
fn another_row_of_the_targets_can_be_chosen_for_allocation_and_taken_back() {
    let mut draft = opened();
    let before = draft.scenario().clone();
    let insert = Edit::ChangeTargets { place: 1, change: ListChange::Insert(plan_of_vss()) };
    draft.apply(insert).expect("an edit that fits");
    draft.apply(Edit::UseTarget { slot: SON_LA, place: Some(1) }).expect("an edit that fits");
    let used = |draft: &Draft| draft.scenario().target(SON_LA).map(|target| target.issuer.clone());
    assert_eq!((used(&draft), draft.scenario().check()), (Some(Issuer::Vss), Ok(())));
    draft.undo().expect("a history that fits");
    assert_eq!(used(&draft), Some(Issuer::Own));
    draft.undo().expect("a history that fits");
    assert_eq!(draft.scenario(), &before);
}

fn typed(draft: &mut Draft, people: &[u64]) {
    for &people in people {
        draft.apply_typing(target(SON_LA, people), None).expect("an edit that fits");
    }
}

#[test]
fn a_number_being_typed_is_one_step_back_to_before_its_first_digit() {
    let mut draft = opened();
    let before = bytes(draft.scenario());
    typed(&mut draft, &[3, 36, 365, 3_650, 36_500]);
    assert!(draft.is_typing());
    draft.close_step();
    typed(&mut draft, &[4, 40]);
    draft.close_step();
    assert_eq!(draft.history().done.len(), 2);
    draft.undo().expect("a history that fits");
    assert_eq!(
        draft.scenario().target(SON_LA).map(|target| &target.quantity),
        Some(&Quantity::people(36_500))
    );
    draft.undo().expect("a history that fits");
    assert_eq!(bytes(draft.scenario()), before);
    draft.redo().expect("a history that fits");
    assert_eq!(
        draft.scenario().target(SON_LA).map(|target| &target.quantity),
        Some(&Quantity::people(36_500))
    );
}

#[test]
fn typing_that_is_cancelled_or_comes_back_leaves_no_trace_not_even_of_what_could_be_redone() {
    let mut draft = opened();
    draft.apply(kept(SON_LA, 5)).expect("an edit that fits");
    draft.apply(kept(SON_LA, 6)).expect("an edit that fits");
    draft.undo().expect("a history that fits");
    let before = draft.clone();
    typed(&mut draft, &[3, 36]);
    draft.cancel_typing();
    assert_eq!(draft, before);
    typed(&mut draft, &[3, 35_002]);
    draft.close_step();
    assert_eq!(draft, before);
    draft.cancel_typing();
    assert_eq!(draft, before);
}

#[test]
fn typing_the_number_that_stands_there_leaves_the_step_before_alone() {
    let mut draft = opened();
    let before = bytes(draft.scenario());
    draft.apply(target(SON_LA, 36_500)).expect("an edit that fits");
    let after = draft.clone();
    typed(&mut draft, &[36_500]);
    draft.close_step();
    assert_eq!(draft, after);
    typed(&mut draft, &[36_500, 365]);
    draft.cancel_typing();
    assert_eq!(draft, after);
    typed(&mut draft, &[36_500, 7]);
    draft.undo().expect("a history that fits");
    assert_eq!(draft, Draft::with_history(after.scenario().clone(), draft.history().clone()));
    draft.undo().expect("a history that fits");
    assert_eq!(bytes(draft.scenario()), before);
}

#[test]
fn a_typed_target_is_the_users_own_number_until_it_is_taken_back() {
    let mut draft = opened();
    let of = |draft: &Draft| draft.scenario().target(SON_LA).expect("a target in use").clone();
    let before = of(&draft);
    assert_eq!((before.provenance, before.source.is_empty()), (Provenance::Derived, false));
    draft.apply(target(SON_LA, 36_500)).expect("an edit that fits");
    let after = of(&draft);
    assert_eq!((after.provenance, after.source.as_str()), (Provenance::Entered, ""));
    assert_eq!((&after.issuer, after.scope), (&before.issuer, before.scope));
    // The number that stands there, typed once more, stays what it was.
    draft.undo().expect("a history that fits");
    draft.apply(target(SON_LA, 35_002)).expect("an edit that fits");
    assert_eq!(of(&draft), before);
    draft.redo().expect("a history that fits");
    assert_eq!(of(&draft), after);
}

#[test]
fn a_decision_vouches_for_its_own_number_only() {
    let row = plan_of_vss();
    let published = Target { provenance: Provenance::Published, source: "VSS".into(), ..row.clone() };
    let other = Quantity::people(41_000);
    let typed = published.retyped(other.clone());
    assert_eq!(typed.decision, Decision::default());
    assert_eq!((typed.source.as_str(), typed.provenance), ("", Provenance::Entered));
    assert_eq!(published.retyped(published.quantity.clone()), published);
    // Hers already: she mends a slip of the pen, and the decision she noted stays.
    let own = Target { provenance: Provenance::Entered, ..row };
    assert_eq!(own.retyped(other.clone()), Target { quantity: other, ..own });
}

#[test]
fn typing_in_another_field_is_a_step_of_its_own() {
    let mut draft = opened();
    let before = bytes(draft.scenario());
    typed(&mut draft, &[3, 36]);
    draft.apply_typing(kept(SON_LA, 4), None).expect("an edit that fits");
    draft.apply_typing(kept(SON_LA, 40), None).expect("an edit that fits");
    draft.apply_typing(lock(SON_LA, 1, 5), None).expect("an edit that fits");
    draft.apply_typing(lock(SON_LA, 2, 5), None).expect("an edit that fits");
    assert_eq!(draft.history().done.len(), 4);
    while draft.undo().expect("a history that fits").is_some() {}
    assert_eq!(bytes(draft.scenario()), before);
}

#[test]
fn two_hundred_steps_are_kept_and_the_oldest_goes_first() {
    let mut draft = opened();
    (1..=230).for_each(|people| draft.apply(kept(SON_LA, people)).expect("an edit that fits"));
    assert_eq!(draft.history().done.len(), 200);
    let full = draft.clone();
    typed(&mut draft, &[1, 2]);
    draft.cancel_typing();
    assert_eq!(draft, full);
    while draft.undo().expect("a history that fits").is_some() {}
    assert_eq!(draft.scenario().rule(SON_LA, ROOT).map(|rule| rule.kept), Some(30));
}

#[test]
fn what_changes_nothing_is_no_step_and_a_new_edit_ends_redo() {
    let mut draft = opened();
    draft.apply(kept(SON_LA, 5)).expect("an edit that fits");
    draft.undo().expect("a history that fits");
    draft.apply(kept(SON_LA, 0)).expect("an edit that fits");
    assert_eq!((draft.history().done.len(), draft.history().undone.len()), (0, 1));
    draft.apply(kept(SON_LA, 7)).expect("an edit that fits");
    assert_eq!(draft.redo(), Ok(None));
}

#[test]
fn a_history_that_does_not_fit_changes_nothing() {
    let mut draft = opened();
    draft.apply(lock(SON_LA, 5, 1)).expect("an edit that fits");
    let mut other = example::first();
    other.units.retain(|unit| unit.id != UnitId(5));
    let mut draft = Draft::with_history(other, draft.history().clone());
    let before = draft.clone();
    assert_eq!(draft.undo(), Err(EditError::UnknownUnit { unit: UnitId(5) }));
    assert_eq!(draft, before);
}

fn any_quantity() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        (0..90_000u64).prop_map(Quantity::people),
        (0..100u32).prop_map(|percent| quantity(Form::Rate, &format!("{percent}.25"))),
        (-20..60i32).prop_map(|percent| quantity(Form::Growth, &percent.to_string())),
    ]
}

fn any_edit() -> impl Strategy<Value = Edit> {
    let any_limit = || {
        (option::of(any_quantity()), option::of(any_quantity()), option::of(0..9_000u64))
            .prop_map(|(floor, ceiling, lock)| Limit { floor, ceiling, lock, reason: String::new() })
    };
    let one = prop_oneof![
        any_quantity().prop_map(|quantity| Edit::SetTarget { slot: SON_LA, quantity }),
        prop::sample::select(Method::ALL.to_vec()).prop_map(|chosen| method(SON_LA, chosen)),
        prop::sample::select(crate::common::BOTH.to_vec()).prop_map(|way| rounding(SON_LA, way)),
        (0..3_000u64).prop_map(|people| kept(SON_LA, people)),
        any::<bool>().prop_map(|on| Edit::SetNoUnitBelowLast { slot: SON_LA, node: ROOT, on }),
        vec(1..=12u32, 0..5).prop_map(|units| left_out(SON_LA, &units)),
        (1..=1_000u16).prop_map(|share| set_mix(mix(share))),
        any::<bool>().prop_map(|on| Edit::SetWhole { slot: SON_LA, node: ROOT, on }),
        (1..=12u32, any_limit()).prop_map(|(unit, own)| limit(SON_LA, unit, own)),
        (1..=12u32).prop_map(|unit| limit(SON_LA, unit, Limit::default())),
    ];
    prop_oneof![
        7 => one.clone(),
        7 => any_data_edit(),
        1 => vec(one, 0..5).prop_map(|edits| Edit::Several { purpose: Purpose::Release, edits }),
    ]
}

/// Edits of figures and of the tree; the units they name may be gone by then.
fn any_data_edit() -> impl Strategy<Value = Edit> {
    let measures = prop::sample::select(vec![
        Measure::Result(SON_LA.indicator),
        Measure::Base(SON_LA.indicator.base()),
        Measure::Estimate(SON_LA.indicator),
    ]);
    let entries = (measures, 2021..2024u16, vec((0..=12u32, option::weighted(0.7, 0..9_000u64)), 0..6))
        .prop_map(|(measure, year, figures)| Entries {
            measure,
            year,
            scope: Scope::InProvince,
            figures: figures.into_iter().map(|(unit, people)| (UnitId(unit), people)).collect(),
        });
    prop_oneof![
        4 => vec(entries, 0..4).prop_map(Edit::SetFigures),
        1 => (1..=12u32, "[A-Z]{1,3}").prop_map(|(unit, name)| {
            Edit::DescribeUnits(vec![UnitChange::name(UnitId(unit), name)])
        }),
        2 => (vec(1..=12u32, 1..4), 0..=12u32, option::of(1..=12u32)).prop_map(|(units, parent, before)| {
            Edit::MoveUnits {
                units: units.into_iter().map(UnitId).collect(),
                parent: UnitId(parent),
                before: before.map(UnitId),
            }
        }),
        1 => (1..=12u32).prop_map(|parent| {
            add_units(&example::first(), ["Xã A", "Xã B"], Kind::Commune, UnitId(parent), None)
        }),
        1 => (1..=14u32).prop_map(|unit| Edit::RemoveUnits(vec![UnitId(unit)])),
        1 => (0..6usize).prop_map(|place| Edit::RemoveColumn { place }),
    ]
}

#[test]
fn a_rule_that_is_given_up_comes_back_where_it_stood() {
    let district = UnitId(1);
    let mut scenario = example::first();
    scenario.units.push(Unit { id: UnitId(50), parent: Some(district), ..scenario.units[1].clone() });
    let other = Slot { year: 2024, ..SON_LA };
    let mut draft = Draft::new(scenario);
    let mut texts = vec![bytes(draft.scenario())];
    let second = Rule { kept: 5, left_out: vec![UnitId(50)], ..Rule::new(other, district, Method::Last) };
    for edit in [
        own_rule(district),
        Edit::GiveOwnRule { rule: Box::new(second), place: None },
        Edit::SetKept { slot: SON_LA, node: district, kept: 9 },
        Edit::Inherit { slot: SON_LA, node: district },
        Edit::Inherit { slot: other, node: district },
    ] {
        draft.apply(edit).expect("an edit that fits");
        texts.push(bytes(draft.scenario()));
    }
    assert_eq!(texts.first(), texts.last());
    for text in texts.iter().rev().skip(1) {
        draft.undo().expect("a history that fits");
        assert_eq!(bytes(draft.scenario()), *text);
    }
    for text in texts.iter().skip(1) {
        draft.redo().expect("a history that fits");
        assert_eq!(bytes(draft.scenario()), *text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn sixty_edits_sixty_undos_and_sixty_redos_restore_every_byte(edits in vec(any_edit(), 60)) {
        let mut draft = opened();
        let mut texts = vec![bytes(draft.scenario())];
        for edit in edits {
            let steps = draft.history().done.len();
            // One that does not fit, on a unit that is gone by now, changes nothing.
            let before = bytes(draft.scenario());
            if draft.apply(edit).is_err() {
                prop_assert_eq!(&bytes(draft.scenario()), &before);
            }
            prop_assert_eq!(draft.scenario().check(), Ok(()));
            if draft.history().done.len() > steps {
                texts.push(bytes(draft.scenario()));
            }
        }
        for text in texts.iter().rev().skip(1) {
            draft.undo().expect("a history that fits");
            prop_assert_eq!(&bytes(draft.scenario()), text);
        }
        prop_assert_eq!(draft.undo(), Ok(None));
        for text in texts.iter().skip(1) {
            draft.redo().expect("a history that fits");
            prop_assert_eq!(&bytes(draft.scenario()), text);
        }
        prop_assert_eq!(draft.redo(), Ok(None));
    }
}

#[test]
fn name_and_note_are_one_step_that_can_be_taken_back() {
    let mut draft = opened();
    let before = draft.scenario().clone();
    let describe = |name: &str, note: &str| Edit::Describe { name: name.into(), note: note.into() };
    assert_eq!(draft.apply(describe(" ", "")), Err(EditError::EmptyName));
    draft.apply(describe("Dự thảo 2", "Gửi Ban chỉ đạo")).expect("a name");
    assert_eq!((draft.scenario().name.as_str(), draft.history().done.len()), ("Dự thảo 2", 1));
    let named = |language| text::step_name(&draft.history().done[0], draft.scenario(), language);
    assert_eq!(named(Language::Vi), "Đổi tên phương án thành “Dự thảo 2”, sửa ghi chú");
    assert_eq!(named(Language::En), "Rename the scenario “Dự thảo 2”, change its note");
    draft.undo().expect("a step");
    assert_eq!(*draft.scenario(), before);
    // Nothing new is no step.
    draft.apply(describe(&before.name, &before.note)).expect("the same");
    assert!(draft.history().done.is_empty());
}
