//! Browsers give a page little room: what planners keep must fit in it.

#[path = "../../benches/data/storage.rs"]
mod data;

#[test]
fn a_province_with_its_history_and_snapshots_keeps_within_its_share() {
    let stored = data::measure(168, 5, 0);
    assert!(stored.all() <= data::PROVINCE, "{} characters", stored.all());
    assert!(stored.scenario > 0 && stored.history > 0 && stored.snapshots > 2 * stored.scenario);
}

#[test]
fn fifty_provinces_and_a_nation_fit_into_the_storage_of_a_browser() {
    let province = data::measure(168, 5, 1).all();
    let nation = data::measure(3_321, 1, 0).all();
    // What `make bench` adds up province by province: each is within its share.
    assert!(50 * province + nation <= data::STORAGE, "{province}, {nation}");
}
