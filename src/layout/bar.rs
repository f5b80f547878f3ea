//! The reconciliation bar: parts of one target, laid end to end.

/// What a segment stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum SegmentKind {
    /// Fixed by locks.
    Locked,
    /// Split by the method.
    Split,
    /// Kept at the node.
    Kept,
    /// Not given yet.
    Remaining,
    /// Given beyond the target.
    Over,
}

/// One segment, in per cent of the bar's width.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// What it stands for.
    pub kind: SegmentKind,
    /// Where it begins.
    pub from: f64,
    /// How wide it is.
    pub width: f64,
}

/// The segments of a target and where the target's tick stands (per cent of the width).
///
/// - `parts`: locked, split and kept, in people; `target` in people.
///
/// The bar is as long as the target, or as all parts where they pass it: what lies beyond the tick is
/// [`SegmentKind::Over`].
#[must_use]
pub fn segments(locked: f64, split: f64, kept: f64, target: f64) -> (Vec<Segment>, f64) {
    let sum = locked + split + kept;
    let whole = sum.max(target).max(1.0);
    let tick = target / whole * 100.0;
    let mut at = 0.0;
    let mut segments = Vec::new();
    for (kind, people) in
        [(SegmentKind::Locked, locked), (SegmentKind::Split, split), (SegmentKind::Kept, kept)]
    {
        let width = people / whole * 100.0;
        if width > 0.0 {
            segments.push(Segment { kind, from: at, width });
        }
        at += width;
    }
    if target > sum {
        segments.push(Segment { kind: SegmentKind::Remaining, from: at, width: 100.0 - at });
    } else if sum > target {
        segments.push(Segment { kind: SegmentKind::Over, from: tick, width: 100.0 - tick });
    }
    (segments, tick)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_balanced_bar_is_full_and_its_tick_at_the_end() {
        let (segments, tick) = segments(4_300.0, 30_702.0, 0.0, 35_002.0);
        assert_eq!(
            segments.iter().map(|segment| segment.kind).collect::<Vec<_>>(),
            [SegmentKind::Locked, SegmentKind::Split]
        );
        assert!((tick - 100.0).abs() < 1e-9);
    }

    #[test]
    fn what_remains_and_what_is_over_are_parts_of_their_own() {
        let (left, _) = segments(0.0, 90.0, 0.0, 100.0);
        assert_eq!(left[1], Segment { kind: SegmentKind::Remaining, from: 90.0, width: 10.0 });
        let (over, tick) = segments(0.0, 125.0, 0.0, 100.0);
        assert_eq!(over[1], Segment { kind: SegmentKind::Over, from: tick, width: 20.0 });
        assert_eq!(segments(0.0, 0.0, 0.0, 0.0).0, []);
    }
}
