//! Tests against the servers that the environment names, and against answers made up here.

mod client;
mod format;
mod printed;
mod readme;
mod scenario;
mod signing;
mod stub;
mod wires;

/// The client of a description with nothing but traps, generated like the others.
#[allow(clippy::all, dead_code, unused_imports)]
#[rustfmt::skip]
#[path = "wire/src/lib.rs"]
mod wire;

use postern_client::{Error, Refusal};

fn env(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set"))
}

/// What came instead of an answer.
fn refused<T: std::fmt::Debug>(answer: Result<T, Error>) -> Refusal {
    match answer.unwrap_err() {
        Error::Refused(refusal) => *refusal,
        other => panic!("not refused by the server: {other:?}"),
    }
}
