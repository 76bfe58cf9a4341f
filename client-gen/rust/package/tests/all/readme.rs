//! What client-gen/README.md shows; the blocks of the package's own README.md are tests of the documentation.

include!(concat!(env!("CARGO_MANIFEST_DIR"), "/../readme.txt"));

#[test]
fn the_program_of_the_table_of_clients_runs() {
    main().unwrap();
}
