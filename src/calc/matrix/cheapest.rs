//! The end of the search: people move along the cheapest ways from rows and columns with too many to those with too few.
//!
//! Successive shortest paths, all that are equally short at once (Ahuja, Magnanti & Orlin, *Network Flows* (1993),
//! chapter 9).

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::flow::Network;
use super::logarithm::Fixed;
use super::search::{Search, TOLERANCE};

impl<F: Fixed> Search<'_, F> {
    /// Moves steps of people along the cheapest ways until no row or column is a step off, or none can be mended.
    pub fn move_people(&mut self) {
        let step = i128::from(self.step);
        loop {
            let supply: Vec<i128> = self.excess.iter().map(|excess| excess / step).collect();
            let Some(distances) = self.distances(&supply) else { return };
            for (node, distance) in distances.into_iter().enumerate() {
                let level = self.levels[node].clone();
                self.levels[node] = if node < self.grid.rows() { level - distance } else { level + distance };
            }
            self.move_along_tight_cells(supply);
        }
    }

    /// How much dearer it is to come to each node from one with people to send; the largest such distance where it
    /// cannot be reached. `None` where none that takes can be reached.
    ///
    /// Source: Dijkstra's algorithm; a length that is below zero by what the logarithms are off counts as zero.
    fn distances(&self, supply: &[i128]) -> Option<Vec<F>> {
        if supply.iter().all(|&people| people == 0) {
            return None;
        }
        let mut found: Vec<Option<F>> = supply.iter().map(|&sent| (sent > 0).then(F::zero)).collect();
        let mut done = vec![false; found.len()];
        let mut queue: BinaryHeap<Reverse<(F, usize)>> = BinaryHeap::new();
        queue.extend(
            (0..supply.len()).filter(|&node| supply[node] > 0).map(|node| Reverse((F::zero(), node))),
        );
        let (mut last, mut taken) = (F::zero(), false);
        while let Some(Reverse((distance, node))) = queue.pop() {
            if std::mem::replace(&mut done[node], true) {
                continue;
            }
            taken |= supply[node] < 0;
            let is_row = node < self.grid.rows();
            for (cell, other) in self.grid.cells_of(node).filter(|&(_, other)| !done[other]) {
                let length =
                    if is_row { self.to_rise(cell, node, other) } else { self.to_fall(cell, other, node) };
                let Some(length) = length else { continue };
                let longer = distance.clone() + length.max(F::zero());
                if found[other].as_ref().is_none_or(|found| longer < *found) {
                    found[other] = Some(longer.clone());
                    queue.push(Reverse((longer, other)));
                }
            }
            last = distance;
        }
        taken.then(|| found.into_iter().map(|distance| distance.unwrap_or_else(|| last.clone())).collect())
    }

    fn move_along_tight_cells(&mut self, supply: Vec<i128>) {
        let tight = |length: Option<F>| u64::from(length.is_some_and(|length| length <= F::steps(TOLERANCE)));
        let cells = || self.grid.cells();
        let raise = cells().map(|(cell, row, column)| tight(self.to_rise(cell, row, column))).collect();
        let lower: Vec<u64> =
            cells().map(|(cell, row, column)| tight(self.to_fall(cell, row, column))).collect();
        let (rows, columns) = (self.grid.rows(), self.grid.columns());
        let mut network = Network { rows, columns, raise, lower: lower.clone(), supply };
        network.run();
        for (cell, row, column) in self.grid.cells() {
            // One step at most either way, or one each: nothing.
            match (lower[cell], network.lower[cell]) {
                (before, after) if after > before => self.move_cell(cell, (row, column), 1),
                (before, after) if after < before => self.move_cell(cell, (row, column), -1),
                _ => {}
            }
        }
    }
}
