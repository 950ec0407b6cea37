import type { FieldIssue } from "@/lib/errors";
import type { ListingConflict } from "@/lib/listings/field-conflicts";

/** Why something was not done, for people; `conflict` where somebody else was first. */
export type Refused = {
  readonly status: number;
  readonly message: string;
  readonly issues: readonly FieldIssue[];
  readonly conflict?: ListingConflict;
};
export type Answer<T> = { readonly value: T; readonly refused?: never } | { readonly refused: Refused };

type Asked = {
  readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: unknown;
  /** Goes on though the page is left; for 64 KB at most. */
  readonly keepalive?: boolean;
};

/** What the API says, yes or no; nothing is thrown. */
export async function askJson<T>(
  url: string,
  { method = "GET", body, keepalive = false }: Asked = {},
): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      method,
      keepalive,
      headers: {
        accept: "application/json",
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const answer = response.status === 204 ? null : await response.json();
    return response.ok ? { value: answer } : { refused: refusedBy(response.status, answer?.error) };
  } catch {
    return { refused: { status: 0, message: UNREACHABLE, issues: [] } };
  }
}

const UNREACHABLE = "The portal could not be reached. What you typed is still here; try again in a moment.";
const SIGNED_OUT =
  "You are signed out. Sign in again in another tab, then come back: what you typed is still here.";

function refusedBy(status: number, error: Partial<Refused> | undefined): Refused {
  const { message = UNREACHABLE, issues = [], conflict } = error ?? {};
  const said = status === 401 ? SIGNED_OUT : message;
  return { status, message: said, issues, ...(conflict === undefined ? {} : { conflict }) };
}
