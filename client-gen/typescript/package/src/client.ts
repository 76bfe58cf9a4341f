import { ApiError } from "./errors.js";
import { stringifyJson } from "./json.js";
import { sign, type SigningKey } from "./signer.js";
import { VERSION } from "./version.js";

/** Who calls: the holder of a token, or of an access key. */
export type Credentials =
  | { /** Sent as X-Auth-Token. */ token: string }
  | (SigningKey & { /** The project that the key is used in, sent as X-Project-Id. */ projectId?: string });

export interface ConnectionOptions {
  /** Where the server is, e.g. http://localhost:8080; a path is kept. */
  endpoint: string;
  /** How long an attempt may take until its answer is read, in milliseconds; 30,000 without it. */
  timeout?: number;
  retry?: RetryOptions;
}

/** Requests that are refused with 429 or 503, and so not carried out, are sent again. */
export interface RetryOptions {
  /** How often a request is sent at most; 4 without it, 1 for never again. */
  attempts?: number;
  /** The pause after the first attempt in milliseconds, 200 without it. It doubles; the server's Retry-After counts more. */
  delay?: number;
}

export type ClientOptions = ConnectionOptions & Credentials;

/** A request as generated code describes it. */
export interface RequestOpts {
  path: string;
  method: string;
  headers: Record<string, string>;
  query?: Record<string, unknown>;
  body?: unknown;
}

/** Sends the requests of all APIs: give it to their constructors. */
export class Client {
  readonly #endpoint: string;
  readonly #timeout: number;
  readonly #attempts: number;
  readonly #delay: number;
  readonly #credentials: Credentials | undefined;

  /** Throws a TypeError or RangeError that says what would be right, where something is missing or wrong. */
  constructor(options: ClientOptions);
  /** @internal */
  constructor(options: ConnectionOptions, anonymous: true);
  constructor(options: ConnectionOptions & Partial<ClientOptions>, anonymous = false) {
    this.#endpoint = checkedEndpoint(options.endpoint);
    this.#credentials = anonymous ? undefined : checkedCredentials(options);
    this.#timeout = atLeast(1, "timeout", options.timeout ?? 30_000);
    this.#attempts = atLeast(1, "retry.attempts", options.retry?.attempts ?? 4);
    this.#delay = atLeast(0, "retry.delay", options.retry?.delay ?? 200);
  }

  /**
   * Sends a request until it is not refused for the time being.
   *
   * @param init what to give to fetch besides, e.g. a signal that ends it
   * @throws ApiError if the status of the answer is not 2xx
   */
  async send(request: RequestOpts, init: RequestInit = {}): Promise<Response> {
    const { url, headers, body } = await encoded(this.#endpoint, request, init);
    for (let attempt = 1; ; attempt++) {
      const sent = new Headers(headers);
      await this.#authenticate({ method: request.method, url, headers: sent, body });
      const response = await fetch(url, {
        ...init,
        method: request.method,
        headers: sent,
        body,
        // A token must not follow to wherever an answer points.
        redirect: "manual",
        signal: AbortSignal.any([AbortSignal.timeout(this.#timeout), ...(init.signal ? [init.signal] : [])]),
      });
      if (response.ok) {
        return response;
      }
      const answer = await response.text();
      if ((response.status !== 429 && response.status !== 503) || attempt >= this.#attempts) {
        throw new ApiError(response, answer);
      }
      await pause(this.#pauseAfter(attempt, response), init.signal);
    }
  }

  async #authenticate(request: { method: string; url: URL; headers: Headers; body: ArrayBuffer | undefined }) {
    const credentials = this.#credentials;
    if (credentials === undefined) {
      return;
    }
    if ("token" in credentials) {
      request.headers.set("X-Auth-Token", credentials.token);
      return;
    }
    if (credentials.projectId !== undefined) {
      request.headers.set("X-Project-Id", credentials.projectId);
    }
    await sign(request, credentials);
  }

  #pauseAfter(attempt: number, response: Response): number {
    const retryAfter = response.headers.get("Retry-After") ?? "";
    const pause = /^[0-9]+$/.test(retryAfter)
      ? Number(retryAfter) * 1000
      : this.#delay * 2 ** (attempt - 1) * (0.5 + Math.random() / 2);
    // Timers take a longer one for none.
    return Math.min(pause, 2 ** 31 - 1);
  }
}

/** What goes over the wire, the same in each attempt: a form too has its boundary from here on, so it can be signed. */
async function encoded(endpoint: string, { path, method, headers, query = {}, body }: RequestOpts, init: RequestInit) {
  // URLs take such a segment for a way up, even if it is encoded.
  if (path.split("/").some((segment) => segment === "." || segment === "..")) {
    throw new TypeError(`A parameter of the path must not be "." or "..": ${path}`);
  }
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value]).map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`));
  const url = new URL(endpoint + path + (pairs.length > 0 ? `?${pairs.join("&")}` : ""));

  const all = new Headers(init.headers);
  // Browsers have their own, and ask the server whether another is allowed.
  if (!("document" in globalThis)) {
    all.set("User-Agent", `postern-client-typescript/${VERSION}`);
  }
  for (const [name, value] of Object.entries(headers)) {
    all.set(name, value);
  }
  if (body === undefined) {
    all.delete("Content-Type");
    return { url, headers: all, body: undefined };
  }
  const plain = body instanceof FormData || body instanceof Blob ? body : stringifyJson(body);
  const request = new Request(url, { method, headers: all, body: plain });
  return { url, headers: request.headers, body: await request.arrayBuffer() };
}

function checkedEndpoint(endpoint: unknown): string {
  try {
    const url = new URL(String(endpoint));
    decodeURIComponent(url.pathname);
    if (/^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username && !url.password) {
      return url.href.replace(/\/+$/, "");
    }
  } catch {
    // Said below.
  }
  throw new TypeError("endpoint must be an address such as http://localhost:8080, without user, query or fragment");
}

function checkedCredentials(given: Partial<Record<"token" | "accessKey" | "secretKey" | "projectId", unknown>>): Credentials {
  const { token, accessKey, secretKey, projectId } = given;
  const keys = accessKey !== undefined || secretKey !== undefined;
  if ((token !== undefined) === keys) {
    throw new TypeError("Credentials must be either token, or accessKey and secretKey");
  }
  if (!keys) {
    return { token: checkedHeader("token", token) };
  }
  if (typeof secretKey !== "string" || secretKey === "") {
    throw new TypeError("secretKey must be a text that is not empty, beside accessKey");
  }
  return {
    accessKey: checkedHeader("accessKey", accessKey),
    secretKey,
    ...(projectId === undefined ? {} : { projectId: checkedHeader("projectId", projectId) }),
  };
}

/** Checked here, because fetch prints what it cannot send. */
function checkedHeader(name: string, value: unknown): string {
  if (typeof value !== "string" || !/^[\x21-\x7e]+$/.test(value)) {
    throw new TypeError(`${name} must be a text that is not empty, of visible ASCII characters`);
  }
  return value;
}

function atLeast(minimum: number, name: string, value: number): number {
  if (!Number.isSafeInteger(value) || value < minimum) {
    throw new RangeError(`${name} must be an integer of ${minimum} or more: ${value}`);
  }
  return value;
}

function pause(milliseconds: number, signal?: AbortSignal | null): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const ended = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", ended);
      resolve();
    }, milliseconds);
    signal?.addEventListener("abort", ended, { once: true });
  });
}
