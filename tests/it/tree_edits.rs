//! The unit tree grows, changes and shrinks; whatever hung on it comes back with undo, to the byte.

use bao_phu::calc::{DocumentFinding, derive};
use bao_phu::edit::{
    Draft, Edit, EditError, Entries, ListChange, Patch, Shift, UnitChange, add_units, group_units,
    parents_for, shift_units, topmost, ungroup_unit, usual_kind,
};
use bao_phu::example;
use bao_phu::model::{
    Claim, Decimal, Hedge, Kind, Limit, Measure, Method, Rule, Scale, Scenario, Scope, Slot, Stated,
    Statement, Term, Unit, UnitId,
};
use bao_phu::save::{load, save};
use bao_phu::text::{Language, step_name};

use crate::common::{ROOT, SON_LA, edited, floor, left_out, lock};

const MOC_CHAU: UnitId = UnitId(2);

fn bytes(scenario: &Scenario) -> String {
    save(scenario).expect("a scenario as text")
}

/// Applies the edit, takes it back to the byte, makes it again, and returns what it makes.
fn applied(scenario: &Scenario, edit: Edit) -> Scenario {
    let mut draft = Draft::new(scenario.clone());
    draft.apply(edit).expect("an edit that fits");
    let after = draft.scenario().clone();
    assert_eq!(after.check(), Ok(()));
    assert_eq!(load(&bytes(&after)).expect("what was saved"), after);
    draft.undo().expect("a history that fits");
    assert_eq!(bytes(draft.scenario()), bytes(scenario));
    draft.redo().expect("a history that fits");
    assert_eq!(bytes(draft.scenario()), bytes(&after));
    after
}

fn names_below(scenario: &Scenario, parent: UnitId) -> Vec<&str> {
    scenario.children(parent).map(|unit| unit.name.as_str()).collect()
}

fn claim_on(unit: UnitId) -> Claim {
    let figure = |year| Term::Figure {
        measure: Measure::Result(SON_LA.indicator),
        year,
        scope: Scope::InProvince,
        unit,
    };
    Claim {
        statement: Statement::Growth { from: figure(2021), to: figure(2022) },
        stated: Stated { value: Decimal::new(4, 0), scale: Scale::Percent, hedge: Hedge::Exact },
        source: "Báo cáo".into(),
        note: String::new(),
    }
}

/// Sơn La with three communes below Mộc Châu: figures, limits, rules, units left out and claims all over.
fn with_communes() -> Scenario {
    let mut draft = Draft::new(example::first());
    let communes =
        add_units(draft.scenario(), ["Đông Sang", "Mường Sang", "Vân Sơn"], Kind::Commune, MOC_CHAU, None);
    let [first, second, third] = [13, 14, 15].map(UnitId);
    let figures = [first, second, third].map(|unit| (unit, Some(900))).to_vec();
    let other = Slot { year: 2024, ..SON_LA };
    let rule = Rule { left_out: vec![third], ..Rule::new(SON_LA, MOC_CHAU, Method::Equal) };
    for edit in [
        communes,
        Edit::SetFigures(vec![Entries {
            measure: Measure::Result(SON_LA.indicator),
            year: 2022,
            scope: Scope::InProvince,
            figures,
        }]),
        Edit::GiveOwnRule { rule: Box::new(Rule::new(other, MOC_CHAU, Method::Last)), place: None },
        Edit::GiveOwnRule { rule: Box::new(rule), place: None },
        left_out(SON_LA, &[2, 5]),
        lock(SON_LA, 2, 4_000),
        lock(SON_LA, 13, 1_000),
        floor(other, 14, 7),
        lock(SON_LA, 12, 900),
        Edit::ChangeClaims { place: 0, change: ListChange::Insert(claim_on(second)) },
        Edit::ChangeClaims { place: 0, change: ListChange::Insert(claim_on(ROOT)) },
        Edit::ChangeClaims { place: 2, change: ListChange::Insert(claim_on(MOC_CHAU)) },
    ] {
        draft.apply(edit).expect("an edit that fits");
    }
    assert_eq!(draft.scenario().check(), Ok(()));
    draft.scenario().clone()
}

#[test]
fn names_become_units_with_new_ids_in_the_order_given() {
    let before = example::first();
    let after = applied(&before, add_units(&before, ["Xã A", "Xã B"], Kind::Commune, MOC_CHAU, None));
    assert_eq!(names_below(&after, MOC_CHAU), ["Xã A", "Xã B"]);
    assert_eq!(after.unit(UnitId(14)).map(|unit| unit.name.as_str()), Some("Xã B"));
    let between = applied(&after, add_units(&after, ["Xã A1"], Kind::Commune, MOC_CHAU, Some(UnitId(14))));
    assert_eq!(names_below(&between, MOC_CHAU), ["Xã A", "Xã A1", "Xã B"]);
}

#[test]
fn a_second_unit_of_one_name_is_remarked_on_not_refused() {
    let before = example::first();
    let after = applied(&before, add_units(&before, ["Mộc Châu"], Kind::District, ROOT, None));
    let double = DocumentFinding::DuplicateUnit { first: MOC_CHAU, second: UnitId(13) };
    assert!(derive(&after).review.findings.contains(&double));
}

#[test]
fn names_codes_and_kinds_change_for_one_or_many() {
    let before = example::first();
    let changes = vec![
        UnitChange::name(MOC_CHAU, "Thị xã Mộc Châu"),
        UnitChange::code(MOC_CHAU, "0123"),
        UnitChange::kind(UnitId(1), Kind::Other),
    ];
    let after = applied(&before, Edit::DescribeUnits(changes));
    let unit = after.unit(MOC_CHAU).expect("it stays");
    assert_eq!((unit.name.as_str(), unit.code.as_str()), ("Thị xã Mộc Châu", "0123"));
    let mut draft = Draft::new(after);
    draft.apply(Edit::DescribeUnits(vec![UnitChange::code(MOC_CHAU, "0123")])).expect("an edit that fits");
    assert!(draft.history().done.is_empty());
}

#[test]
fn a_moved_unit_keeps_its_figures_and_limits_and_is_no_longer_left_out() {
    let before = with_communes();
    let third = UnitId(15);
    let moved =
        applied(&before, Edit::MoveUnits { units: vec![third], parent: ROOT, before: Some(MOC_CHAU) });
    assert_eq!(names_below(&moved, ROOT)[..3], ["TP Sơn La", "Vân Sơn", "Mộc Châu"]);
    assert!(moved.facts.iter().any(|column| column.figure(third) == Some(900)));
    assert_eq!(moved.rule(SON_LA, MOC_CHAU).map(|rule| rule.left_out.clone()), Some(vec![]));
    assert_eq!(moved.limits, before.limits);
}

#[test]
fn a_unit_left_without_units_loses_its_rules_and_keeps_its_limit() {
    let before = with_communes();
    let units = [15, 13, 14].map(UnitId).to_vec();
    let after = applied(&before, Edit::MoveUnits { units, parent: UnitId(3), before: None });
    assert_eq!(names_below(&after, UnitId(3)), ["Vân Sơn", "Đông Sang", "Mường Sang"]);
    assert!(after.rules.iter().all(|rule| rule.node == ROOT));
    assert!(after.limits.get(SON_LA, MOC_CHAU).is_some());
}

#[test]
fn siblings_change_their_order() {
    let before = with_communes();
    let order = |units: [u32; 2], before_it: Option<u32>| Edit::MoveUnits {
        units: units.map(UnitId).to_vec(),
        parent: MOC_CHAU,
        before: before_it.map(UnitId),
    };
    let after = applied(&before, order([15, 14], Some(13)));
    assert_eq!(names_below(&after, MOC_CHAU), ["Vân Sơn", "Mường Sang", "Đông Sang"]);
    assert_eq!(after.rules, before.rules);
    // Before one of them is where that one stood.
    let after = applied(&before, order([14, 13], Some(14)));
    assert_eq!(names_below(&after, MOC_CHAU), ["Mường Sang", "Đông Sang", "Vân Sơn"]);
}

#[test]
fn a_removed_unit_takes_everything_along_and_brings_it_back() {
    let before = with_communes();
    let after = applied(&before, Edit::RemoveUnits(vec![MOC_CHAU]));
    let gone = |unit: UnitId| unit == MOC_CHAU || unit.0 > 12;
    assert!(after.units.iter().all(|unit| !gone(unit.id)));
    assert!(after.facts.iter().flat_map(|column| &column.figures).all(|(unit, _)| !gone(*unit)));
    assert!(after.limits.iter().all(|(_, unit, _)| !gone(unit)));
    assert_eq!(after.rules.len(), 1);
    assert_eq!(after.rules[0].left_out, [UnitId(5)]);
    let kept: Vec<Claim> =
        (before.claims.iter()).filter(|claim| !claim.statement.units().any(gone)).cloned().collect();
    assert!(kept.contains(&claim_on(ROOT)) && kept.len() < before.claims.len());
    assert_eq!(after.claims, kept);
    // A unit named besides one it hangs on goes once.
    let twice = applied(&before, Edit::RemoveUnits(vec![UnitId(14), MOC_CHAU, UnitId(14)]));
    assert_eq!(twice, after);
    let all = applied(&before, Edit::RemoveUnits((1..=12).map(UnitId).collect()));
    assert_eq!(all.units.len(), 1);
}

#[test]
fn units_are_grouped_below_a_new_one_and_ungrouped_again() {
    let before = example::first();
    let group = group_units(&before, &[UnitId(4), UnitId(2)], "Cụm Mộc Châu", Kind::Office).expect("a group");
    let after = applied(&before, group);
    assert_eq!(names_below(&after, ROOT)[..2], ["TP Sơn La", "Cụm Mộc Châu"]);
    assert_eq!(names_below(&after, UnitId(13)), ["Mộc Châu", "Quỳnh Nhai"]);
    let again = applied(&after, ungroup_unit(&after, UnitId(13)).expect("a group"));
    assert_eq!(names_below(&again, ROOT)[..3], ["TP Sơn La", "Mộc Châu", "Quỳnh Nhai"]);
    assert_eq!(group_units(&before, &[ROOT], "Vùng", Kind::Other), Err(EditError::Province));
    assert_eq!(ungroup_unit(&before, ROOT), Err(EditError::Province));
    assert!(group_units(&before, &[], "Vùng", Kind::Other).is_err());
    let unknown = EditError::UnknownUnit { unit: UnitId(99) };
    assert_eq!(group_units(&before, &[UnitId(99)], "Vùng", Kind::Other), Err(unknown));
}

#[test]
fn a_change_of_the_tree_that_does_not_fit_changes_nothing_and_says_why() {
    let mut scenario = with_communes();
    let before = scenario.clone();
    let unknown = EditError::UnknownUnit { unit: UnitId(99) };
    let commune = Unit {
        id: UnitId(40),
        code: String::new(),
        name: "Xã".into(),
        kind: Kind::Commune,
        parent: Some(MOC_CHAU),
    };
    let add = |unit: Unit| Edit::AddUnits { units: vec![unit], before: None };
    let put = |unit, parent| Edit::MoveUnits { units: vec![unit], parent, before: None };
    let (commune_13, nobody) = (UnitId(13), UnitId(99));
    for (edit, why) in [
        (add(Unit { name: " ".into(), ..commune.clone() }), EditError::EmptyName),
        (add(Unit { parent: None, ..commune.clone() }), EditError::Province),
        (Edit::DescribeUnits(vec![UnitChange::name(MOC_CHAU, "\t")]), EditError::EmptyName),
        (Edit::DescribeUnits(vec![UnitChange::code(nobody, "1")]), unknown.clone()),
        (put(MOC_CHAU, MOC_CHAU), EditError::UnderItself { unit: MOC_CHAU, parent: MOC_CHAU }),
        (put(MOC_CHAU, commune_13), EditError::UnderItself { unit: MOC_CHAU, parent: commune_13 }),
        (put(ROOT, MOC_CHAU), EditError::Province),
        (put(nobody, MOC_CHAU), unknown.clone()),
        (put(MOC_CHAU, nobody), unknown.clone()),
        (Edit::MoveUnits { units: vec![MOC_CHAU], parent: ROOT, before: Some(nobody) }, unknown.clone()),
        (Edit::RemoveUnits(vec![ROOT]), EditError::Province),
        (Edit::RemoveUnits(vec![MOC_CHAU, nobody]), unknown),
    ] {
        assert_eq!(edit.clone().apply(&mut scenario), Err(why), "{edit:?}");
        assert_eq!(scenario, before);
    }
    for edit in [add(Unit { parent: Some(nobody), ..commune.clone() }), add(Unit { id: MOC_CHAU, ..commune })]
    {
        assert!(matches!(edit.apply(&mut scenario), Err(EditError::Wrong(_))));
        assert_eq!(scenario, before);
    }
}

#[test]
fn a_patch_that_does_not_fit_changes_nothing() {
    for text in [
        r#"{"units":{"out":[90]}}"#,
        r#"{"units":{"out":[3,3]}}"#,
        r#"{"units":{"out":[0]}}"#,
        r#"{"rules":{"into":[[7,{"slot":{"indicator":"tn","year":2023},"node":0,"method":"lift","rounding":"common_level","kept":0,"no_unit_below_last":true}]]}}"#,
        r#"{"columns":{"out":[18446744073709551615]}}"#,
        r#"{"figures":[[50,[[1,7]]]]}"#,
        r#"{"figures":[[1,[[2,7],[1,7]]]]}"#,
        r#"{"figures":[[1,[[99,7]]]]}"#,
        r#"{"targets":{"out":[0]}}"#,
        r#"{"limits":[[{"indicator":"tn","year":2023},99,{"lock":5}]]}"#,
    ] {
        let patch: Patch = serde_json::from_str(text).expect("a patch");
        let mut scenario = example::first();
        assert!(Edit::Restore(Box::new(patch)).apply(&mut scenario).is_err(), "{text}");
        assert_eq!(bytes(&scenario), bytes(&example::first()), "{text}");
    }
}

#[test]
fn ids_that_run_out_are_a_refusal() {
    let mut scenario = example::first();
    scenario.units[5].id = UnitId(u32::MAX);
    scenario.facts.clear();
    let add = add_units(&scenario, ["Xã A", "Xã B"], Kind::Commune, MOC_CHAU, None);
    assert!(matches!(add.apply(&mut scenario), Err(EditError::Wrong(_))));
}

#[test]
fn many_units_are_added_and_removed_at_once() {
    let before = example::first();
    let names = (1..=3_300).map(|commune| format!("Xã {commune}"));
    let after = applied(&before, add_units(&before, names, Kind::Commune, MOC_CHAU, None));
    assert_eq!(after.units.len(), 3_313);
    let limits: Vec<Edit> = (13..3_313).map(|unit| lock(SON_LA, unit, 1)).collect();
    let limited = edited(&after, &limits);
    assert_eq!(applied(&limited, Edit::RemoveUnits((13..3_313).map(UnitId).collect())), before);
    assert!(limited.limits.get(SON_LA, UnitId(13)) == Some(&Limit { lock: Some(1), ..Limit::default() }));
}

#[test]
fn steps_of_the_tree_say_what_happened_to_whom() {
    let mut draft = Draft::new(with_communes());
    let apply = |draft: &mut Draft, edit: Edit| draft.apply(edit).expect("an edit that fits");
    for edit in [
        add_units(draft.scenario(), ["Xã A", "Xã B"], Kind::Commune, UnitId(3), None),
        Edit::DescribeUnits(vec![UnitChange::name(UnitId(16), "Xã C")]),
        Edit::DescribeUnits(vec![UnitChange::code(UnitId(16), "03999")]),
        Edit::MoveUnits { units: vec![UnitId(17)], parent: UnitId(3), before: Some(UnitId(16)) },
        Edit::MoveUnits { units: vec![UnitId(17)], parent: UnitId(4), before: None },
    ] {
        apply(&mut draft, edit);
    }
    let group =
        group_units(draft.scenario(), &[UnitId(5), UnitId(6)], "Cụm 1", Kind::Office).expect("a group");
    apply(&mut draft, group);
    let ungroup = ungroup_unit(draft.scenario(), UnitId(18)).expect("a group");
    apply(&mut draft, ungroup);
    apply(&mut draft, Edit::RemoveUnits(vec![MOC_CHAU]));
    apply(&mut draft, Edit::RemoveUnits([7, 8].map(UnitId).to_vec()));
    let names = |language| -> Vec<String> {
        draft.history().done.iter().map(|step| step_name(step, draft.scenario(), language)).collect()
    };
    assert_eq!(
        names(Language::Vi),
        [
            "Thêm 2 đơn vị",
            "Đổi tên Xã A thành Xã C",
            "Đặt mã Xã C: 03999",
            "Đổi thứ tự Xã B",
            "Chuyển Xã B vào Quỳnh Nhai",
            "Gộp 2 đơn vị vào Cụm 1",
            "Bỏ nhóm Cụm 1, giữ các đơn vị bên dưới",
            "Xóa Mộc Châu và 3 đơn vị bên dưới",
            "Xóa 2 đơn vị",
        ]
    );
    assert_eq!(
        names(Language::En),
        [
            "Add 2 units",
            "Rename Xã A to Xã C",
            "Code of Xã C: 03999",
            "Reorder Xã B",
            "Move Xã B to Quỳnh Nhai",
            "Put 2 units into Cụm 1",
            "Dissolve Cụm 1, keep the units below",
            "Delete Mộc Châu and 3 units below",
            "Delete 2 units",
        ]
    );
}

#[test]
fn siblings_go_up_and_down_among_themselves_and_stop_at_the_ends() {
    let before = with_communes();
    let [dong_sang, muong_sang, van_son] =
        [13, 14, 15].map(UnitId).map(|unit| before.unit(unit).expect("a commune").id);
    let shifted = |units: &[UnitId], shift| {
        let edit = shift_units(&before, units, shift)?;
        let after = applied(&before, edit);
        Some(after.children(MOC_CHAU).map(|unit| unit.name.clone()).collect::<Vec<_>>())
    };
    assert_eq!(shifted(&[van_son], Shift::Up).expect("a way up"), ["Đông Sang", "Vân Sơn", "Mường Sang"]);
    assert_eq!(
        shifted(&[dong_sang, muong_sang], Shift::Down).expect("a way down"),
        ["Vân Sơn", "Đông Sang", "Mường Sang"]
    );
    assert_eq!(shifted(&[dong_sang, muong_sang], Shift::Up), None);
    assert_eq!(shifted(&[van_son], Shift::Down), None);
    // Not siblings, and the province itself.
    assert_eq!(shifted(&[van_son, MOC_CHAU], Shift::Up), None);
    assert_eq!(shifted(&[ROOT], Shift::Up), None);
}

#[test]
fn a_new_unit_is_of_the_kind_that_stands_there_else_one_step_down() {
    let scenario = with_communes();
    assert_eq!(usual_kind(&scenario, ROOT), Kind::District);
    assert_eq!(usual_kind(&scenario, MOC_CHAU), Kind::Commune);
    assert_eq!(usual_kind(&scenario, UnitId(13)), Kind::Village);
}

#[test]
fn units_go_below_any_other_but_those_below_themselves() {
    let scenario = with_communes();
    let parents = parents_for(&scenario, &[MOC_CHAU]);
    assert!(!parents.contains(&MOC_CHAU) && !parents.contains(&UnitId(13)) && parents.contains(&ROOT));
    assert_eq!(topmost(&scenario, &[MOC_CHAU, UnitId(13), UnitId(3)]), [MOC_CHAU, UnitId(3)]);
}
