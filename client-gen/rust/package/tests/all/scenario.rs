use crate::{env, refused};
use postern_client::apig::models::{
    InstanceCreateReq, InstanceSpec, InstanceSpecId, InstanceStatus, ResizeInstanceReq,
    ShowDetailsOfInstanceV2Response, ThrottleBaseInfo, ThrottleType, TimeUnit,
};
use postern_client::apig::{GatewayApi, ListRequestThrottlingPolicyV2Params, ThrottleApi};
use postern_client::{Client, Credentials, Error, Login, TryStreamExt};
use std::time::Duration;

#[tokio::test]
async fn a_gateway_lives_with_a_token() {
    gateway_lives(
        login(&env("POSTERN_USER"), &env("POSTERN_PASSWORD"))
            .await
            .unwrap(),
    )
    .await;
}

#[tokio::test]
async fn a_gateway_lives_with_an_access_key() {
    gateway_lives(Credentials::keys(
        env("POSTERN_ACCESS_KEY"),
        env("POSTERN_SECRET_KEY"),
    ))
    .await;
}

async fn gateway_lives(credentials: Credentials) {
    let client = strict(credentials);
    let (gateways, throttles) = (GatewayApi::new(&client), ThrottleApi::new(&client));
    let project = env("POSTERN_PROJECT_ID");
    let order = order();
    let id = gateways
        .create_instance_v2(&project, &order)
        .await
        .unwrap()
        .instance_id
        .unwrap();
    let gateway = running(&gateways, &id).await;
    assert_eq!(
        gateway.instance_name.as_deref(),
        Some(order.instance_name.as_str())
    );
    assert_eq!(gateway.spec, Some(InstanceSpec::Basic));

    let mut policy = ThrottleBaseInfo {
        name: "policy".into(),
        time_unit: TimeUnit::Minute,
        time_interval: 1,
        api_call_limits: 100,
        ..Default::default()
    };
    let created = throttles
        .create_request_throttling_policy_v2(&project, &id, &policy)
        .await
        .unwrap();
    policy.name = "限流策略".into();
    policy.api_call_limits = i32::MAX.into();
    policy.r#type = Some(ThrottleType::Shared);
    let policy_id = created.id.unwrap();
    let updated = throttles
        .update_request_throttling_policy_v2(&project, &id, &policy_id, &policy)
        .await
        .unwrap();
    assert_eq!(updated.name.as_deref(), Some("限流策略"));
    assert_eq!(updated.api_call_limits, Some(i32::MAX.into()));
    assert_eq!(updated.r#type, Some(ThrottleType::Shared));
    assert_eq!(updated.create_time, created.create_time);

    let mut names = vec![policy.name.clone()];
    for number in 1..25 {
        policy.name = format!("policy_{number}");
        throttles
            .create_request_throttling_policy_v2(&project, &id, &policy)
            .await
            .unwrap();
        names.push(policy.name.clone());
    }
    for limit in [7, 25, 5] {
        let params = ListRequestThrottlingPolicyV2Params {
            limit: Some(limit),
            ..Default::default()
        };
        let list = throttles.list_request_throttling_policy_v2(&project, &id, params);
        let found = list
            .items(|page| (page.throttles, page.total))
            .map_ok(|policy| policy.name.unwrap());
        let mut found: Vec<String> = found.try_collect().await.unwrap();
        found.sort();
        names.sort();
        assert_eq!(found, names);
    }

    is_refused(&client, &order, &id).await;

    let professional = ResizeInstanceReq {
        spec_id: Some("PROFESSIONAL".into()),
    };
    gateways
        .create_post_pay_resize_order(&project, &id, &professional)
        .await
        .unwrap();
    assert_eq!(
        running(&gateways, &id).await.spec,
        Some(InstanceSpec::Professional)
    );
    let refusal = refused(
        gateways
            .create_post_pay_resize_order(&project, &id, &professional)
            .await,
    );
    assert_eq!(
        (refusal.status.as_u16(), refusal.code.as_deref()),
        (409, Some("APIC.7707"))
    );
    let said = "Scaling up to the same specifications is not allowed";
    assert_eq!(refusal.message.as_deref(), Some(said));

    gateways.delete_instances_v2(&project, &id).await.unwrap();
    for _ in 0..200 {
        match gateways.show_details_of_instance_v2(&project, &id).await {
            Ok(gateway) => assert_eq!(gateway.status, Some(InstanceStatus::Deleting)),
            Err(error) => {
                assert!(error.is_not_found());
                assert_eq!(
                    (error.code(), error.message()),
                    (Some("APIC.7302"), Some("Instance not found"))
                );
                return;
            }
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the gateway {id} is still there");
}

/// Each class of error that the description documents.
async fn is_refused(client: &Client, order: &InstanceCreateReq, id: &str) {
    let (gateways, throttles) = (GatewayApi::new(client), ThrottleApi::new(client));
    let project = env("POSTERN_PROJECT_ID");
    let wrong_name = InstanceCreateReq {
        instance_name: "1st".into(),
        ..order.clone()
    };
    let wrong = "Parameter value does not match the rules, parameter name[instanceName]";
    expect(
        gateways.create_instance_v2(&project, &wrong_name).await,
        400,
        "APIC.7211",
        wrong,
    );
    let taken = "The gateway name already exists";
    expect(
        gateways.create_instance_v2(&project, order).await,
        400,
        "APIC.7500",
        taken,
    );
    let forgotten = throttles
        .create_request_throttling_policy_v2(&project, id, &Default::default())
        .await;
    assert_eq!(refused(forgotten).code.as_deref(), Some("APIG.2011"));
    let missing = throttles
        .show_details_of_request_throttling_policy_v2(&project, id, "missing")
        .await;
    assert!(missing.as_ref().unwrap_err().is_not_found());
    let refusal = refused(missing);
    assert_eq!(refusal.code.as_deref(), Some("APIG.3005"));

    let wrong_token = "Incorrect token or token resolution failed";
    let nobody = GatewayApi::new(&strict(Credentials::token("of-nobody")));
    expect(
        nobody.show_details_of_instance_v2(&project, id).await,
        401,
        "APIC.7102",
        wrong_token,
    );
    let thief = GatewayApi::new(&strict(Credentials::keys(
        env("POSTERN_ACCESS_KEY"),
        "guessed",
    )));
    let refusal = refused(thief.show_details_of_instance_v2(&project, id).await);
    assert_eq!(
        (refusal.status.as_u16(), refusal.code.as_deref()),
        (401, Some("APIC.7102"))
    );
    assert!(refusal.message.unwrap().starts_with(wrong_token));
    let error = login(&env("POSTERN_USER"), "guessed").await.unwrap_err();
    assert!(error.is_unauthenticated(), "{error:?}");
    assert_eq!(error.code(), Some("401"));
    assert!(error.message().is_some());

    let reader = GatewayApi::new(&strict(login("bob", "only looking around").await.unwrap()));
    let seen = reader
        .show_details_of_instance_v2(&project, id)
        .await
        .unwrap();
    assert_eq!(seen.id.as_deref(), Some(id));
    let error = reader
        .create_instance_v2(&project, order)
        .await
        .unwrap_err();
    assert!(error.is_forbidden());
    assert_eq!(error.code(), Some("APIC.7106"), "{error:?}");
    let other = gateways.list_instances_v2("0123456789abcdef0123456789abcdef", Default::default());
    let error = other.await.unwrap_err();
    assert!(error.is_forbidden(), "{error:?}");
    assert!(error.code().is_some() && error.message().is_some());
}

fn expect<T: std::fmt::Debug>(answer: Result<T, Error>, status: u16, code: &str, message: &str) {
    let refusal = refused(answer);
    assert_eq!(refusal.status.as_u16(), status);
    assert_eq!(
        (refusal.code.as_deref(), refusal.message.as_deref()),
        (Some(code), Some(message))
    );
}

async fn login(user: &str, password: &str) -> Result<Credentials, Error> {
    let login = Login {
        domain: env("POSTERN_DOMAIN"),
        user: user.into(),
        password: password.into(),
        project_id: env("POSTERN_PROJECT_ID"),
    };
    Credentials::login(&env("POSTERN_STRICT_ENDPOINT"), &login).await
}

fn strict(credentials: Credentials) -> Client {
    Client::new(&env("POSTERN_STRICT_ENDPOINT"), credentials).unwrap()
}

fn order() -> InstanceCreateReq {
    InstanceCreateReq {
        instance_name: format!("rust-{:x}", fastrand::u64(..)),
        spec_id: InstanceSpecId::Basic,
        vpc_id: "vpc".into(),
        subnet_id: "subnet".into(),
        security_group_id: "group".into(),
        available_zone_ids: vec!["zone-a".into(), "zone-b".into()],
        ..Default::default()
    }
}

async fn running(gateways: &GatewayApi, id: &str) -> ShowDetailsOfInstanceV2Response {
    for _ in 0..200 {
        let gateway = gateways
            .show_details_of_instance_v2(&env("POSTERN_PROJECT_ID"), id)
            .await
            .unwrap();
        if gateway.status == Some(InstanceStatus::Running) {
            return gateway;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("the gateway {id} does not become Running");
}
