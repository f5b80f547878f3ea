//! Problems of kind `cascade`: one total down a tree.

use std::collections::HashSet;
use std::iter::Enumerate;
use std::slice::Iter;

use super::answer::{ById, Level, NamedTie, Number, Outcome, Solved, code};
use super::fields::{Fault, Fields, Terms, short, weights_are_manageable};
use super::json::Json;
use super::number;
use super::rounding::Rounding;
use crate::calc::cascade::{Cascade, Failure, FailureReason, Node, Tree, cascade};
use crate::calc::split::{RoundingRule, Split, Tie, Weight};

/// Reads the problem and solves it.
pub(super) fn answer(fields: &Fields<'_>) -> Result<Outcome, Fault> {
    Problem::read(fields)?.solve()
}

/// A cascade that can be solved.
struct Problem {
    total: u64,
    tree: Tree,
    /// In the order of the nodes.
    ids: Vec<String>,
}

impl Problem {
    fn read(fields: &Fields<'_>) -> Result<Self, Fault> {
        fields.only(&[&["id", "kind", "total", "tree"], &Rounding::FIELDS[..]].concat())?;
        let rounding = Rounding::read(fields)?;
        let (nodes, ids) = read_tree(fields.required("tree")?, &rounding)?;
        let weights: Vec<&Weight> = nodes.iter().filter_map(|node| node.weight.as_ref()).collect();
        weights_are_manageable(weights.into_iter(), "tree")?;
        let total = number::count(fields.required("total")?, "total")?;
        let tree = Tree::new(nodes).expect("nodes nested in one another are a tree");
        Ok(Self { total, tree, ids })
    }

    fn solve(&self) -> Result<Outcome, Fault> {
        // Every node carries its own rule by now.
        let cascade = cascade(self.total, &self.tree, &RoundingRule::default()).map_err(|too_large| {
            let id = short(&self.ids[too_large.node]);
            let what = format!("the starts and limits below the node “{id}” sum to 2^64 people or more");
            Fault::new(what, "tree", "lower the starts, floors and locks there")
        })?;
        Ok(match cascade.failure() {
            Some(failure) => self.infeasible(&failure),
            None => Outcome::Ok(self.solved(&cascade)),
        })
    }

    fn solved(&self, cascade: &Cascade) -> Solved {
        let (mut level, mut level_squared, mut ties) = (Vec::new(), Vec::new(), Vec::new());
        for (at, (id, node)) in self.ids.iter().zip(&cascade.nodes).enumerate() {
            let Some(Ok(split)) = node.split.as_deref() else { continue };
            match Level::of(&node.rule, &split.level) {
                Level::Plain(ends) => level.push((id.clone(), ends)),
                Level::Squared(ends) => level_squared.push((id.clone(), ends)),
            }
            ties.push((id.clone(), self.ties(at, split)));
        }
        let values = self.ids.iter().zip(&cascade.nodes);
        let values = values.map(|(id, node)| (id.clone(), Number(node.value.into()))).collect();
        Solved::Cascade {
            values: ById(values),
            level: ById(level),
            level_squared: ById(level_squared),
            ties: ById(ties),
        }
    }

    fn ties(&self, node: usize, split: &Split) -> Vec<NamedTie> {
        let named = |tie: &Tie| NamedTie { units: self.names(node, &tie.units), places: tie.places };
        split.ties.iter().map(named).collect()
    }

    fn infeasible(&self, failure: &Failure<'_>) -> Outcome {
        let reason = match failure.reason {
            FailureReason::Limits(reason) => code(reason),
            FailureReason::LockConflict => "lock_conflict",
        };
        let no = failure.infeasible;
        Outcome::Infeasible {
            node: Some(self.ids[failure.node].clone()),
            reason,
            gap: Number(no.gap),
            clash: self.names(failure.node, &no.clash),
            release: self.names(failure.node, &no.release),
        }
    }

    /// The ids of some of a node's children.
    fn names(&self, node: usize, children: &[usize]) -> Vec<String> {
        let all = self.tree.children_of(node);
        children.iter().map(|&child| self.ids[all[child]].clone()).collect()
    }
}

/// The nodes of a tree and their ids: each node is followed by everything below it, child by child.
fn read_tree(tree: &Json, rounding: &Rounding) -> Result<(Vec<Node>, Vec<String>), Fault> {
    let mut reader = Reader::default();
    // A stack of its own instead of recursion: a tree is as deep as its writer likes.
    let mut open: Vec<Open<'_>> = reader.node(tree, "tree".into(), None, rounding)?.into_iter().collect();
    while let Some(parent) = open.last_mut() {
        let Some((at, child)) = parent.children.next() else {
            open.pop();
            continue;
        };
        let place = format!("{}.children[{at}]", parent.place);
        let below = reader.node(child, place, Some(parent.node), &parent.rounding)?;
        open.extend(below);
    }
    Ok((reader.nodes, reader.ids))
}

#[derive(Default)]
struct Reader<'a> {
    nodes: Vec<Node>,
    ids: Vec<String>,
    seen: HashSet<&'a str>,
}

/// A node whose children are being read.
struct Open<'a> {
    node: usize,
    place: String,
    rounding: Rounding,
    children: Enumerate<Iter<'a, Json>>,
}

impl<'a> Reader<'a> {
    /// Reads one node; what comes back are its children, if it has any.
    fn node(
        &mut self,
        node: &'a Json,
        place: String,
        parent: Option<usize>,
        inherited: &Rounding,
    ) -> Result<Option<Open<'a>>, Fault> {
        const FIELDS: [&str; 3] = ["id", "children", "kept"];
        let fields = Fields::of(node, &place)?;
        fields.only(&[&FIELDS[..], &Terms::FIELDS, &Rounding::FIELDS].concat())?;
        let id = fields.text("id")?;
        if !self.seen.insert(id) {
            let what = format!("the id “{}” is used twice", short(id));
            return Err(Fault::new(what, fields.path("id"), "give every node an id of its own"));
        }
        let rounding = Rounding::read(&fields)?.or(inherited);
        let children = children(&fields)?;
        let Terms { start, weight, floor, ceiling, lock } = Terms::read(&fields)?;
        if children.is_none() && weight.is_none() && lock.is_none() {
            let fix = "give every node without children that is not locked a weight, 0 or more";
            return Err(Fault::new("weight is missing", fields.path("weight"), fix));
        }
        let at = self.nodes.len();
        self.ids.push(id.to_owned());
        self.nodes.push(Node {
            parent,
            start,
            weight,
            floor,
            ceiling,
            lock,
            kept: fields.count("kept")?.unwrap_or(0),
            rounding: Some(rounding.rule(&fields)?),
            // An empty list of children is no leaf: it has nobody to give to.
            only_hands_down: children.is_some(),
            ..Node::default()
        });
        Ok(children.map(|children| Open { node: at, place, rounding, children: children.iter().enumerate() }))
    }
}

fn children<'a>(fields: &Fields<'a>) -> Result<Option<&'a [Json]>, Fault> {
    match fields.optional("children") {
        None => Ok(None),
        Some(Json::Array(children)) => Ok(Some(children)),
        Some(Json::TooDeep) => Err(Fault::too_deep(fields.path("children"))),
        Some(other) => {
            let what = format!("children is {}, not an array", other.kind());
            Err(Fault::new(what, fields.path("children"), "list the nodes below in an array"))
        }
    }
}
