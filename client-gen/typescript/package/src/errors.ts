/** An answer that is not the one that was asked for. Where there is no answer at all, errors are those of fetch. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** HTTP status of the answer. */
  readonly status: number;
  /** The server's code for what is wrong, e.g. APIC.7101; undefined where something between here and there answered. */
  readonly errorCode: string | undefined;
  /** The server's words for what is wrong. */
  readonly errorMsg: string | undefined;
  /** What to name to whoever runs the server. */
  readonly requestId: string | undefined;
  /** The answer as it came. */
  readonly body: string;

  constructor(response: Response, body: string) {
    const error = parse(body);
    const requestId = response.headers.get("X-Request-Id") ?? error.requestId;
    super(`${response.status} ${error.code ?? response.statusText}: ${error.message ?? body.slice(0, 200)}`
      + (requestId === undefined ? "" : ` (request ${requestId})`));
    this.status = response.status;
    this.errorCode = error.code;
    this.errorMsg = error.message;
    this.requestId = requestId;
    this.body = body;
  }
}

/** Reads both forms: error_code and error_msg; and that of IAM, an object with code and message. */
function parse(body: string): { code?: string; message?: string; requestId?: string } {
  let json: any;
  try {
    json = JSON.parse(body);
  } catch {
    return {};
  }
  const text = (value: unknown) => (value == null || typeof value === "object" ? undefined : String(value));
  return {
    code: text(json?.error_code ?? json?.error?.code),
    message: text(json?.error_msg ?? json?.error?.message),
    requestId: text(json?.request_id),
  };
}
