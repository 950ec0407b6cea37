import type { Role } from "@/lib/accounts/person";
import { agencyNameTag } from "@/lib/agencies/freshness";
import type { Lifetime } from "@/lib/cache/lifetime";
import type { Read } from "@/lib/cache/read";

const MINUTE = 60_000;

/** A session as the cache holds it: whose it is and until when, nothing that would let anybody in. */
export type SessionFacts = {
  readonly sessionId: number;
  readonly userId: number;
  readonly name: string;
  readonly role: Role;
  readonly agency: { readonly id: number; readonly slug: string } | null;
  /** Of the account: kept also when it may not sign in, so that the session is heard of again when it may. */
  readonly isActive: boolean;
  readonly awaitsCode: boolean;
  readonly lastSeenAtMs: number;
  readonly expiresAtMs: number;
};

const SESSION_LIFETIME: Lifetime = {
  reason:
    "Every change is known but one: when somebody was last seen is written and read this often. Nothing stale lets anybody in.",
  freshForMs: 5 * MINUTE,
  staleForMs: 0,
  usableForMs: 0,
  jitter: 0.1,
};

/** What a session depends on beside its own row. */
const SESSION_TABLES = ["sessions", "accounts", "agencies"] as const;

/** Changes when the session begins, ends, or becomes another's; not when its owner is seen. */
function sessionTag(tokenHash: string): string {
  return `session:${tokenHash}`;
}

function accountTag(id: number): string {
  return `account:${id}`;
}

/** The rows that a session is made of. */
export function tagsOfSession({ userId, agency }: SessionFacts): readonly string[] {
  return agency === null ? [accountTag(userId)] : [accountTag(userId), agencyNameTag(agency.id)];
}

/** `tokenHash`: in hex. Not in Redis: whoever can write there could say that they are an administrator. */
export function sessionRead(tokenHash: string): Read<SessionFacts | null> {
  return {
    key: `session/${tokenHash}`,
    tags: [sessionTag(tokenHash), ...SESSION_TABLES],
    lifetime: SESSION_LIFETIME,
    shape: { name: "session", version: 1, parse: refuseStored },
    isLocal: true,
  };
}

function refuseStored(): never {
  throw new Error("A session is stored nowhere that it could come back from.");
}
