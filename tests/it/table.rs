//! The rows of the table of units: tree, order and search, none of which changes a number.

use std::collections::BTreeSet;

use bao_phu::example;
use bao_phu::model::{Kind, Scenario, Unit, UnitId};
use bao_phu::table::{Order, TableRow, matches, rows, way_up};

/// Sơn La with two communes below Mộc Châu and one below one of them.
fn with_communes() -> Scenario {
    let mut scenario = example::first();
    let moc_chau = id(&scenario, "Mộc Châu");
    for (place, (name, parent)) in
        [("Đông Sang", moc_chau), ("Chiềng Sơn", moc_chau), ("Bản Áng", UnitId(900))].into_iter().enumerate()
    {
        scenario.units.push(Unit {
            id: UnitId(900 + u32::try_from(place).expect("three")),
            code: String::new(),
            name: name.into(),
            kind: Kind::Commune,
            parent: Some(parent),
        });
    }
    scenario
}

fn id(scenario: &Scenario, name: &str) -> UnitId {
    scenario.units.iter().find(|unit| unit.name == name).expect("a unit of the example").id
}

fn names(scenario: &Scenario, rows: &[TableRow]) -> Vec<String> {
    rows.iter().map(|row| scenario.unit(row.unit).expect("a unit").name.clone()).collect()
}

fn all(scenario: &Scenario) -> BTreeSet<UnitId> {
    scenario.units.iter().map(|unit| unit.id).collect()
}

#[test]
fn a_closed_unit_hides_what_is_below_it() {
    let scenario = with_communes();
    let closed = rows(&scenario, &BTreeSet::new(), &Order::default(), None);
    assert_eq!(closed.len(), 12);
    let moc_chau = closed.iter().find(|row| row.unit == id(&scenario, "Mộc Châu")).expect("its row");
    assert_eq!((moc_chau.open, moc_chau.level, moc_chau.place, moc_chau.siblings), (Some(false), 1, 2, 12));
    let open = rows(&scenario, &all(&scenario), &Order::default(), None);
    assert_eq!(open.len(), 15);
    assert_eq!(
        names(&scenario, &open)[..6],
        ["TP Sơn La", "Mộc Châu", "Đông Sang", "Bản Áng", "Chiềng Sơn", "Mai Sơn"]
    );
    assert_eq!((open[3].level, open[3].place, open[3].siblings), (3, 1, 1));
}

#[test]
fn sorting_orders_siblings_and_keeps_children_with_their_parent() {
    let scenario = with_communes();
    let order = Order::of([UnitId(901), id(&scenario, "Sốp Cộp"), id(&scenario, "Mộc Châu")]);
    let sorted = rows(&scenario, &all(&scenario), &order, None);
    assert_eq!(
        names(&scenario, &sorted)[..6],
        ["Sốp Cộp", "Mộc Châu", "Chiềng Sơn", "Đông Sang", "Bản Áng", "TP Sơn La"]
    );
    assert_eq!(sorted.len(), 15);
}

#[test]
fn search_needs_no_tone_marks_and_shows_the_way_to_what_it_finds() {
    let scenario = with_communes();
    for (searched, found) in [
        ("thuan chau", &["Thuận Châu"][..]),
        ("THUẬN", &["Thuận Châu"]),
        ("dong", &["Mộc Châu", "Đông Sang"]),
        ("ban ang", &["Mộc Châu", "Đông Sang", "Bản Áng"]),
        ("chau", &["Mộc Châu", "Yên Châu", "Thuận Châu"]),
        ("nowhere", &[]),
    ] {
        let matching = matches(&scenario, searched);
        let shown = rows(&scenario, &BTreeSet::new(), &Order::default(), Some(&matching));
        assert_eq!(names(&scenario, &shown), found, "{searched}");
    }
}

#[test]
fn the_way_up_ends_at_the_province() {
    let scenario = with_communes();
    let way = way_up(&scenario, UnitId(902));
    let root = scenario.root().expect("a root").id;
    assert_eq!(way, [UnitId(900), id(&scenario, "Mộc Châu"), root]);
    assert_eq!(way_up(&scenario, root), []);
    assert_eq!(way_up(&scenario, UnitId(4_000)), []);
}
