import type { Client, RequestOpts } from "./client.js";
import { ApiError } from "./errors.js";
import { parseJson } from "./json.js";

export type { RequestOpts } from "./client.js";
export type HTTPHeaders = Record<string, string>;
/** Generated code would take a function too; this client does not. */
export type InitOverrideFunction = never;

export interface Consume {
  contentType: string;
}

/** An answer of 2xx, and what it holds. */
export interface ApiResponse<T> {
  raw: Response;
  value(): Promise<T>;
}

/** What all APIs have in common. */
export class BaseAPI {
  /** Generated code would put a token of this into requests; the client does that for each attempt. */
  protected declare readonly configuration?: { apiKey?: (name: string) => string };
  readonly #client: Client;

  constructor(client: Client) {
    this.#client = client;
  }

  protected request(request: RequestOpts, init?: RequestInit): Promise<Response> {
    return this.#client.send(request, init);
  }
}

/** A parameter that has to be there is not. */
export class RequiredError extends TypeError {
  override readonly name = "RequiredError";

  constructor(readonly field: string, message: string) {
    super(message);
  }
}

export class JSONApiResponse<T> implements ApiResponse<T> {
  constructor(readonly raw: Response, private readonly fromJson: (json: any) => T) {}

  /** Undefined if the answer is empty; an ApiError if it is not JSON, because then it is not the server's. */
  async value(): Promise<T> {
    const body = await this.raw.text();
    if (body === "") {
      return undefined as T;
    }
    let json;
    try {
      json = parseJson(body);
    } catch {
      throw new ApiError(this.raw, body);
    }
    return this.fromJson(json);
  }
}

export class VoidApiResponse implements ApiResponse<void> {
  /** Reads what may have come all the same, so that the connection is used again. */
  constructor(readonly raw: Response) {
    raw.arrayBuffer().catch(() => {});
  }

  async value(): Promise<void> {}
}

export class BlobApiResponse implements ApiResponse<Blob> {
  constructor(readonly raw: Response) {}

  value(): Promise<Blob> {
    return this.raw.blob();
  }
}

export function mapValues<T>(json: Record<string, unknown>, fn: (item: any) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(json).map(([name, value]) => [name, fn(value)]));
}

export function canConsumeForm(consumes: Consume[]): boolean {
  return consumes.some(({ contentType }) => contentType === "multipart/form-data");
}
