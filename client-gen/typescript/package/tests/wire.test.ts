import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { ApiError, Client } from "@postern/client";
import { GatewayApi } from "@postern/client/apig";
import { type Thing, ThingKind, ThingState, WireApi } from "./wire/index.js";
import { accessKey, secretKey, wireEndpoint as endpoint } from "./environment.js";

const wire = new WireApi(new Client({ endpoint, token: "any" }));
const signing = new WireApi(new Client({ endpoint, accessKey, secretKey }));
const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);

const thing: Thing = {
  name: "网关 ½ 🙂",
  kind: ThingKind.SEVENTH,
  state: ThingState.UnRegisterFailed,
  note: null,
  remark: undefined,
  big: 2n ** 53n + 1n,
  biggest: 2n ** 63n - 1n,
  ratio: 0.5,
  created: "2020-08-03T12:25:52.257957Z",
  day: "2024-02-29",
  tags: [],
  labels: null,
};

describe("values at the edges", () => {
  test("are read exactly", async () => assert.deepEqual(await wire.showThing({ id: "edges" }), thing));

  test("are sent exactly", async () => assert.deepEqual(await wire.updateThing({ id: "edges", thing }), thing));

  test("are the same when they are signed", async () =>
    assert.deepEqual(await signing.updateThing({ id: "a b/网'()*!", thing }), thing));
});

describe("a newer server", () => {
  test("has values that nobody here knows, which are kept", async () => {
    const newer = await wire.showThing({ id: "newer" });
    assert.equal(newer.kind, 99);
    assert.equal(newer.state, "Sleeping");
    assert.deepEqual(newer.tags, ["a"]);
    assert.equal(newer.note, undefined);
  });

  test("has such gateways too", async () => {
    const gateway = await new GatewayApi(new Client({ endpoint, token: "any" }))
      .showDetailsOfInstanceV2({ projectId: "p", instanceId: "i" });
    assert.equal(gateway.instanceName, "newer");
    assert.equal(gateway.status, "Sleeping");
    assert.equal(gateway.instanceStatus, 99);
    assert.equal(gateway.spec, "TITANIUM");
    assert.equal(gateway.chargingMode, 7);
    assert.equal(gateway.createTime, 9007199254740993n);
    assert.equal(gateway.cbcOperationLocks?.[0]?.lockScene, "NEW_LOCK");
  });
});

describe("files", () => {
  test("are read byte for byte", async () =>
    assert.deepEqual(new Uint8Array(await (await wire.downloadFile()).arrayBuffer()), bytes));

  for (const [how, api] of Object.entries({ "with a token": wire, signed: signing })) {
    test(`are sent byte for byte, ${how}`, async () => {
      const upload = await api.uploadFile({ file: new File([bytes], "bytes.bin"), groupId: "ein Gruß" });
      assert.equal(upload.size, 256n);
      assert.equal(upload.fileName, "bytes.bin");
    });
  }
});

describe("a server that is busy", () => {
  for (const status of [429, 503]) {
    for (const credentials of [{ token: "any" }, { accessKey, secretKey }]) {
      const busy = (attempts: number) =>
        new WireApi(new Client({ endpoint, ...credentials, retry: { attempts, delay: 5 } }))
          .showBusyThing({ key: randomUUID(), times: 2, status });

      test(`is asked again after ${status} with ${Object.keys(credentials)[0]}`, async () =>
        assert.deepEqual(await busy(3), { attempts: 3 }));

      test(`is not asked again after ${status} if that is off, with ${Object.keys(credentials)[0]}`, () =>
        assert.rejects(busy(1), (error) =>
          error instanceof ApiError && error.status === status && error.errorCode === `WIRE.${status}`));
    }
  }
});
