//! The search for the table: levels of rows and columns under which every cell stands where its level says.
//!
//! A row's or column's *level* is the logarithm of one over its divisor, a cell's the sum of its row's and its column's;
//! it rises by a person where its level passes `log(s(value + 1) / weight)`. The table that is looked for is
//! the one of least `Σ_cells Σ_{k ≤ value} log(s(k) / weight)` with both totals: a flow of convex costs (Gaffke &
//! Pukelsheim, Math. Social Sciences 56 (2008) 166; Rote & Zachariasen, "Matrix scaling by network flow", SODA 2007).
//! Rows and columns are rounded in turn while that helps; what is left moves along the cheapest ways, in
//! steps that halve from as large as the table is far off (Ahuja, Magnanti & Orlin, *Network Flows* (1993),
//! section 14.5), so it does not matter how many people there are.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::super::split::Weight;
use super::grid::Grid;
use super::logarithm::Fixed;

/// By how many of its smallest steps a level may be off: more than the logarithms of one cell are.
pub(super) const TOLERANCE: i128 = 16;

/// How often rows and columns are rounded in turn at most.
const TURNS: usize = 12;

/// A stage of the search, with logarithms of some number of bits. Nodes are the rows, then the columns.
pub(super) struct Search<'a, F> {
    pub grid: &'a Grid<'a>,
    pub bits: u64,
    pub values: Vec<u64>,
    /// One per node.
    pub levels: Vec<F>,
    /// Logarithm of each cell's weight; `None` where it cannot move.
    pub weights: Vec<Option<F>>,
    /// The levels at which each cell falls or rises by a step; `None` where it cannot.
    falls: Vec<Option<F>>,
    rises: Vec<Option<F>>,
    /// People moved at once.
    pub step: u64,
    /// What each row is short of and each column has too much of, so that moving people between them mends both.
    pub excess: Vec<i128>,
}

impl<'a, F: Fixed> Search<'a, F> {
    pub fn new(grid: &'a Grid<'a>, bits: u64, values: Vec<u64>, levels: Vec<F>) -> Self {
        let weights = (0..values.len()).map(|cell| {
            let moves = grid.least[cell] < grid.table.cells[cell].most().unwrap_or(u64::MAX);
            moves.then(|| log_weight(grid, cell, bits))
        });
        let none = vec![None; values.len()];
        Self {
            weights: weights.collect(),
            excess: grid.excess(&values),
            falls: none.clone(),
            rises: none,
            step: 1,
            grid,
            bits,
            values,
            levels,
        }
    }

    /// Fills the table: both totals hold afterwards, and no way of moving people is cheaper by more than the logarithms
    /// are off.
    pub fn run(&mut self) {
        self.excess = self.grid.excess(&self.values);
        self.step = 1;
        let steps = self.off() / (4 * self.grid.nodes() as u128).max(1);
        self.step = 1 << u64::try_from(steps).unwrap_or(u64::MAX).max(1).ilog2();
        loop {
            self.place_cells();
            self.round_in_turn();
            self.move_people();
            if self.step == 1 {
                return;
            }
            self.step /= 2;
        }
    }

    /// By how many steps rows and columns are off together.
    fn off(&self) -> u128 {
        self.excess.iter().map(|excess| excess.unsigned_abs() / u128::from(self.step)).sum()
    }

    /// The level of the cell between two nodes.
    pub fn level(&self, row: usize, column: usize) -> F {
        self.levels[row].clone() + self.levels[column].clone()
    }

    /// The level at which `cell` comes to `value`.
    pub fn threshold(&self, cell: usize, value: u128) -> Option<F> {
        let signpost = self.grid.rounding.twice_signpost(value);
        Some(F::log2_of(signpost, self.bits) - self.weights[cell].clone()?)
    }

    /// How far the cell between two nodes is below where it rises.
    pub fn to_rise(&self, cell: usize, row: usize, column: usize) -> Option<F> {
        Some(self.rises[cell].clone()? - self.level(row, column))
    }

    /// How far the cell between two nodes is above where it falls.
    pub fn to_fall(&self, cell: usize, row: usize, column: usize) -> Option<F> {
        Some(self.level(row, column) - self.falls[cell].clone()?)
    }

    /// Moves every cell to where its level says.
    fn place_cells(&mut self) {
        for (cell, row, column) in self.grid.cells() {
            self.find_ends(cell);
            let beyond = |length: Option<F>| length.is_some_and(|length| length < F::steps(-TOLERANCE));
            while beyond(self.to_rise(cell, row, column)) {
                self.move_cell(cell, (row, column), 1);
            }
            while beyond(self.to_fall(cell, row, column)) {
                self.move_cell(cell, (row, column), -1);
            }
        }
    }

    /// Raises a cell by `count` steps.
    pub fn move_cell(&mut self, cell: usize, (row, column): (usize, usize), count: i8) {
        let people = self.step * u64::from(count.unsigned_abs());
        let value = &mut self.values[cell];
        *value = if count < 0 { *value - people } else { *value + people };
        let people = i128::from(people) * i128::from(count.signum());
        self.excess[row] -= people;
        self.excess[column] += people;
        self.find_ends(cell);
    }

    /// Works out where a cell falls and rises.
    fn find_ends(&mut self, cell: usize) {
        let (value, middle) = (self.values[cell], u128::from(self.step).div_ceil(2));
        let can_fall = value - self.grid.least[cell] >= self.step;
        let can_rise = self.grid.reach[cell].saturating_sub(value) >= self.step;
        let fall = can_fall.then(|| self.threshold(cell, u128::from(value - self.step) + middle));
        let rise = can_rise.then(|| self.threshold(cell, u128::from(value) + middle));
        (self.falls[cell], self.rises[cell]) = (fall.flatten(), rise.flatten());
    }

    /// Alternating scaling: rounds every row, then every column, at a level of its own, while the table gets better.
    fn round_in_turn(&mut self) {
        let mut least = u128::MAX;
        for _ in 0..TURNS {
            let rows = self.grid.rows();
            (0..rows).for_each(|row| self.round(row));
            let off = self.off();
            if off == 0 || off >= least {
                return;
            }
            least = off;
            (rows..self.levels.len()).for_each(|column| self.round(column));
            if self.off() == 0 {
                return;
            }
        }
    }

    /// Gives a row or column its total, cell by cell in the order in which they rise or fall, unless that is far off.
    fn round(&mut self, node: usize) {
        let is_row = node < self.grid.rows();
        let short = if is_row { self.excess[node] } else { -self.excess[node] } / i128::from(self.step);
        if short.unsigned_abs() > 4 * self.grid.nodes() as u128 {
            return;
        }
        let sign = if short < 0 { -1 } else { 1 };
        if short != 0 {
            let cells = self.grid.cells_of(node);
            let mut due: BinaryHeap<_> = cells
                .filter_map(|(cell, other)| Some(Reverse((self.turn(cell, other, sign)?, cell, other))))
                .collect();
            for _ in 0..short.unsigned_abs() {
                let Some(Reverse((_, cell, other))) = due.pop() else { break };
                let ends = if is_row { (node, other) } else { (other, node) };
                self.move_cell(cell, ends, sign);
                due.extend(self.turn(cell, other, sign).map(|turn| Reverse((turn, cell, other))));
            }
        }
        let now = &self.levels[node];
        self.levels[node] = match self.span(node, |_| true) {
            (Some(low), Some(high)) => (low + high).half(),
            (low, high) => {
                let above = low.map_or_else(|| now.clone(), |low| low.max(now.clone()));
                high.map_or_else(|| above.clone(), |high| high.min(above.clone()))
            }
        };
    }

    /// How soon a cell rises, or falls where `sign` is negative, as its line's level goes that way; `other` is its other
    /// line.
    fn turn(&self, cell: usize, other: usize, sign: i8) -> Option<F> {
        let there = self.levels[other].clone();
        if sign < 0 {
            Some(there - self.falls[cell].clone()?)
        } else {
            Some(self.rises[cell].clone()? - there)
        }
    }

    /// Moves every level to the middle of where it may stand, a few times over, so that simple divisors fit; a cell
    /// that is full only because its row or column is may also rise from now on.
    pub fn settle(&mut self, times: usize) {
        for cell in 0..self.values.len() {
            let most = self.grid.table.cells[cell].most();
            if self.rises[cell].is_none() && most.is_none_or(|most| self.values[cell] < most) {
                self.rises[cell] = self.threshold(cell, u128::from(self.values[cell]) + 1);
            }
        }
        for _ in 0..times {
            (0..self.levels.len()).for_each(|node| self.settle_one(node));
        }
    }

    /// Moves the level of a row or column to the middle of where none of its cells moves.
    pub fn settle_one(&mut self, node: usize) {
        let (low, high) = self.span(node, |_| true);
        if let Some(level) = self.middle(low, high, &self.levels[node]) {
            self.levels[node] = level;
        }
    }

    /// Between `low` and `high`, at least twice or half as much where only one is there; `None` where nothing is
    /// between, as far as the logarithms tell.
    pub fn middle(&self, low: Option<F>, high: Option<F>, now: &F) -> Option<F> {
        let one = || F::log2_of(2, self.bits);
        match (low, high) {
            (Some(low), Some(high)) if low.clone() + F::steps(4 * TOLERANCE) < high => {
                Some((low + high).half())
            }
            (Some(low), None) => Some(now.clone().max(low + one())),
            (None, Some(high)) => Some(now.clone().min(high - one())),
            _ => None,
        }
    }

    /// Between which levels of a row or column no cell moves, of those whose other node is `counted`.
    pub fn span(&self, node: usize, counted: impl Fn(usize) -> bool) -> (Option<F>, Option<F>) {
        let (mut low, mut high): (Option<F>, Option<F>) = (None, None);
        for (cell, other) in self.grid.cells_of(node).filter(|&(_, other)| counted(other)) {
            let here = |threshold: &F| threshold.clone() - self.levels[other].clone();
            if let Some(fall) = self.falls[cell].as_ref().map(here)
                && low.as_ref().is_none_or(|low| fall > *low)
            {
                low = Some(fall);
            }
            if let Some(rise) = self.rises[cell].as_ref().map(here)
                && high.as_ref().is_none_or(|high| rise < *high)
            {
                high = Some(rise);
            }
        }
        (low, high)
    }
}

/// The logarithm of twice a cell's weight: signposts are kept doubled.
fn log_weight<F: Fixed>(grid: &Grid<'_>, cell: usize, bits: u64) -> F {
    match &grid.table.cells[cell].weight {
        Weight::Whole(weight) => F::log2_of(u128::from(*weight) * 2, bits),
        Weight::Ratio(weight) => F::log2(&(weight.numer() * 2), bits) - F::log2(weight.denom(), bits),
    }
}
