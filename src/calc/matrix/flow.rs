//! Moving whole people through a table: maximum flow by Dinic's algorithm, in integers only.

use std::collections::VecDeque;

/// A table whose cells can be raised and lowered, with people to send and to take at its rows and columns.
///
/// Raising a cell moves people from its row to its column, lowering it moves them back. Nodes are the rows, then
/// the columns; cells stand row by row.
pub(super) struct Network {
    pub rows: usize,
    pub columns: usize,
    /// By how much each cell can be raised.
    pub raise: Vec<u64>,
    /// By how much each cell can be lowered.
    pub lower: Vec<u64>,
    /// Per node: people to send; where negative, to take.
    pub supply: Vec<i128>,
}

impl Network {
    /// Moves as many people as can be moved from where they are to send to where they are to take. What is raised
    /// can be lowered again afterwards, and the other way round.
    ///
    /// Source: E. A. Dinic, "Algorithm for solution of a problem of maximum flow", Soviet Math. Doklady 11 (1970).
    pub fn run(&mut self) {
        while let Some(levels) = self.levels() {
            let mut next = vec![0; self.nodes()];
            for source in 0..self.nodes() {
                while self.supply[source] > 0 && self.send(source, &levels, &mut next) {}
            }
        }
    }

    /// Which nodes can still be reached from those that have people left to send.
    pub fn reached(&self) -> Vec<bool> {
        self.distances().0.iter().map(Option::is_some).collect()
    }

    fn nodes(&self) -> usize {
        self.rows + self.columns
    }

    /// How many other nodes a node touches.
    fn degree(&self, node: usize) -> usize {
        if node < self.rows { self.columns } else { self.rows }
    }

    /// The node's neighbour at `place`, the cell between them, and how many people can still go there.
    fn arc(&self, node: usize, place: usize) -> (usize, usize, u64) {
        if node < self.rows {
            let cell = node * self.columns + place;
            (self.rows + place, cell, self.raise[cell])
        } else {
            let cell = place * self.columns + node - self.rows;
            (place, cell, self.lower[cell])
        }
    }

    /// How many arcs away each node is from a node with people to send, and whether one that takes is among them.
    fn distances(&self) -> (Vec<Option<usize>>, bool) {
        let mut distances: Vec<Option<usize>> =
            self.supply.iter().map(|&sent| (sent > 0).then_some(0)).collect();
        let mut queue: VecDeque<usize> = (0..self.nodes()).filter(|&node| self.supply[node] > 0).collect();
        let mut taken = false;
        while let Some(node) = queue.pop_front() {
            taken |= self.supply[node] < 0;
            for place in 0..self.degree(node) {
                let (other, _, room) = self.arc(node, place);
                if room > 0 && distances[other].is_none() {
                    distances[other] = distances[node].map(|distance| distance + 1);
                    queue.push_back(other);
                }
            }
        }
        (distances, taken)
    }

    fn levels(&self) -> Option<Vec<Option<usize>>> {
        let (distances, taken) = self.distances();
        taken.then_some(distances)
    }

    /// Sends people from `source` along one way that goes up the levels; `next` is where each node's search goes on.
    fn send(&mut self, source: usize, levels: &[Option<usize>], next: &mut [usize]) -> bool {
        let mut way: Vec<(usize, usize)> = Vec::new();
        let mut node = source;
        loop {
            if self.supply[node] < 0 {
                self.push(source, node, &way);
                return true;
            }
            let step = (next[node]..self.degree(node)).find(|&place| {
                let (other, _, room) = self.arc(node, place);
                room > 0 && levels[other].zip(levels[node]).is_some_and(|(to, from)| to == from + 1)
            });
            if let Some(place) = step {
                next[node] = place;
                way.push((node, place));
                node = self.arc(node, place).0;
            } else {
                next[node] = self.degree(node);
                let Some((before, _)) = way.pop() else { return false };
                next[before] += 1;
                node = before;
            }
        }
    }

    fn push(&mut self, source: usize, sink: usize, way: &[(usize, usize)]) {
        let ends = self.supply[source].min(-self.supply[sink]);
        let narrowest = way.iter().map(|&(node, place)| self.arc(node, place).2).min().unwrap_or(0);
        let people = u64::try_from(ends).map_or(narrowest, |ends| ends.min(narrowest));
        for &(node, place) in way {
            let cell = self.arc(node, place).1;
            let (from, to) = if node < self.rows {
                (&mut self.raise[cell], &mut self.lower[cell])
            } else {
                (&mut self.lower[cell], &mut self.raise[cell])
            };
            *from -= people;
            *to += people;
        }
        self.supply[source] -= i128::from(people);
        self.supply[sink] += i128::from(people);
    }
}
