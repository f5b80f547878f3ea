//! Labels along a line: which way each grows from its place, and in which row it stands.

/// Which part of a label stands at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// Its beginning: it grows to the right.
    Start,
    /// Its middle.
    Middle,
    /// Its end: it grows to the left.
    End,
}

/// Where a label stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Label {
    /// Which part of it is at its place.
    pub anchor: Anchor,
    /// Its row, from 0.
    pub row: usize,
}

/// The height of a row of labels.
const ROW_PX: usize = 18;
/// From the top of a row to the foot of its letters.
const FOOT_PX: usize = 13;

impl Label {
    /// Where the foot of its letters stands, from the top.
    #[must_use]
    pub fn foot_px(self) -> usize {
        FOOT_PX + ROW_PX * self.row
    }

    /// What the rows down to its own take, with room for marks below its letters.
    #[must_use]
    pub fn height_px(self) -> usize {
        ROW_PX * (self.row + 1) + 2
    }
}

/// Labels that do not touch: each around its place, or grown inwards where it would pass an end of the line,
/// in the first row in which it is free.
///
/// - `marks`: place and width of each label, in per cent of the line; a width includes the room to the next.
///
/// Given and returned in the same order.
#[must_use]
pub fn labels(marks: &[(f64, f64)]) -> Vec<Label> {
    let mut taken: Vec<(f64, f64, usize)> = Vec::new();
    marks
        .iter()
        .map(|&(place, width)| {
            let anchor = anchor(place, width);
            let from = match anchor {
                Anchor::Start => place,
                Anchor::Middle => place - width / 2.0,
                Anchor::End => place - width,
            };
            let to = from + width;
            let free =
                |row: usize| taken.iter().all(|&(left, right, at)| at != row || to <= left || right <= from);
            // As many rows as labels are always enough.
            let row = (0..marks.len()).find(|&row| free(row)).unwrap_or(0);
            taken.push((from, to, row));
            Label { anchor, row }
        })
        .collect()
}

/// The middle, unless half the label is longer than the way to an end.
fn anchor(place: f64, width: f64) -> Anchor {
    let half = width / 2.0;
    if place >= half && place + half <= 100.0 {
        Anchor::Middle
    } else if place < 50.0 {
        Anchor::Start
    } else {
        Anchor::End
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(marks: &[(f64, f64)]) -> Vec<usize> {
        labels(marks).iter().map(|label| label.row).collect()
    }

    #[test]
    fn labels_that_would_touch_stand_in_different_rows() {
        assert_eq!(rows(&[(10.0, 20.0), (50.0, 20.0), (55.0, 20.0), (90.0, 20.0)]), [0, 0, 1, 0]);
        assert_eq!(rows(&[(50.0, 30.0), (52.0, 30.0), (54.0, 30.0)]), [0, 1, 2]);
    }

    #[test]
    fn a_label_at_an_end_grows_inwards_and_takes_its_room_there() {
        let found = labels(&[(54.0, 25.0), (5.0, 20.0), (95.0, 60.0)]);
        assert_eq!(
            found.iter().map(|label| label.anchor).collect::<Vec<_>>(),
            [Anchor::Middle, Anchor::Start, Anchor::End]
        );
        assert_eq!(found.iter().map(|label| label.row).collect::<Vec<_>>(), [0, 0, 1]);
    }

    #[test]
    fn no_labels_and_one_wider_than_the_line_have_their_rows() {
        assert!(labels(&[]).is_empty());
        assert_eq!(labels(&[(70.0, 150.0)]), [Label { anchor: Anchor::End, row: 0 }]);
    }
}
