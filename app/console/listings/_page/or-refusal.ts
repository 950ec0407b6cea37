import { type FieldIssue, isAppError } from "@/lib/errors";

/** Why a page has nothing to show, for people, with the status that its address answers. */
export type Refusal = {
  readonly status: number;
  readonly message: string;
  readonly issues: readonly FieldIssue[];
};
type Found<T> =
  | { readonly value: T; readonly refusal?: never }
  | { readonly value?: never; readonly refusal: Refusal };

/** What was asked for, or the expected failure as plain data; anything else is thrown on. */
export async function orRefusal<T>(ask: () => Promise<T>): Promise<Found<T>> {
  try {
    return { value: await ask() };
  } catch (thrown) {
    if (!isAppError(thrown)) throw thrown;
    const { status, message, issues } = thrown;
    return { refusal: { status, message, issues } };
  }
}
