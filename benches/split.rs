//! How long a split, a cascade, and a whole plan, take: a province's districts, its communes, the nation's communes, and far more.

use std::hint::black_box;

use bao_phu::calc::cascade::cascade;
use bao_phu::calc::derive;
use bao_phu::calc::matrix::{Cell, Table, TableRounding, fill};
use bao_phu::calc::split::{Bounds, RoundingRule, Share, Weight, split};
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

/// Units by month, both totals fixed: last year's shape, and the same in every month, where very many cells tie.
fn tables(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("matrix");
    for units in [12, 168, 3_321] {
        for (name, spread) in [("last year's shape", 500), ("equal", 0)] {
            let table = months(units, spread);
            group.bench_with_input(BenchmarkId::new(name, units), &table, |bencher, table| {
                bencher.iter(|| fill(black_box(table), TableRounding::Webster));
            });
        }
    }
    group.finish();
}

/// A table of `units` by twelve months whose weights differ by `spread` per mille, with about 100 people a cell.
fn months(units: usize, spread: u64) -> Table {
    let mut next = data::numbers();
    let weights: Vec<u64> = (0..units)
        .flat_map(|_| {
            let unit = 500 + next(1_500);
            (0..12).map(|_| unit * (1_000 + next(spread + 1))).collect::<Vec<_>>()
        })
        .collect();
    let row = |row: usize| weights[row * 12..][..12].iter().sum::<u64>() / 1_000;
    let row_totals: Vec<u64> = (0..units).map(row).collect();
    let year = row_totals.iter().sum::<u64>();
    let months = (0..12).map(|month| Share {
        start: 0,
        weight: Weight::Whole(weights.iter().skip(month).step_by(12).sum()),
        floor: 0,
        ceiling: None,
        released: Bounds::default(),
    });
    let column_totals = split(year, &months.collect::<Vec<_>>(), &RoundingRule::Webster);
    Table {
        row_totals,
        column_totals: column_totals.map_or_else(|short| short.values, |split| split.values),
        cells: weights
            .into_iter()
            .map(|weight| Cell { weight: Weight::Whole(weight), floor: 0, ceiling: None })
            .collect(),
    }
}

criterion_group!(benches, splits, other_rules, cascades, tables, derives);
criterion_main!(benches);
