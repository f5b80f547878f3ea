//! What holds for every cascade.

use bao_phu::calc::cascade::{Cascade, Node, Tree, cascade};
use bao_phu::calc::split::{RoundingRule, Split, Weight};
use bao_phu::model::Rate;
use proptest::prelude::*;

use crate::reference::cascade::{Problem, check, feasible_problem, problem};

fn solve(total: u64, nodes: Vec<Node>, rule: &RoundingRule) -> Cascade {
    cascade(total, &Tree::new(nodes).expect("a tree"), rule).expect("small numbers")
}

fn solved(problem: &Problem) -> Cascade {
    solve(problem.total, problem.nodes.clone(), &problem.rule)
}

fn values(cascade: &Cascade) -> Vec<u64> {
    cascade.nodes.iter().map(|node| node.value).collect()
}

fn splits(cascade: &Cascade) -> impl Iterator<Item = (usize, &Split)> {
    let split = |node: usize| cascade.nodes[node].split.as_deref()?.as_ref().ok();
    (0..cascade.nodes.len()).filter_map(move |node| Some((node, split(node)?)))
}

/// Every node rounds by a rule with a common level: largest remainder breaks what is asked of it here.
fn has_common_levels(cascade: &Cascade) -> bool {
    cascade.nodes.iter().all(|node| node.rule != RoundingRule::LargestRemainder)
}

/// The nodes at and below `top`, as a tree of its own with the rule that `top` has, and where each stood.
fn subtree(nodes: &[Node], top: usize, rule: &RoundingRule) -> (Vec<Node>, Vec<usize>) {
    let (mut below, mut places) = (Vec::<Node>::new(), Vec::new());
    for (place, node) in nodes.iter().enumerate() {
        let parent = places.iter().position(|&place| Some(place) == node.parent);
        if place == top {
            below.push(Node { parent: None, rounding: Some(rule.clone()), ..node.clone() });
        } else if parent.is_some() {
            below.push(Node { parent, ..node.clone() });
        } else {
            continue;
        }
        places.push(place);
    }
    (below, places)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_cascade_agrees_with_trying_every_number(problem in problem()) {
        check(&problem)?;
    }

    #[test]
    fn every_node_adds_up_and_keeps_to_its_limits(problem in feasible_problem()) {
        let cascade = solved(&problem);
        prop_assert!(cascade.failure().is_none());
        let values = values(&cascade);
        for (at, node) in problem.nodes.iter().enumerate() {
            let children = problem.nodes.iter().zip(&values).filter(|(child, _)| child.parent == Some(at));
            let (count, given) = children.fold((0, 0), |(count, sum), (_, value)| (count + 1, sum + value));
            prop_assert!(count == 0 || given + node.kept == values[at]);
            prop_assert!(values[at] >= node.kept);
            match node.lock {
                Some(lock) => prop_assert_eq!(values[at], lock),
                None => {
                    prop_assert!(values[at] >= node.floor.unwrap_or(0));
                    prop_assert!(values[at] <= node.ceiling.unwrap_or(u64::MAX));
                }
            }
        }
    }

    #[test]
    fn the_order_of_siblings_decides_nothing_but_ties(problem in feasible_problem()) {
        let one = solved(&problem);
        prop_assume!(splits(&one).all(|(_, split)| split.ties.is_empty()));
        let last = problem.nodes.len() - 1;
        let turned = problem.nodes.iter().rev();
        let turned = turned.map(|node| Node { parent: node.parent.map(|parent| last - parent), ..node.clone() });
        let mut two = values(&solve(problem.total, turned.collect(), &problem.rule));
        two.reverse();
        prop_assert_eq!(values(&one), two);
    }

    #[test]
    fn locking_every_node_at_its_value_moves_nobody(problem in feasible_problem(), which: u16) {
        let before = solved(&problem);
        prop_assume!(has_common_levels(&before));
        // Locked units do not fall: with all of them in place the others have what they had.
        prop_assume!(before.nodes.iter().all(|node| !node.falls));
        let mut locked = problem.nodes.clone();
        for (at, node) in locked.iter_mut().enumerate().filter(|(at, _)| which >> at & 1 == 1) {
            node.lock = Some(before.nodes[at].value);
        }
        prop_assert_eq!(values(&solve(problem.total, locked, &problem.rule)), values(&before));
    }

    #[test]
    fn a_part_of_the_tree_alone_is_split_as_in_the_whole(problem in feasible_problem(), top: prop::sample::Index) {
        let whole = solved(&problem);
        let top = top.index(problem.nodes.len());
        let (nodes, places) = subtree(&problem.nodes, top, &whole.nodes[top].rule);
        let part = solve(whole.nodes[top].value, nodes, &RoundingRule::Webster);
        let expected: Vec<u64> = places.iter().map(|&place| whole.nodes[place].value).collect();
        prop_assert_eq!(values(&part), expected);
        for (at, split) in splits(&part) {
            let same = whole.nodes[places[at]].split.as_deref();
            prop_assert_eq!(Some(&Ok(split.clone())), same);
        }
    }

    #[test]
    fn only_the_ratios_of_weights_matter(problem in feasible_problem(), n in 1..99u64, d in 1..99u64) {
        let factor = Rate::new(n.into(), d.into());
        let mut scaled = problem.nodes.clone();
        for node in &mut scaled {
            for weight in [&mut node.weight, &mut node.falling_weight].into_iter().flatten() {
                *weight = Weight::Ratio(weight.to_rate() * &factor);
            }
        }
        let two = solve(problem.total, scaled, &problem.rule);
        prop_assert_eq!(values(&solved(&problem)), values(&two));
    }

    #[test]
    fn a_larger_total_lowers_nobody_at_common_levels(problem in feasible_problem()) {
        let mut usual = problem;
        usual.nodes.iter_mut().for_each(|node| node.may_fall = false);
        let one = solved(&usual);
        let more = solve(usual.total + 1, usual.nodes, &usual.rule);
        prop_assume!(one.failure().is_none() && more.failure().is_none() && has_common_levels(&one));
        prop_assert!(values(&one).iter().zip(values(&more)).all(|(one, more)| *one <= more));
    }
}
