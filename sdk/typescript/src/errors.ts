import type { Problem, Task } from "./models.js";
import type { Reply } from "./request.js";

/** The server refused, and said why (RFC 9457). */
export class ApiError extends Error {
  override readonly name = "ApiError";

  constructor(
    readonly problem: Problem,
    readonly reply: Reply,
  ) {
    super(`${problem.code}: ${problem.detail}`);
  }

  /** The stable code of the catalogue, as in `NAME_TAKEN`. */
  get code(): string {
    return this.problem.code;
  }

  /** The HTTP status. */
  get status(): number {
    return this.reply.status;
  }

  /** What to do next. */
  get hint(): string {
    return this.problem.hint;
  }

  /** Whether the same request can succeed later. */
  get retryable(): boolean {
    return this.problem.retryable;
  }

  /** For support. */
  get requestId(): string | undefined {
    return this.problem.request_id ?? this.reply.requestId;
  }
}

/**
 * No answer came; whether the server did the work is not known. Send a POST again under the same key, and
 * it is done once.
 */
export class ConnectionError extends Error {
  override readonly name = "ConnectionError";

  constructor(
    message: string,
    readonly idempotencyKey: string | undefined,
    cause: unknown,
  ) {
    super(message, { cause });
  }
}

/** A task ended without doing what it was asked. */
export class TaskFailedError extends Error {
  override readonly name = "TaskFailedError";

  constructor(readonly task: Task) {
    const why = task.error === undefined ? "" : `: ${task.error.code}: ${task.error.detail}`;
    super(`${describe(task)} is ${task.state}${why}`);
  }
}

/** A task did not end in the time given. It goes on. */
export class TaskTimeoutError extends Error {
  override readonly name = "TaskTimeoutError";

  /** @param task as it was seen last */
  constructor(readonly task: Task) {
    super(`${describe(task)} is still ${task.state}`);
  }
}

function describe(task: Task): string {
  return `task ${task.id} (${task.kind} ${task.target_name})`;
}

const LONGEST_DETAIL = 200;

/** Reads a problem document, also where something between us and the server answered otherwise. */
export function readProblem(reply: Reply, text: string): Problem {
  if (reply.headers.get("content-type")?.includes("json")) {
    try {
      const problem = JSON.parse(text) as Problem;
      if (typeof problem.code === "string" && typeof problem.title === "string") {
        return { ...problem, status: reply.status };
      }
    } catch {
      // Not JSON after all: it is told as it stands.
    }
  }
  const detail = text.trim();
  const foreign: Problem = {
    type: "about:blank",
    title: `The server answered ${reply.status}`,
    status: reply.status,
    code: `HTTP_${reply.status}`,
    detail: detail.length > LONGEST_DETAIL ? `${detail.slice(0, LONGEST_DETAIL)}…` : detail,
    hint: "Check that the endpoint is a Dataverket server.",
    retryable: reply.status === 429 || reply.status === 503,
  };
  return reply.requestId === undefined ? foreign : { ...foreign, request_id: reply.requestId };
}
