//! How long a split takes: a province's districts, its communes, the nation's communes, and far more.

use std::hint::black_box;

use bao_phu::calc::split::{Bounds, Share, Weight, split};
use bao_phu::model::Rounding;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

/// Units with a floor of 3–6% and a ceiling of 5–12% of a weight up to 100,000 people, and a target of 6%.
fn shares(units: u64) -> (u64, Vec<Share>) {
    let mut state = 20_260_101u64;
    let mut next = |below: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 33) % below
    };
    let shares: Vec<Share> = (0..units)
        .map(|_| {
            let weight = 1_000 + next(99_000);
            let (floor, ceiling) = (weight * (30 + next(30)) / 1_000, weight * (61 + next(60)) / 1_000);
            let weight = Weight::Whole(weight);
            Share { start: 0, weight, floor, ceiling: Some(ceiling), released: Bounds::default() }
        })
        .collect();
    let between = shares.iter().map(|share| share.floor * 2 + share.ceiling.unwrap_or(0)).sum::<u64>();
    (between / 3, shares)
}

fn splits(criterion: &mut Criterion) {
    for (name, rounding) in
        [("common level", Rounding::CommonLevel), ("largest remainder", Rounding::LargestRemainder)]
    {
        let mut group = criterion.benchmark_group(name);
        for units in [12, 168, 3_321, 100_000] {
            let (total, shares) = shares(units);
            group.bench_with_input(BenchmarkId::from_parameter(units), &shares, |bencher, shares| {
                bencher.iter(|| split(black_box(total), black_box(shares), rounding));
            });
        }
        group.finish();
    }
}

criterion_group!(benches, splits);
criterion_main!(benches);
