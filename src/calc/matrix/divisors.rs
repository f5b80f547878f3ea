//! Exact divisors from the levels that were found, as short as the room between the signposts allows.

use super::super::split::shortest_between;
use super::blocks::Block;
use super::logarithm::Fixed;
use super::search::{Search, TOLERANCE};
use crate::model::Rate;

/// One divisor per row, then one per column; `None` where the logarithms leave no room.
///
/// A row or column by itself gets the shortest decimal near its level, a block the divisors that bind it, scaled
/// likewise. Blocks move as one, so where there are any, all levels are settled anew, `times` times.
pub(super) fn divisors<F: Fixed>(
    search: &mut Search<'_, F>,
    blocks: &[Block],
    times: usize,
) -> Option<Vec<Rate>> {
    let mut groups = Groups::new(search, blocks);
    if !blocks.is_empty() {
        groups.settle(times);
    }
    groups.center();
    let search = groups.search;
    let mut divisors = vec![Rate::from_integer(1.into()); search.levels.len()];
    for node in (0..divisors.len()).filter(|&node| groups.block_of[node].is_none()) {
        if let Some(room) = room(search, &[node], &groups.block_of)? {
            divisors[node] = shortest(search, node, &room)?;
        }
    }
    for block in blocks {
        // Its first is a row: what multiplies the rows' divisors divides the columns'.
        let is_row = |node: usize| node < search.grid.rows();
        let scale = match room(search, &block.nodes, &groups.block_of)? {
            Some(room) => shortest(search, block.nodes[0], &room)?,
            None => block.divisors[block.nodes.partition_point(|&node| is_row(node))].clone(),
        };
        for (&node, divisor) in block.nodes.iter().zip(&block.divisors) {
            divisors[node] = if is_row(node) { divisor * &scale } else { divisor / &scale };
        }
    }
    Some(divisors)
}

/// A search whose blocks move as one.
struct Groups<'s, 'a, F> {
    search: &'s mut Search<'a, F>,
    blocks: &'s [Block],
    block_of: Vec<Option<usize>>,
}

impl<'s, 'a, F: Fixed> Groups<'s, 'a, F> {
    /// With the levels of each block where its divisors say, seen from its first.
    fn new(search: &'s mut Search<'a, F>, blocks: &'s [Block]) -> Self {
        let mut block_of = vec![None; search.levels.len()];
        for (at, block) in blocks.iter().enumerate() {
            let first = block.nodes[0];
            let level = search.levels[first].clone();
            for (&node, divisor) in block.nodes.iter().zip(&block.divisors) {
                block_of[node] = Some(at);
                let [above, below] =
                    [divisor.numer(), divisor.denom()].map(|number| F::log2(number, search.bits));
                // Its first is a row: what raises the rows' levels lowers the columns'.
                let is_row = node < search.grid.rows();
                let own = if is_row { level.clone() } else { F::zero() - level.clone() };
                search.levels[node] = own + below - above;
            }
        }
        Self { search, blocks, block_of }
    }

    fn settle(&mut self, times: usize) {
        for _ in 0..times {
            for node in (0..self.block_of.len()).filter(|&node| self.block_of[node].is_none()) {
                self.search.settle_one(node);
            }
            for block in self.blocks {
                self.settle_block(block);
            }
        }
    }

    fn settle_block(&mut self, block: &Block) {
        let own = self.block_of[block.nodes[0]];
        let (mut low, mut high): (Option<F>, Option<F>) = (None, None);
        for &node in &block.nodes {
            let (lower, upper) = self.search.span(node, |other| self.block_of[other] != own);
            let [lower, upper] = [lower, upper].map(|end| Some(end? - self.search.levels[node].clone()));
            let flip = |end: Option<F>| end.map(|end| F::zero() - end);
            // Columns rise where rows fall.
            let (lower, upper) =
                if node < self.search.grid.rows() { (flip(upper), flip(lower)) } else { (lower, upper) };
            low = low.into_iter().chain(lower).max();
            high = high.into_iter().chain(upper).min();
        }
        if let Some(shift) = self.search.middle(low, high, &F::zero()) {
            block.nodes.iter().for_each(|&node| self.shift(node, &shift));
        }
    }

    fn shift(&mut self, node: usize, shift: &F) {
        let level = self.search.levels[node].clone();
        let is_row = node < self.search.grid.rows();
        self.search.levels[node] = if is_row { level - shift.clone() } else { level + shift.clone() };
    }

    /// Cells keep their levels where columns rise by what rows fall: makes the first column's divisor about 1.
    fn center(&mut self) {
        let Some(first) = self.search.levels.get(self.search.grid.rows()).cloned() else { return };
        let shift = F::zero() - first;
        (0..self.block_of.len()).for_each(|node| self.shift(node, &shift));
    }
}

/// How far the levels of `nodes`, of one block or a single one, may move without moving any cell, while those of the
/// others do likewise; `Some(None)` is without bound.
fn room<F: Fixed>(search: &Search<'_, F>, nodes: &[usize], block_of: &[Option<usize>]) -> Option<Option<F>> {
    let outside = |node: usize, other: usize| block_of[node].is_none() || block_of[node] != block_of[other];
    let lengths = nodes.iter().flat_map(|&node| {
        let cells = search.grid.cells_of(node).filter(move |&(_, other)| outside(node, other));
        let ends = move |other: usize| if node < search.grid.rows() { (node, other) } else { (other, node) };
        let both = move |cell: usize, (row, column): (usize, usize)| {
            [search.to_rise(cell, row, column), search.to_fall(cell, row, column)]
        };
        cells.flat_map(move |(cell, other)| both(cell, ends(other))).flatten()
    });
    let Some(least) = lengths.min() else { return Some(None) };
    let room = least.half() - F::steps(4 * TOLERANCE);
    (room >= F::steps(TOLERANCE)).then_some(Some(room))
}

/// The shortest decimal near the divisor of a row or a column.
fn shortest<F: Fixed>(search: &Search<'_, F>, node: usize, room: &F) -> Option<Rate> {
    // A divisor is two to the power of minus its level.
    let log = F::zero() - search.levels[node].clone();
    let low = (log.clone() - room.clone()).exp2(search.bits);
    let high = (log + room.clone()).exp2(search.bits);
    shortest_between(&low, Some(&high)).map(|divisor| divisor.to_rate())
}
