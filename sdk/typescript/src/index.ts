export { Client, type ClientOptions } from "./client.js";
export { ApiError, ConnectionError, TaskFailedError, TaskTimeoutError } from "./errors.js";
export { Items } from "./items.js";
export * from "./models.js";
export type * from "./operations.js";
export { type CallOptions, type IfMatch, type Keyed, Reply, etag } from "./request.js";
export { NO_RETRIES, type Retries, USUAL_RETRIES } from "./retries.js";
