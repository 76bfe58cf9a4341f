use crate::stub::{Stub, answer};
use postern_client::apig::GatewayApi;
use postern_client::apig::models::{BaseSignature, InstanceCreateReq};
use postern_client::iam::models::{
    KeystoneCreateUserTokenByPasswordRequestBody, TokenAuth, TokenAuthIdentity, TokenAuthPassword,
    TokenAuthToken, TokenAuthUser,
};
use postern_client::{Client, Credentials, Login};

const SECRET: &str = "only-she-knows";

fn assert_hidden(printed: &[String]) {
    for text in printed {
        assert!(!text.contains(SECRET), "{text}");
    }
}

#[tokio::test]
async fn clients_and_credentials_are_printed_without_their_secrets() {
    let login = Login {
        user: "alice".into(),
        password: SECRET.into(),
        ..Default::default()
    };
    let stub = Stub::json(500, "{}").await;
    for credentials in [Credentials::token(SECRET), Credentials::keys("AK", SECRET)] {
        let client = Client::new(&stub.endpoint, credentials.clone()).unwrap();
        let call = GatewayApi::new(&client).show_details_of_instance_v2("p", "g");
        let builder = Client::builder(&stub.endpoint, credentials.clone());
        let mut printed = vec![
            format!("{credentials:?}"),
            format!("{client:?}"),
            format!("{call:?}"),
        ];
        printed.push(format!("{builder:?}"));
        printed.push(format!("{login:?}"));
        let error = call.await.unwrap_err();
        printed.push(format!("{error:?} {error}"));
        assert_hidden(&printed);
    }
    let builder = Client::builder(
        "http://alice:only-she-knows@localhost",
        Credentials::token("t"),
    );
    assert_hidden(&[builder.build().unwrap_err().to_string()]);
}

#[tokio::test]
async fn a_token_is_printed_nowhere_on_its_way() {
    let head = format!("Content-Type: application/json\r\nX-Subject-Token: {SECRET}");
    let stub = Stub::new(vec![answer(201, &head, "{\"token\": {}}")]).await;
    let login = Login {
        domain: "d".into(),
        user: "u".into(),
        password: SECRET.into(),
        project_id: "p".into(),
    };
    assert_hidden(&[format!(
        "{:?}",
        Credentials::login(&stub.endpoint, &login).await.unwrap()
    )]);
    let client = Client::new(&stub.endpoint, Credentials::token(SECRET)).unwrap();
    let tokens = postern_client::iam::TokenApi::new(&client);
    let call = tokens.keystone_validate_token(SECRET, Default::default());
    let body = KeystoneCreateUserTokenByPasswordRequestBody::default();
    let other = tokens.keystone_create_user_token_by_password(&body, Default::default());
    assert_eq!(
        format!("{other:?}").matches("POST /v3/auth/tokens").count(),
        1
    );
    assert_hidden(&[format!("{call:?}")]);
    let answer = call.answer().await.unwrap();
    assert_eq!(answer.headers["x-subject-token"], SECRET);
    assert_hidden(&[format!("{answer:?}")]);
}

#[test]
fn types_are_printed_without_their_secrets() {
    let user = TokenAuthUser {
        name: Some("alice".into()),
        password: SECRET.into(),
        ..Default::default()
    };
    let token = TokenAuthToken {
        id: Some(SECRET.into()),
    };
    let auth = TokenAuth {
        identity: TokenAuthIdentity {
            password: Some(TokenAuthPassword { user: user.clone() }),
            token: Some(token.clone()),
            ..Default::default()
        },
        ..Default::default()
    };
    let key = BaseSignature {
        sign_secret: Some(SECRET.into()),
        ..Default::default()
    };
    let printed = [
        format!("{user:?}"),
        format!("{token:?}"),
        format!("{auth:#?}"),
        format!("{key:?}"),
    ];
    assert_hidden(&printed);
    assert!(printed[2].contains("alice"), "{}", printed[2]);

    let order = InstanceCreateReq {
        instance_name: "demo".into(),
        available_zone_ids: vec!["zone".into()],
        bandwidth_size: Some(5),
        ..Default::default()
    };
    let printed = format!("{order:?}");
    assert!(printed.starts_with("InstanceCreateReq {"), "{printed}");
    for part in [
        r#""instance_name": "demo""#,
        r#"["zone"]"#,
        r#""bandwidth_size": 5"#,
    ] {
        assert!(printed.contains(part), "{printed}");
    }
}
