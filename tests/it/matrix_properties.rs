//! What holds for every table, under every rounding unless said otherwise.

use bao_phu::calc::matrix::{Cell, Table, TableRounding, fill};
use bao_phu::calc::split::{Bounds, RoundingRule, Share, Weight, split};
use num_bigint::BigInt;
use proptest::prelude::*;

use crate::reference::matrix::{check, check_proof, feasible_problem, feasible_table, problem, wide_problem};

fn transposed<T: Clone>(items: &[T], columns: usize) -> Vec<T> {
    (0..columns).flat_map(|column| items.iter().skip(column).step_by(columns)).cloned().collect()
}

fn scaled(weight: &Weight, factor: u64) -> Weight {
    Weight::Ratio(weight.to_rate() * BigInt::from(factor))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn small_tables_are_the_best_of_all(problem in problem()) {
        check(&problem)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn larger_tables_add_up_and_their_divisors_prove_them(problem in feasible_problem()) {
        check_proof(&problem)?;
    }

    #[test]
    fn it_does_not_matter_how_many_people_there_are(problem in wide_problem()) {
        check_proof(&problem)?;
    }

    #[test]
    fn swapping_rows_for_columns_swaps_a_unique_answer(table in feasible_table(6, 6)) {
        let columns = table.column_totals.len();
        let turned = Table {
            row_totals: table.column_totals.clone(),
            column_totals: table.row_totals.clone(),
            cells: transposed(&table.cells, columns),
        };
        for rounding in [TableRounding::Webster, TableRounding::Jefferson] {
            let [one, other] = [&table, &turned].map(|table| fill(table, rounding).expect("a table"));
            prop_assert_eq!(one.unique, other.unique);
            if one.unique {
                prop_assert_eq!(transposed(&one.values, columns), other.values);
            }
        }
    }

    #[test]
    fn scaling_a_row_or_a_column_changes_no_value(
        table in feasible_table(6, 6), line in 0..6usize, factor in 2..1_000u64,
    ) {
        let columns = table.column_totals.len();
        let change = |hit: &dyn Fn(usize) -> bool| {
            let cells = table.cells.iter().enumerate().map(|(at, cell)| {
                let weight = if hit(at) { scaled(&cell.weight, factor) } else { cell.weight.clone() };
                Cell { weight, ..cell.clone() }
            });
            Table { cells: cells.collect(), ..table.clone() }
        };
        let before = fill(&table, TableRounding::Webster).expect("a table that can be filled");
        for changed in [change(&|at| at / columns == line), change(&|at| at % columns == line)] {
            let after = fill(&changed, TableRounding::Webster).expect("a table that can be filled");
            prop_assert_eq!((&after.values, after.unique), (&before.values, before.unique));
        }
    }

    #[test]
    fn locking_a_cell_at_its_value_keeps_the_table(table in feasible_table(6, 6), at in 0..36usize) {
        let before = fill(&table, TableRounding::Webster).expect("a table that can be filled");
        let at = at % table.cells.len();
        let mut locked = table;
        locked.cells[at].floor = before.values[at];
        locked.cells[at].ceiling = Some(before.values[at]);
        let after = fill(&locked, TableRounding::Webster).expect("a table that can be filled");
        prop_assert_eq!(after.values, before.values);
    }

    #[test]
    fn a_proportional_table_is_its_own_answer(
        rows in proptest::collection::vec(1..9u64, 1..6), columns in proptest::collection::vec(1..9u64, 1..6),
    ) {
        let values: Vec<u64> = rows.iter().flat_map(|row| columns.iter().map(move |column| row * column)).collect();
        let cell = |&value: &u64| Cell { weight: Weight::Whole(value), floor: 0, ceiling: None };
        let table = Table {
            row_totals: rows.iter().map(|row| row * columns.iter().sum::<u64>()).collect(),
            column_totals: columns.iter().map(|column| column * rows.iter().sum::<u64>()).collect(),
            cells: values.iter().map(cell).collect(),
        };
        prop_assert_eq!(fill(&table, TableRounding::Webster).expect("a table").values, values);
    }

    #[test]
    fn beside_a_wide_column_for_the_rest_a_column_is_the_split(
        weights in proptest::collection::vec(1..5_000u64, 1..9), total in 0..300u64,
    ) {
        const REST: u64 = 1 << 50;
        let shares: Vec<Share> = weights
            .iter()
            .map(|&weight| Share {
                start: 0, weight: Weight::Whole(weight), floor: 0, ceiling: None, released: Bounds::default(),
            })
            .collect();
        let alone = split(total, &shares, &RoundingRule::Webster).expect("a split");
        let cell = |weight| Cell { weight: Weight::Whole(weight), floor: 0, ceiling: None };
        let units = weights.len() as u64;
        let table = Table {
            row_totals: vec![REST; weights.len()],
            column_totals: vec![total, REST * units - total],
            cells: weights.iter().flat_map(|&weight| [cell(weight), cell(REST)]).collect(),
        };
        let matrix = fill(&table, TableRounding::Webster).expect("a table that can be filled");
        prop_assert!(matrix.is_proved(&table, TableRounding::Webster));
        if alone.ties.is_empty() {
            let first: Vec<u64> = matrix.values.iter().copied().step_by(2).collect();
            prop_assert_eq!(first, alone.values);
        }
    }
}
