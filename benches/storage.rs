//! How many characters of the browser's storage scenarios take, against the goals. Nothing is timed.

#[path = "data/storage.rs"]
mod storage;

fn main() {
    let goal = |what: &str, taken: usize, goal: usize| {
        let verdict = if taken <= goal { "within" } else { "MISSED" };
        println!("{what:<88} {taken:>9} of {goal:>9} ({verdict})");
    };
    println!("Stored characters (UTF-16 units), 200 steps of history and 3 snapshots each:");
    let province = storage::measure(168, 5, 0);
    println!(
        "  a province: scenario {}, history {}, snapshots {}",
        province.scenario, province.history, province.snapshots
    );
    goal("  a province, 168 communes x 4 indicators x 5 years", province.all(), storage::PROVINCE);
    let nation = storage::measure(3_321, 1, 0);
    println!(
        "  the nation: scenario {}, history {}, snapshots {}",
        nation.scenario, nation.history, nation.snapshots
    );
    let provinces: usize = (0..50).map(|seed| storage::measure(168, 5, seed).all()).sum();
    goal(
        "  50 such provinces and one scenario of 3,321 communes x 4 indicators x 1 year",
        provinces + nation.all(),
        storage::STORAGE,
    );
}
