//! Rows and columns that are bound to each other: where cells stand exactly on a signpost and people can go round
//! without any loss, so that several tables are equally right.

use std::collections::HashSet;

use super::logarithm::Fixed;
use super::search::{Search, TOLERANCE};
use super::table::{compare_products, parts};
use crate::model::Rate;

/// Rows and columns whose divisors are bound to each other, exactly.
pub(super) struct Block {
    /// In order, so rows first; there are both.
    pub nodes: Vec<usize>,
    /// One per node, the first being 1: where that is `g`, the rows' are `g` times these, the columns' a `g`-th.
    pub divisors: Vec<Rate>,
}

/// A cell that may as well have one person more (`raised` false) or fewer (`raised` true).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct TiedCell {
    pub cell: usize,
    pub raised: bool,
}

/// All blocks of a searched table and the cells that tie in them, in order.
///
/// `None` where cells that seem to stand on a signpost do not, or not all of them: more bits will tell them apart.
pub(super) fn blocks<F: Fixed>(search: &Search<'_, F>) -> Option<(Vec<Block>, Vec<TiedCell>)> {
    let arcs = Arcs::of(search);
    let (mut blocks, mut ties) = (Vec::new(), Vec::new());
    for nodes in arcs.rings() {
        let (divisors, cells) = bind(search, &arcs, &nodes)?;
        blocks.push(Block { nodes, divisors });
        ties.extend(cells);
    }
    ties.sort_by_key(|tie: &TiedCell| tie.cell);
    Some((blocks, ties))
}

/// Where people can move without loss, as far as the logarithms tell.
struct Arcs {
    /// Per node: the nodes it can send to, with the cell.
    out: Vec<Vec<(usize, usize)>>,
    /// Per node: the nodes that can send to it.
    into: Vec<Vec<usize>>,
}

impl Arcs {
    fn of<F: Fixed>(search: &Search<'_, F>) -> Self {
        let grid = search.grid;
        let mut arcs = Self { out: vec![vec![]; grid.nodes()], into: vec![vec![]; grid.nodes()] };
        // A ring passes every row and column at most once.
        let longest = 2 * grid.rows().min(grid.columns()) as i128 + 2;
        let near = F::steps(2 * TOLERANCE * longest);
        for (cell, row, column) in grid.cells() {
            let mut add = |length: Option<F>, from: usize, to: usize| {
                if length.is_some_and(|length| length <= near) {
                    arcs.out[from].push((to, cell));
                    arcs.into[to].push(from);
                }
            };
            add(search.to_rise(cell, row, column), row, column);
            add(search.to_fall(cell, row, column), column, row);
        }
        arcs
    }

    /// The sets of two and more nodes that can all send to each other.
    fn rings(&self) -> Vec<Vec<usize>> {
        let mut left = vec![true; self.out.len()];
        let mut rings = Vec::new();
        for node in 0..left.len() {
            if !left[node] || self.out[node].is_empty() || self.into[node].is_empty() {
                continue;
            }
            let after = reach(node, &left, |node| self.out[node].iter().map(|&(to, _)| to));
            let mut ring = reach(node, &left, |node| self.into[node].iter().copied());
            ring.retain(|node| after.binary_search(node).is_ok());
            ring.iter().for_each(|&node| left[node] = false);
            if ring.len() > 1 {
                rings.push(ring);
            }
        }
        rings
    }
}

/// The nodes among those `left` that `next` leads to from `start`, in order.
fn reach<I: Iterator<Item = usize>>(start: usize, left: &[bool], next: impl Fn(usize) -> I) -> Vec<usize> {
    let mut seen = HashSet::from([start]);
    let mut found = vec![start];
    let mut at = 0;
    while let Some(&node) = found.get(at) {
        at += 1;
        for other in next(node) {
            if left[other] && seen.insert(other) {
                found.push(other);
            }
        }
    }
    found.sort_unstable();
    found
}

/// The exact divisors of a ring's nodes, and its tied cells; `None` where they contradict each other.
fn bind<F: Fixed>(
    search: &Search<'_, F>,
    arcs: &Arcs,
    nodes: &[usize],
) -> Option<(Vec<Rate>, Vec<TiedCell>)> {
    let grid = search.grid;
    let place = |node: usize| nodes.binary_search(&node).ok();
    let mut divisors: Vec<Option<Rate>> = vec![None; nodes.len()];
    divisors[0] = Some(Rate::from_integer(1.into()));
    let (mut ties, mut queue, mut at) = (Vec::new(), vec![0], 0);
    while let Some(&from) = queue.get(at) {
        at += 1;
        let node = nodes[from];
        let own = divisors[from].clone()?;
        for &(other, cell) in &arcs.out[node] {
            let Some(to) = place(other) else { continue };
            let raised = node >= grid.rows();
            let on = u128::from(search.values[cell]) + u128::from(!raised);
            ties.push(TiedCell { cell, raised });
            // Both divisors together are the weight over the signpost on which the cell stands.
            let (numer, denom) = parts(&grid.table.cells[cell].weight);
            let signpost = grid.rounding.twice_signpost(on);
            match &divisors[to] {
                None => {
                    divisors[to] = Some(Rate::new(numer * 2, denom * signpost) / &own);
                    queue.push(to);
                }
                Some(other) => {
                    let product = [own.numer().clone(), other.numer().clone(), denom];
                    let weight = [own.denom().clone(), other.denom().clone(), numer];
                    if compare_products(&product, signpost, &weight, 2).is_ne() {
                        return None;
                    }
                }
            }
        }
    }
    Some((divisors.into_iter().collect::<Option<_>>()?, ties))
}
