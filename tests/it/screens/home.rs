use crate::support::window::Setup;

#[test]
fn the_first_start_is_welcoming() {
    let mut window = Setup::default().open();
    assert!(window.has("Home"));
    window.picture("home-first-light");
}
