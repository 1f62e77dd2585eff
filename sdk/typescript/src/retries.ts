import type { Problem } from "./models.js";
import type { Reply } from "./request.js";

/** How often a request is repeated, and how long is waited altogether. */
export interface Retries {
  most: number;
  longestMs: number;
}

/** Three times in half a minute. */
export const USUAL_RETRIES: Retries = { most: 3, longestMs: 30_000 };

/** Never. */
export const NO_RETRIES: Retries = { most: 0, longestMs: 0 };

/**
 * How long to wait before the request is repeated, or undefined if it must not be: only where the first of
 * the same key is still going on, and on 429 and 503 where the server says when.
 */
export function retryAfter(
  bounds: Retries,
  reply: Reply,
  problem: Problem,
  attempt: number,
  waitedMs: number,
): number | undefined {
  const asked = secondsOf(reply.headers.get("retry-after"));
  let wait: number | undefined;
  if (reply.status === 409 && problem.code === "IDEMPOTENCY_IN_PROGRESS") {
    wait = Math.max(asked ?? 0, 1) * 1000;
  } else if ((reply.status === 429 || reply.status === 503) && asked !== undefined) {
    wait = asked * 1000;
  }
  const allowed = wait !== undefined && attempt <= bounds.most && waitedMs + wait <= bounds.longestMs;
  return allowed ? wait : undefined;
}

/** Seconds; a date (RFC 9110 §10.2.3) is not what our servers send. */
function secondsOf(header: string | null): number | undefined {
  return header !== null && /^\d+$/.test(header.trim()) ? Number(header) : undefined;
}
