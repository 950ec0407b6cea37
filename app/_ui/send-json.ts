import { signInAgain } from "@/app/_ui/session-end";
import type { FieldIssue } from "@/lib/errors";

export type Answer<T> = { readonly ok: true; readonly value: T } | Refusal;

export type Refusal = {
  readonly ok: false;
  /** A code of lib/errors.ts, "internal", or "unreachable" when no answer came. */
  readonly code: string;
  /** For people, to be shown as it is. */
  readonly message: string;
  readonly issues: readonly FieldIssue[];
  /** Further members of the error: the sides of a conflict. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Seconds after which asking again makes sense, if that is known. */
  readonly retryAfterS: number | null;
};

/** A Refusal where failures are thrown. Its message is for people. */
export class RefusedRequest extends Error {
  override readonly name = "RefusedRequest";

  constructor(readonly refusal: Refusal) {
    super(refusal.message);
  }
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
type Options = { readonly signal?: AbortSignal };

/**
 * Asks an address of this site, with `body` as JSON unless it is undefined. What it refuses comes back as a value; only an abort rejects. An
 * answer without a body has the value undefined: sendJson<void>. When the session has ended and something can ask to sign in again
 * (session-end.ts), it waits for that and then asks once more, so that nothing typed is lost.
 */
export async function sendJson<T>(
  method: Method,
  url: string,
  body?: unknown,
  options: Options = {},
): Promise<Answer<T>> {
  const answer = await sendOnce<T>(method, url, body, options);
  if (answer.ok || answer.code !== "unauthorized" || !(await signInAgain())) return answer;
  return sendOnce(method, url, body, options);
}

/** As sendJson, where what is refused is thrown, as a RefusedRequest. */
export async function sendOrThrow<T>(...request: Parameters<typeof sendJson>): Promise<T> {
  const answer = await sendJson<T>(...request);
  if (!answer.ok) throw new RefusedRequest(answer);
  return answer.value;
}

/** As sendJson, for signing in itself: whoever is not let in is told so at once. */
export async function sendOnce<T>(
  method: Method,
  url: string,
  body?: unknown,
  { signal }: Options = {},
): Promise<Answer<T>> {
  const type = body === undefined ? undefined : { "content-type": "application/json" };
  try {
    const response = await fetch(url, {
      method,
      headers: { accept: "application/json", ...type },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
    });
    if (!response.ok) return await refusalOf(response);
    return { ok: true, value: response.status === 204 ? undefined : await response.json() };
  } catch (thrown) {
    if (signal?.aborted) throw thrown;
    return { ...NOTHING_KNOWN, code: "unreachable", message: UNREACHABLE };
  }
}

const NOTHING_KNOWN = { ok: false, issues: [], details: {}, retryAfterS: null } as const;
const UNREACHABLE = "The portal does not answer; check the connection, and try again.";

async function refusalOf(response: Response): Promise<Refusal> {
  const after = Number(response.headers.get("retry-after") ?? Number.NaN);
  const retryAfterS = Number.isFinite(after) ? after : null;
  const answered = await response.json().catch(() => null);
  const { code, message, issues = [], ...details } = answered?.error ?? {};
  if (typeof code === "string" && typeof message === "string")
    return { ok: false, code, message, issues, details, retryAfterS };
  const unexpected = `The portal answered ${response.status}; try again in a moment.`;
  return { ...NOTHING_KNOWN, code: "internal", message: unexpected, retryAfterS };
}
