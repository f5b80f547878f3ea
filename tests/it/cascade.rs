//! The split down a tree: worked examples.

use bao_phu::calc::cascade::{Cascade, FailureReason, Node, Tree, TreeFault, cascade};
use bao_phu::calc::split::{Bounds, Reason, RoundingRule, Weight};

const ROOT: Node = Node {
    parent: None,
    start: None,
    weight: None,
    floor: None,
    ceiling: None,
    lock: None,
    defaults: Bounds { floor: 0, ceiling: None },
    kept: 0,
    rounding: None,
    may_fall: false,
    falling_weight: None,
    only_hands_down: false,
};

/// A node below `parent` that weighs what its children do.
fn inner(parent: usize) -> Node {
    Node { parent: Some(parent), ..ROOT }
}

fn leaf(parent: usize, weight: u64) -> Node {
    Node { weight: Some(Weight::Whole(weight)), ..inner(parent) }
}

/// A province (0) of a district (1) with three communes (2, 3, 4), a district (5) with two (6, 7), and a commune (8).
fn province() -> Vec<Node> {
    vec![ROOT, inner(0), leaf(1, 5), leaf(1, 3), leaf(1, 2), inner(0), leaf(5, 6), leaf(5, 4), leaf(0, 5)]
}

fn solved(total: u64, nodes: Vec<Node>) -> Cascade {
    cascade(total, &Tree::new(nodes).expect("a tree"), &RoundingRule::Webster).expect("numbers that fit")
}

fn values(cascade: &Cascade) -> Vec<u64> {
    cascade.nodes.iter().map(|node| node.value).collect()
}

#[track_caller]
fn check_failure(cascade: &Cascade, node: usize, reason: FailureReason, gap: u128, expected: [&[usize]; 2]) {
    let failure = cascade.failure().expect("a failure");
    let no = failure.infeasible;
    assert_eq!((failure.node, failure.reason, no.gap), (node, reason, gap));
    assert_eq!([&no.clash[..], &no.release], expected, "clash and release");
}

#[test]
fn a_target_goes_down_level_by_level() {
    let cascade = solved(100, province());
    assert_eq!(values(&cascade), [100, 40, 20, 12, 8, 40, 24, 16, 20]);
    assert_eq!(cascade.failure().map(|failure| failure.node), None);
}

#[test]
fn a_lock_deep_down_is_respected_by_every_level_above() {
    let mut nodes = province();
    nodes[4].lock = Some(60);
    let cascade = solved(100, nodes);
    assert_eq!(values(&cascade), [100, 60, 0, 0, 60, 27, 16, 11, 13]);
}

#[test]
fn ceilings_deep_down_send_the_rest_elsewhere() {
    let mut nodes = province();
    nodes[6].ceiling = Some(5);
    nodes[7].ceiling = Some(5);
    assert_eq!(values(&solved(100, nodes)), [100, 60, 30, 18, 12, 10, 5, 5, 30]);
}

#[test]
fn a_value_includes_what_the_node_keeps() {
    let mut nodes = province();
    (nodes[0].kept, nodes[1].kept, nodes[8].kept) = (10, 45, 1);
    // The district cannot get fewer than it keeps.
    assert_eq!(values(&solved(100, nodes.clone())), [100, 45, 0, 0, 0, 30, 18, 12, 15]);
    nodes[1].floor = Some(55);
    assert_eq!(values(&solved(100, nodes)), [100, 55, 5, 3, 2, 23, 14, 9, 12]);
}

#[test]
fn rounding_is_inherited() {
    let mut nodes = province();
    nodes[1].rounding = Some(RoundingRule::LargestRemainder);
    let cascade = solved(101, nodes);
    let ranked = |node: usize| {
        let split = cascade.nodes[node].split.as_deref().and_then(|split| split.as_ref().ok());
        split.is_some_and(|split| split.remainders.is_some())
    };
    assert_eq!([0, 1, 5].map(ranked), [false, true, false]);
}

#[test]
fn nodes_may_stand_in_any_order() {
    let nodes = vec![leaf(2, 3), leaf(3, 1), inner(3), ROOT, leaf(2, 1)];
    assert_eq!(values(&solved(10, nodes)), [6, 2, 8, 10, 2]);
}

#[test]
fn nodes_that_form_no_tree_are_refused() {
    let fault = |nodes| Tree::new(nodes).map(|tree| tree.nodes().len());
    assert_eq!(fault(vec![]), Err(TreeFault::NoRoot));
    assert_eq!(fault(vec![inner(1), inner(0)]), Err(TreeFault::NoRoot));
    assert_eq!(fault(vec![ROOT, leaf(0, 1), ROOT]), Err(TreeFault::SecondRoot { node: 2 }));
    assert_eq!(fault(vec![ROOT, leaf(7, 1)]), Err(TreeFault::Orphan { node: 1 }));
    assert_eq!(fault(vec![ROOT, inner(2), inner(1), leaf(2, 1)]), Err(TreeFault::Cycle { node: 1 }));
}

#[test]
fn a_chain_of_a_hundred_thousand_nodes_is_a_tree() {
    let mut nodes = vec![ROOT];
    nodes.extend((1..100_000).map(|node| Node { kept: 1, ..inner(node - 1) }));
    nodes[99_999].weight = Some(Weight::Whole(1));
    let cascade = solved(200_000, nodes);
    assert_eq!(cascade.nodes[99_999].value, 200_000 - 99_998);
}

#[test]
fn a_node_keeps_a_lock_that_its_children_cannot_meet() {
    let mut nodes = province();
    nodes[6].ceiling = Some(5);
    nodes[7].ceiling = Some(5);
    nodes[5].lock = Some(12);
    let cascade = solved(100, nodes);
    assert_eq!(values(&cascade), [100, 59, 29, 18, 12, 12, 5, 5, 29]);
    check_failure(&cascade, 5, FailureReason::LockConflict, 2, [&[0, 1], &[0]]);
}

#[test]
fn the_highest_node_that_fails_is_named() {
    let mut nodes = province();
    nodes[5].lock = Some(12);
    nodes[6].floor = Some(13);
    nodes[8].floor = Some(95);
    let cascade = solved(100, nodes);
    let reason = FailureReason::Limits(Reason::FloorsExceedTotal);
    check_failure(&cascade, 0, reason, 7, [&[1, 2], &[2]]);
    // Everyone is at their least, and the difference inside the district shows there.
    assert_eq!(values(&cascade), [100, 0, 0, 0, 0, 12, 13, 0, 95]);
    assert_eq!(cascade.nodes[5].infeasible().map(|no| no.gap), Some(1));
}
