import { randomUUID } from "node:crypto";
import { ApiError, ConnectionError, TaskFailedError, TaskTimeoutError, readProblem } from "./errors.js";
import type { Task } from "./models.js";
import { Operations } from "./operations.js";
import { type CallOptions, Reply, type Request, target } from "./request.js";
import { type Retries, USUAL_RETRIES, retryAfter } from "./retries.js";

const LONGEST_POLL_MS = 30_000;
const POLL_MARGIN_MS = 15_000;

/** How a client is set up. */
export interface ClientOptions {
  /** The server's root, as in `https://dv.example.org`. */
  endpoint: string;
  /** The bearer token. */
  token?: string;
  /** How long each answer may take; a minute if left out. */
  timeoutMs?: number;
  /** How often requests are repeated; USUAL_RETRIES if left out. */
  retries?: Retries;
  /** The program's name and version. */
  userAgent?: string;
  /** Sends in place of the fetch of the platform, as for a certificate authority of one's own. */
  fetch?: typeof fetch;
}

/** The typed client: one method for each operation of the API, and waiting for tasks. */
export class Client extends Operations {
  private readonly root: string;

  constructor(private readonly settings: ClientOptions) {
    super();
    if (!/^https?:$/.test(new URL(settings.endpoint).protocol)) {
      throw new TypeError(`not an endpoint of HTTP: ${settings.endpoint}`);
    }
    this.root = settings.endpoint.replace(/\/+$/, "");
  }

  /**
   * Waits until the task is in a final state, and gives it in whichever it is.
   *
   * @throws TaskTimeoutError if it has not ended in time; the task goes on
   */
  async awaitTask(task: string, withinMs = 300_000, options: { signal?: AbortSignal } = {}): Promise<Task> {
    const deadline = Date.now() + withinMs;
    let etag: string | undefined;
    const onReply = (reply: Reply) => {
      etag = reply.etag;
    };
    let seen = await this.getTask(task, { ...options, onReply });
    while (!isFinal(seen)) {
      const left = deadline - Date.now();
      if (left <= 0) {
        throw new TaskTimeoutError(seen);
      }
      const poll = Math.min(left, LONGEST_POLL_MS);
      seen = await this.waitTask(task, {
        ...options,
        timeout: `${Math.max(1, Math.floor(poll / 1000))}s`,
        changed_since: versionOf(etag),
        timeoutMs: poll + POLL_MARGIN_MS,
        onReply,
      });
    }
    return seen;
  }

  /**
   * Waits until the task has succeeded.
   *
   * @throws TaskFailedError if it failed or was cancelled
   * @throws TaskTimeoutError if it has not ended in time; the task goes on
   */
  async awaitSuccess(task: string, withinMs?: number, options?: { signal?: AbortSignal }): Promise<Task> {
    const ended = await this.awaitTask(task, withinMs, options);
    if (ended.state !== "SUCCEEDED") {
      throw new TaskFailedError(ended);
    }
    return ended;
  }

  protected override async send<T>(request: Request, options: CallOptions): Promise<T> {
    const headers = this.headers(request);
    let waited = 0;
    for (let attempt = 1; ; attempt++) {
      const { reply, text } = await this.exchange(request, headers, options);
      if (reply.status < 400) {
        options.onReply?.(reply);
        return (text === "" ? undefined : JSON.parse(text)) as T;
      }
      const problem = readProblem(reply, text);
      const wait = retryAfter(this.settings.retries ?? USUAL_RETRIES, reply, problem, attempt, waited);
      if (wait === undefined) {
        throw new ApiError(problem, reply);
      }
      await pause(wait, options.signal);
      waited += wait;
    }
  }

  private headers(request: Request): Record<string, string> {
    const headers: Record<string, string> = {
      Accept: "application/json",
      "User-Agent": this.settings.userAgent ?? "dataverket-sdk-typescript",
    };
    if (this.settings.token !== undefined) {
      headers["Authorization"] = `Bearer ${this.settings.token}`;
    }
    if (request.method === "POST") {
      headers["Idempotency-Key"] = request.idempotencyKey ?? randomUUID();
    }
    if (request.ifMatch !== undefined) {
      headers["If-Match"] = request.ifMatch;
    }
    if (request.body !== undefined) {
      headers["Content-Type"] = request.mergePatch ? "application/merge-patch+json" : "application/json";
    }
    return headers;
  }

  private async exchange(request: Request, headers: Record<string, string>, options: CallOptions) {
    const limit = new AbortController();
    const timer = setTimeout(
      () => limit.abort(new Error("no answer in time")),
      options.timeoutMs ?? this.settings.timeoutMs ?? 60_000,
    );
    const stop = () => limit.abort(options.signal?.reason);
    options.signal?.throwIfAborted();
    options.signal?.addEventListener("abort", stop);
    try {
      const answer = await (this.settings.fetch ?? fetch)(this.root + target(request), {
        method: request.method,
        headers,
        signal: limit.signal,
        ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
      });
      return { reply: new Reply(answer.status, answer.headers), text: await answer.text() };
    } catch (cause) {
      options.signal?.throwIfAborted();
      const what = `${request.method} ${this.root}${request.path}`;
      throw new ConnectionError(`${what}: ${reasonOf(cause)}`, headers["Idempotency-Key"], cause);
    } finally {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", stop);
    }
  }
}

function isFinal(task: Task): boolean {
  return task.state === "SUCCEEDED" || task.state === "FAILED" || task.state === "CANCELLED";
}

/** The number in an ETag like "g17". */
function versionOf(etag: string | undefined): number | undefined {
  const digits = etag?.match(/\d+/)?.[0];
  return digits === undefined ? undefined : Number(digits);
}

/** The fetch of Node says why only in the cause of what it throws. */
function reasonOf(failure: unknown): string {
  const cause = failure instanceof Error && failure.cause !== undefined ? failure.cause : failure;
  return cause instanceof Error ? cause.message : String(cause);
}

function pause(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    signal?.addEventListener("abort", stop, { once: true });
  });
}
