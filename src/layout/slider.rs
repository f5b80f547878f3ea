//! Where the keys of a slider move it.

use std::ops::RangeInclusive;

/// How many steps a page is.
const PAGE: u16 = 10;

/// Where a key moves a slider that stands at `value`; `None` for a key that moves no slider.
///
/// - `step`: the slider stops at its multiples, and at the ends of `range`.
#[must_use]
pub fn moved_by(key: &str, value: u16, step: u16, range: &RangeInclusive<u16>) -> Option<u16> {
    let step = step.max(1);
    let up = |steps: u16| (value / step).saturating_add(steps).saturating_mul(step);
    let down = |steps: u16| value.div_ceil(step).saturating_sub(steps) * step;
    let moved = match key {
        "ArrowRight" | "ArrowUp" => up(1),
        "ArrowLeft" | "ArrowDown" => down(1),
        "PageUp" => up(PAGE),
        "PageDown" => down(PAGE),
        "Home" => *range.start(),
        "End" => *range.end(),
        _ => return None,
    };
    Some(moved.min(*range.end()).max(*range.start()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_move_one_step_pages_ten_and_home_and_end_to_the_ends() {
        let keys = ["ArrowRight", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Tab"];
        let moved = |value, range| keys.map(|key| moved_by(key, value, 10, &range));
        assert_eq!(
            moved(500, 0..=1_000),
            [Some(510), Some(490), Some(600), Some(400), Some(0), Some(1_000), None]
        );
        assert_eq!(
            moved(333, 0..=700),
            [Some(340), Some(330), Some(430), Some(240), Some(0), Some(700), None]
        );
        assert_eq!(
            moved(1_000, 0..=1_000),
            [Some(1_000), Some(990), Some(1_000), Some(900), Some(0), Some(1_000), None]
        );
        assert_eq!(moved(0, 0..=0), [Some(0); 6].into_iter().chain([None]).collect::<Vec<_>>()[..]);
    }
}
