import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, describe, test } from "node:test";
import { inspect } from "node:util";
import { ApiError, Client, type ClientOptions, type ConnectionOptions, paginate, tokenByPassword } from "@postern/client";
import { CredentialApi, GatewayApi } from "@postern/client/apig";
import { TokenApi } from "@postern/client/iam";

interface Answer {
  status?: number;
  headers?: Record<string, string>;
  body?: string;
  wait?: number;
}

/** What the server answers, the last again and again, and what it was asked. */
let answers: Answer[] = [];
let requests: IncomingMessage[] = [];
let endpoint: string;

const server = createServer((request, response) => {
  requests.push(request);
  const { status = 200, headers = {}, body = "{}", wait = 0 } = answers.length > 1 ? answers.shift()! : answers[0]!;
  setTimeout(() => response.writeHead(status, headers).end(body), wait);
});

before(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
after(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  requests = [];
  answers = [{}];
});

const gateways = (options: Partial<ConnectionOptions> = {}) => new GatewayApi(new Client({ endpoint, token: "t", ...options }));
const show = (api = gateways()) => api.showDetailsOfInstanceV2({ projectId: "p", instanceId: "i" });

describe("a client", () => {
  test("refuses an endpoint that is none, at once", () => {
    for (const wrong of ["", "localhost:8080", "/v2", "ftp://a", "http://", "http://a?b", "http://u:p@a", "http://a/%zz", undefined]) {
      assert.throws(() => new Client({ endpoint: wrong as string, token: "t" }),
        { name: "TypeError", message: /http:\/\/localhost:8080/ }, wrong);
    }
  });

  test("refuses credentials that are missing, half or double, and does not repeat them", () => {
    for (const wrong of [{}, { token: "" }, { token: "s3cret\n" }, { token: "s3cret", accessKey: "a", secretKey: "b" },
      { accessKey: "s3cret" }, { secretKey: "s3cret" }, { accessKey: "", secretKey: "s3cret" }, { accessKey: "a", secretKey: "" }]) {
      assert.throws(() => new Client({ endpoint, ...wrong } as ClientOptions), (error) =>
        error instanceof TypeError && /token|accessKey|secretKey/.test(error.message) && !error.message.includes("s3cret"),
      JSON.stringify(wrong));
    }
    return assert.rejects(tokenByPassword({ endpoint, domain: "d", user: "", password: "p" }), /user must be/);
  });

  test("refuses times that are none", () => {
    assert.throws(() => gateways({ timeout: 0 }), RangeError);
    assert.throws(() => gateways({ retry: { attempts: 0 } }), RangeError);
    assert.throws(() => gateways({ retry: { delay: -1 } }), RangeError);
  });

  test("goes below the path of its endpoint", async () => {
    await show(gateways({ endpoint: `${endpoint}/proxy//` }));
    assert.equal(requests[0]!.url, "/proxy/v2/p/apigw/instances/i");
  });

  test("does not go up in the path", async () => {
    await assert.rejects(gateways().showDetailsOfInstanceV2({ projectId: "p", instanceId: ".." }), TypeError);
    assert.equal(requests.length, 0);
  });

  test("says who it is, and who calls once", async () => {
    await show();
    assert.match(requests[0]!.headers["user-agent"]!, /^postern-client-typescript\/[0-9]+\.[0-9]+\.[0-9]+$/);
    assert.equal(requests[0]!.headers["x-auth-token"], "t");
    await new GatewayApi(new Client({ endpoint, accessKey: "a", secretKey: "s", projectId: "p" }))
      .showDetailsOfInstanceV2({ projectId: "p", instanceId: "i" }, { headers: { "X-Language": "en-us" } });
    assert.equal(requests[1]!.headers["x-auth-token"], undefined);
    assert.equal(requests[1]!.headers["x-project-id"], "p");
    assert.equal(requests[1]!.headers["x-language"], "en-us");
    assert.match(requests[1]!.headers.authorization!,
      /^SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-project-id;x-sdk-date, Signature=[0-9a-f]{64}$/);
  });

  test("shows no secret when it is printed", async () => {
    const client = new Client({ endpoint, accessKey: "a", secretKey: "s3cret" });
    const api = new GatewayApi(new Client({ endpoint, token: "s3cret" }));
    answers = [{ status: 404 }];
    const error = await show(api).catch((thrown) => thrown);
    for (const printed of [client, api, error]) {
      assert.doesNotMatch(inspect(printed, { depth: null, showHidden: true }) + JSON.stringify(printed) + printed, /s3cret/);
    }
  });

  test("sends parameters that are headers", async () => {
    await new TokenApi(new Client({ endpoint, token: "t" })).keystoneValidateToken({ xSubjectToken: "of another" });
    assert.equal(requests[0]!.headers["x-subject-token"], "of another");
  });

  test("sends no body and no type of one where none is given", async () => {
    await new CredentialApi(new Client({ endpoint, token: "t" }))
      .resettingAppSecretV2({ projectId: "p", instanceId: "i", appId: "a" });
    assert.equal(requests[0]!.headers["content-type"], undefined);
    assert.equal(requests[0]!.headers["content-length"], "0");
  });

  test("does not carry a token to wherever an answer points", async () => {
    answers = [{ status: 302, headers: { Location: `${endpoint}/elsewhere` } }];
    await assert.rejects(show(), (error) => error instanceof ApiError && error.status === 302);
    assert.equal(requests.length, 1);
  });

  test("ends when its time is over, or when it is told to", async () => {
    answers = [{ wait: 2000 }];
    await assert.rejects(show(gateways({ timeout: 50 })), { name: "TimeoutError" });
    const call = gateways().showDetailsOfInstanceV2({ projectId: "p", instanceId: "i" }, { signal: AbortSignal.timeout(50) });
    await assert.rejects(call, { name: "TimeoutError" });
    for (const seconds of ["60", "99999999999"]) {
      answers = [{ status: 503, headers: { "Retry-After": seconds } }];
      await assert.rejects(
        gateways().showDetailsOfInstanceV2({ projectId: "p", instanceId: "i" }, { signal: AbortSignal.timeout(200) }),
        { name: "TimeoutError" });
    }
  });
});

describe("a request is sent again", () => {
  test("as often as said, and then the error is given", async () => {
    answers = [{ status: 503, body: "busy" }];
    await assert.rejects(show(gateways({ retry: { attempts: 3, delay: 1 } })), { status: 503 });
    assert.equal(requests.length, 3);
  });

  test("after 429 and 503 only", async () => {
    for (const status of [400, 408, 500, 502, 504]) {
      answers = [{ status }];
      requests = [];
      await assert.rejects(show(gateways({ retry: { delay: 1 } })), { status });
      assert.equal(requests.length, 1, String(status));
    }
  });

  test("after what the server says", async () => {
    answers = [{ status: 429, headers: { "Retry-After": "1" } }, {}];
    const start = performance.now();
    await show(gateways({ retry: { delay: 1 } }));
    assert.ok(performance.now() - start > 990);
  });

  test("after pauses that double", async () => {
    answers = [{ status: 429 }];
    const start = performance.now();
    await assert.rejects(show(gateways({ retry: { attempts: 4, delay: 100 } })));
    const time = performance.now() - start;
    assert.ok(time > 340 && time < 5000, `${time} ms`);
  });
});

describe("an error", () => {
  test("has status, code, message and request", async () => {
    answers = [{
      status: 409, headers: { "X-Request-Id": "r-1" }, body: `{"error_code": "APIC.7707", "error_msg": "网", "more": [1]}`,
    }];
    await assert.rejects(show(), {
      name: "ApiError", status: 409, errorCode: "APIC.7707", errorMsg: "网", requestId: "r-1",
      message: "409 APIC.7707: 网 (request r-1)",
    });
    answers = [{ status: 400, body: `{"error_code": "APIG.0201", "error_msg": "m", "request_id": "r-2"}` }];
    await assert.rejects(show(), { requestId: "r-2" });
  });

  test("has them in IAM's form", async () => {
    answers = [{ status: 401, body: `{"error": {"code": 401, "message": "who?", "title": "Unauthorized"}}` }];
    await assert.rejects(show(), { status: 401, errorCode: "401", errorMsg: "who?" });
  });

  test("has the status where something else answers", async () => {
    for (const body of ["<html>Bad gateway</html>", "", "null", "[]", "5", `{"message": "no route"}`, `{"error": "x"}`, "{"]) {
      answers = [{ status: 502, body }];
      await assert.rejects(show(), { name: "ApiError", status: 502, errorCode: undefined, errorMsg: undefined, body });
    }
  });

  test("is given for a page that is no JSON in the place of an answer", async () => {
    answers = [{ body: "<html>Please log in</html>" }];
    await assert.rejects(show(), { name: "ApiError", status: 200, body: "<html>Please log in</html>" });
  });

  test("is not given for an empty answer", async () => {
    answers = [{ body: "" }];
    assert.equal(await show(), undefined);
    await gateways().deleteInstancesV2({ projectId: "p", instanceId: "i" });
  });

  test("is that of fetch where nobody answers", () =>
    assert.rejects(show(gateways({ endpoint: "http://127.0.0.1:1" })), { name: "TypeError", message: "fetch failed" }));
});

describe("paging", () => {
  const list = (names: string[], total?: bigint) => {
    const pages: string[] = [];
    const call = async ({ offset, limit }: { offset: bigint; limit: number }) => {
      pages.push(`${offset}+${limit}`);
      return { size: 0, total, names: names.slice(Number(offset), Number(offset) + Math.min(limit, 3)) };
    };
    return { pages, call };
  };
  const all = async (items: AsyncIterable<string>) => {
    const found = [];
    for await (const item of items) {
      found.push(item);
    }
    return found.join("");
  };

  test("gives what there is, and asks no more than needed", async () => {
    for (const [names, pages] of [["", 1], ["a", 1], ["ab", 1], ["abc", 2], ["abcd", 2], ["abcde", 3]] as const) {
      const { pages: asked, call } = list([...names], BigInt(names.length));
      assert.equal(await all(paginate(call, 2)), names);
      assert.equal(asked.length, pages, names);
    }
  });

  test("goes on after what came, even if that is less than it asked for", async () => {
    const { pages, call } = list([..."abcdefg"], 7n);
    assert.equal(await all(paginate(call, 500)), "abcdefg");
    assert.deepEqual(pages, ["0+500", "3+500", "6+500"]);
  });

  test("goes on until nothing comes where there is no total", async () =>
    assert.equal(await all(paginate(list([..."abcd"]).call, 2)), "abcd"));

  test("asks for no page before it is needed", async () => {
    const { pages, call } = list([..."abcd"], 4n);
    for await (const name of paginate(call, 2)) {
      if (name === "b") {
        break;
      }
    }
    assert.deepEqual(pages, ["0+2"]);
  });

  test("refuses what is no list", () =>
    assert.rejects(all(paginate(async () => ({ a: ["a"], b: ["b"] }))), TypeError));
});
