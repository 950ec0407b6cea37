/** What can go wrong in a way that its reader can act on; the HTTP status follows from the code. */
const STATUS = {
  bad_request: 400,
  not_found: 404,
  conflict: 409,
  gone: 410,
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

  constructor(
    readonly code: ErrorCode,
    message: string,
    options: { cause?: unknown; issues?: readonly FieldIssue[] } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.issues = options.issues ?? [];
  }

  get status(): number {
    return STATUS[this.code];
  }
}

/** Whether a thrown value is an AppError. By shape: a class has one copy per bundle, so `instanceof` fails across them. */
export function isAppError(thrown: unknown): thrown is AppError {
  return thrown instanceof Error && thrown.name === "AppError" && "code" in thrown && "issues" in thrown;
}
