import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ApiError, Client, paginate, tokenByPassword } from "@postern/client";
import {
  GatewayApi, InstanceSpec, InstanceSpecId, InstanceStatus, ThrottleApi, ThrottleType, TimeUnit,
} from "@postern/client/apig";
import { ProjectApi } from "@postern/client/iam";
import { accessKey, domain, password, projectId, secretKey, strictEndpoint as endpoint, user } from "./environment.js";

const OTHER_PROJECT = "0123456789abcdef0123456789abcdef";
const retry = { attempts: 1 };

const token = (name: string, secret: string) =>
  tokenByPassword({ endpoint, domain, user: name, password: secret, projectId, retry });

/** Expects the typed error of a refusal, with exactly this code and message. */
async function refused(call: Promise<unknown>, status: number, errorCode: string, errorMsg: string | RegExp) {
  await assert.rejects(call, (error) => {
    assert.ok(error instanceof ApiError, String(error));
    assert.deepEqual([error.status, error.errorCode], [status, errorCode], error.message);
    if (typeof errorMsg === "string") {
      assert.equal(error.errorMsg, errorMsg);
    } else {
      assert.match(error.errorMsg ?? "", errorMsg);
    }
    assert.match(error.requestId ?? "", /^[0-9a-f]{32}$/);
    return true;
  });
}

const clients = {
  "with a token got by password": async () => new Client({ endpoint, token: await token(user, password), retry }),
  "with an access key": async () => new Client({ endpoint, accessKey, secretKey, projectId, retry }),
};

for (const [how, connect] of Object.entries(clients)) {
  describe(how, () => {
    const name = `ts_${randomBytes(6).toString("hex")}`;
    const order = {
      instanceName: name,
      description: "网关 · første",
      specId: InstanceSpecId.BASIC,
      vpcId: "vpc",
      subnetId: "subnet",
      securityGroupId: "group",
      availableZoneIds: ["zone-a", "zone-b"],
    };
    let client: Client;
    let gateways: GatewayApi;
    let throttles: ThrottleApi;
    let instanceId: string;

    const show = () => gateways.showDetailsOfInstanceV2({ projectId, instanceId });
    const policies = (limit: number) =>
      paginate((page) => throttles.listRequestThrottlingPolicyV2({ projectId, instanceId, ...page }), limit);

    /** The gateway as soon as it is Running; undefined as soon as it is gone. */
    async function settled() {
      for (let i = 0; i < 100; i++) {
        const gateway = await show().catch((error) => assert.equal(error.status, 404));
        if (gateway === undefined || gateway.status === InstanceStatus.Running) {
          return gateway;
        }
        await sleep(50);
      }
      return assert.fail(`The gateway ${instanceId} does not settle`);
    }

    before(async () => {
      client = await connect();
      gateways = new GatewayApi(client);
      throttles = new ThrottleApi(client);
    });

    test("a gateway is ordered and runs", async () => {
      const { instanceId: id } = await gateways.createInstanceV2({ projectId, instanceCreateReq: order });
      assert.ok(id);
      instanceId = id;
      const gateway = await settled();
      assert.ok(gateway);
      assert.equal(gateway.instanceName, name);
      assert.equal(gateway.description, "网关 · første");
      assert.equal(gateway.spec, InstanceSpec.BASIC);
      assert.equal(typeof gateway.createTime, "bigint");
    });

    test("queries are encoded, and signed so", async () => {
      const found = await gateways.listInstancesV2({ projectId, instanceName: name });
      assert.deepEqual(found.instances?.map((gateway) => gateway.id), [instanceId]);
      for (const instanceName of ["1+1=2&网 关", "!'()*~", "a/b?c#d", "%2F%", ""]) {
        assert.equal((await gateways.listInstancesV2({ projectId, instanceName, limit: 1 })).instances?.length,
          instanceName === "" ? 1 : 0, instanceName);
      }
    });

    test("policies are made, changed, and listed past one page", async () => {
      const throttleBaseInfo = (i: number) =>
        ({ name: `policy_${i}`, timeUnit: TimeUnit.SECOND, timeInterval: 1, apiCallLimits: 100 });
      const made: string[] = [];
      for (let i = 0; i < 25; i++) {
        const { id } = await throttles.createRequestThrottlingPolicyV2(
          { projectId, instanceId, throttleBaseInfo: throttleBaseInfo(i) });
        made.push(id!);
      }
      const changed = await throttles.updateRequestThrottlingPolicyV2({
        projectId, instanceId, throttleId: made[0]!,
        throttleBaseInfo: {
          name: "限流策略", timeUnit: TimeUnit.MINUTE, timeInterval: 5, apiCallLimits: 2 ** 31 - 1, type: ThrottleType.SHARED,
        },
      });
      assert.equal(changed.name, "限流策略");
      assert.equal(changed.apiCallLimits, 2 ** 31 - 1);
      assert.equal(changed.type, ThrottleType.SHARED);

      for (const limit of [7, 5, 25, 100]) {
        const listed: string[] = [];
        for await (const policy of policies(limit)) {
          listed.push(policy.id!);
        }
        assert.deepEqual(listed.sort(), [...made].sort(), `in pages of ${limit}`);
      }
    });

    test("what is wrong is refused with its code and message", async () => {
      await refused(gateways.createInstanceV2({ projectId, instanceCreateReq: { ...order, instanceName: "1st" } }),
        400, "APIC.7211", "Parameter value does not match the rules, parameter name[instanceName]");
      await refused(gateways.createInstanceV2({ projectId, instanceCreateReq: order }),
        400, "APIC.7500", "The gateway name already exists");
      const badPolicy = { name: "x", timeUnit: TimeUnit.DAY, timeInterval: 1, apiCallLimits: 0 };
      await refused(throttles.createRequestThrottlingPolicyV2({ projectId, instanceId, throttleBaseInfo: badPolicy }),
        400, "APIG.2011", /name/);
      await refused(gateways.showDetailsOfInstanceV2({ projectId, instanceId: "missing" }),
        404, "APIC.7302", "Instance not found");
      await refused(throttles.showDetailsOfRequestThrottlingPolicyV2({ projectId, instanceId, throttleId: "missing" }),
        404, "APIG.3005", "Request throttling policy missing does not exist");
      await refused(gateways.listInstancesV2({ projectId: OTHER_PROJECT }), 403, "APIC.7106", /./);
    });

    test("the gateway is resized and deleted", async () => {
      const resize = () => gateways.createPostPayResizeOrder(
        { projectId, instanceId, resizeInstanceReq: { specId: InstanceSpecId.PROFESSIONAL } });
      await resize();
      assert.equal((await settled())?.spec, InstanceSpec.PROFESSIONAL);
      await refused(resize(), 409, "APIC.7707", "Scaling up to the same specifications is not allowed");

      await gateways.deleteInstancesV2({ projectId, instanceId });
      assert.equal(await settled(), undefined);
      await refused(show(), 404, "APIC.7302", "Instance not found");
    });
  });
}

describe("who is not let in", () => {
  test("no or a wrong token", async () => {
    const list = (client: Client) => new GatewayApi(client).listInstancesV2({ projectId });
    await refused(list(new Client({ endpoint, token: "wrong", retry })),
      401, "APIC.7102", "Incorrect token or token resolution failed");
    await refused(list(new Client({ endpoint, accessKey, secretKey: "wrong", projectId, retry })),
      401, "APIC.7102", /^Incorrect token or token resolution failed: .*signature/);
  });

  test("a wrong password, in IAM's form of an error", () =>
    refused(token(user, "wrong"), 401, "401", "The username or password is wrong."));

  test("a wrong token, in IAM's form of an error", () =>
    refused(new ProjectApi(new Client({ endpoint, token: "wrong", retry })).keystoneListProjects(),
      401, "401", "The request you have made requires authentication."));

  test("a reader who creates", async () => {
    const reader = new GatewayApi(new Client({ endpoint, token: await token("bob", "only looking around"), retry }));
    await reader.listInstancesV2({ projectId });
    await refused(reader.createInstanceV2({
      projectId,
      instanceCreateReq: {
        instanceName: "bobs", specId: InstanceSpecId.BASIC, vpcId: "v", subnetId: "s", securityGroupId: "g",
        availableZoneIds: ["z"],
      },
    }), 403, "APIC.7106", /./);
  });
});
