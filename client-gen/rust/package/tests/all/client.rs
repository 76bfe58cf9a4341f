use crate::refused;
use crate::stub::{Stub, answer};
use postern_client::apig::models::{AclBindingBatchDelete, DeleteAction, InstanceStatusFilter};
use postern_client::apig::{AclApi, CredentialApi, GatewayApi, ListInstancesV2Params, ThrottleApi};
use postern_client::secmaster::SubscriptionApi;
use postern_client::{Client, Credentials, Error, Login, Retry, TryStreamExt};
use std::future::IntoFuture;
use std::time::{Duration, Instant};
use tokio::io::AsyncReadExt;

const JSON: &str = "Content-Type: application/json";

fn client(endpoint: &str) -> Client {
    Client::new(endpoint, Credentials::token("a-token")).unwrap()
}

fn invalid<T: std::fmt::Debug>(answer: Result<T, Error>) -> String {
    match answer.unwrap_err() {
        Error::Invalid(reason) => reason,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_endpoint_that_is_none_is_refused_at_once() {
    let endpoints = [
        "",
        "localhost:8080",
        "/v2",
        "ftp://host",
        "http://",
        "http://h?x=1",
        "http://h#x",
        "http://u:p@h",
    ];
    for endpoint in endpoints {
        let reason = invalid(Client::new(endpoint, Credentials::token("t")));
        assert!(
            reason.contains("e.g. http://localhost:8080"),
            "{endpoint}: {reason}"
        );
    }
}

#[tokio::test]
async fn missing_credentials_are_refused_at_once() {
    for (credentials, word) in [
        (Credentials::token(""), "The token is empty"),
        (Credentials::token("a\n"), "The token is not plain text"),
        (Credentials::keys("", "s"), "The access key is empty"),
        (Credentials::keys("a", ""), "The secret key is empty"),
        (
            Credentials::keys("a", "s").project(""),
            "The project id is empty",
        ),
    ] {
        let reason = invalid(Client::new("http://localhost", credentials));
        assert!(reason.contains(word) && reason.contains("Give"), "{reason}");
    }
    let login = Login {
        domain: "d".into(),
        user: "u".into(),
        ..Default::default()
    };
    let reason = invalid(Credentials::login("http://localhost", &login).await);
    assert!(reason.contains("password is empty"), "{reason}");
}

/// The first byte of a handshake says so.
#[tokio::test]
async fn https_is_spoken() {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("https://{}", listener.local_addr().unwrap());
    let call = GatewayApi::new(&client(&endpoint)).show_details_of_instance_v2("p", "g");
    let answer = tokio::spawn(call.into_future());
    assert_eq!(
        listener.accept().await.unwrap().0.read_u8().await.unwrap(),
        22
    );
    assert!(matches!(answer.await.unwrap(), Err(Error::Transport(_))));
}

#[tokio::test]
async fn requests_say_who_calls_and_go_below_the_path_of_the_endpoint() {
    let stub = Stub::json(200, "{}").await;
    let gateways = GatewayApi::new(&client(&format!("{}/a/path//", stub.endpoint)));
    gateways
        .show_details_of_instance_v2("a/b c", "网")
        .await
        .unwrap();
    assert_eq!(
        stub.line(),
        "GET /a/path/v2/a%2Fb%20c/apigw/instances/%E7%BD%91"
    );
    assert_eq!(stub.header(0, "x-auth-token").unwrap(), "a-token");
    let agent = concat!("postern-client-rust/", env!("CARGO_PKG_VERSION"));
    assert_eq!(stub.header(0, "user-agent").unwrap(), agent);
    let params = ListInstancesV2Params {
        offset: Some(3_000_000_000),
        instance_name: Some("1+1=2&x".into()),
        status: Some(InstanceStatusFilter::UnRegisterFailed),
        ..Default::default()
    };
    gateways.list_instances_v2("p", params).await.unwrap();
    let query = "offset=3000000000&instance_name=1%2B1%3D2%26x&status=UnRegisterFailed";
    assert_eq!(
        stub.line(),
        format!("GET /a/path/v2/p/apigw/instances?{query}")
    );
    gateways
        .list_instances_v2("p", Default::default())
        .await
        .unwrap();
    assert_eq!(stub.line(), "GET /a/path/v2/p/apigw/instances");

    let orders = SubscriptionApi::new(&client(&stub.endpoint));
    orders
        .update_subscription_order("p", "zh-cn", &Default::default())
        .await
        .unwrap();
    assert_eq!(stub.header(3, "x-language").unwrap(), "zh-cn");
}

#[tokio::test]
async fn a_body_has_what_was_set_and_may_be_missing() {
    let stub = Stub::json(200, "{}").await;
    let empty = AclBindingBatchDelete {
        acl_bindings: Some(vec![]),
    };
    let acls = AclApi::new(&client(&stub.endpoint));
    acls.batch_delete_api_acl_binding_v2("p", "g", DeleteAction::Delete, &empty)
        .await
        .unwrap();
    assert!(stub.requests()[0].ends_with("\r\n\r\n{\"acl_bindings\":[]}"));
    let credentials = CredentialApi::new(&client(&stub.endpoint));
    credentials
        .resetting_app_secret_v2("p", "g", "a", Default::default())
        .await
        .unwrap();
    assert!(stub.requests()[1].ends_with("\r\n\r\n"));
    assert_eq!(stub.header(1, "content-type"), None);
}

#[tokio::test]
async fn an_id_that_would_lead_elsewhere_is_not_sent() {
    let stub = Stub::json(204, "").await;
    for id in ["", ".", ".."] {
        let call = GatewayApi::new(&client(&stub.endpoint)).delete_instances_v2("p", id);
        assert!(invalid(call.await).contains("instance_id"));
    }
    assert!(stub.requests().is_empty());
}

#[tokio::test]
async fn answers_may_be_empty_or_more_than_was_asked_for() {
    for (status, body) in [
        (200, ""),
        (200, "{\"status\": null, \"more\": 1}"),
        (202, "{}"),
    ] {
        let stub = Stub::json(status, body).await;
        let gateways = GatewayApi::new(&client(&stub.endpoint));
        let gateway = gateways
            .show_details_of_instance_v2("p", "g")
            .await
            .unwrap();
        assert_eq!(gateway, Default::default());
        gateways.delete_instances_v2("p", "g").await.unwrap();
    }
    let stub = Stub::json(200, "<html>").await;
    let error = GatewayApi::new(&client(&stub.endpoint))
        .show_details_of_instance_v2("p", "g")
        .await
        .unwrap_err();
    assert!(matches!(error, Error::Unreadable(_)), "{error:?}");
}

#[tokio::test]
async fn refusals_are_read_in_each_form() {
    for (status, body, code, message, id) in [
        (
            409,
            r#"{"error_code": "APIC.7701", "error_msg": "网", "request_id": "r"}"#,
            "APIC.7701",
            "网",
            "r",
        ),
        (
            401,
            r#"{"error": {"code": 401, "message": "m", "title": "Unauthorized"}}"#,
            "401",
            "m",
            "of-a-header",
        ),
        (502, "<html>Bad gateway</html>", "", "", "of-a-header"),
        (404, "", "", "", "of-a-header"),
        (500, "[1]", "", "", "of-a-header"),
        (302, "{\"error_code\": null}", "", "", "of-a-header"),
    ] {
        let stub = Stub::new(vec![answer(
            status,
            "Location: /\r\nX-Request-Id: of-a-header",
            body,
        )])
        .await;
        let gateways = GatewayApi::new(&client(&stub.endpoint));
        let error = gateways
            .show_details_of_instance_v2("p", "g")
            .await
            .unwrap_err();
        assert_eq!(error.status().unwrap(), status);
        assert_eq!(error.code().unwrap_or_default(), code);
        assert_eq!(error.message().unwrap_or_default(), message);
        let flags = [
            (401, error.is_unauthenticated()),
            (404, error.is_not_found()),
            (409, error.is_conflict()),
        ];
        assert!(
            flags.iter().all(|(of, is)| *is == (*of == status)),
            "{error:?}"
        );
        assert!(!error.is_forbidden());
        let refusal = error.refusal().unwrap();
        assert_eq!(
            (refusal.request_id.as_deref(), refusal.body.as_str()),
            (Some(id), body)
        );
        assert!(error.to_string().contains(code), "{error}");
    }
    let nobody = GatewayApi::new(&client("http://127.0.0.1:9"))
        .show_details_of_instance_v2("p", "g")
        .await;
    assert!(matches!(nobody, Err(Error::Transport(_))), "{nobody:?}");
}

#[tokio::test]
async fn each_attempt_is_signed_anew_and_a_given_delay_is_kept() {
    let busy = answer(503, "Retry-After: 1", "");
    let stub = Stub::new(vec![busy, answer(200, JSON, "{}")]).await;
    let keys = Credentials::keys("AK", "SK").project("my-project");
    let gateways = GatewayApi::new(&Client::new(&stub.endpoint, keys).unwrap());
    let start = Instant::now();
    gateways
        .create_instance_v2("p", &Default::default())
        .await
        .unwrap();
    assert!(start.elapsed() >= Duration::from_secs(1));
    let signed = |number| {
        (
            stub.header(number, "x-sdk-date").unwrap(),
            stub.header(number, "authorization").unwrap(),
        )
    };
    assert_ne!(signed(0).0, signed(1).0);
    assert_ne!(signed(0).1, signed(1).1);
    assert!(
        signed(1)
            .1
            .contains("SignedHeaders=content-type;host;x-project-id;x-sdk-date")
    );
    assert_eq!(stub.header(1, "x-project-id").unwrap(), "my-project");
    assert_eq!(stub.header(1, "x-auth-token"), None);
}

#[tokio::test]
async fn what_takes_too_long_is_given_up() {
    let stub = Stub::new(vec![answer(503, "Retry-After: 60", "")]).await;
    let slow = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", slow.local_addr().unwrap());
    let builder = Client::builder(&endpoint, Credentials::token("t"));
    let gateways = GatewayApi::new(&builder.timeout(Duration::from_millis(50)).build().unwrap());
    match gateways
        .show_details_of_instance_v2("p", "g")
        .await
        .unwrap_err()
    {
        Error::Transport(cause) => assert!(cause.is_timeout(), "{cause:?}"),
        other => panic!("{other:?}"),
    }
    let builder = Client::builder(&stub.endpoint, Credentials::token("t"));
    let gateways = GatewayApi::new(&builder.retry(Retry::off()).build().unwrap());
    assert_eq!(
        refused(gateways.show_details_of_instance_v2("p", "g").await).status,
        503
    );
}

#[tokio::test]
async fn pages_are_asked_for_one_by_one_until_nothing_is_left() {
    let page = |names: &[&str], total: &str| {
        let things: Vec<String> = names
            .iter()
            .map(|name| format!("{{\"name\": \"{name}\"}}"))
            .collect();
        answer(
            200,
            JSON,
            &format!("{{\"throttles\": [{}]{total}}}", things.join(",")),
        )
    };
    // The total is a multiple of the limit; there is no total; it sinks meanwhile; the first page is empty.
    for (pages, requests) in [
        (
            vec![
                page(&["a", "b"], ", \"total\": 4"),
                page(&["c", "d"], ", \"total\": 4"),
            ],
            2,
        ),
        (
            vec![page(&["a", "b"], ""), page(&["c", "d"], ""), page(&[], "")],
            3,
        ),
        (
            vec![
                page(&["a", "b", "c", "d"], ", \"total\": 5"),
                page(&[], ", \"total\": 5"),
            ],
            2,
        ),
    ] {
        let stub = Stub::new(pages).await;
        let names: Vec<String> = throttles(&stub)
            .map_ok(|policy| policy.name.unwrap())
            .try_collect()
            .await
            .unwrap();
        assert_eq!(names, ["a", "b", "c", "d"]);
        assert_eq!(stub.requests().len(), requests);
    }
    let stub = Stub::new(vec![page(&[], ", \"total\": 7")]).await;
    assert_eq!(throttles(&stub).try_next().await.unwrap(), None);

    let refusal = answer(500, JSON, "{\"error_code\": \"E\"}");
    let stub = Stub::new(vec![page(&["a", "b"], ", \"total\": 4"), refusal]).await;
    let mut policies = throttles(&stub);
    assert!(stub.requests().is_empty());
    for name in ["a", "b"] {
        assert_eq!(
            policies.try_next().await.unwrap().unwrap().name.unwrap(),
            name
        );
    }
    assert_eq!(stub.requests().len(), 1);
    assert_eq!(policies.try_next().await.unwrap_err().code(), Some("E"));
    assert!(
        stub.line().ends_with("/throttles?limit=2&name=x&offset=2"),
        "{}",
        stub.line()
    );
    assert_eq!(policies.try_next().await.unwrap(), None);
}

fn throttles(stub: &Stub) -> postern_client::Items<postern_client::apig::models::ThrottlesInfo> {
    let params = postern_client::apig::ListRequestThrottlingPolicyV2Params {
        limit: Some(2),
        name: Some("x".into()),
        ..Default::default()
    };
    ThrottleApi::new(&client(&stub.endpoint))
        .list_request_throttling_policy_v2("p", "g", params)
        .items(|page| (page.throttles, page.total))
}
