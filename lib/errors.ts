/** What can go wrong in a way that its reader can act on; the HTTP status follows from the code. */
const STATUS = {
  bad_request: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  gone: 410,
  content_too_large: 413,
  unsupported_media_type: 415,
  too_many_requests: 429,
  unavailable: 503,
} as const;

export type ErrorCode = keyof typeof STATUS;

/** One thing wrong with what was sent: the field (a search parameter, a column) and a reason that a person can act on. */
export type FieldIssue = { readonly field: string; readonly reason: string };

/**
 * An expected failure. The message is for people: it says what is wrong and the way out, and it is shown as it is.
 * What a log needs goes into `cause`.
 */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly issues: readonly FieldIssue[];
  /** Seconds after which asking again makes sense; null where nothing is known of that. */
  readonly retryAfterS: number | null;
  /** Further members of the error's answer, for its reader to go on with: both sides of a conflict. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: {
      cause?: unknown;
      issues?: readonly FieldIssue[];
      retryAfterS?: number;
      details?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.issues = options.issues ?? [];
    this.retryAfterS = options.retryAfterS ?? null;
    this.details = options.details ?? {};
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** Whether a thrown value is an AppError. By shape: a class has one copy per bundle, so `instanceof` fails across them. */
export function isAppError(thrown: unknown): thrown is AppError {
  return thrown instanceof Error && thrown.name === "AppError" && "code" in thrown && "issues" in thrown;
}
