//! The example that stands in the HTML is the one the calculator shows.

#[path = "../../examples/first_screen.rs"]
#[allow(dead_code)]
mod generator;

#[test]
fn the_static_example_shows_what_the_calculator_shows() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/first_screen.html");
    let kept = std::fs::read_to_string(path).unwrap_or_default();
    assert!(
        kept == generator::html(),
        "assets/first_screen.html is out of date. Make it anew:\n  \
         cargo run --no-default-features --example first_screen > assets/first_screen.html"
    );
}
