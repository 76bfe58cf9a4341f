use std::process::Command;

fn cargo(arguments: &[&str]) -> bool {
    Command::new(env!("CARGO"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .is_ok_and(|status| status.success())
}

/// Where rustfmt is installed; it leaves out what is generated.
#[test]
fn what_is_written_by_hand_is_formatted() {
    assert!(!cargo(&["fmt", "--version"]) || cargo(&["fmt", "--check"]));
}
