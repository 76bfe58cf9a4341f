import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { sign } from "@postern/client";
import { signatures } from "./environment.js";

interface Vector {
  name: string;
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
  access_key: string;
  secret_key: string;
  date: string;
  canonical_request: string;
  authorization: string;
}

describe("signatures are those of the vendor", () => {
  for (const vector of JSON.parse(readFileSync(signatures, "utf8")) as Vector[]) {
    test(vector.name, async () => {
      const headers = new Headers(vector.headers);
      const date = new Date(vector.date.replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z"));
      await sign({
        method: vector.method,
        url: new URL(vector.url),
        headers,
        body: new TextEncoder().encode(vector.body).buffer as ArrayBuffer,
      }, { accessKey: vector.access_key, secretKey: vector.secret_key }, date);
      assert.equal(headers.get("X-Sdk-Date"), vector.date);
      assert.equal(headers.get("Authorization"), vector.authorization, vector.canonical_request);
    });
  }
});
