export { Client, type ClientOptions, type ConnectionOptions, type Credentials, type RetryOptions } from "./client.js";
export { ApiError } from "./errors.js";
export type { Int64 } from "./int64.js";
export { type ItemOf, paginate } from "./paging.js";
export { type ApiResponse, RequiredError } from "./runtime.js";
export { sign, type SignableRequest, type SigningKey } from "./signer.js";
export { type PasswordOptions, tokenByPassword } from "./token.js";
