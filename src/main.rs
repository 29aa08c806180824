//! Starts the page.

fn main() {
    image_catalog::start();
}
