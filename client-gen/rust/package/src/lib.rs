#![doc = include_str!("../README.md")]
#![warn(missing_docs)]

// The generated code says `postern_client` wherever it stands, in this crate or in its tests.
extern crate self as postern_client;

mod call;
mod client;
mod credentials;
mod error;
mod form;
#[allow(missing_docs)]
mod models;
mod open_enum;
mod paging;
#[allow(missing_docs)]
mod request;
mod retry;
pub mod signing;

pub use call::{Answer, Call};
pub use client::{Client, ClientBuilder};
pub use credentials::{Credentials, Login};
pub use error::{Error, Refusal};
pub use form::File;
pub use futures_util::{StreamExt, TryStreamExt};
pub use paging::Items;
pub use retry::Retry;
pub use {chrono, reqwest, serde_json};

/// API Gateway: one struct for each family of operations, and the types of what they take and answer.
#[allow(clippy::all, missing_docs, non_camel_case_types, rustdoc::all)]
#[rustfmt::skip]
#[path = "../apig/src/lib.rs"]
pub mod apig;

/// What clients need of IAM: tokens, projects, domains and access keys.
#[allow(clippy::all, missing_docs, non_camel_case_types, rustdoc::all)]
#[rustfmt::skip]
#[path = "../iam/src/lib.rs"]
pub mod iam;

/// The orders of SecMaster.
#[allow(clippy::all, missing_docs, non_camel_case_types, rustdoc::all)]
#[rustfmt::skip]
#[path = "../secmaster/src/lib.rs"]
pub mod secmaster;

/// For the generated code alone.
#[doc(hidden)]
pub mod generated {
    pub use crate::models::{present, print};
    pub use crate::request::{Request, answers};
    pub use reqwest::Method;
    pub use serde::{Deserialize, Deserializer, Serialize, Serializer};
}
