//! Signatures of requests with an access key: SDK-HMAC-SHA256.
//!
//! A [`Client`](crate::Client) with [`Credentials::keys`](crate::Credentials::keys) signs by itself; this is for
//! requests of one's own. Published APIs that want the key and secret of a credential take the same signatures.

use chrono::{DateTime, Utc};
use hmac::{Hmac, KeyInit, Mac};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use reqwest::header::{AUTHORIZATION, HOST, HeaderValue};
use reqwest::{Request, Url};
use sha2::{Digest, Sha256};

const ALGORITHM: &str = "SDK-HMAC-SHA256";

/// What is signed where it is sent, in the order of its names.
const SIGNED: [&str; 4] = ["content-type", "host", "x-project-id", "x-sdk-date"];

/// Everything but what RFC 3986 calls unreserved.
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'~');

/// Puts the date and the signature into the headers of a request; nothing of it may be changed afterwards.
///
/// # Panics
///
/// If the body is a stream, or the access key is more than visible ASCII: nobody could send that.
pub fn sign(request: &mut Request, access_key: &str, secret_key: &str, at: DateTime<Utc>) {
    let date = at.format("%Y%m%dT%H%M%SZ").to_string();
    let value = HeaderValue::from_str(&date).expect("a date is visible ASCII");
    request.headers_mut().insert("x-sdk-date", value);
    let (canonical, names) = canonical(request);
    let to_sign = format!(
        "{ALGORITHM}\n{date}\n{}",
        hex::encode(Sha256::digest(canonical))
    );
    let mut mac =
        Hmac::<Sha256>::new_from_slice(secret_key.as_bytes()).expect("any length is a key");
    mac.update(to_sign.as_bytes());
    let signature = hex::encode(mac.finalize().into_bytes());
    let value =
        format!("{ALGORITHM} Access={access_key}, SignedHeaders={names}, Signature={signature}");
    let mut value = HeaderValue::from_str(&value).expect("an access key is visible ASCII");
    value.set_sensitive(true);
    request.headers_mut().insert(AUTHORIZATION, value);
}

/// The text that stands for the request, and the names of the headers in it.
fn canonical(request: &Request) -> (String, String) {
    let headers: Vec<(&str, String)> = SIGNED
        .into_iter()
        .filter_map(|name| Some((name, header(request, name)?)))
        .collect();
    let lines: String = headers
        .iter()
        .map(|(name, value)| format!("{name}:{}\n", value.trim()))
        .collect();
    let names = headers
        .iter()
        .map(|(name, _)| *name)
        .collect::<Vec<_>>()
        .join(";");
    let body = request.body().map_or(&[][..], |body| {
        body.as_bytes().expect("the body is in memory")
    });
    let canonical = format!(
        "{}\n{}\n{}\n{lines}\n{names}\n{}",
        request.method(),
        path(request.url()),
        query(request.url()),
        hex::encode(Sha256::digest(body)),
    );
    (canonical, names)
}

fn header(request: &Request, name: &str) -> Option<String> {
    match request.headers().get(name) {
        Some(value) => Some(String::from_utf8_lossy(value.as_bytes()).into_owned()),
        None if name == HOST.as_str() => Some(authority(request.url())),
        None => None,
    }
}

/// As the header Host has it: without the port that the scheme has anyway.
fn authority(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// The final slash is there only when it is signed.
fn path(url: &Url) -> String {
    let decoded = decode(url.path());
    let segments: Vec<String> = decoded.split('/').map(encode).collect();
    let path = segments.join("/");
    if path.ends_with('/') {
        path
    } else {
        path + "/"
    }
}

fn query(url: &Url) -> String {
    let mut pairs: Vec<(String, String)> = url
        .query()
        .unwrap_or_default()
        .split('&')
        .filter(|pair| !pair.is_empty())
        .map(|pair| pair.split_once('=').unwrap_or((pair, "")))
        .map(|(name, value)| (form_decode(name), form_decode(value)))
        .collect();
    pairs.sort();
    let pairs: Vec<String> = pairs
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)))
        .collect();
    pairs.join("&")
}

/// In a query, a plus sign is a blank.
fn form_decode(text: &str) -> String {
    decode(&text.replace('+', "%20"))
}

fn decode(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Everything but letters, digits, `-`, `_`, `.` and `~` as the bytes of its UTF-8, `%` before each.
pub(crate) fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}
