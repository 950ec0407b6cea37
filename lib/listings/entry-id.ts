import { z } from "zod";
import { AppError } from "@/lib/errors";

const error = "It must be the number of an entry of the history.";

/** The number of an entry of the audit: a bigint, as text. */
export const EntryId = z
  .string(error)
  .regex(/^[1-9]\d{0,18}$/, error)
  .transform(BigInt)
  .refine((id) => id < 2n ** 63n, error);

/** The entry that an address names. AppError not_found for what is no number of one. */
export function entryNamed(name: string): bigint {
  const parsed = EntryId.safeParse(name);
  if (parsed.success) return parsed.data;
  throw new AppError("not_found", `There is no entry "${name.slice(0, 40)}" in the history.`);
}
