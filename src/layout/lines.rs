//! Lines over years, with a label at the end of each.

/// One line: its points, and where its label stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Across in per cent of the width, down in pixels.
    pub points: Vec<(f64, f64)>,
    /// The middle of its label, down in pixels: at its last point, or as near as the other labels let it.
    pub label: f64,
}

/// Lines that share one ground of nothing and one scale, so that their heights can be compared.
///
/// - `series`: per line, years and values, in the order of the years.
/// - `height`: of the drawing, in pixels; `gap`: from one label to the next, in pixels.
///
/// Given and returned in the same order.
#[must_use]
pub fn lines(series: &[Vec<(f64, f64)>], height: f64, gap: f64) -> Vec<Line> {
    let all = || series.iter().flatten();
    let first = all().map(|point| point.0).fold(f64::INFINITY, f64::min);
    let last = all().map(|point| point.0).fold(f64::NEG_INFINITY, f64::max);
    let highest = all().map(|point| point.1).fold(0.0, f64::max);
    let inside = height - gap;
    let across = |year: f64| if last > first { (year - first) / (last - first) * 100.0 } else { 50.0 };
    let down = |value: f64| {
        let part = if highest > 0.0 { value / highest } else { 0.0 };
        gap / 2.0 + (1.0 - part) * inside
    };
    let points: Vec<Vec<(f64, f64)>> = series
        .iter()
        .map(|line| line.iter().map(|&(year, value)| (across(year), down(value))).collect())
        .collect();
    let ends: Vec<f64> =
        points.iter().map(|line| line.last().map_or(height / 2.0, |point| point.1)).collect();
    (points.into_iter().zip(apart(&ends, gap, height)))
        .map(|(points, label)| Line { points, label })
        .collect()
}

/// Places moved as little as needed for each to be `gap` from the next, inside 0 to `height` as far as they fit.
fn apart(places: &[f64], gap: f64, height: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..places.len()).collect();
    order.sort_by(|&a, &b| places[a].total_cmp(&places[b]));
    let mut moved = places.to_vec();
    let mut least = gap / 2.0;
    for &place in &order {
        moved[place] = moved[place].max(least);
        least = moved[place] + gap;
    }
    let mut most = height - gap / 2.0;
    for &place in order.iter().rev() {
        moved[place] = moved[place].min(most);
        most = moved[place] - gap;
    }
    moved
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_share_their_years_and_their_ground() {
        let found = lines(&[vec![(2022.0, 50.0), (2024.0, 100.0)], vec![(2023.0, 0.0)]], 120.0, 20.0);
        assert_eq!(found[0].points, [(0.0, 60.0), (100.0, 10.0)]);
        assert_eq!(found[1].points, [(50.0, 110.0)]);
        assert_eq!((found[0].label, found[1].label), (10.0, 110.0));
    }

    #[test]
    fn labels_of_lines_that_end_together_stand_apart_and_inside() {
        let end = |value| vec![(0.0, 10.0), (1.0, value)];
        let labels: Vec<f64> =
            lines(&[end(10.0), end(9.9), end(10.0)], 120.0, 20.0).iter().map(|line| line.label).collect();
        assert_eq!(labels, [10.0, 50.0, 30.0]);
        let low: Vec<f64> = lines(&[end(0.0), end(0.0)], 120.0, 20.0).iter().map(|line| line.label).collect();
        assert_eq!(low, [90.0, 110.0]);
    }

    #[test]
    fn one_year_or_nothing_is_drawn_without_a_fault() {
        assert_eq!(lines(&[vec![(2022.0, 0.0)]], 100.0, 20.0)[0].points, [(50.0, 90.0)]);
        assert_eq!(lines(&[Vec::new()], 100.0, 20.0)[0].label, 50.0);
        assert!(lines(&[], 100.0, 20.0).is_empty());
    }
}
