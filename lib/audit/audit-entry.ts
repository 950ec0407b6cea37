import type { Person } from "@/lib/accounts/person";

/** A part of the portal itself, such as "command line" or "feed king-county"; it may do everything. */
export type Program = { readonly name: string; readonly userId?: never };

export type Actor = Person | Program;

/** What an action changed: each field with what it was and what it became. */
export type AuditChange = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
