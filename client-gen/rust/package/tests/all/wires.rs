use crate::wire::models::{Thing, ThingKind, ThingState};
use crate::wire::{UploadFileParams, WireApi};
use crate::{env, refused};
use postern_client::apig::GatewayApi;
use postern_client::apig::models::{
    CbcOperationLock, ChargingMode, InstanceSpec, InstanceStatus, InstanceStatusId,
};
use postern_client::{Client, Credentials, File, Retry};
use std::time::Duration;

fn client() -> Client {
    Client::new(&env("POSTERN_WIRE_ENDPOINT"), Credentials::token("a-token")).unwrap()
}

fn thing() -> Thing {
    Thing {
        name: "网关 ½ 🙂".into(),
        kind: ThingKind::Seventh,
        state: Some(ThingState::UnRegisterFailed),
        note: Some(None),
        remark: None,
        big: Some(9007199254740993),
        biggest: Some(i64::MAX),
        ratio: Some(0.5),
        created: Some("2020-08-03T12:25:52.257957Z".parse().unwrap()),
        day: Some("2024-02-29".parse().unwrap()),
        tags: Some(vec![]),
        labels: Some(None),
    }
}

#[tokio::test]
async fn each_value_arrives_as_it_is_and_goes_back_so() {
    let api = WireApi::new(&client());
    let shown = api.show_thing("edge").await.unwrap();
    assert_eq!(shown, thing());
    assert_eq!(shown.created.unwrap().timestamp_subsec_nanos(), 257_957_000);
    assert_eq!(api.update_thing("edge", &thing()).await.unwrap(), thing());
    let other = Thing {
        biggest: Some(i64::MAX - 1),
        ..thing()
    };
    assert_eq!(refused(api.update_thing("edge", &other).await).status, 400);
}

#[test]
fn null_and_nothing_are_told_apart_in_what_is_sent() {
    let json = |note| {
        let thing = Thing {
            note,
            ..Default::default()
        };
        serde_json::to_value(thing).unwrap().get("note").cloned()
    };
    assert_eq!(json(None), None);
    assert_eq!(json(Some(None)), Some(serde_json::Value::Null));
    assert_eq!(json(Some(Some("x".into()))), Some("x".into()));
}

#[tokio::test]
async fn a_newer_server_is_understood_and_its_values_are_kept() {
    let newer = WireApi::new(&client()).show_thing("newer").await.unwrap();
    assert_eq!(newer.kind, ThingKind::UnknownValue(99));
    assert_eq!(newer.state, Some("Sleeping".into()));
    assert_eq!(newer.tags.as_deref(), Some(&["a".to_owned()][..]));
    let sent = serde_json::to_value(&newer).unwrap();
    assert_eq!(
        (&sent["kind"], &sent["state"]),
        (&99.into(), &"Sleeping".into())
    );

    let gateways = GatewayApi::new(&client());
    let gateway = gateways
        .show_details_of_instance_v2("p", "newer")
        .await
        .unwrap();
    assert_eq!(gateway.id.as_deref(), Some("newer"));
    assert_eq!(
        gateway.status,
        Some(InstanceStatus::UnknownValue("Sleeping".into()))
    );
    assert_eq!(
        gateway.instance_status,
        Some(InstanceStatusId::UnknownValue(99))
    );
    assert_eq!(gateway.charging_mode, Some(ChargingMode::UnknownValue(7)));
    assert_eq!(
        gateway.spec,
        Some(InstanceSpec::UnknownValue("TITANIUM".into()))
    );
    assert_eq!(gateway.loadbalancer_provider.unwrap().to_string(), "nlb");
    assert_eq!(gateway.create_time, Some(9007199254740993));
    let locks: Vec<CbcOperationLock> = gateway.cbc_operation_locks.unwrap();
    assert_eq!(locks[0].lock_scene, Some("NEW_LOCK".into()));
}

#[tokio::test]
async fn files_keep_each_byte_both_ways() {
    let api = WireApi::new(&client());
    let bytes: Vec<u8> = (0..=255).collect();
    assert_eq!(api.download_file().await.unwrap(), bytes);
    let params = UploadFileParams {
        group_id: Some("网 g".into()),
    };
    let file = File::new("all.bin", bytes.clone());
    let arrived = api.upload_file(file, params).await.unwrap();
    assert_eq!(arrived.size, Some(256));
    assert_eq!(arrived.file_name.as_deref(), Some("all.bin"));

    let path = std::env::temp_dir().join(format!("postern-{}.bin", std::process::id()));
    std::fs::write(&path, &bytes).unwrap();
    let read = File::read(&path);
    std::fs::remove_file(&path).unwrap();
    let arrived = api
        .upload_file(read.unwrap(), Default::default())
        .await
        .unwrap();
    assert_eq!(
        arrived.file_name.as_deref(),
        path.file_name().unwrap().to_str()
    );
    assert_eq!(arrived.group_id.as_deref(), Some(""));
}

#[tokio::test]
async fn a_busy_server_is_asked_again_until_it_answers() {
    let retry = Retry {
        attempts: 3,
        base_delay: Duration::from_millis(2),
    };
    for credentials in [Credentials::token("t"), Credentials::keys("AK", "SK")] {
        let api = |retry| {
            let builder = Client::builder(&env("POSTERN_WIRE_ENDPOINT"), credentials.clone());
            WireApi::new(&builder.retry(retry).build().unwrap())
        };
        for status in [429, 503] {
            let key = || format!("rust-{:x}", fastrand::u64(..));
            let answer = api(retry).show_busy_thing(&key(), 2, status).await.unwrap();
            assert_eq!(answer.attempts, Some(3));
            let refusal = refused(api(retry).show_busy_thing(&key(), 3, status).await);
            assert_eq!(i64::from(refusal.status.as_u16()), status);
            let refusal = refused(api(Retry::off()).show_busy_thing(&key(), 1, status).await);
            assert_eq!(refusal.code, Some(format!("WIRE.{status}")));
        }
        let refusal = refused(
            api(retry)
                .show_busy_thing(&format!("rust-{:x}", fastrand::u64(..)), 1, 500)
                .await,
        );
        assert_eq!(refusal.status, 500);
    }
}
