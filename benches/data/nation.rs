//! The nation as a tree: 63 provinces, 700 districts, 10,598 communes.

use bao_phu::calc::cascade::{Node, Tree};
use bao_phu::calc::split::Weight;

use super::data::numbers;

/// People to share out: fewer than the communes' ceilings hold and more than their floors ask for.
pub const TOTAL: u64 = 95_000_000;

/// Every commune has a weight of 1,000 to 20,000 people, a floor of 60–80% and a ceiling of 90–110% of it.
pub fn tree() -> Tree {
    const PROVINCES: usize = 63;
    const DISTRICTS: usize = 700;
    const COMMUNES: usize = 10_598;
    let mut next = numbers();
    let below = |parent: usize| Node { parent: Some(parent), ..Node::default() };
    let mut nodes = vec![Node::default()];
    nodes.extend((0..PROVINCES).map(|_| below(0)));
    nodes.extend((0..DISTRICTS).map(|district| below(1 + district % PROVINCES)));
    nodes.extend((0..COMMUNES).map(|commune| {
        let weight = 1_000 + next(19_000);
        Node {
            weight: Some(Weight::Whole(weight)),
            floor: Some(weight * (60 + next(20)) / 100),
            ceiling: Some(weight * (90 + next(20)) / 100),
            ..below(1 + PROVINCES + commune % DISTRICTS)
        }
    }));
    Tree::new(nodes).expect("parents come before their children")
}
