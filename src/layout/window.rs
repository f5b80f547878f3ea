//! Which rows of a long table are in the page, and how much room the others leave.

use std::ops::Range;

/// Up to so many rows are all in the page, so that the browser's own search finds them.
pub const ALL_ROWS: usize = 400;

/// Rows are brought in and taken out so many at a time: most scroll events change nothing.
const STEP: usize = 8;

/// How many rows beyond the view are ready above and below it.
const SPARE: usize = 16;

/// A part of the table from top to bottom.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Piece {
    /// The row of this place.
    Row(usize),
    /// Room for the rows from the first place up to, not including, the second.
    Gap(usize, usize),
}

/// The rows to have in the page.
///
/// - `count`: how many rows there are.
/// - `row`: the height of one in pixels.
/// - `above`: how far the top of the first row lies above the top of the view, in pixels; negative below it.
/// - `view`: the height of the view in pixels.
///
/// All rows where they are few; else those in view with some to spare, in whole steps.
#[must_use]
pub fn window(count: usize, row: u32, above: i32, view: u32) -> Range<usize> {
    if count <= ALL_ROWS || row == 0 {
        return 0..count;
    }
    let row = row as usize;
    let first = usize::try_from(above).unwrap_or(0) / row;
    let seen = view as usize / row + 1;
    let from = (first.min(count).saturating_sub(SPARE) / STEP) * STEP;
    let to = ((first + seen + SPARE) / STEP + 1) * STEP;
    // Scrolled past the end, the last rows stay.
    let from = from.min(count.saturating_sub(seen + SPARE));
    from..to.clamp(from, count)
}

/// The table's parts: the rows of the window and those to keep, with gaps between.
///
/// - `keep`: places of rows that stay in the page wherever the view is, such as the one with the focus; ascending.
#[must_use]
pub fn pieces(count: usize, window: Range<usize>, keep: &[usize]) -> Vec<Piece> {
    let before = keep.iter().copied().filter(|&place| place < window.start);
    let after = keep.iter().copied().filter(|&place| place >= window.end && place < count);
    let mut pieces = Vec::with_capacity(window.len() + 2 * keep.len() + 2);
    let mut next = 0;
    for place in before.chain(window.clone()).chain(after) {
        if place > next {
            pieces.push(Piece::Gap(next, place));
        }
        if place >= next {
            pieces.push(Piece::Row(place));
            next = place + 1;
        }
    }
    if next < count {
        pieces.push(Piece::Gap(next, count));
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(pieces: &[Piece]) -> usize {
        pieces.iter().map(|piece| if let Piece::Gap(from, to) = piece { to - from } else { 1 }).sum()
    }

    #[test]
    fn few_rows_are_all_in_the_page() {
        assert_eq!(window(400, 36, 5_000, 900), 0..400);
        assert_eq!(window(12, 36, 0, 900), 0..12);
    }

    #[test]
    fn of_many_rows_those_in_view_are_there_with_some_to_spare() {
        for above in [-300, 0, 1, 35, 36, 7_200, 100_000, 118_000, 119_556, 500_000] {
            let window = window(3_321, 36, above, 900);
            let first = usize::try_from(above.max(0)).unwrap_or(0) / 36;
            let last = (first + 25).min(3_320);
            assert!(window.start <= first.min(3_320), "{above}: {window:?}");
            assert!(window.end > last || window.end == 3_321, "{above}: {window:?}");
            assert!(window.len() <= 80, "{above}: {window:?}");
            assert!(!window.is_empty(), "{above}: {window:?}");
        }
    }

    #[test]
    fn scrolling_by_a_pixel_changes_nothing_most_of_the_time() {
        let windows: Vec<_> = (0..288).map(|above| window(3_321, 36, 7_200 + above, 900)).collect();
        let changes = windows.windows(2).filter(|pair| pair[0] != pair[1]).count();
        assert!(changes <= 2, "{changes}");
    }

    #[test]
    fn gaps_leave_exactly_the_room_of_the_rows_that_are_not_there() {
        for keep in [&[][..], &[3], &[100], &[120, 3_320], &[0, 3_320], &[5_000]] {
            let pieces = pieces(3_321, 96..176, keep);
            assert_eq!(rows(&pieces), 3_321, "{keep:?}");
        }
        assert_eq!(
            pieces(10, 4..6, &[2, 9]),
            [
                Piece::Gap(0, 2),
                Piece::Row(2),
                Piece::Gap(3, 4),
                Piece::Row(4),
                Piece::Row(5),
                Piece::Gap(6, 9),
                Piece::Row(9)
            ]
        );
        assert_eq!(pieces(0, 0..0, &[]), []);
    }
}
