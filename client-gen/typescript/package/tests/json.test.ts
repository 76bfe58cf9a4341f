import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { parseJson, stringifyJson } from "../dist/json.js";

describe("JSON", () => {
  const exact: [string, unknown][] = [
    ["9007199254740993", 9007199254740993n],
    ["-9223372036854775808", -9223372036854775808n],
    ["[9007199254740991,1234567890123456789012]", [9007199254740991, 1234567890123456789012n]],
    [`{"9007199254740993":"9007199254740993","a\\"b":[9007199254740993]}`,
      { "9007199254740993": "9007199254740993", 'a"b': [9007199254740993n] }],
    [`["\\u0000","\\u00001","\\u0000\\u0000",9007199254740993]`, ["\0", "\u00001", "\0\0", 9007199254740993n]],
    [`{"\\u00001":9007199254740993}`, { "\u00001": 9007199254740993n }],
    [`"\\\\\\"9007199254740993\\\\"`, '\\"9007199254740993\\'],
    ["0.5", 0.5],
    ["null", null],
  ];
  for (const [text, value] of exact) {
    test(`${text} is read and written exactly`, () => {
      assert.deepEqual(parseJson(text), value);
      assert.equal(stringifyJson(value), text);
    });
  }

  test("has fractions and exponents as numbers", () =>
    assert.deepEqual(parseJson("[0.12345678901234567890, 1e3, 12345678901234567890.5]"), [0.12345678901234568, 1000, 12345678901234567890.5]));

  test("is refused where it is none", () => {
    for (const text of ["", "<html>", "9007199254740993x", "09007199254740993", "--9007199254740993", "[9007199254740993"]) {
      assert.throws(() => parseJson(text), SyntaxError, text);
    }
  });

  test("may be long", () => {
    const text = `"${"\\n9".repeat(1_000_000)}9007199254740993"`;
    assert.equal(stringifyJson(parseJson(text)), text);
  });
});
