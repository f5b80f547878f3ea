//! Starts the page.

fn main() {
    bao_phu::ui::start();
}
