/** Who acts: a person who is signed in, or a name such as "command line" or "feed king-county". */
export type Actor = { readonly name: string; readonly userId?: number };

/** What an action changed: each field with what it was and what it became. */
export type AuditChange = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
