/**
 * JSON whose integers are exact: JSON.parse and JSON.stringify with bigints.
 *
 * On their way through the platform's functions such integers are strings that begin with MARK; a string that begins with
 * it by itself gets another one.
 */
const MARK = "\0";
const ESCAPED_MARK = "\\u0000";

/** A string, with the colon behind it if it is a name, or a number. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"(\s*:)?|-?[0-9][0-9.eE+-]*/g;
const LONG_INTEGER = /^-?[1-9][0-9]{15,}$/;

/** Integers beyond what a number holds exactly become bigints. */
export function parseJson(text: string): unknown {
  if (!/[0-9]{16}/.test(text)) {
    return JSON.parse(text);
  }
  const marked = text.replace(TOKEN, (token, colon) => {
    if (LONG_INTEGER.test(token) && !Number.isSafeInteger(Number(token))) {
      return `"${ESCAPED_MARK}${token}"`;
    }
    return !colon && token.startsWith(`"${ESCAPED_MARK}`) ? `"${ESCAPED_MARK}${token.slice(1)}` : token;
  });
  return JSON.parse(marked, (_name, value) => {
    if (typeof value !== "string" || !value.startsWith(MARK)) {
      return value;
    }
    return value.startsWith(MARK + MARK) ? value.slice(1) : BigInt(value.slice(1));
  });
}

/** Bigints become integers. */
export function stringifyJson(value: unknown): string {
  const marked = JSON.stringify(value, (_name, part) => {
    if (typeof part === "bigint") {
      return MARK + part;
    }
    return typeof part === "string" && part.startsWith(MARK) ? MARK + part : part;
  });
  return marked.replace(TOKEN, (token, colon) => {
    if (colon || !token.startsWith(`"${ESCAPED_MARK}`)) {
      return token;
    }
    const rest = token.slice(1 + ESCAPED_MARK.length);
    return rest.startsWith(ESCAPED_MARK) ? `"${rest}` : rest.slice(0, -1);
  });
}
