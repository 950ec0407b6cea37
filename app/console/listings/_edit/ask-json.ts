import { sendJson } from "@/app/_ui/send-json";
import type { FieldIssue } from "@/lib/errors";
import type { ListingConflict } from "@/lib/listings/field-conflicts";

/** Why something was not done, for people; `conflict` where somebody else was first. */
export type Refused = {
  readonly message: string;
  readonly issues: readonly FieldIssue[];
  readonly conflict?: ListingConflict;
};
export type Answer<T> = { readonly value: T; readonly refused?: never } | { readonly refused: Refused };

type Asked = { readonly method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE"; readonly body?: unknown };

/** What the API says to a request about a listing, yes or no. */
export async function askJson<T>(url: string, { method = "GET", body }: Asked = {}): Promise<Answer<T>> {
  const answer = await sendJson<T>(method, url, body);
  if (answer.ok) return { value: answer.value };
  const { message, issues, details } = answer;
  if (details.conflict === undefined) return { refused: { message, issues } };
  // findConflict made it.
  return { refused: { message, issues, conflict: details.conflict as ListingConflict } };
}

/** Sends something though the page is being left; nobody is there to hear the answer. For 64 KB at most. */
export function sendInParting(url: string, { method = "PUT", body }: Asked): void {
  const type =
    body === undefined ? {} : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
  void fetch(url, { method, keepalive: true, ...type }).catch(() => {});
}
