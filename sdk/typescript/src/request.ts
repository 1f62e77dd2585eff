/** How one call is sent. */
export interface CallOptions {
  /** Ends the call, retries included. */
  signal?: AbortSignal;
  /** How long each answer may take, instead of what the client was given. */
  timeoutMs?: number;
  /** Is given status and headers of the answer of success. */
  onReply?: (reply: Reply) => void;
}

/** Of calls that are sent under an idempotency key. */
export interface Keyed {
  /** Sent in place of a fresh one: for 24 hours the same key and body give the same answer. */
  idempotencyKey?: string;
}

/** Of calls that change what they must have read. */
export interface IfMatch {
  /** ETag of the resource as it was read. */
  ifMatch: string;
}

/** One request, before the client adds its headers. */
export interface Request {
  method: string;
  /** Encoded, without the query. */
  path: string;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
  mergePatch?: boolean;
  idempotencyKey?: string | undefined;
  ifMatch?: string;
}

/** What the server answered, save for its body. */
export class Reply {
  constructor(
    readonly status: number,
    readonly headers: Headers,
  ) {}

  /** As it is sent back to say which state of the resource a change is meant for. */
  get etag(): string | undefined {
    return this.headers.get("etag") ?? undefined;
  }

  /** For support. */
  get requestId(): string | undefined {
    return this.headers.get("x-request-id") ?? undefined;
  }

  /** Whether a stored answer was given, the idempotency key having been used before. */
  get replayed(): boolean {
    return this.headers.get("idempotency-replayed") === "true";
  }
}

/** The ETag of a resource as it was read. */
export function etag(resource: { generation: number }): string {
  return `"g${resource.generation}"`;
}

/** A value as it stands in a path. */
export function segment(value: string): string {
  return encodeURIComponent(value).replaceAll("%40", "@");
}

/** A path with its query; what is undefined is left out. */
export function target(request: Request): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(request.query ?? {})) {
    if (value !== undefined) {
      query.set(name, String(value));
    }
  }
  const text = query.toString(); // Node 18 knows no size of it
  return text === "" ? request.path : `${request.path}?${text}`;
}
