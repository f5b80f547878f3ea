//! The thumbnail of a method: what each unit would get by it, as bars small enough for a chip.

use super::Axis;

/// So many bars are told apart in a chip; more units are drawn as groups.
pub const MOST_BARS: usize = 24;
/// How wide a bar is, with what is free behind it, where there are few (px).
const WIDEST_PX: f64 = 3.0;
/// How wide a thumbnail may be (px).
const WIDTH_PX: f64 = 48.0;
/// How tall it is (px).
const HEIGHT_PX: f64 = 16.0;
/// What is always drawn of a bar, so that zero is seen as well (px).
const LEAST_PX: f64 = 1.0;

/// A bar, in px from the left upper corner.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// How wide it is.
    pub width: f64,
    /// How tall it is.
    pub height: f64,
}

/// Bars side by side.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Thumbnail {
    /// How wide it is (px).
    pub width: f64,
    /// How tall it is (px).
    pub height: f64,
    /// From left to right; a unit without a value has none.
    pub bars: Vec<Bar>,
}

/// The values as so many bars as can be told apart, in their order.
///
/// Up to [`MOST_BARS`] each is a bar of its own. More are put in that many groups of neighbours, as equal in number
/// as can be, and a bar is the mean of its group's values; `None` where none of them has one.
#[must_use]
pub fn grouped(values: &[Option<f64>]) -> Vec<Option<f64>> {
    let count = values.len();
    if count <= MOST_BARS {
        return values.to_vec();
    }
    let group = |place: usize| &values[place * count / MOST_BARS..(place + 1) * count / MOST_BARS];
    (0..MOST_BARS).map(|place| mean(group(place))).collect()
}

/// The scale that thumbnails share: from the lowest value to the highest, with zero in it.
#[must_use]
pub fn common_scale<'a>(bars: impl IntoIterator<Item = &'a [Option<f64>]>) -> Axis {
    let values = bars.into_iter().flatten().copied().flatten().filter(|value| value.is_finite());
    let (low, high) =
        values.fold((0.0, 0.0_f64), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    Axis { low, high: high.max(low + 1.0) }
}

/// The bars of these values, standing on zero: up where it is more, down where it is less.
#[must_use]
pub fn thumbnail(bars: &[Option<f64>], scale: Axis) -> Thumbnail {
    let count = bars.len().max(1) as f64;
    let each = (WIDTH_PX / count).min(WIDEST_PX);
    let at = |value: f64| HEIGHT_PX * (1.0 - scale.place(value) / 100.0);
    let zero = at(0.0);
    let bar = |(place, value): (usize, &Option<f64>)| {
        let end = at((*value)?);
        let height = (end - zero).abs().max(LEAST_PX);
        // The least that is drawn of a bar stays inside, also of one that stands on the ground.
        let y = end.min(zero).min(HEIGHT_PX - height);
        Some(Bar { x: each * place as f64, y, width: each * 0.75, height })
    };
    Thumbnail {
        width: each * count,
        height: HEIGHT_PX,
        bars: bars.iter().enumerate().filter_map(bar).collect(),
    }
}

fn mean(values: &[Option<f64>]) -> Option<f64> {
    let known = || values.iter().flatten();
    let count = known().count();
    (count > 0).then(|| known().sum::<f64>() / count as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heights(values: &[Option<f64>], scale: Axis) -> Vec<f64> {
        thumbnail(values, scale).bars.iter().map(|bar| bar.height).collect()
    }

    #[test]
    fn every_unit_is_a_bar_in_its_order_on_one_scale() {
        let (one, two) = ([Some(0.0), Some(50.0), Some(100.0)], [Some(25.0), Some(25.0), Some(50.0)]);
        let scale = common_scale([&one[..], &two[..]]);
        assert_eq!(heights(&one, scale), [1.0, 8.0, 16.0]);
        assert_eq!(heights(&two, scale), [4.0, 4.0, 8.0]);
        let drawn = thumbnail(&one, scale);
        assert!(drawn.bars.is_sorted_by(|a, b| a.x + a.width <= b.x), "{drawn:?}");
        assert!(drawn.bars.iter().all(|bar| bar.y >= 0.0 && bar.y + bar.height <= drawn.height));
    }

    #[test]
    fn what_falls_hangs_below_the_ground_and_what_gets_nothing_is_left_free() {
        let values = [Some(-40.0), None, Some(40.0)];
        let drawn = thumbnail(&values, common_scale([&values[..]]));
        assert_eq!(drawn.bars.len(), 2);
        assert_eq!((drawn.bars[0].y, drawn.bars[0].height), (8.0, 8.0));
        assert_eq!((drawn.bars[1].y, drawn.bars[1].height), (0.0, 8.0));
        assert!(drawn.bars[1].x > 2.0 * drawn.bars[0].width);
    }

    #[test]
    fn more_units_than_bars_become_the_means_of_groups_of_neighbours() {
        let values: Vec<Option<f64>> = (0..168).map(|place| Some(f64::from(place))).collect();
        let bars = grouped(&values);
        assert_eq!(bars.len(), MOST_BARS);
        assert_eq!(bars[..2], [Some(3.0), Some(10.0)]);
        let uneven = grouped(&values[..25]);
        assert_eq!(uneven.len(), MOST_BARS);
        assert_eq!(uneven.last(), Some(&Some(23.5)));
        assert_eq!(grouped(&values[..24]), values[..24]);
        assert_eq!(grouped(&[None; 48]), [None; 24]);
        assert!(thumbnail(&bars, common_scale([&bars[..]])).width <= WIDTH_PX);
    }

    #[test]
    fn nothing_to_draw_is_no_trouble() {
        assert_eq!(thumbnail(&[], common_scale([])).bars, []);
        assert_eq!(heights(&[Some(0.0)], common_scale([&[Some(0.0)][..]])), [1.0]);
    }
}
