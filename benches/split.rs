//! How long a split, a cascade, and a whole plan, take: a province's districts, its communes, the nation's communes, and far more.

use std::hint::black_box;

use bao_phu::calc::cascade::cascade;
use bao_phu::calc::derive;
use bao_phu::calc::split::{RoundingRule, split};
use bao_phu::model::Rate;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

mod data;
#[path = "data/nation.rs"]
mod nation;

fn splits(criterion: &mut Criterion) {
    for (name, rule) in
        [("common level", RoundingRule::Webster), ("largest remainder", RoundingRule::LargestRemainder)]
    {
        let mut group = criterion.benchmark_group(name);
        for units in [12, 168, 3_321, 10_000, 100_000] {
            let (total, shares) = data::shares(units);
            group.bench_with_input(BenchmarkId::from_parameter(units), &shares, |bencher, shares| {
                bencher.iter(|| split(black_box(total), black_box(shares), &rule));
            });
        }
        group.finish();
    }
}

/// The rules that are not in the page: a nation's communes, and far more.
fn other_rules(criterion: &mut Criterion) {
    for (name, rule) in [
        ("jefferson", RoundingRule::Jefferson),
        ("adams", RoundingRule::Adams),
        ("huntington-hill", RoundingRule::HuntingtonHill),
        ("dean", RoundingRule::Dean),
        ("modified webster", RoundingRule::ModifiedWebster { first: Rate::new(7.into(), 5.into()) }),
    ] {
        let mut group = criterion.benchmark_group(name);
        for units in [10_598, 100_000] {
            let (total, shares) = data::shares(units);
            group.bench_with_input(BenchmarkId::from_parameter(units), &shares, |bencher, shares| {
                bencher.iter(|| split(black_box(total), black_box(shares), &rule));
            });
        }
        group.finish();
    }
}

/// One target down the nation: 95 million people, 63 provinces, 700 districts, 10,598 communes.
fn cascades(criterion: &mut Criterion) {
    let tree = nation::tree();
    assert!(
        cascade(nation::TOTAL, &tree, &RoundingRule::Webster)
            .is_ok_and(|cascade| cascade.failure().is_none())
    );
    criterion.bench_function("cascade/nation", |bencher| {
        bencher.iter(|| cascade(black_box(nation::TOTAL), black_box(&tree), &RoundingRule::Webster));
    });
}

/// The whole plan: a province over five years, and the nation's communes in one.
fn derives(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("derive");
    for (communes, indicators, years) in [(168, 4, 5), (3_321, 4, 1)] {
        let scenario = data::province(communes, indicators, years);
        let name = format!("{communes} communes, {indicators} indicators, {years} years");
        group.bench_function(name, |bencher| bencher.iter(|| derive(black_box(&scenario))));
    }
    group.finish();
}

criterion_group!(benches, splits, other_rules, cascades, derives);
criterion_main!(benches);
