/** A key that requests are signed with: an access key of IAM, or the key and secret of an app. */
export interface SigningKey {
  accessKey: string;
  secretKey: string;
}

/** A request as it goes over the wire. */
export interface SignableRequest {
  method: string;
  url: URL;
  headers: Headers;
  body?: ArrayBuffer | undefined;
}

const ALGORITHM = "SDK-HMAC-SHA256";
const SIGNED_HEADERS = ["content-type", "host", "x-project-id", "x-sdk-date"];
const UTF_8 = new TextEncoder();

/** Adds X-Sdk-Date and Authorization (SDK-HMAC-SHA256) to the headers of a request. */
export async function sign(request: SignableRequest, key: SigningKey, date: Date = new Date()): Promise<void> {
  const sdkDate = date.toISOString().replace(/[-:]|\.[0-9]+/g, "");
  request.headers.set("X-Sdk-Date", sdkDate);
  const headers = new Headers(request.headers);
  headers.set("Host", request.url.host);
  const signed = SIGNED_HEADERS.filter((name) => headers.has(name));

  const canonicalRequest = [
    request.method,
    canonicalPath(request.url),
    canonicalQuery(request.url),
    ...signed.map((name) => `${name}:${headers.get(name)}`),
    "",
    signed.join(";"),
    hex(await crypto.subtle.digest("SHA-256", request.body ?? new ArrayBuffer(0))),
  ].join("\n");
  const hash = hex(await crypto.subtle.digest("SHA-256", UTF_8.encode(canonicalRequest)));

  const hmac = { name: "HMAC", hash: "SHA-256" };
  const secret = await crypto.subtle.importKey("raw", UTF_8.encode(key.secretKey), hmac, false, ["sign"]);
  const signature = hex(await crypto.subtle.sign(hmac, secret, UTF_8.encode(`${ALGORITHM}\n${sdkDate}\n${hash}`)));
  request.headers.set("Authorization",
    `${ALGORITHM} Access=${key.accessKey}, SignedHeaders=${signed.join(";")}, Signature=${signature}`);
}

function canonicalPath(url: URL): string {
  const path = decodeURIComponent(url.pathname).split("/").map(encode).join("/");
  return path.endsWith("/") ? path : `${path}/`;
}

function canonicalQuery(url: URL): string {
  return [...url.searchParams]
    .sort(([name, value], [otherName, otherValue]) => compare(name, otherName) || compare(value, otherValue))
    .map(([name, value]) => `${encode(name)}=${encode(value)}`).join("&");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** As RFC 3986 says: what encodeURIComponent leaves is more than is unreserved. */
function encode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
