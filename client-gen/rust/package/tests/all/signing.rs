use crate::env;
use postern_client::apig::{GatewayApi, ListInstancesV2Params};
use postern_client::chrono::NaiveDateTime;
use postern_client::reqwest::{Body, Request};
use postern_client::signing::sign;
use postern_client::{Client, Credentials};
use serde::Deserialize;
use std::collections::HashMap;

#[derive(Deserialize)]
struct Signature {
    name: String,
    method: String,
    url: String,
    headers: HashMap<String, String>,
    body: String,
    access_key: String,
    secret_key: String,
    date: String,
    authorization: String,
}

/// The vendor's own signer made these.
#[test]
fn signatures_are_those_of_the_vendor() {
    let text = std::fs::read_to_string(env("POSTERN_SIGNATURES")).unwrap();
    let signatures: Vec<Signature> = serde_json::from_str(&text).unwrap();
    assert!(signatures.len() > 10);
    for expected in signatures {
        let method = expected.method.parse().unwrap();
        let mut request = Request::new(method, expected.url.parse().unwrap());
        for (name, value) in &expected.headers {
            let name: postern_client::reqwest::header::HeaderName = name.parse().unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        if !expected.body.is_empty() {
            *request.body_mut() = Some(Body::from(expected.body));
        }
        let date = NaiveDateTime::parse_from_str(&expected.date, "%Y%m%dT%H%M%SZ").unwrap();
        sign(
            &mut request,
            &expected.access_key,
            &expected.secret_key,
            date.and_utc(),
        );
        assert_eq!(request.headers()["x-sdk-date"], expected.date.as_str());
        assert_eq!(
            request.headers()["authorization"].to_str().unwrap(),
            expected.authorization,
            "{}",
            expected.name
        );
    }
}

/// The server makes the signature again from what it received.
#[tokio::test]
async fn the_server_takes_signatures_of_what_needs_encoding() {
    let keys = Credentials::keys(env("POSTERN_ACCESS_KEY"), env("POSTERN_SECRET_KEY"));
    let project = env("POSTERN_PROJECT_ID");
    for credentials in [keys.clone(), keys.project(&project)] {
        let gateways =
            GatewayApi::new(&Client::new(&env("POSTERN_STRICT_ENDPOINT"), credentials).unwrap());
        for name in [
            "1+1=2&x",
            "网关 ½ 🙂",
            "a b",
            "!*'()~:@/?,;$%\"|",
            "",
            "%2F+%20",
        ] {
            let params = ListInstancesV2Params {
                limit: Some(1),
                instance_name: Some(name.to_owned()),
                ..Default::default()
            };
            let page = gateways.list_instances_v2(&project, params).await;
            assert!(page.is_ok(), "{name}: {page:?}");
        }
        let missing = gateways
            .show_details_of_instance_v2(&project, "网 关/+%")
            .await;
        assert_ne!(missing.unwrap_err().status().unwrap(), 401);
    }
}
