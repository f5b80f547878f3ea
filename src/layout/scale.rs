//! Scales: values to per cent of a width.

/// The span an axis shows, in the unit of its values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The value at the left edge.
    pub low: f64,
    /// The value at the right edge; always above `low`.
    pub high: f64,
}

impl Axis {
    /// Where `value` stands, in per cent of the width, kept inside 0–100.
    #[must_use]
    pub fn place(self, value: f64) -> f64 {
        let place = (value - self.low) / (self.high - self.low) * 100.0;
        if place.is_finite() { place.clamp(0.0, 100.0) } else { 0.0 }
    }

    /// Its ends in tenths: steps of an axis are no finer.
    #[must_use]
    pub fn ends_in_tenths(self) -> (i64, i64) {
        // The cast keeps to the ends of the type.
        #[allow(clippy::cast_possible_truncation)]
        let tenths = |value: f64| (value * 10.0).round() as i64;
        (tenths(self.low), tenths(self.high))
    }
}

/// An axis around `values` with a twentieth of their span free at each side, its ends rounded outwards to
/// multiples of `step`.
#[must_use]
pub fn axis(values: impl IntoIterator<Item = f64>, step: f64) -> Axis {
    let (low, high) = values
        .into_iter()
        .filter(|value| value.is_finite())
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(value), high.max(value)));
    if low > high {
        return Axis { low: 0.0, high: step };
    }
    let free = (high - low) / 20.0;
    let below = ((low - free) / step).floor() * step;
    let above = ((high + free) / step).ceil() * step;
    Axis { low: below.max(0.0), high: above.max(below.max(0.0) + step) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_holds_its_values_with_a_little_room() {
        let axis = axis([2.61, 6.42], 0.2);
        assert!((axis.low - 2.4).abs() < 1e-9 && (axis.high - 6.8).abs() < 1e-9, "{axis:?}");
        assert!(axis.place(2.61) > 0.0 && axis.place(6.42) < 100.0);
    }

    #[test]
    fn an_axis_without_values_or_of_one_value_still_has_a_width() {
        assert_eq!(axis([], 1.0), Axis { low: 0.0, high: 1.0 });
        assert!(axis([0.0], 1.0).place(0.0).abs() < 1e-9);
        assert!(axis([f64::NAN, 3.0], 1.0).place(f64::NAN).abs() < 1e-9);
    }
}
