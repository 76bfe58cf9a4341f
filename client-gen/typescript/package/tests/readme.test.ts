import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const folder = new URL("readme/", import.meta.url);

describe("the read-me's programs run", () => {
  for (const program of readdirSync(folder).filter((file) => file.endsWith(".js"))) {
    test(program, async () => {
      const { stdout } = await promisify(execFile)(process.execPath, [fileURLToPath(new URL(program, folder))]);
      assert.notEqual(stdout, "");
    });
  }
});
